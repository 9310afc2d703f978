"""What stands on every page round its content: practice and patient above; whom to call, visit, plan and page below."""

from __future__ import annotations

from painplanner.documents.blocks import Document
from painplanner.documents.pdf.barcode import bar_operators, bars_width
from painplanner.documents.pdf.lines import Line, line, shortened
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.pen import Box, Pen, line_operators
from painplanner.documents.pdf.signs import BLACK

_GAP = 18.0
_RULE_GAP = 5.0
_MOST_LINES = 2
_MODULE = 0.8
_BARS = 14.0
_DOT = " · "


class Furniture:
    """Header and footer of a document, measured once and drawn on each page."""

    def __init__(self, document: Document, paper: Paper) -> None:
        self._document = document
        self._paper = paper
        self._leading = paper.leading(paper.furniture)
        practice = document.header_left
        self._practice = shortened(practice, paper.furniture, paper.inner, _MOST_LINES, bold=True) if practice else ()
        self._patient = shortened(document.header_right, paper.furniture, paper.inner, _MOST_LINES)
        self._draft = line(document.draft_words, paper.furniture, bold=True) if document.draft_words else None
        self._bars = bars_width(document.code) * _MODULE if document.code else 0.0
        self._left = self._footer_left()
        self.header_height = self._header_height()
        self.footer_height = (
            _RULE_GAP + max(len(self._left), len(self._right(99, 99)) + bool(self._bars)) * self._leading
        )

    def _is_one_row(self) -> bool:
        """Tell whether practice and patient fit beside one another."""
        both = (*self._practice, *self._patient)
        return len(both) <= 2 and sum(one.width for one in both) + _GAP <= self._paper.inner

    def _header_height(self) -> float:
        rows = 1 if self._is_one_row() else len(self._practice) + len(self._patient)
        return rows * self._leading + _RULE_GAP + (self._leading + 12 if self._draft else 0)

    def _footer_left(self) -> tuple[Line, ...]:
        """Return whom to call and the next visit, beside the plan at the right."""
        paper, document = self._paper, self._document
        right = max((one.width for one in self._right(99, 99)), default=0.0)
        room = paper.inner - max(right, self._bars) - _GAP
        visit = shortened(document.footer_left, paper.furniture, room, _MOST_LINES) if document.footer_left else ()
        return (*_listed(document.footer_note, paper.furniture, room), *visit)

    def _right(self, page: int, pages: int) -> tuple[Line, ...]:
        """Return plan and page, on one line where nothing stands beside them."""
        number = self._document.page_words.format(page=page, pages=pages)
        document = self._document
        parts = [part for part in (document.code_words, document.footer_right, number) if part]
        is_short = not self._document.footer_note and not self._bars
        return tuple(line(text, self._paper.furniture) for text in ([_DOT.join(parts)] if is_short else parts))

    def draw_header(self, pen: Pen) -> None:
        """Draw practice and patient, above them that this is a draft."""
        paper = self._paper
        top = paper.height - paper.top
        if self._draft is not None:
            top = self._draw_draft(pen, self._draft, top)
        y = top - paper.baseline(paper.furniture)
        for one in self._practice:
            pen.artifact_text(one, paper.side, y, kind="Header")
            y -= self._leading
        is_one_row = self._is_one_row()
        y += self._leading if is_one_row and self._practice else 0.0
        for one in self._patient:
            x = paper.width - paper.side - one.width if is_one_row else paper.side
            pen.artifact_text(one, x, y, kind="Header")
            y -= self._leading
        low = y + paper.baseline(paper.furniture) - 4
        pen.shapes(line_operators(paper.side, low, paper.width - paper.side, low, width=1), kind="Header")

    def _draw_draft(self, pen: Pen, words: Line, top: float) -> float:
        """Draw that this is a draft, and return where the header goes on below it."""
        paper = self._paper
        high = self._leading + 6
        pen.box(Box(paper.side, top - high, paper.inner, high, 4), stroke=BLACK, width=1.5, kind="Header")
        x = paper.side + (paper.inner - words.width) / 2
        pen.artifact_text(words, x, top - high / 2 - paper.furniture * 0.357, kind="Header")
        return top - high - 6

    def draw_footer(self, pen: Pen, page: int, pages: int) -> None:
        """Draw whom to call and the next visit at the left; bar code, plan and number of the page at the right."""
        paper = self._paper
        top, right = paper.bottom + self.footer_height, paper.width - paper.side
        pen.shapes(line_operators(paper.side, top, right, top, width=1), kind="Footer")
        first = top - _RULE_GAP - paper.baseline(paper.furniture)
        for n, one in enumerate(self._left):
            pen.artifact_text(one, paper.side, first - n * self._leading, kind="Footer")
        last = paper.bottom + self._leading - paper.baseline(paper.furniture)
        for n, one in enumerate(reversed(self._right(page, pages))):
            pen.artifact_text(one, right - one.width, last + n * self._leading, kind="Footer")
        if self._bars:
            low = top - _RULE_GAP - (self._leading + _BARS) / 2
            with pen.kept(right - self._bars, self._bars):
                pen.shapes(bar_operators(self._document.code, right - self._bars, low, _BARS, _MODULE), kind="Footer")


def _listed(text: str, size: float, width: float) -> tuple[Line, ...]:
    """Return what stands between dots, as much on a line as fits, no line beginning or ending with a dot.

    What is very long gives up its middle: a footer never takes the room of the page.
    """
    rows: list[str] = []
    for part in filter(None, text.split(_DOT)):
        if rows and line(rows[-1] + _DOT + part, size).width <= width:
            rows[-1] += _DOT + part
        else:
            rows.append(part)
    return tuple(one for row in rows for one in shortened(row, size, width, _MOST_LINES))
