"""What a figure file holds: frames of a pose, props, marks, photographs; readable and stable enough to be hashed.

Angles are degrees in the terms of the clinic: [flexion, abduction, outward turn] for hips and shoulders,
[flexion, side bend to the right, turn to the right] for the spine; a lone number is flexion. Lengths are hundredths
of the person's stature, x to the right of the picture, y up from the floor, z towards the viewer.
Figures are drawn for the right limb; the left is its mirror image. A photograph is held by the hash of its JPEG.
"""

from __future__ import annotations

import math
import re
from typing import Literal

import msgspec

from painplanner.core.values import Impossible, LangText, Value, whole

Angles = float | tuple[float, ...]
Spot = tuple[float, ...]
ViewName = Literal["side", "front", "back", "above", "three_quarter", "head_end", "foot_end", "below"]
Lie = Literal["upright", "back", "front", "side"]
Hand = Literal["open", "flat", "fist", "grip", "wide", "hook", "tabletop", "straight_fist", "pinch"]
Crop = Literal["", "neck", "jaw", "shoulder", "hand", "knee", "foot"] | tuple[str, ...]
PropKind = Literal[
    "floor", "mat", "chair", "stool", "table", "wall", "doorway", "step", "towel", "band", "dumbbell", "ball", "pillow",
    "roll", "stick", "strap", "desk", "counter", "box", "bed",
    "foam_roller", "bench", "stairs", "rail", "cane", "pole", "cycle", "recumbent_cycle", "arm_cycle", "pool",
    "ankle_weight", "decline_board", "anchor", "door", "hammer", "mirror", "tape", "balls", "pulley", "putty", "car",
    "book", "phone", "target", "weight", "kettlebell", "barbell", "bag", "basin", "plant", "wheelchair", "walker",
]  # fmt: skip
MarkKind = Literal["path", "push", "clock", "repeat", "stretch", "breath", "circle", "arrow", "sway", "shade", "press"]

MOST_PICTURES = 4
MOST_ARROWS = 20
LONGEST_SIDE = 2_000
SHORTEST_ARROW = 40
_HASH = re.compile(r"[0-9a-f]{64}")


class Pin(Value, frozen=True, kw_only=True):
    """A hand, foot, toe or elbow that is held at a place; the limb bends to reach it.

    `at` is a place, or the name of a body point with `by` as the distance from it. `points` is where fingers or toes
    go, `bend` where knee or elbow go, `lift` raises the heel over the ball of the foot in degrees, `slope` tilts the
    whole foot about its ball, toes down (on a decline board) or, below zero, toes up (on a pedal, at a wall).
    """

    part: str
    at: Spot | str
    by: Spot = (0.0, 0.0, 0.0)
    points: Spot = ()
    palm: Spot = ()
    bend: Spot = ()
    lift: float = 0.0
    slope: float = 0.0


class Frame(Value, frozen=True, kw_only=True):
    """One pose: a named base (or the frame before), changed where angles are given.

    `jaw` opens the mouth by degrees, `gaze` is a body point or place that the eyes keep to; `fingers` bends their three
    joints where the hand's pose does not say it.
    `rest` names the body points that carry it and the height they rest on; `at` is where `anchor` stands.
    """

    base: str = ""
    lie: Lie | None = None
    pelvis: Angles | None = None
    lumbar: Angles | None = None
    thorax: Angles | None = None
    neck: Angles | None = None
    head: Angles | None = None
    blade: Angles | None = None
    shoulder: Angles | None = None
    elbow: Angles | None = None
    wrist: Angles | None = None
    hip: Angles | None = None
    knee: Angles | None = None
    ankle: Angles | None = None
    left_blade: Angles | None = None
    left_shoulder: Angles | None = None
    left_elbow: Angles | None = None
    left_wrist: Angles | None = None
    left_hip: Angles | None = None
    left_knee: Angles | None = None
    left_ankle: Angles | None = None
    right_blade: Angles | None = None
    right_shoulder: Angles | None = None
    right_elbow: Angles | None = None
    right_wrist: Angles | None = None
    right_hip: Angles | None = None
    right_knee: Angles | None = None
    right_ankle: Angles | None = None
    breath: float | None = None
    jaw: float | None = None
    gaze: str | Spot | None = None
    fingers: Spot | None = None
    left_fingers: Spot | None = None
    right_fingers: Spot | None = None
    hand: Hand | None = None
    left_hand: Hand | None = None
    right_hand: Hand | None = None
    rest: tuple[str, ...] | None = None
    height: float | None = None
    anchor: str | None = None
    at: Spot | None = None
    pins: tuple[Pin, ...] | None = None


