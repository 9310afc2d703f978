"""What of a patient's plans waits for a decision: trials past their end, and checkpoints whose day has come.

Nothing is worked out here: the rows are those of Today.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.layouts import empty
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store import DueRow

MOST = 4


class WaitingLines(QWidget):
    """A sentence for each, with the way to decide; hidden while nothing waits."""

    def __init__(self, ctx: AppContext) -> None:
        """Show nothing yet."""
        super().__init__()
        self._ctx = ctx
        self._shown: tuple[DueRow, ...] | None = None
        self.notices: list[Notice] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self.hide()

    def show_patient(self, patient_id: str) -> None:
        """Show what waits for a patient today."""
        today = self._ctx.today()
        due = self._ctx.store.due_of(patient_id, today)
        rows = tuple(r for r in due if r.kind == "checkpoint" or (r.kind == "trial-end" and r.on and r.on < today))
        rows = rows[:MOST]
        if rows == self._shown:
            return
        self._shown = rows
        empty(self._lines)
        self.notices = [self._notice(row) for row in rows]
        for notice in self.notices:
            self._lines.addWidget(notice)
        self.setVisible(bool(rows))

    def _notice(self, row: DueRow) -> Notice:
        title, day = dict(row.args).get("title", ""), day_words(row.on) if row.on is not None else ""
        if row.kind == "trial-end":
            said = _("The trial “{title}” ended on {day} and waits for a decision.")
        else:
            said = _("The checkpoint of {day} is ready to decide: {title}.")
        words = said.format(title=title, day=day)
        made = Notice(words, "consider", _("Decide"), lambda: self._ctx.go("decide", f"{row.plan} {row.subject}"))
        made.button.setAccessibleName(_("Decide: {words}").format(words=words))
        return made
