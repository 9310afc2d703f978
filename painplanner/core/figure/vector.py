"""Points and turns in space, as plain tuples: x right, y up, z towards the viewer."""

from __future__ import annotations

import math

Vec = tuple[float, float, float]
Turn = tuple[Vec, Vec, Vec]
"""A frame as its three axes in the world: forward, up, right."""

UPRIGHT: Turn = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def add(a: Vec, b: Vec) -> Vec:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """Return a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def mul(a: Vec, k: float) -> Vec:
    """Return a scaled by k."""
    return (a[0] * k, a[1] * k, a[2] * k)


def dot(a: Vec, b: Vec) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Return the vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """Return the length."""
    return math.sqrt(dot(a, a))


def unit(a: Vec, fallback: Vec = (1.0, 0.0, 0.0)) -> Vec:
    """Return a at length 1; `fallback` when it has none."""
    size = length(a)
    return mul(a, 1 / size) if size > 1e-9 else fallback


def lerp(a: Vec, b: Vec, t: float) -> Vec:
    """Return the point at share t of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def across(a: Vec, axis: Vec) -> Vec:
    """Return the part of a that stands square to a unit `axis`."""
    return sub(a, mul(axis, dot(a, axis)))


def spun(a: Vec, axis: Vec, degrees: float) -> Vec:
    """Return a turned about a unit `axis` by the right-hand rule (Rodrigues)."""
    r = math.radians(degrees)
    c, s = math.cos(r), math.sin(r)
    return add(add(mul(a, c), mul(cross(axis, a), s)), mul(axis, dot(axis, a) * (1 - c)))


def turned(frame: Turn, axis: Vec, degrees: float) -> Turn:
    """Return a frame turned about a unit axis of the world."""
    if degrees == 0:
        return frame
    return (spun(frame[0], axis, degrees), spun(frame[1], axis, degrees), spun(frame[2], axis, degrees))


def place(origin: Vec, frame: Turn, forward: float, up: float, right: float) -> Vec:
    """Return the point that lies forward, up and right of an origin in a frame."""
    f, u, r = frame
    return (
        origin[0] + f[0] * forward + u[0] * up + r[0] * right,
        origin[1] + f[1] * forward + u[1] * up + r[1] * right,
        origin[2] + f[2] * forward + u[2] * up + r[2] * right,
    )


def frame_from(up: Vec, forward_hint: Vec) -> Turn:
    """Return the frame whose up is given and whose forward is as near to the hint as can be."""
    u = unit(up)
    hint = across(forward_hint, u)
    f = unit(hint, unit(cross(u, (0.0, 0.0, 1.0)), (1.0, 0.0, 0.0)))
    return (f, u, cross(f, u))
