"""What the plan itself comes to by the day of a checkpoint."""

from __future__ import annotations

from decimal import Decimal

from core.review.made import TODAY, check, criterion, day, exercise, ladder, library, plan, step

from painplanner.core.known_dates import known_dates
from painplanner.core.measure import Better, Criterion, Target, TargetKind
from painplanner.core.plan import Flare, Item, Plan, StepStatus
from painplanner.core.progress.reach import Reach, reach
from painplanner.core.values import LangText, replace

MINUTES = (LangText(lang="en", text="min"),)
SIT = criterion(target=20, unit=MINUTES)


def asking(*items: Item, after: int = 14, asked: Criterion = SIT) -> Plan:
    return plan(step(*items), checkpoints=(check(after, criteria=(asked,)),))


def reached(of: Plan) -> tuple[Reach, ...]:
    return reach(of.checkpoints[0], of, known_dates(of, TODAY), library().measures, TODAY)


def test_a_criterion_is_told_what_its_dose_comes_to_and_whether_that_is_enough() -> None:
    # 10 min, 2 more every 3rd day: 18 min after 14 days.
    (found,) = reached(asking(ladder(10, 2, 3)))
    assert (found.amount, found.target, found.on) == (Decimal(18), Decimal(20), day(14))
    assert found.is_out_of_reach
    (found,) = reached(asking(ladder(10, 2, 3), after=15))
    assert not found.is_out_of_reach


def test_of_several_doses_the_one_that_comes_furthest_counts() -> None:
    slow, fast = replace(ladder(10, 1, 7), id="slow"), replace(ladder(10, 5, 3), id="fast")
    (found,) = reached(asking(slow, fast))
    assert found.item == "fast"


def test_growth_waits_while_a_flare_lasts() -> None:
    flaring = replace(asking(ladder(10, 2, 3)), flares=(Flare(id="f", on=day(3), back_on=day(6)),))
    (found,) = reached(flaring)
    assert found.amount < Decimal(18)


def test_nothing_is_said_of_what_no_growing_dose_is_about() -> None:
    assert reached(asking(exercise())) == ()
    assert reached(asking(ladder(10, 2, 3), asked=criterion("measure.nrs", 3, unit=MINUTES))) == ()
    assert reached(asking(ladder(10, 2, 3), asked=replace(SIT, better=Better.LOWER))) == ()
    assert reached(asking(ladder(10, 2, 3), asked=replace(SIT, target=None))) == ()
    share = Target(kind=TargetKind.PERCENT, amount=Decimal(50))
    assert reached(asking(ladder(10, 2, 3), asked=replace(SIT, target=share, baseline=Decimal(0)))) == ()


def test_what_is_stopped_or_closed_reaches_nothing() -> None:
    assert reached(asking(replace(ladder(10, 2, 3), stopped_on=TODAY))) == ()
    closed = asking(ladder(10, 2, 3))
    assert reached(replace(closed, steps=(replace(closed.steps[0], status=StepStatus.DONE),))) == ()


def test_an_item_that_is_to_stop_grows_until_the_day_before() -> None:
    (found,) = reached(asking(replace(ladder(10, 2, 3), stopped_on=day(7))))
    assert found.amount == Decimal(14)


def test_a_checkpoint_without_a_day_reaches_nothing() -> None:
    undated = asking(ladder(10, 2, 3))
    bare = replace(undated, checkpoints=(replace(undated.checkpoints[0], when=None),))
    assert reached(bare) == ()
