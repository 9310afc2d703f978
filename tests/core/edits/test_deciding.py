"""A decision at a checkpoint moves the plan; booked days and medicines stay as they are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from core.drawn_plans import any_day, plans
from core.review.made import TODAY, check, day, exercise, ladder, medicine, plan, step
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.codec import decode_plan, encode_plan
from painplanner.core.dose import ActivityDose, StopRule
from painplanner.core.edits.deciding import decide, overdue
from painplanner.core.ids import counting_ids
from painplanner.core.known_dates import known_dates
from painplanner.core.library import Kind
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    Decision,
    EveryWeeks,
    Item,
    Lasts,
    OnDate,
    Outcome,
    Plan,
    PlanStatus,
    Purpose,
    Step,
    StepStatus,
    Texts,
    items_of,
)
from painplanner.core.proposal import Proposal, ProposalKind, Reason
from painplanner.core.source import Source, SourceTag
from painplanner.core.values import Impossible, replace

LATER = day(14)
AFTER_SIT = AfterStep(step="sit")


def course(*more: Step, items: tuple[Item, ...] = (), when: Any = None, **changes: Any) -> Plan:
    """Four weeks of sitting that began today, then a step of load, looked at after two weeks."""
    sit = step(*(items or (exercise(),)), step_id="sit", status=StepStatus.ACTIVE, started_on=TODAY)
    load = step(exercise("squat"), step_id="load", timing=AFTER_SIT)
    looked = check(steps=("sit",), when=when or OnDate(on=LATER), **changes)
    return plan(sit, *(more or (load,)), checkpoints=(looked,))


def decided(of: Plan, kind: ActionKind, target: str = "", *, on: date = LATER, **changes: Any) -> Plan:
    days: int | None = changes.pop("days", None)
    proposals: tuple[Proposal, ...] = changes.pop("proposals", ())
    taken_down: str = changes.pop("taken_down", "")
    lang: str = changes.pop("lang", "en")
    known: dict[str, Any] = {"id": "d", "checkpoint": "check", "on": on, "reason": "we agreed"}
    known["action"] = Action(kind=kind, target=target, days=days)
    made = Decision(**(known | changes))
    return decide(of, made, on, counting_ids(), proposals=proposals, taken_down=taken_down, lang=lang)


def test_the_next_step_opens_today_and_this_one_is_done() -> None:
    moved = decided(course(), ActionKind.NEXT_STEP, "load")
    sit, load = moved.steps
    assert (sit.status, sit.started_on, sit.ended_on) == (StepStatus.DONE, TODAY, LATER)
    assert (load.status, load.started_on) == (StepStatus.ACTIVE, LATER)


def test_the_decision_is_kept_with_its_reason_and_gets_an_id_where_it_has_none() -> None:
    moved = decided(course(), ActionKind.CONTINUE, id="", outcome=Outcome.MET, found=Outcome.PARTLY)
    (kept,) = moved.decisions
    assert (kept.id, kept.outcome, kept.found, kept.reason) == ("decision-1", Outcome.MET, Outcome.PARTLY, "we agreed")


def test_without_a_target_the_next_step_that_waits_opens() -> None:
    done = step(step_id="past", status=StepStatus.DONE)
    moved = decided(course(done, step(step_id="load"), step(step_id="walk")), ActionKind.NEXT_STEP)
    assert [s.status for s in moved.steps] == ["done", "done", "active", "planned"]


def test_a_step_that_is_open_already_is_not_opened_again_and_no_other_one_in_its_place() -> None:
    load = step(step_id="load", status=StepStatus.ACTIVE, started_on=day(3))
    moved = decided(course(load, step(step_id="walk")), ActionKind.NEXT_STEP, "load")
    assert (moved.steps[1].started_on, moved.steps[2].status) == (day(3), StepStatus.PLANNED)


def test_after_the_last_step_nothing_opens() -> None:
    moved = decided(course(step(step_id="load", status=StepStatus.SKIPPED)), ActionKind.NEXT_STEP)
    assert [s.status for s in moved.steps] == ["done", "skipped"]


def test_what_counts_from_a_closed_step_follows_and_what_is_booked_stays() -> None:
    shot = step(step_id="shot", timing=OnDate(on=day(40)))
    walk = step(step_id="walk", timing=AfterStep(step="load"))
    moved = decided(course(step(step_id="load", timing=AFTER_SIT), walk, shot), ActionKind.NEXT_STEP)
    spans = known_dates(moved, LATER).spans
    assert spans["load"].start == LATER
    assert spans["walk"].start == day(14 + 27)
    assert spans["shot"].start == day(40)


def test_a_booked_step_keeps_its_day_when_it_is_the_next_one() -> None:
    booked = step(step_id="load", timing=OnDate(on=day(20)))
    to_come = decided(course(booked), ActionKind.NEXT_STEP)
    assert to_come.steps[1] is booked
    over = decided(course(step(step_id="load", timing=OnDate(on=day(10)))), ActionKind.NEXT_STEP)
    assert (over.steps[1].status, over.steps[1].started_on) == (StepStatus.ACTIVE, day(10))


def test_a_step_that_waits_for_healing_waits_from_today_on() -> None:
    resting = step(step_id="load", timing=AfterStep(step="sit", days=3))
    moved = decided(course(resting), ActionKind.NEXT_STEP)
    assert moved.steps[1].status is StepStatus.PLANNED
    assert known_dates(moved, LATER).spans["load"].start == day(17)
    beside = step(step_id="load", timing=AfterStep(step="sit", anchor=Anchor.START, days=21))
    assert decided(course(beside), ActionKind.NEXT_STEP).steps[1].started_on == LATER


def test_a_step_that_went_by_its_date_alone_keeps_the_day_it_began() -> None:
    silent = replace(course(), steps=(step(step_id="sit"), course().steps[1]))
    moved = decided(silent, ActionKind.NEXT_STEP)
    assert (moved.steps[0].started_on, moved.steps[0].ended_on) == (TODAY, LATER)


def test_a_stopped_trial_opens_nothing_and_leaves_out_what_had_not_begun() -> None:
    both = course(step(step_id="load", timing=AFTER_SIT))
    both = replace(both, checkpoints=(replace(both.checkpoints[0], steps=("sit", "load")),))
    moved = decided(both, ActionKind.STOP_TRIAL)
    assert [(s.status, s.ended_on) for s in moved.steps] == [("stopped", LATER), ("skipped", None)]


def test_handing_over_opens_the_step_in_which_the_patient_goes_on_alone() -> None:
    alone = step(step_id="alone", purpose=Purpose.SELF_MANAGEMENT)
    moved = decided(course(step(step_id="load"), alone), ActionKind.HAND_OVER)
    assert [s.status for s in moved.steps] == ["done", "planned", "active"]


@pytest.mark.parametrize("kind", [ActionKind.RECONSIDER, ActionKind.DISCUSS, ActionKind.REFER])
def test_what_is_to_be_thought_over_changes_no_step(kind: ActionKind) -> None:
    before = course()
    moved = decided(before, kind)
    assert moved.steps is before.steps
    assert moved.checkpoints is before.checkpoints


def test_a_recheck_moves_the_look_and_lets_the_trial_last_until_then() -> None:
    moved = decided(course(), ActionKind.RECHECK, days=21)
    dates = known_dates(moved, LATER)
    assert dates.checks["check"] == (day(35),)
    assert dates.spans["sit"].end == day(35)
    assert dates.spans["load"].start == day(35), "what follows moves along"


def test_a_recheck_within_the_trial_lets_its_end_be() -> None:
    moved = decided(course(), ActionKind.RECHECK, days=7)
    assert moved.steps[0].trial_end == Lasts(days=28)
    assert known_dates(moved, LATER).checks["check"] == (day(21),)


def test_a_look_at_the_end_of_a_trial_moves_with_it() -> None:
    at_end = course(when=AFTER_SIT)
    moved = decided(at_end, ActionKind.RECHECK, on=day(27), days=14)
    assert moved.checkpoints[0].when == AFTER_SIT
    assert known_dates(moved, day(27)).checks["check"] == (day(41),)


def test_an_end_that_was_a_day_is_a_later_day() -> None:
    fixed = course()
    fixed = replace(fixed, steps=(replace(fixed.steps[0], trial_end=OnDate(on=day(16))), fixed.steps[1]))
    assert decided(fixed, ActionKind.RECHECK, days=7).steps[0].trial_end == OnDate(on=day(21))


def test_a_recheck_beside_a_repeated_look_is_one_more_look() -> None:
    moved = decided(course(when=EveryWeeks(weeks=4)), ActionKind.RECHECK, days=7)
    first, again = moved.checkpoints
    assert first.when == EveryWeeks(weeks=4)
    assert (again.when, again.criteria, again.steps) == (OnDate(on=day(21)), first.criteria, first.steps)


def test_going_on_changes_nothing_while_the_trial_lasts_and_gives_an_ended_one_time_until_the_next_look() -> None:
    assert decided(course(), ActionKind.CONTINUE).steps == course().steps
    moved = decided(course(), ActionKind.CONTINUE, on=day(30))
    assert known_dates(moved, day(30)).spans["sit"].end == day(44)
    named = decided(course(), ActionKind.CONTINUE, on=day(30), days=7)
    assert known_dates(named, day(30)).spans["sit"].end == day(37)
    looked = decided(course(when=OnDate(on=day(60))), ActionKind.CONTINUE, on=day(30))
    assert known_dates(looked, day(30)).spans["sit"].end == day(60)


def proposed(item: str, dose: Any) -> Proposal:
    source = Source(tag=SourceTag.D, text="rule")
    reason = Reason(code="more")
    return Proposal(
        item=item, kind=ProposalKind.MORE, dose_now=dose, dose_next=dose, reason=reason, from_rule="r", source=source
    )


def test_progressing_takes_the_doses_that_are_proposed_but_never_one_of_a_medicine() -> None:
    more = ActivityDose(minutes=Decimal(14))
    before = course(items=(ladder(10, 2, 3), medicine()))
    chosen = (proposed("graded_sitting", more), proposed("ibuprofen", more))
    moved = decided(before, ActionKind.PROGRESS, proposals=chosen)
    sitting, pill = moved.steps[0].items
    assert (sitting.dose, sitting.dosed_on) == (more, LATER)
    assert pill is before.steps[0].items[1]


@pytest.mark.parametrize(
    "pill",
    [
        medicine(trial_end=day(20)),
        medicine(trial_end=None),
        medicine(stop_rule=StopRule.NEVER_SUDDENLY, trial_end=day(3)),
    ],
    ids=["until a later day", "without a day", "never stopped suddenly, looked at before"],
)
def test_a_medicine_that_is_still_used_goes_along_as_it_is(pill: Item) -> None:
    moved = decided(course(items=(exercise(), pill)), ActionKind.NEXT_STEP)
    assert moved.steps[1].items[-1] is pill
    assert [item.id for item in moved.steps[0].items] == ["bridge"]


@pytest.mark.parametrize("pill", [medicine(trial_end=day(3)), replace(medicine(), stopped_on=day(2))])
def test_a_medicine_that_is_over_stays_with_its_step(pill: Item) -> None:
    moved = decided(course(items=(pill,)), ActionKind.STOP_TRIAL)
    assert moved.steps[0].items == (pill,)


@pytest.mark.parametrize("kind", [ActionKind.STOP_TRIAL, ActionKind.HAND_OVER, ActionKind.NEXT_STEP])
def test_a_step_does_not_close_over_a_medicine_that_nobody_planned_the_end_of(kind: ActionKind) -> None:
    pill = medicine("gabapentin", stop_rule=StopRule.NEVER_SUDDENLY, trial_end=None)
    before = course(step(step_id="load", timing=OnDate(on=day(40))), items=(pill,))
    with pytest.raises(Impossible) as refused:
        decided(before, kind)
    assert refused.value.code == "taking-down-missing"


@pytest.mark.parametrize(("lang", "name"), [("en", "Gabapentin"), ("es", "Gabapentina")])
def test_a_refusal_names_the_medicine_in_the_language_of_the_practice(lang: str, name: str) -> None:
    texts = (Texts(lang="en", name="Gabapentin"), Texts(lang="es", name="Gabapentina"))
    pill = replace(medicine("gabapentin", stop_rule=StopRule.NEVER_SUDDENLY, trial_end=None), texts=texts)
    with pytest.raises(Impossible) as refused:
        decided(course(items=(pill,)), ActionKind.STOP_TRIAL, lang=lang)
    assert refused.value.args_["names"] == (name,)


def test_a_decision_takes_the_line_that_says_how_a_medicine_is_taken_down() -> None:
    pill = medicine("gabapentin", stop_rule=StopRule.NEVER_SUDDENLY, trial_end=None)
    moved = decided(course(items=(pill,)), ActionKind.STOP_TRIAL, taken_down=" Calls each week ")
    assert moved.steps[0].status is StepStatus.STOPPED
    assert moved.steps[0].items == (replace(pill, stop_plan="Calls each week"),)


def test_such_a_line_ends_no_other_medicine() -> None:
    with pytest.raises(Impossible) as refused:
        decided(course(items=(medicine(trial_end=None),)), ActionKind.STOP_TRIAL, taken_down="Slowly")
    assert refused.value.code == "medicine-goes-on"


def test_a_step_that_opens_has_not_ended() -> None:
    waits = step(step_id="load", ended_on=day(-3))
    opened = decided(course(waits), ActionKind.NEXT_STEP).steps[-1]
    assert (opened.id, opened.status, opened.ended_on) == ("load", StepStatus.ACTIVE, None)


def test_a_step_closes_over_a_medicine_whose_taking_down_is_written() -> None:
    pill = replace(medicine("gabapentin", stop_rule=StopRule.NEVER_SUDDENLY, trial_end=None), stop_plan="Slowly")
    moved = decided(course(items=(pill,)), ActionKind.STOP_TRIAL)
    assert (moved.steps[0].status, moved.steps[0].items) == (StepStatus.STOPPED, (pill,))
    other = replace(medicine("baclofen", stop_rule=StopRule.NEVER_SUDDENLY, trial_end=None), id="other")
    with pytest.raises(Impossible) as refused:
        decided(course(items=(pill, other)), ActionKind.STOP_TRIAL)
    assert len(refused.value.args_["names"]) == 1  # pyright: ignore[reportArgumentType]


def test_a_stopped_trial_leaves_its_medicine_with_a_step_that_is_open() -> None:
    other = step(step_id="load", status=StepStatus.ACTIVE, started_on=TODAY)
    pill = medicine("gabapentin", stop_rule=StopRule.NEVER_SUDDENLY, trial_end=None)
    assert decided(course(other, items=(pill,)), ActionKind.STOP_TRIAL).steps[1].items == (pill,)


RULES: dict[str, Any] = {"on_met": Action(kind=ActionKind.NEXT_STEP, target="load")}


@pytest.mark.parametrize(
    ("changes", "kind", "target", "needs"),
    [
        ({"found": Outcome.MET, "outcome": Outcome.MET}, ActionKind.NEXT_STEP, "load", False),
        ({"found": Outcome.MET, "outcome": Outcome.MET}, ActionKind.NEXT_STEP, "", False),
        ({"found": Outcome.MET, "outcome": Outcome.MET}, ActionKind.CONTINUE, "", True),
        ({"found": Outcome.MET, "outcome": Outcome.MET}, ActionKind.NEXT_STEP, "sit", True),
        ({"found": Outcome.PARTLY, "outcome": Outcome.MET}, ActionKind.NEXT_STEP, "load", True),
        ({"found": None, "outcome": Outcome.MET}, ActionKind.NEXT_STEP, "load", True),
        ({}, ActionKind.RECHECK, "", False),
        ({}, ActionKind.CONTINUE, "", False),
        ({}, ActionKind.STOP_TRIAL, "", True),
    ],
)
def test_a_decision_against_the_numbers_or_the_rule_needs_a_reason(
    changes: dict[str, Any], kind: ActionKind, target: str, needs: bool
) -> None:
    before = course(**RULES)
    assert decided(before, kind, target, **changes).decisions
    if not needs:
        assert decided(before, kind, target, reason="", **changes).decisions
        return
    with pytest.raises(Impossible) as refused:
        decided(before, kind, target, reason=" ", **changes)
    assert refused.value.code == "reason-missing"


def test_without_an_action_nothing_is_decided_and_a_checkpoint_that_is_gone_cannot_be() -> None:
    with pytest.raises(Impossible, match="nothing-decided"):
        decided(course(), ActionKind.CONTINUE, action=None)
    with pytest.raises(Impossible, match="no-such-part"):
        decided(course(), ActionKind.CONTINUE, checkpoint="gone")


def test_a_trial_past_its_end_is_overdue_until_it_is_decided_or_closed() -> None:
    late = day(40)
    assert overdue(course(), day(27)) == (), "its last day"
    (found,) = overdue(course(), day(28))
    assert (found.step, found.end) == ("sit", day(27))
    assert overdue(decided(course(), ActionKind.RECONSIDER, on=late), late) == ()
    assert len(overdue(decided(course(), ActionKind.RECONSIDER), late)) == 1, "decided before its end"
    assert overdue(decided(course(), ActionKind.STOP_TRIAL, on=late), late) == ()
    assert overdue(replace(course(), status=PlanStatus.FINISHED), late) == ()


def test_a_trial_that_went_on_is_overdue_again_after_its_new_end() -> None:
    moved = decided(course(), ActionKind.CONTINUE, on=day(30))
    assert overdue(moved, day(44)) == ()
    assert [one.end for one in overdue(moved, day(45))] == [day(44)]


def test_a_step_at_work_before_its_booked_day_goes_on_as_it_is() -> None:
    booked = replace(course(), steps=(step(step_id="sit", timing=OnDate(on=day(60)), ended_on=day(-1)),))
    booked = replace(booked, steps=(replace(booked.steps[0], status=StepStatus.ACTIVE),))
    assert decided(booked, ActionKind.CONTINUE).steps == booked.steps


@given(of=plans(), kind=st.sampled_from(ActionKind), days=st.none() | st.integers(1, 60), today=any_day)
def test_every_decision_keeps_a_plan_whole_its_medicines_as_they_are_and_booked_days_where_they_were(
    of: Plan, kind: ActionKind, days: int | None, today: date
) -> None:
    looked: Plan = replace(of, checkpoints=of.checkpoints or (Checkpoint(id="checkpoint-0", steps=("step-1",)),))
    action = Action(kind=kind, days=days)
    made = Decision(id="d", checkpoint="checkpoint-0", on=today, action=action, reason="because")
    code, moved = "", looked
    try:
        moved = decide(looked, made, today, counting_ids(100))
    except Impossible as refused:
        code = refused.code
    assert code in {"", "medicine-goes-on", "taking-down-missing", "date-out-of-range"}
    assert decode_plan(encode_plan(moved)) == moved
    before = {item.id: item for _step, item in items_of(looked)}
    assert all(item is before[item.id] for _step, item in items_of(moved) if item.kind == Kind.MEDICINE)
    assert {item.id for _step, item in items_of(moved)} == set(before)
    for old, new in zip(looked.steps, moved.steps, strict=True):
        assert new.timing == old.timing
        closes_early = new.ended_on == today and new.status is not old.status
        began = {None, old.started_on, today if closes_early else None}
        assert not isinstance(old.timing, OnDate) or new.started_on in {*began, old.timing.on}
