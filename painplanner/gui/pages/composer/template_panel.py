"""Turning the open plan into a template: a name, for whom, and what of the patient would still stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from painplanner.core.edits import template_from_plan, texts_naming
from painplanner.core.ids import IdFactory, counting_ids
from painplanner.core.library import Template
from painplanner.core.own import OwnChange, OwnTemplate, library_for
from painplanner.core.values import Impossible
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.form.for_whom import ForWhom, owner_of, remember_owner
from painplanner.gui.messages import sentence_for
from painplanner.gui.pages.composer.side_panel import SidePanel
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


class TemplatePanel(SidePanel):
    """Beside the plan, which it leaves as it is; Enter saves, Esc closes."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out the fields."""
        super().__init__(_("Save as a template"), _("Close without saving"))
        self._session, self._ctx = session, ctx
        self.name = line_edit(limit=300)
        self.name.returnPressed.connect(self.save)
        self.field = Field(_("Name of the template"), self.name)
        self.whom = ForWhom()
        self.notice = Notice("", "consider", is_stacked=True)
        self.save_button = button(_("Save the template"), self.save, kind="primary")
        self._lay_out()

    def _lay_out(self) -> None:
        kept = _("Kept: what drives the pain, goals, steps, doses, checkpoints with their decisions, the flare plan.")
        left = _("Left out: names, notes, sides, dates, values of today, and the amounts of medicines.")
        whom = QHBoxLayout()
        whom.addWidget(self.whom)
        whom.addStretch(1)
        self.lines.addWidget(self.field)
        self.lines.addLayout(whom)
        self.lines.addWidget(self.notice)
        for words in (kept, left):
            self.lines.addWidget(label(words, "minor", wrap=True))
        self.lines.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.lines.addStretch(1)

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
