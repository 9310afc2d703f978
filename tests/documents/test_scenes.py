"""Lessons that have pictures stand on the sheet after the exercises, under "In your day": shown, never ticked."""

from __future__ import annotations

from datetime import date

import pytest
from documents.lessons import BAGS, HEAVY, LESSONS, PACING, SLEEP
from documents.sciatica import BRIDGE, END, SITTING, START, WALKING, WORK_TALK, request, with_items, with_step

from painplanner.core.daily_log import LogSheet
from painplanner.core.dose import ActivityDose, BehaviouralDose, Where
from painplanner.core.home_items import has_sheet
from painplanner.core.plan import Item, OnDate, Plan, Step
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Callout, Document, Exercise, Heading, Message, StopLine, plain
from painplanner.documents.daily_log import log_of
from painplanner.documents.exercise_sheet import exercise_sheet


def sheet_of(*items: Item, **changes: object) -> Document:
    return exercise_sheet(request(with_items(*items), **changes))


def lessons(document: Document) -> list[Exercise]:
    return [block for block in document.blocks if isinstance(block, Exercise) and not block.number]


def titles(document: Document) -> list[str]:
    return [block.title for block in lessons(document)]


def only(item: Item, **changes: object) -> Exercise:
    (found,) = lessons(sheet_of(item, **changes))
    return found


def test_they_stand_after_the_exercises_under_a_heading_of_their_own() -> None:
    sheet = sheet_of(SLEEP, BRIDGE, PACING)
    kinds = [type(block) for block in sheet.blocks]
    place = sheet.blocks.index(Heading("In your day"))
    assert [block.title for block in sheet.blocks[place + 1 : place + 3] if isinstance(block, Exercise)] == [
        "Lie well at night",
        "Do it in parts",
    ]
    assert kinds.index(Exercise) < place < kinds.index(StopLine)
    assert sheet.title == "Your exercises at home"
    assert Heading("En su día a día") in sheet_of(SLEEP, language="es").blocks


def test_they_have_no_number_no_boxes_to_tick_and_do_not_count_as_exercises() -> None:
    sheet = sheet_of(BRIDGE, *LESSONS)
    assert titles(sheet) == ["Lie well at night", "Carry in parts", "Heavy work and your back", "Do it in parts"]
    assert all(block.grid is None and not block.facts for block in lessons(sheet))
    assert isinstance(sheet.blocks[0], Message)
    assert plain(sheet.blocks[0].words).startswith("1 exercise, about 4 minutes a day.")


def test_a_log_does_not_ask_about_them() -> None:
    def rows(*items: Item) -> list[str]:
        made: LogSheet = log_of(request(with_items(*items)))
        return [row.id for row in made.rows]

    assert rows(BRIDGE, *LESSONS) == rows(BRIDGE)


def test_every_scene_is_shown_and_none_is_a_start_or_a_finish() -> None:
    scene = only(SLEEP)
    assert [picture.caption for picture in scene.pictures] == ["", ""]
    assert [picture.alt for picture in scene.pictures] == [
        "Lying on the side, knees bent, a pillow between them and one under the head.",
        "Lying on the back, a pillow under the knees.",
    ]
    assert len(only(PACING).pictures) == 3


def test_the_way_to_do_it_is_numbered_and_the_rest_stands_below() -> None:
    assert only(SLEEP).steps == (
        "On your side: a pillow between your knees.",
        "On your back: a pillow under your knees.",
    )
    assert [plain(note) for note in only(SLEEP).notes] == ["No way to lie is wrong."]
    noted: Item = replace(SLEEP, note="your left side is best")
    assert [plain(note) for note in only(noted).notes][-1] == "Your left side is best."


def test_a_talk_without_steps_prints_what_it_tells() -> None:
    assert only(HEAVY).steps == ()
    assert plain(only(HEAVY).notes[0]) == "A strong back can do heavy work. It needs breaks."


def test_its_safety_line_stands_with_it_also_where_the_exercises_have_the_same() -> None:
    (bags,) = lessons(sheet_of(BRIDGE, BAGS))
    assert "If it is more than your usual the next day, do half." in [plain(note) for note in bags.notes]


def test_only_what_has_pictures_is_shown() -> None:
    assert titles(sheet_of(replace(SLEEP, figure=None), WORK_TALK)) == []


