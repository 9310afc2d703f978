"""How points, things, signs, views and starting poses are called while a picture is drawn."""

from __future__ import annotations

from functools import cache

from painplanner.core.figure import Figure
from painplanner.core.figure.sizing import measures
from painplanner.text import _, pgettext


def grip_words(name: str, figure: Figure) -> str:
    """Return how a point that can be dragged is called."""
    if ":" in name:
        return _part_words(name, figure)
    side, _bar, part = name.partition("_")
    if side in {"left", "right"}:
        template = _("Left {part}") if side == "left" else _("Right {part}")
        return template.format(part=_limbs()[part])
    return _middle()[name]


def _part_words(name: str, figure: Figure) -> str:
    """Return how a thing or sign, or a part of one, is called."""
    kind, number, *part = name.split(":")
    if kind in {"mark", "tip"}:
        words = sign_words(figure.marks[int(number)].kind)
        return _("{what}: the end").format(what=words) if kind == "tip" else words
    prop = figure.props[int(number)]
    words = thing_words(prop.kind)
    if kind == "size":
        return f"{words}: {measure_words(measures(prop)[int(part[0])].name)}"
    if kind == "bend":
        return _("{what}: bend it here").format(what=words)
    if kind == "point":
        spot = prop.points[int(part[0])]
        return f"{words}: {tie_words(spot)}" if isinstance(spot, str) else _("{what}: a point").format(what=words)
    return words


def sentence(words: str) -> str:
    """Return words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def again_words(words: str) -> str:
    """Return what tells that a click takes another point in the same place."""
    return _("Click again: {what}").format(what=words)


def measure_words(name: str) -> str:
    """Return how one measure of a thing is called."""
    known = {
        "length": _("length"), "height": _("height"), "depth": _("depth"), "width": _("width"),
        "thickness": _("thickness"), "back": _("height of the back"), "end": _("how far it sticks out"),
        "tread": _("depth of a step"), "rise": _("height of a step"), "count": _("number of steps"),
        "radius": _("size"), "diameter": _("thickness"), "gap": _("distance"), "saddle_back": _("saddle back"),
        "saddle_up": _("saddle up"), "bar_ahead": _("handlebar ahead"), "bar_up": _("handlebar up"),
    }  # fmt: skip
    return known.get(name) or name.replace("_", " ")


def tie_words(name: str) -> str:
    """Return how a point of the body is called that something is tied to."""
    side, _bar, part = name.partition("_")
    if side in {"left", "right"}:
        template = _("left {part}") if side == "left" else _("right {part}")
        return template.format(part=_ties().get(part) or part.replace("_", " "))
    return _ties().get(name) or name.replace("_", " ")


def _ties() -> dict[str, str]:
    return {
        "hand": _("hand"), "wrist": _("wrist"), "elbow": _("elbow"), "shoulder": _("shoulder"), "hip": _("hip"),
        "thigh": _("thigh"), "knee": _("knee"), "shin": _("shin"), "ankle": _("ankle"), "heel": _("heel"),
        "sole": _("sole"), "ball": _("ball of the foot"), "toe": _("toes"), "crown": _("crown of the head"),
        "nape": _("nape"), "chest": _("chest"), "upper_back": _("upper back"), "belly": _("belly"),
        "low_back": _("lower back"), "sacrum": _("sacrum"),
    }  # fmt: skip


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
        "floor": _("Floor"), "mat": _("Mat"), "chair": _("Chair"), "stool": _("Stool"),
        "table": pgettext("thing", "Table"), "wall": _("Wall"), "doorway": _("Doorway"),
        "step": pgettext("thing", "Step"), "towel": _("Towel"), "band": _("Resistance band"),
        "dumbbell": _("Dumbbell"), "ball": _("Ball"), "pillow": _("Pillow"),
        "roll": _("Towel roll"), "stick": _("Stick"), "strap": _("Strap"), "desk": _("Desk with screen"),
        "counter": _("Counter"), "box": _("Box"), "bed": _("Bed"), "foam_roller": _("Foam roller"),
        "bench": _("Bench"), "stairs": _("Stairs"), "rail": _("Rail"), "cane": _("Cane"), "pole": _("Walking pole"),
        "cycle": _("Bicycle"), "recumbent_cycle": _("Recumbent bicycle"), "arm_cycle": _("Arm bicycle"),
        "pool": _("Pool"), "ankle_weight": _("Ankle weight"), "decline_board": _("Decline board"),
        "anchor": _("Band anchor"), "door": _("Door"), "hammer": _("Hammer"), "mirror": _("Mirror"),
        "tape": _("Tape"), "balls": _("Small balls"), "pulley": _("Pulley"), "putty": _("Putty"), "car": _("Car seat"),
        "book": _("Book"), "phone": _("Phone"), "target": pgettext("thing", "Target"), "weight": _("Weight"),
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
        "open": pgettext("hand", "Open"),
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
