"""One exercise: pictures, big facts, how to do it and its grid, placed as one thing that no page break parts."""

from __future__ import annotations

from painplanner.documents.blocks import Exercise, Run
from painplanner.documents.pdf.facts import Facts
from painplanner.documents.pdf.grid_block import grid
from painplanner.documents.pdf.lines import line, lines
from painplanner.documents.pdf.parts import Drawn, Part, Space, Stack
from painplanner.documents.pdf.pen import WHITE, Box, Pen
from painplanner.documents.pdf.pictures import common_crop, draw_picture
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import BLACK
from painplanner.documents.pdf.step_block import disc_radius, numbered_disc
from painplanner.documents.pdf.tags import Tag

_GAP = 10.0
_MOST = 0.6
"""What is higher than this share of a page is set so that it can be parted."""
_WIDTHS = (140.0, 128.0, 112.0)
_BELOW_WIDTHS = (168.0, 150.0, 130.0)
_LARGE_WIDTHS = (240.0, 190.0, 140.0)


def exercise(block: Exercise, setting: Setting) -> Part:
    """Set an exercise under a thin line."""
    holder = setting.root.child("Sect")
    parts = _beside(block, holder, setting) if _fits_beside(block, setting) else []
    if not parts or parts[0].height > setting.paper.height * _MOST:
        parts = _below(block, holder, setting)
    parts += _notes(block, holder, setting)
    if block.grid is not None:
        parts.append(grid(block.grid, holder, setting, before=setting.gap(10)))
    return setting.ruled(Stack(parts), setting.gap(24))


def _fits_beside(block: Exercise, setting: Setting) -> bool:
    return 0 < len(block.pictures) <= (1 if setting.paper.is_large else 2)


def _beside(block: Exercise, holder: Tag, setting: Setting) -> list[Part]:
    """Set pictures at the left and words at the right of them."""
    paper = setting.paper
    head = holder.child(setting.heading(2))
    each = _WIDTHS[setting.density] * (1.2 if len(block.pictures) == 1 else 1.0)
    left = _Pictures(block, holder, each, setting)
    indent = left.width + 18
    right = Stack(_words(block, head, holder, paper.inner - indent, setting))

    def paint(pen: Pen, x: float, top: float) -> None:
        right.parts[0].draw(pen, x + indent, top)
        left.draw(pen, x, top)
        Stack([Space(right.parts[0].height), *right.parts[1:]]).draw(pen, x + indent, top)

    return [Drawn(max(left.height, right.height), paint)]


def _below(block: Exercise, holder: Tag, setting: Setting) -> list[Part]:
    """Set the title, pictures in a row, and words over the whole width below them."""
    paper = setting.paper
    head = holder.child(setting.heading(2))
    words = _words(block, head, holder, paper.inner, setting)
    if not block.pictures:
        return words
    count = len(block.pictures)
    widest = (_LARGE_WIDTHS if paper.is_large else _BELOW_WIDTHS)[setting.density]
    each = min((paper.inner - (count - 1) * _GAP) / count, widest)
    pictures = _Pictures(block, holder, each, setting)
    pictures.before = 6
    if len(words) > 1:
        words[1].before = 8
    return [words[0], pictures, *words[1:]]


class _Pictures(Part):
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
        self.width = len(block.pictures) * each + (len(block.pictures) - 1) * _GAP
        self.height = self._high + max(len(c) for c in self._captions) * paper.leading(paper.body) + 3

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw frames, pictures and captions."""
        paper = self._setting.paper
        for n, (picture, caption) in enumerate(zip(self._pictures, self._captions, strict=True)):
            left = x + n * (self._each + _GAP)
            low = top - self._high
            box = f"/O/Layout/BBox[{left:.1f} {low:.1f} {left + self._each:.1f} {top:.1f}]/Placement/Block"
            alt = picture.alt or picture.drawing.alt or picture.caption or self._title
            tag = self._holder.child("Figure", alt=alt, attributes=box)
            draw_picture(pen, tag, picture, self._crop, (left, low, self._each), self._setting)
            words = self._holder.child("P")
            y = low - 3 - paper.baseline(paper.body)
            for one in caption:
                pen.text(words, one, left + (self._each - one.width) / 2, y)
                y -= paper.leading(paper.body)


def _words(block: Exercise, head: Tag, holder: Tag, width: float, setting: Setting) -> list[Part]:
    parts: list[Part] = [_title(block, head, holder, width, setting)]
    if block.facts:
        parts.append(Facts(block.facts, holder, width, setting))
    steps = setting.listed(holder, tuple((Run(step),) for step in block.steps), width, mark="number", gap=1)
    if steps:
        steps[0].before = 7
    return [*parts, *steps]


def _notes(block: Exercise, holder: Tag, setting: Setting) -> list[Part]:
    """Set what else there is to know over the whole width, right above the boxes to tick."""
    paper = setting.paper
    notes = [setting.words(holder.child("P"), note, paper.body, paper.inner, before=2) for note in block.notes]
    if notes:
        notes[0].before = setting.gap(8)
    return [*notes]


def _title(block: Exercise, head: Tag, holder: Tag, width: float, setting: Setting) -> Part:
    """Set number and title, and the flag at the right of its first line."""
    paper = setting.paper
    size = paper.heading
    indent = 2 * disc_radius(setting) + 8
    flag = line(block.flag, paper.body, bold=True) if block.flag else None
    room = width - indent - (flag.width + 24 if flag else 0)
    made = lines((Run(block.title, bold=True),), size, room)
    mark = holder.child("P")
    leading = paper.leading(size)

    def paint(pen: Pen, x: float, top: float) -> None:
        middle = top - leading / 2
        numbered_disc(pen, head, block.number, x, middle, setting)
        y = top - paper.baseline(size)
        for one in made:
            pen.text(head, one, x + indent, y)
            y -= leading
        if flag is not None:
            left = x + indent + made[0].width + 8
            high = paper.body * 1.5
            pen.box(Box(left, middle - high / 2, flag.width + 14, high, 4), fill=BLACK)
            pen.text(mark, flag, left + 7, middle - paper.body * 0.357, ink=WHITE)

    return Drawn(max(len(made) * leading, 2 * disc_radius(setting)), paint)
