"""Poses written back as frames, each whole by itself, so that one frame can change and the others stay as they are.

Angles are read back from how the bones really stand: the reverse of what the skeleton does with them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from painplanner.core.figure.bases import BASES
from painplanner.core.figure.body import BALL
from painplanner.core.figure.pose import SIDES, Pose, Triple, changed, poses
from painplanner.core.figure.skeleton import Skeleton
from painplanner.core.figure.value import Figure, Frame, Hand, Pin
from painplanner.core.figure.vector import Turn, Vec, cross, dot, mul, sub, turned, unit
from painplanner.core.figure.wrists import arm_turns
from painplanner.core.values import replace

START = "standing"
_UP: Vec = (0.0, 1.0, 0.0)


def whole(figure: Figure) -> Figure:
    """Return a figure whose frames hang on no other frame."""
    return replace(figure, frames=tuple(frame_of(pose) for pose in poses(figure)))


def with_pose(figure: Figure, frame: int, pose: Pose) -> Figure:
    """Return a figure with another pose in one frame."""
    all_poses = list(poses(figure))
    all_poses[frame] = pose
    return replace(figure, frames=tuple(frame_of(one) for one in all_poses))


def frame_of(pose: Pose) -> Frame:
    """Return the frame that says a pose, as what differs from standing."""
    start = _standing()
    plain: dict[str, Any] = {}
    for name, value in pose._asdict().items():
        if name == "angles":
            plain |= {joint: _rounded(turn) for joint, turn in pose.angles.items() if turn != start.angles[joint]}
        elif isinstance(value, dict):  # by side, and called by its one thing: hands -> right_hand
            one = {"hands": "hand"}.get(name, name)
            plain |= {f"{side}_{one}": value[side] for side in SIDES}
        else:
            plain[name] = value
    return replace(Frame(base=START), **plain)


def _rounded(turn: Triple) -> Triple:
    return (round(turn[0], 3), round(turn[1], 3), round(turn[2], 3))


def _standing() -> Pose:
    return poses(Figure(id="figure.standing", frames=(BASES[START],)))[0]


def shaped(pose: Pose, side: str, shape: Hand) -> Pose:
    """Return a pose with a hand open, flat, or closed."""
    return changed(pose, replace(Frame(), **{f"{side}_hand": shape}))


# Angles from bones


@dataclass(frozen=True)
class Seen:
    """A frame as its parent sees it: `m[i][j]` is the part of its axis j along the parent's axis i."""

    m: tuple[Vec, Vec, Vec]

    @classmethod
    def by(cls, parent: Turn, child: Turn) -> Seen:
        """Look at a child from its parent."""
        rows = [(dot(child[0], axis), dot(child[1], axis), dot(child[2], axis)) for axis in parent]
        return cls((rows[0], rows[1], rows[2]))


def trunk_angles(parent: Turn, child: Turn) -> Triple:
    """Return flexion, bend to the right and turn to the right of a part of the trunk."""
    m = Seen.by(parent, child).m
    return (
        -_asin(m[1][0]),
        _atan(-m[1][2], m[1][1]),
        -_atan(-m[2][0], m[0][0]),
    )


def bent(parent: Turn, angles: Triple) -> Turn:
    """Return a part of the trunk at its angles; `trunk_angles` reads them back."""
    frame = turned(parent, parent[1], -angles[2])
    frame = turned(frame, frame[2], -angles[0])
    return turned(frame, frame[0], angles[1])


def limb_angles(parent: Turn, child: Turn, sign: float) -> Triple:
    """Return flexion, abduction and outward turn of an upper arm or thigh."""
    m = Seen.by(parent, child).m
    return (_atan(-m[0][1], m[1][1]), -sign * _asin(m[2][1]), -sign * _atan(-m[2][0], m[2][2]))


def arm_of(body: Skeleton, side: str) -> dict[str, Triple]:
    """Return the angles of an arm as it stands, wherever it is held."""
    t, sign = body.turns, sign_of(side)
    upper, fore = t[f"{side}_upper_arm"], t[f"{side}_forearm"]
    flexion = _atan(-dot(fore[1], upper[0]), dot(fore[1], upper[1]))
    pronation, across, along = arm_turns(upper, fore, t[f"{side}_palm"], sign)
    return {
        f"{side}_shoulder": limb_angles(t["thorax"], upper, sign),
        f"{side}_elbow": (flexion, pronation, 0.0),
        f"{side}_wrist": (across, along, 0.0),
    }


def leg_of(body: Skeleton, side: str) -> dict[str, Triple]:
    """Return the angles of a leg as it stands; a foot that points outwards looks ahead again."""
    t = body.turns
    thigh, shank, foot = t[f"{side}_thigh"], t[f"{side}_shank"], t[f"{side}_foot"]
    return {
        f"{side}_hip": limb_angles(t["pelvis"], thigh, sign_of(side)),
        f"{side}_knee": (_atan(dot(shank[1], thigh[0]), dot(shank[1], thigh[1])), 0.0, 0.0),
        f"{side}_ankle": (_atan(dot(foot[0], shank[1]), dot(foot[0], shank[0])), body.toes[side], 0.0),
    }


def sign_of(side: str) -> float:
    """Return 1 for the right and -1 for the left."""
    return 1.0 if side == "right" else -1.0


# Hands and feet held where they are


def hand_pin(body: Skeleton, side: str) -> Pin:
    """Return what holds a hand where and as it is."""
    p, palm = body.points, body.turns[f"{side}_palm"]
    fingers, thumb, sign = mul(palm[1], -1.0), palm[0], sign_of(side)
    return Pin(
        part=f"{side}_hand",
        at=p[f"{side}_hand"],
        points=fingers,
        palm=mul(cross(thumb, fingers), -sign),
        bend=elbow_way(body, side),
    )


def elbow_way(body: Skeleton, side: str) -> Vec:
    """Return where an elbow points: off the line from shoulder to wrist, and to the back of a straight arm."""
    return mul(body.turns[f"{side}_upper_arm"][0], -1.0)


def foot_pin(body: Skeleton, side: str) -> Pin | None:
    """Return what holds a foot where and as it is; a foot that lies on its side is held by nothing."""
    foot, toes = body.turns[f"{side}_foot"], body.toes[side]
    right = (foot[2][0], 0.0, foot[2][2])
    if abs(foot[2][1]) > 0.5:
        return None
    ahead = cross(_UP, unit(right))
    pitch = math.degrees(math.atan2(foot[0][1], dot(foot[0], ahead)))
    sole = sub(body.points[f"{side}_ball"], mul(ahead, BALL))
    lift = max(0.0, toes)
    return Pin(
        part=f"{side}_foot",
        at=sole,
        points=ahead,
        bend=body.turns[f"{side}_thigh"][0],
        lift=lift,
        slope=-pitch - lift,
    )


def _asin(n: float) -> float:
    return math.degrees(math.asin(max(-1.0, min(1.0, n))))


def _atan(y: float, x: float) -> float:
    return math.degrees(math.atan2(y, x))
