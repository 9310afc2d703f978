"""What the numbers say of a checkpoint, in tables: directions, shares, changes that matter, and too little data."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from core.progress.numbers import (
    HOLD,
    MEASURES,
    NDI,
    PAIN,
    RAISES,
    SCREEN,
    SITTING,
    SLEPT,
    TODAY,
    WALKING,
    asks,
    read,
    to,
    week,
)
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.checkpoint import Action, ActionKind, Checkpoint, Combine, Outcome
from painplanner.core.measure import Better, Criterion, Measure, Reading, TargetKind
from painplanner.core.progress.judge import CriterionResult, Gap, combined, judge, judge_criterion, partly_from
from painplanner.core.progress.standing import NotEnough
from painplanner.core.values import Side, replace

MET, PARTLY, NOT, NONE = Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET, None


def result(criterion: Criterion, *readings: Reading) -> CriterionResult:
    return judge(Checkpoint(id="c", criteria=(criterion,)), MEASURES, readings, TODAY).parts[0]


def at(of: Measure, value: float, criterion: Criterion) -> CriterionResult:
    days = week(of, (value,) * 7) if of in (SITTING, WALKING) else (read(of, value),)
    return result(criterion, *days)


@pytest.mark.parametrize(
    ("of", "baseline", "target", "value", "outcome"),
    [
        (SITTING, 10, to(20), 25, MET),
        (SITTING, 10, to(20), 20, MET),
        (SITTING, 10, to(20), 15, PARTLY),
        (SITTING, 10, to(20), 14, NOT),
        (SITTING, 10, to(20), 10, NOT),
        (SITTING, 10, to(20), 5, NOT),
        (WALKING, 10, to(30), 13, PARTLY),
        (WALKING, 10, to(30), 12, NOT),
        (PAIN, 7, to(3), 3, MET),
        (PAIN, 7, to(3), 2, MET),
        (PAIN, 7, to(3), 5, PARTLY),
        (PAIN, 7, to(3), 6, NOT),
        (PAIN, 7, to(3), 9, NOT),
        (NDI, 30, to(15), 21, NOT),
        (NDI, 30, to(15), 19, PARTLY),
        (PAIN, 8, to(3, TargetKind.CHANGE), 5, MET),
        (PAIN, 8, to(50, TargetKind.PERCENT), 4, MET),
        (PAIN, 8, to(50, TargetKind.PERCENT), 6, PARTLY),
        (PAIN, 8, to(None, TargetKind.MCID), 6, MET),
        (PAIN, 8, to(None, TargetKind.MCID), 7, NOT),
        (WALKING, 20, to(None, TargetKind.MCID), 25, MET),
        (PAIN, 7, to(-2, TargetKind.CHANGE), 7, NOT),
        (PAIN, 1, to(None, TargetKind.MCID), 0, MET),
        (PAIN, 1, to(None, TargetKind.MCID), 1, NOT),
        (PAIN, 2, to(3, TargetKind.CHANGE), 0, MET),
        (PAIN, 2, to(3, TargetKind.CHANGE), 1, NOT),
        (PAIN, 7, to(-2, TargetKind.CHANGE), 5, MET),
        (PAIN, 8, to(-50, TargetKind.PERCENT), 4, MET),
    ],
)
def test_a_number_is_met_partly_or_not_met(
    of: Measure, baseline: float, target: Any, value: float, outcome: Outcome
) -> None:
    assert at(of, value, asks(of, target, baseline)).outcome is outcome


@pytest.mark.parametrize(
    ("partly", "value", "outcome"),
    [
        (to(12), 12, PARTLY),
        (to(12), 11, NOT),
        (to(3, TargetKind.CHANGE), 13, PARTLY),
        (to(20, TargetKind.PERCENT), 12, PARTLY),
    ],
)
def test_partly_is_where_the_clinician_said(partly: Any, value: float, outcome: Outcome) -> None:
    assert at(SITTING, value, asks(SITTING, 20, 10, partly=partly)).outcome is outcome


def test_from_where_a_target_is_partly_met_is_one_number() -> None:
    assert partly_from(asks(SITTING, 20, 10), SITTING) == 15, "half way"
    assert partly_from(asks(SITTING, 20, 10, partly=to(12)), SITTING) == 12, "as it was said"
    assert partly_from(asks(SITTING, 20), SITTING) is None, "half way from where is not known"


@pytest.mark.parametrize(("value", "outcome"), [(0, NOT), (9, NOT), (10, PARTLY), (20, MET)])
def test_where_a_share_of_nothing_was_said_partly_is_half_way(value: float, outcome: Outcome) -> None:
    asked = asks(SITTING, 20, 0, partly=to(20, TargetKind.PERCENT))
    assert at(SITTING, value, asked).outcome is outcome


def test_too_few_numbers_are_not_enough_data_and_never_not_met() -> None:
    found = judge(Checkpoint(id="c", criteria=(asks(SITTING, 20, 10),)), MEASURES, week(SITTING, (5, 5, 5)), TODAY)
    assert (found.outcome, found.action, found.parts[0].gap) == (None, None, Gap.NUMBERS)
    assert found.parts[0].standing == NotEnough(count=3, of=7, needed=4)


@pytest.mark.parametrize(
    ("criterion", "gap"),
    [
        (asks(PAIN, None, 7), Gap.TARGET),
        (asks(PAIN, to(2, TargetKind.CHANGE)), Gap.BASELINE),
        (asks(PAIN, to(50, TargetKind.PERCENT), 0), Gap.TARGET),
        (asks(SCREEN, 4, 6), Gap.DIRECTION),
        (asks(PAIN, 3), Gap.BASELINE),
        (replace(asks(PAIN, 3, 7), measure="measure.gone"), Gap.MEASURE),
    ],
    ids=["no target", "change of nothing known", "a share of 0", "a screen", "not there, no start", "no measure"],
)
def test_what_cannot_be_judged_says_why(criterion: Criterion, gap: Gap) -> None:
    of = SCREEN if criterion.measure == SCREEN.id else PAIN
    found = at(of, 5, criterion)
    assert (found.outcome, found.gap) == (None, gap)


def test_a_target_that_is_reached_needs_no_start() -> None:
    assert at(PAIN, 3, asks(PAIN, 3)).outcome is MET


def test_a_change_is_told_from_error_only_where_a_publication_says_how_large_error_is() -> None:
    assert at(NDI, 25, asks(NDI, 15, 30)).is_mdc is False
    assert at(NDI, 19, asks(NDI, 15, 30)).is_mdc is True
    assert at(NDI, 45, asks(NDI, 15, 30)).is_mdc is True, "worse beyond error"
    assert at(HOLD, 60, asks(HOLD, 100, 50)).is_mdc is None, "by arithmetic only"
    assert at(PAIN, 5, asks(PAIN, 3, 7)).is_mdc is None
    assert at(PAIN, 5, asks(PAIN, 3)).is_mcid is None, "no start"


def test_a_change_is_better_above_nothing_on_any_scale() -> None:
    assert at(PAIN, 4, asks(PAIN, 3, 7)).change == 3
    assert at(SITTING, 8, asks(SITTING, 20, 10)).change == -2
    assert at(PAIN, 4, asks(PAIN, 3, 7)).is_mcid is True
    assert at(PAIN, 9, asks(PAIN, 3, 7)).is_mcid is False


def test_a_plan_that_calls_another_direction_better_is_read_so() -> None:
    assert at(SITTING, 5, asks(SITTING, 6, 10, better=Better.LOWER)).outcome is MET


def test_nights_a_week_are_judged_by_the_week() -> None:
    asked = asks(SLEPT, 5, 1)
    assert result(asked, *week(SLEPT, (1, 1, 1, 1, 1, 0, 0))).outcome is MET
    assert result(asked, *week(SLEPT, (1, 0, 1, 0, 1, 0, 0))).outcome is PARTLY
    assert result(asked, *week(SLEPT, (1, 1, 1))).outcome is None


def test_of_both_sides_the_worse_one_decides() -> None:
    asked = asks(RAISES, 20, 5, side=Side.BOTH)
    assert result(asked, read(RAISES, 25, side=Side.LEFT), read(RAISES, 8, side=Side.RIGHT)).outcome is NOT
    assert result(asked, read(RAISES, 25, side=Side.LEFT)).outcome is None


ALL, ANY, TWO = (Combine.ALL, None), (Combine.ANY, None), (Combine.AT_LEAST, 2)


@pytest.mark.parametrize(
    ("how", "outcomes", "expected"),
    [
        (ALL, (MET, MET), MET),
        (ALL, (MET, PARTLY), PARTLY),
        (ALL, (MET, NOT), PARTLY),
        (ALL, (NOT, NOT), NOT),
        (ALL, (MET, NONE), NONE),
        (ALL, (NOT, NONE), NONE),
        (ALL, (NONE, NONE), NONE),
        (ALL, (PARTLY, NOT, NONE), PARTLY),
        (ANY, (MET, NOT), MET),
        (ANY, (MET, NONE), MET),
        (ANY, (PARTLY, NOT), PARTLY),
        (ANY, (NOT, NONE), NONE),
        (ANY, (PARTLY, NONE), NONE),
        (ANY, (NOT, NOT), NOT),
        (TWO, (MET, MET, NOT), MET),
        (TWO, (MET, MET, NONE), MET),
        (TWO, (MET, NOT, NOT), PARTLY),
        (TWO, (MET, NOT, NONE), NONE),
        (TWO, (NOT, NOT, NOT), NOT),
        (TWO, (MET,), MET),
        ((Combine.AT_LEAST, None), (MET, NOT), PARTLY),
        (ALL, (), NONE),
    ],
)
def test_several_measures_join_and_what_is_missing_is_never_read_as_not_met(
    how: tuple[Combine, int | None], outcomes: tuple[Outcome | None, ...], expected: Outcome | None
) -> None:
    criteria = (asks(PAIN, 3),) * len(outcomes)
    check = Checkpoint(id="c", combine=how[0], at_least=how[1], criteria=criteria)
    assert combined(check, outcomes) is expected


@given(
    outcomes=st.lists(st.sampled_from(Outcome), min_size=1, max_size=5),
    gaps=st.sets(st.integers(0, 4)),
    combine=st.sampled_from(Combine),
    least=st.none() | st.integers(1, 6),
)
def test_whatever_is_missing_the_result_is_what_it_would_be_with_it_or_none(
    outcomes: list[Outcome], gaps: set[int], combine: Combine, least: int | None
) -> None:
    check = Checkpoint(id="c", combine=combine, at_least=least, criteria=(asks(PAIN, 3),) * len(outcomes))
    known = [None if n in gaps else outcome for n, outcome in enumerate(outcomes)]
    assert combined(check, known) in {None, combined(check, outcomes)}
    if None in known:
        assert combined(check, known) is not NOT


def test_the_rule_of_the_checkpoint_says_what_follows_else_the_default() -> None:
    check = Checkpoint(id="c", criteria=(asks(PAIN, 3, 7),), on_met=Action(kind=ActionKind.HAND_OVER))
    for value, expected in ((3, ActionKind.HAND_OVER), (5, ActionKind.RECHECK), (7, ActionKind.RECONSIDER)):
        found = judge(check, MEASURES, [read(PAIN, value)], TODAY)
        assert found.action is not None
        assert found.action.kind is expected
    assert judge(replace(check, on_met=None), MEASURES, [read(PAIN, 1)], TODAY).action == Action(
        kind=ActionKind.NEXT_STEP
    )


@pytest.mark.parametrize("days", [(-5, -2, 0, 1), (-5, -4, -3, 1)])
def test_a_week_holds_seven_days_across_the_end_of_a_february(days: tuple[int, ...]) -> None:
    leap = date(2024, 2, 29)
    numbers = [replace(read(SITTING, 20), on=leap + timedelta(days=n), id=str(n)) for n in days]
    assert judge_criterion(asks(SITTING, 20, 10), SITTING, numbers, date(2024, 3, 1)).outcome is MET
    assert judge_criterion(asks(SITTING, 20, 10), SITTING, numbers, date(2024, 3, 2)).outcome is None
