"""Judging the library's files: every link resolves, every entry has its words and sources, nothing is named twice.

Every fault is told with its file, entry and field, all of them in one go, so that an author mends them in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from painplanner.core.codes import CAUTIONS, DRUG_CLASSES
from painplanner.core.library import Intervention, Kind, Library, Template
from painplanner.core.plan import ActionKind, LineKind, Texts
from painplanner.core.values import Value
from painplanner.core.vocabulary import EQUIPMENT, POSITIONS
from painplanner.errors import KnownError
from painplanner.services import library_files
from painplanner.services.library import library_folder, read_figures
from painplanner.services.library_files import Fault, Written
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
    ids = Ids(
        {one.value.id: one.value for one in entries},
        frozenset(one.value.id for one in measures),
        _figures(root, faults),
    )
    for written in (entries, templates, measures):
        faults += library_files.doubled((one.file, one.value.id) for one in written)
    for one in entries:
        faults += (Fault(one.file, one.value.id, field, said) for field, said in _entry_faults(one.value, ids))
    for one in templates:
        faults += (Fault(one.file, one.value.id, field, said) for field, said in _template_faults(one.value, ids))
    return tuple(dict.fromkeys(faults))


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


def _figures(root: Path, faults: list[Fault]) -> frozenset[str]:
    try:
        return frozenset(figure.id for figure in read_figures(root))
    except (KnownError, ValueError) as error:
        faults.append(Fault("figures", "", "", str(error)))
        return frozenset()


Found = Iterator[tuple[str, str]]
"""The field and the sentence."""


def _entry_faults(entry: Intervention, ids: Ids) -> Found:
    yield from _links(entry, ids)
    yield from _words(entry.id, entry.texts)
    yield from _codes(entry)
    if not entry.sources:
        yield "sources", _("Every entry names its sources.")


def _codes(entry: Intervention) -> Found:
    for field, given, known in (
        ("equipment", entry.equipment, EQUIPMENT),
        ("position", (entry.position,) if entry.position else (), POSITIONS),
        ("contraindications", entry.contraindications, CAUTIONS),
        ("precautions", entry.precautions, CAUTIONS),
        ("drug_classes", entry.drug_classes, DRUG_CLASSES),
    ):
        for code in given:
            if code not in known:
                yield field, _("“{code}” is not one of the known codes.").format(code=code)


def _links(entry: Intervention, ids: Ids) -> Found:
    for name, back in (("harder", "easier"), ("easier", "harder")):
        other = getattr(entry, name)
        if other and other not in ids.entries:
            yield name, _nothing(other)
        elif other and not getattr(ids.entries[other], back):
            yield (
                name,
                _("{other} names nothing as {back}, so that the way back is missing.").format(other=other, back=back),
            )
    if entry.figure and entry.figure not in ids.figures and entry.kind is not Kind.EXERCISE:
        yield "figure", _("The figure {id} is not drawn.").format(id=entry.figure)


def _nothing(name: str) -> str:
    return _("“{name}” leads to nothing: there is no such id.").format(name=name)


def _words(owner: str, texts: tuple[Texts, ...]) -> Found:
    found = {words.lang: words for words in texts}
    for lang in LANGUAGES:
        if lang not in found or not found[lang].name.strip():
            yield f"text.{lang}", _("There are no words, or no name, in this language.")
        elif owner.startswith("exercise."):
            kinds = {line.kind for line in found[lang].lines}
            for kind in sorted({LineKind.STEP, LineKind.SAFETY} - kinds):
                yield f"text.{lang}", _("An exercise has at least one line of the kind “{kind}”.").format(kind=kind)


def _template_faults(template: Template, ids: Ids) -> Found:
    yield from _words(template.id, template.texts)
    for step in template.steps:
        for n, item in enumerate(step.items, 1):
            if item.source not in ids.entries:
                yield f"{step.id}, item {n}, source", _nothing(item.source)
    yield from _template_measures(template, ids.measures)
    yield from _template_targets(template)


def _template_measures(template: Template, measures: frozenset[str]) -> Found:
    named = [(goal.id, goal.criterion) for goal in template.goals if goal.criterion is not None]
    named += [(check.id, criterion) for check in template.checkpoints for criterion in check.criteria]
    for place, criterion in named:
        if criterion.measure not in measures:
            yield f"{place}, measure", _nothing(criterion.measure)


def _template_targets(template: Template) -> Found:
    steps = {step.id for step in template.steps}
    known = {ActionKind.NEXT_STEP: steps, ActionKind.RECONSIDER: {driver.id for driver in template.drivers}}
    for checkpoint in template.checkpoints:
        for step in checkpoint.steps:
            if step not in steps:
                yield f"{checkpoint.id}, steps", _nothing(step)
        for name in ("on_met", "on_partly", "on_not_met"):
            action = getattr(checkpoint, name)
            if action is not None and action.target and action.target not in known.get(action.kind, {action.target}):
                yield f"{checkpoint.id}, {name}", _nothing(action.target)
