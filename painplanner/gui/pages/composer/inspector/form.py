"""A form of the inspector: a column of rows over one subject, built once and shown again with other values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.gui.context import AppContext
from painplanner.gui.form.rows import Row
from painplanner.gui.form.subject import Changes, S
from painplanner.gui.pages.composer.inspector.subject import PlanSubject
from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.tab_order import follow, tab_stops

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


def as_pane(column: Column) -> None:
    """Give a column the ground of a side of the composer."""
    canvas = column.widget()
    if canvas is not None:
        canvas.setProperty("role", "pane")


class Form(Column, Generic[S]):
    """A heading with what it is, and rows; subclasses add rows and say how the subject is found and changed."""

    def __init__(
        self,
        session: PlanSession,
        ctx: AppContext,
        find: Callable[[Plan, str], S | None],
        put: Callable[[Plan, str, Changes], Plan],
        *,
        heading: str = "section",
    ) -> None:
        """Start with the heading, in a size of the type scale."""
        super().__init__(margin=16, gap=12)
        as_pane(self)
        self.session, self.ctx = session, ctx
        self.subject: PlanSubject[S] = PlanSubject(session, find, put)
        self._rows: list[Row[Any, Any]] = []
        self._plan: Plan | None = None
        self._patient: Patient | None = None
        self._stops: tuple[QWidget, ...] = ()
        self._heading = label("", heading, wrap=True)
        self._kind = label("", "minor", wrap=True)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._heading)
        head.addWidget(self._kind)
        self.lines.addLayout(head)

    def row(self, row: Row[S, Any]) -> Row[S, Any]:
        """Let a row follow the subject, wherever it stands."""
        self._rows.append(row)
        return row

    def add(self, *parts: QWidget | Row[S, Any], into: QVBoxLayout | None = None) -> None:
        """Set rows and other widgets below one another."""
        for part in parts:
            if isinstance(part, Row):
                self.row(part)
            (into or self.lines).addWidget(part.field if isinstance(part, Row) else part)

    def head(self, title: str, kind: str) -> None:
        """Say what is shown."""
        for words, text in ((self._heading, title), (self._kind, kind)):
            if words.text() != text:
                words.setText(text)
                words.setVisible(bool(text))
        if self.accessibleName() != title:
            self.setAccessibleName(title)

    def show_subject(self, subject_id: str) -> None:
        """Show a part of the plan as it is now; what did not change is left alone."""
        is_other = subject_id != self.subject.id
        is_new = self.subject.take(subject_id) or self.session.patient is not self._patient
        if not self.subject.is_set:
            return
        plan, before = self.session.plan, None if is_other or self.session.patient is not self._patient else self._plan
        self._plan, self._patient = plan, self.session.patient
        if is_new:
            for row in self._rows:
                row.show()
        if is_new or before is not plan:
            self.refresh(before, plan)
            self._order_tab()
        if is_other:
            self.verticalScrollBar().setValue(0)

    def _order_tab(self) -> None:
        """Let Tab go downwards, also through fields that were made after those below them."""
        canvas = self.widget()
        stops = tuple(tab_stops(canvas)) if canvas is not None else ()
        if stops != self._stops:
            self._stops = stops
            follow(stops)

    def refresh(self, before: Plan | None, plan: Plan) -> None:
        """Show what hangs on the rest of the plan; `before` is nothing when the subject is another one."""
