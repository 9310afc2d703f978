"""`painplanner library`, `measures`, `figures` and `check-library`: what the program carries; they need no practice."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec

from painplanner.core.library import Intervention, Kind
from painplanner.core.measure import Measure
from painplanner.core.plan import texts_in
from painplanner.core.values import plain, text_in
from painplanner.errors import KnownError
from painplanner.services.library import read_figures, read_library
from painplanner.text import _, ngettext


def run_library(*, as_json: bool, kind: str | None) -> int:
    """List the entries, a line each, or whole as JSON."""
    if kind is not None and kind not in set(Kind):
        raise KnownError(_("There is no kind “{kind}”; there are: {kinds}.").format(kind=kind, kinds=", ".join(Kind)))
    library, _figures = read_library()
    entries = [entry for entry in library.entries.values() if kind is None or entry.kind == kind]
    if as_json:
        _write_json([_entry(entry) for entry in entries])
        return 0
    for entry in entries:
        print(f"{entry.id:48} {texts_in(entry.texts, 'en').name}")
    print(ngettext("{n} entry", "{n} entries", len(entries)).format(n=len(entries)))
    return 0


def _entry(entry: Intervention) -> dict[str, Any]:
    """Return an entry for scripts: name and patient text (a sentence a line) by language, the rest as it is stored."""
    whole = msgspec.to_builtins(entry)
    del whole["texts"]
    return {
        "id": entry.id,
        "kind": entry.kind,
        "region": [region.value for region in entry.regions],
        "name": {words.lang: words.name for words in entry.texts},
        "plain_name": {words.lang: words.plain_name for words in entry.texts},
        "patient_text": {words.lang: "\n".join(line.text for line in words.lines) for words in entry.texts},
        "patient_lines": {words.lang: words.lines for words in entry.texts},
        "checked_by": {words.lang: words.checked_by for words in entry.texts},
        "figure": entry.figure,
        "sources": [{"tag": source.tag, "text": source.text} for source in entry.sources],
        **{key: value for key, value in whole.items() if key not in {"id", "kind", "regions", "figure", "sources"}},
    }


def run_measures(*, as_json: bool) -> int:
    """List the measures, a line each, or as JSON."""
    library, _figures = read_library()
    measures = list(library.measures.values())
    if as_json:
        _write_json([_measure(measure) for measure in measures])
        return 0
    for measure in measures:
        top = plain(measure.maximum) if measure.maximum is not None else ""
        print(f"{measure.id:40} {plain(measure.minimum):>4}–{top:<5} {text_in(measure.name, 'en')}")
    return 0


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "id": measure.id,
        "name": text_in(measure.name, "en"),
        "minimum": _number(measure.minimum),
        "maximum": _number(measure.maximum),
        "unit": text_in(measure.unit, "en"),
        "better": measure.better,
        "mcid": [
            {
                "amount": _number(change.amount),
                "percent": change.percent,
                "population": change.population,
                "sources": change.sources,
            }
            for change in measure.mcid
        ],
        "sources": measure.sources,
    }


def _number(value: Any) -> float | None:  # noqa: ANN401  (a decimal or nothing)
    return None if value is None else float(value)


def run_figures(sheet: Path | None) -> int:
    """List the figures, name the exercises without one, and write contact sheets when asked."""
    from painplanner.services.library_check import not_drawn

    figures = read_figures()
    if sheet is not None:
        from painplanner.documents.pdf.contact_sheet import contact_sheet
        from painplanner.services.explaining import explaining_pictures
        from painplanner.services.files import write_whole

        explaining = [(one.id, one.drawn("en")) for one in explaining_pictures()]
        write_whole(sheet, contact_sheet(figures, others=explaining))
        print(sheet)
    else:
        for figure in figures:
            print(figure.id)
    missing = not_drawn(read_library()[0])
    print(ngettext("{n} figure", "{n} figures", len(figures)).format(n=len(figures)))
    if missing:
        print(_("Not drawn yet: {ids}").format(ids=", ".join(missing)))
    return 0


def run_check(folder: Path | None) -> int:
    """Say what is wrong in the files of a folder (the program's own without one); code 1 when anything is."""
    from painplanner.services.library_check import check_library

    faults = check_library(folder)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def _write_json(value: object) -> None:
    data = msgspec.json.format(msgspec.json.encode(value), indent=2)
    sys.stdout.write(data.decode() + "\n")
