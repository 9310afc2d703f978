"""PDFs are drawn on a printer at its own resolution, with every word in its place, and can be stopped."""

from __future__ import annotations

import pypdfium2
import pytest

from painplanner.documents.blocks import Document, Message, Paragraph, rich
from painplanner.documents.pdf import write_pdf
from painplanner.gui.printing.printers import PrintOrder, prepare
from painplanner.gui.printing.spool import Spool
from painplanner.gui.widgets.pdf_pages import PdfPages


@pytest.fixture(scope="module")
def two_pages() -> bytes:
    blocks = (Message(rich("Walk every day.")), *(Paragraph(rich(f"Line {n}.")) for n in range(40)))
    return write_pdf(Document(kind="handout", title="Your plan", language="en", blocks=blocks))


@pytest.fixture
def printer(qapp, tmp_path, two_pages):
    from PySide6.QtPrintSupport import QPrinter

    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    prepare(made, PrintOrder("Handout", 2, PdfPages(two_pages).sizes[0]))
    return made


def shades(pdf: bytes, page: int, scale: float = 0.5) -> list[int]:
    """Return the lightness of a page, dot by dot."""
    return list(pypdfium2.PdfDocument(pdf)[page].render(scale=scale).to_pil().convert("L").tobytes())


def test_what_comes_out_looks_like_the_paper(qtbot, printer, two_pages, tmp_path):
    spool = Spool(printer, [PdfPages(two_pages)])
    with qtbot.waitSignal(spool.printed):
        spool.start()
    out = (tmp_path / "printed.pdf").read_bytes()
    assert len(pypdfium2.PdfDocument(out)) == 2
    assert pypdfium2.PdfDocument(out)[0].get_size() == pytest.approx((612, 792), abs=1)
    for page in range(2):
        pairs = zip(shades(two_pages, page), shades(out, page), strict=True)
        differences = [abs(a - b) for a, b in pairs]
        assert sum(differences) / len(differences) < 3


def test_only_the_chosen_pages_come_out(qtbot, printer, two_pages, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    spool = Spool(printer, [PdfPages(two_pages)])
    with qtbot.waitSignal(spool.printed):
        spool.start()
    assert len(pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())) == 1


def test_it_tells_how_far_it_is(qtbot, printer, two_pages):
    spool, heard = Spool(printer, [PdfPages(two_pages)]), []
    spool.progressed.connect(lambda share, words: heard.append((share, words)))
    with qtbot.waitSignal(spool.printed):
        spool.start()
    assert heard == [(0.0, "Printing page 1 of 2"), (0.5, "Printing page 2 of 2")]


def test_it_can_be_stopped_and_leaves_no_half_file(qtbot, printer, two_pages, tmp_path):
    spool, heard = Spool(printer, [PdfPages(two_pages)]), []
    spool.printed.connect(lambda: heard.append("printed"))
    spool.start()
    spool.cancel()
    qtbot.wait(1)
    assert heard == []
    assert not (tmp_path / "printed.pdf").exists()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said(qtbot, printer, two_pages, tmp_path):
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    spool, heard = Spool(printer, [PdfPages(two_pages)]), []
    spool.failed.connect(heard.append)
    spool.start()
    assert "nothing was kept" in heard[0]
