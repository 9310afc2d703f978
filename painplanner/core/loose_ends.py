"""Where a template leads nowhere, and which codes of an entry no review would ever match.

Not here: fields that cannot be at all, which the values refuse themselves.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from painplanner.core.codes import CAUTIONS, DRUG_CLASSES
from painplanner.core.library import Intervention, Template
from painplanner.core.measure import Criterion
from painplanner.core.plan import ActionKind, AfterStep, Checkpoint, EveryWeeks, Purpose, Step

Found = Iterator[tuple[str, str]]
"""The field (`steps[0].items[2].source`) and what it names."""


def unknown_codes(entry: Intervention) -> Found:
    """Yield every code of an entry that is not on the shared list."""
    lists = (("contraindications", CAUTIONS), ("precautions", CAUTIONS), ("drug_classes", DRUG_CLASSES))
    for place, known in lists:
        yield from ((place, code) for code in getattr(entry, place) if code not in known)
    if entry.purpose and entry.purpose not in set(Purpose):
        yield "purpose", entry.purpose


def leading_nowhere(template: Template, entries: Container[str], measures: Container[str]) -> Found:
    """Yield every link of a template to nothing; an item or criterion with words of its own needs no other."""
    steps = {step.id for step in template.steps}
    drivers = {driver.id for driver in template.drivers}
    for n, step in enumerate(template.steps):
        yield from _step(step, f"steps[{n}]", steps, drivers, entries)
    for n, goal in enumerate(template.goals):
        yield from _measures((goal.criterion,) if goal.criterion else (), f"goals[{n}].criterion", measures)
    for n, checkpoint in enumerate(template.checkpoints):
        place = f"checkpoints[{n}]"
        yield from _measures(checkpoint.criteria, f"{place}.criteria", measures)
        yield from _checkpoint(checkpoint, place, steps, drivers)


def _step(step: Step, place: str, steps: Container[str], drivers: Container[str], entries: Container[str]) -> Found:
    yield from ((f"{place}.drivers", driver) for driver in step.drivers if driver not in drivers)
    if isinstance(step.timing, AfterStep) and step.timing.step not in steps:
        yield f"{place}.timing.step", step.timing.step
    for n, item in enumerate(step.items):
        if not item.texts and item.source not in entries:
            yield f"{place}.items[{n}].source", item.source


def _measures(criteria: tuple[Criterion, ...], place: str, measures: Container[str]) -> Found:
    for criterion in criteria:
        if not criterion.name and criterion.measure not in measures:
            yield f"{place}.measure", criterion.measure


def _checkpoint(checkpoint: Checkpoint, place: str, steps: Container[str], drivers: Container[str]) -> Found:
    yield from ((f"{place}.steps", step) for step in checkpoint.steps if step not in steps)
    match checkpoint.when:
        case AfterStep(step=step) if step not in steps:
            yield f"{place}.when.step", step
        case EveryWeeks(step=step) if step and step not in steps:
            yield f"{place}.when.step", step
        case _:
            pass
    known = {ActionKind.NEXT_STEP: steps, ActionKind.RECONSIDER: drivers}
    for name in ("on_met", "on_partly", "on_not_met"):
        action = getattr(checkpoint, name)
        if action is not None and action.target and action.kind in known and action.target not in known[action.kind]:
            yield f"{place}.{name}.target", action.target
