"""A number in a field: point or comma, a unit at its right, a sentence instead of a guess when it cannot be read."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from painplanner.core.values import Impossible, parse_decimal, plain
from painplanner.gui import theme
from painplanner.gui.widgets.fields import Field
from painplanner.text import _

Number = int | Decimal
FIGURES = 44
"""The width that three figures need with the frame around them."""
SHORT_UNIT = 72
"""The width below which a unit is not cut off."""


class UnitEdit(QLineEdit):
    """A field of one line with a unit written at its right end."""

    def __init__(self, unit: str = "", parent: QWidget | None = None) -> None:
        """Write the unit."""
        super().__init__(parent)
        self._unit = ""
        self.setMinimumHeight(30)
        self.setMaxLength(40)
        self.set_unit(unit)

    @property
    def unit(self) -> str:
        """Return the unit."""
        return self._unit

    def set_unit(self, unit: str) -> None:
        """Write another unit, leaving room for it."""
        if unit == self._unit:
            return
        self._unit = unit
        self._make_room()
        self.updateGeometry()
        self.update()

    def _unit_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._unit) + 4 if self._unit else 0

    def _make_room(self) -> None:
        """Leave the unit what three figures do not need; one that is cut off stands whole in the tip."""
        wanted = self._unit_width()
        given = max(0, min(wanted, self.width() - FIGURES))
        if given != self.textMargins().right():
            self.setTextMargins(0, 0, given, 0)
        self.setToolTip(self._unit if given < wanted else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._make_room()

    def sizeHint(self) -> QSize:
        """Ask for room for the whole unit, whatever it has now."""
        hint = super().sizeHint()
        return QSize(hint.width() - self.textMargins().right() + self._unit_width(), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with three figures and the beginning of the unit."""
        return QSize(min(self._unit_width(), SHORT_UNIT) + FIGURES, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the unit."""
        super().paintEvent(event)
        if not self._unit:
            return
        painter = QPainter(self)
        painter.setPen(theme.current().color("muted"))
        box: QRect = self.rect().adjusted(0, 0, -9, 0)
        unit = self.fontMetrics().elidedText(self._unit, Qt.TextElideMode.ElideRight, self.textMargins().right())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, unit)
        painter.end()


class NumberField(Field):
    """A whole or decimal number, or nothing; `entered` carries what was understood as it is typed.

    `refused` says that what stands there now is no number, or not yet one.
    """

    entered = Signal(object)
    refused = Signal()

    def __init__(
        self, name: str, *, whole: bool = True, unit: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Start empty."""
        self.line = UnitEdit(unit)
        self._whole = whole
        super().__init__(name, self.line, hint=hint, parent=parent)
        self.line.setAccessibleName(f"{name}, {unit}" if unit else name)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._on_left)

    def number(self) -> Number | None:
        """Return the number, or nothing for an empty field. Raises Impossible when it cannot be read."""
        text = self.line.text().strip()
        if not text:
            return None
        number = parse_decimal(text)
        if not self._whole:
            return number
        if number != number.to_integral_value():
            raise Impossible("not-whole", text=text)
        return int(number)

    def set_number(self, number: Number | None) -> None:
        """Show a number that came from elsewhere."""
        text = "" if number is None else plain(number)
        if self.line.text() != text:
            self.line.setText(text)
        self.show_problem("")

    def problem(self) -> str:
        """Return in words why the text is not a number, or nothing."""
        try:
            self.number()
        except Impossible as refusal:
            return _sentence(refusal)
        return ""

    def _on_edited(self, text: str) -> None:
        if text.strip() in {"-", "\u2212", ".", ","}:
            self.refused.emit()
            return
        problem = self.problem()
        self.show_problem(problem)
        if problem:
            self.refused.emit()
        else:
            self.entered.emit(self.number())

    def _on_left(self) -> None:
        problem = self.problem()
        if problem:
            self.show_problem(problem)


def _sentence(refusal: Impossible) -> str:
    text = refusal.args_.get("text", "")
    if refusal.code == "not-whole":
        return _("Only a whole number fits here, not {text}.").format(text=text)
    if refusal.code == "group-separator":
        return _("“{text}” could be read in two ways. Write 1000, or 0.5.").format(text=text)
    return _("“{text}” is not a number. Write it like 10 or 0.5.").format(text=text)
