"""What printing from the menu means where one is: the list of Today, papers given, the plan, or a first visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.context import AppContext
    from painplanner.gui.pages.patient import PatientPage
    from painplanner.gui.patient_session import PatientSession
    from painplanner.gui.plan_tab import PlanTab

PRINT_KEYS = frozenset({"print", "save-pdf"})


class PrintKey:
    """Prints what is in front, or saves it; from anywhere else it leads to the patients."""

    def __init__(
        self, ctx: AppContext, patients: PatientSession, plan_tab: PlanTab, show_tab: Callable[[str], None]
    ) -> None:
        """Begin; `show_tab` brings a tab of the open patient to the front."""
        self._ctx, self._patients, self._plan_tab, self._show_tab = ctx, patients, plan_tab, show_tab

    def of_day(self, key: str, page: Any) -> None:
        """Print or save the list of Today, or print for the patients of a morning."""
        if hasattr(page, "on_paper"):
            self._hand_out(key, page.on_paper)
        elif key == "print":
            page.print_button.click()

    def elsewhere(self) -> None:
        """Say what is missing, and lead there."""
        self._ctx.say(_("Find the patient first; then print."))
        self._ctx.go("patients")

    def of_patient(self, key: str, page: PatientPage) -> None:
        """Print or save papers of the open patient."""
        if page.tabs.key() == "documents":
            documents: Any = page.pages.page("documents")
            documents.do_print() if key == "print" else documents.do_save_pdf()
            return
        self._plan_tab.open_newest(self._patients.patient.id)
        if self._plan_tab.has_plan:
            self._show_tab("plan")
            self._plan_tab.call(key)
        else:
            overview: Any = page.pages.page("overview")
            self._hand_out(key, overview.plans.first_visit)

    def _hand_out(self, key: str, paper: Any) -> None:
        paper.print() if key == "print" else paper.save_pdf()
