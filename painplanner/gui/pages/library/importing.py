"""Taking in a library pack: what it would bring is shown first, and nothing is changed before it is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from painplanner.core.plan import texts_in
from painplanner.exchange.library_pack import PackEntry, PackTemplate
from painplanner.gui.context import AppContext
from painplanner.gui.dates import day_words
from painplanner.gui.form.for_whom import ForWhom
from painplanner.gui.messages import sentence_for
from painplanner.gui.pages.library.owning import Owning
from painplanner.gui.pages.library.pack_files import ask_for_pack
from painplanner.gui.pages.library.side_page import SidePage
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import EmptyState, Notice, Section
from painplanner.gui.widgets.fold import Fold
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.ticks import TickList
from painplanner.gui.widgets.work_row import WorkRow
from painplanner.services import words
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.core.own import OwnChange
    from painplanner.services.own_library import PackPreview


class ImportPage(SidePage):
    """Chooses a file, shows what is new, different and the same, and takes in what is wanted."""

    def __init__(self, ctx: AppContext, owning: Owning) -> None:
        """Ask for a file."""
        super().__init__(_("Import a library pack"))
        self._ctx, self._owning = ctx, owning
        self.preview: PackPreview | None = None
        self.whom = ForWhom()
        self.whom.chosen.connect(lambda _key: owning.remember_owner(self.whom.owner(ctx.person.id)))
        self.take = button("", self._on_take, kind="primary")
        self.action_row.addWidget(self.take)
        self.problem = Notice("", "stop")
        self.work = WorkRow()
        self.work.cancel_button.hide()
        self.choose = button(_("Choose a file…"), self.ask, icon="folder")
        self.replace = TickList(name=_("Replace yours"))
        self.replace.chosen.connect(self._show_count)
        self._kept = (self.problem, self.work, self.choose, self.whom, self.replace)
        self.begin()

    def begin(self) -> None:
        """Show that a file is to be chosen."""
        self.preview = None
        self.problem.say("")
        self._show()

    def ask(self) -> None:
        """Ask for the file."""
        ask_for_pack(self, self._ctx.settings, self.read_from)

    def read_from(self, place: Path) -> None:
        """Read a pack beside the window; a damaged one is refused whole, with its sentence."""
        from painplanner.services.own_library import open_pack, pack_bytes

        store = self._ctx.store
        self.preview = None
        self.problem.say("")
        self.close_button.setFocus()  # the keys stay on the page while what has them is taken away
        self._show()
        self.work.show_work(0, _("Reading {file}…").format(file=place.name))
        self._ctx.tasks.run(
            lambda: open_pack(store, pack_bytes(place), place.name), self._on_read, self._on_failed, lane="pack"
        )

    def _on_read(self, preview: PackPreview) -> None:
        self.work.rest()
        self.preview = preview
        self.whom.show_owner(self._owning.owner)
        self.replace.set_options(tuple((key, self._words(key)) for key in preview.different))
        self.replace.set_keys(())
        self._show()
        if self._has_kept_keys():
            self.take_focus()

    def _on_failed(self, error: Exception) -> None:
        self.work.rest()
        self.problem.say(sentence_for(error))
        if self.preview is None and self._has_kept_keys():
            self.choose.setFocus()
        self._show_count()

    def _has_kept_keys(self) -> bool:
        """Tell whether nobody went elsewhere while a file was read; the dialog may still be closing."""
        return self.window().focusWidget() is self.close_button

    # What is shown

    def _show(self) -> None:
        for part in self._kept:
            part.setParent(None)
        self.clear()
        lines, preview = self.column.lines, self.preview
        lines.addWidget(self.problem)
        lines.addWidget(self.work)
        self.take.setVisible(preview is not None)
        self.say(self._about(preview) if preview is not None else "")
        if preview is None:
            hint = _("You see what it would bring before anything is changed, and can take it back afterwards.")
            lines.addWidget(EmptyState("folder", _("A pack from another practice"), hint))
            lines.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
            self.choose.show()
        else:
            self._show_preview(preview)
        lines.addStretch(1)
        self.problem.setVisible(bool(self.problem.text))

    def _about(self, preview: PackPreview) -> str:
        header = preview.pack.header
        made = _("made on {day}").format(day=day_words(header.made_on))
        return " · ".join(part for part in (preview.file_name, header.name, made) if part)

    def _show_preview(self, preview: PackPreview) -> None:
        lines = self.column.lines
        if preview.new or preview.different:
            self._ask_for_whom()
        else:
            lines.addWidget(label(_("This pack brings nothing that is not here already."), wrap=True))
        if preview.new:
            lines.addWidget(self._listed(_("New here"), preview.new))
        if preview.different:
            other = Section(_("Different from yours"), _("Yours stays where it is not ticked to be replaced."))
            if len(preview.different) > 1:
                other.head.addWidget(
                    button(_("All"), lambda: self._tick(preview.different), kind="link", name=_("Tick all"))
                )
                other.head.addWidget(button(_("None"), lambda: self._tick(()), kind="link", name=_("Tick none")))
            other.lines.addWidget(self.replace)
            self.replace.show()
            lines.addWidget(other)
        if preview.same:
            count = len(preview.same)
            fold = Fold(ngettext("{n} is the same here", "{n} are the same here", count).format(n=count))
            fold.lines.addWidget(self._names(preview.same))
            lines.addWidget(fold)
        if not preview.new and not preview.different:
            lines.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
            self.choose.show()
        self._show_count()

    def _ask_for_whom(self) -> None:
        whom = Section(_("For whom"))
        row = QHBoxLayout()
        row.addWidget(self.whom)
        row.addStretch(1)
        whom.lines.addLayout(row)
        self.whom.show()
        self.column.lines.addWidget(whom)

    def _listed(self, title: str, keys: Iterable[str]) -> Section:
        made = Section(title)
        made.lines.addWidget(self._names(keys))
        return made

    def _names(self, keys: Iterable[str]) -> QLabel:
        return label("\n".join(self._words(key) for key in keys), wrap=True)

    def _words(self, key: str) -> str:
        record = self.preview.records[key] if self.preview is not None else None
        lang = self._ctx.practice.language
        if isinstance(record, PackEntry):
            return f"{texts_in(record.entry.texts, lang).name} · {words.kind_words(record.entry.kind)}"
        if isinstance(record, PackTemplate):
            return f"{texts_in(record.template.texts, lang).name} · {_('Template')}"
        return _("Picture: {name}").format(name=key.split(".", 1)[-1].replace("_", " "))

    def _tick(self, keys: tuple[str, ...]) -> None:
        self.replace.set_keys(keys)
        self._show_count()

    def wanted(self) -> int:
        """Return how many would be taken in."""
        return 0 if self.preview is None else len(self.preview.new) + len(self.replace.keys())

    def _show_count(self) -> None:
        count = self.wanted()
        words_take = ngettext("Take in {n}", "Take in {n}", count).format(n=count) if count else _("Nothing to take in")
        self.take.setText(words_take)
        self.take.setAccessibleName(words_take)
        self.take.setEnabled(bool(count))

    # Taking in

    def _on_take(self) -> None:
        from painplanner.services.own_library import import_pack

        preview = self.preview
        if preview is None:
            return
        store, owner, count = self._ctx.store, self.whom.owner(self._ctx.person.id), self.wanted()
        replaced = frozenset(self.replace.keys())
        self.take.setEnabled(False)
        self.work.show_work(0, _("Taking in {file}…").format(file=preview.file_name))
        self._ctx.tasks.run(
            lambda: import_pack(store, preview, owner, replaced),
            lambda before: self._on_taken(before, count),
            self._on_failed,
            lane="pack",
        )

    def _on_taken(self, before: OwnChange, count: int) -> None:
        self.work.rest()
        self.preview = None
        self._owning.taken_in(before, count)
        if self.isVisible():
            self.left.emit()

    def take_focus(self) -> None:
        """Put the keys where the next thing is to be done."""
        can_take = self.preview is not None and self.wanted()
        nothing_yet = self.choose if self.choose.isVisibleTo(self) else self.close_button
        (self.take if can_take else nothing_yet).setFocus()
