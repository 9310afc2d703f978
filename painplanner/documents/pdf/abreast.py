"""Short lines that share a row where they fit: sentences run on, boxes to tick stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from painplanner.documents.pdf.parts import Lines, Part
from painplanner.documents.pdf.pen import Pen

RUN_ON = 0.5
"""How far apart sentences of a row stand, as a share of the size of type."""


class _Row(Part):
    """Paragraphs of one line beside one another."""

    def __init__(self, first: Lines) -> None:
        self.before = first.before
        self.height = first.height
        self.placed: list[tuple[float, Lines]] = [(0.0, first)]

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw each at its place."""
        for dx, part in self.placed:
            part.draw(pen, x + dx, top)


def abreast(parts: Iterable[Lines], room: float, gap: float) -> list[Part]:
    """Return paragraphs one below the other, those of one line in a row as long as they fit, in their order."""
    made: list[Part] = []
    run: list[Lines] = []
    for part in parts:
        if run and part.is_line and _width([*run, part], gap) <= room:
            run.append(part)
            continue
        made += _set(run, gap)
        run = [part] if part.is_line else []
        made += [] if part.is_line else [part]
    return made + _set(run, gap)


def _width(run: Sequence[Lines], gap: float) -> float:
    """Return where a row ends, measured from where its first paragraph is drawn."""
    return run[0].left + sum(part.width for part in run) + gap * (len(run) - 1)


def _set(run: Sequence[Lines], gap: float) -> list[Part]:
    if len(run) < 2:
        return [*run]
    row = _Row(run[0])
    end = run[0].left + run[0].width
    for part in run[1:]:
        row.placed.append((end + gap - part.left, part))
        end += gap + part.width
    return [row]
