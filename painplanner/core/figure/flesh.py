"""A skeleton becomes layers of outlines: limbs, trunk, head, hands and feet, each with its role.

Within a layer all outlines are drawn first and all fills after them, so that joints have no seams.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from painplanner.core.drawing import Path, Point, curve_through
from painplanner.core.figure.body import TRUNK, Section
from painplanner.core.figure.head import head
from painplanner.core.figure.layer import Layer, Piece
from painplanner.core.figure.limbs import FootMaker, HandMaker, forearm, hand, leg, shoe, upper_arm
from painplanner.core.figure.outline import Camera, hull
from painplanner.core.figure.pose import SIDES
from painplanner.core.figure.skeleton import Skeleton, section_centre
from painplanner.core.figure.vector import add, mul, place, sub


class Style(NamedTuple):
    """How head, hands and feet are drawn: plain, or in detail for a close-up."""

    head: Callable[[Layer, Skeleton, Camera], None] = head
    hand: HandMaker = hand
    foot: FootMaker = shoe


PLAIN = Style()


def trunk(body: Skeleton, camera: Camera, parts: tuple[Section, ...]) -> Path:
    """Return the outline of the trunk or of a part of it."""
    rings = [_ring(body, camera, section) for section in parts]
    centres = [camera.flat(section_centre(body, s.part, s.height)) for s in parts]
    (x0, y0), (x1, y1) = centres[0], centres[-1]
    if abs(x1 - x0) + abs(y1 - y0) < 0.45 * (parts[-1].height - parts[0].height):
        return curve_through(hull([spot for ring in rings for spot in ring]), closed=True)
    left: list[Point] = []
    right: list[Point] = []
    for i, ring in enumerate(rings):
        (ax, ay), (bx, by) = centres[max(0, i - 1)], centres[min(len(rings) - 1, i + 1)]
        nx, ny = ay - by, bx - ax
        left.append(max(ring, key=lambda q: q[0] * nx + q[1] * ny))
        right.append(min(ring, key=lambda q: q[0] * nx + q[1] * ny))
    return curve_through([*left, *reversed(right)], closed=True)


def _ring(body: Skeleton, camera: Camera, section: Section) -> list[Point]:
    centre = section_centre(body, section.part, section.height)
    turn = body.turns[section.part]
    swell = 1.0 + body.breath * 0.3 if 4 < section.height < 18 else 1.0
    spots: list[Point] = []
    for i in range(16):
        x, z = _RING[i]
        depth = x * (section.front * swell if x > 0 else section.back)
        spots.append(camera.flat(place(centre, turn, depth, 0, z * section.half)))
    return spots


def layers(
    body: Skeleton, camera: Camera, hands: dict[str, str], style: Style = PLAIN, *, upper: bool = False
) -> tuple[list[Layer], list[Layer]]:
    """Return the layers of the body in painting order: those behind what is held, then those before it."""
    centre = camera.depth(body.points["thorax"])
    hips = camera.depth(body.points["pelvis"])
    arms = {side: _arm_depth(body, camera, side) - centre for side in SIDES}
    across = camera.depth(sub(body.points["right_shoulder"], body.points["left_shoulder"]))
    sideways = abs(across) > 9.0
    far_side = "left" if across > 0 else "right"
    behind: list[Layer] = []
    before: list[Layer] = []
    core = Layer()
    core.add(trunk(body, camera, TRUNK[3:] if upper else TRUNK), "shirt")
    style.head(core, body, camera)
    legs = [leg(body, camera, s, "_far" if sideways and s == far_side else "", style.foot) for s in SIDES]
    below = sorted(legs, key=lambda one: one.depth)
    lap = below[-1] if sideways else _merged(below)
    lap.add(trunk(body, camera, TRUNK[:4]), "trousers")
    for side in SIDES:
        far = "_far" if sideways and side == far_side else ""
        if sideways or abs(arms[side]) > 5.5:
            arm = Layer(arms[side])
            upper_arm(arm, body, camera, side, far)
            forearm(arm, body, camera, side, far, hands[side], style.hand)
            is_behind = bool(far) if sideways else arms[side] < 0
            (behind if is_behind else before).append(arm)
        else:
            upper_arm(core, body, camera, side, "")
            low = Layer(arms[side])
            forearm(low, body, camera, side, "", hands[side], style.hand)
            upper_arm(low, body, camera, side, "", bare=True)
            before.append(low)
    if upper:
        return [*behind, core], before
    if camera.depth(body.turns["pelvis"][1]) < -_END_ON:
        feet_first = [part for one in below for part in _from_the_feet(one)]
        return [*behind, core, Layer(pieces=[Piece(trunk(body, camera, TRUNK[:4]), "trousers")]), *feet_first], before
    if sideways:
        behind.append(below[0])
    elif lap.depth < hips - 6:
        return [*behind, lap, core], before
    return [*behind, core, lap], before


def _from_the_feet(leg_layer: Layer) -> list[Layer]:
    """Return a leg as the feet's end sees it: shin and foot before the thigh."""
    return [Layer(pieces=leg_layer.pieces[-2:]), Layer(pieces=leg_layer.pieces[:-2])]


def _merged(parts: list[Layer]) -> Layer:
    whole = Layer(sum(part.depth for part in parts) / len(parts))
    for part in parts:
        whole.pieces += part.pieces
        whole.details += part.details
    return whole


def _arm_depth(body: Skeleton, camera: Camera, side: str) -> float:
    p = body.points
    return camera.depth(mul(add(p[f"{side}_elbow"], p[f"{side}_wrist"]), 0.5))


_END_ON = 0.7
_RING = tuple(
    (c, s)
    for c, s in (
        (1.0, 0.0), (0.92, 0.38), (0.71, 0.71), (0.38, 0.92), (0.0, 1.0), (-0.38, 0.92), (-0.71, 0.71), (-0.92, 0.38),
        (-1.0, 0.0), (-0.92, -0.38), (-0.71, -0.71), (-0.38, -0.92), (0.0, -1.0), (0.38, -0.92), (0.71, -0.71),
        (0.92, -0.38),
    )
)  # fmt: skip
