"""Steps in their order, and what is mended when one goes."""

from __future__ import annotations

from datetime import date, timedelta

from core.whole_plans import TODAY, chain, plans
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core import edits
from painplanner.core.ids import counting_ids
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    Driver,
    EveryWeeks,
    Goal,
    Item,
    OnDate,
    Plan,
    Purpose,
    Step,
    Texts,
)
from painplanner.core.schedule import schedule
from painplanner.core.values import LangText, replace


def links(plan: Plan) -> list[tuple[str, str]]:
    """Return each step with the step it counts from."""
    return [(s.id, s.timing.step if isinstance(s.timing, AfterStep) else "") for s in plan.steps]


def abc() -> Plan:
    steps = (
        Step(id="a"),
        Step(id="b", timing=AfterStep(step="a", days=1)),
        Step(id="c", timing=AfterStep(step="b", anchor=Anchor.START, days=2)),
    )
    return Plan(id="p", start=TODAY, steps=steps)


def starts(plan: Plan) -> dict[str, date]:
    return {span.step: span.start for span in schedule(plan, TODAY).spans}


def test_a_new_step_follows_the_last_one() -> None:
    plan = edits.add_step(abc(), counting_ids(), purpose=Purpose.RELIEF, title="Calm", items=(Item(id="i"),))
    assert plan.steps[3] == Step(
        id="step-1", title="Calm", purpose=Purpose.RELIEF, timing=AfterStep(step="c"), items=(Item(id="i"),)
    )
    assert edits.add_step(Plan(id="p"), counting_ids()).steps == (Step(id="step-1"),)


def test_a_step_put_into_a_chain_becomes_its_link() -> None:
    plan = edits.add_step(abc(), counting_ids(), after="a")
    assert links(plan) == [("a", ""), ("step-1", "a"), ("b", "step-1"), ("c", "b")]
    assert starts(edits.add_step(abc(), counting_ids(), after="a"))["b"] == starts(abc())["b"]


@given(plans(), st.data())
def test_a_step_added_and_removed_leaves_the_plan_as_it_was(plan: Plan, data: st.DataObject) -> None:
    after = data.draw(st.sampled_from(["", *(s.id for s in plan.steps)]))
    added = edits.add_step(plan, counting_ids(), after=after)
    assert edits.remove(added, ["step-1"]) == plan


def test_moved_steps_follow_their_new_neighbours() -> None:
    assert links(edits.move_steps(abc(), ["c"], 1)) == [("a", ""), ("c", "a"), ("b", "c")]
    assert links(edits.move_steps(abc(), ["a"], 3)) == [("b", ""), ("c", "b"), ("a", "c")]
    moved = edits.move_steps(abc(), ["c"], 0)
    assert links(moved) == [("c", ""), ("a", "c"), ("b", "a")]


def test_a_step_with_a_date_of_its_own_keeps_it_when_moved() -> None:
    plan = edits.set_step(abc(), "b", timing=OnDate(on=TODAY))
    assert edits.find_step(edits.move_steps(plan, ["b"], 0), "b").timing == OnDate(on=TODAY)


def test_steps_that_would_wait_in_a_ring_keep_their_timing() -> None:
    plan = edits.set_step(abc(), "c", timing=AfterStep(step="a", days=7))
    moved = edits.move_steps(plan, ["a"], 3)
    assert links(moved) == [("b", "a"), ("c", "a"), ("a", "")]
    schedule(moved, TODAY)


def test_who_waited_for_a_removed_step_waits_for_what_it_waited_for() -> None:
    plan = edits.remove(abc(), ["b"])
    assert edits.find_step(plan, "c").timing == AfterStep(step="a", anchor=Anchor.END, days=3)
    assert edits.find_step(plan, "a") is not None
    assert starts(plan)["c"] == starts(abc())["c"]


def test_who_waited_for_the_first_step_counts_from_the_start_of_the_plan() -> None:
    plan = edits.remove(abc(), ["a", "b"])
    assert edits.find_step(plan, "c").timing == OnDate(on=TODAY + timedelta(days=3))
    assert edits.remove(chain(2), [chain(2).steps[0].id]).steps[0].timing is None
    dated = edits.set_step(abc(), "a", timing=OnDate(on=TODAY + timedelta(days=10)))
    assert edits.find_step(edits.remove(dated, ["a"]), "b").timing == OnDate(on=TODAY + timedelta(days=11))


