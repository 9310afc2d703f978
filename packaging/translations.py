"""Compile the catalogues of words:  python3 packaging/translations.py [--check]

Reads every painplanner.po below resources/translations/ and writes the .mo beside it; with --check it only fails where
a .mo is missing or old. Fuzzy and empty entries are left out, so that they show in English.
"""

import argparse
import ast
import glob
import os
import struct
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CATALOGUES = os.path.join("resources", "translations", "*", "LC_MESSAGES", "*.po")
CONTEXT = "\x04"
PLURAL = "\x00"


def entries(po):
    """Return (message, translation, fuzzy) of a .po text; messages carry context and plural as in .mo files."""
    found, entry = [], {}
    for line in [*po.splitlines(), ""]:
        line = line.strip()
        if line.startswith("#,") and "fuzzy" in line:
            entry["fuzzy"] = True
        elif line.startswith("#"):
            continue
        elif line.startswith('"'):
            entry[entry["field"]] += ast.literal_eval(line)
        elif line:
            field, text = line.split(None, 1)
            entry[field], entry["field"] = ast.literal_eval(text), field
        elif "msgid" in entry:
            found.append(_entry(entry))
            entry = {}
    return found


def _entry(entry):
    message = entry["msgid"]
    if "msgctxt" in entry:
        message = entry["msgctxt"] + CONTEXT + message
    if "msgid_plural" not in entry:
        return message, entry.get("msgstr", ""), "fuzzy" in entry
    forms = [entry[name] for name in sorted(name for name in entry if name.startswith("msgstr["))]
    return message + PLURAL + entry["msgid_plural"], PLURAL.join(forms) if all(forms) else "", "fuzzy" in entry


def compiled(po):
    """Return the bytes of the .mo for a .po text: little-endian, sorted by message, without a hash table."""
    pairs = sorted((m.encode(), t.encode()) for m, t, fuzzy in entries(po) if t and not fuzzy)
    count = len(pairs)
    start = 28 + 16 * count
    tables, data = [], b""
    for side in (0, 1):
        table = b""
        for pair in pairs:
            table += struct.pack("<II", len(pair[side]), start + len(data))
            data += pair[side] + b"\0"
        tables.append(table)
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, start)
    return head + tables[0] + tables[1] + data


def main(arguments=None):
    """Compile or check every catalogue and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail where a .mo is missing or old")
    check = parser.parse_args(arguments).check
    old = []
    for path in sorted(glob.glob(os.path.join(ROOT, CATALOGUES))):
        with open(path, encoding="utf-8") as file:
            made = compiled(file.read())
        target = path[:-3] + ".mo"
        if os.path.exists(target):
            with open(target, "rb") as file:
                if file.read() == made:
                    continue
        old.append(os.path.relpath(target, ROOT))
        if not check:
            with open(target, "wb") as file:
                file.write(made)
    for name in old:
        print("Old: " + name if check else "Written: " + name)
    return 1 if check and old else 0


if __name__ == "__main__":
    sys.exit(main())
