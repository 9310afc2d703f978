"""How a log is painted: the head of each week, the names of the rows, and the cells with what stands in them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from painplanner.core.daily_log import CellState, LogCell, LogRow
from painplanner.core.log_making import cell_days
from painplanner.core.values import plain
from painplanner.gui import icons, theme
from painplanner.gui.dates import near_day_words
from painplanner.gui.pages.log_entry.geometry import GAP, HEAD, ROW, WEEK, Geometry
from painplanner.services import log_entry
from painplanner.services.log_entry import Place
from painplanner.text import _, pgettext

if TYPE_CHECKING:
    from datetime import date

    from painplanner.gui.pages.log_entry.filling import Filling

_MIDDLE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft
LEAST_PIXELS = 9
"""Smaller figures are not read; the whole text stands below the cells."""


def shown(cell: LogCell) -> str:
    """Return what is painted for a cell as a patient writes it; a tick is a sign and no text."""
    if cell.state is CellState.RANGE and cell.value is not None and cell.value_to is not None:
        return f"{plain(cell.value)}–{plain(cell.value_to)}"
    marks = {
        CellState.TOO_SORE: pgettext("mark on a log: too sore", "S"),
        CellState.NOT_DONE: "–", CellState.NO: "–", CellState.UNREADABLE: "?",
    }  # fmt: skip
    return marks.get(cell.state) or (plain(cell.value) if cell.value is not None else "")


class LogPainter:
    """Paints one log at a layout."""

    def __init__(self, painter: QPainter, filling: Filling, at: Geometry, today: date) -> None:
        """Take what is painted, and where."""
        self._painter, self._filling, self._at, self._today = painter, filling, at, today
        self._colours = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, current: Place | None, typing: str | None, *, has_keys: bool) -> None:
        """Paint everything in sight; `typing` is the text that is being typed in the current cell."""
        self._head(current)
        words = log_entry.row_words(self._filling.log, self._filling.sheet)
        for place, row in enumerate(self._filling.sheet.rows):
            self._name(place, row, words.get(row.id, ""))
            days = cell_days(row, self._filling.sheet.days)
            shaded = () if row.weekly else (n for n in range(self._filling.sheet.days) if n not in days)
            for day in filter(self._at.shows, shaded):
                self._painter.fillRect(self._at.box(place, day).adjusted(-1, -1, 1, 1), self._colours.color("sunken"))
            for day in days:
                if self._at.shows(day):
                    here = Place(row.id, day)
                    is_current = here == current
                    self._ground(self._at.box(place, day), here, is_current=is_current, has_keys=has_keys)
                    self._content(self._at.box(place, day), here, typing if is_current else None)

    def _head(self, current: Place | None) -> None:
        first, painter = self._filling.log.first_day, self._painter
        for week in range(self._at.first_week, self._at.first_week + self._at.weeks):
            start = first + timedelta(days=week * WEEK)
            painter.setFont(self._colours.font("minor", bold=True))
            painter.setPen(self._colours.color("text"))
            words = _("Week {n}, from {day}").format(n=week + 1, day=near_day_words(start, self._today))
            box = QRect(self._at.week_left(week), 0, self._at.week_width(), 18)
            painter.drawText(box, _LEFT | Qt.AlignmentFlag.AlignVCenter, words)
            for day in range(week * WEEK, (week + 1) * WEEK):
                self._day(day, start + timedelta(days=day % WEEK), is_current=bool(current and current.day == day))

    def _day(self, day: int, when: date, *, is_current: bool) -> None:
        box, painter = self._at.box(0, day), self._painter
        painter.setFont(self._colours.font("small", bold=is_current))
        painter.setPen(self._colours.color("accent" if is_current else "muted"))
        for top, words in (
            (18, QLocale().dayName(when.isoweekday(), QLocale.FormatType.ShortFormat)),
            (31, str(when.day)),
        ):
            painter.drawText(QRect(box.left() - 4, top, box.width() + 8, 14), _MIDDLE, words)

    def _name(self, place: int, row: LogRow, words: str) -> None:
        colours, painter, lang = self._colours, self._painter, self._filling.sheet.lang
        top, width = HEAD + place * ROW, self._at.name - 12
        right = round(self._at.week_left(self._at.first_week) + self._at.cell * WEEK * self._at.weeks)
        painter.setPen(QPen(colours.color("line"), 1))
        painter.drawLine(0, top - 1, right + (self._at.weeks - 1) * GAP, top - 1)
        painter.setPen(colours.color("text"))
        painter.setFont(colours.font(bold=True))
        self._line(QRect(0, top + 2, width, 18), log_entry.row_name(row, lang))
        painter.setPen(colours.color("muted"))
        painter.setFont(colours.font("small"))
        unit = log_entry.row_unit(row, lang)
        self._line(QRect(0, top + 19, width, 16), " · ".join(part for part in (unit, words) if part))

    def _line(self, box: QRect, words: str) -> None:
        cut = self._painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, _LEFT | Qt.AlignmentFlag.AlignVCenter, cut)

    def _ground(self, box: QRect, place: Place, *, is_current: bool, has_keys: bool) -> None:
        colours, painter = self._colours, self._painter
        is_wrong = bool(self._filling.problem(place))
        is_to_come = self._filling.log.first_day + timedelta(days=place.day) > self._today
        role = "stop" if is_wrong else "accent" if is_current else "line" if is_to_come else "border"
        painter.setPen(QPen(colours.color(role), 2 if is_current and has_keys else 1))
        painter.setBrush(colours.color("stop-soft" if is_wrong else "sunken" if is_to_come else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _content(self, box: QRect, place: Place, typing: str | None) -> None:
        cell, refused = self._filling.cell(place), self._filling.refused.get(place)
        self._painter.setPen(self._colours.color("stop" if refused and refused.sentence else "text"))
        if typing is not None:
            self._text(box, typing, is_typing=True)
        elif refused is not None:
            self._text(box, refused.text)
        elif cell is not None and cell.state in {CellState.DONE, CellState.YES}:
            icons.paint(self._painter, "check", QRectF(box).adjusted(0, 5, 0, -5), self._colours.color("text"))
        elif cell is not None:
            self._text(box, shown(cell))

    def _text(self, box: QRect, words: str, *, is_typing: bool = False) -> None:
        """Write a text in the middle, smaller where it is long; while it is typed a line stands at its end."""
        painter, room = self._painter, box.width() - 4
        font = self._colours.font()
        wide = QFontMetrics(font).horizontalAdvance(words)
        if wide > room:
            font.setPixelSize(max(LEAST_PIXELS, font.pixelSize() * room // wide))
        metrics = QFontMetrics(font)
        painter.setFont(font)
        mode = Qt.TextElideMode.ElideLeft if is_typing else Qt.TextElideMode.ElideRight
        painter.drawText(box, _MIDDLE, metrics.elidedText(words, mode, room + 3))
        if is_typing:
            end = box.center().x() + min(metrics.horizontalAdvance(words), room) // 2 + 2
            painter.setPen(QPen(self._colours.color("accent"), 1))
            painter.drawLine(end, box.top() + 7, end, box.bottom() - 6)
