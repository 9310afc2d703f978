"""A number keeps its room beside a long unit, and words of a choice keep theirs beside short ones."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from painplanner.gui.widgets.number_field import FIGURES, UnitEdit
from painplanner.gui.widgets.segment_grid import SegmentGrid

LONG = "noches por semana"


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(box: QWidget, *parts: QWidget, width: int) -> None:
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        line.addWidget(part, 1)
    box.resize(width, 40)
    box.show()


def test_two_numbers_with_long_units_fit_side_by_side(box: QWidget) -> None:
    first, second = UnitEdit(LONG), UnitEdit(LONG)
    shown(box, first, second, width=272)
    assert first.width() + second.width() <= 272
    assert first.width() - first.textMargins().right() >= FIGURES
    assert first.toolTip() == LONG


@pytest.mark.parametrize("unit", ["días", LONG])
def test_a_unit_is_whole_where_there_is_room(box: QWidget, unit: str) -> None:
    field = UnitEdit(unit)
    shown(box, field, width=300)
    assert field.textMargins().right() >= field.fontMetrics().horizontalAdvance(unit)
    assert field.toolTip() == ""


def test_a_long_word_of_a_choice_takes_room_from_a_short_one(box: QWidget) -> None:
    words = (("a", "Alivio de síntomas"), ("b", "Diagnóstico"), ("c", "Causa de fondo"), ("d", "Automanejo"))
    grid = SegmentGrid(words, columns=2)
    shown(box, grid, width=272)
    assert grid.width() <= 272
    assert grid.segment("a").width() > grid.segment("b").width()
    assert grid.segment("a").width() >= grid.segment("a").fontMetrics().horizontalAdvance("Alivio de síntomas") + 4
