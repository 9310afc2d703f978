"""The low back from the side, the front of the body at the left: disc and nerve root, and the facet joint."""

from __future__ import annotations

from painplanner.core.drawing import Path, rectangle
from painplanner.core.explaining.sketch import Sketch, round_shape


def disc(s: Sketch) -> None:
    """Draw three bones, the discs between them, and the nerve root that leaves beside a disc."""
    for low in (28.0, 78.0, 128.0):
        s.solid((_arch(low), "bone"))
    s.cord([(172, 182), (173, 130), (173, 80), (171, 24)], "nerve", 9)
    for low in (28.0, 78.0, 128.0):
        s.solid((_body(low), "bone"), (_pedicle(low), "bone"))
    s.solid((rectangle(97, 115, 64, 14, 6), "cartilage"))
    s.solid((_bulging(65), "cartilage"))
    for high in (126.0, 76.0):
        s.cord([(172, high), (171, high - 8), (164, high - 26), (153, high - 45), (148, high - 52)], "nerve", 4.5)
    s.label("bone", 84, 138, "left", (112, 146))
    s.label("disc", 84, 72, "left", (112, 72))
    s.label("nerve", 230, 62, "right", (161, 44))
    s.write("view", 150, 5, "middle")


def _body(low: float) -> Path:
    """Return the body of a bone, a little narrower at its waist."""
    high, mid = low + 38, low + 19
    return round_shape(
        (97, high - 3), (112, high), (146, high), (160, high - 3), (157, mid), (160, low + 3), (146, low), (112, low),
        (97, low + 3), (100, mid),
    )  # fmt: skip


def _pedicle(low: float) -> Path:
    return rectangle(150, low + 21, 34, 12, 6)


def _arch(low: float) -> Path:
    """Return the arch and the spine behind the canal."""
    return round_shape(
        (178, low + 34), (186, low + 33), (206, low + 20), (222, low + 9), (222, low - 3), (208, low - 4),
        (190, low + 4), (181, low + 6), (179, low + 18),
    )  # fmt: skip


def _bulging(low: float) -> Path:
    """Return a disc that reaches a little backwards."""
    return round_shape(
        (97, low + 7), (103, low + 13), (130, low + 13), (156, low + 13), (166, low + 9), (166, low + 4),
        (156, low + 1), (130, low + 1), (103, low + 1),
    )  # fmt: skip


def facet(s: Sketch) -> None:
    """Draw two bones large, and the small joint between their arches."""
    s.solid((_upper_arch(), "bone"))
    s.solid((_lower_arch(), "bone"))
    s.fill(round_shape((182, 94), (186, 93), (190, 75), (192, 63), (188, 62), (184, 76)), "cartilage")
    for low in (30.0, 112.0):
        s.solid((rectangle(76, low, 70, 60, 9), "bone"), (rectangle(138, low + 34, 36, 15, 7), "bone"))
    s.solid((rectangle(77, 91, 69, 20, 8), "cartilage"))
    s.label("bone", 66, 138, "left", (94, 142))
    s.label("disc", 66, 97, "left", (94, 101))
    s.label("joint", 228, 86, "right", (187, 80))
    s.write("view", 150, 5, "middle")


def _upper_arch() -> Path:
    """Return the arch of the upper bone, whose lower end lies behind that of the bone below."""
    return round_shape(
        (160, 162), (174, 164), (188, 154), (210, 138), (232, 130), (238, 120), (230, 114), (210, 118), (203, 108),
        (204, 84), (200, 62), (193, 60), (189, 76), (184, 94), (178, 122), (164, 144),
    )  # fmt: skip


def _lower_arch() -> Path:
    """Return the arch of the lower bone with the part that reaches up to the joint."""
    return round_shape(
        (160, 80), (170, 88), (180, 98), (185, 92), (186, 76), (190, 60), (210, 50), (232, 42), (238, 32), (230, 26),
        (206, 28), (184, 36), (172, 48), (160, 62),
    )  # fmt: skip
