"""The drivers of the pain as a list of lines, each with its remover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.edits import add_driver, remove, set_driver
from painplanner.core.plan import Driver, Plan
from painplanner.gui.context import AppContext
from painplanner.gui.form.rows import AreaRow
from painplanner.gui.form.subject import Part, propose
from painplanner.gui.pages.composer.inspector.spoken import spoken
from painplanner.gui.pages.composer.inspector.subject import PlanSubject
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.row_pool import RowPool
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


def find(plan: Plan, driver_id: str) -> Driver | None:
    """Return a driver, or nothing when it is gone."""
    return next((driver for driver in plan.drivers if driver.id == driver_id), None)


class DriverLine(QWidget):
    """One driver."""

    def __init__(self, session: PlanSession, ctx: AppContext, place: int) -> None:
        """Lay out the line."""
        super().__init__()
        self._session = session
        self.subject: PlanSubject[Driver] = PlanSubject(
            session, find, lambda plan, which, changes: set_driver(plan, which, **changes)
        )
        part: Part[Driver, str] = Part(
            _("Change driver"),
            lambda driver: spoken(driver.text, driver.words, ctx.practice.language),
            lambda _driver, text: {"text": text},
            "driver",
        )
        name = _("Driver {n}").format(n=place + 1)
        self.row = AreaRow(self.subject, part, name, least=1, most=4)
        self.row.field.without_name()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.row.field, 1)
        remove_name = _("Remove {name}").format(name=name.lower())
        line.addWidget(icon_button("close", remove_name, self._on_remove), 0, Qt.AlignmentFlag.AlignTop)

    def show_driver(self, driver_id: str) -> None:
        """Show a driver of the plan."""
        if self.subject.take(driver_id) and self.subject.is_set:
            self.row.show()

    def _on_remove(self) -> None:
        gone = self.subject.id
        propose(self._session, _("Remove driver"), lambda plan: remove(plan, (gone,)))


class DriversEditor(QWidget):
    """All drivers and the way to add one."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out the list."""
        super().__init__()
        self._session, self._ctx = session, ctx
        self.pool: RowPool[DriverLine] = RowPool(lambda place: DriverLine(session, ctx, place), gap=4)
        self.add = button(_("Add driver"), self.add_driver, kind="link", icon="plus")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(label(_("What drives the pain"), "section"))
        lines.addWidget(label(_("Hypotheses; steps say which one they address."), "small", wrap=True))
        lines.addWidget(self.pool)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        lines.addLayout(line)

    def show_drivers(self, plan: Plan) -> None:
        """Show the drivers of a plan."""
        for line, driver in zip(self.pool.show_rows(len(plan.drivers)), plan.drivers, strict=True):
            line.show_driver(driver.id)

    def add_driver(self) -> None:
        """Propose a driver without words and go there."""
        propose(self._session, _("Add driver"), lambda plan: add_driver(plan, self._ctx.new_id))
        self.focus(self._session.plan.drivers[-1].id)

    def focus(self, driver_id: str) -> None:
        """Go to the line of a driver."""
        for line in self.pool.rows:
            if line.subject.id == driver_id:
                line.row.area.setFocus()
