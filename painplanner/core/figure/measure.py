"""How far each joint really stands, in the terms of the clinic: what tests and the movement's sign go by."""

from __future__ import annotations

import math

from painplanner.core.figure.bones import Skeleton, ankle_flexion
from painplanner.core.figure.vector import Turn, Vec, dot, mul
from painplanner.core.values import Impossible


def angle(body: Skeleton, joint: str) -> float:  # noqa: C901  (one line for each joint)
    """Return the angle of a joint as it really stands, in the terms of the clinic (degrees, flexion positive).

    `breath` is the share of a full breath in, in percent.
    """
    t = body.turns
    side, _, name = joint.partition("_")
    if joint in {"lumbar", "thorax", "neck", "head"}:
        parent = {"lumbar": "pelvis", "thorax": "lumbar", "neck": "thorax", "head": "neck"}[joint]
        return _flexion(t[parent], t[joint][1], 1.0)
    if joint == "breath":
        return body.breath * 100
    if joint == "pelvis":
        return math.degrees(math.asin(max(-1.0, min(1.0, t["pelvis"][1][0]))))
    if joint == "pelvis_side":
        return math.degrees(math.asin(max(-1.0, min(1.0, t["pelvis"][1][1]))))
    if name == "shoulder_turn":
        sign = 1.0 if side == "right" else -1.0
        return math.degrees(
            math.atan2(
                dot(t[f"{side}_upper_arm"][0], t["thorax"][2]) * sign, dot(t[f"{side}_upper_arm"][0], t["thorax"][0])
            )
        )
    if name == "hip":
        return _flexion(t["pelvis"], mul(t[f"{side}_thigh"][1], -1.0), -1.0)
    if name == "hip_abduction":
        sign = 1.0 if side == "right" else -1.0
        return math.degrees(math.asin(max(-1.0, min(1.0, -dot(t[f"{side}_thigh"][1], t["pelvis"][2]) * sign))))
    if name == "shoulder":
        return _flexion(t["thorax"], mul(t[f"{side}_upper_arm"][1], -1.0), -1.0)
    if name == "knee":
        return -_flexion(t[f"{side}_thigh"], mul(t[f"{side}_shank"][1], -1.0), -1.0)
    if name == "elbow":
        return _flexion(t[f"{side}_upper_arm"], mul(t[f"{side}_forearm"][1], -1.0), -1.0)
    if name == "ankle":
        return ankle_flexion(t, side)
    raise Impossible("unknown-joint", "joint", joint=joint)


def _flexion(parent: Turn, direction: Vec, upward: float) -> float:
    """Return how far a direction is swung forward from the parent's up (1) or down (-1)."""
    return math.degrees(math.atan2(dot(direction, parent[0]), upward * dot(direction, parent[1])))
