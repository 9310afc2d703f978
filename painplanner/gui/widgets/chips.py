"""Chips: filters that are on or off, and tags that carry a word in a colour with a meaning."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from painplanner.gui import theme
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.flow import FlowLayout


def chip(text: str, parent: QWidget | None = None) -> QPushButton:
    """Return a filter that is on or off."""
    made = button(text, kind="chip", parent=parent)
    made.setCheckable(True)
    return made


class ChipRow(QWidget):
    """Filters side by side, wrapping; exactly one is on, or any number when `many`."""

    chosen = Signal()

    def __init__(
        self,
        choices: Iterable[tuple[str, str]] = (),
        *,
        many: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make one chip for each (key, word)."""
        super().__init__(parent)
        self._many = many
        self._group = QButtonGroup(self)
        self._group.setExclusive(not many)
        self._flow = FlowLayout(self, gap=6)
        self._chips: dict[str, QPushButton] = {}
        self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Show other chips, keeping what is chosen where it is still offered."""
        before = self.keys()
        for old in self._chips.values():
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()  # it goes only when the event loop turns, and would be seen behind the new ones until then
            old.deleteLater()
        self._chips = {}
        for key, word in choices:
            made = chip(word, self)
            made.setChecked(key in before)
            made.clicked.connect(self.chosen)
            self._group.addButton(made)
            self._flow.addWidget(made)
            made.show()
            self._chips[key] = made
        if not self._many and self._chips and not self.keys():
            next(iter(self._chips.values())).setChecked(True)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the chips that are on."""
        return tuple(key for key, made in self._chips.items() if made.isChecked())

    def key(self) -> str:
        """Return the key of the one chip that is on."""
        return next(iter(self.keys()), "")

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Show which chips of a row of many are on, without announcing it."""
        for key, made in self._chips.items():
            made.setChecked(key in keys)

    def choose(self, key: str) -> None:
        """Turn one chip on."""
        if key in self._chips:
            self._chips[key].setChecked(True)
            self.chosen.emit()


class Tag(QWidget):
    """A word on a soft ground in the colour of a role, such as a purpose or an allergy."""

    def __init__(self, text: str, role: str = "info", *, outlined: bool = False, parent: QWidget | None = None) -> None:
        """Show a word."""
        super().__init__(parent)
        self._text, self._role, self._outlined = text, role, outlined
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(text)

    @property
    def text(self) -> str:
        """Return the word."""
        return self._text

    def set_text(self, text: str, role: str | None = None) -> None:
        """Show another word."""
        self._text, self._role = text, role or self._role
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the word with its margins."""
        self.setFont(theme.current().font("minor", bold=True))
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 20, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 190 if self._role == "stop" else 90), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the word."""
        del event
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = 5 if self._outlined else box.height() / 2
        painter.setPen(colours.color(self._role) if self._outlined else Qt.PenStyle.NoPen)
        painter.setBrush(colours.color("surface" if self._outlined else f"{self._role}-soft"))
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(colours.color(self._role))
        painter.setFont(colours.font("minor", bold=True))
        inner = self.rect().adjusted(10, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, inner.width() + 2)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
