"""The fixed days on which a plan or a patient asks for something."""

from __future__ import annotations

from datetime import date, time, timedelta

from core.drawn_plans import any_day, patients, plans
from hypothesis import given

from painplanner.core.dose import MedicineDose
from painplanner.core.due import DueItem, patient_due, plan_due
from painplanner.core.measure import Criterion
from painplanner.core.patient import Patient, RedFlagAnswer, RedFlags
from painplanner.core.plan import (
    AfterStep,
    Checkpoint,
    Decision,
    EveryWeeks,
    Goal,
    Item,
    Lasts,
    NextVisit,
    OnDate,
    Plan,
    PlanStatus,
    Step,
    StepStatus,
    Texts,
)
from painplanner.core.values import Answer, LangText, replace

TODAY = date(2026, 1, 14)
START = date(2026, 1, 12)


def due(plan: Plan, today: date = TODAY, *, is_draft: bool = False) -> dict[str, list[DueItem]]:
    found: dict[str, list[DueItem]] = {}
    for row in plan_due(plan, today, is_draft=is_draft):
        found.setdefault(row.kind, []).append(row)
    return found


def trial(**changes: object) -> Plan:
    step = Step(id="a", title="Graded sitting", timing=OnDate(on=START), trial_end=Lasts(days=28), **changes)  # type: ignore[arg-type]
    return Plan(id="plan", patient="p", title="Sciatica", start=START, steps=(step,))


def test_a_trial_is_due_on_its_last_day() -> None:
    row = due(trial())["trial-end"][0]
    assert (row.on, row.patient, row.plan, row.subject) == (date(2026, 2, 8), "p", "plan", "a")
    assert row.args == (("title", "Graded sitting"), ("number", "1"))


def test_a_planned_step_is_due_to_start_and_a_begun_one_is_not() -> None:
    assert due(trial())["step-start"][0].on == START
    assert "step-start" not in due(trial(status=StepStatus.ACTIVE, started_on=START))


def test_a_closed_step_and_its_checkpoint_ask_for_nothing() -> None:
    plan = replace(
        trial(status=StepStatus.DONE), checkpoints=(Checkpoint(id="c", steps=("a",), when=OnDate(on=TODAY)),)
    )
    assert due(plan) == {}


def test_a_checkpoint_names_its_steps_and_measures() -> None:
    criterion = Criterion(measure="measure.sitting", name=(LangText(lang="en", text="Minutes sitting"),))
    check = Checkpoint(id="c", steps=("a",), when=AfterStep(step="a", days=0), criteria=(criterion,))
    row = due(replace(trial(), checkpoints=(check,)))["checkpoint"][0]
    assert row.on == date(2026, 2, 8)
    assert row.args == (("title", "Graded sitting"), ("measure", "Minutes sitting"))


def test_of_a_repeated_checkpoint_only_the_last_day_that_is_over_is_kept() -> None:
    check = Checkpoint(id="c", steps=("a",), when=EveryWeeks(weeks=1))
    plan = replace(trial(), checkpoints=(check,))
    assert [row.on for row in due(plan, date(2026, 1, 30))["checkpoint"]] == [date(2026, 1, 26), date(2026, 2, 2)]


def test_a_repeated_look_at_a_step_that_stays_open_never_runs_out() -> None:
    step = Step(id="a", timing=OnDate(on=START), status=StepStatus.ACTIVE, started_on=START)
    check = Checkpoint(id="c", steps=("a",), when=EveryWeeks(weeks=4))
    plan = Plan(id="plan", patient="p", start=START, steps=(step,), checkpoints=(check,))
    for weeks in (1, 13, 30, 200):
        today = START + timedelta(weeks=weeks)
        coming = [row.on for row in due(plan, today)["checkpoint"] if row.on is not None and row.on > today]
        assert timedelta(0) < coming[0] - today <= timedelta(weeks=4)
    yearly = replace(plan, checkpoints=(replace(check, when=EveryWeeks(weeks=52)),))
    assert due(yearly, START + timedelta(weeks=60))["checkpoint"][-1].on == START + timedelta(weeks=104)


