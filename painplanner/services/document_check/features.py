"""What of a paper the scales ask about, worked out once: its sentences, its lists, its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Charts,
    Document,
    Exercise,
    Fill,
    FoldCard,
    Heading,
    LogTable,
    Message,
    Pair,
    Scale,
    StepRow,
    Stop,
    StopLine,
    TickGrid,
    plain,
)
from painplanner.documents.said import has, parts, sentences

MOST_POINTS = 5
"""So many points stand below a heading at most."""
LEAST_WORDS = 4
"""Fewer are a label and no sentence; counted as one they would make a paper look easier than it is."""
_TOOLS = (TickGrid, LogTable, Scale, FoldCard, Fill)


@dataclass(frozen=True)
class Looked:
    """A paper as the check sees it."""

    document: Document
    lines: tuple[str, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return what the paper is made of."""
        return self.document.blocks

    @property
    def lang(self) -> str:
        """Return the language without its region."""
        return self.document.language.split("-")[0]

    def of(self, *kinds: type[object]) -> bool:
        """Tell whether anything of these kinds is in it."""
        return has(self.blocks, *kinds)

    def first_with(self, pattern: re.Pattern[str]) -> str:
        """Return the first sentence in which something is found, empty when there is none."""
        return next((line for line in self.lines if pattern.search(line)), "")


def looked(document: Document) -> Looked:
    """Return a paper as the check sees it."""
    lines = tuple(line for line in sentences(document) if len(line.split()) >= LEAST_WORDS)
    return Looked(document, lines)


def lists(blocks: tuple[Block, ...]) -> Iterator[tuple[str, int]]:
    """Yield each list with what it stands under and how many points it has; the signs of the stop box are no points."""
    head = ""
    for block in blocks:
        if isinstance(block, Heading):
            head = block.text
        elif isinstance(block, Bullets):
            yield head, len(block.items)
        elif isinstance(block, Callout | Pair):
            for box in parts(block, Callout):
                yield box.title, len(box.items)
        elif isinstance(block, StepRow):
            yield block.title, len(block.lines)
        elif isinstance(block, Exercise):
            yield block.title, len(block.steps)


def ticked(blocks: tuple[Block, ...]) -> bool:
    """Tell whether there is something to tick or to fill in beside questions."""
    boxes = (one for kind in (Bullets, Callout) for one in parts(blocks, kind) if one.mark == "box")
    checks = (row.check for row in parts(blocks, StepRow) if row.check is not None and row.check.options)
    return has(blocks, *_TOOLS[:-1]) or any(True for _ in boxes) or any(True for _ in checks)


def summed_up(blocks: tuple[Block, ...]) -> bool:
    """Tell whether a box or the message says in short what the paper says."""
    return any(one.is_summary for kind in (Callout, Message) for one in parts(blocks, kind))


def has_call_box(blocks: tuple[Block, ...]) -> bool:
    """Tell whether the paper says when to stop and call."""
    return has(blocks, Stop, StopLine, FoldCard)


def emphasised(blocks: tuple[Block, ...]) -> bool:
    """Tell whether something stands out: steps, boxes, bold words."""
    bold = any(run.bold for message in parts(blocks, Message) for run in message.words)
    return bold or has(blocks, StepRow, Callout, Stop, StopLine, Exercise)


def charts_explained(blocks: tuple[Block, ...]) -> bool:
    """Tell whether each chart has words that say what it shows."""
    return all(
        plain(figure.lines[0]) if figure.lines else False for one in parts(blocks, Charts) for figure in one.charts
    )
