"""Fields that are new with the composer: numbers, words that grow, choices in boxes, ticks, finding one of many."""

from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionComboBox, QVBoxLayout, QWidget

from painplanner.core.values import NOTE_LIMIT, Impossible
from painplanner.gui.dates import read_clock, read_day
from painplanner.gui.messages import Message
from painplanner.gui.theme import Theme
from painplanner.gui.widgets.fields import choice
from painplanner.gui.widgets.finder import Finder
from painplanner.gui.widgets.fold import Fold
from painplanner.gui.widgets.growing_text import GrowingText
from painplanner.gui.widgets.message_bar import MessageBar
from painplanner.gui.widgets.number_field import NumberField
from painplanner.gui.widgets.row_pool import RowPool
from painplanner.gui.widgets.segment_grid import SegmentGrid
from painplanner.gui.widgets.ticks import TickList

TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def theme(qapp):
    return Theme("light")


@pytest.mark.parametrize(("typed", "number"), [("0.5", Decimal("0.5")), ("0,5", Decimal("0.5")), ("10", Decimal(10))])
def test_a_point_and_a_comma_both_mean_a_decimal(qtbot, typed, number):
    field = NumberField("Amount", whole=False)
    qtbot.addWidget(field)
    heard = []
    field.entered.connect(heard.append)
    qtbot.keyClicks(field.line, typed)
    assert heard[-1] == number
    assert field.sentence == ""


@pytest.mark.parametrize("typed", ["1,000.5", "1 000", "ten", "3.5"])
def test_a_number_that_could_mean_two_things_is_refused_in_words_and_stays(qtbot, typed):
    field = NumberField("Sets")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, typed)
    assert typed.split()[0] in field.sentence
    assert field.line.text() == typed
    assert field.line.property("wrong") is True


def test_an_emptied_number_is_no_number(qtbot):
    field = NumberField("Sets")
    qtbot.addWidget(field)
    field.set_number(3)
    with qtbot.waitSignal(field.entered) as heard:
        qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert heard.args == [None]


def test_a_unit_is_read_out_with_the_name(qtbot):
    field = NumberField("Hold", unit="s")
    qtbot.addWidget(field)
    assert field.line.accessibleName() == "Hold, s"


