"""The pictures of an exercise side by side in frames of one size, each with its caption."""

from __future__ import annotations

from painplanner.core.figure import draw_placeholder
from painplanner.documents.blocks import Exercise, Run
from painplanner.documents.pdf.lines import line, lines
from painplanner.documents.pdf.parts import Part
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.pictures import common_crop, draw_picture
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.tags import Tag

GAP = 10.0
BESIDE = 18.0
"""The space between pictures and the words beside them."""
_MOST_BESIDE, _LEAST = 2, 11.0
"""How many pictures may have words beside them, and how many sizes of type wide these are at least."""
_WIDTHS = (140.0, 128.0, 112.0)
_BELOW_WIDTHS = (168.0, 150.0, 130.0)
_LARGE_WIDTHS = (240.0, 190.0, 140.0)
_PLACEHOLDER = draw_placeholder().shapes
_SIZES = {"large": 1.4, "small": 0.72}
_BY_COUNT = {1: 1.4, 4: 0.72, 6: 0.58}
"""How much larger pictures are than usual: as was chosen, and by how many exercises share a page."""
_MOST = 0.4
_SMALL = 8.0
"""How wide the frame that stands for a picture is, as a share of the size of type."""


def _scale(block: Exercise) -> float:
    """Return by how much pictures are larger than usual: as chosen, else smaller where many share a page."""
    return _SIZES.get(block.picture_size) or _BY_COUNT.get(block.most_on_a_page, 1.0)


def fits_beside(block: Exercise, setting: Setting) -> bool:
    """Tell whether words stand beside the pictures; in large print they stand below."""
    paper, count = setting.paper, len(block.pictures)
    if paper.is_large or not 0 < count <= _MOST_BESIDE:
        return False
    pictures = count * _beside_width(block, setting) + (count - 1) * GAP
    return paper.inner - pictures - BESIDE >= _LEAST * paper.body


def _beside_width(block: Exercise, setting: Setting) -> float:
    wide = _WIDTHS[setting.density] * (1.2 if len(block.pictures) == 1 else 1.0) * _scale(block)
    return _no_wider(wide, block, setting)


def beside_words(block: Exercise, holder: Tag, setting: Setting) -> PictureRow:
    """Set one or two pictures that stand at the left of words."""
    return PictureRow(block, holder, _beside_width(block, setting), setting)


def above_words(block: Exercise, holder: Tag, setting: Setting) -> PictureRow:
    """Set pictures in a row of their own."""
    paper, count = setting.paper, len(block.pictures)
    widest = (_LARGE_WIDTHS if paper.is_large else _BELOW_WIDTHS if block.number else _WIDTHS)[setting.density]
    each = min((paper.inner - (count - 1) * GAP) / count, widest * _scale(block))
    return PictureRow(block, holder, _no_wider(each, block, setting), setting)


def _no_wider(width: float, block: Exercise, setting: Setting) -> float:
    """Return a width, less where nothing is drawn yet: a placeholder is as wide as its caption."""
    if not block.pictures or any(picture.drawing.shapes != _PLACEHOLDER for picture in block.pictures):
        return width
    body = setting.paper.body
    captions = (line(picture.caption, body).width for picture in block.pictures)
    return min(setting.paper.inner * _MOST, max(_SMALL * body, *captions))


class PictureRow(Part):
    """Pictures side by side, each with its caption."""

    def __init__(self, block: Exercise, holder: Tag, each: float, setting: Setting) -> None:
        paper = setting.paper
        self._title = block.title
        self._pictures = block.pictures
        self._crop = common_crop(tuple(picture.drawing for picture in block.pictures))
        self._each = each
        self._setting = setting
        self._captions = [lines((Run(p.caption),), paper.body, each) if p.caption else () for p in block.pictures]
        self._high = each * self._crop.height / self._crop.width
        self._holder = holder
        self.width = len(block.pictures) * each + (len(block.pictures) - 1) * GAP
        below = max(len(c) for c in self._captions)
        self.height = self._high + (below * paper.leading(paper.body) + 3 if below else 0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw frames, pictures and captions."""
        paper = self._setting.paper
        for n, (picture, caption) in enumerate(zip(self._pictures, self._captions, strict=True)):
            left = x + n * (self._each + GAP)
            low = top - self._high
            box = pen.figure_box(left, low, self._each, top)
            alt = picture.alt or picture.drawing.alt or picture.caption or self._title
            tag = self._holder.child("Figure", alt=alt, attributes=box)
            draw_picture(pen, tag, picture, self._crop, (left, low, self._each), self._setting)
            words = self._holder.child("P")
            y = low - 3 - paper.baseline(paper.body)
            for one in caption:
                pen.text(words, one, left + (self._each - one.width) / 2, y)
                y -= paper.leading(paper.body)
