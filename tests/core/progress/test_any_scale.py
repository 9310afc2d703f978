"""What holds of a result on any scale: a better number is never worse, and a scale turned round says the same."""

from __future__ import annotations

from decimal import Decimal

from core.progress.numbers import (
    TODAY,
    amount,
    asks,
    measure,
    read,
    to,
)
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.checkpoint import Outcome
from painplanner.core.measure import Better, Measure, Target, TargetKind
from painplanner.core.progress.judge import judge_criterion
from painplanner.core.values import replace

MET, PARTLY, NOT = Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET


_of_hundred = st.integers(0, 100)
_targets = st.one_of(
    st.builds(to, _of_hundred),
    st.builds(to, st.integers(-30, 30), st.just(TargetKind.CHANGE)),
    st.builds(to, st.integers(-60, 60), st.just(TargetKind.PERCENT)),
    st.just(to(None, TargetKind.MCID)),
)
_changes = st.just(()) | st.builds(amount, st.integers(1, 40).map(str), percent=st.booleans())
_scales = st.builds(
    measure,
    st.just("measure.any"),
    better=st.sampled_from((Better.HIGHER, Better.LOWER)),
    maximum=st.just(Decimal(100)),
    mcid=_changes,
    mdc=_changes,
)


def _rank(outcome: Outcome | None) -> int:
    return (None, NOT, PARTLY, MET).index(outcome)


@given(
    of=_scales,
    baseline=st.none() | _of_hundred,
    target=_targets,
    partly=st.none() | _targets,
    numbers=st.tuples(_of_hundred, _of_hundred),
)
def test_a_better_number_never_has_a_worse_outcome_on_any_scale(
    of: Measure, baseline: int | None, target: Target, partly: Target | None, numbers: tuple[int, int]
) -> None:
    asked = asks(of, target, baseline, partly=partly)
    worse, better = (
        judge_criterion(asked, of, [read(of, n)], TODAY) for n in sorted(numbers, reverse=of.better is Better.LOWER)
    )
    assert worse.outcome is None or better.outcome is None or _rank(worse.outcome) <= _rank(better.outcome)
    for found in (worse, better):
        assert found.is_mdc is None or of.mdc
        if found.outcome is PARTLY and partly is None:
            assert found.change is not None
            assert found.change > 0
            assert found.is_mdc is not False
        if found.outcome is MET and target.kind is not TargetKind.VALUE and target.amount != 0:
            assert found.change is not None
            assert found.change > 0


@given(
    of=_scales,
    baseline=_of_hundred,
    number=_of_hundred,
    target=st.integers(-30, 30),
    partly=st.none() | st.integers(-30, 30),
)
def test_a_scale_turned_round_says_the_same(
    of: Measure, baseline: int, number: int, target: int, partly: int | None
) -> None:
    way = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER}
    fixed = replace(of, mcid=tuple(c for c in of.mcid if not c.percent), mdc=tuple(c for c in of.mdc if not c.percent))
    turned = replace(fixed, better=way[of.better])
    least = None if partly is None else to(partly, TargetKind.CHANGE)

    def outcome(scale: Measure, start: int, now: int) -> Outcome | None:
        asked = asks(scale, to(target, TargetKind.CHANGE), start, partly=least)
        return judge_criterion(asked, scale, [read(scale, now)], TODAY).outcome

    assert outcome(fixed, baseline, number) is outcome(turned, 100 - baseline, 100 - number)
