"""A number in a field: point or comma, a unit at its right, a sentence instead of a guess when it cannot be read."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from painplanner.core.values import Impossible, parse_decimal, plain
from painplanner.gui import theme
from painplanner.gui.widgets.fields import Field
from painplanner.text import _

Number = int | Decimal


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
        width = self.fontMetrics().horizontalAdvance(unit) + 4 if unit else 0
        self.setTextMargins(0, 0, width, 0)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Be content with three figures and the unit."""
        return QSize(self.textMargins().right() + 44, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the unit."""
        super().paintEvent(event)
        if not self._unit:
            return
        painter = QPainter(self)
        painter.setPen(theme.current().color("muted"))
        box: QRect = self.rect().adjusted(0, 0, -9, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._unit)
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
