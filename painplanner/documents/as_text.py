"""The second writer: any paper as plain text, to be read aloud, searched, pasted, and compared in tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from painplanner.documents.blocks import (
    Block,
    BodyMap,
    Bullets,
    Callout,
    Cards,
    Charts,
    Check,
    Column,
    Contents,
    Document,
    Exercise,
    Fill,
    FoldCard,
    FoldPanel,
    Heading,
    LogKey,
    LogTable,
    Message,
    Moment,
    Moments,
    Pair,
    Paragraph,
    Picture,
    Rich,
    Scale,
    StepRow,
    Stop,
    StopLine,
    Table,
    TickGrid,
    plain,
)
from painplanner.text import Translator, translator

_BOX = "[ ]"
_NUMBER = "___"
_TICK = "x"
_OFF = "--"
_GAP = " | "
_WEEK = 7
_LINE = "____________________________"


def as_text(document: Document) -> str:
    """Return a paper as plain text: header, title, blocks in reading order, footer."""
    t = translator(document.language)
    head = [line for line in (document.draft_words, document.header_left, document.header_right) if line]
    blocks = [line for block in document.blocks for line in ("", *_block(block, t))]
    foot = (document.footer_note, document.footer_left, document.code_words, document.footer_right)
    lines = [*head, "", *_under(document.title, "="), *blocks, "", "-" * 40, *filter(None, foot)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _under(text: str, mark: str) -> list[str]:
    return [text, mark * min(len(text), 72)]


def _block(block: Block, t: Translator) -> list[str]:
    write: Callable[[Any, Translator], list[str]] = _WRITERS[type(block)]
    return write(block, t)


def _heading(block: Heading, t: Translator) -> list[str]:  # noqa: ARG001
    fill = [f"{block.fill}: {_LINE}"] if block.fill else []
    return [*(_under(block.text, "-") if block.level == 2 else [block.text]), *fill]


def _words(block: Paragraph, t: Translator) -> list[str]:  # noqa: ARG001
    return plain(block.words).splitlines()


def _message(block: Message, t: Translator) -> list[str]:
    return [*plain(block.words).splitlines(), *([_picture(block.picture, t)] if block.picture is not None else [])]


def _bullets(block: Bullets, t: Translator) -> list[str]:  # noqa: ARG001
    return [f"{_mark(block.mark, n)} {plain(item)}" for n, item in enumerate(block.items, 1)]


def _mark(mark: str, n: int) -> str:
    return {"box": _BOX, "number": f"{n}."}.get(mark, "-")


def _contents(block: Contents, t: Translator) -> list[str]:  # noqa: ARG001
    return [f"{row.title} {row.page}" for row in block.rows]


def _cards(block: Cards, t: Translator) -> list[str]:  # noqa: ARG001
    return [f"- {card.title}" + (f" ({'; '.join(card.lines)})" if card.lines else "") for card in block.cards]


def _step(block: StepRow, t: Translator) -> list[str]:  # noqa: ARG001
    head = f"{block.number}. {block.title}" + (f" ({block.when})" if block.when else "")
    checks = (*((block.check,) if block.check else ()), *block.more_checks)
    return [head, *(f"   {plain(line)}" for line in block.lines), *(line for one in checks for line in _check(one))]


def _check(check: Check) -> list[str]:
    options = [f"   {_BOX} {option}" for option in check.options]
    return [f"   {check.lead}", *options, *(f"   {line}" for line in check.then)]


def _exercise(block: Exercise, t: Translator) -> list[str]:
    number = f"{block.number}. " if block.number else ""
    head = f"{number}{block.title}" + (f" ({block.flag})" if block.flag else "")
    lines = [head, *(_picture(picture, t) for picture in block.pictures)]
    lines += [_GAP.join(block.facts)] if block.facts else []
    lines += [f"   {n}. {step}" for n, step in enumerate(block.steps, 1)]
    lines += [f"   {plain(note)}" for note in block.notes]
    return [*lines, *(_grid(block.grid, t) if block.grid else [])]


def _picture(picture: Picture, t: Translator) -> str:
    words = ": ".join(part for part in (picture.caption, picture.alt) if part)
    return "[" + t.gettext("Picture: {words}").format(words=words) + "]"


def _grid(block: TickGrid, t: Translator) -> list[str]:  # noqa: ARG001
    label = max((len(row.label) for row in block.rows), default=0)
    lines = [block.caption] if block.caption else []
    for first in range(0, len(block.days), _WEEK):
        days = block.days[first : first + _WEEK]
        heads = [f"{day.weekday} {day.day}".strip() for day in days]
        wide = max(len(head) for head in heads)
        lines.append(_row("", heads, label, wide))
        marks = [_OFF if day.is_off else _BOX for day in days]
        lines += [_row(row.label, marks, label, wide) for row in block.rows]
    return lines


def _row(name: str, cells: list[str], label: int, wide: int) -> str:
    return "   " + name.ljust(label) + "".join("  " + cell.ljust(wide) for cell in cells)


def _callout(block: Callout, t: Translator) -> list[str]:  # noqa: ARG001
    return [
        *_under(block.title, "-"),
        *(f"{_mark(block.mark, n)} {plain(item)}" for n, item in enumerate(block.items, 1)),
    ]


def _pair(block: Pair, t: Translator) -> list[str]:
    return [*_callout(block.left, t), "", *_callout(block.right, t)]


def _stop(block: Stop, t: Translator) -> list[str]:  # noqa: ARG001
    phones = [f"{words}: {number}" for words, number in block.phones]
    return [
        *_under(block.sign, "="),
        f"{block.emergency_title}:",
        *(f"- {line}" for line in block.emergency),
        f"{block.call_title}:",
        *(f"- {line}" for line in block.call),
        *phones,
    ]


def _fill(block: Fill, t: Translator) -> list[str]:  # noqa: ARG001
    label = block.label if block.label.endswith(("?", ":")) else f"{block.label}:"
    return [f"{label} {_LINE}", *[_LINE] * (block.lines - 1)]


def _key(block: LogKey, t: Translator) -> list[str]:  # noqa: ARG001
    return [block.lead, *(f"[{mark.sign or _TICK}] {mark.meaning}" for mark in block.marks)]


def _log(block: LogTable, t: Translator) -> list[str]:  # noqa: ARG001
    names = [row.label + (f" ({row.note})" if row.note else "") for row in block.rows]
    label = max(map(len, names), default=0)
    wide = max(len(day.weekday) for day in block.days)
    lines = [block.caption] if block.caption else []
    lines.append(_row("", [day.weekday for day in block.days], label, wide))
    for name, row in zip(names, block.rows, strict=True):
        mark = _NUMBER if row.is_number else _BOX
        lines.append(_row(name, [mark if is_asked else _OFF for is_asked in row.asked], label, wide))
    return lines


def _stop_line(block: StopLine, t: Translator) -> list[str]:  # noqa: ARG001
    return [*_under(block.sign, "="), plain(block.emergency), plain(block.call)]


def _scale(block: Scale, t: Translator) -> list[str]:  # noqa: ARG001
    steps = "  ".join(f"[{step}]" for step in block.steps)
    return [f"{block.number}. {block.title or _LINE}", f"   {block.low}:  {steps}  :{block.high}"]


def _charts(block: Charts, t: Translator) -> list[str]:
    lines: list[str] = []
    for one in block.charts:
        words = t.gettext("Picture: {words}").format(words=one.alt)
        lines += ["", one.title, *(f"   {plain(line)}" for line in one.lines), f"   [{words}]"]
    return lines[1:]


def _body_map(block: BodyMap, t: Translator) -> list[str]:
    pictures = [_picture(Picture(view.drawing, view.title, view.alt), t) for view in block.views]
    return [plain(block.lead), *pictures]


def _moments(block: Moments, t: Translator) -> list[str]:  # noqa: ARG001
    return [line for one in block.moments for line in _moment(one)]


def _moment(one: Moment) -> list[str]:
    title = f"{one.number}. {one.title}" if one.number else one.title
    return [f"{one.when}: {title}" if one.when else title, *(f"   {plain(line)}" for line in one.lines)]


def _table(block: Table, t: Translator) -> list[str]:  # noqa: ARG001
    lines = [block.caption] if block.caption else []
    lines.append(_GAP.join(column.title for column in block.columns))
    return [*lines, *(_GAP.join(map(_cell, block.columns, row)) for row in block.rows)]


def _cell(column: Column, words: Rich) -> str:
    return _BOX if column.kind == "box" else plain(words)


def _fold_card(block: FoldCard, t: Translator) -> list[str]:  # noqa: ARG001
    sides = (block.front, block.left, block.right, block.back)
    return [line for side in sides for line in ("", *_panel(side))][1:]


def _panel(panel: FoldPanel) -> list[str]:
    sign = _under(panel.sign, "=") if panel.sign else []
    lines = [
        f"{_mark(panel.mark, n)} {plain(item)}" if panel.mark else plain(item) for n, item in enumerate(panel.items, 1)
    ]
    blanks = [f"{len(lines) + n}. {_LINE}" for n in range(1, panel.blanks + 1)]
    phones = [f"{words}: {number}" for words, number in panel.phones]
    return [*sign, *_under(panel.heading, "-"), *lines, *blanks, *phones, *([plain(panel.last)] if panel.last else [])]


_WRITERS: dict[type[Any], Callable[[Any, Translator], list[str]]] = {
    Heading: _heading,
    Message: _message,
    Paragraph: _words,
    Bullets: _bullets,
    Cards: _cards,
    StepRow: _step,
    TickGrid: _grid,
    Exercise: _exercise,
    Callout: _callout,
    Pair: _pair,
    Stop: _stop,
    Fill: _fill,
    LogKey: _key,
    LogTable: _log,
    StopLine: _stop_line,
    Scale: _scale,
    Charts: _charts,
    Contents: _contents,
    Table: _table,
    Moments: _moments,
    BodyMap: _body_map,
    FoldCard: _fold_card,
}
