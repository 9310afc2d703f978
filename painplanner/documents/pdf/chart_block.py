"""Charts on one time axis: one below another over the whole width, or two in a row; each stays with what is said of it.

Every letter of a chart is as large as the words of the paper and as dark; the picture is the drawing of the screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.core.charts import Plot, drawn
from painplanner.core.drawing import Drawing, Text, rectangle
from painplanner.documents.blocks import ChartFigure, Charts
from painplanner.documents.pdf.drawing_painter import packed_form, path_operators
from painplanner.documents.pdf.lines import line
from painplanner.documents.pdf.parts import Drawn, Part, Stack
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.tags import Tag

_HEIGHTS, _LARGE = (128.0, 112.0, 104.0), (196.0, 176.0, 164.0)
"""How high a chart is at each density, in ordinary and in large print: five numbers stand above one another."""
_GAP = 22.0
_LEAST = 18.0
"""How many sizes of type wide a chart beside another is at least."""
_MOST = 0.6
"""Charts side by side are never parted: a row higher than this share of the paper has them one below another."""


def charts(block: Charts, setting: Setting) -> Part:
    """Set charts that share one time axis."""
    paper = setting.paper
    is_wide = (paper.inner - _GAP) / 2 >= _LEAST * paper.body and not paper.is_large
    rows = _rows(block, 2 if block.abreast and is_wide else 1, setting)
    if block.abreast and max((row.height for row in rows), default=0.0) > paper.height * _MOST:
        rows = _rows(block, 1, setting)
    for row in rows:
        row.before = setting.gap(16)
    return Stack(rows, before=setting.gap(14), is_loose=True)


def _rows(block: Charts, across: int, setting: Setting) -> list[Part]:
    paper = setting.paper
    width = (paper.inner - _GAP * (across - 1)) / across
    height = (_LARGE if paper.is_large else _HEIGHTS)[setting.density]
    gutter = max(Plot(one.chart, width, height, paper.body).left for one in block.charts)
    cells = [_cell(one, Plot(one.chart, width, height, paper.body, gutter), setting) for one in block.charts]
    rows = [_even(cells[n : n + across]) for n in range(0, len(cells), across)]
    return [_Row(row, width + _GAP) if len(row) > 1 else row[0] for row in rows]


def _even(cells: Sequence[Sequence[Part]]) -> list[Part]:
    """Return the charts of a row, all below the longest of their titles."""
    high = max(head.height for head, *_below in cells)
    for head, picture, *_said in cells:
        picture.before += high - head.height
    return [Stack(parts) for parts in cells]


def _cell(one: ChartFigure, plot: Plot, setting: Setting) -> Sequence[Part]:
    """Set one chart: its title, the picture, and what is said of it."""
    paper = setting.paper
    holder = setting.root.child("Sect")
    tag = holder.child(setting.heading(2))
    head = setting.words(tag, one.title, paper.subheading, plot.width, bold=True, is_whole=True)
    said = [setting.words(holder.child("P"), words, paper.body, plot.width, is_whole=True) for words in one.lines]
    picture = _picture(one, plot, holder, setting)
    head.keeps_next = picture.keeps_next = True
    if said:
        said[0].before = 3.0
    return [head, picture, *said]


def _picture(one: ChartFigure, plot: Plot, holder: Tag, setting: Setting) -> Part:
    colours = {**setting.colours, "muted": setting.colours["text"]}

    def paint(pen: Pen, x: float, top: float) -> None:
        drawing = drawn(plot, one.words, one.alt)
        name, packed = packed_form(drawing, colours)
        low = top - plot.height
        clip = path_operators(rectangle(x, low, plot.width, plot.height))
        tag = holder.child("Figure", alt=one.alt, attributes=pen.figure_box(x, low, plot.width, top))
        with pen.kept(x, plot.width):
            pen.picture(tag, name, (drawing, packed), (1.0, x, low), clip)
            _write(pen, tag, drawing, (x, low))

    return Drawn(plot.height, paint, before=2.0)


def _write(pen: Pen, tag: Tag, drawing: Drawing, corner: tuple[float, float]) -> None:
    for text in drawing.shapes:
        if isinstance(text, Text):
            made = line(text.text, text.size, bold=text.bold)
            back = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor] * made.width
            pen.text(tag, made, corner[0] + text.x - back, corner[1] + text.y)  # all in ink: printed grey, too


class _Row(Part):
    """Charts side by side."""

    def __init__(self, cells: Sequence[Part], step: float) -> None:
        self._cells, self._step = cells, step
        self.height = max(cell.height for cell in cells)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw each, from the left."""
        for n, cell in enumerate(self._cells):
            cell.draw(pen, x + n * self._step, top)
