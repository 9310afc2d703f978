"""Papers are handed out again from the menu: the same bytes for ever, and new ones at the front desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from painplanner.gui.workspace import Workspace

LONG = 30_000


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
