"""Items: copies of the library that a plan owns."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from core.whole_plans import TODAY, chain, small_library

from painplanner.core import edits
from painplanner.core.clip import cut_out, paste
from painplanner.core.dose import ActivityDose, AnyDose, ExerciseDose, MedicineDose, Progression, StopRule
from painplanner.core.ids import counting_ids
from painplanner.core.plan import FigureRef, Item, OnDate, Plan, Step
from painplanner.core.values import Impossible, Region, Side, replace

LIBRARY = small_library()
GLIDE, BRIDGE = LIBRARY.entries["exercise.glide"], LIBRARY.entries["exercise.bridge"]


def test_an_item_is_the_plans_own_copy_of_its_entry() -> None:
    item = edits.new_item(BRIDGE, LIBRARY, counting_ids(), today=TODAY)
    assert item == Item(
        id="item-1",
        source="exercise.bridge",
        library_version="1",
        texts=BRIDGE.texts,
        dose=ExerciseDose(sets=3, reps=10),
        figure=FigureRef(id="figure.bridge", sha256="a" * 64),
        cautions=("osteoporosis",),
        added_on=TODAY,
    )


def test_the_usual_dose_of_a_clinician_comes_before_that_of_the_entry() -> None:
    usual = ExerciseDose(sets=2, reps=6)
    assert edits.new_item(BRIDGE, LIBRARY, counting_ids(), dose=usual).dose == usual


def test_a_two_sided_exercise_takes_the_painful_side() -> None:
    plan = Plan(id="p", side=Side.LEFT)
    assert edits.new_item(GLIDE, LIBRARY, counting_ids(), plan=plan).dose == ExerciseDose(
        sets=2, reps=10, side=Side.LEFT
    )
    right = ExerciseDose(side=Side.RIGHT)
    assert edits.new_item(GLIDE, LIBRARY, counting_ids(), plan=plan, dose=right).dose == right
    assert edits.new_item(BRIDGE, LIBRARY, counting_ids(), plan=plan).dose == BRIDGE.dose


def test_a_medicine_comes_without_an_amount() -> None:
    usual = MedicineDose(amount=Decimal(400), unit="mg", times_per_day=3)
    for dose in (None, usual):
        item = edits.new_item(LIBRARY.entries["medicine.ibuprofen"], LIBRARY, counting_ids(), dose=dose)
        assert item.dose == MedicineDose(stop_rule=StopRule.NEVER_SUDDENLY)
    assert item.drug_classes == ("nsaid",)
    assert item.cautions == ("condition.peptic-ulcer", "kidney-disease")


def test_the_first_item_makes_the_first_step() -> None:
    plan = edits.add_item(Plan(id="p"), Item(id="i"), counting_ids())
    assert [[i.id for i in s.items] for s in plan.steps] == [["i"]]


def test_an_item_goes_to_the_last_step_or_where_it_is_put() -> None:
    plan = chain(2, items=1)
    last = edits.add_item(plan, Item(id="new"), counting_ids(100))
    assert [[i.id for i in s.items] for s in last.steps] == [["item-1"], ["item-3", "new"]]
    first = edits.add_item(plan, Item(id="new"), counting_ids(100), step=plan.steps[0].id, at=0)
    assert [[i.id for i in s.items] for s in first.steps] == [["new", "item-1"], ["item-3"]]


def test_an_item_twice_in_a_plan_is_refused() -> None:
    with pytest.raises(Impossible, match="duplicate-id"):
        edits.add_item(chain(2), Item(id="item-1"), counting_ids(100))


def test_items_move_between_and_within_steps_in_their_order() -> None:
    plan = Plan(
        id="p",
        steps=(
            Step(id="one", items=(Item(id="a"), Item(id="b"), Item(id="c"))),
            Step(id="two", items=(Item(id="d"), Item(id="e"))),
        ),
    )

    def order(moved: Plan) -> str:
        return "|".join("".join(i.id for i in s.items) for s in moved.steps)

    assert order(edits.move_items(plan, ["c", "a"], "two", 1)) == "b|dace"
    assert order(edits.move_items(plan, ["a"], "one", 2)) == "bac|de"
    assert order(edits.move_items(plan, ["c"], "one", 0)) == "cab|de"
    assert order(edits.move_items(plan, ["e", "b"], "two", 99)) == "ac|dbe"


def test_a_swapped_item_stays_behind_the_new_one_as_stopped() -> None:
    plan = chain(2, items=2)
    new = edits.swap_item(plan, "item-1", GLIDE, LIBRARY, counting_ids(100), today=TODAY)
    first, old, other = new.steps[0].items
    assert (first.source, first.replaces, first.added_on) == ("exercise.glide", "item-1", TODAY)
    assert (old.id, old.stopped_on) == ("item-1", TODAY)
    assert other is plan.steps[0].items[1]
    assert new.steps[1] is plan.steps[1]


def test_a_stopped_item_keeps_its_day_and_can_be_taken_up_again() -> None:
    plan = edits.stop_item(chain(1), "item-1", TODAY)
    again = edits.stop_item(plan, "item-1", TODAY + timedelta(days=7))
    assert edits.find_item(again, "item-1").stopped_on == TODAY
    assert edits.find_item(edits.resume_item(again, "item-1"), "item-1").stopped_on is None


def test_a_dose_is_given_to_one_item() -> None:
    dose = ExerciseDose(sets=1)
    plan = edits.set_dose(chain(2), "item-1", dose)
    assert edits.find_item(plan, "item-1").dose == dose
    assert edits.step_of(plan, "item-1") is plan.steps[0]


def test_a_dose_under_way_remembers_the_day_it_was_changed() -> None:
    plan = growing(ExerciseDose(sets=2), TODAY - timedelta(days=14))
    changed = edits.find_item(edits.set_dose(plan, "i", ExerciseDose(sets=3), TODAY), "i")
    assert changed.dosed_on == TODAY
    assert edits.set_dose(plan, "i", ExerciseDose(sets=2), TODAY) == plan
    later = growing(ExerciseDose(sets=2), TODAY)
    assert edits.find_item(edits.set_dose(later, "i", ExerciseDose(sets=3), TODAY), "i").dosed_on is None


def graded(minutes: int, since: date | None = None, every: int = 3) -> ActivityDose:
    rule = Progression(add=Decimal(2), every_days=every, since=since)
    return ActivityDose(minutes=Decimal(minutes), progression=rule)


def growing(dose: AnyDose | None, begins: date) -> Plan:
    return Plan(id="p", steps=(Step(id="s", timing=OnDate(on=begins), items=(Item(id="i", dose=dose),)),))


def since(plan: Plan) -> date | None:
    dose = edits.find_item(plan, "i").dose
    assert isinstance(dose, ActivityDose)
    assert dose.progression is not None
    return dose.progression.since


def test_another_amount_of_a_dose_under_way_counts_from_today() -> None:
    plan = growing(graded(8), TODAY - timedelta(days=14))
    assert since(edits.set_dose(plan, "i", graded(12), TODAY)) == TODAY
    assert since(edits.set_dose(plan, "i", graded(12))) is None, "nobody says which day it is"


def test_other_rounds_or_times_leave_the_minutes_that_were_reached() -> None:
    walk = replace(graded(8), rounds=2)
    plan = growing(walk, TODAY - timedelta(days=14))
    assert since(edits.set_dose(plan, "i", replace(walk, rounds=3), TODAY)) is None
    assert since(edits.set_dose(plan, "i", replace(walk, times_per_day=3), TODAY)) is None


def test_a_dose_under_way_that_begins_to_grow_counts_from_today() -> None:
    plan = growing(ActivityDose(minutes=Decimal(8)), TODAY - timedelta(days=14))
    assert since(edits.set_dose(plan, "i", graded(8), TODAY)) == TODAY


def test_what_is_not_the_amount_leaves_the_count_as_it_is() -> None:
    plan = growing(graded(8), TODAY - timedelta(days=14))
    assert since(edits.set_dose(plan, "i", graded(8, every=7), TODAY)) is None
    begun = growing(graded(8, TODAY - timedelta(days=7)), TODAY - timedelta(days=14))
    kept = edits.set_dose(begun, "i", replace(edits.find_item(begun, "i").dose, times_per_day=3), TODAY)
    assert since(kept) == TODAY - timedelta(days=7)


@pytest.mark.parametrize("begins", [TODAY, TODAY + timedelta(days=3)])
def test_a_dose_that_has_not_begun_counts_from_its_first_day(begins: date) -> None:
    assert since(edits.set_dose(growing(graded(8), begins), "i", graded(12), TODAY)) is None


def test_a_new_item_and_a_copy_count_from_no_day_of_another_plan() -> None:
    usual = graded(8, TODAY)
    item = edits.new_item(BRIDGE, LIBRARY, counting_ids(), dose=usual)
    assert item.dose == graded(8)
    plan = growing(usual, TODAY)
    assert since(paste(Plan(id="q"), cut_out(plan, ["s"]), lambda kind: kind[0])) is None


@pytest.mark.parametrize("edit", [edits.find_item, edits.step_of, edits.resume_item, edits.set_goal, edits.set_driver])
def test_a_part_that_is_not_there_is_refused(edit) -> None:
    with pytest.raises(Impossible, match="no-such-part"):
        edit(chain(1), "nothing")


def sides(plan: Plan) -> list[Side | None]:
    return [item.dose.side for item in plan.steps[0].items if isinstance(item.dose, ExerciseDose)]


def test_two_sided_exercises_follow_the_painful_side() -> None:
    doses = [ExerciseDose(side=side) for side in (None, Side.LEFT, Side.RIGHT, Side.BOTH)]
    items = tuple(Item(id=f"i{n}", dose=dose, two_sided=True) for n, dose in enumerate(doses))
    single = Item(id="single", dose=ExerciseDose(sets=1))
    plan = Plan(id="p", side=Side.LEFT, steps=(Step(id="s", items=(*items, single)), Step(id="other")))
    right = edits.set_painful(plan, Region.KNEE, Side.RIGHT)
    assert sides(right) == [Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.BOTH, None]
    assert (right.region, right.side) == (Region.KNEE, Side.RIGHT)
    assert right.steps[1] is plan.steps[1]
    assert sides(edits.set_painful(plan, Region.KNEE, None)) == [None, None, Side.RIGHT, Side.BOTH, None]
    assert edits.set_painful(plan, Region.KNEE, Side.LEFT).steps[0].items[4] is single
