"""The last sheet as the common visit shows it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from core.drawn_plans import any_day, plans
from hypothesis import given

from painplanner.core.dose import ActivityDose, ExerciseDose, MedicineDose, Where
from painplanner.core.edits import stop_item, swap_item
from painplanner.core.follow_up import follow_up_rows, last_sheet
from painplanner.core.ids import counting_ids
from painplanner.core.library import Intervention, Kind, Library
from painplanner.core.plan import AfterStep, Item, Lasts, OnDate, Plan, Step, StepStatus, Texts
from painplanner.core.values import replace

TODAY = date(2026, 1, 28)
START = date(2026, 1, 14)


def entry(entry_id: str, **links: str) -> Intervention:
    return Intervention(id=entry_id, kind=Kind.EXERCISE, texts=(Texts(lang="en", name=entry_id),), **links)


LIBRARY = Library(
    entries={
        e.id: e
        for e in (
            entry("exercise.bridge", harder="exercise.single_leg_bridge", easier="exercise.gone"),
            entry("exercise.single_leg_bridge", easier="exercise.bridge"),
        )
    }
)


def item(item_id: str, **changes: object) -> Item:
    known = {"source": f"exercise.{item_id}", "dose": ExerciseDose(sets=3), "added_on": START}
    return Item(**({"id": item_id, "kind": "exercise"} | known | changes))  # type: ignore[arg-type]


def at_home(*items: Item, **changes: object) -> Plan:
    step = Step(id="step", items=items, status=StepStatus.ACTIVE, started_on=START)
    return Plan(id="plan", start=START, steps=(replace(step, **changes),))


def shown(plan: Plan, today: date = TODAY) -> list[str]:
    return [row.item.id for row in follow_up_rows(plan, LIBRARY, today)]


def test_each_line_knows_its_harder_and_easier_neighbour_in_the_library() -> None:
    row = follow_up_rows(at_home(item("bridge")), LIBRARY, TODAY)[0]
    assert (row.harder_id, row.easier_id) == ("exercise.single_leg_bridge", "")
    assert (row.step, row.number, row.dose) == ("step", "1", ExerciseDose(sets=3))
    assert not row.is_new
    own = follow_up_rows(at_home(item("own")), LIBRARY, TODAY)[0]
    assert (own.harder_id, own.easier_id) == ("", "")


def test_only_what_is_done_at_home_by_the_sheet_is_listed() -> None:
    medicine = item("pill", kind="medicine", dose=MedicineDose())
    in_clinic = item("machine", dose=ExerciseDose(where=Where.CLINIC))
    walking = item("walk", kind="lifestyle", dose=ActivityDose(minutes=Decimal(5)))
    assert shown(at_home(item("bridge"), medicine, in_clinic, walking)) == ["bridge", "walk"]


def test_a_trial_that_ran_out_unmarked_is_still_on_the_sheet_and_a_closed_one_is_not() -> None:
    assert shown(at_home(item("bridge"), trial_end=Lasts(days=7))) == ["bridge"]
    assert shown(at_home(item("bridge"), status=StepStatus.DONE)) == []


def test_steps_to_come_are_not_listed_until_nothing_has_begun() -> None:
    coming = Step(id="later", items=(item("later_one"),), timing=OnDate(on=TODAY + timedelta(days=3)))
    plan = at_home(item("bridge"))
    both = replace(plan, steps=(*plan.steps, coming))
    assert shown(both) == ["bridge"]
    assert shown(replace(plan, steps=(coming,))) == ["later_one"]


def test_what_was_stopped_before_is_gone_and_what_this_visit_stopped_can_be_taken_up_again() -> None:
    plan = at_home(item("bridge"), item("bird_dog", stopped_on=TODAY - timedelta(days=1)))
    assert shown(plan) == ["bridge"]
    stopped = follow_up_rows(stop_item(plan, "bridge", TODAY), LIBRARY, TODAY)
    assert [(row.item.id, row.is_stopped) for row in stopped] == [("bridge", True)]


def test_a_harder_exercise_stands_in_the_line_of_the_one_it_took_over_from() -> None:
    plan = at_home(item("bridge"), item("bird_dog"))
    harder = LIBRARY.entries["exercise.single_leg_bridge"]
    swapped = swap_item(plan, "bridge", harder, LIBRARY, counting_ids(), today=TODAY)
    rows = follow_up_rows(swapped, LIBRARY, TODAY)
    assert [row.item.source for row in rows] == ["exercise.single_leg_bridge", "exercise.bird_dog"]
    assert rows[0].is_new
    assert rows[0].replaced is not None
    assert rows[0].replaced.id == "bridge"
    assert rows[0].easier_id == "exercise.bridge"


def test_a_plan_of_today_has_nothing_new_in_it() -> None:
    fresh = replace(at_home(item("bridge", added_on=TODAY), started_on=TODAY), start=TODAY)
    assert not follow_up_rows(fresh, LIBRARY, TODAY)[0].is_new
    later = at_home(item("bridge", added_on=TODAY))
    assert follow_up_rows(later, LIBRARY, TODAY)[0].is_new


def test_steps_that_wait_for_one_another_are_shown_too() -> None:
    ring = Plan(
        id="plan",
        steps=(
            Step(id="a", timing=AfterStep(step="b"), items=(item("bridge"),)),
            Step(id="b", timing=AfterStep(step="a")),
        ),
    )
    assert shown(ring) == ["bridge"]


@given(plan=plans(), today=any_day)
def test_every_constructible_plan_has_a_last_sheet(plan: Plan, today: date) -> None:
    rows = follow_up_rows(plan, LIBRARY, today)
    assert {row.item.id for row in rows} <= {i.id for _step, i in last_sheet(plan, today)}
    assert all(row.step in {s.id for s in plan.steps} for row in rows)
