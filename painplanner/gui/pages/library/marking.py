"""Marks upon entries: favourites, hidden ones, tags. Each is one step to undo, and kept in the store at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from painplanner.core.own import PRACTICE, Held, OwnChange
from painplanner.core.values import Impossible
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.pages.library.finding import Finding
from painplanner.gui.undo import SnapshotCommand
from painplanner.text import _


class Marking(QObject):
    """Puts marks on entries; `marked` carries the entry, and whether the list may hold others now."""

    marked = Signal(str, bool)

    def __init__(self, ctx: AppContext, finding: Finding, undo_stack: QUndoStack, parent: QObject) -> None:
        """Push every change upon a stack."""
        super().__init__(parent)
        self._ctx, self._finding, self._undo_stack = ctx, finding, undo_stack
        self._last = ""

    def toggle_favourite(self, thing_id: str) -> None:
        """Make an entry a favourite, or not any more."""
        was = self._finding.is_liked(thing_id)

        def show(on: bool) -> None:
            self._ctx.store.set_favourite(thing_id, on)
            self._finding.forget()
            self.marked.emit(thing_id, False)

        label = _("No longer a favourite") if was else _("Make a favourite")
        self._push(SnapshotCommand(label, was, not was, show))

    def toggle_hidden(self, thing_id: str, *, for_everyone: bool = False) -> None:
        """Hide an entry for this person or the whole practice, or offer it again to everyone; say how to undo it."""
        was = self._finding.own.hidden.get(thing_id, frozenset())
        owners = was or frozenset({PRACTICE if for_everyone else self._ctx.person.id})
        old, new = (OwnChange(hidden={Held(thing_id, one): on for one in owners}) for on in (bool(was), not was))
        label = _("Show again") if was else _("Hide")

        def show(change: OwnChange) -> None:
            self._keep(thing_id, change, only_hidden=True)
            self._say_hidden(thing_id, label)

        self._push(SnapshotCommand(label, old, new, show))

    def _say_hidden(self, thing_id: str, label: str) -> None:
        """Say that an entry is gone from the lists, with the way back, or that it is there again."""
        thing = self._finding.thing(thing_id)
        name = self._finding.name(thing) if thing is not None else thing_id
        if thing_id not in self._finding.own.hidden:
            self._ctx.say(_("{name} is offered again.").format(name=name), kind="done")
            return
        said = _("{name} is hidden. Plans that use it stay as they are.").format(name=name)
        self._ctx.say(said, kind="done", action=_("Undo"), on_action=lambda: self._undo_if_last(label, thing_id))

    def _undo_if_last(self, label: str, thing_id: str) -> None:
        """Take the hiding back: as the last step where it still is that, else by showing the entry again."""
        if self._undo_stack.undoText() == label and thing_id == self._last:
            self._undo_stack.undo()
        elif thing_id in self._finding.own.hidden:
            self.toggle_hidden(thing_id)

    def set_tags(self, thing_id: str, tags: Iterable[str]) -> None:
        """Give an entry other tags: new ones are the practice's, and one that is removed goes from wherever it was."""
        wanted = tuple(tags)
        kept = {owner: self._ctx.store.own_tags(owner).get(thing_id, ()) for owner in (PRACTICE, self._ctx.person.id)}
        known = {tag for given in kept.values() for tag in given}
        now = {owner: tuple(tag for tag in given if tag in wanted) for owner, given in kept.items()}
        now[PRACTICE] += tuple(tag for tag in wanted if tag not in known)
        old, new = (
            OwnChange(tags={Held(thing_id, owner): given for owner, given in each.items()}) for each in (kept, now)
        )
        self._push(SnapshotCommand(_("Change tags"), old, new, lambda change: self._keep(thing_id, change)))

    def _keep(self, thing_id: str, change: OwnChange, *, only_hidden: bool = False) -> None:
        self._ctx.store.change_own(change)
        self._ctx.library.forget_own(only_hidden=only_hidden)
        self._finding.forget()
        self._last = thing_id
        self.marked.emit(thing_id, True)

    def _push(self, command: SnapshotCommand[Any]) -> bool:
        """Do it, or say why it cannot be done."""
        try:
            self._undo_stack.push(command)
        except (KnownError, Impossible) as problem:
            self._ctx.say(sentence_for(problem), kind="stop")
            return False
        return True
