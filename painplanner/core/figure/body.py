"""The measures of the body in hundredths of stature, and how far its joints go.

Segment lengths: Drillis & Contini 1966 as printed in Winter, Biomechanics and Motor Control of Human Movement, 4th ed.,
figure 4.1 (thigh .245, shank .246, foot height .039, upper arm .186, forearm .146, hand .108, hip .530, shoulder .818).
The girths are drawn by eye. Joint limits are generous adult ranges: they catch a broken pose, they judge nobody. Those
of limbs, hand and foot lie around Greene & Heckman (American Academy of Orthopaedic Surgeons 1994), the shoulder
blade's after Neumann, Kinesiology of the Musculoskeletal System (clavicle 35 to 45 up, 10 down, 15 to 30 forward and
back); the fingers' are total active motion (some 260 to 270); the jaw hinges some 35 at full opening.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

THIGH, SHANK, ANKLE_HEIGHT = 24.5, 24.6, 3.9
UPPER_ARM, FOREARM, HAND = 18.6, 14.6, 10.0
HIP_HALF, SHOULDER_HALF = 4.9, 9.6
LUMBAR_AT, CHEST_AT, NECK_AT, SHOULDER_AT, SKULL_AT = 6.0, 15.0, 31.0, 28.4, 36.0
BALL = 6.8
PALM = 4.6


class Section(NamedTuple):
    """A cross-section of the trunk: its height over the hips, half width, depth to the front and to the back."""

    part: str
    height: float
    half: float
    front: float
    back: float


TRUNK = (
    Section("pelvis", -6.0, 5.2, 3.0, 3.4),
    Section("pelvis", -2.5, 8.6, 5.0, 6.6),
    Section("pelvis", 2.0, 9.2, 5.6, 7.0),
    Section("lumbar", 6.5, 8.4, 5.9, 5.4),
    Section("lumbar", 11.0, 7.6, 5.9, 4.1),
    Section("thorax", 16.0, 8.2, 6.0, 4.5),
    Section("thorax", 21.0, 9.2, 6.7, 5.6),
    Section("thorax", 26.0, 9.6, 6.2, 6.3),
    Section("thorax", 29.6, 9.4, 4.2, 5.6),
    Section("thorax", 32.2, 5.2, 1.9, 4.2),
    Section("thorax", 33.6, 3.0, 1.4, 3.6),
)

# Bones as (share of the length, shift to the front, radius).
THIGH_SHAPE = ((0.0, 0.0, 6.0), (0.3, 0.5, 5.5), (0.65, 0.35, 4.4), (0.92, 0.2, 3.6), (1.0, 0.1, 3.5))
SHORTS_SHAPE = ((0.0, 0.0, 6.3), (0.3, 0.5, 5.9), (0.72, 0.35, 5.1))
SHANK_SHAPE = (
    (0.0, 0.1, 3.5),
    (0.12, -0.25, 3.4),
    (0.3, -1.0, 3.6),
    (0.55, -0.7, 2.9),
    (0.82, -0.1, 2.0),
    (1.0, 0.0, 2.0),
)
UPPER_ARM_SHAPE = ((0.0, 0.0, 3.1), (0.3, 0.1, 3.0), (0.7, 0.1, 2.5), (1.0, 0.0, 2.2))
SLEEVE_SHAPE = ((0.0, 0.0, 3.3), (0.22, 0.1, 3.5), (0.52, 0.1, 3.2))
FOREARM_SHAPE = ((0.0, 0.0, 2.2), (0.22, 0.2, 2.4), (0.6, 0.1, 1.9), (1.0, 0.0, 1.45))

RADIUS = MappingProxyType(
    {"knee": 3.5, "ankle": 2.0, "elbow": 2.2, "wrist": 1.45, "hip": 6.3, "shoulder": 3.8, "hand": 1.3, "fingers": 0.6}
)

# Degrees: (least, most) of what can be measured between bones.
LIMITS = MappingProxyType(
    {
        "knee": (-3.0, 155.0),
        "elbow": (-3.0, 155.0),
        "hip": (-35.0, 135.0),
        "hip_abduction": (-35.0, 65.0),
        "shoulder": (-65.0, 185.0),
        "ankle": (-60.0, 40.0),
        "lumbar": (-35.0, 60.0),
        "thorax": (-35.0, 55.0),
        "neck": (-70.0, 65.0),
        "neck_turn": (-90.0, 90.0),
        "neck_side": (-60.0, 60.0),
        "trunk_turn": (-75.0, 75.0),
        "trunk_side": (-60.0, 60.0),
        "hip_turn": (-60.0, 75.0),
        "shoulder_abduction": (-180.0, 180.0),
        "blade": (-20.0, 45.0),
        "blade_forward": (-35.0, 35.0),
        "forearm": (-95.0, 95.0),
        "wrist": (-85.0, 90.0),
        "wrist_side": (-45.0, 35.0),
        "fingers": (-40.0, 275.0),
        "toes": (-60.0, 90.0),
        "jaw": (0.0, 40.0),
    }
)

# Outlines of hand, foot and head, each in a plane of its own frame.
FOOT_SIDE = (
    (-3.6, -3.9),
    (-4.5, -2.6),
    (-4.2, -0.6),
    (-2.9, 1.3),
    (0.0, 1.7),
    (2.4, 1.2),
    (4.8, -0.5),
    (7.6, -1.5),
    (9.9, -2.2),
    (10.7, -3.2),
    (9.8, -3.9),
    (6.4, -3.9),
    (2.0, -3.7),
    (-1.0, -3.9),
)
FOOT_FRONT = ((-2.7, -3.9), (-3.0, -2.6), (-2.4, -0.8), (-2.1, 1.4), (2.1, 1.4), (2.4, -0.8), (3.0, -2.6), (2.7, -3.9))
FOOT_TOP = (
    (-4.3, 0.0),
    (-3.4, -1.7),
    (1.0, -1.9),
    (6.5, -2.6),
    (9.6, -2.0),
    (10.6, 0.2),
    (9.4, 2.1),
    (6.0, 2.4),
    (1.0, 1.9),
    (-3.4, 1.7),
)
# (towards the thumb, along the hand)
PALM_OPEN = (
    (-1.4, -0.6),
    (-2.1, 2.0),
    (-2.3, 4.6),
    (-2.1, 7.6),
    (-1.2, 9.2),
    (0.3, 9.8),
    (1.5, 9.0),
    (1.9, 6.6),
    (2.2, 4.9),
    (3.1, 6.0),
    (4.0, 6.3),
    (4.3, 5.4),
    (3.6, 3.4),
    (2.3, 1.2),
    (1.4, -0.6),
)
PALM_EDGE = (
    (-1.35, -0.6),
    (-1.3, 2.0),
    (-1.0, 5.4),
    (-0.6, 9.4),
    (0.2, 9.7),
    (0.9, 8.0),
    (1.3, 5.0),
    (1.7, 2.6),
    (1.35, -0.6),
)
FIST_WIDE = (
    (-1.4, -0.6),
    (-2.3, 1.4),
    (-2.5, 3.6),
    (-1.9, 5.2),
    (0.0, 5.6),
    (1.9, 5.3),
    (2.7, 3.9),
    (2.5, 2.0),
    (1.4, -0.6),
)
FIST_EDGE = ((-1.35, -0.6), (-1.6, 2.0), (-1.5, 4.6), (0.2, 5.6), (2.3, 5.0), (2.8, 3.0), (2.2, 1.4), (1.35, -0.6))
# (to the front, up) and (to the right, up), from the joint under the skull
HEAD_SIDE = (
    (3.2, -1.5),
    (4.5, -0.7),
    (4.4, 0.7),
    (4.9, 1.6),
    (4.7, 2.6),
    (6.3, 3.6),
    (5.2, 5.7),
    (5.3, 7.2),
    (4.8, 9.2),
    (2.7, 11.4),
    (-0.7, 12.1),
    (-4.1, 10.4),
    (-5.5, 6.8),
    (-4.7, 3.0),
    (-3.3, 0.4),
    (-0.4, -0.7),
)
HEAD_FRONT = (
    (0.0, -1.5),
    (1.9, -1.1),
    (3.4, 0.8),
    (4.1, 3.6),
    (4.5, 6.8),
    (4.0, 9.6),
    (2.2, 11.6),
    (0.0, 12.1),
    (-2.2, 11.6),
    (-4.0, 9.6),
    (-4.5, 6.8),
    (-4.1, 3.6),
    (-3.4, 0.8),
    (-1.9, -1.1),
)
HAIR_SIDE = (
    (5.0, 8.6),
    (4.3, 10.7),
    (2.2, 12.5),
    (-0.9, 13.0),
    (-4.7, 11.1),
    (-6.2, 7.0),
    (-5.6, 3.4),
    (-4.6, 1.6),
    (-3.3, 2.2),
    (-2.4, 4.6),
    (-1.3, 6.4),
    (-0.1, 5.0),
    (0.9, 5.3),
    (1.2, 7.4),
    (2.6, 8.8),
)
HAIR_FRONT = (
    (-4.7, 5.6),
    (-5.0, 8.6),
    (-3.9, 11.3),
    (-1.6, 12.9),
    (1.0, 13.0),
    (3.7, 11.6),
    (5.0, 8.6),
    (4.7, 5.6),
    (4.1, 8.0),
    (2.4, 9.6),
    (-0.6, 9.3),
    (-2.8, 9.7),
    (-4.1, 8.0),
)
HAIR_BACK = (
    (-4.7, 3.6),
    (-5.0, 8.6),
    (-3.9, 11.3),
    (-1.6, 12.9),
    (1.6, 12.9),
    (3.9, 11.3),
    (5.0, 8.6),
    (4.7, 3.6),
    (3.2, 1.2),
    (0.0, 0.6),
    (-3.2, 1.2),
)
HEAD_TOP = ((5.2, 0.0), (3.6, 3.3), (0.0, 4.4), (-3.6, 3.8), (-5.6, 0.0), (-3.6, -3.8), (0.0, -4.4), (3.6, -3.3))
