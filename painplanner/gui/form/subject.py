"""The part of an open value that a form shows, and the one way an edit of it reaches the session.

What cannot be comes back as a sentence for the field it was typed in; the value stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from painplanner.core.values import Impossible
from painplanner.errors import BugError
from painplanner.gui.messages import impossible_sentence
from painplanner.gui.unread import UnreadTexts

if TYPE_CHECKING:
    from painplanner.gui.session import Session

T = TypeVar("T")
S = TypeVar("S")
V = TypeVar("V")
Changes = Mapping[str, Any]


def propose(session: Session[T], label: str, fn: Callable[[T], T], key: str = "") -> str:
    """Propose an edit of what is open; return the sentence of a refusal, or why it waits, or nothing."""
    refusals: list[Impossible] = []

    def guarded(value: T) -> T:
        try:
            return fn(value)
        except Impossible as refusal:
            refusals.append(refusal)
            return value

    is_done = session.apply(label, guarded, key)
    if refusals:
        return impossible_sentence(refusals[0])
    return "" if is_done else session.held_back


@dataclass(frozen=True)
class Part(Generic[S, V]):
    """One thing about a subject: how it is read, what another value changes, and how undo names the edit.

    Edits with a `merge` key become one step to undo while the typing goes on.
    """

    label: str
    get: Callable[[S], V]
    changes: Callable[[S, V], Changes]
    merge: str = ""


def attribute(name: str, label: str, *, typed: bool = False) -> Part[Any, Any]:
    """Return the part that is a plain field of its subject."""
    return Part(label, attrgetter(name), lambda _subject, value: {name: value}, name if typed else "")


class Subject(Generic[S]):
    """What a form shows now is its `value`; a page says how it is found in its session and changed there."""

    def __init__(self, session: Session[Any], unread: UnreadTexts) -> None:
        """Show nothing yet; rows report to `unread`."""
        self._open, self.unread = session, unread
        self.id = ""
        self._value: S | None = None

    @property
    def value(self) -> S:
        """Return what is shown."""
        if self._value is None:
            raise BugError("a form shows nothing")
        return self._value

    @property
    def is_set(self) -> bool:
        """Tell whether there is something to show."""
        return self._value is not None

    def change(self, label: str, changes: Callable[[S], Changes], merge: str = "") -> str:
        """Propose changed fields of what is shown; return the sentence of a refusal, or nothing."""
        raise NotImplementedError

    def is_there(self, subject_id: str) -> bool:
        """Tell whether what is open has such a part."""
        raise NotImplementedError

    def way(self) -> Callable[[], None]:
        """Return the way back to what is shown now, once something else is."""
        return _stay

    def set(self, part: Part[S, V], value: V) -> str:
        """Propose another value of one part."""
        return self.change(part.label, lambda found: part.changes(found, value), part.merge)

    def take_back(self, part: Part[S, V]) -> None:
        """Put back what stood before the typing in one part that goes on."""
        self._open.take_back(self.key(part.merge))

    def key(self, merge: str) -> str:
        """Return the key by which edits of one part of this subject become one step to undo."""
        return f"{merge}:{self.id}" if merge else ""

    def keep_typing(self) -> None:
        """Let the next edit belong to the same step to undo."""
        self._open.keep_typing()


def _stay() -> None:
    """Do nothing: what is shown stands where it is looked for."""
