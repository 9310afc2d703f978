"""Signs on a picture: arrows along the path a body point really takes, pushes, clocks, repetition, stretch, breath."""

from __future__ import annotations

import math

from painplanner.core.drawing import Area, Line, Point, Shape, arrowhead, circle, curve_through, polygon
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.skeleton import Skeleton, between, point
from painplanner.core.figure.value import Mark
from painplanner.core.figure.vector import add, unit

STROKE = 2.2
HEAD = 5.4
_STEPS = 10
IN_SPACE = frozenset({"push", "arrow", "sway"})
"""Signs whose length is measured in the scene, so that a camera that comes nearer shows it larger by itself."""


def draw_mark(mark: Mark, body: Skeleton, camera: Camera, before: Skeleton | None) -> list[Shape]:
    """Return the shapes of a mark on one frame; `before` is the body that the movement comes from."""
    if mark.kind == "path":
        return _path(mark, camera, before, body) if before is not None else []
    if mark.kind in _ALONG:
        return _ALONG[mark.kind](mark, body, camera)
    x, y = camera.flat(add(point(body, mark.point or "crown"), point(body, mark.shift)))
    if mark.kind == "clock":
        return clock(x, y, mark.size or 5.5)
    if mark.kind == "repeat":
        return _repeat(x, y, mark.size or 5.0)
    return _breath(x, y)


def _path(mark: Mark, camera: Camera, before: Skeleton, now: Skeleton) -> list[Shape]:
    spots: list[Point] = []
    shift = point(now, mark.shift)
    for i in range(_STEPS + 1):
        here = add(point(between(before, now, i / _STEPS), mark.point), shift)
        spots.append(camera.flat(here))
    spots = _lengthened(spots, mark.size) if mark.size else spots
    return arrow(spots)


def _lengthened(spots: list[Point], least: float) -> list[Point]:
    """Return a short path drawn out to a length that can be seen, about its middle."""
    (x0, y0), (x1, y1) = spots[0], spots[-1]
    long = math.hypot(x1 - x0, y1 - y0)
    if long >= least or long < 1e-6:
        return spots
    k = least / long
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    return [(cx + (x - cx) * k, cy + (y - cy) * k) for x, y in spots]


def arrow(spots: list[Point]) -> list[Shape]:
    """Return a thick curve through `spots` with a head at its end."""
    (x1, y1) = spots[-1]
    x0, y0 = next((s for s in reversed(spots) if math.hypot(s[0] - x1, s[1] - y1) > HEAD * 0.7), spots[0])
    angle = math.atan2(y1 - y0, x1 - x0)
    stem = [s for s in spots if math.hypot(s[0] - x1, s[1] - y1) > HEAD * 0.75]
    end = (x1 - HEAD * 0.7 * math.cos(angle), y1 - HEAD * 0.7 * math.sin(angle))
    line = curve_through([*stem, end]) if len(stem) > 1 else polygon([spots[0], end])
    return [Line(line, "arrow", STROKE), Area(arrowhead((x1, y1), angle, HEAD), fill="arrow")]


