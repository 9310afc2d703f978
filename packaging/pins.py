"""Refresh the pinned and hashed requirement files from the .in files:  python3 packaging/pins.py [--upgrade]

Without --upgrade the versions stay and only what was added to or removed from the .in files changes. Run it on Linux
with the oldest supported Python, then run the tests, and read the difference before it is committed.
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bootstrap

# Needed on one system only; a resolution on Linux would leave it out, so it is asked for and marked afterwards.
MARKERS = {"colorama": 'sys_platform == "win32"'}
# The files name versions and hashes, never where they were found or with what they were made.
OPTIONS = [
    "--generate-hashes",
    "--strip-extras",
    "--allow-unsafe",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
    "--quiet",
]


def pins(arguments):
    """Resolve both files in an environment of their own."""
    bootstrap.check_python()
    bootstrap.check_venv_module()
    with tempfile.TemporaryDirectory() as folder:
        bootstrap._run([sys.executable, "-m", "venv", folder])
        python = bootstrap.python_of(folder)
        bootstrap._run([python, "-m", "pip", "install", "--quiet", "pip-tools"])
        for name in ("requirements", "requirements-test"):
            target = os.path.join(bootstrap.HERE, name + ".txt")
            source = os.path.join(bootstrap.HERE, name + ".in")
            _unmark(target)
            bootstrap._run([python, "-m", "piptools", "compile", *OPTIONS, *arguments, "--output-file", target, source])
            _mark(target)


def _mark(path):
    _replace(path, lambda name, line: line.replace(" \\", " ; " + MARKERS[name] + " \\"))


def _unmark(path):
    _replace(path, lambda name, line: line.replace(" ; " + MARKERS[name], ""))


def _replace(path, change):
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for number, line in enumerate(lines):
        name = line.split("==")[0]
        if name in MARKERS:
            lines[number] = change(name, line)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    bootstrap.main(pins)
