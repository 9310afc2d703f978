"""The outlines of a body side by side, large enough to draw on, each with its name above and its sides beside it."""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.core.drawing import rectangle
from painplanner.documents.body_views import BodyMap, BodyView
from painplanner.documents.pdf.drawing_painter import packed_form, path_operators
from painplanner.documents.pdf.lines import line
from painplanner.documents.pdf.parts import Drawn, Part, Stack
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.tags import Tag

_HEIGHTS, _LARGE = (400.0, 345.0, 300.0), (400.0, 360.0, 300.0)
"""How high a body is at each density, in ordinary and in large print."""
_GAP = 8.0
_SHARE = 0.52
"""No body is higher than this share of a page."""
_KEPT = 0.6
"""Words and outlines that are higher than this share of a page do not wait for one that holds both."""
_LEAST = 200.0
"""A lower one is too small to draw on."""
_HEAD, _EYES = 0.075, 0.92
"""How wide half a head is and how high the eyes are, as shares of the height: there the words have most room."""


def body_map(block: BodyMap, setting: Setting) -> Part:
    """Set how to mark them, then the outlines in columns of one width, one below the other where lines are narrow."""
    paper = setting.paper
    lead = setting.words(setting.root.child("P"), block.lead, paper.body, paper.inner, is_whole=True)
    across = len(block.views)
    if min(_beside_head(view, paper.inner / across, setting) for view in block.views) < _LEAST:
        across = 1
    some = (block.views[n : n + across] for n in range(0, len(block.views), across))
    rows = [_row(views, paper.inner / across, setting) for views in some]
    lead.keeps_next = lead.height + rows[0].height < paper.height * _KEPT
    return Stack([lead, *rows], before=setting.gap(10), is_loose=True)


def _row(views: Sequence[BodyView], column: float, setting: Setting) -> Part:
    paper = setting.paper
    most = min((_LARGE if paper.is_large else _HEIGHTS)[setting.density], paper.height * _SHARE)
    high = min([most, *(_fitting(view, column, setting) for view in views)])

    def paint(pen: Pen, x: float, top: float) -> None:
        for n, view in enumerate(views):
            _draw(pen, setting, view, (x + n * column, top, column, high))

    return Drawn(paper.leading(paper.body) + 4 + high, paint, before=_GAP)


def _fitting(view: BodyView, column: float, setting: Setting) -> float:
    """Return how high a body may be so that it has a column to itself and the words stand beside its head."""
    high = (column - 2 * _GAP) * view.drawing.height / view.drawing.width
    return min(high, _beside_head(view, column, setting))


def _beside_head(view: BodyView, column: float, setting: Setting) -> float:
    """Return how high a body may be whose head leaves room for the words at both sides."""
    words = max(line(side, setting.paper.body).width for side in (view.at_left, view.at_right))
    return (column / 2 - words - _GAP) / _HEAD


def _draw(pen: Pen, setting: Setting, view: BodyView, box: tuple[float, float, float, float]) -> None:
    """Draw one outline in a box of left, top, width and the height of the body."""
    x, top, column, high = box
    paper, size = setting.paper, setting.paper.body
    head = line(view.title, size, bold=True)
    pen.text(setting.root.child("P"), head, x + (column - head.width) / 2, top - paper.baseline(size))
    low = top - paper.leading(size) - 4 - high
    scale = high / view.drawing.height
    width = view.drawing.width * scale
    left = x + (column - width) / 2
    name, packed = packed_form(view.drawing, setting.colours)
    tag = setting.root.child("Figure", alt=view.alt, attributes=pen.figure_box(x, low, column, low + high))
    with pen.kept(x, column):
        clip = path_operators(rectangle(left, low, width, high))
        pen.picture(tag, name, (view.drawing, packed), (scale, left, low), clip)
        _sides(pen, tag, view, (x + column / 2, low + high * _EYES, high * _HEAD + _GAP / 2), size)


def _sides(pen: Pen, tag: Tag, view: BodyView, at: tuple[float, float, float], size: float) -> None:
    """Write which side is whose, at the left and right of a head."""
    middle, y, away = at
    first, last = line(view.at_left, size), line(view.at_right, size)
    pen.text(tag, first, middle - away - first.width, y)
    pen.text(tag, last, middle + away, y)
