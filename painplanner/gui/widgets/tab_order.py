"""The Tab key follows the layout, also to fields that were made after those below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(root: QWidget) -> None:
    """Let Tab go through everything in a widget in the order in which it was laid out."""
    follow(tab_stops(root))


def follow(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each to the next."""
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keys, in the order of the layouts."""
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield root
        return
    layout = root.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from tab_stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)
