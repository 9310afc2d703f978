"""One exercise: pictures, big facts, how to do it and its grid, placed as one thing that no page break parts.

Title and facts stand beside the pictures, or above them over the whole width where facts would fill several rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from painplanner.documents.blocks import Exercise, Run
from painplanner.documents.pdf.abreast import RUN_ON, abreast
from painplanner.documents.pdf.box_blocks import Row
from painplanner.documents.pdf.facts import Facts
from painplanner.documents.pdf.grid_block import grid
from painplanner.documents.pdf.lines import even_lines, line, lines, shortened
from painplanner.documents.pdf.parts import Drawn, Part, Space, Stack, stacked
from painplanner.documents.pdf.pen import WHITE, Box, Pen
from painplanner.documents.pdf.picture_row import BESIDE, PictureRow, above_words, beside_words, fits_beside
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import BLACK
from painplanner.documents.pdf.step_block import disc_radius, numbered_disc
from painplanner.documents.pdf.tags import Tag

_MOST_TITLE = 0.3
"""How much of the height a title may take; a longer one gives up words in its middle."""
_MANY = 4
_COLUMN_GAP, _LEAST_COLUMN = 24.0, 20.0
"""The space between two exercises in a row, and how many sizes of type wide each is at least."""
_HALF = 0.5
"""What is higher than this share of a page does not stand in a row with another."""
_MOST = 0.6
"""What is higher than this share of a page is set so that it can be parted."""


def exercise(block: Exercise, setting: Setting) -> Part:
    """Set an exercise under a thin line."""
    part = setting.ruled(_exercise(block, setting), setting.gap(24))
    part.most_on_a_page = block.most_on_a_page
    return part


class ManyOnAPage(NamedTuple):
    """Exercises that follow one another, of which many share a page."""

    exercises: tuple[Exercise, ...]


def many_on_a_page(blocks: Iterable[Any]) -> Iterator[Any]:
    """Return the blocks, exercises of which many share a page as one."""
    run: list[Exercise] = []
    for block in blocks:
        if isinstance(block, Exercise) and block.number and block.most_on_a_page >= _MANY:
            run.append(block)
            continue
        if run:
            yield ManyOnAPage(tuple(run))
            run = []
        yield block
    if run:
        yield ManyOnAPage(tuple(run))


def exercises(blocks: Sequence[Exercise], setting: Setting) -> list[Part]:
    """Set exercises of which many share a page: two in a row where lines are long enough and both are short enough."""
    width = (setting.paper.inner - _COLUMN_GAP) / 2
    if setting.paper.is_large or width < _LEAST_COLUMN * setting.paper.body:
        return [exercise(one, setting) for one in blocks]
    rows: list[Part] = []
    for start in range(0, len(blocks), 2):
        pair = blocks[start : start + 2]
        # Told by the closest setting in any of them, so that each has the same parts.
        closest = setting.closest().narrowed(width)
        high = max(_exercise(one, closest).height for one in pair)
        if len(pair) < 2 or high > setting.paper.height * _HALF:
            rows += [exercise(one, setting) for one in pair]
            continue
        row = Row([_exercise(one, setting.narrowed(width)) for one in pair], width + _COLUMN_GAP)
        row.most_on_a_page, row.count = pair[0].most_on_a_page, len(pair)
        rows.append(setting.ruled(row, setting.gap(24)))
    return rows


def _exercise(block: Exercise, setting: Setting) -> Part:
    holder = setting.root.child("Sect")
    parts = _with_pictures_beside(block, holder, setting) if fits_beside(block, setting) else []
    if not parts or stacked(parts) > setting.paper.height * _MOST:
        parts = _with_pictures_below(block, holder, setting)
    if block.grid is None:
        return Stack(parts)
    boxes = grid(block.grid, holder, setting, before=setting.gap(10))
    return _WithGrid([*parts, boxes], _again(block, setting))


class _WithGrid(Stack):
    """An exercise with its grid; where no page can hold both, the grid has the next page whole, below the title."""

    def __init__(self, parts: Sequence[Part], again: Part) -> None:
        super().__init__(parts)
        self._again = again

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:
        """Part between words and grid, inside the words only where these alone are too much."""
        *words, boxes = self.parts
        if force and stacked(words) <= room:
            return self.begun(words), Stack([self._again, boxes])
        found = super().split(room, force=force)
        if found is None or not isinstance(found[1], Stack) or len(found[1].parts) < 2:
            return found
        return found[0], _WithGrid(found[1].parts, self._again)


def _again(block: Exercise, setting: Setting) -> Part:
    """Return number and title as they stand above a grid alone, where they are not read again."""
    paper = setting.paper
    words = f"{block.number}. {block.title}" if block.number else block.title
    made = lines((Run(words, bold=True),), paper.body, paper.inner)

    def paint(pen: Pen, x: float, top: float) -> None:
        for n, one in enumerate(made):
            pen.artifact_text(one, x, top - n * paper.leading(paper.body) - paper.baseline(paper.body))

    return Drawn(len(made) * paper.leading(paper.body), paint)


def _with_pictures_beside(block: Exercise, holder: Tag, setting: Setting) -> list[Part]:
    """Set pictures at the left and words at the right; title and facts above both where facts would need many rows."""
    head, shown = _head(block, holder, setting), holder.child("Div")
    left = beside_words(block, shown, setting)
    inner = setting.paper.inner
    narrow = inner - left.width - BESIDE
    steps = _steps(block, holder, narrow, setting)
    facts = Facts(block.facts, holder, narrow, setting) if block.facts else None
    is_close = block.most_on_a_page >= _MANY
    if facts is not None and len(block.pictures) > 1 and facts.rows > 1 and not is_close:
        title = _before(_title(block, head, holder, inner, setting), shown)
        above = [title, Facts(block.facts, holder, inner, setting)]
        return [*above, *_with_notes(left, steps, block, holder, setting)]
    words = [_title(block, head, holder, narrow, setting), *([facts] if facts else []), *steps]
    return _with_notes(left, words, block, holder, setting, title=1)


def _before(part: Part, tag: Tag) -> Part:
    """Return a part after which an element is heard, wherever that is drawn."""

    def paint(pen: Pen, x: float, top: float) -> None:
        part.draw(pen, x, top)
        tag.join()

    return Drawn(part.height, paint, before=part.before)


def _with_notes(
    left: PictureRow, words: Sequence[Part], block: Exercise, holder: Tag, setting: Setting, *, title: int = 0
) -> list[Part]:
    """Set notes under the words at the right of pictures where they find room there, else below both.

    The notes of a lesson that has no steps are its words, and stand beside its pictures in any case.
    """
    inner = setting.paper.inner
    beside = [*words, *_notes(block, holder, inner - left.width - BESIDE, setting)]
    if stacked(beside) <= left.height or not (block.number or block.steps):
        return [_row(left, beside, title=title)]
    return [_row(left, words, title=title), *_notes(block, holder, inner, setting)]


def _row(left: PictureRow, words: Sequence[Part], *, title: int = 0) -> Part:
    """Set pictures with words at the right of them; a title among the words is read before the pictures."""
    indent = left.width + BESIDE

    def paint(pen: Pen, x: float, top: float) -> None:
        Stack(words[:title]).draw(pen, x + indent, top)
        left.draw(pen, x, top)
        Stack([Space(stacked(words[:title])), *words[title:]]).draw(pen, x + indent, top)

    return Drawn(max(left.height, stacked(words)), paint, before=8)


def _with_pictures_below(block: Exercise, holder: Tag, setting: Setting) -> list[Part]:
    """Set the title, pictures in a row, and words over the whole width below them."""
    inner = setting.paper.inner
    title = _title(block, _head(block, holder, setting), holder, inner, setting)
    pictures: list[Part] = [above_words(block, holder, setting)] if block.pictures else []
    words = [Facts(block.facts, holder, inner, setting)] if block.facts else []
    words += _steps(block, holder, inner, setting)
    if pictures:
        pictures[0].before = 6
        for part in words[:1]:
            part.before = 8
    return [title, *pictures, *words, *_notes(block, holder, inner, setting)]


def _steps(block: Exercise, holder: Tag, width: float, setting: Setting) -> list[Part]:
    parent = holder.child("Div", lang=block.lang) if block.lang else holder
    steps = setting.listed(parent, tuple((Run(step),) for step in block.steps), width, mark="number", gap=1)
    if steps:
        steps[0].before = 7
    return [*steps]


def _notes(block: Exercise, holder: Tag, width: float, setting: Setting) -> list[Part]:
    """Set what else there is to know, short sentences in one row."""
    paper = setting.paper
    notes = [setting.words(holder.child("P"), note, paper.body, width, before=2) for note in block.notes]
    made = abreast(notes, width, paper.body * RUN_ON)
    if made:
        made[0].before = setting.gap(8)
    return made


def _head(block: Exercise, holder: Tag, setting: Setting) -> Tag:
    """Return the heading of an exercise; one without a number stands under a heading of the paper."""
    return holder.child(setting.heading(2 if block.number else 3), lang=block.lang)


def _title(block: Exercise, head: Tag, holder: Tag, width: float, setting: Setting) -> Part:
    """Set number and title, and the flag after its last word."""
    paper = setting.paper
    size = paper.heading if block.number else paper.subheading
    radius = disc_radius(setting) if block.number else 0.0
    indent = 2 * radius + 8 if block.number else 0.0
    flag = line(block.flag, paper.body, bold=True) if block.flag else None
    room = width - indent - (flag.width + 24 if flag else 0)
    mark = holder.child("P")
    leading = paper.leading(size)
    made = even_lines((Run(block.title, bold=True),), size, room)
    if len(made) * leading > paper.height * _MOST_TITLE:
        made = shortened(block.title, size, room, int(paper.height * _MOST_TITLE / leading), bold=True)

    def paint(pen: Pen, x: float, top: float) -> None:
        middle = top - leading / 2
        if block.number:
            numbered_disc(pen, head, block.number, x, middle, setting)
        y = top - paper.baseline(size)
        for one in made:
            pen.text(head, one, x + indent, y)
            y -= leading
        if flag is not None:
            left = x + indent + made[-1].width + 8
            middle -= (len(made) - 1) * leading
            high = paper.body * 1.5
            pen.box(Box(left, middle - high / 2, flag.width + 14, high, 4), fill=BLACK)
            pen.text(mark, flag, left + 7, middle - paper.body * 0.357, ink=WHITE)

    return Drawn(max(len(made) * leading, 2 * radius), paint)
