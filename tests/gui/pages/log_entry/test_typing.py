"""A whole sheet is typed with the numeric keypad, one key a cell beyond its digits, and kept as it is typed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from gui.pages.log_entry.conftest import BRIDGE, LEG, SITTING, SLEPT, exercise, measure
from PySide6.QtCore import Qt

from painplanner.core.daily_log import CellState
from painplanner.core.values import replace
from painplanner.gui.pages.log_entry.geometry import WEEK, fitted
from painplanner.services.log_entry import Place, count, row_words

FIVE = (
    SITTING,
    measure("Walking", "measure.walking_minutes"),
    measure("Hours of sleep", "measure.sleep_hours"),
    measure("Steps", "measure.daily_steps"),
    measure("Sitting, right", "measure.sitting_minutes"),
)


def test_four_weeks_of_five_measures_take_one_key_a_cell_beyond_the_digits(begin, given, page, keys, ctx, patient):
    begin(given(FIVE, days=28))
    typed = ["10\n", "12\n", "+", "15/20\n", "-", "\n", "*"] * 20
    keys("".join(typed))
    assert page.grid.current == Place("r5", 27)
    assert count(page.filling.log, page.filling.sheet) == (120, 140)
    assert page.session.save()
    (log,) = ctx.store.logs(patient.id)
    week = [(cell.day, cell.state, cell.value, cell.value_to) for cell in log.cells if cell.row == "r1"][:6]
    number, to = CellState.NUMBER, CellState.RANGE
    assert week == [
        (0, number, Decimal(10), None),
        (1, number, Decimal(12), None),
        (2, number, Decimal(12), None),
        (3, to, Decimal(15), Decimal(20)),
        (4, CellState.NOT_DONE, None, None),
        (6, CellState.UNREADABLE, None, None),
    ]
    # Numbers and ranges are readings; what was not done or cannot be read is none, and a blank is nothing.
    assert len(ctx.store.readings(patient.id)) == 4 * 20


def test_the_keys_follow_the_paper_week_by_week_and_row_by_row(begin, given, page, keys):
    begin(given(days=14))
    seen = [page.grid.current]
    for _cell in range(2 * (7 + 1 + 7 + 7) - 1):
        keys("\n")
        seen.append(page.grid.current)
    first = [("r1", n) for n in range(7)] + [("r2", 6)] + [(row, n) for row in ("r3", "r4") for n in range(7)]
    assert seen == first + [(row, day + WEEK) for row, day in first]
    assert page.filling.log.cells == ()
    keys("\n")
    assert page.notes.weeks[0].line.hasFocus()


def test_yes_and_no_go_on_by_themselves_and_a_blank_stays_blank(begin, given, page, keys, texts):
    begin(given((SLEPT,)))
    keys("1-0*\n1+")
    assert texts() == ["1", "-", "-", "*", "", "1", "1"]


def test_a_tick_row_takes_done_too_sore_and_not_done_and_counts_them(begin, given, page, keys):
    begin(given((BRIDGE,)))
    keys("12-*\n1")
    states = {cell.day: cell.state for cell in page.filling.log.cells}
    done, sore, no = CellState.DONE, CellState.TOO_SORE, CellState.NOT_DONE
    assert states == {0: done, 1: sore, 2: no, 3: CellState.UNREADABLE, 5: done}
    assert row_words(page.filling.log, page.filling.sheet) == {"r1": "done 2 of 7, 1 too sore"}
    assert page.head.count.text() == "5 of 7 cells filled"


def test_a_mark_that_a_tick_row_does_not_know_stays_and_says_what_it_knows(begin, given, page, keys):
    begin(given((BRIDGE,)))
    keys("7")
    assert page.grid.current == Place("r1", 0)
    assert page.filling.text(Place("r1", 0)) == "7"
    assert "1 for done, 2 for too sore" in page.foot.problem.text()
    keys("2")
    assert page.grid.current == Place("r1", 1)
    assert page.foot.problem.isHidden()


def test_a_number_over_its_range_is_refused_as_it_is_typed_and_its_text_stays(begin, given, page, keys):
    begin(given((LEG,)))
    keys("1")
    assert page.grid.problem == ""
    keys("1")
    assert page.grid.problem == "11 is too high. This goes from 0 to 10."
    assert page.foot.problem.isVisible()
    assert page.foot.problem.text() == page.grid.problem
    keys("\n")
    assert page.grid.current == Place("r1", 6)
    assert page.filling.text(Place("r1", 6)) == "11"
    assert page.filling.log.cells == ()
    keys("7")
    assert page.grid.problem == ""
    assert page.filling.text(Place("r1", 6)) == "7"


def test_a_refused_text_can_be_mended_with_backspace_and_left_alone(begin, given, page, keys, qtbot):
    begin(given((SITTING,)))
    keys("99999\n")
    assert "1440" in page.grid.problem
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    assert page.grid.current == Place("r1", 1)
    assert page.filling.text(Place("r1", 0)) == "99999"
    assert "1440" in page.foot.problem.text()
    qtbot.keyClick(page.grid, Qt.Key.Key_Left)
    for _sign in range(3):
        qtbot.keyClick(page.grid, Qt.Key.Key_Backspace)
    assert page.filling.text(Place("r1", 0)) == "99"
    assert page.grid.problem == ""


def test_a_begun_range_is_no_fault_until_it_is_left(begin, given, page, keys):
    begin(given((SITTING,)))
    for sign, problem in (("20", ""), ("/", ""), ("3", ""), ("0", "")):
        keys(sign)
        assert page.grid.problem == problem
    assert page.filling.text(Place("r1", 0)) == "20/30"
    keys("\n20/\n")
    assert page.grid.current == Place("r1", 1)
    assert "is not a number" in page.grid.problem


def test_a_hyphen_within_a_number_is_the_range_of_the_paper(begin, given, page, keys):
    begin(given((SITTING,)))
    keys("20-30\n")
    assert page.filling.text(Place("r1", 0)) == "20/30"
    assert page.grid.current == Place("r1", 1)


def test_backspace_goes_back_where_nothing_is_typed_and_a_digit_begins_anew(begin, given, page, keys, qtbot):
    begin(given((SITTING,)))
    keys("25\n")
    qtbot.keyClick(page.grid, Qt.Key.Key_Backspace)
    assert page.grid.current == Place("r1", 0)
    keys("3")
    assert page.filling.text(Place("r1", 0)) == "3"
    qtbot.keyClick(page.grid, Qt.Key.Key_Escape)
    assert page.filling.text(Place("r1", 0)) == "25"
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert page.filling.log.cells == ()


def test_as_yesterday_without_a_yesterday_says_so(begin, given, page, keys):
    begin(given((SITTING,)))
    keys("+")
    assert page.grid.problem == "There is nothing before this to repeat."
    assert page.grid.current == Place("r1", 0)


def test_a_day_to_come_is_refused_at_its_cell(begin, given, page, keys):
    begin(given((SITTING,), ago=1))
    keys("5\n5\n5")
    assert len(page.filling.log.cells) == 2
    assert "still to come" in page.grid.problem


def test_arrows_move_along_and_across_and_into_the_cell_of_a_weekly_row(begin, given, page, qtbot):
    begin(given(days=14))
    for key, place in (
        (Qt.Key.Key_Right, ("r1", 1)),
        (Qt.Key.Key_Down, ("r2", 6)),
        (Qt.Key.Key_Right, ("r2", 13)),
        (Qt.Key.Key_Up, ("r1", 13)),
        (Qt.Key.Key_PageUp, ("r1", 0)),
        (Qt.Key.Key_Up, ("r1", 0)),
    ):
        qtbot.keyClick(page.grid, key)
        assert page.grid.current == place


def test_undo_takes_a_cell_back_and_redo_brings_it(begin, given, page, keys):
    begin(given((SITTING,)))
    keys("25\n30\n")
    page.session.undo()
    assert [page.filling.text(Place("r1", n)) for n in (0, 1)] == ["25", ""]
    page.session.redo()
    assert [page.filling.text(Place("r1", n)) for n in (0, 1)] == ["25", "30"]


def test_undo_after_a_refused_text_brings_what_stood_there(begin, given, page, keys, qtbot):
    begin(given((LEG,)))
    keys("4\n")
    page.session.end_typing()
    page.grid.setFocus()
    keys("99")
    assert page.filling.log.cells == ()
    page.session.undo()
    assert page.filling.text(Place("r1", 6)) == "4"
    page.session.undo()
    assert page.filling.refused == {}


def test_the_screen_reader_hears_row_day_and_content(begin, given, page, keys):
    begin(given((SITTING,)))
    keys("20/30\n")
    page.grid.go_to(Place("r1", 0))
    assert page.grid.accessibleName().startswith("Sitting without a break, ")
    assert page.grid.accessibleName().endswith(", 20 to 30")


@pytest.mark.parametrize(("width", "weeks"), [(1340, 4), (920, 2), (600, 1), (300, 1)])
def test_as_many_weeks_stand_side_by_side_as_have_room(width, weeks):
    at = fitted(width, 4, 3)
    assert at.weeks == weeks
    assert at.shows(27)
    assert width < 460 or at.box(0, 27).right() <= width


def test_weeks_without_room_are_tabs_that_follow_the_keys(begin, given, page, keys, qtbot):
    page.resize(962, 586)
    begin(given((SITTING,), days=28))
    assert page.weeks.isVisible()
    assert [not note.isHidden() for note in page.notes.weeks] == [True, True, False, False]
    keys("\n" * 14)
    assert page.weeks.key() == "2"
    shown = [False, False, True, True]
    qtbot.waitUntil(lambda: [not note.isHidden() for note in page.notes.weeks] == shown)
    page.weeks.chosen.emit("3")
    assert page.grid.current == Place("r1", 21)
    assert page.grid.hasFocus()


def test_the_keys_pass_over_days_that_are_shaded_on_paper(begin, given, page, keys, qtbot):
    early = replace(exercise("Squeeze", "item-early"), last=1)
    begin(given((early, replace(exercise("Lift your hips", "item-late"), first=5))))
    assert page.grid.current == Place("r1", 0)
    qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    assert page.grid.current == Place("r2", 5)
    qtbot.keyClick(page.grid, Qt.Key.Key_Up)
    assert page.grid.current == Place("r1", 1)
    keys("\n")
    assert page.grid.current == Place("r2", 5)


def test_the_legend_shows_only_keys_that_the_sheet_needs(begin, given, page):
    begin(given((BRIDGE,)))
    shown = [key for key, _words in page.foot.legend.shown]
    assert "2" in shown
    assert "/" not in shown
    begin(given((SITTING,)))
    shown = [key for key, _words in page.foot.legend.shown]
    assert "2" not in shown
    assert "/" in shown


def test_everything_of_four_weeks_and_five_measures_is_in_sight(begin, given, page):
    begin(given(FIVE, days=28))
    assert page.grid.layout_now.weeks == 4
    assert page._area.verticalScrollBar().maximum() == 0
    assert page.foot.warning.isVisible()
