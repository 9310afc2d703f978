"""The home exercise sheet says what the issue asks of it, sentence by sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from documents.sciatica import (
    BIRD_DOG,
    BRIDGE,
    END,
    GYM,
    PLAN,
    SITTING,
    SLIDER,
    START,
    WALKING,
    request,
    texts,
    with_items,
    with_step,
)

from painplanner.core.dose import ActivityDose, ExerciseDose, Progression, Where
from painplanner.core.plan import Item, Plan, StepStatus
from painplanner.core.values import Side, replace
from painplanner.documents.blocks import Callout, Document, Exercise, Fill, Message, StopLine, plain
from painplanner.documents.daily_log import log_of
from painplanner.documents.exercise_sheet import exercise_sheet
from painplanner.documents.sheet_choices import GRID
from painplanner.services.document_check import check_document


def exercises(document: Document) -> list[Exercise]:
    return [block for block in document.blocks if isinstance(block, Exercise)]


def titles(document: Document) -> list[str]:
    return [block.title for block in exercises(document)]


def callout(document: Document, title: str) -> list[str]:
    found = [block for block in document.blocks if isinstance(block, Callout) and block.title == title]
    return [plain(item) for box in found for item in box.items]


def sheet_of(*items: Item, start: date = START, end: date = END, **changes: object) -> Document:
    return exercise_sheet(request(with_items(*items), start=start, end=end, **changes))


def only(*items: Item, **changes: object) -> Exercise:
    (found,) = exercises(sheet_of(*items, **changes))
    return found


def boxes(exercise: Exercise) -> int:
    assert exercise.grid
    return sum(not day.is_off for day in exercise.grid.days) * len(exercise.grid.rows)


def dosed(item: Item, **changes: object) -> Item:
    changed: Item = replace(item, dose=replace(item.dose, **changes))
    return changed


def test_only_exercises_whose_step_is_open_in_the_dates_are_shown() -> None:
    assert titles(exercise_sheet(request())) == ["Sit with support, by the timer", "Straighten your knee"]
    later = exercise_sheet(request(start=date(2026, 2, 16), end=date(2026, 3, 1)))
    assert titles(later) == ["Bridge", "Reach one arm and the other leg", "Walk in short rounds"]
    across = exercise_sheet(request(start=date(2026, 2, 10), end=date(2026, 2, 23)))
    assert len(titles(across)) == 5


@pytest.mark.parametrize("status", [StepStatus.STOPPED, StepStatus.SKIPPED])
def test_nothing_of_a_step_that_was_stopped_or_left_out_is_shown(status: StepStatus) -> None:
    assert titles(exercise_sheet(request(with_step("step-sit", status=status)))) == []


def test_an_exercise_that_was_stopped_before_is_not_shown() -> None:
    assert titles(sheet_of(BRIDGE, replace(BIRD_DOG, stopped_on=START))) == ["Bridge"]


def test_only_what_is_done_at_home_is_shown() -> None:
    assert titles(sheet_of(BRIDGE, GYM)) == ["Bridge"]
    assert titles(sheet_of(dosed(GYM, where=Where.BOTH))) == ["Leg press"]


def test_times_a_day_and_days_a_week_are_in_words() -> None:
    facts = only(dosed(BRIDGE, times_per_day=2, days_per_week=3)).facts
    assert "2 times a day" in facts
    assert "3 days a week" in facts
    assert "every day" in only(dosed(BRIDGE, days_per_week=7)).facts


def test_there_is_one_tick_box_for_each_time_of_each_day() -> None:
    every_day = only(dosed(BRIDGE, times_per_day=3, days_per_week=7))
    assert boxes(every_day) == 3 * 14
    assert every_day.grid
    assert [row.label for row in every_day.grid.rows] == ["1", "2", "3"]


def test_both_sides_have_boxes_of_their_own() -> None:
    grid = only(dosed(BIRD_DOG, side=Side.BOTH, times_per_day=1)).grid
    assert grid
    assert [row.label for row in grid.rows] == ["Left", "Right"]
    twice = only(dosed(BIRD_DOG, side=Side.BOTH, times_per_day=2)).grid
    assert twice
    assert [row.label for row in twice.rows] == ["1, left", "1, right", "2, left", "2, right"]


@pytest.mark.parametrize("days", range(1, 8))
def test_days_off_are_shaded_and_spread_over_the_week(days: int) -> None:
    grid = only(dosed(BRIDGE, days_per_week=days)).grid
    assert grid
    off = [day.is_off for day in grid.days]
    assert [off[:7].count(False), off[7:].count(False)] == [days, days]
    assert not off[0]
    if 2 <= days <= 3:
        assert not any(not one and not two for one, two in pairwise(off)), "a day off between"


def test_no_day_is_off_while_the_days_a_week_are_open() -> None:
    assert boxes(only(dosed(BRIDGE, days_per_week=None))) == 14


def test_the_grid_has_whole_weeks_from_the_first_day_and_shades_what_lies_outside() -> None:
    grid = only(dosed(BRIDGE, days_per_week=7), end=date(2026, 1, 24)).grid
    assert grid
    assert [day.weekday for day in grid.days[:7]] == ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    assert [day.day for day in grid.days] == [str(n) for n in range(15, 29)]
    assert [day.is_off for day in grid.days] == [False] * 10 + [True] * 4


def test_days_before_and_after_the_step_are_shaded_and_said() -> None:
    sheet = exercise_sheet(request(start=date(2026, 2, 10), end=date(2026, 2, 23)))
    sitting, bridge = exercises(sheet)[0], exercises(sheet)[2]
    assert sitting.grid
    assert bridge.grid
    assert [day.is_off for day in sitting.grid.days] == [False] * 6 + [True], "the second week has no box"
    assert [day.is_off for day in bridge.grid.days][:7] == [True] * 6 + [False]
    assert "Last day: Sunday, February 15." in [plain(note) for note in sitting.notes]
    assert "Start on Monday, February 16." in [plain(note) for note in bridge.notes]


def test_the_day_an_exercise_stops_on_has_no_box() -> None:
    item = dosed(replace(BRIDGE, stopped_on=date(2026, 1, 20)), days_per_week=7)
    grid = only(item).grid
    assert grid
    assert [day.is_off for day in grid.days] == [False] * 5 + [True] * 2


def test_a_grid_ends_before_it_is_longer_than_a_page_and_says_so() -> None:
    exercise = only(dosed(BRIDGE, times_per_day=6), end=date(2026, 4, 30))
    assert exercise.grid
    assert len(exercise.grid.days) == 28
    assert "The boxes go to Wednesday, February 11. Ask us for the next sheet." in [plain(n) for n in exercise.notes]


@pytest.mark.parametrize(
    ("side", "words"), [(Side.LEFT, "left side"), (Side.RIGHT, "right side"), (Side.BOTH, "left and right")]
)
def test_a_side_is_in_words(side: Side, words: str) -> None:
    assert words in only(dosed(BIRD_DOG, side=side)).facts


def test_an_unset_side_is_there_to_circle_and_never_a_silent_both() -> None:
    exercise = only(dosed(BIRD_DOG, side=None))
    assert "left / right / both (circle one)" in exercise.facts
    assert "left and right" not in exercise.facts
    assert exercise.grid
    assert len(exercise.grid.rows) == 1


def test_an_exercise_of_no_side_says_none() -> None:
    assert not [fact for fact in only(BRIDGE).facts if "left" in fact or "right" in fact]


def test_an_unset_dose_prints_a_blank_to_fill() -> None:
    blanks = ("____ rounds", "____ times", "____ times a day", "____ days a week")
    assert only(replace(BRIDGE, dose=None)).facts == blanks
    assert only(replace(BRIDGE, dose=ExerciseDose())).facts == blanks
    assert only(replace(WALKING, dose=ActivityDose())).facts[0] == "____ minutes"


def test_each_exercise_has_its_two_pictures_with_captions_and_words_for_who_cannot_see_them() -> None:
    exercise = only(BRIDGE)
    assert [picture.caption for picture in exercise.pictures] == ["1 Start", "2 Hold 5 seconds"]
    assert all(picture.alt for picture in exercise.pictures)
    assert exercise.pictures[0].drawing != exercise.pictures[1].drawing
    assert [p.caption for p in only(dosed(SLIDER, hold_s=None)).pictures] == ["1 Start", "2 Finish"]


def test_a_left_side_is_drawn_on_the_left() -> None:
    right, left = only(SLIDER), only(dosed(SLIDER, side=Side.LEFT))
    assert right.pictures[1].drawing != left.pictures[1].drawing


def test_an_exercise_that_is_not_drawn_yet_prints_a_neat_placeholder() -> None:
    (picture,) = only(replace(BRIDGE, figure=None)).pictures
    assert picture.caption == "We will show you"
    assert picture.alt == "No picture yet: Bridge"
    assert exercises(exercise_sheet(request(figures={})))[0].pictures[0].alt.startswith("No picture yet")


def test_the_way_to_do_it_is_numbered_and_hints_stand_below() -> None:
    exercise = only(dosed(BRIDGE, note="red band"))
    assert exercise.steps == ("Lie on your back. Bend your knees.", "Squeeze and lift your hips.")
    assert [plain(note) for note in exercise.notes] == ["Keep breathing.", "Red band."]


def test_the_message_is_how_many_exercises_how_long_and_for_which_days() -> None:
    first = exercise_sheet(request()).blocks[0]
    assert isinstance(first, Message)
    assert plain(first.words) == (
        "2 exercises, about 3 minutes a day, plus 10 minutes by the clock, 6 times a day."
        " From Thursday, January 15 to Wednesday, January 28."
    )


def test_what_goes_by_the_clock_several_times_a_day_is_not_added_up() -> None:
    def said(*items: Item) -> str:
        first = sheet_of(*items).blocks[0]
        assert isinstance(first, Message)
        return plain(first.words)

    assert said(SITTING, WALKING).startswith(
        "2 exercises, 10 minutes by the clock, 6 times a day and 16 minutes a day by the clock."
    )
    assert said(BRIDGE, SITTING, WALKING).startswith(
        "3 exercises, about 4 minutes a day, plus what goes by the clock. From"
    )
    assert said(WALKING, replace(WALKING, id="b")).startswith("2 exercises, 32 minutes a day by the clock.")
    assert said(SITTING, dosed(WALKING, minutes=None)).startswith("2 exercises. From")
    assert said(WALKING).startswith("1 exercise, 16 minutes a day by the clock.")
    assert said(dosed(WALKING, times_per_day=2)).startswith("1 exercise, 16 minutes by the clock, 2 times a day.")


def test_minutes_are_not_guessed_while_a_dose_is_open() -> None:
    first = sheet_of(BRIDGE, replace(BIRD_DOG, dose=None)).blocks[0]
    assert isinstance(first, Message)
    assert plain(first.words).startswith("2 exercises. From")


def test_a_sheet_without_exercises_says_so_and_keeps_the_stop_box() -> None:
    sheet = exercise_sheet(request(Plan(id="plan-5")))
    assert isinstance(sheet.blocks[0], Message)
    assert plain(sheet.blocks[0].words).startswith("There are no exercises for these days.")
    assert [block for block in sheet.blocks if isinstance(block, StopLine)]


def test_a_plan_whose_steps_wait_for_one_another_still_makes_a_sheet() -> None:
    ring = with_step("step-shot", timing=PLAN.steps[1].timing, started_on=None)
    ring = replace(ring, steps=(replace(ring.steps[0], timing=replace(ring.steps[1].timing, step="step-sit")),
                                *ring.steps[1:]))  # fmt: skip
    assert titles(exercise_sheet(request(ring, start=date(2026, 3, 2)))) == []


class TestSafetyLines:
    def test_a_rule_of_all_exercises_is_said_once_and_not_under_each(self) -> None:
        sheet = sheet_of(BRIDGE, BIRD_DOG)
        (line,) = callout(sheet, "How it may feel")
        assert line.startswith("A mild pull or ache is fine.")
        assert "If it is more than your usual the next day, do half." in line
        assert not [n for e in exercises(sheet) for n in e.notes if "do half" in plain(n)]

    def test_each_rule_names_its_exercises_where_there_are_several(self) -> None:
        lines = callout(sheet_of(BRIDGE, SLIDER, BIRD_DOG, WALKING), "How it may feel")
        assert [line.split(":")[0] for line in lines] == ["Exercises 1 and 3", "Exercise 2", "Exercise 4"]
        assert "gone within seconds" in lines[1]
        assert "Go by the clock, not by the pain." in lines[2]

    def test_the_tendon_rule_allows_pain_that_settles_by_morning(self) -> None:
        tendon = replace(BRIDGE, safety_rule="tendon", texts=texts("Heel drop", "Lower your heel", "Talón"))
        (line,) = callout(sheet_of(tendon), "How it may feel")
        assert "Pain up to 5 of 10 is fine if it settles by morning." in line

    def test_a_line_of_one_exercise_alone_stays_with_it(self) -> None:
        rail = texts("Step up", "Step up", "Subir", ("safety", "Hold the rail.", "Tome la baranda."))
        sheet = sheet_of(BRIDGE, replace(BIRD_DOG, texts=rail))
        assert "Hold the rail." in [plain(n) for n in exercises(sheet)[1].notes]
        assert "Hold the rail." not in callout(sheet, "How it may feel")

    def test_pain_alone_never_says_stop_and_call(self) -> None:
        for rule in ("general", "tendon", "nerve-glide", "graded-activity"):
            lines = callout(sheet_of(replace(BRIDGE, safety_rule=rule)), "How it may feel")
            assert not [line for line in lines if "stop" in line.lower() or "call" in line.lower()]


class TestProgress:
    def test_graded_progress_is_in_words(self) -> None:
        notes = [plain(note) for note in only(SITTING).notes]
        assert "Add 2 minutes every third day, up to 45 minutes, by the clock, not by the pain." in notes

    def test_a_ladder_gives_the_days_of_this_sheet(self) -> None:
        assert plain(only(SITTING, end=date(2026, 1, 21)).notes[-1]) == (
            "From January 15: 10 minutes. From January 18: 12 minutes. From January 21: 14 minutes."
        )

    def test_a_later_sheet_begins_with_what_was_reached_by_then(self) -> None:
        later = {"today": date(2026, 1, 29), "start": date(2026, 1, 29), "end": date(2026, 2, 4)}
        (sitting,) = exercises(exercise_sheet(request(with_items(SITTING), **later)))
        assert sitting.facts[0] == "18 minutes", "day 14 of 10 minutes, 2 more every third day"
        assert plain(sitting.notes[-1]) == (
            "From January 29: 18 minutes. From January 30: 20 minutes. From February 2: 22 minutes."
        )
        first = exercise_sheet(request(with_items(SITTING), **later)).blocks[0]
        assert isinstance(first, Message)
        assert plain(first.words).startswith("1 exercise, 18 minutes by the clock, 6 times a day.")

    def test_what_was_added_or_set_anew_later_counts_from_that_day(self) -> None:
        later = {"today": date(2026, 1, 29), "start": date(2026, 1, 29), "end": date(2026, 2, 4)}
        added = replace(SITTING, added_on=date(2026, 1, 27))
        assert only(added, **later).facts[0] == "10 minutes"
        assert isinstance(SITTING.dose, ActivityDose)
        rule = replace(SITTING.dose.progression, since=date(2026, 1, 23))
        assert only(dosed(SITTING, progression=rule), **later).facts[0] == "14 minutes"

    def test_at_its_top_a_dose_is_kept_up_and_nothing_is_added(self) -> None:
        later = {"today": date(2026, 4, 1), "start": date(2026, 4, 1), "end": date(2026, 4, 7)}
        exercise = only(SITTING, **later)
        assert exercise.facts[0] == "45 minutes"
        said = [plain(note) for note in exercise.notes]
        assert "Stay at 45 minutes, by the clock, not by the pain." in said
        assert not [note for note in said if "Add" in note or "From" in note]

    def test_a_long_ladder_goes_by_weeks_and_stays_short(self) -> None:
        said = plain(only(SITTING, end=date(2026, 3, 11)).notes[-2])
        assert said.count("From") <= 6
        assert said.startswith("From January 15: 10 minutes. From January 29: 18 minutes.")

    def test_a_ladder_never_passes_its_top(self) -> None:
        dose = ActivityDose(
            minutes=Decimal(20), progression=Progression(add=Decimal(10), every_days=2, up_to=Decimal(45))
        )
        said = plain(only(replace(SITTING, dose=dose)).notes[-1])
        assert said.endswith("From January 21: 45 minutes.")

    def test_a_percentage_is_worked_out_for_the_patient(self) -> None:
        dose = ActivityDose(minutes=Decimal(20), progression=Progression(percent=Decimal(10), every_days=7))
        notes = [plain(note) for note in only(replace(SITTING, dose=dose)).notes]
        assert "Add 10 percent every week, by the clock, not by the pain." in notes
        assert notes[-1] == "From January 15: 20 minutes. From January 22: 22 minutes."

    def test_a_short_distance_grows_by_parts(self) -> None:
        rule = Progression(percent=Decimal(25), every_days=7, up_to=Decimal(2))
        dose = ActivityDose(distance=Decimal("0.8"), distance_unit="miles", progression=rule)
        notes = [plain(note) for note in only(replace(SITTING, dose=dose)).notes]
        assert "Add 25 percent every week, up to 2 miles, by the clock, not by the pain." in notes
        assert notes[-1] == "From January 15: 0.8 miles. From January 22: 1 mile."


class TestFollowUp:
    def test_new_exercises_are_marked(self) -> None:
        new = replace(BIRD_DOG, added_on=START)
        assert [e.flag for e in exercises(sheet_of(BRIDGE, new))] == ["", "New"]

    def test_an_exercise_added_today_for_a_sheet_that_begins_later_is_new(self) -> None:
        new = replace(BIRD_DOG, added_on=date(2026, 1, 13))
        assert [e.flag for e in exercises(sheet_of(BRIDGE, new))] == ["", "New"]

    def test_what_took_over_is_marked_and_named_with_what_it_replaces(self) -> None:
        old = replace(BRIDGE, stopped_on=START)
        new = replace(BIRD_DOG, replaces=BRIDGE.id, added_on=START)
        sheet = sheet_of(old, new, SLIDER)
        assert [e.flag for e in exercises(sheet)] == ["New", ""]
        assert callout(sheet, "What changed") == ["New: Reach one arm and the other leg (in place of: Bridge)"]

    def test_what_was_stopped_is_named_once(self) -> None:
        sheet = sheet_of(SLIDER, replace(BRIDGE, stopped_on=START))
        assert callout(sheet, "What changed") == ["Bridge: you can leave this out now."]

    def test_a_first_sheet_marks_nothing(self) -> None:
        sheet = sheet_of(replace(BRIDGE, added_on=START), revision=1)
        assert [e.flag for e in exercises(sheet)] == [""]
        assert callout(sheet, "What changed") == []

    def test_what_a_plan_began_with_is_not_new(self) -> None:
        plan = replace(with_items(replace(BRIDGE, added_on=START)), start=START)
        assert [e.flag for e in exercises(exercise_sheet(request(plan)))] == [""]

    def test_the_next_sheet_forgets_what_was_new(self) -> None:
        items = (SLIDER, replace(BIRD_DOG, added_on=START), replace(BRIDGE, stopped_on=START))
        later = sheet_of(*items, start=date(2026, 1, 29), end=date(2026, 2, 11), today=date(2026, 1, 29))
        assert [e.flag for e in exercises(later)] == ["", ""]
        assert callout(later, "What changed") == []


def test_days_off_may_be_swapped_and_a_missed_day_is_not_blamed() -> None:
    lines = callout(sheet_of(BRIDGE), "Good to know")
    assert "Shaded days are days off. You can change which days, but not how many." in lines
    assert not [line for line in callout(sheet_of(SLIDER), "Good to know") if "Shaded" in line]


def test_good_to_know_leaves_the_first_page_to_an_exercise_when_there_is_much_to_say_before_it() -> None:
    def order(document: Document) -> list[str]:
        return [b.title for b in document.blocks if isinstance(b, (Callout, Exercise))]

    short, long = order(sheet_of(BRIDGE, SLIDER)), order(sheet_of(BRIDGE, SLIDER, WALKING))
    assert short.index("Good to know") == 1
    assert long[-1] == "Good to know"


def test_a_sheet_always_has_something_to_tick_and_room_for_questions() -> None:
    for made in (
        sheet_of(BRIDGE),
        sheet_of(BRIDGE, options={GRID.id: "none"}),
        sheet_of(BRIDGE, log=log_of(request())),
    ):
        assert "tool" not in {aspect.code for aspect, _where in check_document(made).failed}
        assert made.blocks[-1] == Fill(label="My questions")
