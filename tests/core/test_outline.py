"""What the composer draws of a plan, and the dates of drafts that wait for themselves."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from core.drawn_plans import any_day, plans
from hypothesis import given

from painplanner.core.dose import ActivityDose, ExerciseDose, MedicineDose, Progression, Where
from painplanner.core.known_dates import known_dates, waiting_steps
from painplanner.core.outline import plan_outline
from painplanner.core.plan import AfterStep, Checkpoint, Item, Lasts, OnDate, Plan, Step, StepStatus

TODAY = date(2026, 1, 14)
MONDAY = date(2026, 1, 12)


def walking(item_id: str = "walk", **changes: object) -> Item:
    return Item(id=item_id, dose=ActivityDose(minutes=Decimal(5), times_per_day=2), **changes)  # type: ignore[arg-type]


def staged() -> Plan:
    return Plan(
        id="plan",
        start=date(2026, 1, 13),
        steps=(
            Step(id="a", trial_end=Lasts(days=7), items=(walking(),)),
            Step(id="b", timing=AfterStep(step="a", days=2), trial_end=Lasts(days=14)),
        ),
        checkpoints=(Checkpoint(id="check", steps=("a", "b"), when=AfterStep(step="b", days=1)),),
    )


def test_steps_are_numbered_and_stand_in_weeks_that_begin_on_monday() -> None:
    outline = plan_outline(staged(), TODAY)
    assert [line.number for line in outline.lines] == ["1", "2"]
    assert outline.first_day == MONDAY
    assert [line.week for line in outline.lines] == [0, 1]
    assert (outline.lines[0].start, outline.lines[0].end) == (date(2026, 1, 13), date(2026, 1, 19))


def test_a_checkpoint_stands_after_the_last_step_it_decides_about() -> None:
    outline = plan_outline(staged(), TODAY)
    check = outline.check("check")
    assert check is not None
    assert check.after == "b"
    assert check.dates == outline.lines[0].checks == outline.lines[1].checks == (date(2026, 2, 4),)
    assert outline.last_day == date(2026, 2, 4)
    assert outline.weeks == 4


def test_the_minutes_are_those_of_the_steps_open_today() -> None:
    assert plan_outline(staged(), TODAY).minutes == 10
    assert plan_outline(staged(), date(2026, 1, 25)).minutes == 0


def test_the_minutes_of_a_graded_dose_are_those_it_has_come_to() -> None:
    rule = Progression(add=Decimal(2), every_days=3)
    sitting = Item(id="sit", dose=ActivityDose(minutes=Decimal(8), times_per_day=2, progression=rule))
    plan = Plan(id="plan", start=MONDAY, steps=(Step(id="a", items=(sitting,)),))
    outline = plan_outline(plan, MONDAY + timedelta(days=14))
    assert (outline.minutes, outline.lines[0].minutes) == (32, 32)


def test_a_plan_that_has_not_begun_shows_the_minutes_of_its_first_day() -> None:
    outline = plan_outline(staged(), date(2025, 12, 1))
    assert outline.minutes == 10
    assert outline.lines[0].is_open


def test_a_plan_that_begins_in_the_clinic_shows_the_minutes_of_the_first_day_at_home() -> None:
    home = Step(id="b", timing=AfterStep(step="a", days=2), trial_end=Lasts(days=14), items=(walking(),))
    plan = Plan(id="plan", start=TODAY, steps=(Step(id="a", trial_end=Lasts(days=1)), home))
    outline = plan_outline(plan, TODAY)
    assert (outline.minutes, outline.things) == (10, 1)
    assert not outline.lines[1].is_open


def test_stopped_items_and_closed_steps_ask_for_nothing() -> None:
    stopped = walking("one", stopped_on=TODAY)
    in_clinic = Item(id="two", dose=ExerciseDose(where=Where.CLINIC))
    skipped = Step(id="b", status=StepStatus.SKIPPED, items=(walking("three"),))
    plan = Plan(id="plan", start=MONDAY, steps=(Step(id="a", items=(stopped, in_clinic)), skipped))
    outline = plan_outline(plan, TODAY)
    assert (outline.minutes, outline.things, outline.items) == (0, 0, 3)


def test_a_medicine_is_a_thing_to_do_that_takes_no_minutes() -> None:
    plan = Plan(id="plan", start=MONDAY, steps=(Step(id="a", items=(Item(id="m", dose=MedicineDose()),)),))
    outline = plan_outline(plan, TODAY)
    assert (outline.minutes, outline.things) == (0, 1)


def test_steps_that_wait_for_one_another_have_no_dates_and_the_others_keep_theirs() -> None:
    plan = Plan(
        id="plan",
        start=MONDAY,
        steps=(
            Step(id="a", timing=AfterStep(step="b")),
            Step(id="b", timing=AfterStep(step="a")),
            Step(id="c", timing=AfterStep(step="b")),
            Step(id="d", timing=OnDate(on=date(2026, 3, 2))),
        ),
    )
    dates = known_dates(plan, TODAY)
    assert dates.ring == ("a", "b")
    assert dates.undated == ("a", "b", "c")
    assert list(dates.spans) == ["d"]
    assert plan_outline(plan, TODAY).undated == ("a", "b", "c")
    line = plan_outline(plan, TODAY).line("a")
    assert line is not None
    assert line.start is None


def test_a_step_that_has_begun_waits_for_nobody() -> None:
    steps = (Step(id="a", timing=AfterStep(step="b"), started_on=TODAY), Step(id="b", timing=AfterStep(step="a")))
    assert waiting_steps(Plan(id="plan", steps=steps)) == ((), ())


def test_an_empty_plan_has_an_empty_outline() -> None:
    outline = plan_outline(Plan(id="plan"), TODAY)
    assert (outline.lines, outline.weeks, outline.last_day) == ((), 0, None)


@given(plan=plans(), today=any_day)
def test_every_constructible_plan_has_an_outline(plan: object, today: date) -> None:
    assert isinstance(plan, Plan)
    outline = plan_outline(plan, today)
    assert [line.step for line in outline.lines] == [step.id for step in plan.steps]
    assert {line.step for line in outline.lines if line.start is None} == set(outline.undated)
    assert all(line.start >= outline.first_day for line in outline.lines if line.start)
    assert outline.first_day.weekday() == 0
    if outline.last_day is not None and plan.steps:
        assert outline.first_day + timedelta(days=7 * outline.weeks) > outline.last_day
