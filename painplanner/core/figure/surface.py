"""Names for places on the skin that straps, marks and hands go to."""

from __future__ import annotations

from painplanner.core.figure.bones import Skeleton
from painplanner.core.figure.digits import FINGERS, TOES, finger, toe
from painplanner.core.figure.vector import Turn, Vec, lerp, place, turned

JAW_JOINT = (-0.6, 3.9)
"""Ahead of and over the joint under the skull."""


def jaw_joint(body: Skeleton) -> tuple[Vec, Turn]:
    """Return where the jaw hinges, before the ear, and how it is turned."""
    head = body.turns["head"]
    ahead, up = JAW_JOINT[0] + _GLIDE[0] * body.jaw, JAW_JOINT[1] + _GLIDE[1] * body.jaw
    return place(body.points["skull"], head, ahead, up, 0), turned(head, head[2], -body.jaw)


_GLIDE = (0.03, -0.012)
"""How far the hinge slides forward and down for each degree that the mouth opens."""


def name_surface(body: Skeleton) -> None:
    """Name places on the skin that straps, marks and hands go to."""
    p, t = body.points, body.turns
    for name, part, forward, up in (
        ("belly", "lumbar", 6.5, 3.0),
        ("low_back", "lumbar", -4.6, 3.0),
        ("sacrum", "pelvis", -7.0, 2.0),
        ("chest", "thorax", 6.6, 7.0),
        ("upper_back", "thorax", -6.2, 9.0),
        ("front_pelvis", "pelvis", 5.6, 2.0),
    ):
        p[name] = place(p[part], t[part], forward, up, 0)
    p["chin"] = place(p["skull"], t["head"], 4.4, -0.6, 0)
    if body.jaw:
        hinge, jaw = jaw_joint(body)
        p["chin"] = place(hinge, jaw, 4.4 - JAW_JOINT[0], -0.6 - JAW_JOINT[1], 0)
    for name, forward, up in (("face", 6.0, 4.0), ("nape", -5.0, 3.0), ("brow", 5.4, 8.0)):
        p[name] = place(p["skull"], t["head"], forward, up, 0)
    for side, sign in (("left", -1.0), ("right", 1.0)):
        _name_side(p, t, side, sign)
        wrist, palm = p[f"{side}_wrist"], t[f"{side}_palm"]
        p[f"{side}_fingertip"] = finger(wrist, palm, -sign, FINGERS[1], body.fingers[side], 0.0)[-1]
        p[f"{side}_toe_tip"] = toe(p[f"{side}_ankle"], t[f"{side}_foot"], sign, TOES[0], body.toes[side])[-1]


def _name_side(p: dict[str, Vec], t: dict[str, Turn], side: str, sign: float) -> None:
    p[f"{side}_thigh"] = lerp(p[f"{side}_hip"], p[f"{side}_knee"], 0.5)
    p[f"{side}_calf"] = lerp(p[f"{side}_knee"], p[f"{side}_ankle"], 0.4)
    for name, bone, joint, forward, up, right in _ON_SKIN:
        p[f"{side}_{name}"] = place(
            p[f"{side}_{joint}" if bone in _PAIRED else joint],
            t[f"{side}_{bone}" if bone in _PAIRED else bone],
            forward,
            up,
            right * sign,
        )


_PAIRED = {"thigh", "shank", "foot", "upper_arm", "forearm", "palm"}
# Name, the part it is on, the joint it is measured from, then forward, up and outwards.
_ON_SKIN = (
    ("temple", "head", "skull", 1.5, 7.0, 4.3),
    ("ear", "head", "skull", -0.9, 4.1, 4.2),
    ("jaw", "head", "skull", 1.2, 1.0, 3.4),
    ("neck_side", "neck", "neck", 0.4, 2.4, 2.6),
    ("upper_trap", "thorax", "thorax", -1.6, 16.0, 4.6),
    ("levator", "thorax", "thorax", -4.2, 14.0, 3.6),
    ("shoulder_blade", "thorax", "thorax", -6.0, 9.0, 5.0),
    ("chest_side", "thorax", "thorax", 5.6, 10.0, 5.0),
    ("ribs", "thorax", "thorax", 0.0, 4.0, 8.4),
    ("waist", "lumbar", "lumbar", 0.0, 3.0, 7.6),
    ("buttock", "pelvis", "pelvis", -6.4, -1.0, 4.6),
    ("outer_hip", "thigh", "hip", 0.0, -2.0, 5.6),
    ("outer_thigh", "thigh", "hip", 0.0, -13.0, 4.6),
    ("front_thigh", "thigh", "hip", 4.8, -11.0, 0.0),
    ("back_thigh", "thigh", "hip", -4.4, -12.0, 0.0),
    ("kneecap", "shank", "knee", 3.5, 0.6, 0.0),
    ("shin", "shank", "knee", 2.2, -11.0, 0.0),
    ("back_calf", "shank", "knee", -4.2, -8.0, 0.0),
    ("achilles", "shank", "ankle", -2.2, 3.0, 0.0),
    ("arch", "foot", "ankle", 3.0, -3.6, -0.8),
    ("biceps", "upper_arm", "shoulder", 2.6, -9.5, 0.0),
    ("triceps", "upper_arm", "shoulder", -2.5, -9.5, 0.0),
    ("outer_elbow", "forearm", "elbow", 0.6, -1.0, 2.2),
    ("inner_elbow", "forearm", "elbow", 0.0, -1.0, -2.2),
    ("back_forearm", "palm", "elbow", 0.0, -6.0, 1.8),
    ("front_forearm", "palm", "elbow", 0.0, -6.0, -1.8),
)
