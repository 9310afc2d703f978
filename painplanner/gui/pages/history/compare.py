"""Two versions of a plan side by side: two lists to choose from, and what changed from the one to the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.revisions.change_table import ChangeTable
from painplanner.gui.revisions.versions import Version, plan_at, versions_of
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.fields import Choice, Field, choice
from painplanner.gui.widgets.labels import label
from painplanner.services.words.changes import change_groups, count_words
from painplanner.text import _


class CompareView(QWidget):
    """Shows one plan at a time; nothing is chosen until `show_version`."""

    plan_wanted = Signal(str)

    def __init__(self, ctx: AppContext) -> None:
        """Lay out lists and table."""
        super().__init__()
        self._ctx = ctx
        self._plan = ""
        self._versions: tuple[Version, ...] = ()
        self.old, self.new = choice((), name=_("Before")), choice((), name=_("After"))
        for each in (self.old, self.new):
            each.activated.connect(lambda _index: self._compare())
        self._head = label(_("What changed"), "section")
        self.count = label("", "minor", wrap=True)
        self.table = ChangeTable()
        self.open_button = button(_("Open the plan"), lambda: self.plan_wanted.emit(self._plan))
        self._choices = QWidget()
        self.column = Column(margin=0, gap=12)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self.open_button)
        row = QHBoxLayout(self._choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for name, editor in ((_("Before"), self.old), (_("After"), self.new)):
            row.addWidget(Field(name, editor), 1, Qt.AlignmentFlag.AlignTop)
        self.column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the arrow keys scroll
        self.column.setAccessibleName(_("What changed"))
        self.column.lines.addWidget(self.table)
        self.column.lines.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 12, 20, 12)
        lines.setSpacing(12)
        lines.addLayout(head)
        lines.addWidget(self._choices)
        lines.addWidget(self.count)
        lines.addWidget(self.column, 1)

    def show_version(self, plan: str, version: str) -> None:
        """Compare a version of a plan with the one before it."""
        self._plan, self._versions = plan, versions_of(self._ctx.store, plan)
        keys = [one.key for one in self._versions]
        place = keys.index(version) if version in keys else 0
        before = min(place + 1, len(keys) - 1)
        for editor, here in ((self.old, before), (self.new, place)):
            editor.clear()
            for one in self._versions:
                editor.addItem(one.words, one.key)
            editor.setCurrentIndex(here)
            _say_whole(editor)
        self._choices.setVisible(len(keys) > 1)
        self._compare()

    def _compare(self) -> None:
        for editor in (self.old, self.new):
            _say_whole(editor)
        old, new = self._chosen(self.old), self._chosen(self.new)
        if old is None or new is None or old is new is self._versions[-1]:
            self._say(_("This is the first version; there is nothing to compare it with yet."))
            return
        if old == new:
            self._say(_("Choose two different versions."))
            return
        try:
            before, after = (plan_at(self._ctx.store, self._plan, one.key) for one in (old, new))
        except KnownError as error:
            self._say(sentence_for(error))
            return
        groups = change_groups(before, after, self._ctx.practice.language)
        self.count.setText(count_words(groups))
        self.table.show_groups(groups, old.short, new.short)

    def _say(self, words: str) -> None:
        self.count.setText(words)
        self.table.show_groups(())

    def _chosen(self, editor: Choice) -> Version | None:
        return next((one for one in self._versions if one.key == editor.currentData()), None)


def _say_whole(editor: Choice) -> None:
    """Say the whole line as a tip, because the field may be too narrow for it."""
    editor.setToolTip(editor.currentText())
