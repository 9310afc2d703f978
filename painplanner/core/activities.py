"""Activities that a patient names and rates one by one (PSFS, goal attainment), and readings that answer a criterion.

A goal rated so without naming its activity is itself the activity, in its own words. A criterion that names none asks
for the mean of all that are rated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from msgspec import structs

from painplanner.core.measure import Criterion, Measure, MeasureKind, Reading
from painplanner.core.plan import Goal, Plan
from painplanner.core.values import NAME_LIMIT, LangText, Side, Value, replace, text_in

_PLACES = Decimal("0.01")


class Activity(Value, frozen=True, kw_only=True):
    """One activity of a measure: `key` is how readings name it, `words` how it is printed."""

    measure: str
    key: str
    words: tuple[LangText, ...]


def goal_criterion(goal: Goal, measures: Mapping[str, Measure]) -> Criterion | None:
    """Return what a goal asks, with its own words as the activity where one is rated and none is named."""
    criterion = goal.criterion
    if criterion is None or criterion.activity or not _is_rated(criterion.measure, measures):
        return criterion
    words = goal.text or text_in(goal.words, "en")
    named: Criterion = replace(criterion, activity=words[:NAME_LIMIT])
    return named


def asked_side(criterion: Criterion, measure: Measure | None, plan: Plan | None) -> Side | None:
    """Return the side that a criterion asks about: its own, else the painful one where a measure tells sides apart."""
    is_by_side = measure is not None and measure.by_side
    return criterion.side or (plan.side if plan is not None and is_by_side else None)


def activities(plan: Plan, measures: Mapping[str, Measure], readings: Iterable[Reading] = ()) -> tuple[Activity, ...]:
    """Return every activity that goals, then checkpoints, then earlier readings name, each once for its measure."""
    found: dict[tuple[str, str], Activity] = {}
    for activity in (*_of_plan(plan, measures), *_of_readings(readings, measures)):
        found.setdefault((activity.measure, same_words(activity.key)), activity)
    return tuple(found.values())


def answers(criterion: Criterion, measure: Measure, readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return the readings that answer a criterion, oldest first: of its measure, side and activity.

    Where it names no activity and several are rated, each day's value is the mean of the newest rating of each. A day
    that rates several, as many as were known and a new one among them, is a new list: what it leaves out is gone.
    """
    mine = [one for one in readings if one.measure == criterion.measure and _is_side(one.side, criterion.side)]
    mine.sort(key=lambda one: one.on)
    if criterion.activity:
        return tuple(one for one in mine if same_words(one.activity) == same_words(criterion.activity))
    if measure.kind is not MeasureKind.ACTIVITY or not any(one.activity for one in mine):
        return tuple(mine)
    return tuple(_means(mine))


def _means(rated: Sequence[Reading]) -> Iterator[Reading]:
    """Yield one reading for each day of ratings; a mean that was entered as such counts when nothing else is there."""
    known: dict[str, Decimal] = {}
    for _on, of_day in groupby(rated, key=attrgetter("on")):
        readings = tuple(of_day)
        today = {same_words(one.activity): one.middle for one in readings if one.activity}
        is_new_list = bool(today.keys() - known.keys()) and len(today) >= max(len(known), 2)
        known = today if is_new_list else known | today
        if known:
            mean = (sum(known.values(), Decimal(0)) / len(known)).quantize(_PLACES)
            yield structs.replace(readings[-1], value=mean, value_to=None, activity="")
        else:
            yield readings[-1]


def _is_side(side: Side | None, asked: Side | None) -> bool:
    return asked is None or asked is Side.BOTH or side is asked


def same_words(activity: str) -> str:
    """Return an activity as it is compared: however it is spaced, in capitals or not."""
    return " ".join(activity.split()).casefold()


def _is_rated(measure: str, measures: Mapping[str, Measure]) -> bool:
    return measure in measures and measures[measure].kind is MeasureKind.ACTIVITY


def _of_plan(plan: Plan, measures: Mapping[str, Measure]) -> Iterator[Activity]:
    for goal in plan.goals:
        criterion = goal_criterion(goal, measures)
        if criterion is not None and criterion.activity and _is_rated(criterion.measure, measures):
            own = goal.criterion is not None and goal.criterion.activity
            yield _activity(criterion, () if own or goal.text else goal.words)
    for checkpoint in plan.checkpoints:
        for criterion in checkpoint.criteria:
            if criterion.activity and _is_rated(criterion.measure, measures):
                yield _activity(criterion, ())


def _activity(criterion: Criterion, words: tuple[LangText, ...]) -> Activity:
    shown = words or (LangText(lang="en", text=criterion.activity),)
    return Activity(measure=criterion.measure, key=criterion.activity, words=shown)


def _of_readings(readings: Iterable[Reading], measures: Mapping[str, Measure]) -> Iterator[Activity]:
    for reading in readings:
        if reading.activity and _is_rated(reading.measure, measures):
            words = (LangText(lang="en", text=reading.activity),)
            yield Activity(measure=reading.measure, key=reading.activity, words=words)
