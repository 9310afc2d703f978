"""The rows that a daily log asks for: few numbers of the goals and checkpoints, and every exercise done at home.

Not here: how the log is printed, and what is typed from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from painplanner.core.activities import activities, asked_side, goal_criterion, same_words
from painplanner.core.daily_log import LogRow, LogRowKind, LogSheet
from painplanner.core.home_items import home_items
from painplanner.core.measure import Criterion, Measure, MeasureKind
from painplanner.core.outline import CLOSED
from painplanner.core.plan import Item, Plan
from painplanner.core.schedule import later, paper_days
from painplanner.core.values import Impossible, LangText, Side, replace

MOST_MEASURES = 3
LOG_DAYS = (7, 14, 28)
PAIN = "measure.nrs"

_COUNTED = {MeasureKind.TRACKED, MeasureKind.YES_NO}
Asked = tuple[Criterion, Measure, Side | None]


def log_rows(
    plan: Plan,
    measures: Mapping[str, Measure],
    today: date,
    *,
    days: int = 7,
    first_day: date | None = None,
    most: int = MOST_MEASURES,
) -> tuple[LogRow, ...]:
    """Return the rows of a log of so many days from `first_day` on: at most `most` measures, then every home exercise.

    What the patient counts each day comes first, checkpoints before goals; then ratings, once a week. Pain is asked for
    once a week where there is room.
    """
    start = first_day or log_start(plan, today)
    asked = sorted(_asked(plan, measures), key=lambda one: one[1].kind not in _COUNTED)
    if PAIN in measures and not any(_is_pain(measure) for _, measure, _ in asked):
        asked.append((Criterion(measure=PAIN), measures[PAIN], None))
    rows = [_measure_row(*one) for one in asked[:most]]
    rows += (_exercise_row(each.item) for each in home_items(plan, start, later(start, days - 1), today))
    return numbered(rows)


def log_start(plan: Plan, today: date) -> date:
    """Return the day a log handed out today begins: today, or the day the first open step begins."""
    try:
        return paper_days(plan, today)[0]
    except Impossible:  # steps that wait for one another have no day
        return today


def numbered(rows: Iterable[LogRow]) -> tuple[LogRow, ...]:
    """Give rows their ids in the order of the sheet; they are short, because readings are named for them."""
    return tuple(replace(row, id=f"r{place}") for place, row in enumerate(rows, 1))


def may_be_logged(measure: Measure) -> bool:
    """Tell whether a patient can write a measure down alone: what they count, rate, or answer with yes or no."""
    return measure.kind in _COUNTED or measure.kind is MeasureKind.ACTIVITY or _is_pain(measure)


def make_sheet(
    plan: Plan,
    measures: Mapping[str, Measure],
    today: date,
    *,
    sheet_id: str,
    days: int = 7,
    first_day: date | None = None,
    rows: Iterable[LogRow] | None = None,
    lang: str = "en",
) -> LogSheet:
    """Return the log of a plan, with the rows that are given or those it would ask for; its number is given later."""
    start = first_day or log_start(plan, today)
    asked = log_rows(plan, measures, today, days=days, first_day=start) if rows is None else numbered(rows)
    wanted = _within_steps(asked, plan, start, days, today)
    return LogSheet(
        id=sheet_id, number=0, plan=plan.id, patient=plan.patient, printed_on=today, first_day=start, days=days,
        rows=wanted, lang=lang,
    )  # fmt: skip


def _within_steps(rows: Iterable[LogRow], plan: Plan, start: date, days: int, today: date) -> tuple[LogRow, ...]:
    """Ask for each exercise only on the days on which its step is open."""
    opened = {each.item.id: each for each in home_items(plan, start, later(start, days - 1), today)}

    def within(row: LogRow) -> LogRow:
        each = opened.get(row.item)
        if each is None:
            return row
        first, last = (each.start - start).days, (each.last - start).days
        known: LogRow = replace(row, first=first, last=last if first <= last < days - 1 else None)
        return known

    return tuple(map(within, rows))


def days_of_log(start: date, end: date) -> int:
    """Return how many days a log has that covers a paper's days, both included: 1, 2 or 4 weeks, never more."""
    wanted = (end - start).days + 1
    return next((days for days in LOG_DAYS if days >= wanted), LOG_DAYS[-1])


