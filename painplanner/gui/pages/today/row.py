"""One line of the morning list: what, who, why, when, and the action at its end. Lines are made once and shown anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from painplanner.gui.dates import day_words
from painplanner.gui.pages.today.kinds import Kind
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.chips import Tag
from painplanner.gui.widgets.labels import ElidedLabel, label, rule
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store import DueRow

HEIGHT = 42
INSET = 4
"""How far the words of a head stand from its edge, inside the ring of the keys; what stands below begins there too."""


def lateness(on: date | None, today: date, *, is_news: bool = False) -> tuple[str, str]:
    """Return when a row is due, in words, and the role they are shown in."""
    from painplanner.services.words.due import late_words

    days = (today - on).days if on is not None else 0
    if on is None:
        return late_words(on, today), "info"
    if is_news:
        return (_("since {day}").format(day=day_words(on)) if days > 0 else day_words(on, weekday=True)), "info"
    if days >= 0:
        return late_words(on, today), "stop" if days else "consider"
    return day_words(on, weekday=True), "info"


class TodayRow:
    """A line of the grid that shows one thing that is due, or stands ready and hidden."""

    def __init__(self, grid: QGridLayout, line: int, act: Callable[[TodayRow], object]) -> None:
        """Make the parts, with no words yet."""
        self._grid, self._line = grid, line
        self.target = ("", "")
        self._is_shown: bool | None = None
        self._said: tuple[DueRow, date] | None = None
        self._tag = Tag("")
        holder = QWidget()
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(INSET, 0, 0, 0)
        inside.addWidget(self._tag)
        inside.addStretch(1)
        self._who = ElidedLabel("", "strong", fills=True)
        self._why = ElidedLabel("", fills=True)
        self._when = label("", "minor")
        for words in (self._who, self._why, self._when):
            words.setContentsMargins(INSET, 0, 0, 0)
        self.act = button("", lambda: act(self))
        self._rule = rule()
        self._parts: tuple[QWidget, ...] = (holder, self._who, self._why, self._when, self.act)
        grid.addWidget(self._rule, line, 0, 1, 5)
        for column, part in enumerate(self._parts):
            grid.addWidget(part, line + 1, column)
        grid.setRowMinimumHeight(line + 1, HEIGHT)

    @property
    def words(self) -> tuple[str, str, str, str, str]:
        """Return what, who, why, when, and the action."""
        return self._tag.text, self._who.text(), self._why.text(), self._when.text(), self.act.text()

    @property
    def is_shown(self) -> bool:
        """Tell whether something is shown here."""
        return bool(self._is_shown)

    def show_due(self, row: DueRow, kind: Kind, today: date) -> None:
        """Show what is due; what stands here already is left alone, so that coming back costs nothing."""
        self._set_shown(on=True)
        if self._said == (row, today):
            return
        self._said = (row, today)
        what = kind.named(row, today)
        when, role = lateness(row.on, today, is_news=kind.is_news)
        self._tag.set_text(what, "stop" if kind.is_urgent else role)
        self._who.setText(row.patient_name)
        self._why.setText(kind.reason(row))
        self._when.setText(when)
        self.act.setText(kind.action)
        self.act.setAccessibleName(
            _("{action}: {who}, {what}, {when}").format(action=kind.action, who=row.patient_name, what=what, when=when)
        )
        self.act.setAccessibleDescription(self._why.text())
        self.target = kind.place(row)

    def hide(self) -> None:
        """Stand ready without taking room."""
        self._set_shown(on=False)

    def _set_shown(self, *, on: bool) -> None:
        if self._is_shown is not on:
            self._is_shown = on
            for part in (self._rule, *self._parts):
                part.setVisible(on)
            self._grid.setRowMinimumHeight(self._line + 1, HEIGHT if on else 0)
