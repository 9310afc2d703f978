"""A hand on its forearm: how it is turned there, and how near to what is asked a wrist can bring it."""

from __future__ import annotations

import math

from painplanner.core.figure.body import LIMITS
from painplanner.core.figure.vector import Turn, Vec, dot, turned

Turns = tuple[float, float, float]
"""Palm turned down from thumb up, flexion of the wrist, tilt of the hand to the thumb (degrees)."""
_JOINTS = ("forearm", "wrist", "wrist_side")


def hand_on(fore: Turn, turns: Turns, sign: float) -> Turn:
    """Return the frame of a hand that is turned on a forearm whose thumb is up."""
    palm, bend, tilt = turns
    frame = turned(fore, fore[1], palm * sign)
    frame = turned(frame, frame[0], bend * sign)
    return turned(frame, frame[2], tilt)


def hand_angles(fore: Turn, palm: Turn, sign: float) -> Turns:
    """Return how a hand is turned on a forearm whose thumb is up; of both ways to say it, the one of the wrist."""
    rows: list[Vec] = [(dot(palm[0], axis), dot(palm[1], axis), dot(palm[2], axis)) for axis in fore]
    bend = sign * _asin(-rows[1][2])
    if abs(bend) > _SQUARE:  # a turn and a tilt are then one and the same
        return (sign * _atan(-rows[2][0], rows[0][0]), bend, 0.0)
    turn = sign * _atan(rows[0][2], rows[2][2])
    tilt = _atan(rows[1][0], rows[1][1])
    return min((turn, bend, tilt), (_level(turn + 180), _level(180 - bend), _level(tilt + 180)), key=_excess)


def arm_turns(upper: Turn, fore: Turn, palm: Turn, sign: float) -> Turns:
    """Return how a hand is turned at the end of an arm, whichever way its forearm's frame goes round with it."""
    flexion = _atan(-dot(fore[1], upper[0]), dot(fore[1], upper[1]))
    return hand_angles(turned(upper, upper[2], flexion), palm, sign)


def allowed(fore: Turn, palm: Turn, sign: float) -> tuple[float, Turn]:
    """Return by how many degrees a hand is turned further than its wrist goes, and the hand as near as it can be."""
    asked = hand_angles(fore, palm, sign)
    excess = _excess(asked)
    if excess < _SLACK:
        return 0.0, palm
    turn, bend, tilt = (max(low, min(high, a)) for a, (low, high) in zip(asked, _limits(), strict=True))
    return excess, hand_on(fore, (turn, bend, tilt), sign)


_SLACK = 0.5
_SQUARE = 89.5


def _limits() -> list[tuple[float, float]]:
    return [LIMITS[joint] for joint in _JOINTS]


def _excess(turns: Turns) -> float:
    """Return by how many degrees turns are out of bounds."""
    return sum(max(0.0, low - a, a - high) for a, (low, high) in zip(turns, _limits(), strict=True))


def _level(degrees: float) -> float:
    """Return an angle between -180 and 180."""
    return (degrees + 180.0) % 360.0 - 180.0


def _asin(n: float) -> float:
    return math.degrees(math.asin(max(-1.0, min(1.0, n))))


def _atan(y: float, x: float) -> float:
    return math.degrees(math.atan2(y, x))
