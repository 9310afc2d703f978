"""A photograph of one's own through the real window: pasted, cut and kept by keys alone, printed, and never lost."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from e2e.conftest import LONG, PHRASE, TODAY, close_window
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from painplanner.core.edits import add_item, new_item
from painplanner.core.figure import decode_figure
from painplanner.core.ids import counting_ids
from painplanner.core.plan import Plan
from painplanner.documents.registry import kind_ids
from painplanner.gui.pages.library import LibraryPage
from painplanner.gui.workspace import Workspace
from painplanner.services import gathering, publish
from painplanner.services.practice import open_practice

BRIDGE = "exercise.bridge"


@pytest.fixture
def page(qtbot, workspace: Workspace) -> LibraryPage:
    """Return the library with the bridge being edited, the keys in its name."""
    workspace.do("library")
    page: LibraryPage = workspace.pages.page("library")
    page.show_thing(BRIDGE)
    page.side.edit(BRIDGE)
    qtbot.waitUntil(lambda: page.side.page("editor").names.names["en"].line.hasFocus())
    return page


def press(qtbot, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, keys)


def copy_picture(folder: Path) -> None:
    Image.linear_gradient("L").resize((400, 300)).convert("RGB").save(folder / "copied.png")
    QGuiApplication.clipboard().setImage(QImage(str(folder / "copied.png")))


def paste(qtbot, page: LibraryPage) -> None:
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.side.photographs.is_open, timeout=LONG)


def test_a_picture_is_pasted_cut_and_kept_by_keys_alone_and_printed(qtbot, workspace, page, tmp_path) -> None:
    copy_picture(tmp_path)
    paste(qtbot, page)
    photo = page.side.page("photo")
    assert photo.canvas.hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert photo.canvas.hand == "left"
    for _time in range(4):
        press(qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert photo.shot.framing.left == pytest.approx(0.2)
    workspace.do("undo")
    assert photo.shot.framing.left == 0
    workspace.do("redo")
    press(qtbot, Qt.Key.Key_Escape)  # lets the edge go
    assert photo.canvas.hand == ""
    press(qtbot, Qt.Key.Key_Escape)  # goes to Save, and loses nothing
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.side.photographs.is_open, timeout=LONG)
    page.side.finish()

    store = workspace.ctx.store
    library, new_id = store.library(), counting_ids(90_000)
    plan = Plan(id="plan-2", number=store.new_plan_number(), patient="daniel", title="Back", start=TODAY)
    plan = add_item(plan, new_item(library.entries[BRIDGE], library, new_id, plan=plan), new_id)
    request = gathering.gather(store, plan, TODAY)
    (sheet,) = (one for one in publish.make_papers(request, kind_ids()) if "sheet" in one.document)
    (tmp_path / "sheet.pdf").write_bytes(sheet.pdf)
    with pikepdf.open(tmp_path / "sheet.pdf") as pdf:
        sizes = {
            (int(one.Width), int(one.Height))
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        }
    assert (320, 300) in sizes


def test_copied_words_still_go_into_the_field(qtbot, page) -> None:
    QGuiApplication.clipboard().setText(" on heels")
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.side.page("editor").names.names["en"].line.text() == "Bridge on heels"


def test_the_window_that_is_closed_meanwhile_keeps_the_photograph(qtbot, workspace, page, folder, tmp_path) -> None:
    copy_picture(tmp_path)
    paste(qtbot, page)
    close_window(workspace.window())
    store = open_practice(folder, PHRASE)
    try:
        data = store.figure_bytes(store.library().entries[BRIDGE].figure)
        assert data
        (photo,) = decode_figure(data).photos
        assert store.pictures([photo.sha256]).keys() == {photo.sha256}
    finally:
        store.close()
