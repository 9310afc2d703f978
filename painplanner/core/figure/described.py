"""What can be told of a pose: how the body is, and the few joints that say most about it, as codes without words.

In the first picture those count that stand out for the position, later those that moved; the wording is elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal, NamedTuple

from painplanner.core.figure.measure import angle
from painplanner.core.figure.pose import SIDES, poses
from painplanner.core.figure.scene import skeletons
from painplanner.core.figure.skeleton import Skeleton
from painplanner.core.figure.value import Figure
from painplanner.core.figure.vector import dot

Position = Literal[
    "standing", "bent-forward", "sitting", "floor-sitting", "supine", "prone", "side-lying", "quadruped",
    "kneeling", "half-kneeling",
]  # fmt: skip
MOST_FACTS = 3
_ROUNDED = 10
_NOTICED = 18.0
_LEAST = {"elbow": 30.0, "ankle": 20.0, "shoulder_turn": 30.0, "hip_turn": 30.0, "neck_side": 12.0, "trunk_side": 12.0}
"""How far a joint must stand off to be told of; hands that are held bend their elbows a little everywhere."""
_TURNS = {"shoulder_turn", "hip_turn"}
_MOVED = 8.0
"""The same for the joint that is trained."""
_ALIKE = 14.0
_STRAIGHT = 15.0
_SEATS = {"chair", "stool", "bench", "bed", "wheelchair", "car", "cycle", "recumbent_cycle"}
_TRAINED = 200.0
_ANKLES = 0.3
"""Toes point down in most who lie: what hips, knees and arms do is told before it."""


class Fact(NamedTuple):
    """One joint as it stands: a code, the side (or `both`) that it is of or turned to, degrees where they say more."""

    code: str
    side: str = ""
    degrees: int = 0


class _Seen(NamedTuple):
    joint: str
    side: str
    value: float
    plain: float
    """How the joint stands in that position when nothing is said of it."""


def position(figure: Figure, index: int) -> Position:
    """Return how the body is in one frame, by where it really stands."""
    body = skeletons(figure)[index]
    chest, hips = body.turns["thorax"], body.turns["pelvis"]
    upright = (chest[1][1] + hips[1][1]) / 2
    if abs(upright) >= 0.5:
        return _upright(figure, body)
    if chest[0][1] > 0.5:
        return "supine"
    if chest[0][1] > -0.5:
        return "side-lying"
    height = body.points["pelvis"][1]
    if _knees_down(body) and height > 15:
        return "quadruped"
    squats = height > 12 and all(angle(body, f"{side}_knee") > 40 for side in SIDES)
    return "bent-forward" if height > 30 or squats else "prone"


def _upright(figure: Figure, body: Skeleton) -> Position:
    down = _knees_down(body)
    height = body.points["pelvis"][1]
    if down and height > 12:
        return "kneeling" if len(down) == 2 else "half-kneeling"
    if body.turns["pelvis"][0][1] < -0.5 and height < 14:  # the chest is raised over hips that lie
        return "prone"
    level = all(abs(body.turns[f"{side}_thigh"][1][1]) < 0.6 for side in SIDES)
    if level and height < 14 and figure.show == "all":
        return "floor-sitting"
    has_seat = figure.show == "upper" or any(prop.kind in _SEATS for prop in figure.props)
    return "sitting" if level and has_seat else "standing"


def _knees_down(body: Skeleton) -> list[str]:
    return [
        side for side in SIDES if body.points[f"{side}_knee"][1] < 6 and abs(body.turns[f"{side}_shank"][1][1]) < 0.5
    ]


def facts(figure: Figure, index: int) -> tuple[Fact, ...]:
    """Return what says most about one frame, the most telling first."""
    now = _seen(figure, index)
    is_same = index > 0 and position(figure, index - 1) == position(figure, index)
    before = {_name(seen): seen.value for seen in _seen(figure, index - 1)} if is_same else {}
    return _told(figure, index, now, before) or _told(figure, index, now, {})


def _told(figure: Figure, index: int, now: tuple[_Seen, ...], before: Mapping[str, float]) -> tuple[Fact, ...]:
    """Return the facts of what moved since `before`, or without it of what stands out."""
    ranked: list[tuple[float, _Seen]] = []
    for seen in now:
        by = abs(seen.value - before.get(_name(seen), seen.plain))
        is_trained = seen.joint == figure.trains.removeprefix("right_").removeprefix("left_")
        least = _MOVED if is_trained else _LEAST.get(seen.joint, _NOTICED)
        if by >= least and (before or is_trained or seen.joint not in _TURNS):
            weight = 1.0 if seen.joint != "ankle" else _ANKLES
            ranked.append((_TRAINED if is_trained else by * weight, seen))
    ranked.sort(key=lambda one: -one[0])
    return _paired([(seen, _fact(figure, index, seen)) for _, seen in ranked])[:MOST_FACTS]


def _name(seen: _Seen) -> str:
    return f"{seen.side}_{seen.joint}" if seen.side else seen.joint


def _seen(figure: Figure, index: int) -> tuple[_Seen, ...]:
    """Return the joints that can be seen in a frame: those of a close-up, or all."""
    body = skeletons(figure)[index]
    near = _NEAR.get(figure.crop) if isinstance(figure.crop, str) else None
    if near is not None:
        limbs = [_Seen(joint, "right", _value(body, joint, "right"), plain) for joint, plain in near.items()]
        return (*limbs, *(_middle(body) if figure.crop in {"neck", "jaw"} else ()))
    plains = _plains(position(figure, index), has_legs=figure.show == "all")
    found = (_Seen(joint, side, _value(body, joint, side), plain) for joint, plain in plains.items() for side in SIDES)
    return (*(seen for seen in found if _is_told(body, seen)), *_middle(body))


def _plains(at: Position, *, has_legs: bool) -> dict[str, float]:
    """Return the joints of a limb with how they stand in a position when nothing is said of them."""
    arms = {"arm": 0.0, "elbow": 12.0, "shoulder_turn": 0.0}
    if not has_legs or at == "half-kneeling":  # kneeling on one knee tells of the legs
        return arms
    bent = 88.0 if at in {"sitting", "quadruped", "kneeling"} else 0.0
    hips = 0.0 if at == "kneeling" else bent
    return {**arms, "hip": hips, "knee": bent, "hip_abduction": 0.0, "ankle": 0.0, "hip_turn": 0.0}


def _is_told(body: Skeleton, seen: _Seen) -> bool:
    """Tell whether a turn of a limb about its length can be seen: by the forearm or shank that is bent."""
    if seen.joint == "shoulder_turn":
        hangs = _value(body, "arm", seen.side) < 40
        return hangs and angle(body, f"{seen.side}_elbow") > 45
    return seen.joint != "hip_turn" or angle(body, f"{seen.side}_knee") > 45


def _value(body: Skeleton, joint: str, side: str) -> float:
    if joint == "arm":
        down = body.turns[f"{side}_upper_arm"][1]
        return math.degrees(math.acos(max(-1.0, min(1.0, dot(down, body.turns["thorax"][1])))))
    if joint == "ankle":  # relaxed toes point a little; nobody tells of it
        value = angle(body, f"{side}_ankle")
        return value if not -30 < value < 0 else 0.0
    return angle(body, f"{side}_{joint}")


def _middle(body: Skeleton) -> tuple[_Seen, ...]:
    """Return what head and trunk do."""
    found = {
        "neck": angle(body, "neck") + angle(body, "head"),
        "neck_turn": angle(body, "neck_turn"),
        "neck_side": angle(body, "neck_side"),
        "back": angle(body, "lumbar") + angle(body, "thorax"),
        "trunk_turn": angle(body, "trunk_turn"),
        "trunk_side": angle(body, "trunk_side"),
        "jaw": angle(body, "jaw") * 2,
    }
    return tuple(_Seen(joint, "", value, 0.0) for joint, value in found.items())


def _fact(figure: Figure, index: int, seen: _Seen) -> Fact:
    if seen.joint == "arm":
        return _arm(skeletons(figure)[index], seen)
    if seen.joint == "fingers":
        return Fact(f"hand-{poses(figure)[index].hands[seen.side]}", seen.side)
    low, middle, high = _CODES[seen.joint]
    code = high if seen.value >= _STRAIGHT else low if seen.value <= -_STRAIGHT / 2 else middle
    if not seen.side:  # bends and turns to a side; the mouth and a nod have none
        to = "right" if seen.value > 0 else "left"
        return Fact(code, to if code in _SIDED else "")
    return Fact(code, seen.side, _round(seen.value) if code in _COUNTED else 0)


def _arm(body: Skeleton, seen: _Seen) -> Fact:
    """Return where an arm points: hanging, forward, out to the side, back or overhead."""
    if seen.value < 20:
        return Fact("arm-down", seen.side)
    if seen.value > 145:
        return Fact("arm-overhead", seen.side)
    up, chest = body.turns[f"{seen.side}_upper_arm"][1], body.turns["thorax"]
    ahead, out = -dot(up, chest[0]), -dot(up, chest[2]) * (1.0 if seen.side == "right" else -1.0)
    if abs(out) > abs(ahead):
        return Fact("arm-out" if out > 0 else "arm-across", seen.side, _round(seen.value) if out > 0 else 0)
    return Fact("arm-forward" if ahead > 0 else "arm-back", seen.side, _round(seen.value) if ahead > 0 else 0)


def _round(degrees: float) -> int:
    return abs(round(degrees / _ROUNDED) * _ROUNDED)


def _paired(told: list[tuple[_Seen, Fact]]) -> tuple[Fact, ...]:
    """Return facts with those that both sides share put as one."""
    found: list[Fact] = []
    done: set[tuple[str, str]] = set()
    for seen, fact in told:
        if (seen.joint, seen.side) in done:
            continue
        for other, its in told:
            is_pair = other.joint == seen.joint and {other.side, seen.side} == set(SIDES) and its.code == fact.code
            if is_pair and abs(other.value - seen.value) <= _ALIKE:
                done.add((other.joint, other.side))
                fact = fact._replace(side="both")
        found.append(fact)
    return tuple(dict.fromkeys(found))


_NEAR: dict[str, dict[str, float]] = {
    "neck": {},
    "jaw": {},
    "shoulder": {"arm": 0.0, "elbow": 12.0},
    "hand": {"wrist": 0.0, "forearm": 0.0, "fingers": 45.0},
    "knee": {"knee": 0.0},
    "foot": {"ankle": 0.0},
}
"""The joints that a close-up shows, of the right limb, with how they stand when nothing is said of them."""
_CODES = {
    "elbow": ("elbow-straight", "elbow-straight", "elbow-bent"),
    "knee": ("knee-straight", "knee-straight", "knee-bent"),
    "hip": ("leg-back", "hip-straight", "hip-bent"),
    "hip_abduction": ("leg-across", "leg-beside", "leg-out"),
    "ankle": ("toes-down", "foot-level", "toes-up"),
    "shoulder_turn": ("forearm-in", "forearm-ahead", "forearm-out"),
    "hip_turn": ("thigh-in", "thigh-ahead", "thigh-out"),
    "wrist": ("wrist-back", "wrist-straight", "wrist-bent"),
    "forearm": ("palm-up", "thumb-up", "palm-down"),
    "neck": ("head-back", "head-level", "head-forward"),
    "neck_turn": ("head-turned", "head-ahead", "head-turned"),
    "neck_side": ("head-tipped", "head-upright", "head-tipped"),
    "back": ("back-arched", "back-straight", "back-rounded"),
    "trunk_turn": ("trunk-turned", "trunk-ahead", "trunk-turned"),
    "trunk_side": ("trunk-tipped", "trunk-upright", "trunk-tipped"),
    "jaw": ("mouth-closed", "mouth-closed", "mouth-open"),
}
"""For each joint what it is called bent the other way, about straight, and bent."""
_SIDED = {"head-turned", "head-tipped", "trunk-turned", "trunk-tipped"}
_COUNTED = {"knee-bent", "hip-bent", "elbow-bent"}
