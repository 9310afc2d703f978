"""Papers are handed out again from the menu: the same bytes for ever, and new ones at the front desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from e2e.conftest import OpenWindow
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from painplanner.core.edits import add_item, new_item
from painplanner.core.ids import counting_ids
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.gui.main_window import MainWindow
from painplanner.gui.workspace import Workspace
from painplanner.services import publish
from painplanner.services.practice import create_practice

PHRASE = "orange ladder quiet boat"
TODAY = date(2026, 1, 20)
LONG = 30_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A practice with one printed plan."""
    setup = PracticeSetup(
        practice=Practice(id="practice", name="Riverside Pain", phone="555 0101", after_hours="555 0102"),
        person=Person(id="person", name="M. Reyes"),
    )
    store = create_practice(tmp_path / "practice", setup, PHRASE)
    store.save_patient(Patient(id="daniel", name="Daniel Whitcombe", birth_date=date(1978, 8, 3)))
    library, new_id = store.library(), counting_ids()
    plan = Plan(id="plan", number=store.new_plan_number(), patient="daniel", title="Sciatica", start=TODAY)
    plan = add_item(plan, new_item(library.entries["exercise.bridge"], library, new_id, plan=plan), new_id)
    request = publish.gather(store, plan, TODAY)
    publish.keep(store, request, publish.make_papers(request, publish.ALL_KINDS))
    store.close()
    return tmp_path / "practice"


@pytest.fixture
def workspace(qtbot, open_window: OpenWindow, folder: Path) -> Workspace:
    window: MainWindow = open_window(folder)
    qtbot.keyClicks(window._unlock.passphrase, PHRASE)
    qtbot.keyClick(window._unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window._workspace is not None and window._workspace.is_open, timeout=LONG)
    return window.workspace


def test_the_menu_saves_the_paper_that_is_shown(qtbot, workspace: Workspace, tmp_path: Path) -> None:
    workspace.go("documents", "daniel")
    documents = workspace.patient_page.pages.page("documents")
    kept = workspace.ctx.store.paper_bytes(documents.list.current().row.id)
    workspace.do("save-pdf")
    dialog = workspace.window().findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "again.pdf"))
    dialog.accept()
    assert (tmp_path / "again.pdf").read_bytes() == kept
    assert workspace.patient_page.tabs.key() == "documents"


def test_the_menu_prints_the_plan_from_any_other_tab(qtbot, workspace: Workspace) -> None:
    workspace.go("plan", "plan")
    workspace.do("tab-history")
    workspace.do("print")
    assert workspace.patient_page.tabs.key() == "plan"
    assert workspace.plan_tab.composer.side.page("print").isVisible()


def test_the_front_desk_makes_new_papers_and_sees_no_composer(qtbot, workspace: Workspace, tmp_path: Path) -> None:
    workspace.do("staff")
    workspace.go("patient", "daniel")
    documents = workspace.patient_page.pages.page("documents")
    documents.new_button.click()
    documents.panel.choices.papers.box("handout").click()
    workspace.do("save-pdf")
    qtbot.waitUntil(lambda: workspace.window().findChild(QFileDialog) is not None, timeout=LONG)
    dialog = workspace.window().findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(tmp_path / "new.pdf"))
    with qtbot.waitSignal(documents.panel.hand_out.kept):
        dialog.accept()
    newest = workspace.ctx.store.papers_of("daniel")[0]
    assert (tmp_path / "new.pdf").read_bytes() == workspace.ctx.store.paper_bytes(newest.id)
    assert len(workspace.ctx.store.revisions("plan")) == 1
    assert workspace.plan_tab.composer is None
