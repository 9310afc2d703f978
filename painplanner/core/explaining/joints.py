"""Shoulder, kneecap, knee and Achilles tendon: bones, what covers them, and what pulls on them."""

from __future__ import annotations

from painplanner.core.drawing import rectangle
from painplanner.core.explaining.sketch import Sketch, round_shape


def cuff(s: Sketch) -> None:
    """Draw a right shoulder from the front: the cuff's tendon runs below the roof of the shoulder blade."""
    s.solid(
        (
            round_shape(
                (186, 134),
                (206, 128),
                (214, 100),
                (206, 70),
                (196, 48),
                (188, 50),
                (180, 74),
                (172, 88),
                (171, 104),
                (173, 120),
            ),
            "bone",
        )
    )
    s.solid((round_shape((226, 152), (200, 146), (176, 138), (152, 134), (134, 124), (126, 112), (133, 108),
                         (150, 120), (174, 124), (200, 126), (224, 130), (232, 142)), "muscle"))  # fmt: skip
    s.solid((round_shape((160, 140), (146, 138), (132, 129), (124, 114), (130, 106), (142, 118), (160, 125)),
             "tendon"))  # fmt: skip
    s.solid(
        (
            round_shape(
                (128, 108), (138, 117), (154, 116), (164, 104), (164, 88), (154, 76), (148, 62), (146, 28), (130, 28),
                (128, 62), (121, 80), (120, 98),
            ),
            "bone",
        )
    )  # fmt: skip
    s.solid((round_shape((167, 116), (172, 114), (174, 98), (172, 82), (167, 80), (169, 98)), "cartilage"))
    s.solid((round_shape((120, 144), (132, 154), (150, 158), (158, 152), (148, 146), (130, 138), (122, 138)), "bone"))
    s.solid((round_shape((152, 160), (176, 164), (204, 166), (230, 172), (232, 165), (206, 158), (178, 156),
                         (156, 151)), "bone"))  # fmt: skip
    s.label("roof", 92, 158, "left", (132, 147))
    s.label("tendon", 92, 116, "left", (134, 120))
    s.label("arm_bone", 92, 56, "left", (137, 52))
    s.label("blade", 222, 84, "right", (196, 86))
    s.write("view", 160, 5, "middle")


def kneecap(s: Sketch) -> None:
    """Draw a bent knee from the side, the front at the left: the kneecap glides on the thigh bone."""
    s.cord([(196, 168), (150, 158), (118, 146), (104, 128)], "tendon", 7)
    s.cord([(98, 100), (104, 80), (118, 62)], "tendon", 6)
    s.solid(
        (
            round_shape(
                (226, 164), (190, 150), (160, 142), (136, 142), (118, 134), (113, 118), (120, 102), (136, 96),
                (154, 100), (164, 112), (170, 124), (196, 132), (232, 146),
            ),
            "bone",
        ),
    )  # fmt: skip
    s.solid((round_shape((113, 128), (117, 132), (119, 118), (126, 104), (140, 101), (154, 104), (158, 101),
                         (150, 96), (136, 93), (120, 99), (111, 114)), "cartilage"))  # fmt: skip
    s.solid(
        (
            round_shape(
                (118, 88), (136, 90), (158, 90), (166, 80), (158, 66), (150, 50), (148, 24), (130, 24), (126, 50),
                (118, 62), (114, 76),
            ),
            "bone",
        )
    )  # fmt: skip
    s.solid((round_shape((105, 134), (110, 128), (109, 114), (104, 100), (98, 101), (93, 116), (97, 130)), "bone"))
    s.label("muscle", 92, 164, "left", (140, 155))
    s.label("kneecap", 76, 112, "left", (100, 116))
    s.label("tendon", 76, 66, "left", (104, 81))
    s.label("thigh_bone", 216, 118, "right", (186, 138))
    s.label("shin_bone", 196, 50, "right", (141, 46))
    s.write("view", 150, 5, "middle")


def knee(s: Sketch) -> None:
    """Draw a straight right knee from the front: two bones, the smooth cover of each, the pads between."""
    s.solid((round_shape((104, 84), (110, 82), (112, 66), (110, 24), (100, 24), (101, 60), (98, 74)), "bone"))
    s.solid((round_shape((134, 180), (168, 180), (168, 150), (176, 132), (190, 118), (190, 104), (176, 98),
                         (160, 100), (151, 108), (142, 100), (126, 98), (112, 104), (112, 118), (126, 132),
                         (134, 150)), "bone"))  # fmt: skip
    s.solid((round_shape((112, 82), (130, 86), (151, 90), (172, 86), (190, 82), (190, 72), (174, 58), (168, 42),
                         (166, 24), (136, 24), (134, 42), (128, 58), (112, 72)), "bone"))  # fmt: skip
    for x in (110.0, 158.0):
        s.solid((round_shape((x + 2, 104), (x + 12, 99), (x + 24, 99), (x + 34, 103), (x + 33, 97), (x + 22, 94),
                             (x + 11, 94), (x + 1, 98)), "cartilage"))  # fmt: skip
    s.solid((round_shape((108, 96), (110, 86), (130, 88), (138, 89), (122, 91)), "tendon"))
    s.solid((round_shape((194, 96), (192, 86), (172, 88), (164, 89), (180, 91)), "tendon"))
    s.label("thigh_bone", 216, 160, "right", (158, 158))
    s.label("cover", 211, 114, "right", (182, 99))
    s.label("shin_bone", 216, 44, "right", (156, 50))
    s.label("pad", 84, 92, "left", (113, 91))
    s.write("view", 150, 5, "middle")


def achilles(s: Sketch) -> None:
    """Draw a lower leg from the side, the toes at the left: the calf pulls on the heel through its tendon."""
    s.solid((round_shape((148, 182), (184, 184), (202, 181), (206, 150), (194, 112), (182, 84), (184, 62),
                         (192, 46), (190, 32), (176, 27), (150, 30), (110, 27), (84, 26), (72, 32), (76, 42),
                         (104, 54), (130, 66), (142, 80), (148, 110), (146, 150)), "skin"))  # fmt: skip
    s.solid((rectangle(153, 74, 14, 104, 6), "bone"))
    s.solid((round_shape((148, 74), (164, 76), (172, 68), (166, 58), (150, 56), (142, 62)), "bone"))
    s.solid((round_shape((142, 62), (150, 52), (140, 42), (116, 38), (92, 34), (82, 34), (88, 40), (112, 52),
                         (130, 60)), "bone"))  # fmt: skip
    s.solid((round_shape((152, 56), (168, 60), (182, 56), (188, 42), (184, 34), (170, 32), (156, 40), (150, 48)),
             "bone"))  # fmt: skip
    s.cord([(184, 116), (178, 98), (176, 80), (182, 54)], "tendon", 6)
    s.solid((round_shape((174, 180), (194, 180), (200, 156), (193, 126), (185, 106), (180, 112), (175, 134),
                         (171, 160)), "muscle"))  # fmt: skip
    s.label("calf", 220, 146, "right", (190, 150))
    s.label("tendon", 220, 92, "right", (177, 86))
    s.label("heel", 220, 44, "right", (174, 45))
    s.label("shin_bone", 126, 128, "left", (160, 128))
    s.write("view", 150, 5, "middle")
