"""A log asks for little: at most three numbers, pain once a week, and every exercise that is done at home."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from core.drawn_plans import days, plans
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.codec import decode, encode
from painplanner.core.daily_log import LogRow, LogRowKind, LogSheet
from painplanner.core.dose import ActivityDose, ExerciseDose, MedicineDose, Where
from painplanner.core.log_making import (
    MOST_MEASURES,
    PAIN,
    cell_days,
    last_day,
    log_rows,
    make_sheet,
    may_be_logged,
)
from painplanner.core.measure import Criterion, Measure, MeasureKind
from painplanner.core.plan import (
    AfterStep,
    Checkpoint,
    Goal,
    Item,
    Lasts,
    OnDate,
    Plan,
    Step,
    StepStatus,
    Texts,
)
from painplanner.core.values import LangText, Side, replace, text_in

TODAY = date(2026, 1, 14)


def measure(name: str, kind: MeasureKind = MeasureKind.TRACKED, **more: object) -> Measure:
    return Measure(id=f"measure.{name}", name=(LangText(lang="en", text=name),), kind=kind, **more)  # type: ignore[arg-type]


MEASURES = {
    each.id: each
    for each in (
        measure("nrs", MeasureKind.SCORE, maximum=Decimal(10)),
        measure("nrs_leg", MeasureKind.SCORE, maximum=Decimal(10)),
        measure("sitting"),
        measure("walking"),
        measure("steps"),
        measure("slept", MeasureKind.YES_NO),
        measure("nights", weekly=True),
        measure("psfs", MeasureKind.ACTIVITY),
        measure("odi", MeasureKind.SCORE),
        measure("tug", MeasureKind.TIMED),
        measure("ache", by_side=True),
    )
}


def asks(*names: str, **more: object) -> tuple[Criterion, ...]:
    return tuple(Criterion(measure=f"measure.{name}", **more) for name in names)  # type: ignore[arg-type]


def plan(*checks: Criterion, goals: tuple[Criterion, ...] = (), items: tuple[Item, ...] = (), **more: object) -> Plan:
    step = Step(id="a", timing=OnDate(on=TODAY), trial_end=Lasts(days=28), items=items)
    return Plan(
        id="plan", patient="p", start=TODAY, steps=(step,),
        checkpoints=(Checkpoint(id="c", steps=("a",), when=AfterStep(step="a"), criteria=checks),),
        goals=tuple(Goal(id=f"g{n}", criterion=one) for n, one in enumerate(goals)), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def measured(rows: tuple[LogRow, ...]) -> list[str]:
    return [row.measure.removeprefix("measure.") for row in rows if row.kind is LogRowKind.MEASURE]


@pytest.mark.parametrize(
    ("checks", "goals", "rows"),
    [
        ((), (), ["nrs"]),
        (("sitting",), (), ["sitting", "nrs"]),
        (("sitting",), ("walking",), ["sitting", "walking", "nrs"]),
        (("sitting", "walking", "steps"), (), ["sitting", "walking", "steps"]),
        (("sitting", "walking"), ("steps", "slept"), ["sitting", "walking", "steps"]),
        (("nrs_leg", "steps", "slept"), ("sitting",), ["steps", "slept", "sitting"]),
        (("sitting",), ("sitting",), ["sitting", "nrs"]),
        (("odi", "tug"), ("nights",), ["nights", "nrs"]),
        (("gone", "psfs"), (), ["nrs"]),
    ],
)
def test_what_is_counted_each_day_comes_first_and_pain_has_the_last_place(
    checks: tuple[str, ...], goals: tuple[str, ...], rows: list[str]
) -> None:
    assert measured(log_rows(plan(*asks(*checks), goals=asks(*goals)), MEASURES, TODAY)) == rows


def test_ratings_and_numbers_of_a_week_are_asked_for_once_a_week() -> None:
    asked = plan(*asks("sitting", "slept", "nights", "nrs"), *asks("psfs", activity="drive"))
    weekly = {row.measure: row.weekly for row in log_rows(asked, MEASURES, TODAY, most=9)}
    assert weekly == {
        "measure.sitting": False, "measure.slept": False, "measure.nights": True, "measure.psfs": True, PAIN: True,
    }  # fmt: skip
    rows = {row.measure: row for row in log_rows(asked, MEASURES, TODAY, most=9)}
    assert list(cell_days(rows[PAIN], 28)) == [6, 13, 20, 27]
    assert list(cell_days(rows["measure.sitting"], 7)) == list(range(7))


def test_questionnaires_and_tests_of_the_clinic_are_never_left_to_the_patient() -> None:
    assert not may_be_logged(MEASURES["measure.odi"])
    assert not may_be_logged(MEASURES["measure.tug"])
    assert may_be_logged(MEASURES["measure.nrs_leg"])


def test_a_checkpoint_whose_steps_are_over_asks_for_nothing_more() -> None:
    asked = plan(*asks("sitting"))
    over = replace(asked, steps=(replace(asked.steps[0], status=StepStatus.DONE),))
    assert measured(log_rows(over, MEASURES, TODAY)) == ["nrs"]


def test_each_activity_of_the_patient_has_its_own_row() -> None:
    two = (*asks("psfs", activity="lift my son"), *asks("psfs", activity="drive"))
    rows = log_rows(plan(*two), MEASURES, TODAY)
    assert [(row.activity, text_in(row.name, "en")) for row in rows] == [
        ("lift my son", "lift my son"), ("drive", "drive"), ("", "nrs"),
    ]  # fmt: skip


def test_an_activity_in_capitals_is_the_same_one() -> None:
    rows = log_rows(plan(*asks("psfs", activity="drive"), goals=asks("psfs", activity="Drive")), MEASURES, TODAY)
    assert [row.activity for row in rows if row.measure == "measure.psfs"] == ["drive"]


def test_a_goal_that_is_rated_is_asked_for_in_its_own_words_and_their_mean_is_not() -> None:
    words = (LangText(lang="en", text="Bend again"), LangText(lang="es", text="Agacharme"))
    goal = Goal(id="g", words=words, criterion=asks("psfs")[0])
    rows = log_rows(replace(plan(*asks("psfs")), goals=(goal,)), MEASURES, TODAY)
    assert [row.activity for row in rows] == ["Bend again", ""]
    assert text_in(rows[0].name, "es") == "Agacharme"


def test_a_measure_of_a_side_is_asked_for_on_the_painful_one_or_on_both() -> None:
    asked = asks("ache")
    assert [row.side for row in log_rows(plan(*asked, side=Side.LEFT), MEASURES, TODAY)] == [Side.LEFT, None]
    both = log_rows(plan(*asked, side=Side.BOTH), MEASURES, TODAY)
    assert [row.side for row in both] == [Side.LEFT, Side.RIGHT, None]
    one = log_rows(plan(replace(asked[0], side=Side.RIGHT), side=Side.BOTH), MEASURES, TODAY)
    assert [row.side for row in one] == [Side.RIGHT, None]


def exercise(name: str, **dose: object) -> Item:
    texts = (Texts(lang="en", name=name, plain_name=f"plain {name}"), Texts(lang="es", name=f"{name} es"))
    return Item(id=name, texts=texts, dose=ExerciseDose(**dose))  # type: ignore[arg-type]


def test_every_home_exercise_of_an_open_step_has_a_row_with_its_plain_name() -> None:
    items = (
        exercise("bridge", days_per_week=3),
        exercise("press", where=Where.CLINIC),
        Item(id="pill", kind="medicine", dose=MedicineDose()),
        Item(id="walk", kind="lifestyle", dose=ActivityDose(minutes=Decimal(5))),
        replace(exercise("gone"), stopped_on=TODAY),
    )
    rows = [row for row in log_rows(plan(items=items), MEASURES, TODAY) if row.kind is LogRowKind.EXERCISE]
    assert [row.item for row in rows] == ["bridge", "walk"]
    assert (text_in(rows[0].name, "en"), text_in(rows[0].name, "es")) == ("plain bridge", "bridge es")
    assert (rows[0].days_per_week, rows[1].days_per_week) == (3, None)


def test_a_step_that_opens_within_the_days_of_the_log_is_on_it() -> None:
    later_on = Step(id="b", timing=OnDate(on=TODAY + timedelta(days=9)), items=(exercise("bridge"),))
    asked = plan()
    two = replace(asked, steps=(*asked.steps, later_on))
    assert "bridge" not in {row.item for row in log_rows(two, MEASURES, TODAY, days=7)}
    assert "bridge" in {row.item for row in log_rows(two, MEASURES, TODAY, days=14)}


def test_a_sheet_knows_its_days_and_begins_with_the_plan() -> None:
    ahead = replace(plan(), steps=(Step(id="a", timing=OnDate(on=TODAY + timedelta(days=3))),))
    sheet = make_sheet(ahead, MEASURES, TODAY, sheet_id="sheet-1", days=14)
    assert (sheet.first_day, last_day(sheet)) == (TODAY + timedelta(days=3), TODAY + timedelta(days=16))
    assert [row.id for row in sheet.rows] == ["r1"]
    chosen = make_sheet(ahead, MEASURES, TODAY, sheet_id="sheet-2", rows=sheet.rows * 2)
    assert [row.id for row in chosen.rows] == ["r1", "r2"]


@given(plans(), days, st.sampled_from((7, 14, 28)))
def test_any_plan_has_a_log_that_can_be_kept(drawn: Plan, today: date, length: int) -> None:
    asked = replace(drawn, goals=(*drawn.goals, Goal(id="mine", criterion=asks("sitting")[0])))
    sheet = make_sheet(asked, MEASURES, today, sheet_id="sheet-1", days=length)
    numbers = [row for row in sheet.rows if row.kind is LogRowKind.MEASURE]
    assert 1 <= len(numbers) <= MOST_MEASURES
    assert len({(row.measure, row.activity, row.side) for row in numbers}) == len(numbers)
    assert decode(encode(sheet), LogSheet) == sheet


def test_an_exercise_is_asked_for_only_while_its_step_is_open() -> None:
    dose = ExerciseDose(days_per_week=7)
    items = tuple(Item(id=name, kind="exercise", dose=dose) for name in ("now", "later", "stopped"))
    now = Step(id="a", timing=OnDate(on=TODAY), trial_end=Lasts(days=5), items=items[:1])
    then = Step(id="b", timing=OnDate(on=TODAY + timedelta(days=5)), trial_end=Lasts(days=28), items=items[1:2])
    stopped = replace(items[2], stopped_on=TODAY + timedelta(days=3))
    whole = replace(plan(), steps=(now, then, Step(id="c", timing=OnDate(on=TODAY), items=(stopped,))))
    sheet = make_sheet(whole, MEASURES, TODAY, sheet_id="s", days=14)
    asked = {row.item: list(cell_days(row, 14)) for row in sheet.rows if row.item}
    assert asked == {"now": list(range(5)), "later": list(range(5, 14)), "stopped": list(range(3))}
    again = make_sheet(whole, MEASURES, TODAY, sheet_id="s", days=7, rows=sheet.rows)
    assert {row.item: list(cell_days(row, 7)) for row in again.rows if row.item}["later"] == [5, 6]
