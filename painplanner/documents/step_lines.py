"""What is done in a step, as lines of the handout: exercises by name, everything else with its dose in words."""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.core.dose import ActivityDose
from painplanner.core.graded import asked_on
from painplanner.core.home_items import is_only_clinic, is_timed
from painplanner.core.plan import Flare, Item, Step
from painplanner.core.schedule import Span
from painplanner.documents.blocks import Rich, rich
from painplanner.documents.dose_words import item_dose
from painplanner.documents.plan_words import patient_name, step_title
from painplanner.documents.progress_words import progress_sentence
from painplanner.documents.words import Words


def item_lines(step: Step, dates: Span | None, w: Words, flares: Sequence[Flare] = ()) -> tuple[Rich, ...]:
    """Return the lines of a step: the exercises of the sheet together, then each other item with its dose of today."""
    going = [
        item if dates is None else asked_on(item, dates.start, w.today, flares)
        for item in step.items
        if _is_going(item)
    ]
    home = [item for item in going if item.kind == "exercise" and not is_only_clinic(item) and not is_timed(item)]
    talks = [item for item in going if item.kind == "education"]
    rest = [item for item in going if item not in home and item not in talks]
    return (*_exercise_line(home, w), *(_line(item, w) for item in rest), *_talk_line(step, talks, w))


def _is_going(item: Item) -> bool:
    return item.stopped_on is None


def _exercise_line(items: Sequence[Item], w: Words) -> tuple[Rich, ...]:
    if not items:
        return ()
    names = [part for item in items for part in ("; ", patient_name(item, w))][1:]
    return (rich("", *names, ". " + w.t.gettext("See your exercise sheet.")),)


def _talk_line(step: Step, items: Sequence[Item], w: Words) -> tuple[Rich, ...]:
    """Return what is talked about in a step, but for what the step is named by."""
    names = [name for item in items if (name := patient_name(item, w)) != step_title(step, w)]
    if not names:
        return ()
    marked = [part for name in names for part in ("; ", name)][1:]
    return (rich(w.t.gettext("We talk about:") + " ", *marked, "."),)


def _line(item: Item, w: Words) -> Rich:
    name = patient_name(item, w)
    if item.kind == "medicine":
        return rich("", name, ". " + w.t.gettext("See “Your medicines”."))
    dose = item_dose(item, w)
    said = [f"{dose}." if dose else ""]
    if isinstance(item.dose, ActivityDose):
        said.append(progress_sentence(item.dose, w))
    if is_only_clinic(item) and item.kind in {"exercise", "behavioural"}:
        said.append(w.t.gettext("We do this in the clinic."))
    text = " ".join(part for part in said if part)
    return rich("", name, f": {text}" if text else ".")
