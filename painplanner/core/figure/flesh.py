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
    across = camera.depth(sub(body.points["right_shoulder"], body.points["left_shoulder"]))
    far_side = "" if abs(across) <= _SIDEWAYS else "left" if across > 0 else "right"
    core = Layer()
    core.add(trunk(body, camera, TRUNK[3:] if upper else TRUNK), "shirt")
    style.head(core, body, camera)
    behind: list[Layer] = []
    before: list[Layer] = []
    centre = camera.depth(body.points["thorax"])
    for side in SIDES:
        depth = _arm_depth(body, camera, side) - centre
        arm = Layer(depth)
        if far_side or abs(depth) > _APART:
            far = "_far" if side == far_side else ""
            upper_arm(arm, body, camera, side, far)
            forearm(arm, body, camera, side, far, hands[side], style.hand)
            (behind if far or (not far_side and depth < 0) else before).append(arm)
        else:
            upper_arm(core, body, camera, side, "")
            forearm(arm, body, camera, side, "", hands[side], style.hand)
            upper_arm(arm, body, camera, side, "", bare=True)
            before.append(arm)
    return [*behind, *([core] if upper else _on_legs(core, body, camera, style, far_side))], before


_SIDEWAYS = 9.0
_APART = 5.5


def _on_legs(core: Layer, body: Skeleton, camera: Camera, style: Style, far_side: str) -> list[Layer]:
    """Return the trunk with the legs behind or before it."""
    legs = (leg(body, camera, side, "_far" if side == far_side else "", style.foot) for side in SIDES)
    below = sorted(legs, key=lambda one: one.depth)
    hips = trunk(body, camera, TRUNK[:4])
    if camera.depth(body.turns["pelvis"][1]) < -_END_ON:
        feet_first = [part for one in below for part in _from_the_feet(one)]
        return [core, Layer(pieces=[Piece(hips, "trousers")]), *feet_first]
    lap = below[-1] if far_side else _merged(below)
    lap.add(hips, "trousers")
    if far_side:
        return [below[0], core, lap]
    return [lap, core] if lap.depth < camera.depth(body.points["pelvis"]) - _LEGS_BEHIND else [core, lap]


_LEGS_BEHIND = 6.0


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