def test_boxes_move_with_the_arrow_keys_and_only_one_takes_tab(qtbot):
    grid = SegmentGrid((("left", "Left"), ("right", "Right"), ("", "Unset")), "left", name="Side")
    qtbot.addWidget(grid)
    with qtbot.waitSignal(grid.chosen) as heard:
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert heard.args == ["right"]
    assert grid.key() == "right"
    takes_tab = [key for key in ("left", "right", "") if grid.segment(key).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert takes_tab == ["right"]
    assert grid.segment("right").accessibleName() == "Side: Right"


def test_boxes_break_into_two_lines_where_they_are_narrow(qtbot):
    words = (("a", "Symptom relief"), ("b", "Diagnostic"), ("c", "Root cause"), ("d", "Self-management"))
    grid = SegmentGrid(words)
    qtbot.addWidget(grid)
    grid.resize(900, 40)
    grid.show()
    in_one = grid.sizeHint().height()
    assert {grid.segment(key).y() for key in "abcd"} == {grid.segment("a").y()}
    grid.resize(240, 40)
    grid.layout().activate()
    assert grid.sizeHint().height() > in_one
    assert grid.segment("a").y() < grid.segment("c").y()


def test_a_key_that_is_not_offered_turns_all_boxes_off(qtbot):
    grid = SegmentGrid((("left", "Left"), ("right", "Right")), "left")
    qtbot.addWidget(grid)
    grid.set_key("mixed")
    assert grid.key() == ""


def test_words_grow_with_what_is_typed_and_say_only_what_a_person_typed(qtbot):
    area = GrowingText(least=1, most=4)
    qtbot.addWidget(area)
    area.resize(200, 40)
    area.show()
    heard = []
    area.edited.connect(heard.append)
    low = area.height()
    area.set_text("one\ntwo\nthree")
    assert area.height() > low
    assert heard == []
    qtbot.keyClicks(area, "x")
    assert heard == ["xone\ntwo\nthree"]
    area.set_text("\n".join("123456789"))
    assert area.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_a_fold_opens_from_the_keyboard(qtbot):
    fold = Fold("Sources")
    qtbot.addWidget(fold)
    assert not fold.is_open
    qtbot.keyClick(fold.button, Qt.Key.Key_Space)
    assert fold.is_open
    assert fold.button.accessibleName() == "Sources"


def test_rows_are_made_once_and_shown_again(qtbot):
    made = []

    def make(place):
        made.append(place)
        return QLabel(str(place))

    pool = RowPool(make)
    qtbot.addWidget(pool)
    first = pool.show_rows(3)
    pool.show_rows(1)
    assert pool.show_rows(3) == first
    assert made == [0, 1, 2]
    assert not pool.isHidden()
    pool.show_rows(0)
    assert pool.isHidden()


def test_ticks_keep_what_is_on_when_other_boxes_are_offered(qtbot):
    ticks = TickList(name="Judges")
    qtbot.addWidget(ticks)
    ticks.set_options((("a", "One"), ("b", "Two")))
    with qtbot.waitSignal(ticks.chosen):
        ticks.box("b").click()
    assert ticks.keys() == ("b",)
    ticks.set_options((("b", "Two"), ("c", "Three")))
    assert ticks.keys() == ("b",)


FRUIT = (("f1", "Apple"), ("f2", "Apricot"), ("f3", "Plum"))


def find_fruit(text):
    return [each for each in FRUIT if text.casefold() in each[1].casefold()]


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    QVBoxLayout(made)
    made.show()
    return made


def finder_in(window, **options):
    finder = Finder(find_fruit, name="Fruit", **options)
    window.layout().addWidget(finder)
    finder.show()
    window.layout().activate()
    return finder


def test_matches_hang_below_while_typing_and_enter_takes_the_marked_one(qtbot, window):
    finder = finder_in(window)
    qtbot.keyClicks(finder, "ap")
    assert finder.matches == ("Apple", "Apricot")
    qtbot.keyClick(finder, Qt.Key.Key_Down)
    with qtbot.waitSignal(finder.picked) as heard:
        qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert heard.args == ["f2"]
    assert finder.text() == "Apricot"
    assert finder.matches == ()


def test_escape_closes_the_matches_and_keeps_what_was_typed(qtbot, window):
    finder = finder_in(window)
    qtbot.keyClicks(finder, "ap")
    qtbot.keyClick(finder, Qt.Key.Key_Escape)
    assert finder.matches == ()
    assert finder.text() == "ap"


def test_free_words_are_taken_where_they_are_allowed(qtbot, window):
    finder = finder_in(window, free=True)
    qtbot.keyClicks(finder, "something else")
    with qtbot.waitSignal(finder.entered_words) as heard:
        qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert heard.args == ["something else"]


def test_a_match_whose_word_is_begun_goes_before_free_words(qtbot, window):
    finder = finder_in(window, free=True)
    qtbot.keyClicks(finder, "apr")
    with qtbot.waitSignal(finder.picked) as heard:
        qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert heard.args == ["f2"]


def test_free_words_inside_a_match_stay_free_words(qtbot, window):
    finder = finder_in(window, free=True)
    qtbot.keyClicks(finder, "lum")
    assert finder.matches == ("Plum",)
    with qtbot.waitSignal(finder.entered_words) as heard:
        qtbot.keyClick(finder, Qt.Key.Key_Return)
    assert heard.args == ["lum"]


def test_leaving_with_tab_takes_the_marked_match(qtbot, window):
    finder = finder_in(window, free=True)
    finder.setFocus()
    qtbot.keyClicks(finder, "apr")
    with qtbot.waitSignal(finder.picked) as heard:
        qtbot.keyClick(finder, Qt.Key.Key_Tab)
    assert heard.args == ["f2"]


def test_the_matches_stay_inside_the_window(qtbot, window):
    window.layout().addStretch(1)
    finder = finder_in(window)
    qtbot.keyClicks(finder, "ap")
    assert window.rect().contains(finder._list.geometry())


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15 Feb", date(2027, 2, 15)),
        ("24 Nov", TODAY),
        ("29 Feb", date(2028, 2, 29)),
        ("15 Feb 27", date(2027, 2, 15)),
        ("3 Aug 1978", date(1978, 8, 3)),
    ],
)
def test_a_planned_date_lies_ahead(typed, day):
    assert read_day(typed, today=TODAY, ahead=True) == day


