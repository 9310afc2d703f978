"""What can be taken hold of in a picture: joints of the body, things, signs and the tips of arrows; no widget here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from painplanner.core.drawing import Area, Drawing, Line, Point
from painplanner.core.figure import Figure
from painplanner.core.figure.editing import dragged, handles
from painplanner.core.figure.scene import Fit
from painplanner.core.figure.scenery import (
    mark_place,
    moved_mark,
    moved_prop,
    prop_place,
    tip_place,
    pulled_mark,
    without_mark,
    without_prop,
)
from painplanner.core.figure.whole import whole
from painplanner.core.values import replace


class Grip(NamedTuple):
    """A point to take hold of: its name ("right_hand", "prop:1", "mark:0", "tip:0") and its place in the picture."""

    name: str
    x: float
    y: float
    is_held: bool = False
    depth: float = 0.0

    @property
    def kind(self) -> str:
        """Return "joint", "prop", "mark" or "tip"."""
        return self.name.partition(":")[0] if ":" in self.name else "joint"

    @property
    def number(self) -> int:
        """Return which thing or sign it is."""
        return int(self.name.partition(":")[2])


def grips(figure: Figure, frame: int, at: Fit) -> tuple[Grip, ...]:
    """Return everything to take hold of in a frame: joints from head to foot, then things, then signs."""
    return (*joints(figure, frame, at), *_of_things(figure, frame, at))


def joints(figure: Figure, frame: int, at: Fit) -> tuple[Grip, ...]:
    """Return the points of the body alone."""
    return tuple(Grip(one.name, one.x, one.y, one.is_held, one.depth) for one in handles(figure, frame, at))


def _of_things(figure: Figure, frame: int, at: Fit) -> Iterator[Grip]:
    for number, prop in enumerate(figure.props):
        place = prop_place(figure, frame, number, at) if prop.kind != "mat" else None
        if place is not None:
            yield Grip(f"prop:{number}", *place)
    for number in range(len(figure.marks)):
        for kind, place in (
            ("mark", mark_place(figure, frame, number, at)),
            ("tip", tip_place(figure, frame, number, at)),
        ):
            if place is not None:
                yield Grip(f"{kind}:{number}", *place)


def moved(figure: Figure, frame: int, grip: Grip, to: Point, at: Fit) -> Figure:
    """Return the figure with what was taken hold of brought to a place in the picture."""
    by = (to[0] - grip.x, to[1] - grip.y)
    if grip.kind == "prop":
        return moved_prop(figure, frame, grip.number, by, at)
    if grip.kind == "mark":
        return moved_mark(figure, grip.number, by, at)
    if grip.kind == "tip":
        start = mark_place(figure, frame, grip.number, at) or (0.0, 0.0)
        return pulled_mark(figure, grip.number, (to[0] - start[0], to[1] - start[1]), at)
    return dragged(figure, frame, grip.name, to, at)


def removed(figure: Figure, grip: Grip) -> Figure:
    """Return the figure without a thing or sign; a body keeps its joints."""
    if grip.kind == "prop":
        return without_prop(figure, grip.number)
    return without_mark(figure, grip.number) if grip.kind in {"mark", "tip"} else figure


def alone(figure: Figure, frame: int) -> Figure:
    """Return one frame by itself with what it shows, but no arrow along a movement: what a drag needs, and no more."""
    props = tuple(replace(p, frames=()) for p in figure.props if not p.frames or frame in p.frames)
    last = (len(figure.frames) - 1,)
    marks = tuple(
        replace(mark, frames=()) for mark in figure.marks if frame in (mark.frames or last) and mark.kind != "path"
    )
    return replace(whole(figure), frames=(whole(figure).frames[frame],), props=props, marks=marks, alt=(), trains="")


def with_frame(figure: Figure, frame: int, one: Figure) -> Figure:
    """Return a figure with the frame of another that was drawn alone."""
    frames = whole(figure).frames
    return replace(figure, frames=(*frames[:frame], one.frames[0], *frames[frame + 1 :]))


def area_changed(before: Drawing, after: Drawing) -> tuple[float, float, float, float] | None:
    """Return left, bottom, right and top of what differs between two drawings, nothing when all may."""
    if len(before.shapes) != len(after.shapes):
        return None
    xs: list[float] = []
    ys: list[float] = []
    for a, b in zip(before.shapes, after.shapes, strict=True):
        if a != b and isinstance(a, (Area, Line)) and isinstance(b, (Area, Line)):
            for row in (*a.path, *b.path):
                xs += row[::2]
                ys += row[1::2]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)
