"""A checkpoint of a plan: which readings count there, whose side is asked, and what was decided on already."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from core.drawn_plans import any_day, plans, readings
from core.progress.numbers import (
    MEASURES,
    PAIN,
    RAISES,
    TODAY,
    asks,
    day,
    read,
)
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.checkpoint import Action, ActionKind, Checkpoint, Decision, Outcome
from painplanner.core.edits.deciding import decide
from painplanner.core.ids import counting_ids
from painplanner.core.known_dates import known_dates
from painplanner.core.measure import Reading
from painplanner.core.plan import EveryWeeks, Lasts, OnDate, Plan, Step, StepStatus, When
from painplanner.core.progress.judge import judge_in
from painplanner.core.values import Side, replace

MET, NOT = Outcome.MET, Outcome.NOT_MET


def test_in_a_plan_only_what_was_read_in_the_trial_and_since_the_last_decision_counts() -> None:
    check = Checkpoint(id="c", steps=("a",), criteria=(asks(PAIN, 3, 7),))
    step = Step(id="a", timing=OnDate(on=day(-14)), trial_end=Lasts(days=28))
    plan = Plan(id="plan", steps=(step,), checkpoints=(check,))

    def outcome(plan: Plan, *readings: Reading) -> Outcome | None:
        return judge_in(plan, check, known_dates(plan, TODAY), MEASURES, readings, TODAY).outcome

    assert outcome(plan, read(PAIN, 2, -20)) is None, "before the trial"
    assert outcome(plan, read(PAIN, 2, -7)) is MET
    decided = replace(plan, decisions=(Decision(id="d", checkpoint="c", on=day(-7)),))
    assert outcome(decided, read(PAIN, 2, -7)) is None, "decided on already"
    assert outcome(decided, read(PAIN, 2, -7), read(PAIN, 7)) is NOT
    today = replace(plan, decisions=(Decision(id="d", checkpoint="c", on=TODAY),))
    assert outcome(today, read(PAIN, 2, -7)) is MET, "a decision of today does not change what it was made from"


@pytest.mark.parametrize(
    ("painful", "left", "right", "outcome"),
    [
        (Side.LEFT, 20, 5, MET),
        (Side.RIGHT, 20, 5, NOT),
        (Side.BOTH, 20, 5, NOT),
        (Side.BOTH, 20, 20, MET),
        (Side.BOTH, 20, None, None),
        (Side.RIGHT, 20, None, None),
        (None, 20, 5, NOT),
        (None, 20, None, MET),
    ],
)
def test_in_a_plan_the_painful_side_is_asked_where_a_measure_tells_sides_apart(
    painful: Side | None, left: int, right: int | None, outcome: Outcome | None
) -> None:
    check = Checkpoint(id="c", criteria=(asks(RAISES, 20, 5),))
    plan = Plan(id="plan", side=painful, checkpoints=(check,))
    numbers = [read(RAISES, n, side=on) for n, on in ((left, Side.LEFT), (right, Side.RIGHT)) if n is not None]
    assert judge_in(plan, check, known_dates(plan, TODAY), MEASURES, numbers, TODAY).outcome is outcome


@pytest.mark.parametrize("when", [EveryWeeks(weeks=2, step="a"), OnDate(on=TODAY)])
def test_a_number_decided_on_is_old_to_every_look_that_asks_the_same(when: When) -> None:
    step = Step(id="a", status=StepStatus.ACTIVE, started_on=day(-14), trial_end=Lasts(days=90))
    check = Checkpoint(id="c", steps=("a",), when=when, criteria=(asks(PAIN, 3, 7),))
    other = replace(check, id="other", criteria=(asks(PAIN, 2, 7),))
    plan = Plan(id="plan", start=day(-14), steps=(step,), checkpoints=(check, other))
    again = Action(kind=ActionKind.RECHECK, days=5)
    decided = Decision(id="d", checkpoint="c", on=TODAY, action=again, reason="pain moved")
    later = decide(plan, decided, TODAY, counting_ids())
    found = {
        check.id: judge_in(later, check, known_dates(later, day(5)), MEASURES, [read(PAIN, 2, -1)], day(5)).outcome
        for check in later.checkpoints
    }
    assert found.pop("other") is MET, "it asks something else"
    assert set(found.values()) == {None}


@given(plan=plans(), numbers=readings, today=any_day, after=st.integers(1, 400))
def test_what_is_read_later_never_changes_what_a_day_said(
    plan: Plan, numbers: tuple[Reading, ...], today: date, after: int
) -> None:
    dates, later = known_dates(plan, today), tuple(replace(r, on=today + timedelta(days=after)) for r in numbers)
    for check in plan.checkpoints:
        found = judge_in(plan, check, dates, MEASURES, (*numbers, *later), today)
        assert found == judge_in(plan, check, dates, MEASURES, numbers, today)


@given(plan=plans(), numbers=readings, today=any_day)
def test_every_constructible_plan_can_be_judged(plan: Plan, numbers: tuple[Reading, ...], today: date) -> None:
    dates = known_dates(plan, today)
    for check in plan.checkpoints:
        found = judge_in(plan, check, dates, MEASURES, numbers, today)
        assert len(found.parts) == len(check.criteria)
        assert all((part.outcome is None) is (part.gap is not None) for part in found.parts)
        assert found.outcome is not NOT or all(part.outcome is NOT for part in found.parts)
        assert found.action is not None or found.outcome is None
        assert all(part.change is None or isinstance(part.change, Decimal) for part in found.parts)
