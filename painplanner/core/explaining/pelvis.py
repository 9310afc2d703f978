"""The pelvis: its sacroiliac joints from the back, and the nerve of the outer thigh from the front."""

from __future__ import annotations

from painplanner.core.drawing import Path, circle, curve_through, moved, rectangle
from painplanner.core.explaining.sketch import WIDTH, Sketch, round_shape


def _both(path: Path) -> tuple[Path, Path]:
    return path, moved(path, 1.0, 0.0, 0.0, mirrored=WIDTH)


def sacroiliac(s: Sketch) -> None:
    """Draw the pelvis from the back with the joint at either side of the sacrum."""
    for wing in _both(_wing()):
        s.solid((wing, "bone"))
    s.solid((_sacrum(), "bone"))
    for joint in _both(_JOINT):
        s.stroke(joint, "ink", 6.4)
        s.stroke(joint, "cartilage", 4.6)
    for y in (122.0, 106.0, 92.0):
        for hole in _both(circle(140 + (122 - y) * 0.08, y, 2)):
            s.fill(hole, "prop_line")
    s.solid((rectangle(130, 148, 40, 20, 7), "bone"))
    s.solid((rectangle(132, 139, 36, 9, 4), "cartilage"))
    s.label("joint", 84, 176, "left", (117, 120))
    s.label("sacrum", 222, 172, "right", (156, 114))
    s.label("hip_bone", 226, 68, "right", (208, 112))
    s.write("view", 150, 5, "middle")


_JOINT = curve_through([(120, 134), (115, 124), (118, 112), (126, 98)])


def _sacrum() -> Path:
    return round_shape(
        (122, 136), (136, 139), (164, 139), (178, 136), (184, 124), (180, 110), (170, 92), (160, 76), (153, 58),
        (147, 58), (140, 76), (130, 92), (120, 110), (116, 124),
    )  # fmt: skip


def _wing() -> Path:
    """Return the left hip bone: the wing above, the sitting bone below."""
    return round_shape(
        (116, 138), (104, 150), (84, 152), (66, 140), (60, 120), (68, 104), (78, 96), (76, 82), (84, 70), (96, 62),
        (100, 48), (106, 34), (116, 32), (120, 42), (134, 52), (146, 56), (146, 64), (132, 66), (120, 72), (116, 84),
        (122, 96), (117, 112), (114, 124),
    )  # fmt: skip


def outer_thigh(s: Sketch) -> None:
    """Draw a right hip and thigh from the front, and the nerve that passes below the band of the groin."""
    s.fill((*_OUTSIDE, *_INSIDE, (230, 22), (230, 186)), "skin")
    for line in (_OUTSIDE, _INSIDE):
        s.stroke(line, width=1.8)
    s.solid((_hip_bone(), "bone"))
    s.cord([(176, 172), (160, 158), (142, 140), (134, 127)], "nerve", 4)
    s.cord([(126, 132), (144, 118), (164, 106), (186, 98)], "tendon", 5)
    s.cord([(134, 127), (130, 116), (128, 100), (124, 80), (126, 52)], "nerve", 4)
    s.cord([(128, 100), (118, 84), (114, 62)], "nerve", 3)
    s.stroke(round_shape((116, 108), (132, 110), (138, 88), (138, 58), (130, 38), (114, 40), (107, 60), (107, 88)),
             "text", 1.0, (4, 3))  # fmt: skip
    s.label("hip_bone", 84, 158, "left", (130, 150))
    s.label("band", 236, 122, "right", (164, 106))
    s.label("nerve", 236, 56, "right", (125, 66))
    s.label("area", 84, 78, "left", (112, 72))
    s.write("view", 150, 5, "middle")


_OUTSIDE = curve_through([(116, 186), (112, 152), (102, 126), (98, 96), (106, 60), (116, 22)])
_INSIDE = curve_through([(186, 22), (191, 50), (196, 74), (201, 82), (206, 74), (210, 50), (214, 22)])


def _hip_bone() -> Path:
    """Return the wing of the hip bone with the pubic bone, the point of the groin band at its front."""
    return round_shape(
        (126, 134), (122, 146), (126, 162), (140, 170), (156, 168), (164, 152), (160, 136), (166, 120), (180, 108),
        (192, 104), (194, 96), (184, 92), (166, 98), (150, 104), (138, 112), (136, 124),
    )  # fmt: skip
