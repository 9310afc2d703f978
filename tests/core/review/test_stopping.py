"""How a medicine ends: none that must never stop suddenly, and no opioid after a week, without a line for it."""

from __future__ import annotations

from typing import Any

import pytest
from core.review.made import TODAY, codes, day, found, medicine, plan, step

from painplanner.core.dose import StopRule
from painplanner.core.findings import Severity
from painplanner.core.plan import Item, Plan, Step, StepStatus
from painplanner.core.source import SourceTag
from painplanner.core.values import replace


def pill(name: str = "gabapentin", stopped: int | None = None, **changes: Any) -> Item:
    made: Item = replace(medicine(name, stop_rule=StopRule.NEVER_SUDDENLY, trial_end=None), **changes)
    return made if stopped is None else replace(made, stopped_on=day(stopped))


def since(days: int, *items: Item, **changes: Any) -> Step:
    known: dict[str, Any] = {"status": StepStatus.ACTIVE, "started_on": day(-days), "days": None}
    return step(*items, **(known | changes))


def begun(days: int, *items: Item, **changes: Any) -> Plan:
    return plan(since(days, *items, **changes), start=day(-days))


def closed(status: StepStatus, **changes: Any) -> Plan:
    return begun(20, pill(**changes), status=status, ended_on=TODAY)


def test_one_that_was_stopped_waits_for_its_line() -> None:
    stopped = begun(20, pill(stopped=0))
    seen = found("stopped-suddenly", stopped)
    assert (seen.subject, seen.severity, seen.source.tag) == ("gabapentin", Severity.SHOULD, SourceTag.K)
    assert seen.arg("on") == TODAY.isoformat()
    assert "stopped-suddenly" not in codes(begun(20, pill(stopped=0, stop_plan="Slowly")))


@pytest.mark.parametrize("status", [StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED])
def test_so_does_one_whose_step_was_closed_with_it(status: StepStatus) -> None:
    assert "stopped-suddenly" in codes(closed(status))
    assert "stopped-suddenly" not in codes(closed(status, stop_plan="Slowly"))


@pytest.mark.parametrize(
    "of",
    [
        begun(20, pill()),
        begun(20, pill(stopped=9)),
        begun(20, pill(stopped=-20)),
        begun(20, pill(added_on=TODAY, stopped=0)),
        begun(20, replace(medicine("gabapentin"), stopped_on=TODAY)),
        plan(step(pill(), status=StepStatus.SKIPPED, on=-20), start=day(-20)),
        plan(step(pill(stopped=0), on=3)),
    ],
)
def test_one_that_goes_on_was_never_begun_or_may_stop_does_not(of: Plan) -> None:
    assert "stopped-suddenly" not in codes(of)


def test_one_that_goes_on_in_the_next_step_was_not_stopped() -> None:
    more = pill(source="medicine.gabapentin", id="more")
    first = since(20, pill(), status=StepStatus.DONE, ended_on=day(-1))
    assert "stopped-suddenly" not in codes(plan(first, since(0, more, step_id="next"), start=day(-20)))
    late = step(more, step_id="next", on=9, days=None)
    assert "stopped-suddenly" in codes(plan(first, late, start=day(-20)))


@pytest.mark.parametrize(("days", "is_seen"), [(6, False), (7, True), (40, True)])
def test_an_opioid_of_a_week_that_was_stopped_stops_printing(days: int, is_seen: bool) -> None:
    stopped = begun(days, pill("oxycodone", stopped=0))
    assert ("opioid-stops-suddenly" in codes(stopped)) is is_seen
    assert ("stopped-suddenly" in codes(stopped)) is not is_seen
    if is_seen:
        assert found("opioid-stops-suddenly", stopped).severity is Severity.STOP
    assert "opioid-stops-suddenly" not in codes(begun(days, pill("oxycodone", stopped=0, stop_plan="Slowly")))


@pytest.mark.parametrize(("last", "is_seen"), [(5, False), (6, True), (27, True)])
def test_an_opioid_that_ends_on_a_date_after_a_week_needs_a_line(last: int, is_seen: bool) -> None:
    assert ("opioid-stops-suddenly" in codes(plan(step(medicine("tramadol", trial_end=day(last)))))) is is_seen
    unset = medicine("tramadol", trial_end=day(last), stop_rule=None)
    assert ("opioid-stops-suddenly" in codes(plan(step(unset)))) is is_seen
    never = medicine("tramadol", trial_end=day(last), stop_rule=StopRule.NEVER_SUDDENLY)
    assert "opioid-stops-suddenly" not in codes(plan(step(never)))
