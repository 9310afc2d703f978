"""What can be taken hold of in a picture: joints, things with their points and sizes, signs; no widget here.

A thing shows where it can be made larger, and what it is tied to, only while it is in hand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from painplanner.core.drawing import Area, Drawing, Line, Point
from painplanner.core.figure import Figure, stringing
from painplanner.core.figure.editing import dragged, handles
from painplanner.core.figure.scene import Fit
from painplanner.core.figure.scenery import (
    mark_place,
    moved_mark,
    moved_prop,
    prop_place,
    pulled_mark,
    tip_place,
    without_mark,
    without_prop,
)
from painplanner.core.figure.sizing import SizeHandle, nudged, pulled, size_handles
from painplanner.core.figure.whole import whole
from painplanner.core.values import replace

SNAP = 3.0
"""How near a point of a band must come to the body to be tied to it."""
TOGETHER = 2.2
"""Joints so near to one another are taken by turns."""
_OF_THING = {"prop", "bend", "point", "size"}


class Grip(NamedTuple):
    """A point to take hold of, and its place in the picture.

    Names are a joint ("right_hand"), a thing ("prop:1"), one of its points ("point:1:0"), where it can be bent
    ("bend:1:0") or made larger ("size:1:2"), a sign ("mark:0") and its end ("tip:0").
    """

    name: str
    x: float
    y: float
    is_held: bool = False
    depth: float = 0.0

    @property
    def kind(self) -> str:
        """Return "joint", or what stands before the first colon."""
        return kind_of(self.name)

    @property
    def number(self) -> int:
        """Return which thing or sign it is."""
        return int(self.name.split(":")[1])

    @property
    def part(self) -> int:
        """Return which point or measure of a thing it is."""
        return int(self.name.split(":")[2])


def kind_of(name: str) -> str:
    """Return what kind of grip a name is of."""
    return name.partition(":")[0] if ":" in name else "joint"


def thing_of(name: str) -> int | None:
    """Return the thing that a grip belongs to, nothing for joints and signs."""
    return int(name.split(":")[1]) if kind_of(name) in _OF_THING else None


def grips(figure: Figure, frame: int, at: Fit, hand: str = "") -> tuple[Grip, ...]:
    """Return everything to take hold of in a frame: joints from head to foot, then things, then signs."""
    return (*joints(figure, frame, at), *_of_things(figure, frame, at, thing_of(hand)), *_of_signs(figure, frame, at))


def joints(figure: Figure, frame: int, at: Fit) -> tuple[Grip, ...]:
    """Return the points of the body alone."""
    return tuple(Grip(one.name, one.x, one.y, one.is_held, one.depth) for one in handles(figure, frame, at))


def _of_things(figure: Figure, frame: int, at: Fit, in_hand: int | None) -> Iterator[Grip]:
    for number, prop in enumerate(figure.props):
        if prop.kind == "mat":
            continue
        if _is_bent_by_hand(figure, number):
            for after, place in enumerate(stringing.middles_at(figure, frame, number, at)):
                yield Grip(f"bend:{number}:{after}", *place)
        else:
            place = prop_place(figure, frame, number, at)
            if place is not None:
                yield Grip(f"prop:{number}", *place)
        if number == in_hand:
            for which, spot in enumerate(stringing.points_at(figure, frame, number, at)):
                yield Grip(f"point:{number}:{which}", *spot)
            for one in size_handles(figure, frame, number, at):
                yield Grip(f"size:{number}:{one.number}", one.x, one.y)


def _is_bent_by_hand(figure: Figure, number: int) -> bool:
    """Tell whether what is pulled in its middle bends: something that is tied to the body cannot go along."""
    prop = figure.props[number]
    return stringing.is_strung(prop) and any(isinstance(spot, str) for spot in prop.points)


def _of_signs(figure: Figure, frame: int, at: Fit) -> Iterator[Grip]:
    for number in range(len(figure.marks)):
        for kind, place in (
            ("mark", mark_place(figure, frame, number, at)),
            ("tip", tip_place(figure, frame, number, at)),
        ):
            if place is not None:
                yield Grip(f"{kind}:{number}", *place)


def together(every: tuple[Grip, ...], grip: Grip) -> tuple[Grip, ...]:
    """Return a joint and the others that stand where it stands, the nearer to the viewer first."""
    if grip.kind != "joint":
        return (grip,)
    near = (one for one in every if one.kind == "joint" and math.hypot(one.x - grip.x, one.y - grip.y) <= TOGETHER)
    return tuple(sorted(near, key=lambda one: -one.depth))


# What a drag and the arrow keys do


def moved(figure: Figure, frame: int, grip: Grip, to: Point, at: Fit, *, ties: bool = False) -> Figure:
    """Return the figure with a grip brought to a place in the picture; with `ties` bands hold on to the body there."""
    by = (to[0] - grip.x, to[1] - grip.y)
    if grip.kind in _OF_THING:
        return _thing_moved(figure, frame, grip, by, at, ties=ties)
    if grip.kind == "mark":
        return moved_mark(figure, grip.number, by, at)
    if grip.kind == "tip":
        start = mark_place(figure, frame, grip.number, at) or (0.0, 0.0)
        return pulled_mark(figure, grip.number, (to[0] - start[0], to[1] - start[1]), at)
    return dragged(figure, frame, grip.name, to, at)


def _thing_moved(figure: Figure, frame: int, grip: Grip, by: Point, at: Fit, *, ties: bool) -> Figure:
    number, to = grip.number, (grip.x + by[0], grip.y + by[1])
    if grip.kind == "size":
        handle = _size_handle(figure, frame, grip, at)
        return figure if handle is None else pulled(figure, number, handle, by)
    if grip.kind == "prop":
        return _whole_moved(figure, frame, grip, by, at)
    name = stringing.nearest_tie(figure, frame, to, SNAP, at) if ties else ""
    if grip.kind == "bend":
        made = stringing.bent(figure, frame, number, grip.part, by, at)
        return stringing.tied(made, number, grip.part + 1, name) if name else made
    if name:
        return stringing.tied(figure, number, grip.part, name)
    return stringing.moved_point(figure, frame, number, grip.part, by, at)


def _whole_moved(figure: Figure, frame: int, grip: Grip, by: Point, at: Fit) -> Figure:
    prop = figure.props[grip.number]
    if stringing.side_of(prop):
        to = (grip.x + by[0], grip.y + by[1])
        return stringing.on_side(figure, grip.number, stringing.other_side_near(figure, frame, grip.number, to, at))
    if prop.kind in stringing.POINTS_ALONE and stringing.has_points(prop):
        return stringing.moved_whole(figure, frame, grip.number, by, at)
    return moved_prop(figure, frame, grip.number, by, at)


def _size_handle(figure: Figure, frame: int, grip: Grip, at: Fit) -> SizeHandle | None:
    found = size_handles(figure, frame, grip.number, at)
    return next((one for one in found if one.number == grip.part), None)


def stepped(figure: Figure, frame: int, grip: Grip, by: Point, at: Fit) -> Figure:
    """Return the figure with a grip moved by a step of the arrow keys; sizes change by whole steps."""
    if grip.kind == "size":
        handle = _size_handle(figure, frame, grip, at)
        return figure if handle is None else nudged(figure, grip.number, handle, by)
    return moved(figure, frame, grip, (grip.x + by[0], grip.y + by[1]), at)


def name_when_moved(grip: Grip) -> str:
    """Return what a grip is called once it was moved: where something was bent it has a point more."""
    return f"point:{grip.number}:{grip.part + 1}" if grip.kind == "bend" else grip.name


def removed(figure: Figure, grip: Grip) -> Figure:
    """Return the figure without a sign, a thing, or one of its points; a body keeps its joints."""
    if grip.kind == "point":
        less = stringing.without_point(figure, grip.number, grip.part)
        return less if less != figure else without_prop(figure, grip.number)
    if grip.kind in _OF_THING:
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
