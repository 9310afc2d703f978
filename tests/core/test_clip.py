"""Copying between plans: new ids, nothing of the first patient but the work."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from core.whole_plans import TODAY, all_ids, chain, dangling, plans
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.clip import Clip, clip_bytes, cut_out, paste, read_clip
from painplanner.core.dose import ExerciseDose, MedicineDose, ProcedureDose, StopRule
from painplanner.core.ids import counting_ids
from painplanner.core.measure import Criterion
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Checkpoint,
    Goal,
    Item,
    Lasts,
    OnDate,
    Plan,
    Step,
    StepStatus,
    TeachBack,
)
from painplanner.core.schedule import schedule
from painplanner.core.values import Impossible, Side, replace


@given(source=plans(), target=plans(), data=st.data())
def test_pasting_makes_new_ids_and_leaves_the_target_whole(source: Plan, target: Plan, data: st.DataObject) -> None:
    target = data.draw(st.sampled_from([source, replace(target, patient="patient-2", steps=(), checkpoints=())]))
    clip = cut_out(source, data.draw(st.sets(st.sampled_from(["nothing", *all_ids(source)]))))
    pasted = paste(target, clip, counting_ids(9000))
    before = set(all_ids(target))
    assert before <= set(all_ids(pasted))
    assert (set(all_ids(pasted)) - before).isdisjoint(all_ids(source))
    assert dangling(pasted) <= dangling(target)
    assert all(c.baseline is None for each in pasted.checkpoints[len(target.checkpoints) :] for c in each.criteria)
    schedule(pasted, TODAY)


@given(plans(), st.data())
def test_a_clip_reads_back_from_the_clipboard(plan: Plan, data: st.DataObject) -> None:
    clip = cut_out(plan, data.draw(st.sets(st.sampled_from(["nothing", *all_ids(plan)]))))
    assert read_clip(clip_bytes(clip)) == clip


@pytest.mark.parametrize("data", [b"", b"bridge", b"[]", b'{"steps": 3}', b'{"colour": "red"}', b"\xff"])
def test_what_is_no_clip_is_refused(data: bytes) -> None:
    with pytest.raises(Impossible, match="unreadable"):
        read_clip(data)


def test_an_empty_clip_changes_nothing() -> None:
    plan = chain(2)
    assert cut_out(plan, ()).is_empty
    assert paste(plan, Clip(patient=plan.patient), counting_ids(100)) is plan


def test_an_item_of_a_copied_step_is_not_copied_twice() -> None:
    plan = chain(2)
    step = plan.steps[0]
    clip = cut_out(plan, [step.items[0].id, step.id, plan.steps[1].items[1].id])
    assert clip.steps == (step,)
    assert clip.items == (plan.steps[1].items[1],)


def test_pasted_steps_follow_one_another_behind_the_chosen_one() -> None:
    plan = chain(3)
    pasted = paste(plan, cut_out(plan, [plan.steps[1].id, plan.steps[2].id]), counting_ids(100), after=plan.steps[0].id)
    ids = [step.id for step in pasted.steps]
    assert len(ids) == 5
    assert [step.timing.step for step in pasted.steps if isinstance(step.timing, AfterStep)] == ids[:-1]


def test_references_between_pasted_parts_are_kept() -> None:
    plan = chain(3)
    first, second, third = plan.steps
    check = Checkpoint(
        id="check",
        steps=(first.id, third.id),
        when=AfterStep(step=first.id, days=14),
        criteria=(Criterion(measure="measure.psfs", baseline=Decimal(3), baseline_on=TODAY),),
        on_met=Action(kind=ActionKind.NEXT_STEP, target=second.id),
        on_not_met=Action(kind=ActionKind.NEXT_STEP, target=third.id),
    )
    plan = replace(plan, patient="a", checkpoints=(check,))
    pasted = paste(Plan(id="other", patient="b"), cut_out(plan, [first.id, second.id, "check"]), counting_ids(100))
    copy = pasted.checkpoints[0]
    assert copy.steps == (pasted.steps[0].id,)
    assert copy.when == AfterStep(step=pasted.steps[0].id, days=14)
    assert copy.on_met == Action(kind=ActionKind.NEXT_STEP, target=pasted.steps[1].id)
    assert copy.on_not_met == Action(kind=ActionKind.NEXT_STEP, target="")
    assert copy.criteria == (Criterion(measure="measure.psfs"),)


def test_dates_and_progress_stay_behind() -> None:
    item = Item(id="i", shown=TeachBack.YES, added_on=TODAY)
    stopped = Item(id="j", stopped_on=TODAY)
    step = Step(
        id="s",
        timing=OnDate(on=TODAY),
        trial_end=OnDate(on=TODAY + timedelta(days=20)),
        status=StepStatus.DONE,
        started_on=TODAY,
        ended_on=TODAY,
        items=(item, stopped),
    )
    goal = Goal(id="g", text="Walk to the shop", by=date(2026, 5, 1))
    plan = Plan(id="p", steps=(step,), goals=(goal,))
    pasted = paste(Plan(id="q"), cut_out(plan, ["s", "g"]), counting_ids())
    new = pasted.steps[0]
    assert (new.timing, new.trial_end, new.status, new.started_on, new.ended_on) == (
        None,
        Lasts(days=21),
        StepStatus.PLANNED,
        None,
        None,
    )
    assert [(i.shown, i.added_on, i.stopped_on) for i in new.items] == [(TeachBack.NOT_RECORDED, None, None)]
    assert (pasted.goals[0].text, pasted.goals[0].by) == ("Walk to the shop", None)


def sided_plan(patient: str, side: Side | None) -> Plan:
    doses = (
        ExerciseDose(reps=10, side=Side.LEFT),
        ExerciseDose(reps=10, side=Side.BOTH),
        ProcedureDose(level="L5", side=Side.LEFT),
        MedicineDose(amount=Decimal(400), unit="mg", stop_rule=StopRule.NEVER_SUDDENLY),
    )
    items = tuple(Item(id=f"i{n}", dose=dose, two_sided=True) for n, dose in enumerate(doses))
    return Plan(id="p", patient=patient, side=side, steps=(Step(id="s", items=items),))


def test_for_another_patient_sides_and_amounts_are_not_carried_over() -> None:
    clip = cut_out(sided_plan("a", Side.LEFT), ["s"])
    pasted = paste(Plan(id="q", patient="b", side=Side.RIGHT), clip, counting_ids())
    assert [item.dose for item in pasted.steps[0].items] == [
        ExerciseDose(reps=10, side=Side.RIGHT),
        ExerciseDose(reps=10, side=Side.BOTH),
        ProcedureDose(level="L5", side=Side.RIGHT),
        MedicineDose(stop_rule=StopRule.NEVER_SUDDENLY),
    ]


def test_for_the_same_patient_doses_stay_as_they_are() -> None:
    plan = sided_plan("a", Side.RIGHT)
    pasted = paste(plan, cut_out(plan, ["s"]), counting_ids())
    assert [i.dose for i in pasted.steps[1].items] == [i.dose for i in plan.steps[0].items]


def test_items_go_into_the_chosen_step() -> None:
    plan = chain(2)
    clip = cut_out(plan, [plan.steps[1].items[0].id])
    assert [len(s.items) for s in paste(plan, clip, counting_ids(100), step=plan.steps[0].id).steps] == [4, 3]
    assert [len(s.items) for s in paste(plan, clip, counting_ids(100)).steps] == [3, 4]
    assert [len(s.items) for s in paste(Plan(id="q"), clip, counting_ids(100)).steps] == [1]
