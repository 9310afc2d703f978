"""What stands in a field of a plan, and how the field is called, for a reader of what changed.

Values are worded from the plan they stand in, so that a step or driver is named and never an id.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from painplanner.core.dose import Dose
from painplanner.core.measure import Criterion, target_value
from painplanner.core.plan import (
    Action,
    AfterStep,
    Combine,
    Driver,
    EveryWeeks,
    FigureRef,
    Goal,
    GoalEnd,
    Lasts,
    NextVisit,
    OnDate,
    Outcome,
    Owner,
    Plan,
    PlanStatus,
    Purpose,
    Step,
    StepStatus,
    TeachBack,
    Texts,
    item_name,
    items_of,
    texts_in,
)
from painplanner.core.values import LangText, Mechanism, Region, Side, plain, replace, text_in
from painplanner.services.words.body import region_words
from painplanner.services.words.days import day_words
from painplanner.services.words.library import dose_shown
from painplanner.services.words.plan import (
    action_words,
    criterion_words,
    discipline_words,
    mechanism_words,
    outcome_words,
    purpose_words,
    side_words,
    status_words,
    step_title,
    timing_words,
    trial_words,
)
from painplanner.text import _

Word = Callable[[Any], str]
LONGEST_VALUE = 400


def value_words(value: object, field: str, plan: Plan, lang: str) -> str:
    """Return what a field of a plan says in one text, the empty one where it says nothing."""
    if value is None or value in ("", (), NextVisit(), Owner()):
        return ""
    if isinstance(value, tuple):
        return _several(value, field, plan, lang)  # pyright: ignore[reportUnknownArgumentType]
    text = _one(value, field, plan, lang)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def _several(values: tuple[Any, ...], field: str, plan: Plan, lang: str) -> str:
    first = values[0]
    if isinstance(first, LangText):
        return text_in(values, lang)
    if isinstance(first, Texts):
        return texts_in(values, lang).name
    if field == "goals":
        ends = ((_named(goal, plan, lang), end_words(end)) for goal, end in values)
        return "; ".join(_("{goal}: {end}").format(goal=goal, end=end) for goal, end in ends)
    return "; ".join(filter(None, (value_words(value, field, plan, lang) for value in values)))


def _one(value: object, field: str, plan: Plan, lang: str) -> str:
    if isinstance(value, StrEnum):
        return _code(value)
    if isinstance(value, str):
        return _named(value, plan, lang) if field in _OF_IDS else value
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date | time | int | Decimal):
        return _plain(value)
    return _struct(value, plan, lang)


_OF_IDS = frozenset({"drivers", "steps", "replaces", "step", "checkpoint", "items", "keep_doing"})


def _plain(value: date | time | int | Decimal) -> str:
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return plain(value) if isinstance(value, Decimal) else str(value)


def _criterion(criterion: Criterion, lang: str) -> str:
    """Return a criterion, and where somebody said so from where it is partly met."""
    words, partly = criterion_words(criterion, lang=lang), target_value(replace(criterion, target=criterion.partly))
    return _("{asked}, partly from {value}").format(asked=words, value=plain(partly)) if partly is not None else words


def _struct(value: object, plan: Plan, lang: str) -> str:
    match value:
        case Dose():
            return dose_shown(value)  # pyright: ignore[reportArgumentType]
        case Lasts():
            return trial_words(value)
        case OnDate():
            return day_words(value.on)
        case AfterStep() | EveryWeeks():
            return timing_words(value, plan)
        case Criterion():
            return _criterion(value, lang)
        case Action():
            return action_words(value, plan, lang)
        case Owner():
            return ", ".join(filter(None, (value.name, discipline_words(value.discipline))))
        case NextVisit():
            return visit_words(value)
        case FigureRef():
            return ""
        case _:
            return str(value)


def visit_words(visit: NextVisit) -> str:
    """Return day, time and person of a visit."""
    day = day_words(visit.on) if visit.on is not None else ""
    at = visit.at.strftime("%H:%M") if visit.at is not None else ""
    return ", ".join(filter(None, (day, at, visit.with_whom)))


def _code(value: StrEnum) -> str:
    known: dict[type, Word] = {
        Side: side_words, Region: region_words, Mechanism: mechanism_words, Purpose: purpose_words,
        StepStatus: status_words, Outcome: outcome_words, GoalEnd: end_words, PlanStatus: plan_status_words,
        Combine: _combine, TeachBack: _shown_back,
    }  # fmt: skip
    word = known.get(type(value))
    return word(value) if word is not None else value.value.replace("-", " ")


def end_words(end: GoalEnd) -> str:
    """Return how a goal ended."""
    return {
        GoalEnd.REACHED: _("reached"),
        GoalEnd.PARTLY: _("partly reached"),
        GoalEnd.NOT_REACHED: _("not reached"),
        GoalEnd.NO_LONGER_WANTED: _("no longer wanted"),
    }[end]


def plan_status_words(status: PlanStatus) -> str:
    """Return whether a plan is at work."""
    return _("at work") if status is PlanStatus.OPEN else _("closed")


def _combine(how: Combine) -> str:
    return {Combine.ALL: _("all of them"), Combine.ANY: _("any of them"), Combine.AT_LEAST: _("some of them")}[how]


def _shown_back(answer: TeachBack) -> str:
    return {
        TeachBack.NOT_RECORDED: "", TeachBack.YES: _("yes"), TeachBack.PARTLY: _("partly"), TeachBack.NO: _("no"),
    }[answer]  # fmt: skip


def _named(part_id: str, plan: Plan, lang: str) -> str:
    """Return how the part of an id is called in its plan."""
    for item in (item for _step, item in items_of(plan)):
        if item.id == part_id:
            return item_name(item, lang)
    parts = (*plan.steps, *plan.goals, *plan.drivers)
    found = next((part for part in parts if part.id == part_id), None)
    if isinstance(found, Step):
        return step_title(found, plan)
    if isinstance(found, Goal | Driver):
        return found.text or text_in(found.words, lang)
    check = next((one for one in plan.checkpoints if one.id == part_id), None)
    return check_name(check.criteria, lang) if check is not None else _("a part that is gone")


def check_name(criteria: tuple[Criterion, ...], lang: str) -> str:
    """Return what a checkpoint looks at."""
    from painplanner.services.words.plan import measure_words

    return ", ".join(measure_words(one, lang) for one in criteria) or _("Checkpoint")


def _fields() -> dict[str, str]:
    return {
        "title": _("title"), "words": _("words"), "plain_title": _("title for the patient"), "region": _("region"),
        "side": _("side"), "mechanism": _("mechanism"), "start": _("start"), "why": _("why"),
        "why_words": _("why, for the patient"), "flare": _("plan for a flare"),
        "early_signs": _("early signs of a flare"), "followed": _("followed besides"), "next_visit": _("next visit"),
        "status": _("status"), "template": _("template"), "note": _("note"), "text": _("words"),
        "criterion": _("measured by"), "by": _("by"), "by_days": _("days until then"), "functional": _("functional"),
        "purpose": _("purpose"), "drivers": _("drivers"), "owner": _("responsible"), "timing": _("begins"),
        "trial_end": _("trial lasts"), "started_on": _("began on"), "ended_on": _("ended on"), "dose": _("dose"),
        "stop_plan": _("how it is taken down"),
        "step": _("step"), "shown": _("shown back"), "stopped_on": _("stopped on"), "replaces": _("in place of"),
        "texts": _("name"), "when": _("when"), "combine": _("counts when met"), "at_least": _("at least"),
        "criteria": _("looks at"), "on_met": _("when met"), "on_partly": _("when partly met"),
        "on_not_met": _("when not met"), "outcome": _("outcome"), "found": _("from the numbers"),
        "action": _("decided"), "reason": _("reason"), "on": _("on"), "back_on": _("full plan again"),
        "items": _("exercises"), "goals": _("goals"), "keep_doing": _("goes on with"), "steps": _("steps"),
        "two_sided": _("has sides"), "number": _("number"), "checkpoint": _("checkpoint"),
    }  # fmt: skip


def field_words(field: str) -> str:
    """Return how a field of a plan is called beside its values."""
    return _fields().get(field, field.replace("_", " "))
