"""One line of the morning list: what, who, why, when, and the action at its end. Lines are made once and shown anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from painplanner.gui.dates import day_words
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.chips import Tag
from painplanner.gui.widgets.labels import ElidedLabel, label, rule
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.store import DueRow

HEIGHT = 42


def kind_words(kind: str) -> tuple[str, str, str]:
    """Return (what, action, place) of a kind of row."""
    known = {
        "red-flag": (_("Red flag"), _("Act"), "patient"),
        "checkpoint": (_("To decide"), _("Decide"), "plan"),
        "trial-end": (_("Trial ends"), _("Decide"), "plan"),
        "reassess": (_("Reassess"), _("Open"), "plan"),
        "next-visit": (_("Visit"), _("Open"), "plan"),
        "goal": (_("Goal due"), _("Open"), "plan"),
        "step-start": (_("Step starts"), _("Open"), "plan"),
        "print": (_("To print"), _("Print"), "print"),
        "draft": (_("Draft"), _("Continue"), "plan"),
    }
    return known.get(kind, (kind.replace("-", " ").capitalize(), _("Open"), "plan"))


NEVER_LATE = frozenset({"step-start"})
"""Kinds that nobody has to act on: they only say what goes on."""


def is_late(row: DueRow, today: date) -> bool:
    """Tell whether somebody should have acted before today."""
    return row.on is not None and row.on < today and row.kind not in NEVER_LATE


def lateness(on: date | None, today: date, kind: str = "") -> tuple[str, str]:
    """Return when a row is due, in words, and the role they are shown in."""
    if on is None:
        return _("any time"), "info"
    days = (today - on).days
    if kind in NEVER_LATE:
        return (_("since {day}").format(day=day_words(on)) if days > 0 else day_words(on, weekday=True)), "info"
    if days > 0:
        return ngettext("{n} day late", "{n} days late", days).format(n=days), "stop"
    if days == 0:
        return _("due today"), "consider"
    return day_words(on, weekday=True), "info"


class TodayRow:
    """A line of the grid that shows one thing that is due, or stands ready and hidden."""

    def __init__(self, grid: QGridLayout, line: int, go: Callable[[str, str], None]) -> None:
        """Make the parts, with no words yet."""
        self._grid, self._line, self._go = grid, line, go
        self._target = ("", "")
        self._is_shown: bool | None = None
        self._tag = Tag("")
        holder = QWidget()
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.addWidget(self._tag)
        inside.addStretch(1)
        self._who = ElidedLabel("", "strong", fills=True)
        self._why = ElidedLabel("", fills=True)
        self._when = label("", "minor")
        self.act = button("", lambda: self._go(*self._target))
        self._rule = rule()
        self._parts: tuple[QWidget, ...] = (holder, self._who, self._why, self._when, self.act)
        grid.addWidget(self._rule, line, 0, 1, 5)
        for column, part in enumerate(self._parts):
            grid.addWidget(part, line + 1, column)
        grid.setRowMinimumHeight(line + 1, HEIGHT)

    def show_due(self, row: DueRow, today: date) -> None:
        """Show what is due."""
        what, action, place = kind_words(row.kind)
        when, role = lateness(row.on, today, row.kind)
        self._tag.set_text(what, "stop" if row.kind == "red-flag" else role)
        self._who.setText(row.patient_name)
        self._why.setText(_reason(row))
        self._when.setText(when)
        self.act.setText(action)
        self.act.setAccessibleName(_("{action}: {who}, {what}").format(action=action, who=row.patient_name, what=what))
        is_about_plan = place != "patient" and bool(row.plan)
        self._target = (place, row.plan) if is_about_plan else ("patient", row.patient)
        self._set_shown(on=True)

    def hide(self) -> None:
        """Stand ready without taking room."""
        self._set_shown(on=False)

    def _set_shown(self, *, on: bool) -> None:
        if self._is_shown is not on:
            self._is_shown = on
            for part in (self._rule, *self._parts):
                part.setVisible(on)
            self._grid.setRowMinimumHeight(self._line + 1, HEIGHT if on else 0)


def _reason(row: DueRow) -> str:
    from painplanner.services import words

    return words.due_sentence(row)
