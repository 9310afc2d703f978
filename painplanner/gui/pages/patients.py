"""Finding a patient with the first letters; what must not be overlooked stands at the right of the name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from painplanner.core.patient import age
from painplanner.core.values import replace
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.languages import language_name
from painplanner.gui.models.keyed_list import ICON_ROLE, RIGHT_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.new_patient import NewPatientForm
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import EmptyState
from painplanner.gui.widgets.fields import SearchField
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.gui.widgets.labels import label
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.store import PatientRow


class PatientsPage(QWidget):
    """The list with its search, and in its place the form of a new patient."""

    def __init__(self, ctx: AppContext) -> None:
        """Lay out the list; the form is made when it is asked for."""
        super().__init__()
        self._ctx = ctx
        self.search = SearchField(_("Find a patient by name, birth date or record number"))
        self.search.searched.connect(self._on_searched)
        self.search.returnPressed.connect(lambda: self.list.open_current())
        self.search.installEventFilter(self)
        self.new_button = button(_("New patient"), self.start_new, kind="primary", icon="plus")
        self.list = KeyedView(KeyedList(lambda row: row.id, self._cells()), _("Patients"))
        self.list.opened.connect(lambda row: ctx.go("patient", row.id))
        self._count = label("", "small")
        self._stack = QStackedWidget()
        self._nobody = EmptyState(
            "accounts",
            _("No patients yet"),
            _("Add the first one with a name and a birth date."),
            _("New patient"),
            self.start_new,
        )
        self._not_found = EmptyState(
            "search",
            _("Nobody found"),
            _("Try the first letters, a birth date, or a record number."),
            _("Add as a new patient"),
            self.start_new,
        )
        self._form: NewPatientForm | None = None
        self._lay_out()
        for signal in (ctx.news.patient_changed, ctx.news.plans_changed):
            signal.connect(lambda _id: self.isVisible() and self.refresh())

    def _cells(self) -> dict[int, Callable[[Any], Any]]:
        return {
            int(Qt.ItemDataRole.DisplayRole): lambda row: row.name,
            SECOND_LINE_ROLE: self._second_line,
            RIGHT_ROLE: _right,
            ICON_ROLE: lambda row: "flag" if row.red_flag_open else "clock" if row.trial_overdue else "account",
        }

    def _second_line(self, row: PatientRow) -> str:
        parts = []
        if row.birth_date is not None:
            years = age(row.birth_date, self._ctx.today())
            parts = [day_words(row.birth_date), ngettext("{n} year", "{n} years", years).format(n=years)]
        return " · ".join([*parts, language_name(row.language)])

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 12)
        lines.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label(_("Patients"), "title"))
        head.addStretch(1)
        head.addWidget(self.new_button)
        lines.addLayout(head)
        lines.addWidget(self.search)
        for page in (self.list, self._nobody, self._not_found):
            self._stack.addWidget(page)
        lines.addWidget(self._stack, 1)
        lines.addWidget(self._count)

    def set_staff_view(self, *, on: bool) -> None:
        """Offer new patients, or only find those there are."""
        if on:
            self._close_form()
        for made in (self.new_button, self._nobody.action, self._not_found.action):
            if made is not None:
                made.setVisible(not on)

    def refresh(self) -> None:
        """Read the list anew."""
        self._on_searched(self.search.text())

    def find(self, text: str) -> None:
        """Search for a text that was begun elsewhere, and go on typing here."""
        if not text and self._form is not None and self._form.is_begun():
            self._form.name.setFocus()
            return
        self._close_form()
        self.search.show_sign() if not self.search.actions() else None
        self.search.setText(text)
        self.search.setFocus()
        self.search.setCursorPosition(len(text))
        self.refresh()

    def _on_searched(self, text: str) -> None:
        rows = self._found(text.strip())
        self.list.set_rows(rows)
        if text.strip():
            self.list.select(0)
        empty = self._not_found if text.strip() else self._nobody
        if self._form is None or self._stack.currentWidget() is not self._form:
            self._stack.setCurrentWidget(self.list if rows else empty)
        self._count.setText(ngettext("{n} patient", "{n} patients", len(rows)).format(n=len(rows)) if rows else "")

    def _found(self, text: str) -> tuple[PatientRow, ...]:
        """Return who is found, and of whom a trial waits for its decision."""
        store = self._ctx.store
        rows = store.search_patients(text, limit=50)
        late = store.late_trials((row.id for row in rows), self._ctx.today())
        return tuple(replace(row, trial_overdue=row.id in late) for row in rows)

    def eventFilter(self, watched: object, event: object) -> bool:
        """Let the arrow keys of the search field move in the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.list.step(step)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return False

    def forget(self) -> None:
        """Leave nothing of a practice that is closed: no form, no words, no rows."""
        self._close_form()
        self.search.blockSignals(True)  # searching would read the closed practice
        self.search.clear()
        self.search.blockSignals(False)
        self.list.set_rows(())

    def start_new(self, name: str = "") -> None:
        """Show the form of a new patient, with what was searched as the name; one that is begun stays."""
        if not name and self._form is not None and self._form.is_begun():
            self._form.name.setFocus()
            return
        typed = name or self.search.text().strip()
        self._close_form()
        self._form = NewPatientForm(self._ctx, "" if any(ch.isdigit() for ch in typed) else typed)
        self._form.saved.connect(self._on_saved)
        self._form.cancelled.connect(self._on_cancelled)
        self._stack.addWidget(self._form)
        self._stack.setCurrentWidget(self._form)
        self.search.setEnabled(False)
        self.new_button.setEnabled(False)
        self._form.name.setFocus()

    @property
    def form(self) -> NewPatientForm | None:
        """Return the form of a new patient while it is open."""
        return self._form

    def _close_form(self) -> None:
        if self._form is not None:
            self._stack.removeWidget(self._form)
            self._form.deleteLater()
            self._form = None
        self.search.setEnabled(True)
        self.new_button.setEnabled(True)

    def _on_saved(self, patient_id: str) -> None:
        self._close_form()
        self.search.clear()
        self.refresh()
        self._ctx.go("patient", patient_id)

    def _on_cancelled(self) -> None:
        self._close_form()
        self.refresh()
        self.search.setFocus()


def _right(row: PatientRow) -> str:
    """Return what stands at the right of a name: what must not be overlooked, else the record number."""
    if row.red_flag_open:
        return _("Red flag open")
    return _("Overdue trial") if row.trial_overdue else _("No. {number}").format(number=row.record_number)
