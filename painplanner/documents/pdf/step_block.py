"""One step of the plan: its number in a disc, what and when, its lines, and the check that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.documents.blocks import Check, Run, StepRow
from painplanner.documents.pdf.abreast import RUN_ON, abreast
from painplanner.documents.pdf.lines import Line, even_lines, line, lines
from painplanner.documents.pdf.parts import Boxed, Drawn, Lines, Part, Stack, stacked
from painplanner.documents.pdf.pen import WHITE, Box, Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import disc
from painplanner.documents.pdf.tags import Tag

_PADDING = (12.0, 8.0)
_TINT = "0.93 0.95 0.95"
_APART = 2.0
"""How far apart boxes to tick stand in a row, as a share of the size of type."""
_HALF = 0.5
"""What of a title is higher than this share of a page may be parted."""
_LEAST = 3
"""Title and two lines: less of a step does not stand at the end of a page."""


def numbered_disc(pen: Pen, tag: Tag, number: str, x: float, middle: float, setting: Setting) -> None:
    """Draw a number in a disc whose left edge is at x; the number is the first word of an element."""
    size = setting.paper.body + 1
    radius = disc_radius(setting)
    pen.shapes(disc(x + radius, middle, radius))
    text = line(number + " ", size, bold=True)
    pen.text(tag, text, x + radius - text.width / 2, middle - size * 0.357, ink=WHITE)


def disc_radius(setting: Setting) -> float:
    """Return the radius of the disc of a number."""
    return setting.paper.body * 0.92


def step_row(block: StepRow, setting: Setting) -> Part:
    """Set a step under a thin line; it stays together with its check where that leaves no large part of a page."""
    paper = setting.paper
    indent = 2 * disc_radius(setting) + 12
    width = paper.inner - indent
    holder = setting.root.child("Sect")
    lines_below = [
        setting.words(holder.child("P"), words, paper.body, paper.inner, before=2, indent=indent)
        for words in block.lines
    ]
    parts = [_head(block, holder, indent, setting), *abreast(lines_below, paper.inner, paper.body * RUN_ON)]
    checks = (*((block.check,) if block.check is not None else ()), *block.more_checks)
    parts += [_check(check, holder, indent, width, setting) for check in checks]
    return setting.ruled(_Step(parts), setting.gap(16))


class _Step(Stack):
    """A step that may go on on the next page: before a check, else between its lines, never inside a check."""

    def yielded(self, room: float) -> tuple[Part, Part] | None:
        """Part before the check or between lines; what goes on is never a line alone, nor the title what stays."""
        count = len(self.parts)
        ends = [n for n in range(count - 1, 1, -1) if isinstance(self.parts[n], Indented)]
        for end in (*ends, *range(count - max(len(ends), 1) - 1, _LEAST - 1, -1)):
            if stacked(self.parts[:end]) <= room:
                return self.begun(self.parts[:end]), Stack(self.parts[end:])
        return None


def _head(block: StepRow, holder: Tag, indent: float, setting: Setting) -> Part:
    """Set number and title, and when beside it at the right, or below where it is too long."""
    paper = setting.paper
    size = paper.body + 1.5
    when = line(block.when, paper.body) if block.when else None
    is_beside = when is not None and not paper.is_large and when.width <= paper.inner * 0.42
    room = paper.inner - indent - (when.width + 16 if when and is_beside else 0)
    head, time = holder.child(setting.heading(3)), holder.child("P")
    set_title = even_lines((Run(block.title, bold=True),), size, room)
    set_when = () if when is None or is_beside else lines((Run(block.when),), paper.body, paper.inner - indent)
    leading = paper.leading(size)
    if not is_beside and (len(set_title) + len(set_when)) * leading > paper.height * _HALF:
        return _long_head(block, (head, time), (set_title, set_when), indent, setting)

    def paint(pen: Pen, x: float, top: float) -> None:
        numbered_disc(pen, head, block.number, x, top - leading / 2, setting)
        Lines(head, set_title, paper, size).draw(pen, x + indent, top)
        if when is not None and is_beside:
            pen.text(time, when, x + paper.inner - when.width, top - paper.baseline(size))
        Lines(time, set_when, paper, paper.body).draw(pen, x + indent, top - len(set_title) * leading)

    height = len(set_title) * leading + len(set_when) * paper.leading(paper.body)
    head_part = Drawn(max(height, 2 * disc_radius(setting)), paint)
    head_part.keeps_next = True
    return head_part


def _long_head(
    block: StepRow, tags: tuple[Tag, Tag], words: tuple[Sequence[Line], Sequence[Line]], indent: float, setting: Setting
) -> Part:
    """Set a title and a when that are so long that a page may end inside them."""
    paper, size = setting.paper, setting.paper.body + 1.5

    def mark(pen: Pen, x: float, top: float) -> None:
        numbered_disc(pen, tags[0], block.number, x, top - paper.leading(size) / 2, setting)

    title = Lines(tags[0], words[0], paper, size, indent=indent, mark=mark)
    return Stack([title, Lines(tags[1], words[1], paper, paper.body, indent=indent)], is_loose=True)


def _check(check: Check, holder: Tag, indent: float, width: float, setting: Setting) -> Part:
    """Set how we will know on a soft ground: lead-in, boxes to tick, what follows."""
    paper, gap = setting.paper, setting.gap(4)
    padding = (_PADDING[0], setting.gap(_PADDING[1]))
    inner = width - 2 * padding[0]
    parts: list[Part] = [setting.words(holder.child("P"), check.lead, paper.body, inner, bold=True)]
    options = setting.listed(holder, tuple((Run(option),) for option in check.options), inner, mark="box", gap=gap)
    if options:
        options[0].before = gap
    then = [setting.words(holder.child("P"), words, paper.body, inner, before=gap) for words in check.then]
    parts += [*options] if paper.is_large else abreast(options, inner, paper.body * _APART)
    parts += abreast(then, inner, paper.body * RUN_ON)

    def ground(pen: Pen, x: float, top: float, height: float) -> None:
        pen.box(Box(x, top - height, width, height, 5), fill=_TINT)

    return Indented(Boxed(Stack(parts), padding, ground), indent, before=setting.gap(6))


class Indented(Part):
    """A part moved to the right."""

    def __init__(self, inside: Part, indent: float, *, before: float = 0.0) -> None:
        self.before = before
        self.height = inside.height
        self._inside = inside
        self._indent = indent

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        self._inside.draw(pen, x + self._indent, top)

    def split(self, room: float, *, force: bool = False) -> tuple[Part, Part] | None:
        """Part what is inside."""
        found = self._inside.split(room, force=force)
        return found and (
            Indented(found[0], self._indent, before=self.before),
            Indented(found[1], self._indent),
        )
