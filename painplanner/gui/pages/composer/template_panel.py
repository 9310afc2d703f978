"""Turning the open plan into a template: a name, for whom, and what of the patient would still stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.edits import template_from_plan, texts_naming
from painplanner.core.ids import IdFactory, counting_ids
from painplanner.core.library import Template
from painplanner.core.own import OwnChange, OwnTemplate, library_for
from painplanner.core.values import Impossible
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.form.for_whom import ForWhom, owner_of, remember_owner
from painplanner.gui.messages import sentence_for
from painplanner.gui.pages.composer.inspector.form import as_pane
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.cards import Column, Notice
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


class TemplatePanel(QWidget):
    """Beside the plan, which it leaves as it is; Enter saves, Esc closes."""

    closed = Signal()

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out the fields."""
        super().__init__()
        self._session, self._ctx = session, ctx
        self.setAccessibleName(_("Save as a template"))
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = line_edit(limit=300)
        self.name.returnPressed.connect(self.save)
        self.field = Field(_("Name of the template"), self.name)
        self.whom = ForWhom()
        self.notice = Notice("", "consider", is_stacked=True)
        self.save_button = button(_("Save the template"), self.save, kind="primary")
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 8, 8)
        head.addWidget(label(_("Save as a template"), "section"))
        head.addStretch(1)
        head.addWidget(icon_button("close", _("Close without saving"), self.closed.emit))
        column = Column(margin=16)
        as_pane(column)
        kept = _("Kept: what drives the pain, goals, steps, doses, checkpoints with their decisions, the flare plan.")
        left = _("Left out: names, notes, sides, dates, values of today, and the amounts of medicines.")
        whom = QHBoxLayout()
        whom.addWidget(self.whom)
        whom.addStretch(1)
        column.lines.addWidget(self.field)
        column.lines.addLayout(whom)
        column.lines.addWidget(self.notice)
        for words in (kept, left):
            column.lines.addWidget(label(words, "minor", wrap=True))
        column.lines.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.lines.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(column, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the title of the plan."""
        super().showEvent(event)
        self.begin()

    def begin(self) -> None:
        """Show the name that the plan suggests, and what would still name the patient."""
        self.name.setText(self._session.plan.title)
        self.field.show_problem("")
        self.whom.show_owner(owner_of(self._ctx))
        named = texts_naming(
            self._made(counting_ids(1)), (self._session.patient.name, self._session.patient.record_number)
        )
        said = _("The patient is named in: {texts}. Change it in the plan first if it should not stand there.")
        self.notice.say(said.format(texts=" · ".join(named)) if named else "")

    def _made(self, new_id: IdFactory) -> Template:
        name, lang = self.name.text().strip() or _("Template"), self._ctx.practice.language
        kept = self._ctx.library
        library = library_for(self.whom.owner(self._ctx.person.id), kept.built_in, kept.own)
        return template_from_plan(self._session.plan, library, new_id, name=name, lang=lang)

    def take_focus(self) -> None:
        """Put the keys into the name, ready to be typed over."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def save(self) -> None:
        """Keep the template; a name is needed."""
        if not self.name.text().strip():
            self.field.show_problem(_("A template needs a name."))
            self.name.setFocus()
            return
        owner = self.whom.owner(self._ctx.person.id)
        remember_owner(self._ctx, owner)
        try:
            undo = self._ctx.store.keep_own_template(OwnTemplate(value=self._made(self._ctx.new_id), owner=owner))
        except (KnownError, Impossible) as problem:
            self.field.show_problem(sentence_for(problem))
            return
        self._tell()
        said = _("“{name}” is among the templates.").format(name=self.name.text().strip())
        self._ctx.say(said, kind="done", action=_("Undo"), on_action=lambda: self._take_back(undo))
        self.closed.emit()

    def _take_back(self, undo: OwnChange) -> None:
        self._ctx.store.change_own(undo)
        self._tell()

    def _tell(self) -> None:
        self._ctx.library.forget_own()
        self._ctx.news.library_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
