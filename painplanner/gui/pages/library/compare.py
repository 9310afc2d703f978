"""Yours and the original side by side, in words, with the two ways to go on: take the original, or keep yours."""

from __future__ import annotations

from PySide6.QtCore import Signal

from painplanner.core.entry_changes import entry_changes
from painplanner.core.library import Intervention, Template
from painplanner.core.own import Standing, standing_of
from painplanner.core.plan import FigureRef, texts_in
from painplanner.gui.context import AppContext
from painplanner.gui.languages import language_name
from painplanner.gui.pages.library.owning import Owning
from painplanner.gui.pages.library.side_page import SidePage
from painplanner.gui.widgets.beside import Beside
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice, Section
from painplanner.services.words.differences import Difference, difference_words
from painplanner.services.words.pictures import picture_name
from painplanner.text import _


class ComparePage(SidePage):
    """Shows what differs of one thing; both wishes carry its id."""

    take_wanted = Signal(str)
    keep_wanted = Signal(str)

    def __init__(self, ctx: AppContext, owning: Owning) -> None:
        """Show nothing yet."""
        super().__init__()
        self._ctx, self._owning = ctx, owning
        self.subject = ""
        self.differences: tuple[Difference, ...] = ()
        self.take = button("", lambda: self.take_wanted.emit(self.subject))
        self.keep = button(_("Keep mine"), lambda: self.keep_wanted.emit(self.subject), kind="primary")
        for made in (self.take, self.keep):
            self.action_row.addWidget(made)

    def show_thing(self, key: str) -> bool:
        """Compare an own entry or template with its original; tell whether there are two to compare."""
        held = self._owning.held(key)
        if held is None or held.original is None:
            return False
        self.subject = key
        standing = standing_of(key, self._ctx.library.built_in, self._ctx.library.own)
        is_new = standing is Standing.NEW_ORIGINAL
        today = self._owning.built_in(key)
        original = today if today is not None else held.original
        name = texts_in(held.value.texts, self._ctx.practice.language).name
        self.title.setText(_("{name}: yours and the original").format(name=name))
        self._show_actions(is_new=is_new, is_there=today is not None)
        self.clear()
        if is_new:
            said = _("The original has changed since you made your copy. Take it, or keep yours beside it.")
            self.column.lines.addWidget(Notice(said, "consider"))
        self.differences = self._between(original, held.value)
        self._add(_("What differs"), (_("Original"), _("Yours")), self.differences)
        if is_new:
            changed = self._between(held.original, original)
            self._add(_("What is new in the original"), (_("Before"), _("Now")), changed)
        self.column.lines.addStretch(1)
        return True

    def _show_actions(self, *, is_new: bool, is_there: bool) -> None:
        self.take.setText(_("Take the new original") if is_new else _("Take the original"))
        self.take.setAccessibleName(self.take.text())
        self.take.setVisible(is_there)
        self.keep.setVisible(is_new)
        self.say("" if is_there else _("The library no longer has the original; this is how it was."))

    def _between(self, old: Intervention | Template, new: Intervention | Template) -> tuple[Difference, ...]:
        changes = entry_changes(old, new)  # type: ignore[type-var]
        return difference_words(changes, self._name, language_name, self._picture_name)

    def _picture_name(self, key: str) -> str:
        return picture_name(key, self._ctx.library.figure(FigureRef(id=key)))

    def _name(self, key: str) -> str:
        entry = self._ctx.library.entries.get(key)
        return texts_in(entry.texts, self._ctx.practice.language).name if entry is not None else ""

    def _add(self, title: str, sides: tuple[str, str], differences: tuple[Difference, ...]) -> None:
        made = Section(title, "" if differences else _("Nothing: both say the same."))
        if differences:
            made.lines.addWidget(Beside(sides, differences))
        self.column.lines.addWidget(made)

    def take_focus(self) -> None:
        """Put the keys onto the first way to go on."""
        next(made for made in (self.keep, self.take, self.close_button) if made.isVisibleTo(self)).setFocus()
