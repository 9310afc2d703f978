"""Every thing that a figure can name is drawn from every side, in its frame, and mirrored with the body."""

from __future__ import annotations

from typing import get_args

import pytest

from painplanner.core.drawing import Area, Line, points_of
from painplanner.core.figure import Figure, Frame, Pin, Prop, draw, encode_figure
from painplanner.core.figure.outline import Camera
from painplanner.core.figure.props import draw_prop
from painplanner.core.figure.scene import skeletons
from painplanner.core.figure.value import PropKind, ViewName
from painplanner.core.figure.vector import length, sub
from painplanner.core.palette import palette

KINDS = get_args(PropKind)
VIEWS = get_args(ViewName)
BETWEEN = {
    "band",
    "strap",
    "stick",
    "rail",
    "tape",
    "barbell",
    "pulley",
    "book",
    "phone",
    "weight",
    "kettlebell",
    "bag",
}


def figure_with(kind: str, view: str = "side") -> Figure:
    points = ("right_hand", "left_hand") if kind in BETWEEN else ()
    prop = Prop(kind=kind, points=points, over="all")  # type: ignore[arg-type]
    return Figure(id="figure.x", frames=(Frame(base="sitting"),), view=view, props=(prop,))  # type: ignore[arg-type]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_drawn_from_every_side_within_the_frame(kind: str, view: str) -> None:
    drawing = draw(figure_with(kind, view), 0)
    for shape in drawing.shapes:
        assert isinstance(shape, (Area, Line))
        for x, y in points_of(shape.path):
            assert -0.01 <= x <= drawing.width + 0.01
            assert -0.01 <= y <= drawing.height + 0.01


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"floor", "mat"}))
def test_it_can_be_seen_in_every_palette(kind: str) -> None:
    figure = figure_with(kind)
    shapes = draw_prop(figure.props[0], skeletons(figure)[0], Camera(0, 0))
    assert shapes
    roles = {r for s in shapes for r in ((s.fill, s.line) if isinstance(s, Area) else (s.role,))}  # type: ignore[union-attr]
    for medium in ("paper", "grey", "light", "dark"):
        assert roles - {""} <= set(palette(medium))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_the_left_is_its_mirror_image(kind: str) -> None:
    left, right = draw(figure_with(kind), 0, "left"), draw(figure_with(kind), 0, "right")
    ground = {"floor", "mat"}
    for a, b in zip(left.shapes, right.shapes, strict=True):
        if kind in ground or not isinstance(a, (Area, Line)) or not isinstance(b, (Area, Line)):
            continue
        for (ax, ay), (bx, by) in zip(points_of(a.path), points_of(b.path), strict=True):
            assert (ax, ay) == pytest.approx((left.width - bx, by))


@pytest.mark.parametrize(("kind", "base"), [("cycle", "cycling"), ("recumbent_cycle", "recumbent")])
def test_on_a_cycle_the_feet_are_on_the_pedals_and_the_body_on_the_saddle(kind: str, base: str) -> None:
    (body,) = skeletons(Figure(id="figure.x", frames=(Frame(base=base),), props=(Prop(kind=kind),)))  # type: ignore[arg-type]
    balls = [body.points[f"{side}_ball"] for side in ("left", "right")]
    middle = tuple((a + b) / 2 for a, b in zip(*balls, strict=True))
    for ball in balls:
        crank = length(sub((ball[0], ball[1], 0.0), (middle[0], middle[1], 0.0)))
        assert 7 <= crank <= 12
    for side in ("left", "right"):
        reach = length(sub(body.points[f"{side}_hip"], body.points[f"{side}_ankle"]))
        assert reach < 49.2


def test_a_foot_on_a_slope_keeps_its_toes_straight_and_its_ball_in_place() -> None:
    flat = Figure(id="figure.x", frames=(Frame(base="standing", pins=(Pin(part="right_foot", at=(4.0, 3.0)),)),))
    down = Figure(
        id="figure.x", frames=(Frame(base="standing", pins=(Pin(part="right_foot", at=(4.0, 3.0), slope=20.0),)),)
    )
    (level,), (tilted,) = skeletons(flat), skeletons(down)
    assert tilted.points["right_ball"] == pytest.approx(level.points["right_ball"], abs=0.1)
    assert tilted.points["right_heel"][1] > level.points["right_heel"][1] + 2
    assert tilted.toes["right"] == 0


def test_what_is_not_said_is_not_written() -> None:
    """Figures that were drawn before a thing or a field existed keep their bytes."""
    assert b"way" not in encode_figure(Figure(id="figure.x", frames=(Frame(),), props=(Prop(kind="wall"),)))
