"""What a page is laid out from: parts with a height, drawn at a place, and parted where a page ends if they must be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

from painplanner.documents.pdf.lines import Line
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.pen import INK, Pen
from painplanner.documents.pdf.tags import Tag

Paint = Callable[[Pen, float, float], None]
BoxPaint = Callable[[Pen, float, float, float], None]
"""Draws a box round something: left, top and height."""


class Part:
    """Something with a height; `before` is the space above it, which falls away at the top of a page."""

    height: float = 0.0
    before: float = 0.0
    lead: Paint | None = None
    """Draws in the space above it, such as a line; gets the top of that space."""
    keeps_next: bool = False
    starts_page: bool = False
    most_on_a_page: int = 0
    """How many such things one page may hold, 0 for as many as fit; `count` of them stand in this part."""
    count: int = 1
    is_loose: bool = False
    """Whether it may be parted to fill a page; what is not loose is parted only when no page can hold it."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw at a place: x is the left edge and top the upper edge."""
        raise NotImplementedError

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:  # noqa: ARG002
        """Return what fits into a room and the rest, or nothing where it cannot be parted there."""
        return None

    def yielded(self, room: float) -> tuple[Part, Part] | None:  # noqa: ARG002
        """Return the same for what is parted only rather than leave much of a page empty."""
        return None


class Drawn(Part):
    """One thing that is never parted."""

    def __init__(self, height: float, paint: Paint, *, before: float = 0.0) -> None:
        self.height = height
        self.before = before
        self._paint = paint

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        self._paint(pen, x, top)


class Space(Part):
    """An empty place that is kept."""

    def __init__(self, height: float, *, keeps_next: bool = False) -> None:
        self.height = height
        self.keeps_next = keeps_next

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw nothing."""


class Lines(Part):
    """Lines of one paragraph; at least two stay together where a page ends."""

    is_loose = True

    def __init__(
        self,
        tag: Tag,
        lines: Sequence[Line],
        paper: Paper,
        size: float,
        *,
        before: float = 0.0,
        indent: float = 0.0,
        mark: Paint | None = None,
        ink: str = INK,
        is_whole: bool = False,
    ) -> None:
        self.before = before
        self._tag = tag
        self._lines = lines
        self._paper = paper
        self._size = size
        self._indent = indent
        self._mark = mark
        self._ink = ink
        self.is_loose = not is_whole
        self._leading = paper.leading(size)
        self.height = len(lines) * self._leading
        self.left = 0.0 if mark else indent
        """Where its mark or its words begin."""

    @property
    def is_line(self) -> bool:
        """Tell whether it is one line only."""
        return len(self._lines) == 1

    @property
    def width(self) -> float:
        """Return how wide mark and words are."""
        return self._indent - self.left + max(one.width for one in self._lines)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Write the mark and the lines."""
        if self._mark is not None:
            self._mark(pen, x, top)
        y = top - self._paper.baseline(self._size)
        for line in self._lines:
            pen.text(self._tag, line, x + self._indent, y, ink=self._ink)
            y -= self._leading

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:  # noqa: ARG002
        """Part between lines, never leaving one alone."""
        count = len(self._lines)
        fits = min(int((room + 0.01) // self._leading), count - 2)
        if fits < 2:
            return None
        return self._some(0, fits, self.before, self._mark), self._some(fits, count, 0.0, None)

    def _some(self, start: int, end: int, before: float, mark: Paint | None) -> Lines:
        some = Lines(
            self._tag, self._lines[start:end], self._paper, self._size,
            before=before, indent=self._indent, mark=mark, ink=self._ink, is_whole=not self.is_loose,
        )  # fmt: skip
        some.keeps_next = self.keeps_next
        return some


class Stack(Part):
    """Parts one below the other."""

    def __init__(self, parts: Sequence[Part], *, before: float = 0.0, is_loose: bool = False) -> None:
        self.before = before
        self.is_loose = is_loose
        self.parts = tuple(parts)
        self.height = stacked(self.parts)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw each part below the one before."""
        y = top
        for n, part in enumerate(self.parts):
            if n:
                if part.lead is not None:
                    part.lead(pen, x, y)
                y -= part.before
            part.draw(pen, x, y)
            y -= part.height

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:
        """Part between parts, or inside the one that the page's end meets."""
        found = fitting(self.parts, room, force=force)
        if found is None:
            return None
        return self.begun(found[0]), Stack(found[1], is_loose=self.is_loose)

    def begun(self, parts: Sequence[Part]) -> Stack:
        """Return its first parts as they stand at the end of a page, with what is drawn above them."""
        first = Stack(parts, before=self.before, is_loose=self.is_loose)
        first.lead = self.lead
        return first


class Boxed(Part):
    """A part inside a box; parted, each page has a box of its own."""

    def __init__(
        self, inside: Part, padding: tuple[float, float], box: BoxPaint, *,
        before: float = 0.0, height: float = 0.0,
    ) -> None:  # fmt: skip
        self.before = before
        self._inside = inside
        self._padding = padding
        self._box = box
        self.height = max(height, inside.height + 2 * padding[1])

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the box, then what is in it."""
        self._box(pen, x, top, self.height)
        self._inside.draw(pen, x + self._padding[0], top - self._padding[1])

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:
        """Part what is inside."""
        found = self._inside.split(room - 2 * self._padding[1], force=force)
        if found is None:
            return None
        first, rest = found
        return Boxed(first, self._padding, self._box, before=self.before), Boxed(rest, self._padding, self._box)


def stacked(parts: Sequence[Part]) -> float:
    """Return the height of parts one below the other."""
    return sum(part.height + (part.before if n else 0.0) for n, part in enumerate(parts))


def fitting(
    parts: Sequence[Part], room: float, *, force: bool = False, spare: float = inf
) -> tuple[Sequence[Part], Sequence[Part]] | None:
    """Return the parts that fit into a room and the rest; what keeps its next moves on with it.

    Where more than `spare` would stay empty, what yields is parted; with `force` also what never does.
    """
    used, shown = 0.0, 0
    for n, part in enumerate(parts):
        shown += part.count if part.most_on_a_page else 0
        if n and (part.starts_page or (part.most_on_a_page and shown > part.most_on_a_page)):
            return parts[:n], parts[n:]
        above = part.before if n else 0.0
        if used + above + part.height > room + 0.01:
            left = room - used - above
            kept = _without_leaders(parts, n)
            found = part.split(left, force=force) if force or part.is_loose else None
            if found is None and room - stacked(parts[:kept]) > spare:
                found = part.yielded(left)
            if found is not None:
                return [*parts[:n], found[0]], [found[1], *parts[n + 1 :]]
            if force and n and not kept:
                kept = n  # even a heading is parted from what follows rather than leave the page
            return (parts[:kept], parts[kept:]) if kept else None
        used += above + part.height
    return parts, ()


def _without_leaders(parts: Sequence[Part], count: int) -> int:
    """Return how many of the first parts may stand at a page's end: none that keeps its next."""
    while count and parts[count - 1].keeps_next:
        count -= 1
    return count
