"""What a body that is dragged must keep: its joints' limits, the floor under it, and the places that it holds on to.

What was out of bounds before may stay so, because a drawn pose may be: it may only not become worse.
"""

from __future__ import annotations

from painplanner.core.figure.body import LIMITS
from painplanner.core.figure.pose import SIDES, Pose, Triple
from painplanner.core.figure.skeleton import Skeleton, angle, lowest_of, point
from painplanner.core.figure.vector import dot, length, sub

SLACK = 0.3
_SUNK = 0.5
_PARTS = ("trunk", "head", *(f"{s}_{part}" for s in SIDES for part in ("foot", "knee", "elbow", "wrist")))

# Degrees for flexion, bend to a side and turn; for the wrist, bend and to the thumb; wide, as those of the joints.
TURNS: dict[str, tuple[tuple[float, float], ...]] = {
    "lumbar": ((-34.0, 59.0), (-30.0, 30.0), (-15.0, 15.0)),
    "thorax": ((-34.0, 54.0), (-30.0, 30.0), (-45.0, 45.0)),
    "neck": ((-60.0, 50.0), (-40.0, 40.0), (-60.0, 60.0)),
    "head": ((-30.0, 30.0), (-15.0, 15.0), (-45.0, 45.0)),
    "blade": ((-4.0, 5.0), (-3.0, 6.0), (0.0, 0.0)),
    "wrist": (LIMITS["wrist"], LIMITS["wrist_side"], (0.0, 0.0)),
}


def clamped(joint: str, angles: Triple, before: Triple) -> Triple:
    """Return angles within what a joint can do; where it stood outside, no further than that."""
    a, b, c = (
        max(min(low, was), min(max(high, was), new))
        for new, was, (low, high) in zip(angles, before, TURNS[joint], strict=True)
    )
    return (a, b, c)


class Bounds:
    """Remembers how a body stood, and tells whether another one keeps what it must."""

    def __init__(self, body: Skeleton, *, has_floor: bool) -> None:
        """Measure the body as it stands."""
        self._has_floor = has_floor
        self._angles = {joint: _measured(body, joint) for joint in _JOINTS}
        self._lows = {part: lowest_of(body, part) for part in _PARTS} if has_floor else {}
        self._body = body

    def allow(self, pose: Pose, body: Skeleton) -> bool:
        """Tell whether joints, floor and held places are kept."""
        return self._joints_kept(body) and self._floor_kept(body) and self._holds_kept(pose, body)

    def _joints_kept(self, body: Skeleton) -> bool:
        for joint, was in self._angles.items():
            low, high = LIMITS[joint.removeprefix("left_").removeprefix("right_")]
            now = _measured(body, joint)
            if not min(low, was) - SLACK <= now <= max(high, was) + SLACK:
                return False
        return True

    def _floor_kept(self, body: Skeleton) -> bool:
        return all(lowest_of(body, part) >= min(0.0, low) - _SUNK for part, low in self._lows.items())

    def _holds_kept(self, pose: Pose, body: Skeleton) -> bool:
        for pin in pose.pins:
            side, _, part = pin.part.partition("_")
            name = {"hand": "hand", "foot": "ball", "ankle": "ankle"}[part]
            short = length(sub(body.points[f"{side}_{name}"], held_at(pose, body, pin.part)))
            if short > SLACK and short > self._short_before(pose, pin.part, f"{side}_{name}") + SLACK:
                return False
        return True

    def _short_before(self, pose: Pose, part: str, name: str) -> float:
        return length(sub(self._body.points[name], held_at(pose, self._body, part)))


def held_at(pose: Pose, body: Skeleton, part: str) -> tuple[float, float, float]:
    """Return where a held part should be; the ball of a foot, which its pin gives by the sole."""
    pin = next(one for one in pose.pins if one.part == part)
    side, _, kind = part.partition("_")
    name = {"hand": "hand", "foot": "ball", "ankle": "ankle"}[kind]
    here = body.points[f"{side}_{name}"]
    if isinstance(pin.at, str):
        from_point, by = point(body, pin.at), point(body, pin.by)
        at: tuple[float, ...] = tuple(a + b for a, b in zip(from_point, by, strict=True))
    else:
        at = pin.at
    given = tuple(at[i] if i < len(at) else here[i] for i in range(3))
    if kind != "foot" or not pin.points:
        return here if kind == "foot" else (given[0], given[1], given[2])
    x, y, z = point(body, pin.points)
    far = length((x, y, z)) or 1.0
    return (given[0] + 6.8 * x / far, given[1] + 6.8 * y / far, given[2] + 6.8 * z / far)


_JOINTS = (
    "lumbar",
    "thorax",
    "neck",
    *(f"{s}_{name}" for s in SIDES for name in ("knee", "elbow", "ankle", "hip_abduction", "hip", "shoulder")),
)


def _measured(body: Skeleton, joint: str) -> float:
    """Return the angle of a joint; swung far out to the side, how far a limb is forward says nothing."""
    side, _, name = joint.partition("_")
    bone, parent = {"hip": ("thigh", "pelvis"), "shoulder": ("upper_arm", "thorax")}.get(name, ("", ""))
    if bone and abs(dot(body.turns[f"{side}_{bone}"][1], body.turns[parent][2])) > 0.7:
        return 0.0
    found = angle(body, joint)
    if name == "shoulder" and found < -120:
        return found + 360.0
    return found


__all__ = ["TURNS", "Bounds", "clamped", "held_at"]
