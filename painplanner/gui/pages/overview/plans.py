"""The plans of a patient, and the two ways to begin a new one: from nothing and from a template."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu

from painplanner.core.plan import texts_in
from painplanner.gui.context import AppContext
from painplanner.gui.models.keyed_list import ICON_ROLE, RIGHT_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.pages.overview.waiting import WaitingLines
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.printing.first_visit import FirstVisit
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Section
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.gui.widgets.labels import label
from painplanner.text import _, pgettext

LONGEST_LIST = 5


class PlansSection(Section):
    """Newest first; a click opens the composer."""

    def __init__(self, ctx: AppContext, session: PatientSession) -> None:
        """Lay out the list and the two buttons."""
        super().__init__(_("Care plans"))
        self._ctx, self._session = ctx, session
        self.new_button = button(
            _("New plan"), lambda: ctx.go("new-plan", session.patient.id), kind="primary", icon="plus"
        )
        self.template_button = button(_("From a template"), self._on_template)
        self.list = KeyedView(KeyedList(lambda row: row.id, self._cells()), _("Care plans"))
        self.list.setProperty("plain", True)
        self.list.opened.connect(lambda row: ctx.go("plan", row.id))
        self.waiting = WaitingLines(ctx)
        self._none = label(_("No plan yet. Begin with nothing, or with a template that fits."), "muted", wrap=True)
        self.lines.addWidget(self._none)
        self.lines.addWidget(self.list)
        self.lines.addWidget(self.waiting)
        row = QHBoxLayout()
        row.addWidget(self.new_button)
        row.addWidget(self.template_button)
        row.addStretch(1)
        self.lines.addLayout(row)
        self.first_visit = FirstVisit(ctx, session)
        self.lines.addWidget(self.first_visit)
        ctx.news.plans_changed.connect(self._on_plans_changed)
        ctx.news.readings_changed.connect(lambda _id: self._show_waiting())
        ctx.news.day_changed.connect(self._show_waiting)

    def _cells(self) -> dict[int, Callable[[Any], Any]]:
        return {
            int(Qt.ItemDataRole.DisplayRole): lambda row: row.title or _("Plan without a title"),
            SECOND_LINE_ROLE: self._second_line,
            RIGHT_ROLE: lambda row: (
                _("Draft")
                if row.is_draft
                else pgettext("state of a plan", "Open")
                if str(row.status) == "open"
                else _("Finished")
            ),
            ICON_ROLE: lambda _row: "clipboard",
        }

    def _second_line(self, row: object) -> str:
        from painplanner.core.ids import printed_number
        from painplanner.gui.dates import day_words

        number = _("Plan {number}").format(number=printed_number(row.number))  # type: ignore[attr-defined]
        edited = row.edited_at  # type: ignore[attr-defined]
        day = edited.date() if hasattr(edited, "date") else edited
        return f"{number} · " + _("edited {day}").format(day=day_words(day)) if day else number

    def refresh(self) -> None:
        """Read the list anew."""
        rows = self._ctx.store.plans_of(self._session.patient.id)
        self.list.set_rows(rows)
        self._show_waiting()
        self._none.setVisible(not rows)
        self.first_visit.refresh()
        self.list.setVisible(bool(rows))
        height = self.list.sizeHintForRow(0) if rows else 0
        self.list.setFixedHeight(max(1, min(len(rows), LONGEST_LIST) * height + 6))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what waits after a decision that was taken while another tab was in front."""
        super().showEvent(event)
        self._show_waiting()

    def _show_waiting(self) -> None:
        if self._session.is_open:
            self.waiting.show_patient(self._session.patient.id)

    def take_focus(self) -> None:
        """Put the keys on the newest plan, or on the button of a new one."""
        if self.list.current() is None:
            self.list.select(0)
        (self.list if self.list.current() is not None else self.new_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_plans_changed(self, patient_id: str) -> None:
        if self._session.is_open and self._session.patient.id == patient_id:
            self.refresh()

    def _on_template(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        templates = sorted(
            self._ctx.library.offered_templates, key=lambda t: texts_in(t.texts, self._ctx.practice.language).name
        )
        for template in templates:
            name = texts_in(template.texts, self._ctx.practice.language).name
            menu.addAction(name, lambda at=template.id: self._ctx.go("new-plan-from", at))
        if not templates:
            menu.addAction(_("The library has no templates")).setEnabled(False)
        menu.popup(self.template_button.mapToGlobal(self.template_button.rect().bottomLeft()))
