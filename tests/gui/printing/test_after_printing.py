"""The printer of last time is offered again, a jam costs only what was not out, and a look leaves nothing behind."""

from __future__ import annotations

import stat

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from painplanner.gui.printing.printer_memory import Setup, key_of, remember, remembered, set_up, setup_of
from painplanner.services.viewed import forget_viewed, viewed_folder


@pytest.fixture
def opened(monkeypatch):
    """What the system was asked to open; a test never starts a viewer."""
    heard = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: heard.append(url.toLocalFile()) or True)
    yield heard
    forget_viewed()


def print_all(qtbot, panel):
    with qtbot.waitSignal(panel.hand_out.kept, timeout=20_000):
        qtbot.keyClick(panel.print_button, Qt.Key.Key_Return)


# The printer of last time


def test_duplex_and_size_are_remembered_for_each_kind_of_paper(qtbot, panel, ctx, printers):
    from PySide6.QtGui import QPageSize

    remember(ctx.settings, "handout", Setup(duplex="DuplexShortSide"))  # as no file has two sides
    printers.change = lambda printer: printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    panel.choices.papers.set_keys(("handout",))
    print_all(qtbot, panel)
    kept = remembered(ctx.settings, "handout")
    assert (kept.duplex, kept.size) == ("DuplexShortSide", "595 842")
    printers.change = lambda printer: None
    panel.open_for("handout")
    print_all(qtbot, panel)
    assert printers.orders[-1].setup == kept
    assert remembered(ctx.settings, "handout").duplex == "DuplexShortSide"
    panel.open_for("exercise-sheet")
    print_all(qtbot, panel)
    assert printers.orders[-1].setup == Setup()


def test_a_printer_is_set_as_it_was(qapp):
    from PySide6.QtCore import QSizeF
    from PySide6.QtPrintSupport import QPrinter

    class Known(QPrinter):
        """A printer with a name and two sides, which only an installed one has."""

        def printerName(self):
            return "Office"

        def duplex(self):
            return QPrinter.DuplexMode.DuplexLongSide

    found = setup_of(Known(), QSizeF(100, 100), Setup())
    assert (found.printer, found.duplex, found.is_two_sided) == ("Office", "DuplexLongSide", True)
    assert found.tray in QPrinter.PaperSource.__members__
    asked = []
    printer = QPrinter()
    printer.setDuplex = lambda mode: asked.append(mode)
    printer.setPaperSource = lambda tray: asked.append(tray)
    set_up(printer, Setup(duplex="DuplexLongSide", tray="Lower"))
    assert asked == [QPrinter.DuplexMode.DuplexLongSide, QPrinter.PaperSource.Lower]


def test_papers_bound_for_two_sides_ask_the_printer_for_two(qtbot, panel, printers):
    panel.choices.bind.two_sided.click()
    print_all(qtbot, panel)
    assert printers.orders[-1].setup.duplex == "DuplexLongSide"


def test_several_papers_share_one_memory():
    assert key_of("handout+exercise-sheet") == key_of("handout+daily-log") == "bundle"
    assert key_of("handout") == "handout"


def test_a_printer_that_is_gone_is_said_and_the_usual_one_is_offered(qtbot, panel, ctx, printers):
    remember(ctx.settings, "bundle", Setup(printer="Cellar", duplex="DuplexLongSide"))
    noted = []
    panel.hand_out.noted.connect(noted.append)
    print_all(qtbot, panel)
    assert printers.orders[-1].setup == Setup()
    assert "“Cellar” is not there any more" in noted[0]


# After a jam


def test_a_jam_that_is_noticed_late_is_still_asked_about_when_the_panel_opens_again(qtbot, panel, printers):
    print_all(qtbot, panel)
    panel.open_for()
    assert panel.resume.question.isVisible()
    printed = panel.hand_out.last
    printers.answer = "cancel"
    with qtbot.waitSignal(panel.hand_out.left, timeout=20_000):
        panel.print()
    assert panel.hand_out.last is printed


def test_after_a_jam_the_rest_of_the_very_same_file_is_printed(qtbot, panel, ctx, patient, printers):
    said = []
    ctx.news.said.connect(said.append)
    print_all(qtbot, panel)
    assert said[-1].action == "Something went wrong at the printer?"
    (row,) = ctx.store.papers_of(patient.id)
    panel.open_for()
    said[-1].on_action()
    assert panel.resume.page.hasFocus()
    panel.resume.page.setCurrentIndex(1)
    with qtbot.waitSignal(panel.hand_out.rest_printed, timeout=20_000):
        qtbot.keyClick(panel.resume.go_on, Qt.Key.Key_Return)
    assert panel.hand_out.last.pdf == ctx.store.paper_bytes(row.id)
    assert len(pypdfium2.PdfDocument(printers.path)) == row.pages - 1
    assert len(ctx.store.papers_of(patient.id)) == 1


def test_where_the_last_page_comes_first_the_earlier_pages_are_left(qtbot, panel, patient, ctx, printers):
    from PySide6.QtPrintSupport import QPrinter

    print_all(qtbot, panel)
    printers.change = lambda printer: printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    with qtbot.waitSignal(panel.hand_out.rest_printed, timeout=20_000):
        panel.hand_out.print_rest(2)
    assert len(pypdfium2.PdfDocument(printers.path)) == 1


# A look


def look(qtbot, panel):
    with qtbot.waitSignal(panel.hand_out.opened, timeout=20_000):
        panel.actions_button.menu.actions()[1].trigger()


def test_opening_writes_one_private_file_that_names_nobody_and_keeps_nothing(qtbot, panel, ctx, patient, opened):
    look(qtbot, panel)
    (place,) = viewed_folder().iterdir()
    assert opened == [str(place)]
    assert place.name.startswith("paper-")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert ctx.store.papers_of(patient.id) == ()
    assert panel.notice.text == "The paper is open in the viewer. That is a look: nothing was kept as given."


def test_opening_a_draft_says_so(qtbot, panel, opened):
    panel.choices.draft.setChecked(True)
    look(qtbot, panel)
    assert panel.notice.text.startswith("The draft is open")
    text = pypdfium2.PdfDocument(opened[0])[0].get_textpage().get_text_bounded()
    assert "Draft. Not final yet." in text


def test_a_look_takes_no_number_for_a_daily_log(qtbot, panel, ctx, session, opened):
    panel.choices.papers.set_keys(("exercise-sheet", "daily-log"))
    look(qtbot, panel)
    assert ctx.store.log_sheets(session.plan.id) == ()
    pages = pypdfium2.PdfDocument(opened[0])
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "Mark each day in your daily log." in " ".join(text.split())


def test_files_are_gone_once_the_viewer_had_its_time(qtbot, panel, opened):
    look(qtbot, panel)
    panel.hand_out._viewer._on_time()
    assert list(viewed_folder().iterdir()) == []


def test_where_no_viewer_is_nothing_stays(qtbot, panel, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with qtbot.waitSignal(panel.hand_out.failed, timeout=20_000):
        panel.open_pdf()
    assert "No program that shows PDFs" in panel.notice.text
    assert list(viewed_folder().iterdir()) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_other_ways_are_one_key_away(qtbot, panel):
    panel.print_button.setFocus()
    qtbot.keyClick(panel.print_button, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert panel.actions_button.menu.isVisible()
    assert [action.text() for action in panel.actions_button.menu.actions()] == ["Save PDF…", "Open in the PDF viewer"]
    panel.actions_button.menu.close()
