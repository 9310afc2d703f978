"""The outline of a body from the front and from behind, to mark where it hurts: the jointed figure, unfilled."""

from __future__ import annotations

from functools import cache

from painplanner.core.drawing import Area, Drawing, Line, Shape, moved, points_of
from painplanner.core.figure import Figure, Frame, draw
from painplanner.core.figure.value import ViewName
from painplanner.documents.blocks import BodyMap, BodyView, rich
from painplanner.documents.words import Words

_GROUND = frozenset({"floor", "mat"})
_AROUND = 1.5


def body_map(w: Words) -> BodyMap:
    """Return both outlines below how to mark them, with the words at their sides: which side is whose."""
    t = w.t
    right, left = t.pgettext("body", "right"), t.pgettext("body", "left")
    front = t.gettext("Outline of a body from the front. Your right side is at the left of the picture.")
    back = t.gettext("Outline of a body from behind. Your left side is at the left of the picture.")
    shade = t.gettext("Shade where it hurts. Write 1 where it hurts most.")
    draw_on = t.gettext("Draw an arrow where the pain goes. Draw dots where you feel numb or tingly.")
    return BodyMap(
        lead=rich(f"{shade} {draw_on}"),
        views=(
            BodyView(outline("front"), t.gettext("Front"), right, left, front),
            BodyView(outline("back"), t.gettext("Back"), left, right, back),
        ),
    )


@cache
def outline(view: ViewName) -> Drawing:
    """Return a standing person as an outline on white, the paper cut close round it."""
    figure = Figure(id="figure.body_outline", view=view, frames=(Frame(base="standing", shoulder=(0.0, 16.0, 0.0)),))
    shapes = [_unfilled(shape) for shape in draw(figure, 0).shapes if not _is_ground(shape)]
    spots = [spot for shape in shapes if isinstance(shape, Area | Line) for spot in points_of(shape.path)]
    low_x, low_y = min(x for x, _y in spots) - _AROUND, min(y for _x, y in spots) - _AROUND
    width, height = max(x for x, _y in spots) + _AROUND - low_x, max(y for _x, y in spots) + _AROUND - low_y
    return Drawing(width, height, tuple(_shifted(shape, -low_x, -low_y) for shape in shapes))


def _is_ground(shape: Shape) -> bool:
    return isinstance(shape, Line) and shape.role in _GROUND


def _unfilled(shape: Shape) -> Shape:
    """Return a shape in ink on white: what was filled covers the lines behind it and shows no colour."""
    if isinstance(shape, Area) and shape.fill:
        return Area(shape.path, "background", shape.line, shape.width)
    return shape


def _shifted(shape: Shape, dx: float, dy: float) -> Shape:
    if isinstance(shape, Area):
        return Area(moved(shape.path, 1.0, dx, dy), shape.fill, shape.line, shape.width)
    if isinstance(shape, Line):
        return Line(moved(shape.path, 1.0, dx, dy), shape.role, shape.width, shape.cap, shape.dash)
    return shape
