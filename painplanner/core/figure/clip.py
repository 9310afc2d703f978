"""Shapes are cut at the edge of a close-up: fills keep their area inside, outlines end where the picture ends."""

from __future__ import annotations

from itertools import pairwise

from painplanner.core.drawing import Area, Line, Path, Point, Shape, points_of, polygon

Window = tuple[float, float, float, float]
"""Left, low, right, high."""
_STEPS = 7


def clipped(shape: Shape, window: Window) -> list[Shape]:
    """Return what of a shape is inside a window."""
    if not isinstance(shape, (Area, Line)):
        return [shape]
    spots = points_of(shape.path)
    if all(_inside(spot, window) for spot in spots):
        return [shape]
    if _apart(spots, window):
        return []
    flat = _flattened(shape.path)
    if isinstance(shape, Line):
        return [Line(polygon(run), shape.role, shape.width, shape.cap, shape.dash) for run in _runs(flat, window)]
    found: list[Shape] = []
    inside = _cut(flat, window) if shape.fill else []
    if len(inside) > 2:
        found.append(Area(polygon(inside), fill=shape.fill))
    if shape.line:
        runs = _runs([*flat, flat[0]], window)
        found += [Line(polygon(run), shape.line, min(shape.width, _FINE)) for run in runs]
    return found


_FINE = 1.5
_FAR = 1e4
_BODY = {"ink", "skin", "skin_far", "shirt", "shirt_far", "trousers", "trousers_far", "shoe", "shoe_far", "hair"}


def submerged(shapes: list[Shape], level: float) -> list[Shape]:
    """Return shapes of a body cut at a level, the lower parts in the colours of what is under water."""
    found: list[Shape] = []
    for shape in shapes:
        if not isinstance(shape, (Area, Line)) or not _roles(shape) <= _BODY:
            found.append(shape)
            continue
        found += [_wet(part) for part in clipped(shape, (-_FAR, -_FAR, _FAR, level))]
        found += clipped(shape, (-_FAR, level, _FAR, _FAR))
    return found


def _roles(shape: Area | Line) -> set[str]:
    return {shape.fill, shape.line} - {""} if isinstance(shape, Area) else {shape.role}


def _wet(shape: Shape) -> Shape:
    if isinstance(shape, Area):
        fill, line = (role and f"{role}_wet" for role in (shape.fill, shape.line))
        return Area(shape.path, fill, line, shape.width)
    return (
        Line(shape.path, f"{shape.role}_wet", shape.width, shape.cap, shape.dash) if isinstance(shape, Line) else shape
    )


def _inside(spot: Point, window: Window) -> bool:
    return window[0] <= spot[0] <= window[2] and window[1] <= spot[1] <= window[3]


def _apart(spots: list[Point], window: Window) -> bool:
    """Return whether all points lie on one side of the window."""
    left, low, right, high = window
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return max(xs) < left or min(xs) > right or max(ys) < low or min(ys) > high


def _flattened(path: Path) -> list[Point]:
    """Return a path as straight steps."""
    found: list[Point] = [(path[0][0], path[0][1])]
    for row in path[1:]:
        if len(row) == 2:
            found.append((row[0], row[1]))
            continue
        (x0, y0), (x1, y1, x2, y2, x3, y3) = found[-1], row
        for i in range(1, _STEPS + 1):
            t = i / _STEPS
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return found


def _edges(window: Window) -> tuple[tuple[int, float, float], ...]:
    """Return each edge as axis, place and the sign of what is inside."""
    left, low, right, high = window
    return ((0, left, 1.0), (0, right, -1.0), (1, low, 1.0), (1, high, -1.0))


def _cut(spots: list[Point], window: Window) -> list[Point]:
    """Return a closed outline inside a window (Sutherland and Hodgman)."""
    for axis, place, sign in _edges(window):
        kept: list[Point] = []
        for a, b in zip(spots[-1:] + spots[:-1], spots, strict=True):
            a_in, b_in = (a[axis] - place) * sign >= 0, (b[axis] - place) * sign >= 0
            if a_in != b_in:
                kept.append(_crossing(a, b, axis, place))
            if b_in:
                kept.append(b)
        spots = kept
        if not spots:
            break
    return spots


def _crossing(a: Point, b: Point, axis: int, place: float) -> Point:
    t = (place - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + (b[1 - axis] - a[1 - axis]) * t
    return (place, other) if axis == 0 else (other, place)


def _runs(spots: list[Point], window: Window) -> list[list[Point]]:
    """Return the parts of an open line that are inside a window (each step by Liang and Barsky)."""
    runs: list[list[Point]] = []
    for a, b in pairwise(spots):
        part = _within(a, b, window)
        if part is None:
            continue
        if runs and runs[-1][-1] == part[0]:
            runs[-1].append(part[1])
        else:
            runs.append([*part])
    return runs


def _within(a: Point, b: Point, window: Window) -> tuple[Point, Point] | None:
    first, last = 0.0, 1.0
    for axis, place, sign in _edges(window):
        start, way = (a[axis] - place) * sign, (b[axis] - a[axis]) * sign
        if way == 0:
            if start < 0:
                return None
            continue
        t = -start / way
        if way > 0:
            first = max(first, t)
        else:
            last = min(last, t)
    if first >= last:
        return None
    start_at = a if first == 0 else _along(a, b, first, window)
    return start_at, b if last == 1 else _along(a, b, last, window)


def _along(a: Point, b: Point, t: float, window: Window) -> Point:
    x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
    return (max(window[0], min(window[2], x)), max(window[1], min(window[3], y)))
