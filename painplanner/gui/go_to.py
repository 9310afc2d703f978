"""Go to anything: one field over the window that finds patients, places and actions, and papers by their code."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from painplanner.core.ids import printed_number
from painplanner.gui import log_codes, theme
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.models.keyed_list import ICON_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.widgets.fields import SearchField
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.gui.widgets.labels import label
from painplanner.text import _

MOST_SEEN = 8


class Target(NamedTuple):
    """One thing to go to."""

    key: str
    words: str
    more: str
    icon: str
    go: Callable[[], object]


_NEVER = {"anything", "cut", "copy", "paste"}
"""Actions that mean something only where the keys are."""


def action_targets(actions: dict[str, QAction], do: Callable[[str], object]) -> tuple[Target, ...]:
    """Return the actions of the menus that can be done now, as things to go to."""

    def target(key: str, action: QAction) -> Target:
        words = action.text().replace("&", "")
        return Target(f"do-{key}", words, action.shortcut().toString(), "arrow-right", lambda: do(key))

    return tuple(target(key, action) for key, action in actions.items() if action.isEnabled() and key not in _NEVER)


class GoTo(QFrame):
    """A card over the top of the window; Esc closes it."""

    def __init__(self, ctx: AppContext, actions: Callable[[], tuple[Target, ...]], parent: QWidget) -> None:
        """Lay out the field and its list; stay hidden."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._ctx, self._actions, self._over = ctx, actions, parent
        self.search = SearchField(_("Go to a patient, a place, an action, or the code of a paper"))
        self.search.searched.connect(self._on_searched)
        self.search.returnPressed.connect(lambda: self.list.open_current())
        self.search.installEventFilter(self)
        cells = {
            int(Qt.ItemDataRole.DisplayRole): lambda t: t.words,
            SECOND_LINE_ROLE: lambda t: t.more,
            ICON_ROLE: lambda t: t.icon,
        }
        self.list = KeyedView(KeyedList(lambda target: target.key, cells), _("Results"))
        self.list.setProperty("plain", True)
        self.list.opened.connect(self._on_opened)
        self.nothing = label("", "muted", wrap=True)
        ctx.news.go.connect(lambda _place, _subject: self.hide())
        theme.application().focusChanged.connect(self._on_focus_changed)
        lines = QVBoxLayout(self)
        lines.addWidget(self.search)
        lines.addWidget(self.list)
        lines.addWidget(self.nothing)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show it in the middle of the top, empty or with what was typed elsewhere."""
        parent = self._over
        width = min(560, parent.width() - 40)
        self.setGeometry((parent.width() - width) // 2, 40, width, self.sizeHint().height())
        self.search.setText(text)
        self._on_searched(text)
        self.show()
        self.raise_()
        self.search.setFocus()

    def _on_searched(self, text: str) -> None:
        typed = text.strip().casefold()
        actions = tuple(target for target in self._actions() if typed in target.words.casefold())
        paper, problem = self._paper(typed)
        found = (*paper, *self._patients(typed), *actions)
        self.list.set_rows(found)
        self.list.select(0)
        is_wrong = bool(problem) and (log_codes.is_as_printed(typed) or not found)
        self.nothing.setText(
            problem if is_wrong else _("Nothing is found. Try the first letters, a birth date or a number.")
        )
        self.nothing.setProperty("role", "problem" if is_wrong else "muted")
        self.nothing.style().polish(self.nothing)
        self._fit(is_wrong=is_wrong)

    def _fit(self, *, is_wrong: bool = False) -> None:
        """Be as high as what was found, within the window."""
        found = self.list.rows.rowCount()
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(found, MOST_SEEN)))
        self.list.setFixedHeight(max(1, min(rows + 6, self._over.height() - 140)))
        self.list.setVisible(found > 0)
        self.nothing.setVisible(found == 0 or is_wrong)
        self.resize(self.width(), self.sizeHint().height())

    def _paper(self, typed: str) -> tuple[tuple[Target, ...], str]:
        """Return the log or the plan of a code, named for its patient; or what is wrong with the code."""
        if not log_codes.may_be_code(typed):
            return (), ""
        sheet, plan, problem = log_codes.read(self._ctx, typed)
        if sheet is not None:
            from painplanner.services.log_entry import sheet_words

            return (self._of(sheet.patient, "log", sheet.id, sheet_words(sheet)),), ""
        if plan is not None:
            words = _("Plan {number}").format(number=printed_number(plan.number))
            return (self._of(plan.patient, "plan", plan.id, words),), ""
        return (), problem

    def _of(self, patient_id: str, place: str, subject: str, words: str) -> Target:
        """Return the way to a paper, with the name and the birth date that stand on it."""
        patient = self._ctx.store.patient(patient_id)
        born = day_words(patient.birth_date) if patient.birth_date else ""
        whose = " · ".join(part for part in (patient.name, born) if part)
        return Target(f"{place}-{subject}", words, whose, "clipboard", lambda: self._ctx.go(place, subject))

    def _patients(self, typed: str) -> tuple[Target, ...]:
        if not typed:
            return ()
        rows = self._ctx.store.search_patients(typed, limit=8)
        return tuple(
            Target(
                f"patient-{row.id}",
                row.name,
                " · ".join(
                    part for part in (day_words(row.birth_date) if row.birth_date else "", row.record_number) if part
                ),
                "account",
                lambda at=row.id: self._ctx.go("patient", at),
            )
            for row in rows
        )

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Go when the keys go to another part of the window; another window on top leaves it open."""
        if new is not None and new.window() is self.window() and not self.isAncestorOf(new):
            self.hide()

    def _on_opened(self, target: Target) -> None:
        self.hide()
        target.go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list with the arrows, leave with Esc or when the focus goes elsewhere."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.list.step(step)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
        return False
