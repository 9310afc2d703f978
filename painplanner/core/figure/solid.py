"""The solids that things are made of: boxes, cylinders, slabs, rods and discs, drawn for any camera.

Each is its silhouette with the face that the viewer sees; what they stand for is said where they are used.
"""

from __future__ import annotations

import math

from painplanner.core.drawing import Area, Line, Point, Shape, curve_through, polygon
from painplanner.core.figure.outline import Camera, area, hull
from painplanner.core.figure.skeleton import Skeleton, point
from painplanner.core.figure.value import Prop
from painplanner.core.figure.vector import Turn, Vec, add, cross, length, mul, place, sub, unit

EDGE = 0.8


def place_of(prop: Prop, *default: float) -> Vec:
    """Return where a prop stands; numbers that are not given are the default's."""
    given = prop.at
    full = tuple(given[i] if i < len(given) else default[i] for i in range(3))
    return (full[0], full[1], full[2])


def size_of(prop: Prop, *default: float) -> tuple[float, ...]:
    """Return the size of a prop; numbers that are not given are the default's."""
    return tuple(prop.size[i] if i < len(prop.size) else default[i] for i in range(len(default)))


def way_of(prop: Prop, default: Vec) -> Vec:
    """Return the unit direction that a prop looks or lies along."""
    return unit(point_of(prop.way)) if prop.way else default


def point_of(spot: tuple[float, ...]) -> Vec:
    """Return three numbers from up to three."""
    x, y, z, *_ = (*spot, 0.0, 0.0, 0.0)
    return (x, y, z)


def middle_of(prop: Prop, body: Skeleton) -> Vec:
    """Return the middle of the points that a prop hangs on, moved by `at`; the origin without points."""
    spots = [point(body, spot) for spot in prop.points]
    total = (0.0, 0.0, 0.0)
    for spot in spots:
        total = add(total, mul(spot, 1 / len(spots)))
    return add(total, place_of(prop, 0, 0, 0))


def facing(way: Vec) -> Turn:
    """Return the frame that looks along `way` with its up as near to upright as can be."""
    right = unit(cross(way, (0.0, 1.0, 0.0)), (0.0, 0.0, 1.0))
    return (way, cross(right, way), right)


def box(
    camera: Camera, middle: Vec, size: tuple[float, ...], fill: str = "prop", line: str = "prop_line"
) -> list[Shape]:
    """Return an upright box that stands on y of `middle`: its silhouette and, seen from above, its top."""
    w, h, d = size[0] / 2, size[1], size[2] / 2
    x, y, z = middle
    corners = [(x + a * w, y + b * h, z + c * d) for a in (-1, 1) for b in (0, 1) for c in (-1, 1)]
    outline = hull([_tidy(camera.flat(corner)) for corner in corners])
    shapes: list[Shape] = [Area(polygon(outline), fill=fill, line=line, width=EDGE)]
    if camera.depth((0.0, 1.0, 0.0)) > 0.1:
        top = [(x - w, y + h, z - d), (x + w, y + h, z - d), (x + w, y + h, z + d), (x - w, y + h, z + d)]
        shapes.append(Area(polygon([camera.flat(corner) for corner in top]), line=line, width=EDGE))
    return shapes


def _tidy(spot: Point) -> Point:
    return (round(spot[0], 4), round(spot[1], 4))


def slab(
    camera: Camera, middle: Vec, frame: Turn, size: tuple[float, ...], fill: str = "prop", line: str = "prop_line"
) -> list[Shape]:
    """Return a box about its middle, turned as a frame: `size` is (forward, up, right)."""
    f, u, r = size[0] / 2, size[1] / 2, size[2] / 2
    corners = [place(middle, frame, a * f, b * u, c * r) for a in (-1, 1) for b in (-1, 1) for c in (-1, 1)]
    outline = hull([_tidy(camera.flat(corner)) for corner in corners])
    return [Area(polygon(outline), fill=fill, line=line, width=EDGE)]


def cylinder(
    camera: Camera, start: Vec, end: Vec, radius: float, fill: str = "prop", line: str = "prop_line"
) -> list[Shape]:
    """Return a cylinder: its silhouette and the end that the viewer sees."""
    axis = unit(sub(end, start))
    rings = [_ring(camera, spot, axis, radius) for spot in (start, end)]
    shapes: list[Shape] = [Area(polygon(hull(rings[0] + rings[1])), fill=fill, line=line, width=EDGE)]
    near = rings[1] if camera.depth(axis) > 0 else rings[0]
    if abs(area(near)) > 1.0:
        shapes.append(Area(curve_through(near, closed=True), fill=fill, line=line, width=EDGE))
    return shapes


def _ring(camera: Camera, middle: Vec, axis: Vec, radius: float) -> list[Point]:
    first = unit(cross(axis, (0.13, 0.99, 0.05)), (1.0, 0.0, 0.0))
    second = cross(axis, first)
    spots: list[Point] = []
    for i in range(20):
        a = math.radians(i * 18)
        out = add(mul(first, radius * math.cos(a)), mul(second, radius * math.sin(a)))
        spots.append(_tidy(camera.flat(add(middle, out))))
    return spots


def disc(
    camera: Camera, middle: Vec, way: Vec, radius: float, fill: str, line: str = "", width: float = EDGE
) -> list[Shape]:
    """Return a flat disc that looks along `way`; seen edge-on it is a stroke."""
    ring = _ring(camera, middle, way, radius)
    if abs(area(ring)) > 0.5:
        return [Area(curve_through(ring, closed=True), fill=fill, line=line, width=width)]
    edge = hull(ring)
    return [Line(polygon([edge[0], edge[-1]] if len(edge) > 1 else edge * 2), line or fill, 1.4)]


def rod(spots: list[Point], role: str, width: float, *, curved: bool = False) -> list[Shape]:
    """Return a round bar, rope or tape: an outline under its colour."""
    path = curve_through(spots) if curved and len(spots) > 2 else polygon(spots)
    return [Line(path, "ink", width + 1.0), Line(path, role, width)]


def bar(camera: Camera, start: Vec, end: Vec, role: str = "prop_dark", width: float = 2.0) -> list[Shape]:
    """Return a straight bar in space; one that points at the viewer is a dot."""
    a, b = camera.flat(start), camera.flat(end)
    return rod([a, b if length(sub((*a, 0.0), (*b, 0.0))) > 1e-3 else (a[0] + 0.01, a[1])], role, width)


def sheet(camera: Camera, spots: list[Vec], fill: str, line: str = "prop_line", *, soft: bool = False) -> Area:
    """Return a flat area with corners in space, or with soft corners."""
    flat = [camera.flat(spot) for spot in spots]
    return Area(curve_through(flat, closed=True) if soft else polygon(flat), fill=fill, line=line, width=EDGE)
