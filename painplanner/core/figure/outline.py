"""Outlines on the picture plane: limbs as smooth tapered tubes, hulls, and flat shapes seen at an angle."""

from __future__ import annotations

import math

from painplanner.core.drawing import Path, Point, curve_through
from painplanner.core.figure.vector import Turn, Vec, place


class Camera:
    """Looks at the scene along the level, turned by `yaw` and raised by `pitch` degrees; without perspective."""

    def __init__(self, yaw: float, pitch: float, zoom: float = 1.0) -> None:
        """Keep the sines and cosines, and how many times as large all is."""
        self._zoom = zoom
        self._cy, self._sy = math.cos(math.radians(yaw)), math.sin(math.radians(yaw))
        self._cp, self._sp = math.cos(math.radians(pitch)), math.sin(math.radians(pitch))

    def depth(self, v: Vec) -> float:
        """Return how near to the viewer a point is."""
        return v[1] * self._sp + (v[0] * self._sy + v[2] * self._cy) * self._cp

    def flat(self, v: Vec) -> Point:
        """Return where a point is in the picture."""
        level = v[0] * self._sy + v[2] * self._cy
        x, y = v[0] * self._cy - v[2] * self._sy, v[1] * self._cp - level * self._sp
        return (x * self._zoom, y * self._zoom)

    def across(self) -> tuple[Vec, Vec]:
        """Return the ways in space that go to the right and up in the picture."""
        return (self._cy, 0.0, -self._sy), (-self._sy * self._sp, self._cp, -self._cy * self._sp)


def tube(camera: Camera, start: Vec, end: Vec, frame: Turn, shape: tuple[tuple[float, float, float], ...]) -> Path:
    """Return the outline of a bone's flesh; each ring of `shape` is (share of the way, shift to the front, radius)."""
    rings: list[tuple[Point, float]] = []
    for share, forward, radius in shape:
        centre = tuple(start[i] + (end[i] - start[i]) * share + frame[0][i] * forward for i in range(3))
        rings.append((camera.flat(centre), radius))  # type: ignore[arg-type]
    (x0, y0), (x1, y1) = rings[0][0], rings[-1][0]
    size = math.hypot(x1 - x0, y1 - y0)
    if size < 0.75 * (rings[0][1] + rings[-1][1]):
        return around(rings)
    ax, ay = (x1 - x0) / size, (y1 - y0) / size
    left = [(x - ay * r, y + ax * r) for (x, y), r in rings]
    right = [(x + ay * r, y - ax * r) for (x, y), r in reversed(rings)]
    return curve_through([*left, *_cap(rings[-1], ax, ay), *right, *_cap(rings[0], -ax, -ay)], closed=True)


def _cap(ring: tuple[Point, float], ax: float, ay: float) -> list[Point]:
    (x, y), r = ring
    k = r * math.sqrt(0.5)
    return [
        (x + ax * k - ay * k, y + ay * k + ax * k),
        (x + ax * r, y + ay * r),
        (x + ax * k + ay * k, y + ay * k - ax * k),
    ]


def around(rings: list[tuple[Point, float]]) -> Path:
    """Return the smooth hull of circles."""
    points = [
        (x + r * math.cos(i * math.pi / 6), y + r * math.sin(i * math.pi / 6)) for (x, y), r in rings for i in range(12)
    ]
    return curve_through(hull(points), closed=True)


def hull(points: list[Point]) -> list[Point]:
    """Return the convex hull of points, counter-clockwise."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    lower, upper = _half(ordered), _half(ordered[::-1])
    return lower[:-1] + upper[:-1]


def _half(points: list[Point]) -> list[Point]:
    chain: list[Point] = []
    for p in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], p) <= 1e-9:
            chain.pop()
        chain.append(p)
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def plate(
    camera: Camera, origin: Vec, frame: Turn, axes: str, spots: tuple[tuple[float, ...], ...], mirror: float = 1.0
) -> Path | None:
    """Return a flat shape that lies in two axes of a frame (`fu`, `ru`, `fr`), or nothing when seen edge-on."""
    points = [camera.flat(_spot(origin, frame, axes, a * mirror if axes[0] == "r" else a, b)) for a, b in spots]
    if abs(area(points)) < 2.0:
        return None
    return curve_through(points, closed=True)


def _spot(origin: Vec, frame: Turn, axes: str, a: float, b: float) -> Vec:
    amounts = {"f": 0.0, "u": 0.0, "r": 0.0}
    amounts[axes[0]], amounts[axes[1]] = a, b
    return place(origin, frame, amounts["f"], amounts["u"], amounts["r"])


def area(points: list[Point]) -> float:
    """Return the signed area of a polygon."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)) / 2
