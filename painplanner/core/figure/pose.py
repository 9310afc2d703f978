"""A file's frames become whole poses: a base, what the frames before changed, both sides spelled out.

Nothing is solved here: that is the skeleton's work.
"""

from __future__ import annotations

from typing import NamedTuple

from painplanner.core.figure.bases import BASES
from painplanner.core.figure.digits import bends_of
from painplanner.core.figure.value import Angles, Figure, Frame, Pin, Spot
from painplanner.core.values import Impossible

SIDES = ("left", "right")
MIDDLE_JOINTS = ("pelvis", "lumbar", "thorax", "neck", "head")
SIDE_JOINTS = ("blade", "shoulder", "elbow", "wrist", "hip", "knee", "ankle")
PARTS = ("right_foot", "left_foot", "right_hand", "left_hand")

Triple = tuple[float, float, float]


class Pose(NamedTuple):
    """All that the skeleton needs: angles of every joint, what it rests on, where it stands, what is held."""

    lie: str
    angles: dict[str, Triple]
    hands: dict[str, str]
    rest: tuple[str, ...]
    height: float
    anchor: str
    at: tuple[float, ...]
    pins: tuple[Pin, ...]
    breath: float
    jaw: float
    fingers: dict[str, Triple]
    gaze: str | Spot


def triple(angles: Angles | Spot | None) -> Triple:
    """Return three numbers from one, two or three."""
    if angles is None:
        return (0.0, 0.0, 0.0)
    if isinstance(angles, (int, float)):
        return (float(angles), 0.0, 0.0)
    if len(angles) > 3:
        raise Impossible("too-many-numbers", "angles", count=len(angles))
    first, second, third, *_ = (*angles, 0.0, 0.0, 0.0)
    return (first, second, third)


def poses(figure: Figure) -> tuple[Pose, ...]:
    """Return the pose of every frame; a frame without a base starts from the one before."""
    found: list[Pose] = []
    for frame in figure.frames:
        if frame.base:
            base = BASES.get(frame.base)
            if base is None:
                raise Impossible("unknown-base", "base", base=frame.base)
            start = changed(_EMPTY, base)
        else:
            start = found[-1] if found else changed(_EMPTY, BASES["standing"])
        found.append(changed(start, frame))
    return tuple(found)


def changed(pose: Pose, frame: Frame) -> Pose:
    """Return a pose with what a frame gives put in place of what was."""
    return Pose(
        lie=frame.lie or pose.lie,
        angles=pose.angles | _angles(frame),
        hands=pose.hands | _hands(frame),
        rest=pose.rest if frame.rest is None else frame.rest,
        height=pose.height if frame.height is None else frame.height,
        anchor=frame.anchor or pose.anchor,
        at=pose.at if frame.at is None else frame.at,
        pins=pose.pins if frame.pins is None else _pinned(pose.pins, frame.pins),
        breath=pose.breath if frame.breath is None else frame.breath,
        jaw=pose.jaw if frame.jaw is None else frame.jaw,
        fingers=pose.fingers | _fingers(frame),
        gaze=pose.gaze if frame.gaze is None else frame.gaze,
    )


def _pinned(old: tuple[Pin, ...], new: tuple[Pin, ...]) -> tuple[Pin, ...]:
    """Pin the parts anew, keep the other pins; a pin at nowhere lets go. `hands` and `feet` mean both."""
    spelled: list[Pin] = []
    for pin in new:
        one = {"hands": "hand", "feet": "foot"}.get(pin.part)
        spelled += [_on_side(pin, f"{side}_{one}", side) for side in SIDES] if one else [pin]
    parts = {pin.part for pin in spelled}
    kept = tuple(pin for pin in old if pin.part not in parts)
    return kept + tuple(pin for pin in spelled if pin.at)


def _on_side(pin: Pin, part: str, side: str) -> Pin:
    sign = 1.0 if side == "right" else -1.0
    at = f"{side}_{pin.at}" if isinstance(pin.at, str) and pin.at else _mirrored(pin.at, sign)
    return Pin(
        part=part,
        at=at,
        by=_mirrored(pin.by, sign),
        points=_mirrored(pin.points, sign),
        palm=_mirrored(pin.palm, sign),
        bend=_mirrored(pin.bend, sign),
        lift=pin.lift,
        slope=pin.slope,
    )


def _mirrored(spot: Spot | str, sign: float) -> Spot:
    if isinstance(spot, str) or len(spot) < 3:
        return () if isinstance(spot, str) else spot
    return (spot[0], spot[1], spot[2] * sign)


def _angles(frame: Frame) -> dict[str, Triple]:
    found: dict[str, Triple] = {}
    for joint in MIDDLE_JOINTS:
        if getattr(frame, joint) is not None:
            found[joint] = triple(getattr(frame, joint))
    for joint in SIDE_JOINTS:
        both = getattr(frame, joint)
        for side in SIDES:
            own = getattr(frame, f"{side}_{joint}")
            if own is not None or both is not None:
                found[f"{side}_{joint}"] = triple(both if own is None else own)
    return found


def _hands(frame: Frame) -> dict[str, str]:
    found: dict[str, str] = {}
    for side in SIDES:
        hand = getattr(frame, f"{side}_hand") or frame.hand
        if hand:
            found[side] = hand
    return found


def _fingers(frame: Frame) -> dict[str, Triple]:
    """Return how fingers bend: as it is said, else as the pose of the hand bends them."""
    found = {side: bends_of(hand) for side, hand in _hands(frame).items()}
    for side in SIDES:
        given = getattr(frame, f"{side}_fingers") or frame.fingers
        if given is not None:
            found[side] = triple(given)
    return found


_EMPTY = Pose(
    lie="upright",
    angles=dict.fromkeys(
        (*MIDDLE_JOINTS, *(f"{side}_{joint}" for side in SIDES for joint in SIDE_JOINTS)), (0.0, 0.0, 0.0)
    ),
    hands={"left": "open", "right": "open"},
    rest=(),
    height=0.0,
    anchor="pelvis",
    at=(0.0,),
    pins=(),
    breath=0.0,
    jaw=0.0,
    fingers=dict.fromkeys(SIDES, bends_of("open")),
    gaze=(),
)
