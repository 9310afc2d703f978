"""Words set one after another and wrapped, and a sentence with a link at its end: measured once, painted often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from painplanner.gui.pages.composer.look import Look


class Piece(NamedTuple):
    """A word group with its role; on a ground of its own when `ground` names one."""

    text: str
    role: str
    ground: str = ""


class Placed(NamedTuple):
    """A piece and where it stands, from the top left of the flow."""

    piece: Piece
    box: QRectF


def place(look: Look, pieces: Sequence[Piece], width: float, *, gap: int = 8) -> tuple[tuple[Placed, ...], int]:
    """Set pieces side by side and wrap them; return them placed, and the height they need."""
    high = look.line(look.minor) + 4
    found: list[Placed] = []
    x, y = 0.0, 0.0
    for piece in pieces:
        wide = min(width, look.width(look.minor, piece.text) + (12 if piece.ground else 0) + 1)
        if x > 0 and x + wide > width:
            x, y = 0.0, y + high + 2
        found.append(Placed(piece, QRectF(x, y, wide, high)))
        x += wide + gap
    return tuple(found), int(y) + high if found else 0


class Sentence:
    """A wrapped sentence whose last words may be a link."""

    def __init__(self, text: str, link: str, font: QFont, width: float) -> None:
        """Break the lines."""
        whole = f"{text}  {link}" if link else text
        self._start, self._end = (len(whole) - len(link), len(whole)) if link else (-1, -1)
        self._layout = QTextLayout(whole, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(40.0, width))
            line.setPosition(QPointF(0, y))
            y += line.height()
        self._layout.endLayout()
        self.height = int(y + 0.99)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Write it in the pen of the painter, the link underlined."""
        formats: list[QTextLayout.FormatRange] = []
        if self._start >= 0:
            link = QTextLayout.FormatRange()
            link.start, link.length = self._start, self._end - self._start
            look = QTextCharFormat()
            look.setFontUnderline(True)
            link.format = look
            formats.append(link)
        self._layout.draw(painter, at, formats)

    def is_link(self, point: QPointF) -> bool:
        """Tell whether a point, from the top left of the sentence, is on the link."""
        return any(box.contains(point) for box in self.link_boxes())

    def link_boxes(self) -> Iterable[QRectF]:
        """Return where the link stands, a box for each line it is on."""
        if self._start < 0:
            return
        for n in range(self._layout.lineCount()):
            line = self._layout.lineAt(n)
            first, last = line.textStart(), line.textStart() + line.textLength()
            start, end = max(first, self._start), min(last, self._end)
            if start < end:
                left, right = _x(line.cursorToX(start)), _x(line.cursorToX(end))
                yield QRectF(left, line.y() - 3, right - left, line.height() + 6)


def _x(answer: object) -> float:
    """Return the place that Qt answers with, alone or beside the cursor it belongs to."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
