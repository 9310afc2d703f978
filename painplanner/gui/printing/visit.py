"""The next visit, asked for before printing: three fields that write into the plan once each is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from painplanner.core.plan import NextVisit
from painplanner.core.values import Impossible, replace
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words, read_clock, read_day
from painplanner.gui.messages import sentence_for
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.text import _, pgettext

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession

Change = Callable[[NextVisit], NextVisit]


class VisitFields(QWidget):
    """Day, time and with whom; every field may stay empty."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out the fields."""
        super().__init__()
        self._session, self._ctx = session, ctx
        self._shown: NextVisit | None = None
        self.on = line_edit(placeholder=_("such as 3 Feb"), limit=40)
        self.at = line_edit(placeholder="14:30", limit=20)
        self.with_whom = line_edit(limit=300)
        self._fields: dict[QLineEdit, tuple[Field, Change]] = {
            self.on: (Field(_("Day"), self.on), self._with_day),
            self.at: (Field(pgettext("of day", "Time"), self.at), self._with_time),
            self.with_whom: (Field(_("With"), self.with_whom), self._with_person),
        }
        for line in self._fields:
            line.editingFinished.connect(lambda line=line: self._take(line))
            line.returnPressed.connect(self.focusNextChild)
        self.setAccessibleName(_("Next visit"))
        self._lay_out()

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(label(_("Next visit"), "strong"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for line, share in ((self.on, 3), (self.at, 2)):
            row.addWidget(self._fields[line][0], share, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(row)
        lines.addWidget(self._fields[self.with_whom][0])

    def show_visit(self, visit: NextVisit) -> None:
        """Show the visit of the plan, leaving alone what is being typed."""
        if visit == self._shown:
            return
        self._shown = visit
        texts = {
            self.on: day_words(visit.on) if visit.on else "",
            self.at: visit.at.strftime("%H:%M") if visit.at else "",
            self.with_whom: visit.with_whom,
        }
        for line, text in texts.items():
            if not line.isModified():
                line.setText(text)
                self._fields[line][0].show_problem("")
        self._show_day(visit)

    def _show_day(self, visit: NextVisit) -> None:
        """Say which day of the week it is, or that a day that is over is not printed."""
        if visit.on is None:
            hint = ""
        elif visit.on <= self._ctx.today():
            hint = _("Not after today, so it is not printed.")
        else:
            hint = QLocale().dayName(visit.on.isoweekday())  # the date itself stands in the field
        self._fields[self.on][0].show_hint(hint)

    def take_all(self) -> bool:
        """Write what is typed into the plan; tell whether all of it was understood, and go to what was not."""
        wrong = [line for line in self._fields if not self._take(line)]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def _take(self, line: QLineEdit) -> bool:
        if not line.isModified():
            return True
        field, change = self._fields[line]
        try:
            visit = change(self._session.plan.next_visit)
        except Impossible as refusal:
            field.show_problem(sentence_for(refusal))
            return False
        line.setModified(False)
        field.show_problem("")
        self._session.apply(_("Change next visit"), lambda plan: replace(plan, next_visit=visit))
        self._shown = None
        self.show_visit(self._session.plan.next_visit)
        return True

    def _with_day(self, visit: NextVisit) -> NextVisit:
        return replace(visit, on=read_day(self.on.text(), today=self._ctx.today(), ahead=True))

    def _with_time(self, visit: NextVisit) -> NextVisit:
        return replace(visit, at=read_clock(self.at.text()))

    def _with_person(self, visit: NextVisit) -> NextVisit:
        return replace(visit, with_whom=self.with_whom.text())
