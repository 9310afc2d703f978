"""Allergies, conditions and medicines: a name that is begun is taken from the list, so that it can be checked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from painplanner.core.patient import Coded, FreeText
from painplanner.gui.terms import TermsEditor


@pytest.fixture
def editor(qtbot):
    made = TermsEditor("allergy", "Allergies", "such as naproxen")
    qtbot.addWidget(made)
    made.changed.connect(made.set_terms)
    made.show()
    return made


def test_a_name_that_is_begun_becomes_the_code(qtbot, editor):
    qtbot.keyClicks(editor.line, "napr")
    with qtbot.waitSignal(editor.changed) as heard:
        qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert heard.args == [(Coded(code="allergy.naproxen"),)]
    assert editor.line.text() == ""


def test_words_that_no_name_begins_with_stay_free(qtbot, editor):
    qtbot.keyClicks(editor.line, "walnut oil")
    with qtbot.waitSignal(editor.changed) as heard:
        qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert heard.args == [(FreeText(text="walnut oil"),)]


def test_escape_keeps_ones_own_words(qtbot, editor):
    qtbot.keyClicks(editor.line, "tape")
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    with qtbot.waitSignal(editor.changed) as heard:
        qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert heard.args == [(FreeText(text="tape"),)]


def test_what_is_there_is_not_taken_twice(qtbot, editor):
    for _again in range(2):
        qtbot.keyClicks(editor.line, "latex")
        qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.line, "nick")
    with qtbot.waitSignal(editor.changed) as heard:
        qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert len(heard.args[0]) == 2