def looked_at(*decided: date) -> Plan:
    check = Checkpoint(id="c", steps=("a",), when=EveryWeeks(weeks=1))
    decisions = tuple(Decision(id=f"d{n}", checkpoint="c", on=day) for n, day in enumerate(decided))
    return replace(trial(status=StepStatus.ACTIVE), checkpoints=(check,), decisions=decisions)


def test_a_checkpoint_is_ready_to_decide_until_it_was_decided() -> None:
    later = date(2026, 1, 27)
    assert due(looked_at(), later)["checkpoint"][0].on == date(2026, 1, 26)
    assert due(looked_at(date(2026, 1, 25)), later)["checkpoint"][0].on == date(2026, 1, 26), "the look before"
    for day in (date(2026, 1, 26), later):
        assert due(looked_at(day), later)["checkpoint"][0].on == date(2026, 2, 2), "the next look"


def test_a_decision_at_another_checkpoint_decides_nothing_here() -> None:
    plan = looked_at()
    plan = replace(plan, decisions=(Decision(id="d", checkpoint="other", on=TODAY),))
    assert len(due(plan, date(2026, 3, 1))["trial-end"]) == 1
    assert due(plan, date(2026, 3, 1))["checkpoint"][0].on == date(2026, 2, 2)


def test_the_end_of_a_trial_stays_due_until_a_decision_on_that_day_or_since() -> None:
    late = date(2026, 3, 1)
    assert due(looked_at(), late)["trial-end"][0].on == date(2026, 2, 8)
    assert due(looked_at(date(2026, 2, 7)), late)["trial-end"][0].on == date(2026, 2, 8), "before its end"
    assert "trial-end" not in due(looked_at(date(2026, 2, 8)), late)
    assert "trial-end" not in due(looked_at(late), late)


def test_a_medicine_with_a_trial_end_is_due_until_it_is_stopped() -> None:
    item = Item(id="m", texts=(Texts(lang="en", name="Naproxen"),), dose=MedicineDose(trial_end=date(2026, 1, 20)))
    rows = due(trial(items=(item,)))["trial-end"]
    assert [(row.subject, row.on) for row in rows] == [("m", date(2026, 1, 20)), ("a", date(2026, 2, 8))]
    assert rows[0].args == (("title", "Naproxen"),)
    assert len(due(trial(items=(replace(item, stopped_on=TODAY),)))["trial-end"]) == 1


def test_goals_and_the_next_visit_are_due() -> None:
    goals = (Goal(id="g", text="Drive to work", by_days=10), Goal(id="h"), Goal(id="i", by=TODAY))
    plan = replace(trial(), goals=goals, next_visit=NextVisit(on=TODAY, at=time(9, 30), with_whom="M. Reyes"))
    rows = due(plan)
    assert [(row.subject, row.on) for row in rows["goal"]] == [("i", TODAY), ("g", date(2026, 1, 22))]
    assert rows["next-visit"][0].args == (("title", "M. Reyes"), ("at", "09:30"))


def test_a_draft_is_due_at_any_time_and_a_finished_plan_only_through_its_draft() -> None:
    plan = replace(trial(), status=PlanStatus.FINISHED)
    assert due(plan) == {}
    assert due(plan, is_draft=True)["draft"][0].on is None


def test_a_red_flag_is_due_until_something_was_done_about_it() -> None:
    flags = RedFlags(answers=(RedFlagAnswer(flag="red-flag.fever", answer=Answer.YES),), asked_on=TODAY)
    patient = Patient(id="p", red_flags=flags)
    assert patient_due(patient)[0].args == (("flag", "red-flag.fever"),)
    assert patient_due(patient)[0].on == TODAY
    done = replace(patient, red_flags=replace(flags, action="Sent to the emergency room", action_on=TODAY))
    assert patient_due(done) == ()
    assert patient_due(Patient(id="p")) == ()


@given(plan=plans(), patient=patients, today=any_day)
def test_every_constructible_plan_says_what_is_due(plan: Plan, patient: Patient, today: date) -> None:
    rows = plan_due(plan, today, is_draft=True)
    assert rows[-1].kind == "draft"
    assert all(row.plan == "plan-1" for row in rows)
    assert len(patient_due(patient)) == patient.red_flags.is_open
