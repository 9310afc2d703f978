"""The patient and the plan that are open: saved together, let go together, and never while a save fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from painplanner.gui.patient_session import PatientSession
    from painplanner.gui.plan_tab import PlanTab
    from painplanner.gui.session import Session


class Editing(Protocol):
    """Something that is edited on a page of its own."""

    @property
    def session(self) -> Session[Any]:
        """Return what holds it."""
        ...


class OpenWork:
    """Knows the sessions whose edits the window would lose."""

    def __init__(self, patient: PatientSession, plan_tab: PlanTab) -> None:
        """Take the session of the patient and the tab that has the one of the plan."""
        self._patient, self._plan_tab = patient, plan_tab
        self._others: list[Editing] = []

    def watch(self, editing: Editing) -> None:
        """Save and close this too, once its page was made."""
        self._others.append(editing)

    def _sessions(self) -> tuple[Session[Any], ...]:
        plan = (self._plan_tab.session,) if self._plan_tab.has_plan else ()
        return (self._patient, *plan, *(one.session for one in self._others))

    def save(self) -> bool:
        """Write what is not written yet; tell whether everything is."""
        return all([session.save() for session in self._sessions()])  # noqa: C419  (each of them is tried)

    def why_not_saved(self) -> str:
        """Return the sentence of a save that failed and is not made up for."""
        return next((session.problem for session in self._sessions() if session.problem), "")

    def give_up(self) -> None:
        """Forget what is not written yet."""
        for session in self._sessions():
            session.forget_edits()

    def close(self) -> bool:
        """Save and hold nothing; what cannot be saved stays open."""
        return self.save() and self._plan_tab.close() and self._patient.close()
