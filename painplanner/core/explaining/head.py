"""The back of the head from the side: the nerve that runs from the neck up over the scalp."""

from __future__ import annotations

from painplanner.core.drawing import curve_through, rectangle
from painplanner.core.explaining.sketch import Sketch, round_shape


def occipital(s: Sketch) -> None:
    """Draw a head that looks to the left, the bones of its neck, and the nerve."""
    s.solid((_head(), "skin"))
    for n in range(4):
        s.solid((rectangle(152 + n * 2.5, 66 - n * 14, 17, 11, 4), "bone"))
        s.solid((round_shape((173 + n * 2.5, 76 - n * 14), (187 + n * 2, 71 - n * 14), (189 + n * 2, 65 - n * 14),
                             (173 + n * 2.5, 68 - n * 14)), "bone"))  # fmt: skip
    s.solid((round_shape((150, 102), (158, 106), (161, 98), (158, 86), (152, 80), (148, 84)), "skin"))
    s.stroke(curve_through([(153, 99), (157, 97), (155, 88)]))
    s.stroke(curve_through([(104, 110), (109, 113), (114, 111)]), width=1.4)
    s.stroke(curve_through([(101, 77), (108, 76), (113, 78)]))
    s.solid((round_shape((183, 62), (194, 76), (202, 86), (204, 74), (198, 54), (196, 30), (188, 30), (186, 50)),
             "muscle"))  # fmt: skip
    s.cord([(176, 62), (190, 70), (203, 92), (206, 116), (196, 142), (176, 160)], "nerve", 4)
    s.cord([(205, 104), (196, 122), (178, 138)], "nerve", 3)
    s.label("nerve", 226, 136, "right", (204, 126))
    s.label("muscle", 226, 82, "right", (199, 76))
    s.label("bone", 96, 42, "left", (160, 57))
    s.write("view", 150, 5, "middle")


def _head() -> tuple[tuple[float, ...], ...]:
    return round_shape(
        (150, 172), (118, 162), (104, 140), (102, 122), (98, 112), (89, 97), (92, 92), (99, 90), (97, 82), (100, 77),
        (98, 70), (103, 60), (116, 56), (132, 58), (140, 50), (142, 30), (144, 23), (172, 21), (204, 23), (203, 48),
        (208, 76), (214, 104), (212, 132), (196, 158), (174, 170),
    )  # fmt: skip
