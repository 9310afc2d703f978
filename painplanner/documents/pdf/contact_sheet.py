"""Labelled pages of figures, every frame side by side, for judging drawings by eye."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pagesizes import letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from painplanner.core.drawing import Drawing
from painplanner.core.figure import Figure, draw, frame_count
from painplanner.core.palette import Palette, palette
from painplanner.documents.pdf.drawing_painter import paint

_COLUMNS, _ROWS = 4, 6
_MARGIN, _GAP = 30.0, 8.0
_FONT, _SIZE = "Helvetica", 7.5


def contact_sheet(
    figures: Sequence[Figure], colours: Palette | None = None, others: Sequence[tuple[str, Drawing]] = ()
) -> bytes:
    """Return a PDF with every frame of every figure under its id, and `others` under the names they come with."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=letter, pageCompression=1)
    canvas.setTitle("Figures")
    cells = [*(cell for figure in figures for cell in _cells(figure)), *others]
    for start in range(0, len(cells), _COLUMNS * _ROWS):
        for i, (label, drawing) in enumerate(cells[start : start + _COLUMNS * _ROWS]):
            _paint_cell(canvas, i, label, drawing, colours or palette("paper"))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _cells(figure: Figure) -> list[tuple[str, Drawing]]:
    count = frame_count(figure)
    return [(f"{figure.id} {i + 1}/{count}", draw(figure, i)) for i in range(count)]


def _paint_cell(canvas: Canvas, i: int, label: str, drawing: Drawing, colours: Palette) -> None:
    width = (letter[0] - 2 * _MARGIN - (_COLUMNS - 1) * _GAP) / _COLUMNS
    step = (letter[1] - 2 * _MARGIN) / _ROWS
    x = _MARGIN + (i % _COLUMNS) * (width + _GAP)
    top = letter[1] - _MARGIN - (i // _COLUMNS) * step
    height = width * 0.75
    canvas.setStrokeColorRGB(0.78, 0.82, 0.84)
    canvas.setLineWidth(0.6)
    canvas.roundRect(x, top - height, width, height, 3)
    paint(canvas, drawing, x, top - height, width, height, colours)
    canvas.setFillColorRGB(0.1, 0.16, 0.18)
    canvas.setFont(_FONT, caption_size(label, width))
    canvas.drawString(x, top - height - 9, label)


def caption_size(label: str, width: float) -> float:
    """Return the size at which a caption stays under its own picture."""
    return min(_SIZE, width / stringWidth(label, _FONT, 1.0))
