"""The part of the plan that a form shows: found by its id, and changed by edits of the whole plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from painplanner.core.plan import Plan
from painplanner.gui.form.subject import Changes, S, Subject, propose

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


class PlanSubject(Subject[S]):
    """Knows how to find the part in a plan and how to put changes into it."""

    def __init__(
        self,
        session: PlanSession,
        find: Callable[[Plan, str], S | None],
        put: Callable[[Plan, str, Changes], Plan],
    ) -> None:
        """Show nothing yet."""
        super().__init__(session, session.unread)
        self.session, self._find, self._put = session, find, put

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

        return propose(self.session, label, fn, self.key(merge))

    def is_there(self, subject_id: str) -> bool:
        """Tell whether the open plan has such a part."""
        return self.session.is_open and self._find(self.session.plan, subject_id) is not None

    def way(self) -> Callable[[], None]:
        """Return the way back: selecting what is selected now."""
        selection = self.session.selection
        return lambda: self.session.select(*selection)
