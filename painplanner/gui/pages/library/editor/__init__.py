"""The editor of an entry: the detail turned to fields. It says at every moment for whom it is and that it is saved.

Every field proposes to the session of `editing`; nothing is asked at the end, because nothing waits to be saved.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.library import Intervention
from painplanner.core.own import PRACTICE
from painplanner.core.plan import Item, texts_in
from painplanner.documents.dose_words import item_dose
from painplanner.documents.words import words_in
from painplanner.gui.context import AppContext
from painplanner.gui.dropped import copied
from painplanner.gui.form.for_whom import EVERYBODY, ME, ForWhom
from painplanner.gui.form.saved import saved_words
from painplanner.gui.pages.library.editor.dosing import DoseSection
from painplanner.gui.pages.library.editor.editing import Draft, Editing, EntrySubject
from painplanner.gui.pages.library.editor.filing import FilingSection, SafetySection
from painplanner.gui.pages.library.editor.names import NamesSection
from painplanner.gui.pages.library.editor.patient_text import PatientTextSection
from painplanner.gui.pages.library.editor.picturing import FigureSection
from painplanner.gui.pages.library.editor.section import EditSection
from painplanner.gui.pages.library.editor.sourcing import ReferenceSection, SourcesSection
from painplanner.gui.pages.library.side_page import reading_column
from painplanner.gui.pages.library.tag_field import TagField
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.tab_order import follow_layout
from painplanner.services import words
from painplanner.text import _, pgettext

__all__ = ["EntryEditor"]

LANGUAGES = ("en", "es")


class EntryEditor(QWidget):
    """Follows the draft that is open; `left` asks to end the work on it."""

    left = Signal()

    def __init__(self, ctx: AppContext, editing: Editing, known_tags: Callable[[], tuple[str, ...]]) -> None:
        """Build the fields once; each entry is shown in them."""
        super().__init__()
        self._ctx, self.editing = ctx, editing
        self._ordered: tuple[object, ...] = ()
        self.subject = EntrySubject(editing)
        languages = tuple(dict.fromkeys((ctx.practice.language, *LANGUAGES)))
        self.names = NamesSection(self.subject, languages)
        self.figure = FigureSection(self.subject, ctx)
        self.dose = DoseSection(self.subject, ctx, languages, self._on_paper)
        self.filing = FilingSection(self.subject)
        self.reference = ReferenceSection(self.subject)
        self.safety = SafetySection(self.subject)
        self.patient_text = PatientTextSection(self.subject, languages)
        self.sources = SourcesSection(self.subject)
        self.tags = TagField(known_tags)
        self._build_head()
        self._lay_out()
        self._connect()

    @property
    def sections(self) -> tuple[EditSection, ...]:
        """Return the cards in the order of the detail."""
        first = (self.names, self.figure, self.dose, self.reference)
        return (*first, self.filing, self.safety, self.patient_text, self.sources)

    def _build_head(self) -> None:
        self.title = label("", "title", wrap=True)
        self.remark = label("", "muted", wrap=True)
        self.saved = label("", "minor")
        self.saved.setMinimumHeight(30)
        self.undo = icon_button("undo", _("Undo"), self.editing.session.undo)
        self.redo = icon_button("redo", _("Redo"), self.editing.session.redo)
        self.done = button(
            pgettext("button", "Done"), self.left.emit, kind="primary", tip=_("Back to reading (Esc or Ctrl+Return)")
        )
        self.owner = ForWhom()

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("role", "bar")
        lines = QVBoxLayout(head)
        lines.setContentsMargins(20, 10, 16, 12)
        lines.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title, 1)
        for part in (self.saved, self.undo, self.redo, self.done):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(top)
        lines.addWidget(self.remark)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.owner)
        below.addWidget(self.tags, 1)
        lines.addLayout(below)
        self.column = reading_column()
        for section in self.sections:
            self.column.lines.addWidget(section)
        self.column.lines.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self.column, 1)

    def _connect(self) -> None:
        session = self.editing.session
        session.changed.connect(self._on_changed)
        session.saved.connect(lambda _moment: self._show_saved())
        session.refused.connect(self._on_refused)
        session.undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        session.undo_stack.canRedoChanged.connect(self.redo.setEnabled)
        for part in (self.undo, self.redo):
            part.setEnabled(False)
        self.owner.chosen.connect(lambda _key: self.editing.set_owner(self.owner.owner(self._ctx.person.id)))
        self.tags.changed.connect(self._on_tags)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.left)

    # What is shown

    def _on_changed(self, old: Draft | None, new: Draft | None) -> None:
        if new is None:
            return
        is_other = old is None or old.entry.value.id != new.entry.value.id
        if is_other:
            self.figure.intake.begin_anew()
        self.subject.take()
        self.filing.is_new = self.editing.is_new
        for section in self.sections:
            section.show_entry()
        self._show_head(new)
        self._order_keys(new.entry.value)
        if is_other:
            self.column.verticalScrollBar().setValue(0)

    def _order_keys(self, entry: Intervention) -> None:
        """Let Tab follow the fields where there are more or fewer of them than before."""
        lists = (entry.synonyms, entry.equipment, entry.contraindications, entry.precautions, entry.sources)
        counts = (entry.id, *map(len, lists), *(len(words.lines) for words in entry.texts))
        canvas = self.column.widget()
        if counts != self._ordered and canvas is not None:
            self._ordered = counts
            follow_layout(canvas)

    def _show_head(self, draft: Draft) -> None:
        entry = draft.entry.value
        self.title.setText(texts_in(entry.texts, self._ctx.practice.language).name)
        self.remark.setText(self._remark(draft))
        self.owner.show_owner(draft.entry.owner)
        for key, owner in ((EVERYBODY, PRACTICE), (ME, self._ctx.person.id)):
            may = self.editing.may_belong_to(owner)
            self.owner.segment(key).setEnabled(may)
            self.owner.segment(key).setToolTip("" if may else _("There is another version of it already."))
        self.tags.set_tags(draft.tags)
        self._show_saved()

    def _remark(self, draft: Draft) -> str:
        kind = words.kind_words(draft.entry.value.kind)
        if draft.entry.original is not None:
            said = _("Your copy stands in the place of the original. Plans keep what they took.")
        else:
            said = _("Your own entry. Plans keep what they took.")
        return f"{kind} · {said}"

    def _show_saved(self) -> None:
        self.saved.setText(saved_words(self.editing.session) or _("Saved as you go"))

    def _on_paper(self, _entry: object) -> str:
        """Return the dose as a paper prints it."""
        value = self.subject.value
        item = Item(id="shown", source=value.id, kind=value.kind.value, texts=value.texts, dose=value.dose)
        said = item_dose(item, words_in(self._ctx.practice.language, self._ctx.today()))
        return said if any(ch.isalnum() for ch in said) else ""

    # What is done

    def _on_refused(self, field: str, sentence: str) -> None:
        del field
        self._ctx.say(sentence, kind="stop")
        self._show_saved()

    def _on_tags(self, tags: tuple[str, ...]) -> None:
        sentence = self.editing.set_tags(tags)
        if sentence:
            self._ctx.say(sentence, kind="stop")

    def paste_picture(self) -> bool:
        """Take in a picture that was copied; tell whether there was one."""
        return self.figure.intake.take_from(copied())

    def stop(self) -> None:
        """Do nothing more beside the window."""
        self.figure.intake.stop()

    def take_focus(self) -> None:
        """Put the keys into the name, ready to be typed over in a new entry."""
        row = self.names.names[self._ctx.practice.language]
        row.line.setFocus(Qt.FocusReason.OtherFocusReason)
        row.line.selectAll() if self.editing.is_new else row.line.end(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Esc; letters are for fields only."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not event.text().isprintable():
            super().keyPressEvent(event)
