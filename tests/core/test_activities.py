"""Each activity that a patient names is rated by itself, and a criterion without one asks for their mean."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from painplanner.core.activities import activities, answers, goal_criterion
from painplanner.core.measure import Better, Criterion, Measure, MeasureKind, Reading
from painplanner.core.plan import Checkpoint, Goal, Plan
from painplanner.core.values import LangText, Side

PSFS = Measure(id="measure.psfs", name=(), kind=MeasureKind.ACTIVITY, maximum=Decimal(10))
TURNED = Measure(id="measure.psfs2", name=(), kind=MeasureKind.ACTIVITY, better=Better.LOWER)
ODI = Measure(id="measure.odi", name=(), better=Better.LOWER)
MEASURES = {one.id: one for one in (PSFS, TURNED, ODI)}
DAY = date(2026, 1, 14)
BEND = (LangText(lang="en", text="Bend again"), LangText(lang="es", text="Agacharme"))


def rated(activity: str, value: str, day: int = 0, measure: str = "measure.psfs", side: Side | None = None) -> Reading:
    return Reading(
        id=f"{activity}-{day}-{side}", patient="p", measure=measure, on=DAY + timedelta(days=day), value=Decimal(value),
        activity=activity, side=side,
    )  # fmt: skip


def test_the_middle_of_a_range_counts_in_a_mean() -> None:
    wide = Reading(
        id="r", patient="p", measure="measure.psfs", on=DAY, value=Decimal(2), value_to=Decimal(4), activity="swim"
    )
    assert answers(asks(), PSFS, (wide, rated("drive", "5")))[0].value == 4


def asks(activity: str = "", measure: str = "measure.psfs", side: Side | None = None) -> Criterion:
    return Criterion(measure=measure, activity=activity, side=side)


@pytest.mark.parametrize(
    ("goal", "activity"),
    [
        (Goal(id="g", text="Lift my son", criterion=asks()), "Lift my son"),
        (Goal(id="g", words=BEND, criterion=asks()), "Bend again"),
        (Goal(id="g", text="Lift my son", criterion=asks("carry")), "carry"),
        (Goal(id="g", text="Sit longer", criterion=asks(measure="measure.odi")), ""),
        (Goal(id="g", text="Sit longer", criterion=asks(measure="measure.gone")), ""),
    ],
)
def test_a_goal_that_is_rated_is_its_own_activity(goal: Goal, activity: str) -> None:
    criterion = goal_criterion(goal, MEASURES)
    assert criterion is not None
    assert criterion.activity == activity
    assert goal_criterion(Goal(id="g", text="x"), MEASURES) is None


def test_a_goal_of_many_words_is_an_activity_by_its_first_ones() -> None:
    goal = Goal(id="goal-1", text="Walk " * 190, criterion=Criterion(measure="measure.psfs"))
    criterion = goal_criterion(goal, MEASURES)
    assert criterion is not None
    assert criterion.activity == ("Walk " * 190)[:300]


def test_activities_come_from_goals_checkpoints_and_readings_each_once() -> None:
    plan = Plan(
        id="plan",
        goals=(Goal(id="a", words=BEND, criterion=asks()), Goal(id="b", text="x", criterion=asks("Drive"))),
        checkpoints=(
            Checkpoint(id="c", criteria=(asks("drive "), asks(), asks("climb"), asks(measure="measure.odi"))),
        ),
    )
    found = activities(
        plan, MEASURES, (rated("swim", "3"), rated("", "4"), rated("swim", "1", measure="measure.psfs2"))
    )
    assert [(one.measure, one.key) for one in found] == [
        ("measure.psfs", "Bend again"),
        ("measure.psfs", "Drive"),
        ("measure.psfs", "climb"),
        ("measure.psfs", "swim"),
        ("measure.psfs2", "swim"),
    ]
    assert found[0].words == BEND


@pytest.mark.parametrize(
    ("criterion", "readings", "expected"),
    [
        (asks("drive"), (rated("drive", "3"), rated("swim", "7")), [(0, "3")]),
        (asks("drive"), (rated("DRIVE ", "3"),), [(0, "3")]),
        (asks(), (rated("drive", "3"), rated("swim", "6")), [(0, "4.5")]),
        (asks(), (rated("drive", "2"), rated("swim", "6"), rated("drive", "4", 7)), [(0, "4"), (7, "5")]),
        (asks(), (rated("a", "1"), rated("b", "1"), rated("c", "2")), [(0, "1.33")]),
        (asks(), (rated("", "5"), rated("", "6", 7)), [(0, "5"), (7, "6")]),
        (asks(), (rated("", "5"), rated("drive", "3", 7)), [(0, "5"), (7, "3")]),
        (asks(), (rated("drive", "3", 7), rated("drive", "1")), [(0, "1"), (7, "3")]),
        (asks(), (rated("a", "2"), rated("b", "4"), rated("A", "6", 7), rated("b", "8", 7)), [(0, "3"), (7, "7")]),
        (asks(), (rated("a", "2"), rated("b", "4"), rated("walk", "6", 7), rated("b", "8", 7)), [(0, "3"), (7, "7")]),
        (asks(), (rated("a", "2"), rated("b", "4"), rated("c", "9", 7)), [(0, "3"), (7, "5")]),
        (asks(), (rated("a", "2"), rated("b", "4", 1)), [(0, "2"), (1, "3")]),
        (asks("drive"), (), []),
        (asks(), (rated("drive", "3", measure="measure.odi"),), []),
    ],
)
def test_what_answers_a_criterion(
    criterion: Criterion, readings: tuple[Reading, ...], expected: list[tuple[int, str]]
) -> None:
    found = answers(criterion, PSFS, readings)
    assert [(reading.on, reading.value) for reading in found] == [
        (DAY + timedelta(days=day), Decimal(value)) for day, value in expected
    ]


@pytest.mark.parametrize(("side", "expected"), [(None, 3), (Side.BOTH, 3), (Side.LEFT, 1), (Side.RIGHT, 1)])
def test_a_side_is_answered_by_its_own_readings(side: Side | None, expected: int) -> None:
    readings = tuple(rated("", str(n), n, "measure.odi", one) for n, one in enumerate((Side.LEFT, Side.RIGHT, None)))
    assert len(answers(asks(measure="measure.odi", side=side), ODI, readings)) == expected
