"""What a paper says, sentence by sentence, whatever its blocks: for checks of how it reads and what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar, cast

import msgspec

from painplanner.core.charts import Chart, ChartWords
from painplanner.core.drawing import Drawing
from painplanner.documents.blocks import Block, Document, Run

_SILENT = frozenset({"mark", "number", "sign", "weekday", "day", "lang", "tag", "phones", "flag", "alt", "caption"})
"""Fields that are no sentences: marks, numbers, days, and words that stand for a picture."""
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n")
_WORD = re.compile(r"[^\W\d_]")
_Found = TypeVar("_Found")


def sentences(document: Document) -> tuple[str, ...]:
    """Return what the patient reads, in order, header and footer left out; a line without a full stop is one too."""
    lines = (line for block in document.blocks for line in _lines(block))
    return tuple(part.strip() for line in lines for part in _SENTENCE_END.split(line) if _WORD.search(part))


def _lines(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        inside = cast("tuple[object, ...]", thing)
        runs = [part for part in inside if isinstance(part, Run)]
        if runs:
            yield "".join(run.text for run in runs)
        else:
            for part in inside:
                yield from _lines(part)
    elif isinstance(thing, msgspec.Struct) and not isinstance(thing, Drawing | Chart | ChartWords):
        for field in thing.__struct_fields__:
            if field not in _SILENT:
                yield from _lines(getattr(thing, field))


def parts(thing: object, kind: type[_Found]) -> Iterator[_Found]:
    """Yield everything of a kind in blocks, in order: every picture, every list."""
    if isinstance(thing, kind):
        yield thing
    if isinstance(thing, tuple):
        for part in cast("tuple[object, ...]", thing):
            yield from parts(part, kind)
    elif isinstance(thing, msgspec.Struct) and not isinstance(thing, Drawing | Chart):
        for field in thing.__struct_fields__:
            yield from parts(getattr(thing, field), kind)


def has(blocks: tuple[Block, ...], *kinds: type[object]) -> bool:
    """Tell whether anything of these kinds is in the blocks."""
    return any(next(parts(blocks, kind), None) is not None for kind in kinds)
