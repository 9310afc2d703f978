"""Rules of how a medicine ends: none that must never stop suddenly, and no opioid after a week, without a line for it.

How fast it goes down is the clinician's; nothing here works out an amount.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from painplanner.core.dose import MedicineDose, StopRule
from painplanner.core.edits.stopping import is_never_sudden
from painplanner.core.findings import Severity
from painplanner.core.graded import item_start
from painplanner.core.library import Kind
from painplanner.core.plan import Item, Step, StepStatus, items_of
from painplanner.core.review.rule import Rule, Spot, args, cite, on_item
from painplanner.core.review.sight import Sight, classes_in
from painplanner.core.source import SourceTag

STOP, SHOULD = Severity.STOP, Severity.SHOULD
OPIOID_DAYS = 7

_SUDDEN = cite(SourceTag.K, "Labels, withdrawal after a sudden stop; clinical facts 3.1, 3.2 and 9.4")
_OPIOID = cite(SourceTag.R2, "CDC 2022, no abrupt stop after a week of use; clinical facts 2.4 and 10 rule 9")

_OVER = frozenset({StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED})


def _stopped_suddenly(sight: Sight) -> Iterator[Spot]:
    for step, item in items_of(sight.plan):
        last = _last_day(step, item, sight) if is_never_sudden(item) and not item.stop_plan.strip() else None
        if last is not None and not _is_long_opioid(step, item, last, sight):
            yield on_item(item, *args(on=last + timedelta(days=1)))


def _opioid_stops_suddenly(sight: Sight) -> Iterator[Spot]:
    """Point at an opioid of a week or more that was stopped, or that stops on its date."""
    for step, item in items_of(sight.plan):
        if item.kind != Kind.MEDICINE or "opioid" not in classes_in(item) or item.stop_plan.strip():
            continue
        last = _last_day(step, item, sight) or _planned_end(step, item, sight)
        if last is not None and _is_long_opioid(step, item, last, sight):
            yield on_item(item, *args(on=last, limit=OPIOID_DAYS))


def _first_day(step: Step, item: Item, sight: Sight) -> date | None:
    span = sight.dates.spans.get(step.id)
    return item_start(item, span.start) if span is not None else None


def _last_day(step: Step, item: Item, sight: Sight) -> date | None:
    """Return the last day of a medicine that was taken and is stopped; `None` where it goes on, or was never begun."""
    first = _first_day(step, item, sight)
    if item.stopped_on is not None and item.stopped_on <= sight.today:
        last = item.stopped_on - timedelta(days=1)
    elif step.status in _OVER and (step.status is not StepStatus.SKIPPED or step.started_on is not None):
        last = step.ended_on or sight.today
    else:
        return None
    if first is None or last < first or _goes_on(item, last, sight):
        return None
    return last


def _goes_on(item: Item, last: date, sight: Sight) -> bool:
    """Tell whether another item of the same medicine takes over by the next day."""
    return bool(item.source) and any(
        other.item.source == item.source
        and other.item.id != item.id
        and (other.start is None or other.start <= last + timedelta(days=1))
        and (other.end is None or other.end > last)
        for other in sight.treatments
    )


def _planned_end(step: Step, item: Item, sight: Sight) -> date | None:
    """Return the day on which a medicine of an open step is to stop; one that never stops suddenly has none."""
    dose = item.dose
    if step.status in _OVER or item.stopped_on is not None or not isinstance(dose, MedicineDose):
        return None
    last = dose.trial_end if dose.stop_rule is not StopRule.NEVER_SUDDENLY else None
    return None if last is None or _goes_on(item, last, sight) else last


def _is_long_opioid(step: Step, item: Item, last: date, sight: Sight) -> bool:
    first = _first_day(step, item, sight)
    return "opioid" in classes_in(item) and first is not None and (last - first).days + 1 >= OPIOID_DAYS


RULES = (
    Rule("opioid-stops-suddenly", STOP, _OPIOID, _opioid_stops_suddenly),
    Rule("stopped-suddenly", SHOULD, _SUDDEN, _stopped_suddenly),
)
