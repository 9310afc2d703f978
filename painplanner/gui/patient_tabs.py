"""The tabs of a patient, each with its page, which is imported and made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.context import AppContext
    from painplanner.gui.patient_session import PatientSession
    from painplanner.gui.plan_tab import PlanTab

TABS = ("overview", "plan", "progress", "documents", "history")


def patient_tabs(
    ctx: AppContext, patients: PatientSession, plan_tab: PlanTab, is_staff_view: Callable[[], bool]
) -> dict[str, tuple[str, Callable[[], QWidget]]]:
    """Return the tabs in their order as key -> (word, factory of the page)."""

    def overview() -> QWidget:
        from painplanner.gui.pages.overview import OverviewPage

        return OverviewPage(ctx, patients)

    def progress() -> QWidget:
        from painplanner.gui.pages.progress import ProgressPage

        return ProgressPage(ctx, patients, plan_tab.session)

    def documents() -> QWidget:
        from painplanner.gui.pages.documents import DocumentsPage

        page = DocumentsPage(patients, ctx)
        page.set_staff_view(on=is_staff_view())
        return page

    def history() -> QWidget:
        from painplanner.gui.pages.history import HistoryPage

        return HistoryPage(ctx, patients)

    words = (_("Overview"), _("Plan"), _("Progress"), _("Documents"), _("History"))
    made = (overview, lambda: plan_tab, progress, documents, history)
    return dict(zip(TABS, zip(words, made, strict=True), strict=True))
