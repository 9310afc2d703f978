"""The parts that finding is made of: choices to tick, words to remove, texts that fit and stand beside one another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from painplanner.gui.theme import Theme
from painplanner.gui.widgets.abreast import Abreast
from painplanner.gui.widgets.facts import Facts
from painplanner.gui.widgets.fitted import Fitted
from painplanner.gui.widgets.look import Look
from painplanner.gui.widgets.parallel_lines import ParallelLine, ParallelLines
from painplanner.gui.widgets.tick_chip import TickChip
from painplanner.gui.widgets.word_chips import WordChips

TEXTS = st.lists(st.text("abimw", min_size=1, max_size=9), min_size=1, max_size=8).map(" ".join)
CHOICES = (("a", "Apple"), ("b", "Bread"), ("c", "Cheese"))


@pytest.fixture
def chip(qtbot) -> TickChip:
    made = TickChip("Food")
    made.set_choices(CHOICES)
    qtbot.addWidget(made)
    return made


def test_ticks_add_up_and_the_chip_says_how_many(chip: TickChip) -> None:
    heard = []
    chip.chosen.connect(lambda: heard.append(chip.ticked()))
    for key in ("c", "a"):
        chip.list.ticked.emit(key)
    assert heard == [("c",), ("a", "c")]
    assert chip.text() == "Food · 2"
    assert chip.accessibleName() == "Food: Apple, Cheese"


def test_space_ticks_and_takes_back_in_the_list(qtbot, chip: TickChip) -> None:
    chip.list.setCurrentRow(1)
    for wanted in (("b",), ()):
        qtbot.keyClick(chip.list, Qt.Key.Key_Space)
        assert chip.ticked() == wanted


def test_a_tick_is_read_out(chip: TickChip) -> None:
    chip.set_keys(("a",))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert [chip.list.item(row).data(spoken) for row in range(2)] == ["Apple, chosen", "Bread"]


def test_a_choice_that_is_gone_is_no_longer_ticked(chip: TickChip) -> None:
    chip.set_keys(("a", "b"))
    chip.set_choices(CHOICES[1:])
    assert chip.ticked() == ("b",)
    assert chip.text() == "Food · 1"


def test_words_are_removed_by_click_and_by_key(qtbot) -> None:
    shown = WordChips("Food")
    qtbot.addWidget(shown)
    shown.removed.connect(lambda key: shown.set_words(pair for pair in CHOICES if pair[0] != key))
    shown.set_words(CHOICES)
    shown.chips[1].click()
    assert shown.keys() == ("a", "c")
    qtbot.keyClick(shown.chips[0], Qt.Key.Key_Delete)
    assert shown.keys() == ("b", "c")


def test_the_arrow_keys_go_from_word_to_word(qtbot) -> None:
    shown = WordChips("Food")
    qtbot.addWidget(shown)
    shown.set_words(CHOICES)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.chips[0].setFocus()
    qtbot.keyClick(shown.chips[0], Qt.Key.Key_Right)
    assert shown.chips[1].hasFocus()


@settings(max_examples=60)
@given(text=TEXTS, width=st.integers(40, 400), most=st.integers(1, 3))
def test_texts_are_broken_and_shortened_between_words(qapp, text: str, width: int, most: int) -> None:
    look = Look(Theme("light"))
    lines = Fitted(look).lines(look.body, text, width, most)
    assert len(lines) <= most
    assert all(look.width(look.body, line) <= width for line in lines)
    shown = " ".join(lines)
    if all(look.width(look.body, word + "…") <= width for word in text.split()):
        assert shown == text or text.startswith(shown.removesuffix("…"))
        assert set(shown.removesuffix("…").split()) <= set(text.split())


def test_what_stands_in_brackets_at_the_end_stays_and_words_before_it_go(qapp) -> None:
    look = Look(Theme("light"))
    name = "Lumbar epidural steroid injection (transforaminal)"
    room = look.width(look.body, "Lumbar epidural")
    assert Fitted(look).lines(look.body, name, room + 30, 2) == ("Lumbar epidural", "… (transforaminal)")
    room = look.width(look.body, "Lumbar epidural")
    first, second = Fitted(look).lines(look.body, name, room - 10, 2)
    assert first == "Lumbar"
    assert second.startswith("(transf")
    assert second.endswith("…")
    room = look.width(look.body, "Lumbar… (transforaminal)")
    assert Fitted(look).lines(look.body, name, room) == ("Lumbar… (transforaminal)",)


def test_a_text_that_fits_stays_whole(qapp) -> None:
    look = Look(Theme("light"))
    assert Fitted(look).lines(look.body, "Bird dog", 500) == ("Bird dog",)
    assert Fitted(look).lines(look.body, "", 500) == ()


def test_only_a_word_that_is_too_long_is_cut(qapp) -> None:
    look = Look(Theme("light"))
    (line,) = Fitted(look).lines(look.body, "Electroencephalographically", 60)
    assert line.endswith("…")
    assert look.width(look.body, line) <= 60


def test_columns_turn_into_rows_where_it_is_narrow(qtbot) -> None:
    made = Abreast((QLabel("left"), QLabel("right")), wide_from=400)
    qtbot.addWidget(made)
    made.resize(600, 100)
    made.show()
    assert made.is_wide
    made.resize(300, 100)
    assert not made.is_wide


def test_languages_stand_beside_or_below_one_another(qtbot) -> None:
    made = ParallelLines((("English", ""), ("Español", "not checked")), (ParallelLine("Step", ("Lift.", "Levante.")),))
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    words = {label.text(): label for label in made.findChildren(QLabel)}
    assert words["Lift."].y() == words["Levante."].y()
    made.resize(300, 300)
    assert not made.is_side_by_side
    made.layout().activate()
    assert words["Lift."].y() < words["Levante."].y()
    assert words["Lift."].x() == words["Levante."].x()


def test_a_fact_without_words_is_left_out(qtbot) -> None:
    facts = Facts("Facts")
    qtbot.addWidget(facts)
    facts.add("Dose", "3 × 10")
    facts.add("Range", " ")
    assert facts.shown == (("Dose", "3 × 10"),)
    assert [label.accessibleName() for label in facts.findChildren(QLabel) if label.text() == "3 × 10"] == [
        "Dose: 3 × 10"
    ]
