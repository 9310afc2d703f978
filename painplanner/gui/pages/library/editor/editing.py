"""The entry that is being edited: a session with its own undo, saved as it goes, one step on the page at its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from painplanner.core.library import Intervention
from painplanner.core.own import PRACTICE, Held, OwnChange, OwnEntry, clean_tags
from painplanner.core.values import replace
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.form.subject import Changes, Subject, propose
from painplanner.gui.pages.library.owning import Owning, tags_split
from painplanner.gui.session import Session
from painplanner.gui.unread import UnreadTexts
from painplanner.text import _


@dataclass(frozen=True)
class Draft:
    """An own entry with the tags that it is found by."""

    entry: OwnEntry
    tags: tuple[str, ...] = ()

    def with_value(self, value: Intervention) -> Draft:
        """Return the draft with another entry in its place."""
        entry = self.entry
        return Draft(OwnEntry(value=value, owner=entry.owner, original=entry.original), self.tags)


class Editing(QObject):
    """Holds at most one draft; `kept` follows each save, `ended` the end of the work on an entry."""

    kept = Signal(str)
    ended = Signal(str)

    def __init__(self, ctx: AppContext, owning: Owning, parent: QObject | None = None) -> None:
        """Edit nothing yet."""
        super().__init__(parent)
        self._ctx, self._owning = ctx, owning
        self.session: Session[Draft] = Session(self._write, ctx.now, self)
        self.unread = UnreadTexts()
        self.is_new = False
        self._label = ""
        self._before = OwnChange()

    @property
    def is_open(self) -> bool:
        """Tell whether an entry is being edited."""
        return self.session.is_open

    @property
    def entry_id(self) -> str:
        """Return the entry that is being edited, nothing when there is none."""
        return self.session.value.entry.value.id if self.is_open else ""

    def open(self, entry: OwnEntry, *, label: str, is_new: bool = False, keep: bool = False) -> bool:
        """Begin with an entry, which is kept with its first change, or at once; what is open before is ended."""
        if not self.end():
            return False
        key = entry.value.id
        self.is_new, self._label, self._before = is_new, label, self._as_it_is(key)
        draft = Draft(entry, self._ctx.library.own.tags.get(key, ()))
        return (not keep or self._is_kept(draft)) and self.session.open(draft)

    def _is_kept(self, draft: Draft) -> bool:
        """Keep a draft at once, or say why it cannot be kept."""
        try:
            self._write(draft)
        except KnownError as problem:
            self._ctx.say(problem.sentence, kind="stop")
            return False
        return True

    def _as_it_is(self, key: str) -> OwnChange:
        places = self._places(key)
        own = {Held(one.value.id, one.owner): one for one in self._ctx.library.own.entries}
        given = {at: self._ctx.store.own_tags(at.owner).get(key, ()) for at in places}
        return OwnChange(entries={at: own.get(at) for at in places}, tags=given)

    def _places(self, key: str) -> tuple[Held, Held]:
        return Held(key, PRACTICE), Held(key, self._ctx.person.id)

    def may_belong_to(self, owner: str) -> bool:
        """Tell whether the entry can be kept for an owner who has no other version of it."""
        return owner == self._began_with() or self._before.entries.get(Held(self.entry_id, owner)) is None

    def _began_with(self) -> str:
        mine = Held(self.entry_id, self._ctx.person.id)
        return mine.owner if self._before.entries.get(mine) is not None else PRACTICE

    def _write(self, draft: Draft) -> None:
        self._ctx.store.change_own(self._change(draft))
        self._owning.forget()
        self.kept.emit(draft.entry.value.id)

    def _change(self, draft: Draft) -> OwnChange:
        """Return what keeps the draft in its place; one that says what the built-in entry says is none."""
        entry, key = draft.entry, draft.entry.value.id
        built_in = self._ctx.library.built_in.entries.get(key)
        kept = None if built_in is not None and built_in == entry.value else entry
        entries = {at: kept if at.owner == entry.owner else self._left(at) for at in self._places(key)}
        return OwnChange(entries=entries, tags=tags_split(self._before.tags, draft.tags))

    def _left(self, at: Held) -> OwnEntry | None:
        """Return what stays where the draft is not kept: the version that it did not begin with."""
        return self._before.entries.get(at) if at.owner != self._began_with() else None

    def propose(self, label: str, fn: Callable[[Draft], Draft], key: str = "") -> str:
        """Propose an edit; return the sentence of a refusal, or nothing."""
        return propose(self.session, label, fn, key)

    def set_owner(self, owner: str) -> None:
        """Keep the entry for everybody in the practice, or for one person only; the next one begins so too."""
        self._owning.remember_owner(owner)
        self.propose(_("Change for whom"), lambda draft: Draft(replace(draft.entry, owner=owner), draft.tags))

    def set_tags(self, tags: tuple[str, ...]) -> str:
        """Give the entry other tags."""
        return self.propose(_("Change tags"), lambda draft: Draft(draft.entry, clean_tags(tags)))

    def end(self) -> bool:
        """Save, hold nothing, and leave the whole edit as one step to undo; what cannot be saved stays."""
        if not self.is_open:
            return True
        if not self.session.save():
            return False
        key, before, label = self.entry_id, self._before, self._label
        after = self._as_it_is(key)
        self.session.close()
        if (after.entries, after.tags) != (before.entries, before.tags):
            self._owning.push(label, before, after, key)
        self.ended.emit(key)
        return True


class EntrySubject(Subject[Intervention]):
    """The entry of the draft."""

    def __init__(self, editing: Editing) -> None:
        """Show nothing yet."""
        super().__init__(editing.session, editing.unread)
        self._editing = editing

    def take(self) -> None:
        """Take the entry as it is now."""
        self._value = self._editing.session.value.entry.value
        self.id = self._value.id

    def change(self, label: str, changes: Callable[[Intervention], Changes], merge: str = "") -> str:
        """Propose changed fields of the entry; return the sentence of a refusal, or nothing."""

        def fn(draft: Draft) -> Draft:
            value: Any = draft.entry.value
            return draft.with_value(replace(value, **changes(value)))

        return self._editing.propose(label, fn, self.key(merge))

    def is_there(self, subject_id: str) -> bool:
        """Tell whether this entry is being edited."""
        return self._editing.entry_id == subject_id