class Prop(Value, frozen=True, kw_only=True):
    """A thing in the scene: where it stands, its size, or the body points it runs between; `over` paints it later.

    `way` is where it looks or lies along. What each kind takes is said in the library's README of the figures.
    """

    kind: PropKind
    at: Spot = ()
    size: Spot = ()
    points: tuple[str | Spot, ...] = ()
    way: Spot = ()
    over: Literal["behind", "body", "all"] = "behind"
    frames: tuple[int, ...] = ()


class Mark(Value, frozen=True, kw_only=True):
    """A sign: an arrow along the real path of a body point, a push, a circle, a clock, a stretched part of the body.

    A circle goes round `point` from the first angle of `arc` to the second (degrees in the picture, against the clock),
    or, with `towards`, round that axis.
    """

    kind: MarkKind
    point: str = ""
    to: str = ""
    towards: Spot = ()
    arc: Spot = ()
    shift: Spot = (0.0, 0.0, 0.0)
    size: float = 0.0
    frames: tuple[int, ...] = ()


class PhotoArrow(Value, frozen=True, kw_only=True):
    """An arrow on a photograph; its middle stands out to the left of the way by `bend`.

    All in thousandths of the photograph, places from its lower left corner, `bend` of its width.
    """

    x0: int
    y0: int
    x1: int
    y1: int
    bend: int = 0

    def __post_init__(self) -> None:
        """Refuse what lies outside the picture."""
        for field in ("x0", "y0", "x1", "y1"):
            whole(self, field, 0, 1000)
        whole(self, "bend", -500, 500)

    @property
    def is_seen(self) -> bool:
        """Tell whether it is long enough to point anywhere: a click without a drag is not."""
        return math.hypot(self.x1 - self.x0, self.y1 - self.y0) >= SHORTEST_ARROW


class Photo(Value, frozen=True, kw_only=True):
    """A photograph by the content hash of its JPEG, its size in pixels, arrows over it and words for it."""

    sha256: str
    width: int
    height: int
    arrows: tuple[PhotoArrow, ...] = ()
    alt: tuple[LangText, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is no hash, a size that no photograph is kept at, and arrows that would hide it."""
        if not _HASH.fullmatch(self.sha256):
            raise Impossible("no-hash", "sha256", value=self.sha256)
        whole(self, "width", 1, LONGEST_SIDE)
        whole(self, "height", 1, LONGEST_SIDE)
        if len(self.arrows) > MOST_ARROWS:
            raise Impossible("too-many", "arrows", count=len(self.arrows), limit=MOST_ARROWS)


class Figure(Value, frozen=True, kw_only=True):
    """An exercise or scene in one to four pictures: drawn frames, then photographs; `show` = "upper" leaves legs out.

    `crop` is a close-up: a part of the body, or the body points that the picture is to hold. `alt` is for the frames.
    Photographs that stand instead of a drawing name the figure that has it, so that it can be had back: `instead_of`.
    """

    id: str
    frames: tuple[Frame, ...]
    view: ViewName = "side"
    camera: Spot = ()
    show: Literal["all", "upper"] = "all"
    crop: Crop = ""
    trains: str = ""
    props: tuple[Prop, ...] = (Prop(kind="floor"),)
    marks: tuple[Mark, ...] = ()
    both_sides: bool = False
    alt: tuple[tuple[LangText, ...], ...] = ()
    photos: tuple[Photo, ...] = ()
    instead_of: str = ""

    def __post_init__(self) -> None:
        """Refuse more pictures than stand in a row, where photographs are among them."""
        count = len(self.frames) + len(self.photos)
        if self.photos and count > MOST_PICTURES:
            raise Impossible("too-many-pictures", "photos", count=count, limit=MOST_PICTURES)


class FigureFile(Value, frozen=True, kw_only=True):
    """One file of the library: at most thirty figures."""

    entry: tuple[Figure, ...]


def decode_figures(toml: bytes) -> tuple[Figure, ...]:
    """Read one figure file."""
    return msgspec.toml.decode(toml, type=FigureFile).entry


def encode_figure(figure: Figure) -> bytes:
    """Return the canonical JSON of a figure: equal figures give equal bytes."""
    plain = msgspec.convert(msgspec.to_builtins(figure), type=Figure)  # 90 and 90.0 are one angle
    return msgspec.json.encode(plain, order="sorted")


def decode_figure(data: bytes) -> Figure:
    """Read a figure back from `encode_figure`."""
    return msgspec.json.decode(data, type=Figure)
