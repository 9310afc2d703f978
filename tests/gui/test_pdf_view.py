"""A PDF is shown page below page, keeps its place when it is made anew, and draws only what is in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor

from painplanner.documents.blocks import Document, Message, Paragraph, rich
from painplanner.documents.pdf import write_pdf
from painplanner.errors import KnownError
from painplanner.gui.theme import Theme
from painplanner.gui.widgets.pdf_pages import PdfPages
from painplanner.gui.widgets.pdf_view import PdfView
from painplanner.gui.widgets.zoom_bar import ZoomBar


def paper(words: str = "Walk every day.", lines: int = 80) -> bytes:
    blocks = (Message(rich(words)), *(Paragraph(rich(f"Line {n} of the paper.")) for n in range(lines)))
    return write_pdf(Document(kind="handout", title="Your plan", language="en", blocks=blocks))


@pytest.fixture(scope="module")
def three_pages() -> bytes:
    return paper()


@pytest.fixture
def view(qtbot):
    Theme("light")
    made = PdfView("Paper")
    qtbot.addWidget(made)
    made.resize(420, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_pages_fit_the_width(view, three_pages):
    view.show_pdf(three_pages)
    assert view.zoom is None
    assert view.horizontalScrollBar().maximum() == 0
    assert len(view.pages) == 3
    assert view.verticalScrollBar().maximum() > 0


def test_new_bytes_of_the_same_paper_stay_where_it_was_scrolled_to(view, three_pages):
    view.show_pdf(three_pages, "handout")
    view.verticalScrollBar().setValue(700)
    view.show_pdf(paper("Walk twice a day."), "handout")
    assert view.verticalScrollBar().value() == 700
    assert "Walk twice a day." in view.pages.text(0)


def test_the_zoom_stays_too(view, three_pages):
    view.show_pdf(three_pages, "handout")
    view.set_zoom(1.5)
    view.verticalScrollBar().setValue(900)
    view.show_pdf(paper("Walk twice a day."), "handout")
    assert view.zoom == 1.5
    assert view.verticalScrollBar().value() == 900


def test_another_paper_begins_at_its_top(view, three_pages):
    view.show_pdf(three_pages, "handout")
    view.verticalScrollBar().setValue(700)
    view.show_pdf(three_pages, "exercise-sheet")
    assert view.verticalScrollBar().value() == 0


def test_zooming_and_resizing_keep_what_is_in_sight(view, three_pages):
    view.show_pdf(three_pages)
    view.go_to(2)
    page = view.page
    view.zoom_in()
    assert view.page == page
    view.resize(600, 500)
    assert view.page == page
    view.fit()
    assert view.page == page


def test_it_is_read_with_the_keys(qtbot, view, three_pages):
    view.show_pdf(three_pages)
    view.setFocus()
    down = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.page == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert down.value() == down.pageStep()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert down.value() == down.maximum()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert down.value() == 0
    qtbot.keyClick(view, "+")
    assert view.zoom is not None
    qtbot.keyClick(view, "0")
    assert view.zoom is None


def test_its_page_is_told_in_words(qtbot, view, three_pages):
    bar = ZoomBar(view)
    qtbot.addWidget(bar)
    view.show_pdf(three_pages)
    view.go_to(1)
    assert view.accessibleDescription() == "Page 2 of 3"
    assert bar.page_words.text() == "Page 2 of 3"
    assert not bar.fit_button.isEnabled()


def test_paper_stays_white_in_the_dark(qtbot, three_pages):
    theme = Theme("dark")
    view = PdfView("Paper")
    qtbot.addWidget(view)
    view.resize(420, 500)
    view.show_pdf(three_pages)
    seen = view.grab().toImage()
    assert QColor(seen.pixel(20, 60)) == QColor("white")
    assert QColor(seen.pixel(4, 60)) == theme.color("sunken")


def test_a_file_that_is_no_pdf_is_refused_and_the_last_paper_stays(view, three_pages):
    view.show_pdf(three_pages, "handout")
    with pytest.raises(KnownError):
        view.show_pdf(b"no PDF at all", "handout")
    assert len(view.pages) == 3


def test_parts_of_a_page_fit_together_to_the_dot(qapp, three_pages):
    pages = PdfPages(three_pages)
    whole = pages.pixels(0, 1.5)
    at_once = pages.part(0, whole, QRect(0, 0, whole.width(), whole.height()))
    for y in range(0, whole.height(), 100):
        part = QRect(0, y, whole.width(), min(100, whole.height() - y))
        assert pages.part(0, whole, part) == at_once.copy(part)


def test_only_what_is_in_sight_is_kept_in_memory(view, three_pages):
    view.show_pdf(three_pages)
    view.set_zoom(4.0)
    view.grab()
    kept = sum(tile.picture.width() * tile.picture.height() for tile in view._tiles.values())
    assert kept < 4 * view.viewport().width() * view.viewport().height()
    view.fit()
    view.go_to(2)
    view.grab()
    assert 0 not in view._tiles


def test_an_empty_view_shows_no_page(view):
    view.clear()
    assert view.pages is None
    assert view.page == -1
    view.resize(QSize(300, 300))
    view.grab()
