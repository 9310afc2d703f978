"""Ctrl+P prints what is in front, and says what is missing where there is nothing to print."""

from __future__ import annotations

from datetime import date

from painplanner.core.patient import Patient
from painplanner.gui.workspace import Workspace


def test_it_opens_the_newest_plan_from_the_overview(qtbot, workspace: Workspace) -> None:
    workspace.go("patient", "daniel")
    assert not workspace.plan_tab.has_plan
    workspace.do("print")
    assert workspace.patient_page.tabs.key() == "plan"
    assert workspace.plan_tab.composer.side.made()["print"].isVisible()


def test_it_leads_to_the_patients_from_the_practice(qtbot, workspace: Workspace) -> None:
    workspace.go("practice")
    workspace.do("print")
    assert workspace.place == "patients"
    assert "Find the patient first" in workspace.messages.text


def test_it_saves_the_list_of_today_and_the_checklist_of_a_first_visit(qtbot, workspace: Workspace) -> None:
    from PySide6.QtWidgets import QFileDialog

    workspace.ctx.store.save_patient(Patient(id="new", name="Ana Ruiz", birth_date=date(1990, 3, 3)))
    for place, subject in (("today", ""), ("patient", "new")):
        workspace.go(place, subject)
        workspace.do("save-pdf")
        qtbot.waitUntil(lambda: workspace.window().findChild(QFileDialog) is not None, timeout=20_000)
        dialog = workspace.window().findChild(QFileDialog)
        dialog.reject()
        dialog.setParent(None)
        dialog.deleteLater()
