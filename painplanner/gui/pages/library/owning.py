"""Changes of what is own, each one step to undo on the page: taking an original back, deleting, duplicating, packs.

Not here: the edits of one entry while it is open, which have a session of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from painplanner.core.dose import AnyDose
from painplanner.core.library import Intervention, Template
from painplanner.core.own import (
    PRACTICE,
    Held,
    OwnChange,
    OwnEntry,
    OwnTemplate,
    fresh_template,
    own_entry,
    own_template,
)
from painplanner.core.own import with_new_original as renewed
from painplanner.core.values import Impossible, replace
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.form.for_whom import owner_of, remember_owner
from painplanner.gui.messages import Message, sentence_for
from painplanner.gui.pages.library.finding import Finding
from painplanner.gui.undo import SnapshotCommand
from painplanner.text import _, ngettext


class Owning(QObject):
    """Pushes changes upon the page's undo stack; `changed` carries the entry or template, nothing for several."""

    changed = Signal(str)

    def __init__(self, ctx: AppContext, finding: Finding, undo_stack: QUndoStack, parent: QObject) -> None:
        """Change nothing yet."""
        super().__init__(parent)
        self._ctx, self._finding, self._undo_stack = ctx, finding, undo_stack
        self._told: Message | None = None
        self._told_at = 0
        undo_stack.indexChanged.connect(self._on_step)

    # For whom

    @property
    def owner(self) -> str:
        """Return for whom a new own thing is."""
        return owner_of(self._ctx)

    def remember_owner(self, owner: str) -> None:
        """Begin the next own thing for the same people."""
        remember_owner(self._ctx, owner)

    # Doing and taking back

    def forget(self) -> None:
        """Read what is own anew at the next use."""
        self._ctx.library.forget_own()
        self._finding.forget()

    def push(self, label: str, before: OwnChange, after: OwnChange, key: str = "") -> bool:
        """Make a change that leads from one state to another, or say why it cannot be made."""
        try:
            self._undo_stack.push(SnapshotCommand(label, before, after, lambda change: self._make(change, key)))
        except (KnownError, Impossible) as problem:
            self._ctx.say(sentence_for(problem), kind="stop")
            return False
        return True

    def _make(self, change: OwnChange, key: str) -> None:
        self._ctx.store.change_own(change)
        if change.figures:
            self._ctx.library.forget()
        self.forget()
        self.changed.emit(key)

    def change(self, label: str, after: OwnChange, key: str = "") -> bool:
        """Make a change; what was there before is what undo brings back."""
        try:
            before = self._ctx.store.change_own(after)
        except (KnownError, Impossible) as problem:
            self._ctx.say(sentence_for(problem), kind="stop")
            return False
        return self.push(label, before, after, key)

    def say_done(self, sentence: str) -> None:
        """Say what was done, with the way back for as long as nothing else was done."""
        place = self._undo_stack.index()

        def undo() -> None:
            if self._undo_stack.index() == place:
                self._undo_stack.undo()

        self._ctx.hush(self._told)
        self._told, self._told_at = self._ctx.say(sentence, kind="done", action=_("Undo"), on_action=undo), place

    def _on_step(self, place: int) -> None:
        """Take the last message away once it is undone or something else was done."""
        if self._told is not None and place != self._told_at:
            self._ctx.hush(self._told)
            self._told = None

    # What can be wanted of one thing

    def held(self, key: str) -> OwnEntry | OwnTemplate | None:
        """Return the own entry or template that stands under an id."""
        own = self._ctx.library.own
        return own_entry(key, own) or own_template(key, own)

    def built_in(self, key: str) -> Intervention | Template | None:
        """Return the built-in entry or template of today."""
        library = self._ctx.library.built_in
        return library.entries.get(key) or library.templates.get(key)

    def drop(self, key: str) -> None:
        """Delete an own thing, or take the original in the place of an edited copy; plans keep their copies."""
        held = self.held(key)
        if held is None:
            return
        name = self._finding.name(held.value)
        is_original = self.built_in(key) is not None
        place = Held(key, held.owner)
        gone = OwnChange(entries={place: None}) if isinstance(held, OwnEntry) else OwnChange(templates={place: None})
        if not self.change(_("Take the original") if is_original else _("Delete"), gone, key):
            return
        said = _("{name} is the original again.") if is_original else _("{name} is deleted. Plans keep their copy.")
        self.say_done(said.format(name=name))

    def keep_mine(self, key: str) -> None:
        """Keep what is ours and compare it with the built-in one of today from now on."""
        held, today = self.held(key), self.built_in(key)
        if held is None or today is None:
            return
        self._keep(_("Keep mine"), renewed(held, today), key)  # type: ignore[arg-type]
        self.say_done(_("Yours is kept, beside the original of today."))

    def rename(self, key: str, names: dict[str, str]) -> None:
        """Give an own template other names, by language."""
        held = self.held(key)
        if not isinstance(held, OwnTemplate):
            return
        texts = tuple(replace(one, name=names.get(one.lang, one.name)) for one in held.value.texts)
        named = replace(held.value, texts=texts)
        self._keep(_("Rename"), OwnTemplate(value=named, owner=held.owner, original=held.original), key)

    def _keep(self, label: str, thing: OwnEntry | OwnTemplate, key: str) -> bool:
        place = Held(key, thing.owner)
        if isinstance(thing, OwnEntry):
            return self.change(label, OwnChange(entries={place: thing}), key)
        return self.change(label, OwnChange(templates={place: thing}), key)

    def taken_in(self, before: OwnChange, count: int) -> None:
        """Leave a pack that was taken in as one step to undo, and say so."""
        after = self._ctx.store.change_own(before)
        if self.push(_("Import a pack"), before, after):
            self.say_done(ngettext("{n} was taken in.", "{n} were taken in.", count).format(n=count))

    def duplicate(self, key: str) -> str:
        """Keep a new template that begins as another one; return its id."""
        template = self._ctx.library.templates[key]
        names = {one.lang: _("{name} (copy)").format(name=one.name) for one in template.texts}
        copy = fresh_template(template, self._ctx.new_id("template"), self.owner, names)
        kept = self._keep(_("Duplicate"), copy, copy.value.id)
        return copy.value.id if kept else ""

    def set_usual_dose(self, key: str, dose: AnyDose | None) -> None:
        """Make a dose this person's own usual one, or forget it; one step to undo."""
        before = self._ctx.store.usual_doses().get(key)

        def show(new: AnyDose | None) -> None:
            self._ctx.store.set_usual_dose(key, new)
            self._finding.forget()
            self.changed.emit(key)

        if before != dose:
            self._undo_stack.push(SnapshotCommand(_("Change my usual dose"), before, dose, show))


def tags_split(kept: Mapping[Held, tuple[str, ...]], tags: Iterable[str]) -> dict[Held, tuple[str, ...]]:
    """Return whose each tag is: new ones are the practice's, one that is removed goes from wherever it was."""
    wanted = tuple(tags)
    known = {tag for given in kept.values() for tag in given}
    fresh = tuple(tag for tag in wanted if tag not in known)
    return {
        at: (*(tag for tag in given if tag in wanted), *(fresh if at.owner == PRACTICE else ()))
        for at, given in kept.items()
    }
