"""How points, things, signs, views and starting poses are called while a picture is drawn."""

from __future__ import annotations

from functools import cache

from painplanner.core.figure import Figure
from painplanner.text import _


def grip_words(name: str, figure: Figure) -> str:
    """Return how a point that can be dragged is called."""
    kind, _colon, number = name.partition(":")
    if kind == "prop":
        return thing_words(figure.props[int(number)].kind)
    if kind in {"mark", "tip"}:
        return sign_words(figure.marks[int(number)].kind)
    side, _bar, part = name.partition("_")
    if side in {"left", "right"}:
        template = _("Left {part}") if side == "left" else _("Right {part}")
        return template.format(part=_limbs()[part])
    return _middle()[name]


def _middle() -> dict[str, str]:
    return {
        "head": _("Head: bend the neck"),
        "nose": _("Face: turn the head, nod"),
        "chest": _("Chest: bend the trunk"),
        "waist": _("Waist: tilt the pelvis"),
        "pelvis": _("Pelvis: move the body"),
    }


def _limbs() -> dict[str, str]:
    return {
        "shoulder": _("shoulder: turn the trunk"),
        "elbow": _("elbow"),
        "hand": _("hand"),
        "fingers": _("fingers: bend the wrist"),
        "knee": _("knee"),
        "foot": _("foot"),
        "toe": _("toes: bend the ankle"),
        "heel": _("heel: rise on the toes"),
    }


def thing_words(kind: str) -> str:
    """Return how a thing in the scene is called."""
    return things().get(kind) or _as_words(kind)


@cache
def _catalogued(_language: str) -> dict[str, str]:
    return {
        "floor": _("Floor"), "mat": _("Mat"), "chair": _("Chair"), "stool": _("Stool"), "table": _("Table"),
        "wall": _("Wall"), "doorway": _("Doorway"), "step": _("Step"), "towel": _("Towel"),
        "band": _("Resistance band"), "dumbbell": _("Dumbbell"), "ball": _("Ball"), "pillow": _("Pillow"),
        "roll": _("Towel roll"), "stick": _("Stick"), "strap": _("Strap"), "desk": _("Desk with screen"),
        "counter": _("Counter"), "box": _("Box"), "bed": _("Bed"), "foam_roller": _("Foam roller"),
        "bench": _("Bench"), "stairs": _("Stairs"), "rail": _("Rail"), "cane": _("Cane"), "pole": _("Walking pole"),
        "cycle": _("Bicycle"), "recumbent_cycle": _("Recumbent bicycle"), "arm_cycle": _("Arm bicycle"),
        "pool": _("Pool"), "ankle_weight": _("Ankle weight"), "decline_board": _("Decline board"),
        "anchor": _("Band anchor"), "door": _("Door"), "hammer": _("Hammer"), "mirror": _("Mirror"),
        "tape": _("Tape"), "balls": _("Small balls"), "pulley": _("Pulley"), "putty": _("Putty"), "car": _("Car seat"),
        "book": _("Book"), "phone": _("Phone"), "target": _("Target"), "weight": _("Weight"),
        "kettlebell": _("Kettlebell"), "barbell": _("Barbell"), "bag": _("Bag"), "basin": _("Basin"),
        "plant": _("Plant"), "wheelchair": _("Wheelchair"), "walker": _("Walker"),
    }  # fmt: skip


def things() -> dict[str, str]:
    """Return the words of all things by kind."""
    return _catalogued(_("Floor"))


def sign_words(kind: str) -> str:
    """Return how a sign is called."""
    return signs().get(kind) or _as_words(kind)


def signs() -> dict[str, str]:
    """Return the words of the signs by kind."""
    return {
        "path": _("Arrow along the movement"),
        "push": _("Arrow of a push"),
        "arrow": _("Straight arrow"),
        "sway": _("Arrow to and fro"),
        "circle": _("Arrow round a point"),
        "clock": _("Clock: hold"),
        "repeat": _("Repeat"),
        "stretch": _("Stretch"),
        "press": _("Pressure"),
        "shade": _("Shaded region"),
        "breath": _("Breath"),
    }


def view_words(view: str) -> str:
    """Return from where the person is looked at."""
    known = {
        "side": _("From the side"),
        "front": _("From the front"),
        "back": _("From the back"),
        "above": _("From above"),
        "three_quarter": _("Three quarters"),
        "head_end": _("From the head end"),
        "below": _("From below"),
        "foot_end": _("From the foot end"),
    }
    return known.get(view) or _as_words(view)


def hand_words(shape: str) -> str:
    """Return how a hand is held."""
    known = {
        "open": _("Open"),
        "flat": _("Flat"),
        "fist": _("Fist"),
        "grip": _("Grip"),
        "wide": _("Fingers spread"),
        "hook": _("Hook"),
        "tabletop": _("Tabletop"),
        "straight_fist": _("Straight fist"),
        "pinch": _("Pinch"),
    }
    return known.get(shape) or _as_words(shape)


def base_words(base: str) -> str:
    """Return how a pose to start from is called."""
    known = {
        "standing": _("Standing"),
        "supine": _("Lying on the back"),
        "supine_hooklying": _("Lying on the back, knees bent"),
        "prone": _("Lying face down"),
        "quadruped": _("On hands and knees"),
        "side_lying": _("Lying on the side"),
        "sitting": _("Sitting"),
        "long_sitting": _("Sitting, legs straight"),
        "half_kneeling": _("Half kneeling"),
        "cycling": _("On a bicycle"),
        "recumbent": _("On a recumbent bicycle"),
    }
    return known.get(base) or _as_words(base)


def _as_words(code: str) -> str:
    plain = code.replace("_", " ")
    return plain[:1].upper() + plain[1:]
