"""The part of the plan that a form shows, and the one way an edit of it reaches the session.

What cannot be comes back as a sentence for the field it was typed in; the plan stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from painplanner.core.plan import Plan
from painplanner.core.values import Impossible
from painplanner.errors import BugError
from painplanner.gui.messages import impossible_sentence

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession

S = TypeVar("S")
V = TypeVar("V")
Changes = Mapping[str, Any]


def propose(session: PlanSession, label: str, fn: Callable[[Plan], Plan], key: str = "") -> str:
    """Propose an edit of the plan; return the sentence of a refusal, or nothing."""
    refusals: list[Impossible] = []

    def guarded(plan: Plan) -> Plan:
        try:
            return fn(plan)
        except Impossible as refusal:
            refusals.append(refusal)
            return plan

    session.apply(label, guarded, key)
    return impossible_sentence(refusals[0]) if refusals else ""


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
    """Knows how to find the part in a plan and how to put changes into it; `value` is what is shown now."""

    def __init__(
        self,
        session: PlanSession,
        find: Callable[[Plan, str], S | None],
        put: Callable[[Plan, str, Changes], Plan],
    ) -> None:
        """Show nothing yet."""
        self.session, self._find, self._put = session, find, put
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

    def take(self, subject_id: str) -> bool:
        """Look the part up in the plan as it is now; tell whether it is another one or another value."""
        found = self._find(self.session.plan, subject_id)
        is_new = subject_id != self.id or found is not self._value
        self.id, self._value = subject_id, found
        return is_new

    def change(self, label: str, changes: Callable[[S], Changes], merge: str = "") -> str:
        """Propose changed fields of the part; return the sentence of a refusal, or nothing."""

        def fn(plan: Plan) -> Plan:
            found = self._find(plan, self.id)
            return plan if found is None else self._put(plan, self.id, changes(found))

        return propose(self.session, label, fn, f"{merge}:{self.id}" if merge else "")

    def is_there(self, subject_id: str) -> bool:
        """Tell whether the open plan has such a part."""
        return self.session.is_open and self._find(self.session.plan, subject_id) is not None

    def take_back(self, part: Part[S, V]) -> None:
        """Put back what stood before the typing in one part that goes on."""
        self.session.take_back(f"{part.merge}:{self.id}")

    def set(self, part: Part[S, V], value: V) -> str:
        """Propose another value of one part."""
        return self.change(part.label, lambda found: part.changes(found, value), part.merge)
