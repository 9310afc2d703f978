"""The man with sciatica four weeks on: what came back and was decided, as progress reports tell of it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from documents.sciatica import LEG_PAIN, MEASURES, NAPROXEN, PLAN, SIT, SLIDER, both, request

from painplanner.core.checkpoint import Decision, Outcome
from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogRowKind, LogSheet
from painplanner.core.log_making import make_sheet
from painplanner.core.measure import Better, Change, Measure, Reading
from painplanner.core.plan import Action, ActionKind, Flare, Plan
from painplanner.core.source import Source, SourceTag
from painplanner.core.values import replace
from painplanner.documents.request import Request

TODAY = date(2026, 2, 10)
BEGUN = date(2026, 1, 13)
FARRAR = Source(tag=SourceTag.R, text="Farrar 2001, Pain 94:149")
NRS = Measure(
    id="measure.nrs",
    name=both("Pain, 0 to 10", "Dolor, de 0 a 10"),
    maximum=Decimal(10),
    better=Better.LOWER,
    mcid=(Change(amount=Decimal(2), population="long-lasting pain", sources=(FARRAR,)),),
    mdc=(Change(amount=Decimal(1), sources=(FARRAR,)),),
)
KNOWN = {**MEASURES, NRS.id: NRS}
SLEPT = "measure.slept_through"
FLARE = Flare(id="flare-1", on=date(2026, 1, 20), back_on=date(2026, 1, 24), items=(SLIDER.id,), note="long drive")
DECIDED = Decision(
    id="decision-1",
    checkpoint="check-1",
    on=date(2026, 1, 27),
    found=Outcome.PARTLY,
    outcome=Outcome.PARTLY,
    action=Action(kind=ActionKind.RECHECK, days=14),
    reason="He sat through a meal.",
)


def number(measure: str, on: date, value: float, **more: Any) -> Reading:
    return Reading(id=f"{measure}-{on}", patient="patient-1", measure=measure, on=on, value=Decimal(str(value)), **more)


def numbers(measure: str, first: date, *values: float | None, every: int = 1) -> tuple[Reading, ...]:
    """Return a number for each day from the first on; a day without one is left blank."""
    days = ((first + timedelta(days=n * every), value) for n, value in enumerate(values))
    return tuple(number(measure, on, value) for on, value in days if value is not None)


SAT = "measure.sitting_minutes"
SITTING = (
    *numbers(SAT, BEGUN, 10, 10, 11, None, None, None, 12, 13, 12, None, 13, 14, 15, 15),
    *numbers(SAT, date(2026, 2, 4), 17, 18, None, 19, 20, 21, 22),
)
PAIN = numbers("measure.nrs", BEGUN, 7, 6, 6, 5, 4, every=7)
NIGHTS = numbers(SLEPT, date(2026, 2, 4), 1, 0, 1, 1, 0, 1, 1)
READINGS = (*SITTING, *PAIN, *NIGHTS)


def tracked_plan() -> Plan:
    """Return the plan as it is by then: a decision, a flare, a medicine that was stopped."""
    dated = [replace(one, baseline_on=BEGUN) for one in (LEG_PAIN, SIT)]
    check = replace(PLAN.checkpoints[0], criteria=tuple(dated))
    plan: Plan = replace(PLAN, checkpoints=(check,), decisions=(DECIDED,), flares=(FLARE,))
    stopped = {"stopped_on": date(2026, 1, 27)}
    steps = tuple(
        replace(step, items=tuple(replace(i, **stopped) if i.id == NAPROXEN.id else i for i in step.items))
        for step in plan.steps
    )
    return replace(plan, steps=steps, next_visit=replace(plan.next_visit, on=date(2026, 2, 24)))


def sheet(plan: Plan = PLAN) -> LogSheet:
    """Return the log that was given on the second day."""
    first = date(2026, 1, 15)
    return make_sheet(plan, KNOWN, first, sheet_id="sheet-1", days=14, first_day=first, lang="en")


def filled(of: LogSheet) -> FilledLog:
    """Return it as it came back: done on most days, too sore on one, two left blank."""
    states = [CellState.DONE] * 9 + [CellState.TOO_SORE, CellState.NOT_DONE, CellState.DONE]
    rows = [row for row in of.rows if row.kind is LogRowKind.EXERCISE]
    cells = tuple(LogCell(row=row.id, day=day, state=state) for row in rows for day, state in enumerate(states))
    return FilledLog(
        id="log-1",
        sheet=of.id,
        plan=of.plan,
        patient="patient-1",
        first_day=date(2026, 1, 15),
        entered_on=date(2026, 1, 29),
        cells=cells,
        is_complete=True,
    )


def reported(**changes: Any) -> Request:
    """Return the request for a progress report."""
    given: dict[str, Any] = {
        "plan": tracked_plan(),
        "today": TODAY,
        "start": TODAY,
        "end": TODAY + timedelta(days=13),
        "measures": KNOWN,
        "readings": READINGS,
        "visit": date(2026, 1, 27),
        "sheets": (sheet(),),
        "logs": (filled(sheet()),),
        "before": PLAN,
    }
    return request(**(given | changes))
