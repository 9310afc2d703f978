"""The daily log asks for few things a day, is quick to fill in, and says when not to wait for the visit."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from documents.golden import logged
from documents.sciatica import BRIDGE, END, PLAN, PRACTICE, SLEPT, SLIDER, START, request, with_items

from painplanner.core.ids import printed_number, read_number
from painplanner.core.plan import Goal, NextVisit, OnDate, Plan, Step
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import (
    Callout,
    Document,
    Exercise,
    Fill,
    Heading,
    LogKey,
    LogLine,
    LogTable,
    Message,
    StopLine,
    plain,
)
from painplanner.documents.daily_log import daily_log, log_of
from painplanner.documents.exercise_sheet import exercise_sheet
from painplanner.documents.pdf import write_pdf


def tables(document: Document) -> list[LogTable]:
    return [block for block in document.blocks if isinstance(block, LogTable)]


def rows(document: Document) -> dict[str, LogLine]:
    return {row.label: row for row in tables(document)[0].rows}


def of_kind(document: Document, kind: type[Any]) -> Any:
    return next(block for block in document.blocks if isinstance(block, kind))


def meanings(document: Document) -> dict[str, str]:
    return {mark.sign: mark.meaning for mark in of_kind(document, LogKey).marks}


@pytest.mark.parametrize(("weeks", "printed"), [(1, 1), (2, 2), (3, 4), (4, 4)])
def test_it_has_a_table_a_week_and_1_2_or_4_weeks(weeks: int, printed: int) -> None:
    document = daily_log(request(end=START + timedelta(days=7 * weeks - 1)))
    assert len(tables(document)) == printed
    assert all(len(table.days) == 7 for table in tables(document))


def test_every_week_has_its_page_and_its_lines_for_what_is_new() -> None:
    document = daily_log(request())
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert [(block.text, block.new_page) for block in headings] == [("Week 1 of 2", False), ("Week 2 of 2", True)]
    assert (
        sum(isinstance(block, Fill) and block.label == "Anything new? Any questions?" for block in document.blocks) == 2
    )
    assert sum(isinstance(block, StopLine) for block in document.blocks) == 2


def test_the_first_day_is_there_to_fill_in_and_days_stand_above() -> None:
    assert of_kind(daily_log(request()), Heading).fill == "Date of your first day (Thursday)"
    one = daily_log(request(end=START + timedelta(days=6)))
    assert of_kind(one, Fill).label == "Date of your first day (Thursday)"
    assert [day.weekday for day in tables(one)[0].days] == ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]


def test_numbers_have_their_unit_and_pain_is_asked_once_a_week() -> None:
    asked = rows(daily_log(request()))
    assert asked["Sitting without a break"].note == "minutes"
    assert asked["Sitting without a break"].is_number
    pain = asked["Leg pain, 0 to 10"]
    assert (pain.asked, pain.note) == ((False,) * 6 + (True,), "once, on the last day")


def test_an_exercise_has_one_box_a_day_its_side_and_how_many_days() -> None:
    asked = rows(daily_log(request(with_items(SLIDER, BRIDGE))))
    assert (asked["Straighten your knee"].note, asked["Bridge"].note) == ("right side", "3 days a week")
    assert not asked["Bridge"].is_number
    assert asked["Bridge"].asked == (True,) * 7


def test_days_on_which_an_exercise_is_not_open_have_no_box() -> None:
    steps = (
        Step(id="a", timing=OnDate(on=START), items=(SLIDER,)),
        Step(id="b", timing=OnDate(on=date(2026, 1, 18)), items=(BRIDGE,)),
    )
    asked = rows(daily_log(request(Plan(id="plan-2", steps=steps))))
    assert asked["Bridge"].asked == (False,) * 3 + (True,) * 4


def test_the_key_shows_a_tick_a_letter_a_dash_and_a_number() -> None:
    assert meanings(daily_log(request())) == {
        "": "done", "S": "too sore to do it", "–": "not done", "20": "a number, or 20–30",
    }  # fmt: skip
    assert "D" in meanings(daily_log(request(language="es")))


def test_the_key_explains_only_what_this_log_asks() -> None:
    slept = replace(PLAN, goals=(Goal(id="g", text="Sleep", criterion=SLEPT),), checkpoints=())
    both = daily_log(request(slept))
    assert meanings(both)[""] == "done, or yes"
    assert rows(both)["Slept through the night"].note == "yes or no"
    bare = replace(slept, steps=())
    assert meanings(daily_log(request(bare, measures={SLEPT.measure: request().measures[SLEPT.measure]}))) == {
        "": "yes", "–": "no",
    }  # fmt: skip


def test_it_asks_to_be_brought_back_and_names_the_visit() -> None:
    message = plain(of_kind(daily_log(request()), Message).words)
    assert "Bring all the pages back. Next visit: Tuesday, January 27" in message
    no_visit = daily_log(request(replace(PLAN, next_visit=NextVisit())))
    assert no_visit.blocks[-1] == Fill(label="Next visit")


def test_weakness_numbness_and_bladder_send_to_the_emergency_room_and_the_rest_to_the_practice() -> None:
    stop = of_kind(daily_log(request()), StopLine)
    assert plain(stop.emergency).startswith("Call 911 or go to the emergency room now for chest pain")
    assert "numbness between the legs" in plain(stop.emergency)
    assert "urine" in plain(stop.emergency)
    assert "call us today at 555-0142, after hours 555-0199" in plain(stop.call)
    unknown = of_kind(daily_log(request(practice=replace(PRACTICE, phone="", after_hours=""))), StopLine)
    assert "call us today at ____" in plain(unknown.call)


def test_its_code_is_that_of_the_sheet_and_reads_back() -> None:
    document = daily_log(logged())
    assert document.code == printed_number(1001)
    assert document.code_words == f"Log {document.code}"
    assert read_number(document.code) == 1001
    assert document.code_words in as_text(document)


def test_a_log_without_a_number_has_no_code() -> None:
    document = daily_log(request(is_draft=True))
    assert (document.code, document.code_words) == ("", "")


def test_rows_are_those_of_the_sheet_in_its_order() -> None:
    sheet = log_of(request())
    turned = replace(sheet, rows=tuple(reversed(sheet.rows)))
    shown = [row.label for row in tables(daily_log(request(log=turned)))[0].rows]
    assert shown == list(reversed([row.label for row in tables(daily_log(request()))[0].rows]))


def test_with_a_log_the_exercise_sheet_has_no_second_grid_and_points_to_it() -> None:
    document = exercise_sheet(logged())
    assert [block.grid for block in document.blocks if isinstance(block, Exercise)] == [None, None]
    known = next(block for block in document.blocks if isinstance(block, Callout) and block.mark == "box")
    said = [plain(item) for item in known.items]
    assert "Mark each day in your daily log." in said
    assert not [line for line in said if "box" in line or "Shaded" in line]


def test_the_log_covers_the_days_of_the_paper() -> None:
    sheet = log_of(request())
    assert (sheet.first_day, sheet.days) == (START, (END - START).days + 1)
    assert sheet.number == 0


@pytest.mark.parametrize("rows", [9, 10])
def test_a_week_of_ten_rows_stays_on_its_page_with_the_box_that_says_when_to_call(rows: int) -> None:
    items = tuple(replace(BRIDGE, id=f"bridge-{n}") for n in range(rows - 1))
    asked = request(with_items(*items), end=START + timedelta(days=13))
    document = daily_log(asked)
    assert [len(table.rows) for table in tables(document)] == [rows, rows]
    with pikepdf.open(BytesIO(write_pdf(document))) as pdf:
        assert len(pdf.pages) == 2
