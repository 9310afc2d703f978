"""The ways that end at one thing and not at a whole page: a part of a plan, a decision, a log, an answer.

Each takes the subject of `News.go`; where the place is no more, the window stays and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from painplanner.errors import KnownError

if TYPE_CHECKING:
    from painplanner.gui.context import AppContext
    from painplanner.gui.plan_tab import PlanTab


class ExactPlaces:
    """The ways by the name of their place."""

    def __init__(self, ctx: AppContext, plan_tab: PlanTab, open_patient: Callable[[str, str], object]) -> None:
        """Know who opens what; `open_patient` shows a tab of a patient."""
        self._ctx, self._plan_tab, self._open_patient = ctx, plan_tab, open_patient
        self._routes: dict[str, Callable[[str], object]] = {
            "part": self._part,
            "decide": self._decide,
            "log": self._log,
            "note": self._note,
            "alert": self._alert,
        }

    def go(self, place: str, subject: str) -> bool:
        """Go there; tell whether there is such a place."""
        route = self._routes.get(place)
        if route is None:
            return False
        try:
            route(subject)
        except KnownError as error:
            self._ctx.say(str(error), kind="consider")
        return True

    def _part(self, subject: str) -> None:
        plan_id, _blank, part = subject.partition(" ")
        self._ctx.go("plan", plan_id)
        self._plan_tab.show_part(plan_id, part)

    def _decide(self, subject: str) -> None:
        plan = self._ctx.store.load_plan(subject.partition(" ")[0])
        self._ctx.go("plan", plan.id)
        self._open_patient(plan.patient, "progress")

    def _log(self, sheet_id: str) -> None:
        self._open_patient(self._ctx.store.log_sheet(sheet_id).patient, "documents")

    def _note(self, log_id: str) -> None:
        self._open_patient(self._ctx.store.log(log_id).patient, "overview")

    def _alert(self, subject: str) -> None:
        self._open_patient(subject.partition(" ")[0], "progress")
