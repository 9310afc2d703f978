"""What stands on every page round its content: practice and patient above, next visit, plan and page below."""

from __future__ import annotations

from painplanner.core.drawing import rectangle
from painplanner.documents.blocks import Document, Run
from painplanner.documents.pdf.lines import Line, elided, line, lines
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.pen import Pen, line_operators
from painplanner.documents.pdf.signs import BLACK

_GAP = 18.0


class Furniture:
    """Header and footer of a document, measured once and drawn on each page."""

    def __init__(self, document: Document, paper: Paper) -> None:
        self._document = document
        self._paper = paper
        self._leading = paper.leading(paper.body)
        self._left, self._right = self._header()
        self._draft = line(document.draft_words, paper.body, bold=True) if document.draft_words else None
        self._note = lines((Run(document.footer_note),), paper.body, paper.inner) if document.footer_note else ()
        self.header_height = self._header_height()
        self.footer_height = self._footer_height()

    def _header(self) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """Return the lines of practice and patient, each beside the other."""
        paper, document = self._paper, self._document
        right = min(line(document.header_right, paper.body).width + 1, paper.inner * 0.64)
        patient = lines((Run(document.header_right),), paper.body, right)
        left = lines((Run(document.header_left, bold=True),), paper.body, paper.inner - right - _GAP)
        return left, patient

    def _header_height(self) -> float:
        rows = max(len(self._left), len(self._right))
        return rows * self._leading + 5 + (self._leading + 12 if self._draft else 0)

    def _footer_height(self) -> float:
        return (len(self._note) + 1) * self._leading + 6

    def draw_header(self, pen: Pen) -> None:
        """Draw practice and patient, above them that this is a draft."""
        paper = self._paper
        top = paper.height - paper.top
        if self._draft is not None:
            high = self._leading + 6
            pen.shape(rectangle(paper.side, top - high, paper.inner, high, 4), stroke=BLACK, width=1.5, kind="Header")
            x = paper.side + (paper.inner - self._draft.width) / 2
            pen.artifact_text(self._draft, x, top - high / 2 - paper.body * 0.357, kind="Header")
            top -= high + 6
        rows = max(len(self._left), len(self._right))
        for n in range(rows):
            y = top - n * self._leading - paper.baseline(paper.body)
            if n < len(self._left):
                pen.artifact_text(self._left[n], paper.side, y, kind="Header")
            if n < len(self._right):
                x = paper.width - paper.side - self._right[n].width
                pen.artifact_text(self._right[n], x, y, kind="Header")
        y = top - rows * self._leading - 4
        rule = line_operators(paper.side, y, paper.width - paper.side, y, width=1)
        pen.shapes(rule, kind="Header")

    def draw_footer(self, pen: Pen, page: int, pages: int) -> None:
        """Draw the note, the next visit, plan and revision, and the number of the page."""
        paper, document = self._paper, self._document
        top = paper.bottom + self.footer_height
        pen.shapes(line_operators(paper.side, top, paper.width - paper.side, top, width=1), kind="Footer")
        y = top - 5 - paper.baseline(paper.body)
        for one in self._note:
            pen.artifact_text(one, paper.side, y, kind="Footer")
            y -= self._leading
        number = document.page_words.format(page=page, pages=pages)
        plan = line(" · ".join(filter(None, (document.footer_right, number))), paper.body)
        pen.artifact_text(plan, paper.width - paper.side - plan.width, y, kind="Footer")
        room = paper.inner - plan.width - _GAP
        if document.footer_left:
            pen.artifact_text(
                line(elided(document.footer_left, paper.body, room), paper.body), paper.side, y, kind="Footer"
            )
