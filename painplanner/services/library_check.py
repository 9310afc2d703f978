"""Judging the library's files: every link resolves, every entry has its words and sources, nothing is named twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from painplanner.core.codes import CAUTIONS
from painplanner.core.library import Intervention, Kind, Library, Template
from painplanner.core.plan import ActionKind, LineKind, Texts
from painplanner.core.vocabulary import EQUIPMENT, POSITIONS
from painplanner.services import library_files
from painplanner.services.library import library_folder, read_library

LANGUAGES = ("en", "es")


def check_library(folder: Path | None = None) -> tuple[str, ...]:
    """Return one sentence for each thing that is wrong; nothing when all is well."""
    root = folder or library_folder()
    library, _figures = read_library(folder)
    return (*_doubled(root), *_entries(library), *_templates(library))


def not_drawn(library: Library) -> tuple[str, ...]:
    """Return the ids of exercises whose figure is not drawn yet."""
    exercises = (entry for entry in library.entries.values() if entry.kind.value == "exercise")
    return tuple(entry.id for entry in exercises if entry.figure not in library.figures)


def _doubled(root: Path) -> Iterator[str]:
    ids = Counter(str(raw.get("id", "")) for path in root.rglob("*.toml") for raw in library_files.raw_entries(path))
    yield from (f"{name or 'an entry without id'} stands {n} times in the files" for name, n in ids.items() if n > 1)


def _entries(library: Library) -> Iterator[str]:
    for entry in library.entries.values():
        yield from _links(entry, library)
        yield from _words(entry.id, entry.texts)
        if not entry.sources:
            yield f"{entry.id} has no source"
        yield from (
            f"{entry.id} needs {one}, which is no known equipment" for one in entry.equipment if one not in EQUIPMENT
        )
        if entry.position and entry.position not in POSITIONS:
            yield f"{entry.id} is done in the position {entry.position}, which is not known"
        for code in (*entry.contraindications, *entry.precautions):
            if code not in CAUTIONS:
                yield f"{entry.id} warns of {code}, which is not a known caution"


def _links(entry: Intervention, library: Library) -> Iterator[str]:
    for name, back in (("harder", "easier"), ("easier", "harder")):
        other = getattr(entry, name)
        if not other:
            continue
        if other not in library.entries:
            yield f"{entry.id}: {name} names {other}, which does not exist"
        elif not getattr(library.entries[other], back):
            yield f"{entry.id}: {name} names {other}, which names nothing {back}"
    if entry.figure and entry.figure not in library.figures and entry.kind is not Kind.EXERCISE:
        yield f"{entry.id} names the figure {entry.figure}, which is not drawn"


def _words(owner: str, texts: tuple[Texts, ...]) -> Iterator[str]:
    found = {words.lang: words for words in texts}
    for lang in LANGUAGES:
        if lang not in found:
            yield f"{owner} has no words in {lang}"
        elif owner.startswith("exercise."):
            kinds = {line.kind for line in found[lang].lines}
            missing = {LineKind.STEP, LineKind.SAFETY} - kinds
            yield from (f"{owner} has no {kind.value} line in {lang}" for kind in sorted(missing))


def _templates(library: Library) -> Iterator[str]:
    for template in library.templates.values():
        yield from _words(template.id, template.texts)
        yield from (
            f"{template.id} uses {item.source}, which does not exist"
            for step in template.steps
            for item in step.items
            if item.source not in library.entries
        )
        yield from _template_measures(template, library)
        yield from _template_targets(template)


def _template_measures(template: Template, library: Library) -> Iterator[str]:
    goals = [goal.criterion for goal in template.goals if goal.criterion is not None]
    checks = [criterion for checkpoint in template.checkpoints for criterion in checkpoint.criteria]
    for criterion in (*goals, *checks):
        if criterion.measure not in library.measures:
            yield f"{template.id} measures {criterion.measure}, which does not exist"


def _template_targets(template: Template) -> Iterator[str]:
    known = {
        ActionKind.NEXT_STEP: {step.id for step in template.steps},
        ActionKind.RECONSIDER: {driver.id for driver in template.drivers},
    }
    for checkpoint in template.checkpoints:
        for step in checkpoint.steps:
            if step not in known[ActionKind.NEXT_STEP]:
                yield f"{template.id}: {checkpoint.id} belongs to {step}, which does not exist"
        for action in (checkpoint.on_met, checkpoint.on_partly, checkpoint.on_not_met):
            if (
                action is not None
                and action.target
                and action.kind in known
                and action.target not in known[action.kind]
            ):
                yield f"{template.id}: {checkpoint.id} leads to {action.target}, which does not exist"
