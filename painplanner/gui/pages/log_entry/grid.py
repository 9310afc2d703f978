"""The cells of a log, filled with the numeric keypad: digits and Enter, marks that go on by themselves, arrows.

The keys go in the order of the paper: a week a page, row by row. What a text means is the filling's business.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from painplanner.core.log_making import cell_days
from painplanner.core.log_typing import AS_BEFORE, NOT_DONE, TO, UNREADABLE
from painplanner.gui.context import AppContext
from painplanner.gui.pages.log_entry.filling import Filling
from painplanner.gui.pages.log_entry.geometry import HEAD, ROW, WEEK, Geometry, fitted
from painplanner.gui.pages.log_entry.painting import LogPainter
from painplanner.gui.pages.log_entry.spoken import spoken
from painplanner.services import log_entry
from painplanner.services.log_entry import Place

_MARKS = {AS_BEFORE, NOT_DONE, UNREADABLE}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WEEKS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class LogGrid(QWidget):
    """One thing to Tab to; inside it the keys move from cell to cell."""

    moved = Signal()
    """Another cell, or what is said of it."""
    finished = Signal()
    """Enter was pressed in the last cell."""
    weeks_shown = Signal(int, int)
    """(first week in sight, how many)"""

    def __init__(self, ctx: AppContext, filling: Filling) -> None:
        """Show nothing yet."""
        super().__init__()
        self._ctx, self._filling = ctx, filling
        self._order: tuple[Place, ...] = ()
        self._current: Place | None = None
        self._typing: str | None = None
        """What is being typed in the current cell, nothing while the next digit begins anew."""
        self._at = Geometry(0, 0, 1, 0)
        self._was = ""
        self._is_putting = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        filling.changed.connect(self._on_changed)

    # What is shown

    @property
    def current(self) -> Place | None:
        """Return the cell that has the keys."""
        return self._current

    @property
    def layout_now(self) -> Geometry:
        """Return how it is laid out."""
        return self._at

    @property
    def problem(self) -> str:
        """Return why the current cell, else the first one that is, is refused."""
        if not self._filling.is_open or self._current is None:
            return ""
        here = self._filling.problem(self._current)
        others = (self._filling.problem(at) for at in self._order)
        return here or next((sentence for sentence in others if sentence), "")

    def show_log(self) -> None:
        """Show the log that was opened, at its first blank cell."""
        self._order = tuple(log_entry.places(self._filling.sheet))
        self._typing = None
        filled = {Place(cell.row, cell.day) for cell in self._filling.log.cells}
        first = next((at for at in self._order if at not in filled), self._order[0] if self._order else None)
        self._current = None
        self.updateGeometry()
        self.go_to(first)

    def _on_changed(self) -> None:
        """Show what undoing brought, which is not what was being typed."""
        if not self._is_putting:
            self._typing = None
        self._say()
        self.update()

    def go_to(self, place: Place | None) -> None:
        """Give a cell the keys; what was typed in the one before is finished."""
        if place is None or place not in self._order:
            return
        self._finish()
        self._current, self._typing = place, None
        self._was = self._filling.text(place)
        self._fit()
        self._say()
        self.update()

    def show_week(self, week: int) -> None:
        """Bring a week in sight and go to its first cell."""
        self.go_to(next((at for at in self._order if at.day // WEEK == week), None))

    def cell_box(self, place: Place) -> QRect:
        """Return where a cell stands."""
        rows = [row.id for row in self._filling.sheet.rows]
        return self._at.box(rows.index(place.row), place.day)

    def _say(self) -> None:
        """Read out the current cell, and let the page say what is wrong with it."""
        name = self.spoken()
        if name != self.accessibleName():
            self.setAccessibleName(name)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.setAccessibleDescription(self.problem)
        self.moved.emit()

    def spoken(self) -> str:
        """Return row, day and content of the current cell, as it is read out."""
        return spoken(self._filling, self._current)

    def _fit(self) -> None:
        if not self._filling.is_open:
            return
        before = self._at
        week = self._current.day // WEEK if self._current is not None else 0
        self._at = fitted(self.width(), self._filling.sheet.days // WEEK, week)
        if (before.first_week, before.weeks, before.name) != (self._at.first_week, self._at.weeks, self._at.name):
            self.weeks_shown.emit(self._at.first_week, self._at.weeks)

    def sizeHint(self) -> QSize:
        """Ask for all rows; for the weeks there is what there is."""
        rows = len(self._filling.sheet.rows) if self._filling.is_open else 0
        return QSize(460, HEAD + rows * ROW + 4)

    def minimumSizeHint(self) -> QSize:
        """Need the height, and one week across."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many weeks as have room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the log."""
        del event
        if not self._filling.is_open:
            return
        painter = QPainter(self)
        LogPainter(painter, self._filling, self._at, self._ctx.today()).paint(
            self._current, self._typing, has_keys=self.hasFocus()
        )
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self._say()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish what is being typed."""
        super().focusOutEvent(event)
        self._finish()
        self.update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fill the cell, or move."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        is_bare = self._current is not None and held == Qt.KeyboardModifier.NoModifier
        key = Qt.Key(event.key())
        if not is_bare or not (self._move_by(key) or self._edit_by(key, event.text())):
            super().keyPressEvent(event)

    def _move_by(self, key: Qt.Key) -> bool:
        """Move where a key that moves was pressed; tell whether it was one."""
        if key in _ENTER:
            self._on_enter()
        elif key in _DAYS:
            self._step_day(_DAYS[key])
        elif key in _ROWS:
            self._step_row(_ROWS[key])
        elif key in _WEEKS and self._current is not None:
            week = self._current.day // WEEK + _WEEKS[key]
            self.show_week(max(0, min(self._filling.sheet.days // WEEK - 1, week)))
        else:
            return False
        return True

    def _edit_by(self, key: Qt.Key, text: str) -> bool:
        """Change the text of the cell; tell whether the key does."""
        if key == Qt.Key.Key_Backspace:
            self._on_backspace()
        elif key == Qt.Key.Key_Delete:
            self._put("", is_final=True)
            self._typing = None
        elif key == Qt.Key.Key_Escape and self._typing is not None:
            self._put(self._was, is_final=True)
            self._typing = None
        elif text.isprintable() and text.strip():
            self._on_text(text)
        else:
            return False
        self._say()
        return True

    def _on_text(self, text: str) -> None:
        """Add to what is typed; a mark, or the digit of a row of ticks, fills its cell at once and goes on."""
        assert self._current is not None  # noqa: S101  (no key comes here without a cell)
        is_tick = log_entry.is_tick(self._filling.row(self._current))
        if is_tick or (text in _MARKS and not self._typing):
            self._typing = None
            if self._put(text, is_final=True):
                self._step(1)
            return
        between = TO if text == NOT_DONE else text  # on paper a range reads 20–30
        self._typing = (self._typing or "") + between
        self._put(self._typing)

    def _put(self, text: str, *, is_final: bool = False) -> bool:
        if self._current is None:
            return False
        self._is_putting = True
        stands = self._filling.type(self._current, text, is_final=is_final)
        self._is_putting = False
        return stands

    def _finish(self) -> bool:
        """Finish what is typed in the current cell; tell whether it stands."""
        if self._current is None or not self._filling.is_open:
            return True
        refused = self._filling.refused.get(self._current)
        self._typing = None
        return refused is None or self._put(refused.text, is_final=True)

    def _on_enter(self) -> None:
        if not self._finish():
            self._say()  # the text stays; the next digit begins anew, Backspace goes into it
        elif self._current == self._order[-1]:
            self.finished.emit()
        else:
            self._step(1)

    def _on_backspace(self) -> None:
        """Take the last digit away; where nothing is being typed, go back."""
        assert self._current is not None  # noqa: S101  (no key comes here without a cell)
        text = self._typing or (self._filling.text(self._current) if self._current in self._filling.refused else "")
        if not text:
            self._step(-1)
            return
        self._typing = text[:-1]
        self._put(self._typing)
        self._typing = self._typing or None

    def _step(self, by: int) -> None:
        """Go to the next or the last cell in the order of the paper."""
        if self._current is not None:
            place = self._order.index(self._current) + by
            self.go_to(self._order[max(0, min(len(self._order) - 1, place))])

    def _step_day(self, by: int) -> None:
        """Go along the row, on into the weeks beside it."""
        if self._current is not None:
            row = self._filling.row(self._current)
            days = list(cell_days(row, self._filling.sheet.days))
            place = days.index(self._current.day) + by
            self.go_to(Place(row.id, days[max(0, min(len(days) - 1, place))]))

    def _step_row(self, by: int) -> None:
        """Go up or down; in a weekly row to the one cell of the week."""
        if self._current is None:
            return
        rows, day = self._filling.sheet.rows, self._current.day
        here = [row.id for row in rows].index(self._current.row) + by
        if 0 <= here < len(rows):
            days = cell_days(rows[here], self._filling.sheet.days)
            of_week = [one for one in days if one // WEEK == day // WEEK] or days
            self.go_to(Place(rows[here].id, min(of_week, key=lambda one: abs(one - day))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the cell that was pointed at."""
        at = event.position().toPoint()
        self.go_to(
            next((one for one in self._order if self._at.shows(one.day) and self.cell_box(one).contains(at)), None)
        )