def last_day(sheet: LogSheet) -> date:
    """Return the last day that a sheet was planned for."""
    return sheet.first_day + timedelta(days=sheet.days - 1)


def cell_days(row: LogRow, days: int) -> range:
    """Return the days, from 0, on which a row has a cell: each that its step is open, or the last of each week."""
    if row.weekly:
        return range(6, days, 7)
    return range(row.first, days if row.last is None else min(row.last + 1, days))


def _is_pain(measure: Measure) -> bool:
    return measure.id == PAIN or measure.id.startswith(f"{PAIN}_")


def _asked(plan: Plan, measures: Mapping[str, Measure]) -> Iterator[Asked]:
    """Yield what open checkpoints, then goals, ask about and a patient can write down, each thing once."""
    seen: set[tuple[str, str, Side | None]] = set()
    for criterion in _criteria(plan, measures):
        measure = measures.get(criterion.measure)
        if measure is None or not may_be_logged(measure):
            continue
        for side in _sides(criterion, measure, plan):
            thing = (measure.id, same_words(criterion.activity), side)
            if thing not in seen:
                seen.add(thing)
                yield criterion, measure, side


def _criteria(plan: Plan, measures: Mapping[str, Measure]) -> Iterator[Criterion]:
    closed = {step.id for step in plan.steps if step.status in CLOSED}
    for checkpoint in plan.checkpoints:
        if not checkpoint.steps or not closed.issuperset(checkpoint.steps):
            yield from (criterion for criterion in checkpoint.criteria if not _is_mean(criterion, measures))
    named = {one.key: one.words for one in activities(plan, measures)}
    for goal in plan.goals:
        criterion = goal_criterion(goal, measures)
        if criterion is not None and not _is_mean(criterion, measures):
            words = named.get(criterion.activity, ())
            yield replace(criterion, name=words, plain_name=()) if words else criterion


def _is_mean(criterion: Criterion, measures: Mapping[str, Measure]) -> bool:
    """Tell whether a criterion asks for the mean of activities, which are rated one by one."""
    measure = measures.get(criterion.measure)
    return measure is not None and measure.kind is MeasureKind.ACTIVITY and not criterion.activity


def _sides(criterion: Criterion, measure: Measure, plan: Plan) -> tuple[Side | None, ...]:
    side = asked_side(criterion, measure, plan)
    return (Side.LEFT, Side.RIGHT) if side is Side.BOTH else (side,)


def _measure_row(criterion: Criterion, measure: Measure, side: Side | None) -> LogRow:
    return LogRow(
        id="",
        kind=LogRowKind.MEASURE,
        name=_name(criterion, measure),
        unit=criterion.unit or measure.unit,
        measure=measure.id,
        measure_kind=measure.kind,
        activity=criterion.activity,
        side=side,
        weekly=not measure.is_daily,
    )


def _name(criterion: Criterion, measure: Measure) -> tuple[LangText, ...]:
    """Return the activity in the patient's words, else the name a patient understands."""
    if criterion.activity:
        is_worded = any(words.text == criterion.activity for words in criterion.name)
        return criterion.name if is_worded else (LangText(lang="en", text=criterion.activity),)
    return criterion.plain_name or measure.plain_name or criterion.name or measure.name


def _exercise_row(item: Item) -> LogRow:
    names = tuple(LangText(lang=words.lang, text=words.plain_name or words.name) for words in item.texts)
    days: int | None = getattr(item.dose, "days_per_week", None)
    side: Side | None = getattr(item.dose, "side", None)
    return LogRow(id="", kind=LogRowKind.EXERCISE, name=names, item=item.id, side=side, days_per_week=days)
