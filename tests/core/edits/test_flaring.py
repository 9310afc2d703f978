"""A flare is marked and ended; the doses of the plan stay as they are written, and no medicine is part of one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from core.drawn_plans import plans
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core import edits
from painplanner.core.dose import ExerciseDose, MedicineDose
from painplanner.core.edits.flaring import back_later, begin_flare, end_flare, flares_now
from painplanner.core.flares import flare_on
from painplanner.core.graded import asked_on
from painplanner.core.ids import counting_ids
from painplanner.core.plan import Flare, Item, Plan, Step, items_of
from painplanner.core.values import Impossible

TODAY = date(2026, 3, 2)
LIFT = Item(id="lift", dose=ExerciseDose(sets=2, reps=10))
HEEL = Item(id="heel", dose=ExerciseDose(sets=2, reps=10))
PILL = Item(id="pill", kind="medicine", dose=MedicineDose(times_per_day=2))
PLAN = Plan(id="p", steps=(Step(id="s", items=(LIFT, HEEL, PILL)),))


def later(days: int) -> date:
    return TODAY + timedelta(days=days)


def begun(plan: Plan = PLAN, *items: str, on: date = TODAY) -> Plan:
    return begin_flare(plan, on, counting_ids(len(plan.flares) + 1), items=items)


def test_a_flare_of_the_plan_is_back_on_the_fourth_day_and_changes_no_dose() -> None:
    plan = begun()
    (flare,) = plan.flares
    assert (flare.id, flare.on, flare.back_on, flare.items) == ("flare-1", TODAY, later(3), ())
    assert plan.steps is PLAN.steps
    assert begin_flare(PLAN, TODAY, counting_ids(), back_on=later(5)).flares[0].back_on == later(5)


def test_a_flare_of_an_exercise_names_it_and_leaves_a_medicine_out() -> None:
    assert begun(PLAN, "lift", "pill").flares[0].items == ("lift",)
    with pytest.raises(Impossible, match="no-flare-dose"):
        begun(PLAN, "pill")
    with pytest.raises(Impossible, match="no-flare-dose"):
        begun(Plan(id="p"))


def test_a_flare_that_still_runs_goes_on_and_is_not_marked_twice() -> None:
    plan = begun(begun(), on=later(2))
    assert [(flare.on, flare.back_on) for flare in plan.flares] == [(TODAY, later(5))]
    assert len(begun(begun(), "lift", on=later(2)).flares) == 2
    assert len(begun(begun(), on=later(3)).flares) == 2, "the first one was over"


def test_a_flare_that_is_marked_again_is_never_shorter_unless_that_is_said() -> None:
    long = begin_flare(PLAN, TODAY, counting_ids(), back_on=later(10))
    assert begun(long, on=later(2)).flares[0].back_on == later(10)
    assert begin_flare(long, later(2), counting_ids(), back_on=later(4)).flares[0].back_on == later(4)
    endless = Plan(id="p", steps=PLAN.steps, flares=(Flare(id="f", on=TODAY),))
    assert begun(endless, on=later(2)).flares == endless.flares


def test_a_flare_ends_on_a_day_and_one_of_the_same_day_was_none() -> None:
    plan = begun()
    assert end_flare(plan, "flare-1", later(1)).flares[0].back_on == later(1)
    assert end_flare(plan, "flare-1", TODAY).flares == ()
    assert flares_now(plan, later(2)) == plan.flares
    assert flares_now(plan, later(3)) == ()
    with pytest.raises(Impossible, match="no-such-part"):
        end_flare(plan, "gone", TODAY)


def test_the_full_plan_can_wait_a_day_more() -> None:
    assert back_later(begun(), "flare-1").flares[0].back_on == later(4)
    with pytest.raises(Impossible, match="no-such-part"):
        back_later(PLAN, "flare-1")


def test_a_removed_exercise_leaves_its_flare_and_never_makes_it_one_of_all() -> None:
    plan = begun(PLAN, "lift", "heel")
    assert edits.remove(plan, ("lift",)).flares[0].items == ("heel",)
    assert edits.remove(plan, ("lift", "heel")).flares == ()
    assert edits.remove(begun(), ("lift",)).flares[0].items == ()


@given(plan=plans(), after=st.integers(0, 9))
def test_no_medicine_is_asked_for_differently_in_a_flare(plan: Plan, after: int) -> None:
    try:
        flaring = begin_flare(plan, TODAY, lambda kind: f"new-{kind}")
    except Impossible:
        return
    for _step, item in items_of(flaring):
        if item.kind == "medicine" or isinstance(item.dose, MedicineDose):
            assert flare_on(item, flaring.flares, later(after)) is None
            asked = asked_on(item, TODAY, later(after), flaring.flares)
            assert asked == asked_on(item, TODAY, later(after))
    assert flaring.steps is plan.steps
