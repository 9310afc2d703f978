"""A chart is read point by point, by mouse and by keys, and said to those who cannot see it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt

from painplanner.core.charts import Chart, ChartWords, Spot
from painplanner.gui.widgets.chart_view import ChartView

FIRST = date(2026, 1, 12)
SPOTS = tuple(Spot(FIRST + timedelta(days=n * 7), Decimal(value)) for n, value in enumerate((10, 14, 20)))
WORDS = ChartWords("target 20", "start", str, str)


@pytest.fixture
def view(qtbot):
    made = ChartView("Sitting")
    qtbot.addWidget(made)
    made.resize(400, 140)
    made.show_chart(Chart(SPOTS, FIRST, FIRST + timedelta(days=28), target=Decimal(20)), WORDS)
    with qtbot.waitExposed(made):
        made.show()
    return made


def place(view: ChartView, spot: Spot) -> QPoint:
    plot = view.plot
    return QPoint(round(plot.x(spot.on)), 60)


def test_the_mouse_reads_the_point_under_it_and_nothing_far_away(qtbot, view):
    read = []
    view.read.connect(read.append)
    qtbot.mouseMove(view, place(view, SPOTS[1]))
    assert view.spot == SPOTS[1]
    qtbot.mouseMove(view, QPoint(395, 60))
    assert view.spot is None
    assert read == [SPOTS[1], None]


def test_the_arrows_go_from_point_to_point_and_stop_at_the_ends(qtbot, view):
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.spot == SPOTS[2]
    for key, spot in (
        (Qt.Key.Key_Left, SPOTS[1]),
        (Qt.Key.Key_Home, SPOTS[0]),
        (Qt.Key.Key_Left, SPOTS[0]),
        (Qt.Key.Key_Right, SPOTS[1]),
        (Qt.Key.Key_End, SPOTS[2]),
    ):
        qtbot.keyClick(view, key)
        assert view.spot == spot


def test_enter_opens_the_point_that_is_read(qtbot, view):
    view.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(view.opened) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [SPOTS[2].on]


def test_nothing_is_read_once_the_keys_have_gone(qtbot, view):
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.clearFocus()
    assert view.spot is None


def test_a_chart_without_a_number_has_nothing_to_read(qtbot, view):
    view.show_chart(Chart((), FIRST, FIRST + timedelta(days=28)), WORDS)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.spot is None
