"""The second writer: any paper as plain text, to be read aloud, searched, pasted, and compared in tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Cards,
    Check,
    Document,
    Exercise,
    Fill,
    Heading,
    Message,
    Pair,
    Paragraph,
    Picture,
    StepRow,
    Stop,
    TickGrid,
    plain,
)
from painplanner.text import Translator, translator

_BOX = "[ ]"
_OFF = "--"
_WEEK = 7
_LINE = "____________________________"


def as_text(document: Document) -> str:
    """Return a paper as plain text: header, title, blocks in reading order, footer."""
    t = translator(document.language)
    head = [line for line in (document.draft_words, document.header_left, document.header_right) if line]
    blocks = [line for block in document.blocks for line in ("", *_block(block, t))]
    foot = [line for line in (document.footer_note, document.footer_left, document.footer_right) if line]
    lines = [*head, "", *_under(document.title, "="), *blocks, "", "-" * 40, *foot]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _under(text: str, mark: str) -> list[str]:
    return [text, mark * min(len(text), 72)]


def _block(block: Block, t: Translator) -> list[str]:
    write: Callable[[Any, Translator], list[str]] = _WRITERS[type(block)]
    return write(block, t)


def _heading(block: Heading, t: Translator) -> list[str]:  # noqa: ARG001
    return _under(block.text, "-") if block.level == 2 else [block.text]


def _words(block: Paragraph, t: Translator) -> list[str]:  # noqa: ARG001
    return plain(block.words).splitlines()


def _message(block: Message, t: Translator) -> list[str]:
    return [*plain(block.words).splitlines(), *([_picture(block.picture, t)] if block.picture is not None else [])]


def _bullets(block: Bullets, t: Translator) -> list[str]:  # noqa: ARG001
    return [f"{_mark(block.mark, n)} {plain(item)}" for n, item in enumerate(block.items, 1)]


def _mark(mark: str, n: int) -> str:
    return {"box": _BOX, "number": f"{n}."}.get(mark, "-")


def _cards(block: Cards, t: Translator) -> list[str]:  # noqa: ARG001
    return [f"- {card.title}" + (f" ({'; '.join(card.lines)})" if card.lines else "") for card in block.cards]


def _step(block: StepRow, t: Translator) -> list[str]:  # noqa: ARG001
    head = f"{block.number}. {block.title}" + (f" ({block.when})" if block.when else "")
    return [head, *(f"   {plain(line)}" for line in block.lines), *(_check(block.check) if block.check else [])]


def _check(check: Check) -> list[str]:
    options = [f"   {_BOX} {option}" for option in check.options]
    return [f"   {check.lead}", *options, *(f"   {line}" for line in check.then)]


def _exercise(block: Exercise, t: Translator) -> list[str]:
    head = f"{block.number}. {block.title}" + (f" ({block.flag})" if block.flag else "")
    lines = [head, *(_picture(picture, t) for picture in block.pictures)]
    lines += [" | ".join(block.facts)] if block.facts else []
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
    return [*_under(block.title, "-"), *(f"- {plain(item)}" for item in block.items)]


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
    return [f"{block.label}: {_LINE}"]


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
}
