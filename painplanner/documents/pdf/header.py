"""What stands above the content of every page: the practice with its logo on the first, the patient, and "draft"."""

from __future__ import annotations

from typing import NamedTuple

from painplanner.core.drawing import Drawing, rectangle
from painplanner.core.palette import Palette
from painplanner.documents.blocks import Document
from painplanner.documents.pdf.drawing_painter import packed_form, path_operators
from painplanner.documents.pdf.lines import Line, line, shortened
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.pen import Box, Pen, line_operators
from painplanner.documents.pdf.signs import BLACK

GAP = 18.0
RULE_GAP = 5.0
MOST_LINES = 2
LOGO_HIGH = 36.0
_LOGO_WIDE = 0.35
"""How much of the width a logo may take."""
_BESIDE_LOGO = 12.0


class _Names(NamedTuple):
    """Practice and patient as they stand beside the logo: how wide that is, and so wide are they together."""

    logo: float
    practice: tuple[Line, ...]
    patient: tuple[Line, ...]
    is_one_row: bool

    @property
    def rows(self) -> int:
        """Return how many rows they take."""
        return 1 if self.is_one_row else len(self.practice) + len(self.patient)


class Header:
    """The header of a document, measured once and drawn on each page; on the first its logo makes it higher."""

    def __init__(self, document: Document, paper: Paper, colours: Palette) -> None:
        self._document = document
        self._paper = paper
        self._colours = colours
        self._leading = paper.leading(paper.furniture)
        self._draft = line(document.draft_words, paper.furniture, bold=True) if document.draft_words else None
        self._names = self._set(0.0)
        self._logo = document.logo if document.header_left else None
        self._scale = _scale(self._logo, paper)
        self._first = self._set(self._logo.width * self._scale + _BESIDE_LOGO) if self._logo else self._names
        self.height = self._high(self._names)
        self.more_on_first = self._high(self._first) - self.height

    def _set(self, logo: float) -> _Names:
        document, size, room = self._document, self._paper.furniture, self._paper.inner - logo
        practice = shortened(document.header_left, size, room, MOST_LINES, bold=True) if document.header_left else ()
        patient = shortened(document.header_right, size, room, MOST_LINES)
        both = (*practice, *patient)
        return _Names(logo, practice, patient, len(both) <= 2 and sum(one.width for one in both) + GAP <= room)

    def _high(self, names: _Names) -> float:
        return self._inside(names) + RULE_GAP + (self._leading + 12 if self._draft else 0)

    def _inside(self, names: _Names) -> float:
        high = self._logo.height * self._scale if self._logo is not None and names.logo else 0.0
        return max(names.rows * self._leading, high)

    def draw(self, pen: Pen, *, is_first: bool) -> None:
        """Draw practice and patient, above them that this is a draft."""
        paper, names = self._paper, self._first if is_first else self._names
        top = paper.height - paper.top
        if self._draft is not None:
            top = self._draw_draft(pen, self._draft, top)
        if names.logo and self._logo is not None:
            middle = top - self._inside(names) / 2
            self._draw_logo(pen, self._logo, middle - self._logo.height * self._scale / 2)
        self._draw_names(pen, names, top - (self._inside(names) - names.rows * self._leading) / 2)
        low = top - self._inside(names) - 4
        pen.shapes(line_operators(paper.side, low, paper.width - paper.side, low, width=1), kind="Header")

    def _draw_names(self, pen: Pen, names: _Names, top: float) -> None:
        paper = self._paper
        left, y = paper.side + names.logo, top - paper.baseline(paper.furniture)
        for one in names.practice:
            pen.artifact_text(one, left, y, kind="Header")
            y -= self._leading
        y += self._leading if names.is_one_row and names.practice else 0.0
        for one in names.patient:
            x = paper.width - paper.side - one.width if names.is_one_row else left
            pen.artifact_text(one, x, y, kind="Header")
            y -= self._leading

    def _draw_logo(self, pen: Pen, logo: Drawing, low: float) -> None:
        """Draw the logo as part of the header, which is no part of what is read: the practice's name says the same."""
        left, width = self._paper.side, logo.width * self._scale
        name, packed = packed_form(logo, self._colours)
        clip = path_operators(rectangle(left, low, width, logo.height * self._scale))
        with pen.kept(left, width):
            pen.artifact_picture(name, (logo, packed), (self._scale, left, low), clip, kind="Header")

    def _draw_draft(self, pen: Pen, words: Line, top: float) -> float:
        """Draw that this is a draft, and return where the header goes on below it."""
        paper = self._paper
        high = self._leading + 6
        pen.box(Box(paper.side, top - high, paper.inner, high, 4), stroke=BLACK, width=1.5, kind="Header")
        x = paper.side + (paper.inner - words.width) / 2
        pen.artifact_text(words, x, top - high / 2 - paper.furniture * 0.357, kind="Header")
        return top - high - 6


def _scale(logo: Drawing | None, paper: Paper) -> float:
    """Return by how much a logo is made smaller to fit into the header."""
    return min(LOGO_HIGH / logo.height, paper.inner * _LOGO_WIDE / logo.width) if logo is not None else 1.0
