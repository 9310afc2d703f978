"""The kit keeps its promises: plain text, selections that survive, sentences below fields, names for every control."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from painplanner.core.values import Impossible
from painplanner.gui.dates import day_words, read_day
from painplanner.gui.models.keyed_list import KeyedList
from painplanner.gui.theme import Theme
from painplanner.gui.widgets.chips import ChipRow
from painplanner.gui.widgets.fields import DateField, Field, SearchField, line_edit
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.segmented import Segmented

TODAY = date(2026, 2, 9)


@pytest.fixture(autouse=True)
def theme(qapp):
    return Theme("light")


def test_a_label_never_reads_markup(qtbot):
    made = label("<b>Anna</b> & Co")
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == "<b>Anna</b> & Co"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1978-08-03", date(1978, 8, 3)),
        ("3 Aug 1978", date(1978, 8, 3)),
        ("Aug 3, 1978", date(1978, 8, 3)),
        ("3 august 78", date(1978, 8, 3)),
        ("19780803", date(1978, 8, 3)),
        ("3.sept.2025", date(2025, 9, 3)),
    ],
)
def test_a_date_is_understood_as_people_type_it(typed, day):
    assert read_day(typed, today=TODAY) == day


@pytest.mark.parametrize("typed", ["yesterday", "31 Feb 1990", "1978", "3 x 1978", "1/2/3/4"])
def test_what_is_not_a_date_is_refused(typed):
    with pytest.raises(Impossible):
        read_day(typed, today=TODAY)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_shown_date_reads_back(day):
    assert read_day(day_words(day), today=TODAY) == day


def test_a_date_field_says_what_it_understood_and_what_it_did_not(qtbot):
    field = DateField("Birth date", None, lambda: TODAY)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "3 aug 1978")
    assert field.day() == date(1978, 8, 3)
    assert "1978" in field.sentence
    field.line.clear()
    qtbot.keyClicks(field.line, "soon")
    field.line.editingFinished.emit()
    assert field.day() is None
    assert field.line.property("wrong") is True


def test_bad_input_has_its_sentence_for_eyes_and_for_screen_readers(qtbot):
    field = Field("Phone", line_edit())
    qtbot.addWidget(field)
    field.show_problem("Patients call this number.")
    assert field.sentence == "Patients call this number."
    assert field.editor.accessibleDescription() == "Patients call this number."
    assert field.editor.accessibleName() == "Phone"
    field.show_problem("")
    assert field.sentence == ""


def test_the_selection_survives_new_rows(qtbot):
    view = KeyedView(KeyedList(lambda row: row[0], {int(Qt.ItemDataRole.DisplayRole): lambda row: row[1]}), "Rows")
    qtbot.addWidget(view)
    view.set_rows([("a", "Anna"), ("b", "Ben"), ("c", "Clara")])
    view.select(1)
    view.set_rows([("c", "Clara"), ("x", "Xaver"), ("b", "Benedict")])
    assert view.current() == ("b", "Benedict")


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_any_rows_can_follow_any_rows(before, after):
    model = KeyedList(str, {})
    model.set_rows(before)
    model.set_rows(after)
    assert model.rows == tuple(after)


def test_segments_move_with_the_arrow_keys(qtbot):
    row = Segmented((("not-asked", "Not asked"), ("no", "No"), ("yes", "Yes")), "not-asked", name="Falls")
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.chosen) as heard:
        qtbot.keyClick(row, Qt.Key.Key_Right)
    assert heard.args == ["no"]
    assert row.key() == "no"
    assert row.segment("yes").accessibleName() == "Falls: Yes"


def test_exactly_one_filter_is_on(qtbot):
    row = ChipRow((("all", "All"), ("late", "Late")))
    qtbot.addWidget(row)
    row.choose("late")
    assert row.keys() == ("late",)
    row.set_choices((("all", "All"), ("soon", "Soon")))
    assert row.keys() == ("all",)


def test_the_sign_in_a_search_field_has_a_name(qtbot):
    field = SearchField("Find a patient")
    qtbot.addWidget(field)
    field.show_sign()
    (sign,) = field.findChildren(QToolButton)
    assert sign.accessibleName() == "Find a patient"
    (action,) = field.actions()
    assert action.text() == "Find a patient"
