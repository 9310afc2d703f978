"""What can be taken hold of on a photograph: edges and corners of the cut, and each arrow's ends and middle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from painplanner.gui.pages.library.photo.framing import Spot, box_of, to_source, to_turned, with_edges_moved
from painplanner.gui.pages.library.photo.shots import Arrow, Shot, seen_arrow, with_arrow, without_arrow
from painplanner.text import _

EDGES = ("left", "top", "right", "bottom")
CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
PARTS = ("tail", "bend", "tip")


class Grip(NamedTuple):
    """A point to take hold of: its name ("left", "top_right", "tip:0") and its place in the turned photograph."""

    name: str
    x: float
    y: float

    @property
    def is_arrow(self) -> bool:
        """Tell whether it belongs to an arrow."""
        return ":" in self.name

    @property
    def part(self) -> str:
        """Return which part of its arrow it is, or the edges that it moves."""
        return self.name.partition(":")[0]

    @property
    def number(self) -> int:
        """Return which arrow it belongs to."""
        return int(self.name.partition(":")[2])

    @property
    def is_corner(self) -> bool:
        """Tell whether it moves two edges."""
        return self.name in CORNERS


def grips(shot: Shot) -> tuple[Grip, ...]:
    """Return everything to take hold of: arrows in their order, then the cut."""
    return (*_of_arrows(shot), *_of_cut(shot))


def _of_cut(shot: Shot) -> Iterator[Grip]:
    box = box_of(shot.size, shot.framing)
    across = {"left": box.left, "right": box.right}
    down = {"top": box.top, "bottom": box.bottom}
    for name in (*EDGES, *CORNERS):
        x = next((at for edge, at in across.items() if edge in name), box.middle[0])
        y = next((at for edge, at in down.items() if edge in name), box.middle[1])
        yield Grip(name, x, y)


def _of_arrows(shot: Shot) -> Iterator[Grip]:
    for number, arrow in enumerate(shot.arrows):
        if seen_arrow(shot, arrow) is None:
            continue
        for part, spot in _places(arrow).items():
            yield Grip(f"{part}:{number}", *_inside(shot, to_turned(shot.size, shot.framing, spot)))


def _places(arrow: Arrow) -> dict[str, Spot]:
    return {"tail": (arrow.x0, arrow.y0), "bend": arrow.middle, "tip": (arrow.x1, arrow.y1)}


def _inside(shot: Shot, spot: Spot) -> Spot:
    """Return a place within the cut: what is beyond is seen at its edge."""
    box = box_of(shot.size, shot.framing)
    return max(box.left, min(box.right, spot[0])), max(box.top, min(box.bottom, spot[1]))


def moved(shot: Shot, grip: Grip, to: Spot) -> Shot:
    """Return the photograph with what was taken hold of brought to a place of the turned photograph."""
    if not grip.is_arrow:
        by = (to[0] - grip.x, to[1] - grip.y)
        return replace(shot, framing=with_edges_moved(shot.size, shot.framing, grip.name, by))
    there = to_source(shot.size, shot.framing, to if grip.part == "bend" else _inside(shot, to))
    return with_arrow(shot, grip.number, shot.arrows[grip.number].moved(grip.part, there))


def drawn(shot: Shot, start: Spot, end: Spot) -> Arrow:
    """Return the arrow between two places of the turned photograph."""
    ends = (to_source(shot.size, shot.framing, _inside(shot, spot)) for spot in (start, end))
    (x0, y0), (x1, y1) = ends
    return Arrow(x0, y0, x1, y1)


def removed(shot: Shot, grip: Grip) -> Shot:
    """Return the photograph without an arrow; a cut stays."""
    return without_arrow(shot, grip.number) if grip.is_arrow else shot


def grip_words(name: str) -> str:
    """Return how a point that can be dragged is called."""
    part, colon, number = name.partition(":")
    if colon:
        known = {"tail": _("Arrow {n}: start"), "bend": _("Arrow {n}: bend"), "tip": _("Arrow {n}: point")}
        return known[part].format(n=int(number) + 1)
    return {
        "left": _("Left edge"),
        "top": _("Upper edge"),
        "right": _("Right edge"),
        "bottom": _("Lower edge"),
        "top_left": _("Upper left corner"),
        "top_right": _("Upper right corner"),
        "bottom_right": _("Lower right corner"),
        "bottom_left": _("Lower left corner"),
    }[name]
