"""A close-up: which parts of the body it shows, drawn in detail, and what the picture is to hold."""

from __future__ import annotations

from painplanner.core.drawing import Area, Point, Shape
from painplanner.core.figure.bare_foot import bare_foot
from painplanner.core.figure.body import FOREARM_SHAPE
from painplanner.core.figure.close_hand import close_hand, palm_and_fingers
from painplanner.core.figure.digits import FINGERS, HAND_POSES, finger, thumb
from painplanner.core.figure.face import close_head
from painplanner.core.figure.flesh import Style, layers
from painplanner.core.figure.layer import DETAIL, Layer
from painplanner.core.figure.limbs import leg, shoe, upper_arm
from painplanner.core.figure.outline import Camera, plate, tube
from painplanner.core.figure.pose import SIDES, Pose
from painplanner.core.figure.skeleton import Skeleton
from painplanner.core.figure.value import Crop
from painplanner.core.figure.vector import Vec, length, lerp, place, sub

NEAR = Style(head=close_head, hand=close_hand, foot=shoe)
_LIMBS = {"hand", "foot", "knee"}
_JAW_FRAME = ((6.0, 8.5, 0.0), (-5.0, 8.5, 0.0), (4.0, -3.5, 0.0), (0.0, 3.0, 4.0), (0.0, 3.0, -4.0))
_KNEECAP = ((-1.7, 0.6), (-1.2, 2.3), (0.0, 2.8), (1.2, 2.3), (1.7, 0.6), (1.1, -1.2), (0.0, -1.9), (-1.1, -1.2))


def close_layers(
    body: Skeleton, camera: Camera, pose: Pose, crop: Crop, *, upper: bool
) -> tuple[list[Layer], list[Layer]]:
    """Return the layers of a close-up: a limb by itself with the hands that hold it, else the body in detail."""
    if crop not in _LIMBS:
        return layers(body, camera, pose.hands, NEAR, upper=upper or crop in {"neck", "jaw", "shoulder"})
    if crop == "hand":
        return _hands(body, camera, pose)
    arms = [_arm(body, camera, side, pose.hands[side]) for side in _hands_shown(body, crop)]
    limb = leg(body, camera, "right", "", bare_foot if crop == "foot" else shoe)
    limb.details += _kneecap(body, camera)
    return [*(arm for arm in arms if arm.depth < limb.depth), limb], [arm for arm in arms if arm.depth >= limb.depth]


def _hands(body: Skeleton, camera: Camera, pose: Pose) -> tuple[list[Layer], list[Layer]]:
    """Return the right hand and one that helps; what the right one holds goes between its palm and its fingers."""
    arm = Layer(camera.depth(body.points["right_hand"]))
    fingers = Layer()
    fingers.details = palm_and_fingers(arm, body, camera, "right", "", pose.hands["right"])
    _add_arm(arm, body, camera, "right")
    back_seen = camera.depth(body.turns["right_palm"][2]) > _BACK_SEEN
    behind, before = ([], [arm, fingers]) if back_seen else ([arm], [fingers])
    if "left" in _hands_shown(body, "hand"):
        helper = _arm(body, camera, "left", pose.hands["left"])
        if helper.depth > arm.depth:
            return behind, [*before, helper]
        return [helper, *behind], before
    return behind, before


_BACK_SEEN = 0.3


def _hands_shown(body: Skeleton, crop: Crop) -> list[str]:
    """Return the hands that are at the limb that is shown."""
    middle, reach = body.points[_MIDDLES[str(crop)]], _REACH[str(crop)]
    near = [side for side in SIDES if length(sub(body.points[f"{side}_hand"], middle)) < reach]
    return sorted({*near, "right"}) if crop == "hand" else near


_MIDDLES = {"hand": "right_wrist", "foot": "right_ball", "knee": "right_knee"}
_REACH = {"hand": 14.0, "foot": 15.0, "knee": 12.0}


def _arm(body: Skeleton, camera: Camera, side: str, shape: str) -> Layer:
    layer = Layer(camera.depth(body.points[f"{side}_hand"]))
    close_hand(layer, body, camera, side, "", shape)
    _add_arm(layer, body, camera, side)
    return layer


def _add_arm(layer: Layer, body: Skeleton, camera: Camera, side: str) -> None:
    p, turn = body.points, body.turns[f"{side}_forearm"]
    upper_arm(layer, body, camera, side, "")
    layer.add(tube(camera, p[f"{side}_elbow"], p[f"{side}_wrist"], turn, FOREARM_SHAPE), "skin")


def _kneecap(body: Skeleton, camera: Camera) -> list[Shape]:
    middle = place(body.points["right_knee"], body.turns["right_shank"], 3.4, 0.4, 0)
    cap = plate(camera, middle, body.turns["right_shank"], "ru", _KNEECAP)
    ahead = camera.depth(body.turns["right_shank"][0])
    return [Area(cap, line="ink", width=DETAIL)] if cap and ahead > 0.2 else []


def window_spots(body: Skeleton, camera: Camera, pose: Pose, crop: Crop) -> list[Point]:
    """Return the corners of what a close-up must hold in one frame."""
    spots, pad = _held(body, pose, crop)
    return [
        (x + dx * pad, y + dy * pad)
        for x, y in (camera.flat(spot) for spot in spots)
        for dx in (-1, 1)
        for dy in (-1, 1)
    ]


def _held(body: Skeleton, pose: Pose, crop: Crop) -> tuple[list[Vec], float]:
    """Return the places that a close-up shows and the room about them."""
    p, head = body.points, body.turns["head"]
    if isinstance(crop, tuple):
        return [p[name] for name in crop], 5.0
    if crop == "hand":
        return [spot for side in _hands_shown(body, crop) for spot in _hand_spots(body, pose, side)], 1.6
    if crop == "foot":
        toes = place(p["right_ankle"], body.turns["right_foot"], 10.5, -3.0, 0)
        return [lerp(p["right_ankle"], p["right_knee"], 0.28), p["right_heel"], p["right_ball"], toes], 2.2
    if crop == "knee":
        knee = p["right_knee"]
        return [lerp(knee, p["right_hip"], 0.5), knee, lerp(knee, p["right_ankle"], 0.5)], 5.0
    if crop == "jaw":
        return [place(p["skull"], head, *spot) for spot in _JAW_FRAME], 1.0
    if crop == "neck":
        return [p["crown"], p["face"], p["nape"], p["right_shoulder"], p["left_shoulder"]], 3.4
    return [p["right_shoulder"], p["right_elbow"], p["neck"], p["chin"], p["right_hand"]], 4.0


def _hand_spots(body: Skeleton, pose: Pose, side: str) -> list[Vec]:
    wrist, palm = body.points[f"{side}_wrist"], body.turns[f"{side}_palm"]
    out = -1.0 if side == "right" else 1.0
    shape = HAND_POSES[pose.hands[side]]
    spots = [wrist, lerp(wrist, body.points[f"{side}_elbow"], 0.4), *thumb(wrist, palm, out, shape.thumb)]
    for digit in FINGERS:
        spots += finger(wrist, palm, out, digit, body.fingers[side], shape.spread)
    return spots
