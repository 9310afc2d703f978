"""Zooming as every view of pages or pictures does it: the next step of a row, and the keys and wheel that ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent


class Zoomable(Protocol):
    """What can be shown larger, smaller, and as wide as its place."""

    def zoom_in(self) -> None:
        """Show it larger."""
        ...

    def zoom_out(self) -> None:
        """Show it smaller."""
        ...

    def fit(self) -> None:
        """Fit it to the width."""
        ...


def larger(steps: Sequence[float], here: float) -> float:
    """Return the next larger step; where there is none, the largest."""
    return next((step for step in steps if step > here * 1.01), steps[-1])


def smaller(steps: Sequence[float], here: float) -> float:
    """Return the next smaller step; where there is none, the smallest."""
    return next((step for step in reversed(steps) if step < here * 0.99), steps[0])


def zoomed_by_key(view: Zoomable, event: QKeyEvent) -> bool:
    """Zoom with plus, minus and 0; tell whether the key asked for it."""
    if event.matches(QKeySequence.StandardKey.ZoomIn) or event.text() == "+":
        view.zoom_in()
    elif event.matches(QKeySequence.StandardKey.ZoomOut) or event.text() == "-":
        view.zoom_out()
    elif event.key() == Qt.Key.Key_0:
        view.fit()
    else:
        return False
    return True


def zoomed_by_wheel(view: Zoomable, event: QWheelEvent) -> bool:
    """Zoom with Ctrl and the wheel; tell whether the wheel asked for it."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    if event.angleDelta().y():
        (view.zoom_in if event.angleDelta().y() > 0 else view.zoom_out)()
    event.accept()
    return True
