"""The ways into a patient: to a tab, or to one thing on it: a part of a plan, a decision, a log, an answer.

Each takes the subject of `News.go`; where the place is no more, the window stays and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from painplanner.errors import KnownError

if TYPE_CHECKING:
    from painplanner.gui.context import AppContext
    from painplanner.gui.plan_tab import PlanTab


class ExactPlaces:
    """The ways by the name of their place."""

    def __init__(
        self,
        ctx: AppContext,
        plan_tab: PlanTab,
        open_patient: Callable[[str, str], bool],
        page: Callable[[str], Any],
    ) -> None:
        """Know who opens what; `open_patient` shows a tab of a patient, `page` is what stands on it."""
        self._ctx, self._plan_tab, self._open_patient = ctx, plan_tab, open_patient
        self._page = page
        self._routes: dict[str, Callable[[str], object]] = {
            **{tab: partial(self._tab, tab) for tab in ("progress", "documents", "history")},
            "part": self._part,
            "decide": self._decide,
            "print-handover": self._print_handover,
            "log": self._log,
            "filled-log": self._filled_log,
            "told-log": self._told_log,
            "note": self._filled_log,
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

    def _tab(self, tab: str, patient_id: str) -> None:
        self._open_patient(patient_id, tab)

    def _part(self, subject: str) -> None:
        plan_id, _blank, part = subject.partition(" ")
        self._ctx.go("plan", self._ctx.store.load_plan(plan_id).id)
        self._plan_tab.show_part(plan_id, part)

    def _decide(self, subject: str) -> None:
        """Go to the checkpoint that decides about a part; where none is ready, its end is decided in the plan."""
        from painplanner.services.looks import looks

        plan_id, _blank, part = subject.partition(" ")
        plan = self._ctx.store.load_plan(plan_id)
        ready = [look.checkpoint for look in looks(plan, self._ctx.today()) if look.is_ready]
        if not any(part in {check.id, *check.steps} for check in ready):
            self._part(subject)
            return
        self._ctx.go("plan", plan.id)
        if self._open_patient(plan.patient, "progress"):
            self._page("progress").show_decision(part)

    def _print_handover(self, plan_id: str) -> None:
        self._ctx.go("plan", self._ctx.store.load_plan(plan_id).id)
        self._plan_tab.call("print-handover")

    def _log(self, sheet_id: str) -> None:
        sheet = self._ctx.store.log_sheet(sheet_id)
        if self._open_patient(sheet.patient, "log"):
            self._page("log").ask_for(sheet)

    def _filled_log(self, log_id: str) -> None:
        log = self._ctx.store.log(log_id)
        if self._open_patient(log.patient, "log"):
            self._page("log").open_log(log)

    def _told_log(self, patient_id: str) -> None:
        if self._open_patient(patient_id, "log"):
            self._page("log").ask_what_was_told()

    def _alert(self, subject: str) -> None:
        patient_id, _blank, reading = subject.partition(" ")
        if self._open_patient(patient_id, "progress"):
            self._page("progress").show_alert(reading)
