"""How a measure stands in a few words, what moved, what was won, and how many targets are reached."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from core.progress.numbers import (
    HOLD,
    MEASURES,
    NDI,
    PAIN,
    PSFS,
    SCREEN,
    SITTING,
    SLEPT,
    TODAY,
    WALKING,
    asks,
    day,
    measure,
    read,
    week,
)

from painplanner.core.measure import Reading
from painplanner.core.plan import Checkpoint, OnDate, Plan, Step, StepStatus
from painplanner.core.values import LangText, replace
from painplanner.services.progress import Progress, chart_words, progress, spot_words
from painplanner.services.readings import alert_sentence, find_measures, range_words, reading_words

STEP = Step(id="s1", timing=OnDate(on=day(-20)), status=StepStatus.ACTIVE)


def page(*criteria: Any, readings: tuple[Reading, ...] = (), **more: Any) -> Progress:
    check = Checkpoint(id="c", steps=("s1",), when=OnDate(on=day(0)), criteria=criteria)
    plan = Plan(id="p1", patient="p", start=day(-20), steps=(STEP,), checkpoints=(check,))
    return progress(plan, MEASURES, readings, TODAY, **more)


@pytest.mark.parametrize(
    ("criterion", "readings", "words", "tone"),
    [
        (asks(SITTING, 20, 10), week(SITTING, (31,) * 7), "10 → 31, target met", "done"),
        (asks(SITTING, 20, 10), week(SITTING, (15,) * 7), "10 → 15, target partly met", "consider"),
        (asks(SITTING, 20, 10), week(SITTING, (12,) * 7), "10 → 12, target not met yet", "consider"),
        (asks(SITTING, 20, 10), week(SITTING, (6,) * 7), "10 → 6, worse than at the start", "stop"),
        (asks(PAIN, 4, 7), (read(PAIN, 3),), "7 → 3, target met", "done"),
        (asks(PAIN, 4, 7), (read(PAIN, 9),), "7 → 9, worse than at the start", "stop"),
        (asks(PAIN, None, 7), (read(PAIN, 5),), "7 → 5, more than the change that matters (2)", "done"),
        (asks(NDI, 10, 30), (read(NDI, 28),), "30 → 28, no detectable change yet", "consider"),
        (asks(SITTING, 20, 10), week(SITTING, (12, 13)), "2 of 7 days filled, not enough", "muted"),
        (asks(SITTING, 20, 10), (), "10 at the start", "muted"),
        (asks(HOLD, 60), (), "nothing measured yet", "muted"),
        (asks(SITTING, 20), week(SITTING, (12,) * 7), "12, target not met yet", "consider"),
        (asks(SCREEN, None), (read(SCREEN, 4),), "4", "text"),
    ],
)
def test_how_a_measure_stands(criterion: Any, readings: tuple[Reading, ...], words: str, tone: str) -> None:
    row = page(criterion, readings=readings).rows[0]
    assert (row.now, row.tone) == (words, tone)


def test_a_number_of_long_ago_is_said_with_its_day() -> None:
    row = page(asks(SITTING, 20), readings=(read(SITTING, 12, -12),)).rows[0]
    assert row.now == "last 12 min on 16 Jan"


def test_what_moved_since_the_last_visit_is_said_before_what_moved_since_the_start() -> None:
    readings = (*week(SITTING, (14,) * 7, ends=-8), *week(SITTING, (24,) * 7))
    row = page(asks(SITTING, 30, 10, baseline_on=day(-20)), readings=readings, visit=day(-7)).rows[0]
    assert row.moved[0].startswith("Since 20 Jan 2026: 14 → 24, better by 10")
    assert row.moved[1].startswith("Since 8 Jan 2026: 10 → 24, better by 14")


def test_fewer_points_of_pain_are_better() -> None:
    row = page(asks(PAIN, 2, 7, baseline_on=day(-20)), readings=(read(PAIN, 4),)).rows[0]
    assert row.moved == ("Since 8 Jan 2026: 7 → 4, better by 3",)


def test_wins_are_called_out_and_a_reached_target_says_more_than_a_best_number() -> None:
    nights = week(SLEPT, (0, 0, 1, 1, 0, 0, 0))
    pain = (read(PAIN, 6, -10), read(PAIN, 3))
    found = page(asks(SLEPT, 5), asks(PAIN, 4, 7), readings=(*nights, *pain))
    assert found.wins == ("Slept through the night: 2 times", "Pain: target 4 reached")


def test_targets_that_are_reached_are_counted_among_what_the_plan_asks() -> None:
    readings = (*week(SITTING, (31,) * 7), read(PAIN, 3))
    assert page(asks(SITTING, 20, 10), asks(WALKING, 20), readings=readings).headline == (
        "1 of 2 measures at their target"
    )


def test_an_answer_that_asks_for_action_waits_until_it_was_taken() -> None:
    mood = measure("measure.phq9", maximum=Decimal(27), alert=(LangText(lang="en", text="Question 9"),))
    waits, done = read(mood, 12, alert=1), read(mood, 12, -1, alert=2, alert_done_on=day(-1))
    found = progress(None, {mood.id: mood}, (waits, done), TODAY)
    assert found.alerts == (waits,)
    said = alert_sentence(waits, mood, "988", "en")
    assert "“Question 9” is 1, above 0" in said
    assert "today" in said
    assert "988" in said


def test_a_point_of_a_chart_is_read_with_its_day_and_unit_and_a_range_with_both_ends() -> None:
    row = page(asks(SITTING, 20), readings=(read(SITTING, 10, value_to=Decimal(20)),)).rows[0]
    assert spot_words(row.chart.spots[0], row.unit) == "28 Jan 2026: 10 to 20 min"
    assert chart_words(row).target == "target 20"


def test_what_may_be_entered_is_said_with_the_direction() -> None:
    assert range_words(PAIN) == "0 to 10, lower is better"
    assert range_words(SITTING) == "0 or more, higher is better"
    assert range_words(SCREEN) == "0 to 10"


def test_an_answer_of_a_day_reads_as_yes_or_no() -> None:
    assert reading_words(read(SLEPT, 1), SLEPT, "") == "yes"
    assert reading_words(read(PAIN, 4), PAIN, "points") == "4 points"


def test_a_measure_is_found_by_any_word_and_best_by_its_beginning() -> None:
    assert find_measures(MEASURES, "slept", "en")[0][0] == SLEPT.id
    assert find_measures(MEASURES, "night through", "en")[0][0] == SLEPT.id
    assert not find_measures(MEASURES, "xyz", "en")


def test_the_plain_instrument_is_found_before_its_variant_with_the_scale_turned_round() -> None:
    turned = replace(PSFS, id="measure.psfs2", name=(LangText(lang="en", text="PSFS 2.0: your own activities"),))
    plain = replace(PSFS, name=(LangText(lang="en", text="PSFS: your own activities"),))
    found = find_measures({one.id: one for one in (turned, plain)}, "psfs", "en")
    assert [which for which, _name in found] == [PSFS.id, turned.id]