def _push(mark: Mark, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a straight arrow that starts at a point and goes `towards` by `size`."""
    start = add(point(body, mark.point), point(body, mark.shift))
    way = unit(point(body, mark.towards))
    size = mark.size or 13.0
    end = add(start, (way[0] * size, way[1] * size, way[2] * size))
    a, b = camera.flat(start), camera.flat(end)
    return arrow([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b])


def _straight(mark: Mark, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw a straight arrow about a point, in the direction `towards`; a sway has a head at both ends."""
    x, y = camera.flat(add(point(body, mark.point), point(body, mark.shift)))
    dx, dy = camera.flat(unit(point(body, mark.towards or (1.0, 0.0, 0.0))))
    half = (mark.size or 13.0) / 2
    spots = [(x + dx * half * k, y + dy * half * k) for k in (-1.0, 0.0, 1.0)]
    if mark.kind == "arrow":
        return arrow(spots)
    return arrow([spots[1], ((x + spots[2][0]) / 2, (y + spots[2][1]) / 2), spots[2]]) + arrow(
        [spots[1], ((x + spots[0][0]) / 2, (y + spots[0][1]) / 2), spots[0]]
    )


def _circle(mark: Mark, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw an arrow round a point: a circle in the picture, or about the axis `towards` as the viewer sees it."""
    x, y = camera.flat(add(point(body, mark.point), point(body, mark.shift)))
    radius = mark.size or 8.0
    up, open_, first, last = (0.0, 1.0), 1.0, 150.0, -150.0
    if mark.towards:
        axis = unit(point(body, mark.towards))
        dx, dy = camera.flat(axis)
        near = camera.depth(axis)
        long = math.hypot(dx, dy)
        up = (dx / long, dy / long) if long > 0.05 else up
        open_ = math.copysign(max(_LEAST_OPEN, abs(near)), near if abs(near) > 1e-6 else 1.0)
        first, last = 200.0, 340.0
    first, last = mark.arc[:2] if len(mark.arc) > 1 else (first, last)
    spots: list[Point] = []
    for i in range(_STEPS * 2 + 1):
        a = math.radians(first + (last - first) * i / (_STEPS * 2))
        e, d = radius * math.cos(a), radius * open_ * math.sin(a)
        spots.append((x + up[1] * e + up[0] * d, y - up[0] * e + up[1] * d))
    return arrow(spots)


def _shade(mark: Mark, body: Skeleton, camera: Camera) -> list[Shape]:
    """Hatch a round region of the body, or a long one from `point` to `to`, `size` to each side."""
    start = add(point(body, mark.point), point(body, mark.shift))
    ax, ay = camera.flat(start)
    bx, by = camera.flat(add(point(body, mark.to), point(body, mark.shift))) if mark.to else (ax, ay)
    long, radius = math.hypot(bx - ax, by - ay), mark.size or 3.4
    ux, uy = ((bx - ax) / long, (by - ay) / long) if long > 0.1 else (1.0, 0.0)
    count = max(4, round((long + 2 * radius) / 1.9))
    shapes: list[Shape] = []
    for i in range(count):
        along = -radius + (long + 2 * radius) * (i + 0.5) / count
        over = max(0.0, -along, along - long)
        half = math.sqrt(max(0.0, radius * radius - over * over))
        spots = [(ax + ux * (along + k * 0.5) - uy * k, ay + uy * (along + k * 0.5) + ux * k) for k in (-half, half)]
        shapes.append(Line(polygon(spots), "stretch", 1.1))
    return shapes


def _press(mark: Mark, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw where something presses: a dot with two rings."""
    x, y = camera.flat(add(point(body, mark.point), point(body, mark.shift)))
    radius = mark.size or 3.6
    rings: list[Shape] = [Area(circle(x, y, radius * k), line="stretch", width=1.1) for k in (1.0, 0.62)]
    return [*rings, Area(circle(x, y, radius * 0.28), fill="stretch")]


def _stretch(mark: Mark, body: Skeleton, camera: Camera) -> list[Shape]:
    """Draw three soft strokes along the stretched part."""
    ax, ay = camera.flat(add(point(body, mark.point), point(body, mark.shift)))
    bx, by = camera.flat(add(point(body, mark.to), point(body, mark.shift)))
    long = math.hypot(bx - ax, by - ay) or 1.0
    nx, ny = -(by - ay) / long, (bx - ax) / long
    shapes: list[Shape] = []
    for k, share in ((-1.5, 0.12), (0.0, 0.0), (1.5, 0.12)):
        spots = [(ax + (bx - ax) * t + nx * k, ay + (by - ay) * t + ny * k) for t in (share, 1 - share)]
        shapes.append(Line(polygon(spots), "stretch", 1.0))
    return shapes


def clock(x: float, y: float, radius: float) -> list[Shape]:
    """Return a clock face without numbers: hold for a time."""
    hands = polygon([(x, y + radius * 0.62), (x, y), (x + radius * 0.45, y - radius * 0.2)])
    return [
        Area(circle(x, y, radius), fill="background", line="arrow", width=1.4),
        Line(hands, "arrow", 1.2),
        Area(circle(x, y, 0.7), fill="arrow"),
    ]


def _repeat(x: float, y: float, radius: float) -> list[Shape]:
    spots = [
        (x + radius * math.cos(math.radians(a)), y + radius * math.sin(math.radians(a))) for a in range(130, -171, -25)
    ]
    return arrow(spots)


def _breath(x: float, y: float) -> list[Shape]:
    shapes: list[Shape] = []
    for k in (-1.0, 1.0):
        spots = [(x, y + 2.2 * k), (x + 4, y + 3.2 * k), (x + 8, y + 2.4 * k), (x + 11, y + 3.6 * k)]
        shapes.append(Line(curve_through(spots), "arrow", 1.3))
    return shapes


_LEAST_OPEN = 0.34
"""A circle that is seen edge-on is opened so far that it reads as a turn."""
_ALONG = {
    "push": _push,
    "stretch": _stretch,
    "arrow": _straight,
    "sway": _straight,
    "circle": _circle,
    "shade": _shade,
    "press": _press,
}
