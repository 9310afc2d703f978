"""The course of a patient: one series for each thing that is asked or was measured, all on one axis."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from core.drawn_plans import plans, readings
from core.progress.numbers import (
    MEASURES,
    PAIN,
    PSFS,
    RAISES,
    SITTING,
    SLEPT,
    TODAY,
    WALKING,
    asks,
    day,
    read,
    to,
    week,
)
from hypothesis import given

from painplanner.core.charts import Stretch
from painplanner.core.course import Course, chart_of, course, gap_days
from painplanner.core.measure import Reading, TargetKind
from painplanner.core.plan import Checkpoint, Flare, Goal, Item, OnDate, Plan, Purpose, Step, StepStatus, Texts
from painplanner.core.values import Side, replace

STEP = Step(id="s1", timing=OnDate(on=day(-20)), status=StepStatus.ACTIVE, purpose=Purpose.RELIEF)


def plan(*criteria: Any, **changes: Any) -> Plan:
    check = Checkpoint(id="c1", steps=("s1",), when=OnDate(on=day(0)), criteria=criteria)
    made: Plan = replace(Plan(id="p1", patient="p", start=day(-20), steps=(STEP,), checkpoints=(check,)), **changes)
    return made


def shown(of: Plan | None, *found: Reading, **more: Any) -> Course:
    return course(of, MEASURES, found, TODAY, **more)


def keys(of: Course) -> list[str]:
    return [one.key for one in of.series]


def test_what_the_next_look_asks_comes_first_then_goals_then_what_was_measured_besides() -> None:
    asked = plan(asks(SITTING, 20), goals=(Goal(id="g", text="Walk", criterion=asks(WALKING, 20)),))
    found = shown(asked, read(PAIN, 4))
    assert [key.split("|")[0] for key in keys(found)] == [SITTING.id, WALKING.id, PAIN.id]
    assert [one.is_asked for one in found.series] == [True, True, False]


def test_a_measure_that_a_checkpoint_and_a_goal_ask_for_has_one_chart_with_the_target_of_the_checkpoint() -> None:
    asked = plan(asks(SITTING, 20), goals=(Goal(id="g", text="Sit", criterion=asks(SITTING, 45)),))
    assert [one.target for one in shown(asked).series] == [Decimal(20)]


def test_the_target_of_a_checkpoint_whose_steps_are_over_gives_way_to_the_next() -> None:
    asked = plan(asks(SITTING, 20))
    over = replace(STEP, id="s0", status=StepStatus.DONE)
    old = Checkpoint(id="c0", steps=("s0",), when=OnDate(on=day(-5)), criteria=(asks(SITTING, 12),))
    both = replace(asked, steps=(over, STEP), checkpoints=(old, *asked.checkpoints))
    assert [one.target for one in shown(both).series] == [Decimal(20)]


def test_left_and_right_are_two_charts() -> None:
    found = shown(plan(asks(RAISES, 20), side=Side.BOTH), read(RAISES, 5, side=Side.LEFT))
    assert keys(found) == [f"{RAISES.id}|left|", f"{RAISES.id}|right|"]
    assert [len(one.readings) for one in found.series] == [1, 0]


def test_an_activity_that_only_a_reading_names_has_its_own_chart() -> None:
    found = shown(None, read(PSFS, 3, activity="Lift the child"), read(PSFS, 5, -1, activity="Drive"))
    assert {one.criterion.activity for one in found.series} == {"Lift the child", "Drive"}


def test_a_mean_of_activities_does_not_show_each_of_them_again() -> None:
    found = shown(plan(asks(PSFS, 6)), read(PSFS, 3, activity="Lift"), read(PSFS, 5, activity="Drive"))
    assert keys(found) == [f"{PSFS.id}||"]
    assert [r.value for r in found.series[0].readings] == [4]
    assert {r.activity for r in found.series[0].entered} == {"Lift", "Drive"}


def test_a_measure_can_be_shown_before_it_was_ever_entered() -> None:
    assert keys(shown(None, also=(PAIN.id,))) == [f"{PAIN.id}||"]
    assert len(keys(shown(None, read(PAIN, 4), also=(PAIN.id,)))) == 1


def test_the_axis_goes_from_the_start_of_the_plan_to_the_next_look_and_never_far_beyond() -> None:
    near = plan(asks(SITTING, 20), checkpoints=(Checkpoint(id="c", steps=("s1",), when=OnDate(on=day(10))),))
    far = plan(asks(SITTING, 20), checkpoints=(Checkpoint(id="c", steps=("s1",), when=OnDate(on=day(200))),))
    assert (shown(near).first, shown(near).last) == (day(-20), day(10))
    assert shown(far).last < day(40)


def test_a_number_from_years_ago_does_not_squeeze_the_axis() -> None:
    found = shown(plan(asks(SITTING, 20)), read(SITTING, 9, -900))
    assert found.first == day(-20)
    assert not chart_of(found.series[0], found, TODAY).spots


def test_daily_yes_or_no_is_drawn_in_days_a_week_once_enough_days_are_filled() -> None:
    found = shown(plan(asks(SLEPT, 5)), *week(SLEPT, (1, 0, 1, None, 1, 1, 1)))
    chart = chart_of(found.series[0], found, TODAY)
    assert chart.maximum == 7
    assert [spot.on for spot in chart.spots] == [day(-2), day(-1), day(0)]
    assert chart.spots[-1].value == Decimal("5.8")


def test_a_range_that_was_written_is_drawn_from_end_to_end() -> None:
    found = shown(plan(asks(SITTING, 20)), read(SITTING, 10, value_to=Decimal(20)))
    spot = chart_of(found.series[0], found, TODAY).spots[0]
    assert (spot.value, spot.low, spot.high) == (15, 10, 20)


def test_the_change_that_matters_is_a_band_only_round_a_known_start() -> None:
    with_start = shown(plan(asks(WALKING, 20, baseline=8)))
    without = shown(plan(asks(WALKING, 20)))
    assert chart_of(with_start.series[0], with_start, TODAY).mcid == 2
    assert chart_of(without.series[0], without, TODAY).mcid is None


def test_steps_stand_on_the_axis_with_the_name_of_their_procedure_and_flares_end_before_the_full_plan() -> None:
    shot = Item(id="i1", kind="procedure", texts=(Texts(lang="en", name="Epidural (transforaminal), L5"),))
    later = Step(id="s2", timing=OnDate(on=day(3)), purpose=Purpose.ROOT_CAUSE)
    skipped = Step(id="s3", timing=OnDate(on=day(1)), status=StepStatus.SKIPPED)
    of = plan(
        asks(SITTING, 20),
        steps=(replace(STEP, items=(shot,)), later, skipped),
        flares=(Flare(id="f", on=day(-8), back_on=day(-5)), Flare(id="g", on=day(-1))),
    )
    found = shown(of)
    assert [(m.number, m.procedure, m.role, m.is_ahead) for m in found.marks] == [
        (1, "Epidural", "relief", False),
        (2, "", "root_cause", True),
    ]
    assert found.flares == (Stretch(day(-8), day(-6)), Stretch(day(-1), day(0)))


def test_numbers_of_days_are_joined_over_few_days_and_numbers_of_visits_over_weeks() -> None:
    assert gap_days(SITTING) == 3
    assert gap_days(replace(PAIN, interval_days=28)) > 28


def test_a_target_in_percent_is_drawn_where_it_lies() -> None:
    found = shown(plan(asks(PAIN, to(30, TargetKind.PERCENT), baseline=7)))
    assert found.series[0].target == Decimal("4.9")


@given(plans(), readings)
def test_every_plan_has_a_course_and_every_chart_its_axis(of: Plan, found: list[Reading]) -> None:
    made = course(of, MEASURES, found, TODAY)
    assert made.first + timedelta(days=28) <= made.last
    assert len({one.key for one in made.series}) == len(made.series)
    for one in made.series:
        chart = chart_of(one, made, TODAY)
        assert all(made.first <= spot.on <= made.last for spot in chart.spots)


def test_two_scores_of_one_day_are_one_point_which_is_the_number_that_counts() -> None:
    entered = read(PAIN, 6, id="reading-f"), read(PAIN, 2, id="reading-a")
    found = shown(plan(asks(PAIN, 3)), read(PAIN, 7, -14), *entered)
    (series,) = found.series
    assert [int(spot.value) for spot in chart_of(series, found, TODAY).spots] == [7, 2]


def test_two_numbers_of_one_day_of_a_log_stay_their_mean_as_a_week_of_them_does() -> None:
    found = shown(plan(asks(SITTING, 20)), read(SITTING, 10), read(SITTING, 20))
    (series,) = found.series
    assert [int(spot.value) for spot in chart_of(series, found, TODAY).spots] == [15]
