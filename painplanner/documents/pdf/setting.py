"""How a document is being set: its paper, colours and density, and the levels of its headings."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

from painplanner.core.palette import Palette
from painplanner.documents.blocks import Rich, Run
from painplanner.documents.pdf.lines import even_lines, line, lines
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.parts import Lines, Paint, Part
from painplanner.documents.pdf.pen import Pen, line_operators
from painplanner.documents.pdf.signs import dot, tick_box
from painplanner.documents.pdf.tags import Tag

DOT_INDENT = 1.15
"""How far the words of a list stand from its edge, as a share of their size."""
_CLOSE, _CLOSE_LARGE = 1.3, 1.23
"""How far apart lines stand in the densest setting, in ordinary and in large print, as a share of their size."""
ORDERED = "/O/List/ListNumbering/Decimal"
UNORDERED = "/O/List/ListNumbering/Disc"


def closest(paper: Paper) -> Paper:
    """Return a page with its lines as close as they may stand."""
    return replace(paper, spread=min(paper.spread, _CLOSE_LARGE if paper.is_large else _CLOSE))


class Setting:
    """One pass of setting a document; `density` 0 is roomy, 1 and 2 are closer and make pictures smaller."""

    def __init__(self, paper: Paper, colours: Palette, root: Tag, density: int = 0) -> None:
        self.paper = paper
        self.colours = colours
        self.root = root
        self.density = density
        self._level = 0

    def closest(self) -> Setting:
        """Return the closest way to set the same."""
        close = copy(self)
        close.density, close.paper = 2, closest(self.paper)
        return close

    def narrowed(self, width: float) -> Setting:
        """Return the same on lines so wide, such as those of a column."""
        narrow = copy(self)
        narrow.paper = replace(self.paper, width=width + 2 * self.paper.side)
        return narrow

    def gap(self, points: float) -> float:
        """Return a space between blocks, a little smaller where the setting is dense."""
        return points * (1.0, 0.8, 0.6)[self.density] * self.paper.gaps

    def heading(self, level: int) -> str:
        """Return the kind of a heading; levels are never skipped."""
        self._level = min(level, self._level + 1)
        return f"H{self._level}"

    def words(
        self, tag: Tag, words: Rich | str, size: float, width: float, *, bold: bool = False, before: float = 0.0,
        indent: float = 0.0, is_whole: bool = False,
    ) -> Lines:  # fmt: skip
        """Return words set as one paragraph of an element; bold words alone are a title, its lines about as long."""
        rich = (Run(words, bold),) if isinstance(words, str) else words
        set_lines = (even_lines if bold else lines)(rich, size, width - indent)
        return Lines(tag, set_lines, self.paper, size, before=before, indent=indent, is_whole=is_whole)

    def listed(
        self,
        parent: Tag,
        items: tuple[Rich, ...],
        width: float,
        *,
        mark: str = "dot",
        gap: float | None = None,
    ) -> list[Lines]:
        """Return a list with dots, numbers or boxes to tick, its marks hanging in the margin of its words."""
        size = self.paper.body
        gap = (2.0, 2.0, 0.0)[self.density] if gap is None else gap
        holder = parent.child("L", attributes=ORDERED if mark == "number" else UNORDERED)
        parts: list[Lines] = []
        for n, item in enumerate(items):
            entry = holder.child("LI")
            indent = self._indent(mark, size, len(items))
            part = Lines(
                entry.child("LBody"),
                lines(item, size, width - indent),
                self.paper,
                size,
                before=gap if n else 0.0,
                indent=indent,
                mark=self._mark(mark, n + 1, entry, size),
            )
            parts.append(part)
        return parts

    def _indent(self, mark: str, size: float, count: int) -> float:
        if mark == "number":
            return line(f"{count}. ", size).width + size * 0.35
        return self._box(size) * 1.56 if mark == "box" else size * DOT_INDENT

    def _box(self, size: float) -> float:
        """Return how large a box to tick before words is: in large print as large as in a grid."""
        return self.paper.tick if self.paper.is_large else size * 1.12

    def _mark(self, mark: str, n: int, entry: Tag, size: float) -> Paint:
        paper = self.paper
        label = entry.child("Lbl")

        def paint(pen: Pen, x: float, top: float) -> None:
            if mark == "number":
                pen.text(label, line(f"{n}. ", size), x, top - paper.baseline(size))
            elif mark == "box":
                box = self._box(size)
                pen.shapes(tick_box(x, top - paper.leading(size) / 2 - box / 2, box))
            else:
                pen.shapes(dot(x + size * 0.35, top - paper.leading(size) / 2 - size * 0.02, size))

        return paint

    def ruled(self, part: Part, before: float) -> Part:
        """Return a part with a thin line in the middle of the space above it."""

        def rule(pen: Pen, x: float, top: float) -> None:
            y = top - before / 2
            pen.shapes(line_operators(x, y, x + self.paper.inner, y, width=0.75, grey=0.55))

        part.before, part.lead = before, rule
        return part
