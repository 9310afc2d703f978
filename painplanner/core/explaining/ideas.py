"""Pictures of ideas, not of bodies: the alarm that can be turned down, boom and bust, and how long healing takes."""

from __future__ import annotations

import math

from painplanner.core.drawing import Path, Point, circle, curve_through, rectangle
from painplanner.core.explaining.sketch import Sketch, round_shape


def alarm(s: Sketch) -> None:
    """Draw a bell that rings, and the knob that turns it down."""
    s.solid((circle(80, 84, 7), "prop_dark"))
    s.solid((round_shape((80, 152), (62, 144), (56, 124), (53, 104), (44, 93), (46, 88), (80, 86), (114, 88),
                         (116, 93), (107, 104), (104, 124), (98, 144)), "tendon"))  # fmt: skip
    s.solid((circle(80, 154, 5), "prop_dark"))
    for far, width in ((1.0, 2.4), (1.25, 1.8)):
        for way in (-1, 1):
            s.stroke(_arc((80, 116), 40 * far, 0 if way > 0 else math.pi, 0.55), "series_2", width)
    _knob(s, (220, 116), 30)
    s.write("alarm", 80, 58, "middle", bold=True)
    s.write("volume", 220, 58, "middle", bold=True)
    s.write("low", 186, 74, "end")
    s.write("high", 257, 74)
    s.write("idea", 150, 21, "middle")


def _arc(centre: Point, radius: float, middle: float, half: float) -> Path:
    angles = (middle + half * (n - 4) / 4 for n in range(9))
    return curve_through([(centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in angles])


def _knob(s: Sketch, centre: Point, radius: float) -> None:
    x, y = centre
    for n in range(9):
        a = math.radians(225 - n * 33.75)
        c, d = math.cos(a), math.sin(a)
        s.stroke(((x + 37 * c, y + 37 * d), (x + (42 + n * 0.8) * c, y + (42 + n * 0.8) * d)), "text", 1 + n * 0.25)
    s.solid((circle(x, y, radius), "prop_dark"))
    s.solid((circle(x, y, radius * 0.72), "prop"))
    a = math.radians(170)
    s.stroke(((x + 9 * math.cos(a), y + 9 * math.sin(a)), (x + 19 * math.cos(a), y + 19 * math.sin(a))), "ink", 3.4)
    turn = _arc(centre, 56, math.radians(90), 0.62)
    s.stroke(turn, "series_1", 2.6)
    tip = (x + 56 * math.cos(math.radians(90) + 0.74), y + 56 * math.sin(math.radians(90) + 0.74))
    s.head(tip, math.radians(180) + 0.66, 10, "series_1")


def boom_and_bust(s: Sketch) -> None:
    """Draw activity over days: high peaks with long dips after them, and a steady line that climbs."""
    s.stroke(((34, 174), (34, 30), (290, 30)), "text", 1.2)
    s.head((34, 180), math.pi / 2, 7, "text")
    s.head((294, 30), 0, 7, "text")
    peaks: list[Point] = [(40, 76), (62, 158), (88, 42), (116, 66), (138, 148), (164, 40), (192, 60), (214, 136),
                          (240, 38), (266, 50)]  # fmt: skip
    s.stroke(curve_through(peaks), "series_2", 2.0, (6, 4))
    steps: list[Point] = [(40, 70)]
    for n in range(5):
        x, y = 80.0 + n * 40, 70.0 + n * 13
        steps += [(x, y), (x, y + 13)]
    steps.append((280, 135))
    s.stroke(tuple(steps), "background", 6)
    s.stroke(tuple(steps), "series_1", 3.4)
    s.write("activity", 42, 174)
    s.write("days", 288, 13, "end")
    s.write("swings", 290, 174, "end", ink="series_2")
    s.write("steady", 290, 148, "end", bold=True, ink="series_1")


def healing(s: Sketch) -> None:
    """Draw how long it takes as bars: muscles and joints 6 to 12 weeks, a nerve and a loud alarm months."""
    left, month = 12.0, 44.0
    for n in range(7):
        s.stroke(((left + n * month, 34), (left + n * month, 178)), "grid", 0.8)
    week = month * 12 / 52
    s.write("tissue", left, 168)
    _bar(s, (left, 146), 12 * week, "cartilage", 6 * week)
    s.write("nerve", left, 122)
    _open_bar(s, (left, 100), 5.2 * month, "tendon")
    s.write("alarm", left, 76)
    _open_bar(s, (left, 54), 5.2 * month, "muscle")
    s.stroke(((left, 34), (left + 6 * month + 8, 34)), "text", 1.2)
    for n in range(7):
        s.stroke(((left + n * month, 30), (left + n * month, 34)), "text", 1.2)
    s.write("axis", left, 12)


def _bar(s: Sketch, corner: Point, width: float, role: str, sure: float) -> None:
    """Draw a bar whose second part is the time that some people need longer."""
    x, y = corner
    s.solid((rectangle(x, y, width, 15), "prop"), (rectangle(x, y, sure, 15), role))


def _open_bar(s: Sketch, corner: Point, width: float, role: str) -> None:
    """Draw a bar without a fixed end: an arrow."""
    x, y = corner
    s.solid((((x, y), (x + width, y), (x + width, y - 4), (x + width + 18, y + 7.5), (x + width, y + 19),
              (x + width, y + 15), (x, y + 15)), role))  # fmt: skip
