"""Buttons: a verb, a weight, a keyboard focus that can be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QPushButton, QWidget


class Link(QPushButton):
    """A button that looks like a link."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hand, which no window needs before the mouse comes."""
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    kind: str = "plain",
    icon: str = "",
    name: str = "",
    tip: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """Return a button of a kind: primary, plain, quiet, danger, link; `name` is what is read out."""
    made = (Link if kind == "link" else QPushButton)(text.replace("&", "&&"), parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(True)  # so that Enter presses it, as Space does
    made.setAccessibleName(name or text)
    if tip:
        made.setToolTip(tip)
    if icon:
        from painplanner.gui import icons

        icons.put_on(made, icon, "on-accent" if kind == "primary" else "text")
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    return made


def icon_button(
    icon: str, name: str, on_click: Callable[[], object] | None = None, *, parent: QWidget | None = None
) -> QPushButton:
    """Return a square button with a sign alone; its name is read out and shown as a tip."""
    made = button("", on_click, kind="quiet", icon=icon, name=name, tip=name, parent=parent)
    made.setFixedSize(30, 30)
    return made