def test_a_lesson_that_is_timed_is_an_exercise_of_the_sheet() -> None:
    timed: Item = replace(PACING, dose=ActivityDose())
    sheet = sheet_of(timed, SITTING, WALKING)
    assert titles(sheet) == []
    first = next(block for block in sheet.blocks if isinstance(block, Exercise))
    assert [picture.caption for picture in first.pictures] == ["", "", ""]
    assert first.grid is not None


def test_what_is_taught_only_in_the_clinic_is_not_shown() -> None:
    assert titles(sheet_of(replace(PACING, dose=BehaviouralDose(where=Where.CLINIC)))) == []


def test_only_lessons_whose_step_is_open_in_the_dates_are_shown() -> None:
    assert titles(sheet_of(replace(SLEEP, stopped_on=START))) == []
    assert titles(exercise_sheet(request(with_step("step-strong", items=(BRIDGE, SLEEP))))) == []


def test_a_lesson_that_begins_within_the_sheet_says_when_and_never_ends() -> None:
    later = Step(id="step-2", timing=OnDate(on=date(2026, 1, 20)), items=(BAGS,))
    plan = replace(with_items(BRIDGE), steps=(*with_items(BRIDGE).steps, later))
    (bags,) = lessons(exercise_sheet(request(plan)))
    assert plain(bags.notes[0]) == "Start on Tuesday, January 20."
    assert not [note for note in only(replace(SLEEP, stopped_on=END)).notes if "Last day" in plain(note)]


def test_what_two_steps_teach_is_shown_once() -> None:
    again = Step(id="step-2", timing=OnDate(on=date(2026, 1, 20)), items=(replace(SLEEP, id="item-again"),))
    plan = replace(with_items(SLEEP), steps=(*with_items(SLEEP).steps, again))
    assert titles(exercise_sheet(request(plan))) == ["Lie well at night"]


class TestNoExercise:
    def test_lessons_alone_make_a_sheet(self) -> None:
        sheet = sheet_of(SLEEP, BAGS)
        assert sheet.title == "Your sheet for home"
        assert isinstance(sheet.blocks[0], Message)
        assert plain(sheet.blocks[0].words) == (
            "These pictures show what may help you in your day. From Thursday, January 15 to Wednesday, January 28."
        )
        assert titles(sheet) == ["Lie well at night", "Carry in parts"]
        assert [block for block in sheet.blocks if isinstance(block, StopLine)]
        assert [block.title for block in sheet.blocks if isinstance(block, Callout)] == ["Your checklist"], (
            "none is sore"
        )

    @pytest.mark.parametrize(
        ("items", "expected"), [((SLEEP,), True), ((BRIDGE,), True), ((WORK_TALK,), False), ((), False)]
    )
    def test_a_sheet_is_empty_only_without_either(self, items: tuple[Item, ...], expected: bool) -> None:
        plan: Plan = with_items(*items)
        assert has_sheet(plan, START, END, START) is expected

    def test_a_scene_that_is_missing_leaves_its_place_neatly_free(self) -> None:
        (picture,) = only(SLEEP, figures={}).pictures
        assert picture.alt == "No picture yet: Lie well at night"


class TestChanges:
    def test_a_new_lesson_is_marked_and_named(self) -> None:
        sheet = sheet_of(BRIDGE, replace(SLEEP, added_on=START))
        assert [block.flag for block in lessons(sheet)] == ["New"]
        assert changed(sheet) == ["New: Lie well at night"]

    def test_a_lesson_that_left_the_sheet_is_named(self) -> None:
        assert changed(sheet_of(BRIDGE, replace(SLEEP, stopped_on=START))) == [
            "Lie well at night: you can leave this out now."
        ]


def changed(document: Document) -> list[str]:
    found = [block for block in document.blocks if isinstance(block, Callout) and block.title == "What changed"]
    return [plain(item) for box in found for item in box.items]


def test_as_text_a_lesson_has_its_title_without_a_number() -> None:
    lines = as_text(sheet_of(BRIDGE, SLEEP)).splitlines()
    place = lines.index("In your day")
    assert lines[place + 3] == "Lie well at night"
    assert lines[place + 4].startswith("[Picture: Lying on the side")
    assert "1. Bridge" in lines