@pytest.mark.parametrize(
    ("typed", "clock"),
    [("14:30", time(14, 30)), ("2:30 pm", time(14, 30)), ("9", time(9)), ("12 am", time(0)), ("", None)],
)
def test_a_time_of_day_is_read_as_people_write_it(typed, clock):
    assert read_clock(typed) == clock


@pytest.mark.parametrize("typed", ["25:00", "soon", "9:75"])
def test_what_is_no_time_of_day_is_refused(typed):
    with pytest.raises(Impossible):
        read_clock(typed)


def test_a_choice_that_is_too_narrow_for_its_words_says_that_there_are_more(qtbot):
    words = "Revision 1, 28 Nov 2026, 21:32 · First plan"
    made = choice((("a", words),))
    qtbot.addWidget(made)
    made.resize(200, 30)
    made.show()
    drawn = QStyleOptionComboBox()
    made.initStyleOption(drawn)
    assert drawn.currentText.endswith("…")
    cut = made.grab().toImage()
    made.setItemText(0, drawn.currentText)
    assert made.grab().toImage() == cut
    assert made.fontMetrics().horizontalAdvance(drawn.currentText) < 200 - 16
    made.setItemText(0, words)
    made.resize(600, 30)
    made.initStyleOption(drawn)
    assert drawn.currentText == words


@pytest.mark.qt_log_ignore("plugin does not support")
def test_a_list_of_choices_opens_high_enough_for_all_its_lines(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    made = choice([(str(n), f"Choice {n}") for n in range(5)])
    QVBoxLayout(place).addWidget(made)
    place.setStyleSheet("QComboBox QAbstractItemView { padding: 4px; border: 1px solid gray; }")
    place.resize(200, 60)
    place.show()
    made.showPopup()
    view = made.view()
    qtbot.waitUntil(lambda: sum(view.sizeHintForRow(row) for row in range(5)) <= view.viewport().height())
    assert view.verticalScrollBar().maximum() == 0
    made.hidePopup()


def test_the_wheel_scrolls_past_a_closed_list_without_taking_the_keys(qtbot):
    made = choice((("a", "One"), ("b", "Two")))
    qtbot.addWidget(made)
    made.show()
    assert made.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_message_that_is_not_true_any_more_is_taken_away_and_no_other_one(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    first, second = Message(text="First."), Message(text="Second.")
    bar.show_message(first)
    bar.show_message(second)
    bar.hide_message(first)
    assert bar.text == "Second."
    bar.hide_message(second)
    assert bar.text == ""


def test_the_wheel_scrolls_the_page_and_not_words_that_are_all_in_sight(qtbot):
    field = GrowingText(most=4)
    qtbot.addWidget(field)
    field.resize(200, 40)
    field.show()
    for text, is_for_the_page in (("two lines\nof words", True), ("many\n" * 12, False)):
        field.set_text(text)
        here = QPointF(5, 5)
        wheel = QWheelEvent(
            here,
            field.mapToGlobal(here),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field.viewport(), wheel)
        assert (field.verticalScrollBar().value() == 0) is is_for_the_page


@pytest.mark.parametrize("text", ["x" * 1_000_000, "word " * 200_000])
def test_of_a_text_that_is_far_too_long_only_the_begin_is_pasted(qtbot, text):
    field = GrowingText(most=4)
    qtbot.addWidget(field)
    field.set_text("Lie down.")
    pasted = QMimeData()
    pasted.setText(text)
    with qtbot.waitSignal(field.edited) as edited:
        field.insertFromMimeData(pasted)
    assert edited.args == [field.text()]
    assert NOTE_LIMIT < len(field.text()) <= NOTE_LIMIT + 1
    field.insertFromMimeData(pasted)
    assert len(field.text()) == NOTE_LIMIT + 1
    field.selectAll()
    pasted.setText("Sit up.")
    field.insertFromMimeData(pasted)
    assert field.text() == "Sit up."
