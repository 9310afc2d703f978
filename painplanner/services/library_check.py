"""Judging the library's files: every link resolves, every entry has its words and sources, nothing is named twice.

Every fault is told with its file, entry and field, all of them in one go, so that an author mends them in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from painplanner.core.figure import Figure
from painplanner.core.ids import is_library_id
from painplanner.core.library import Intervention, Library, Template
from painplanner.core.loose_ends import leading_nowhere, unknown_codes
from painplanner.core.measure import Measure
from painplanner.core.misfit import place_in, shown
from painplanner.core.plan import LineKind, Texts
from painplanner.core.values import Impossible, Value
from painplanner.core.vocabulary import EQUIPMENT, POSITIONS
from painplanner.errors import KnownError
from painplanner.services import library_files
from painplanner.services.library import library_folder
from painplanner.services.library_files import Fault, Written, fault
from painplanner.services.words.refusals import reason
from painplanner.text import _

LANGUAGES = ("en", "es")
V = TypeVar("V", bound=Value)


class Ids(NamedTuple):
    """What links may lead to."""

    entries: Mapping[str, Intervention]
    measures: frozenset[str]
    figures: frozenset[str]


def check_library(folder: Path | None = None) -> tuple[Fault, ...]:
    """Return what is wrong in the files of a folder (the program's own without one); nothing when all is well.

    Raises KnownError when there is no such folder or it holds no library.
    """
    root = folder or library_folder()
    if not root.is_dir() or not any(root.rglob("*.toml")):
        raise KnownError(_("{folder} holds no library: there is no .toml file in it.").format(folder=root))
    faults: list[Fault] = []
    entries = _good(library_files.written_entries(root), faults)
    templates = _good(library_files.written_templates(root), faults)
    measures = _good(library_files.written_measures(root), faults)
    figures = _good(library_files.written_figures(root), faults)
    every = [(one.file, one.value.id) for written in (entries, templates, measures, figures) for one in written]
    faults += library_files.doubled(every)
    faults += (fault(file, key, Impossible("no-id", "id", id=key)) for file, key in every if not is_library_id(key))
    ids = Ids({one.value.id: one.value for one in entries}, _ids(measures), _ids(figures))
    for found in (_in_entries(entries, ids), _in_templates(templates, ids), _in_figures(figures)):
        faults += found
    return tuple(dict.fromkeys(faults))


def _ids(written: Iterable[Written[Measure]] | Iterable[Written[Figure]]) -> frozenset[str]:
    return frozenset(one.value.id for one in written)


def _in_entries(entries: Iterable[Written[Intervention]], ids: Ids) -> Iterator[Fault]:
    for one in entries:
        yield from (Fault(one.file, one.value.id, field, said) for field, said in _entry_faults(one.value, ids))


def _in_templates(templates: Iterable[Written[Template]], ids: Ids) -> Iterator[Fault]:
    for one in templates:
        yield from (Fault(one.file, one.value.id, field, said) for field, said in _words(one.value.id, one.value.texts))
        raw = msgspec.to_builtins(one.value)
        for place, name in leading_nowhere(one.value, ids.entries, ids.measures):
            refusal = Impossible("leads-nowhere", name=name)
            yield fault(one.file, one.value.id, refusal, place_in(raw, place))


def _in_figures(figures: Iterable[Written[Figure]]) -> Iterator[Fault]:
    said = _("The program's own pictures are drawn: a file of figures has no photographs beside it.")
    yield from (Fault(one.file, one.value.id, "photos", said) for one in figures if one.value.photos)


def not_drawn(library: Library) -> tuple[str, ...]:
    """Return the ids of exercises whose figure is not drawn yet."""
    exercises = (entry for entry in library.entries.values() if entry.kind.value == "exercise")
    return tuple(entry.id for entry in exercises if entry.figure not in library.figures)


def _good(found: Iterable[Written[V] | Fault], faults: list[Fault]) -> list[Written[V]]:
    """Return what could be read, and put what could not with the faults."""
    good: list[Written[V]] = []
    for one in found:
        if isinstance(one, Fault):
            faults.append(one)
        else:
            good.append(one)
    return good


Found = Iterator[tuple[str, str]]
"""The field and the sentence."""


def _entry_faults(entry: Intervention, ids: Ids) -> Found:
    yield from _links(entry, ids)
    yield from _words(entry.id, entry.texts)
    for field, code in (*unknown_codes(entry), *_unfiled(entry)):
        yield field, reason(Impossible("unknown-code", field, value=code))
    if not entry.sources:
        yield "sources", _("Every entry names its sources.")


def _unfiled(entry: Intervention) -> Iterator[tuple[str, str]]:
    """Yield what an own entry may call as it likes, and a built-in one may not."""
    yield from (("equipment", code) for code in entry.equipment if code not in EQUIPMENT)
    if entry.position and entry.position not in POSITIONS:
        yield "position", entry.position


def _links(entry: Intervention, ids: Ids) -> Found:
    for name, back in (("harder", "easier"), ("easier", "harder")):
        other = getattr(entry, name)
        if other and other not in ids.entries:
            yield name, reason(Impossible("leads-nowhere", name=other))
        elif other and not getattr(ids.entries[other], back):
            said = _("{other} names nothing as {back}, so that the way back is missing.")
            yield name, said.format(other=other, back=back)
    if entry.figure and entry.figure not in ids.figures:
        yield "figure", _("The figure {id} is not drawn.").format(id=shown(entry.figure))


def _words(owner: str, texts: tuple[Texts, ...]) -> Found:
    found = {words.lang: words for words in texts}
    for lang in LANGUAGES:
        if lang not in found or not found[lang].name.strip():
            yield f"text {lang}", _("There are no words, or no name, in this language.")
        elif owner.startswith("exercise."):
            kinds = {line.kind for line in found[lang].lines}
            for kind in sorted({LineKind.STEP, LineKind.SAFETY} - kinds):
                yield f"text {lang}", _("An exercise has at least one line of the kind “{kind}”.").format(kind=kind)