def test_checkpoints_are_mended_or_go_with_their_last_step() -> None:
    checks = (
        Checkpoint(id="only", steps=("b",)),
        Checkpoint(
            id="both",
            steps=("b", "c"),
            when=AfterStep(step="b", days=14),
            on_met=Action(kind=ActionKind.NEXT_STEP, target="b"),
            on_partly=Action(kind=ActionKind.NEXT_STEP, target="c"),
        ),
        Checkpoint(id="weekly", steps=("c",), when=EveryWeeks(weeks=2, step="b")),
        Checkpoint(id="plan", when=AfterStep(step="b", days=14)),
    )
    plan = edits.remove(replace(abc(), checkpoints=checks), ["b"])
    assert plan.checkpoints == (
        Checkpoint(
            id="both",
            steps=("c",),
            when=AfterStep(step="c", days=14),
            on_met=Action(kind=ActionKind.NEXT_STEP, target=""),
            on_partly=Action(kind=ActionKind.NEXT_STEP, target="c"),
        ),
        Checkpoint(id="weekly", steps=("c",), when=EveryWeeks(weeks=2)),
        Checkpoint(id="plan", when=AfterStep(step="a", days=15)),
    )


def test_a_removed_driver_is_forgotten_everywhere() -> None:
    plan = replace(
        abc(),
        drivers=(Driver(id="d"), Driver(id="e")),
        steps=(Step(id="a", drivers=("d", "e")),),
        checkpoints=(Checkpoint(id="k", on_not_met=Action(kind=ActionKind.RECONSIDER, target="d")),),
    )
    left = edits.remove(plan, ["d"])
    assert left.steps[0].drivers == ("e",)
    assert left.checkpoints[0].on_not_met == Action(kind=ActionKind.RECONSIDER, target="")


def test_a_removed_item_is_skipped_in_what_replaced_what() -> None:
    items = (Item(id="c", replaces="b"), Item(id="b", replaces="a"), Item(id="a"))
    plan = Plan(id="p", steps=(Step(id="s", items=items),))
    assert edits.find_item(edits.remove(plan, ["b"]), "c").replaces == "a"
    assert edits.find_item(edits.remove(plan, ["a", "b"]), "c").replaces == ""


def test_a_typed_title_takes_the_place_of_the_ready_words() -> None:
    words = (Texts(lang="en", name="Calm"), Texts(lang="es", name="Calmar"))
    plan = Plan(id="p", steps=(Step(id="s", title="Calm", words=words),))
    assert edits.set_step(plan, "s", note="slowly").steps[0].words == words
    assert edits.set_step(plan, "s", title="Calm").steps[0].words == words
    assert edits.set_step(plan, "s", title="Calm down").steps[0].words == ()


def test_goals_drivers_and_checkpoints_are_added_and_changed() -> None:
    plan = edits.add_goal(Plan(id="p"), counting_ids(), "Walk")
    plan = edits.add_driver(plan, counting_ids(), "A stiff hip")
    plan = edits.add_checkpoint(plan, counting_ids(), when=OnDate(on=TODAY))
    assert (plan.goals, plan.drivers) == (
        (Goal(id="goal-1", text="Walk"),),
        (Driver(id="driver-1", text="A stiff hip"),),
    )
    assert plan.checkpoints == (Checkpoint(id="checkpoint-1", when=OnDate(on=TODAY)),)
    ready = replace(plan, goals=(Goal(id="g", words=(LangText(lang="es", text="Caminar"),)),))
    assert edits.set_goal(ready, "g", text="Run").goals == (Goal(id="g", text="Run"),)
    assert edits.set_driver(plan, "driver-1", text="A weak hip").drivers[0].text == "A weak hip"
    assert edits.set_checkpoint(plan, "checkpoint-1", note="by phone").checkpoints[0].note == "by phone"
