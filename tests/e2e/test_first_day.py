"""The article's own case: from an empty practice to two papers in the real window, and the same after a restart."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from e2e.conftest import OpenWindow, close_window
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from painplanner.core.codec import encode_plan
from painplanner.core.plan import Plan
from painplanner.core.values import Side, replace
from painplanner.gui.main_window import MainWindow

PHRASE = "orange ladder quiet boat"
LONG = 30_000


@pytest.fixture
def first_day(qtbot, open_window: OpenWindow) -> MainWindow:
    """A new practice, from the first start's form."""
    window = open_window()
    form = window._first
    assert form is not None
    texts = {
        "name": "Riverside Pain & Movement",
        "phone": "555-0142",
        "after_hours": "555-0199",
        "person": "M. Reyes",
        "passphrase": PHRASE,
        "again": PHRASE,
    }
    for name, text in texts.items():
        qtbot.keyClicks(getattr(form, name), text)
    qtbot.mouseClick(form.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window._workspace is not None and window._workspace.is_open, timeout=LONG)
    return window


def add_patient(qtbot, window: MainWindow) -> None:
    workspace = window.workspace
    workspace.do("patients")
    page = workspace.pages.page("patients")
    page.start_new()
    qtbot.keyClicks(page.form.name, "Daniel Whitcombe")
    qtbot.keyClicks(page.form.birth.line, "3 Aug 1978")
    qtbot.keyClick(page.form.birth.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.place == "patient")


def compose_sciatica(qtbot, window: MainWindow) -> Plan:
    """Begin from the article's template and say what is this patient's own."""
    workspace = window.workspace
    workspace.do("new-plan")
    composer = workspace.plan_tab.composer
    start = composer.middle.start
    rows = [template.id for template in start.templates.rows.rows]
    start.templates.select(rows.index("template.sciatica"))
    qtbot.keyClick(start.templates, Qt.Key.Key_Return)
    session = workspace.plan_tab.session
    assert len(session.plan.steps) == 4
    session.select()
    inspector = composer.side.show_page("inspector")
    qtbot.waitUntil(lambda: inspector.isVisible())
    inspector.form("plan").side.segments.segment(Side.RIGHT.value).click()
    return session.plan


def save_papers(qtbot, window: MainWindow, place: Path) -> list[Path]:
    composer = window.workspace.plan_tab.composer
    composer.do_print()
    panel = composer.side.page("print")
    panel.save_pdf()
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None, timeout=LONG)
    dialog = window.findChild(QFileDialog)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.findChild(QLineEdit).setText(str(place))
    with qtbot.waitSignal(panel.hand_out.kept, timeout=LONG) as kept:
        dialog.accept()
    return list(kept.args[0].places)


def words_of(data: bytes) -> str:
    document = pdfium.PdfDocument(data)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def pictures_in(data: bytes) -> int:
    """Count the figures that the structure tree tells of."""
    from io import BytesIO

    def figures(element: pikepdf.Object) -> int:
        if not isinstance(element, pikepdf.Dictionary):
            return 0
        own = int(element.get("/S") == "/Figure")
        kids = element.get("/K", [])
        children = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        return own + sum(figures(child) for child in children)

    with pikepdf.open(BytesIO(data)) as pdf:
        return figures(pdf.Root.StructTreeRoot)


def test_from_an_empty_practice_to_two_papers_and_back(
    qtbot, first_day: MainWindow, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = first_day
    add_patient(qtbot, window)
    compose_sciatica(qtbot, window)
    session = window.workspace.plan_tab.session
    assert session.plan.side is Side.RIGHT
    plan_id = session.plan.id
    (place,) = save_papers(qtbot, window, tmp_path / "papers.pdf")
    papers = place.read_bytes()
    printed = session.plan
    assert "Daniel Whitcombe" in words_of(papers)
    assert "born August 3, 1978" in words_of(papers)
    for step in printed.steps:
        assert (step.words[0].plain_name or step.title) in words_of(papers)
    assert "right side" in words_of(papers)
    assert pictures_in(papers) >= 2
    store = window.workspace.ctx.store
    (revision,) = store.revisions(plan_id)
    assert revision.state == "final"
    before = store.revision_bytes(revision.id)
    kept = {row.document: store.paper_bytes(row.id) for row in store.papers_of(printed.patient)}
    assert kept == {"handout+exercise-sheet": papers}
    folder = store.folder
    close_window(window)

    again = open_window(folder)
    qtbot.keyClicks(again._unlock.passphrase, PHRASE)
    qtbot.keyClick(again._unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again._workspace is not None and again._workspace.is_open, timeout=LONG)
    store = again.workspace.ctx.store
    again.workspace.go("plan", plan_id)
    assert again.workspace.plan_tab.session.plan == printed
    assert store.revision_bytes(revision.id) == before == encode_plan(printed)
    assert {row.document: store.paper_bytes(row.id) for row in store.papers_of(printed.patient)} == kept


def test_three_exercises_without_the_mouse(qtbot, first_day: MainWindow) -> None:
    window = first_day
    add_patient(qtbot, window)
    workspace = window.workspace
    workspace.do("new-plan")
    composer = workspace.plan_tab.composer
    search = composer.picker.search
    assert window.focusWidget() is search
    for letters in ("bri", "bird", "calf"):
        qtbot.keyClicks(search, letters)
        qtbot.keyClick(search, Qt.Key.Key_Return)
    plan = workspace.plan_tab.session.plan
    (step,) = plan.steps
    assert [item.source for item in step.items] == ["exercise.bridge", "exercise.bird_dog", "exercise.calf_raise"]
    assert all(item.dose is not None for item in step.items)
    workspace.do("undo")
    assert len(workspace.plan_tab.session.plan.steps[0].items) == 2
    workspace.do("redo")
    assert workspace.plan_tab.session.plan == plan


def test_closing_in_the_middle_of_typing_loses_nothing(qtbot, first_day: MainWindow, open_window: OpenWindow) -> None:
    window = first_day
    add_patient(qtbot, window)
    window.workspace.do("new-plan")
    session = window.workspace.plan_tab.session
    session.apply("Title", lambda plan: replace(plan, title="Half a tho"))
    plan_id, folder = session.plan.id, window.workspace.ctx.store.folder
    close_window(window)
    again = open_window(folder)
    qtbot.keyClicks(again._unlock.passphrase, PHRASE)
    qtbot.keyClick(again._unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again._workspace is not None and again._workspace.is_open, timeout=LONG)
    assert again.workspace.ctx.store.load_plan(plan_id).title == "Half a tho"


def test_a_wrong_passphrase_is_said_on_the_door(qtbot, first_day: MainWindow, open_window: OpenWindow) -> None:
    folder = first_day.workspace.ctx.store.folder
    close_window(first_day)
    again = open_window(folder)
    qtbot.keyClicks(again._unlock.passphrase, "something else here")
    qtbot.keyClick(again._unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(again._unlock.problem), timeout=LONG)
    assert "passphrase" in again._unlock.problem
