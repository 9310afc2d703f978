"""A medicine that must never stop suddenly is not ended by an edit without a line that says how it is taken down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from core.drawn_plans import plans
from core.review.made import TODAY, day, exercise, medicine, plan, step
from hypothesis import given

from painplanner.core import edits
from painplanner.core.checkpoint import Action, ActionKind, Decision, Outcome
from painplanner.core.dose import StopRule
from painplanner.core.edits.deciding import decide
from painplanner.core.edits.stopping import is_never_sudden, stopped_suddenly, with_stop_plan
from painplanner.core.library import Intervention, Kind, Library
from painplanner.core.plan import Checkpoint, Item, OnDate, Plan, StepStatus, Texts, items_of
from painplanner.core.values import Impossible, replace

LONG_AGO = day(-30)
NAPROXEN = Intervention(id="medicine.naproxen", kind=Kind.MEDICINE, texts=(Texts(lang="en", name="Naproxen"),))
SHELF = Library(entries={NAPROXEN.id: NAPROXEN})


def pill(name: str = "gabapentin", **changes: Any) -> Item:
    return replace(medicine(name, stop_rule=StopRule.NEVER_SUDDENLY, trial_end=None), **changes)


def running(*items: Item, **changes: Any) -> Plan:
    """A plan whose step began a month ago, with a later one behind it."""
    known: dict[str, Any] = {"status": StepStatus.ACTIVE, "started_on": LONG_AGO, "days": None} | changes
    return plan(step(*items, **known), step(exercise(), step_id="later", on=30), start=LONG_AGO)


def names(before: Plan, after: Plan) -> list[str]:
    return [item.id for item in stopped_suddenly(before, after, TODAY)]


ENDS: dict[str, Callable[[Plan], Plan]] = {
    "stopped": lambda p: edits.stop_item(p, "gabapentin", TODAY),
    "taken out": lambda p: edits.remove(p, ("gabapentin",)),
    "its step taken out": lambda p: edits.remove(p, ("step",)),
    "its step stopped": lambda p: edits.set_step(p, "step", status=StepStatus.STOPPED, ended_on=TODAY),
    "its step done": lambda p: edits.set_step(p, "step", status=StepStatus.DONE, ended_on=TODAY),
    "its step skipped": lambda p: edits.set_step(p, "step", status=StepStatus.SKIPPED),
    "swapped": lambda p: edits.swap_item(p, "gabapentin", NAPROXEN, SHELF, lambda kind: f"{kind}-new", today=TODAY),
    "moved to a step that is over": lambda p: edits.move_items(
        edits.set_step(p, "later", status=StepStatus.SKIPPED), ("gabapentin",), "later", 0
    ),
}


@pytest.mark.parametrize("way", ENDS)
def test_every_way_of_ending_it_is_seen(way: str) -> None:
    before = running(pill())
    assert names(before, ENDS[way](before)) == ["gabapentin"]


@pytest.mark.parametrize("way", ENDS)
def test_one_with_a_line_that_may_stop_on_a_day_or_that_was_not_begun_ends_without_a_question(way: str) -> None:
    end = ENDS[way]
    on_a_day = running(medicine("gabapentin"))
    assert names(on_a_day, end(on_a_day)) == []
    begins_today = running(pill(), started_on=TODAY)
    assert names(begins_today, end(begins_today)) == []
    added_today = running(pill(added_on=TODAY))
    assert names(added_today, end(added_today)) == []
    stopped_before = running(pill(stopped_on=day(-2)))
    assert names(stopped_before, end(stopped_before)) == []


@pytest.mark.parametrize("way", [way for way in ENDS if "taken out" not in way])
def test_a_line_that_was_written_before_answers(way: str) -> None:
    planned = running(pill(stop_plan="As written for the pharmacy"))
    assert names(planned, ENDS[way](planned)) == []


def test_another_edit_asks_nothing() -> None:
    before = running(pill())
    assert names(before, edits.set_item(before, "gabapentin", note="With food")) == []
    assert names(before, edits.move_items(before, ("gabapentin",), "later", 0)) == []
    stopped = edits.stop_item(before, "gabapentin", TODAY)
    assert names(stopped, edits.set_item(stopped, "gabapentin", note="With food")) == []
    assert names(stopped, edits.resume_item(stopped, "gabapentin")) == []


def test_a_medicine_that_goes_on_in_the_next_step_is_not_ended() -> None:
    more = pill(id="more", source="medicine.gabapentin")
    before = plan(
        step(pill(), status=StepStatus.ACTIVE, started_on=LONG_AGO, days=None),
        step(more, step_id="next", on=1),
        start=LONG_AGO,
    )
    done = edits.set_step(before, "step", status=StepStatus.DONE, ended_on=TODAY)
    assert names(before, done) == []
    late = edits.set_step(done, "next", timing=OnDate(on=day(9)))
    assert names(before, late) == ["gabapentin"]


@pytest.mark.parametrize("way", ENDS)
def test_the_line_is_kept_at_the_medicine_and_answers(way: str) -> None:
    before = running(pill())
    after = with_stop_plan(before, ENDS[way](before), ("gabapentin",), "By a third each week", TODAY)
    kept = edits.find_item(after, "gabapentin")
    assert kept.stop_plan == "By a third each week"
    assert names(before, after) == []


def test_one_that_was_taken_out_stays_where_it_was_as_stopped_today() -> None:
    before = running(exercise("clam"), pill())
    after = with_stop_plan(before, edits.remove(before, ("gabapentin",)), ("gabapentin",), "Slowly", TODAY)
    assert [(i.id, i.stopped_on) for i in after.steps[0].items] == [("clam", None), ("gabapentin", TODAY)]
    gone = with_stop_plan(before, edits.remove(before, ("step",)), ("gabapentin",), "Slowly", TODAY)
    assert [item.id for item in gone.steps[0].items] == ["bridge", "gabapentin"]


def test_with_the_last_step_gone_the_line_stands_in_the_note_of_the_plan() -> None:
    before = plan(step(pill(), status=StepStatus.ACTIVE, started_on=LONG_AGO), start=LONG_AGO, note="Lives alone")
    after = with_stop_plan(before, edits.remove(before, ("step",)), ("gabapentin",), "Slowly", TODAY)
    assert after.note.startswith("Lives alone\n")
    assert after.note.endswith("Slowly")


def test_a_decision_that_stops_a_trial_never_ends_such_a_medicine_by_itself() -> None:
    check = Checkpoint(
        id="check", steps=("step",), when=OnDate(on=TODAY), on_not_met=Action(kind=ActionKind.STOP_TRIAL)
    )
    before = replace(running(pill()), checkpoints=(check,))
    stop = Decision(
        id="d",
        checkpoint="check",
        on=TODAY,
        outcome=Outcome.NOT_MET,
        found=Outcome.NOT_MET,
        action=Action(kind=ActionKind.STOP_TRIAL),
    )
    with pytest.raises(Impossible) as refused:
        decide(before, stop, TODAY, lambda kind: f"{kind}-1")
    assert refused.value.code == "taking-down-missing"
    planned = edits.set_item(edits.stop_item(before, "gabapentin", TODAY), "gabapentin", stop_plan="Slowly")
    assert decide(planned, stop, TODAY, lambda kind: f"{kind}-1").steps[0].status is StepStatus.STOPPED


@given(plans())
def test_of_any_plan_only_what_must_never_stop_is_asked_about(of: Plan) -> None:
    emptied = replace(of, steps=())
    for item in stopped_suddenly(of, emptied, TODAY):
        assert is_never_sudden(item)
        assert with_stop_plan(of, emptied, (item.id,), "Slowly", TODAY).note.endswith("Slowly")
    assert stopped_suddenly(of, of, TODAY) == ()
    ids = tuple(item.id for _step, item in items_of(of) if is_never_sudden(item))
    assert stopped_suddenly(of, with_stop_plan(of, edits.remove(of, ids), ids, "Slowly", TODAY), TODAY) == ()
