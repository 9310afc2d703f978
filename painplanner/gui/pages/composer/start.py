"""The beginning of a plan: from a template, from an empty step, or by typing into the search at the left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.library import Template
from painplanner.core.plan import texts_in
from painplanner.core.values import text_in
from painplanner.gui.context import AppContext
from painplanner.gui.models.keyed_list import ICON_ROLE, RIGHT_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.session import PlanSession
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.gui.widgets.labels import label
from painplanner.text import _, ngettext


class StartPage(QWidget):
    """Shown while a plan has no step."""

    template_wanted = Signal(str)
    step_wanted = Signal()
    typed = Signal(str)

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out the words and the list of templates."""
        super().__init__()
        self._session, self._ctx = session, ctx
        cells = {
            int(Qt.ItemDataRole.DisplayRole): self._name,
            SECOND_LINE_ROLE: self._reason,
            RIGHT_ROLE: _size,
            ICON_ROLE: lambda _template: "clipboard",
        }
        self.templates = KeyedView(KeyedList(lambda template: template.id, cells), _("Templates"))
        self.templates.opened.connect(lambda template: self.template_wanted.emit(template.id))
        self.templates.installEventFilter(self)
        self._head = label(_("Start from a template"), "section")
        self._below = label(
            _("Its steps, doses and checkpoints are copied; everything can be changed."), "minor", wrap=True
        )
        self.empty_step = button(_("Start with an empty step"), self.step_wanted.emit, icon="plus")
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the templates as they are now: the library may have changed on its page."""
        super().showEvent(event)
        self.renew()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(680)
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(20, 20, 20, 20)
        lines.setSpacing(8)
        lines.addWidget(label(_("A new plan"), "title"))
        how = _("Type into the search at the left; Enter adds what is found and makes the first step.")
        lines.addWidget(label(how, "body", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.empty_step)
        row.addStretch(1)
        lines.addLayout(row)
        lines.addSpacing(12)
        for part in (self._head, self._below):
            lines.addWidget(part)
        lines.addWidget(self.templates, 10)
        lines.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(inner, 20)
        outer.addStretch(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand letters that are typed in the list on to the search, as the sequence does."""
        if watched is self.templates and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if not held and event.text().strip() and event.text().isprintable():
                self.typed.emit(event.text())
                return True
        return super().eventFilter(watched, event)

    def renew(self) -> None:
        """Show the templates, those for the painful region first."""
        region = self._session.plan.region if self._session.is_open else None
        templates = sorted(
            self._ctx.library.offered_templates, key=lambda t: (region not in t.regions, self._name(t).casefold())
        )
        self.templates.set_rows(templates)
        rows = self.templates.sizeHintForRow(0) * len(templates) if templates else 0
        self.templates.setMaximumHeight(rows + 6)
        for part in (self._head, self._below, self.templates):
            part.setVisible(bool(templates))

    def _name(self, template: Template) -> str:
        return texts_in(template.texts, self._ctx.practice.language).name

    def _reason(self, template: Template) -> str:
        words = texts_in(template.texts, self._ctx.practice.language)
        return text_in(template.why, self._ctx.practice.language) or " ".join(line.text for line in words.lines)


def _size(template: Template) -> str:
    return ngettext("{n} step", "{n} steps", len(template.steps)).format(n=len(template.steps))
