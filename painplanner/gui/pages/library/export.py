"""Giving what is own to another practice: all of it or the chosen ones, in one file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from painplanner.core.own import OwnEntry, OwnTemplate
from painplanner.core.plan import texts_in
from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.pages.library.pack_files import ask_pack_place
from painplanner.gui.pages.library.side_page import SidePage
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice, Section
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.gui.widgets.ticks import TickList
from painplanner.gui.widgets.work_row import WorkRow
from painplanner.services import words
from painplanner.services.files import write_whole
from painplanner.text import _, ngettext


class ExportPage(SidePage):
    """What goes into the pack, ticked; its name; and where it is saved."""

    def __init__(self, ctx: AppContext) -> None:
        """Lay out."""
        super().__init__(_("Export a library pack"))
        self._ctx = ctx
        self.say(_("One file with entries, templates and pictures of your own, for another practice or computer."))
        self.save = button(_("Save the pack…"), self._on_save, kind="primary")
        self.action_row.addWidget(self.save)
        self.name = line_edit(limit=120)
        self.ticks = TickList(name=_("What goes into the pack"))
        self.ticks.chosen.connect(self._show_count)
        self.every = button(_("All"), lambda: self._tick(every=True), kind="link", name=_("Tick all"))
        self.none = button(_("None"), lambda: self._tick(every=False), kind="link", name=_("Tick none"))
        self.problem = Notice("", "stop")
        self.work = WorkRow()
        self.work.cancel_button.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        named = Section(_("Name of the pack"))
        named.lines.addWidget(Field(_("Name"), self.name).without_name())
        self.content = Section(_("What goes into the pack"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for made in (self.every, self.none):
            made.setProperty("flush", made is self.every)
            row.addWidget(made)
        row.addStretch(1)
        self.content.lines.addLayout(row)
        self.content.lines.addWidget(self.ticks)
        for part in (self.problem, self.work, named, self.content):
            self.column.lines.addWidget(part)
        self.column.lines.addStretch(1)

    def show_own(self, only: str = "") -> None:
        """Offer everything own, all of it ticked or one thing only."""
        own = self._ctx.library.own
        things = {one.value.id: one for one in (*own.entries, *own.templates)}
        options = sorted(((key, self._words(one)) for key, one in things.items()), key=lambda pair: pair[1].casefold())
        self.ticks.set_options(tuple(options))
        self.ticks.set_keys((only,) if only in things else tuple(things))
        if not self.name.text():
            self.name.setText(self._ctx.practice.name)
        self.problem.say("")
        self._show_count()

    def _words(self, one: OwnEntry | OwnTemplate) -> str:
        name = texts_in(one.value.texts, self._ctx.practice.language).name
        kind = words.kind_words(one.value.kind) if isinstance(one, OwnEntry) else _("Template")
        return f"{name} · {kind}"

    def _tick(self, *, every: bool) -> None:
        own = self._ctx.library.own
        self.ticks.set_keys(tuple(one.value.id for one in (*own.entries, *own.templates)) if every else ())
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.ticks.keys())
        said = ngettext("{n} chosen. Its pictures come along.", "{n} chosen. Their pictures come along.", count)
        self.say(said.format(n=count) if count else _("Nothing is chosen yet."))
        self.save.setEnabled(bool(count))

    def _on_save(self) -> None:
        plain = "".join(ch if ch.isalnum() or ch in "-_" else " " for ch in self.name.text())
        safe = "-".join(plain.split())
        ask_pack_place(self, self._ctx.settings, safe or "library", self.save_to)

    def save_to(self, place: Path) -> None:
        """Write the pack, whole or not at all."""
        from painplanner.services.own_library import export_pack

        store, keys, name, today = self._ctx.store, self.ticks.keys(), self.name.text().strip(), self._ctx.today()
        self.problem.say("")
        self.work.show_work(0, _("Writing {file}…").format(file=place.name))
        self._ctx.tasks.run(
            lambda: write_whole(place, export_pack(store, keys, name, today=today)),
            lambda _done: self._on_saved(place, len(keys)),
            self._on_failed,
            lane="pack",
        )

    def _on_saved(self, place: Path, count: int) -> None:
        self.work.rest()
        said = ngettext("{n} of your own is in {file}.", "{n} of your own are in {file}.", count)
        self._ctx.say(said.format(n=count, file=place.name), kind="done")
        if self.isVisible():
            self.left.emit()

    def _on_failed(self, error: Exception) -> None:
        self.work.rest()
        self.problem.say(sentence_for(error))

    def take_focus(self) -> None:
        """Put the keys into the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
