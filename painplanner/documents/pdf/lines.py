"""Words set into lines: breaking to a width, and each line kept ready as text operators with its width.

Lines are cached by their words: a preview that changes one exercise sets one exercise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from painplanner.documents.blocks import Rich, Run
from painplanner.documents.pdf.direction import has_right_to_left, levels, runs_left
from painplanner.documents.pdf.shown import Line, show, show_runs, used_by
from painplanner.documents.pdf.weight import in_weight
from painplanner.documents.pdf.words import Word, cleaned, word

_PARTS = re.compile(r"( +|\n)")
# Between these any two signs may part; closing signs stay with what they close.
_IDEOGRAPHS = re.compile(
    r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff][\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff09\u300d\u30fc]*)"
)


_TAIL, _SHORT_TAIL = 30, 12
_HALVINGS = 5


class _Atom(NamedTuple):
    """Words that are never parted, and the blank after them."""

    words: tuple[Word, ...]
    blank: Word | None
    width: float
    is_last: bool = False


def lines(words: Rich, size: float, width: float) -> tuple[Line, ...]:
    """Return words broken into lines no wider than `width`; at least one line, even when there are no words."""
    return _lines(in_weight(words), size, width, runs_left())


@lru_cache(maxsize=8192)
def _lines(words: Rich, size: float, width: float, leftwards: bool) -> tuple[Line, ...]:
    limit = width / size * 1000
    done: list[Line] = []
    row: list[_Atom] = []
    used = 0.0
    for atom in _fitting(_atoms(words, leftwards), limit):
        blank = row[-1].blank.width if row and row[-1].blank else 0.0
        if row and used + blank + atom.width > limit + 0.01:
            done.append(_line(row, size))
            row, used, blank = [], 0.0, 0.0
        used += (blank if row else 0.0) + atom.width
        row.append(atom)
        if atom.is_last:
            done.append(_line(row, size))
            row, used = [], 0.0
    if row or not done:
        done.append(_line(row, size))
    return tuple(done)


def even_lines(words: Rich, size: float, width: float) -> tuple[Line, ...]:
    """Return words broken into as few lines as `lines` makes, all about as long: no title ends with a word alone."""
    return _even_lines(in_weight(words), size, width, runs_left())


@lru_cache(maxsize=1024)
def _even_lines(words: Rich, size: float, width: float, leftwards: bool) -> tuple[Line, ...]:
    made = _lines(words, size, width, leftwards)
    low, high = width / 2, width
    for _ in range(_HALVINGS if len(made) > 1 else 0):
        middle = (low + high) / 2
        closer = _lines(words, size, middle, leftwards)
        if len(closer) > len(made) or max(one.width for one in closer) > middle:
            low = middle
        else:
            made, high = closer, middle
    return made


def line(text: str, size: float, *, bold: bool = False) -> Line:
    """Return a text on one line, however long."""
    found = lines((Run(text.replace("\n", " "), bold),), size, 1e6)
    return found[0]


def joined(parts: tuple[tuple[str, float], ...]) -> Line:
    """Return bold words in several sizes on one baseline."""
    return _joined(parts, runs_left())


@lru_cache(maxsize=2048)
def _joined(parts: tuple[tuple[str, float], ...], leftwards: bool) -> Line:
    clean = [(cleaned(text), size) for text, size in parts]
    whole = "".join(text for text, _ in clean)
    found = _levels(whole, leftwards)
    runs: list[tuple[list[Word], float]] = []
    place = 0
    for text, size in clean:
        level = found[place : place + len(text)]
        place += len(text)
        runs += [([one], size) for one in _of_one_direction(text, bold=True, found=level)]
    width = sum(one.width * size / 1000 for words, size in runs for one in words)
    words = [one for some, _ in runs for one in some]
    return Line(show_runs(runs), width, used_by(words), whole, any(one.level for one in words))


def elided(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """Return a text that fits on one line, its end given up for an ellipsis where it must be."""
    if line(text, size, bold=bold).width <= width:
        return text
    count = _most(len(text), lambda n: line(text[:n].rstrip() + "…", size, bold=bold).width <= width)
    return text[:count].rstrip() + "…"


def shortened(text: str, size: float, width: float, most: int, *, bold: bool = False) -> tuple[Line, ...]:
    """Return a text on at most so many lines, words given up from its middle: name and birth date are at its ends."""

    def cut(count: int, tail: str) -> tuple[Line, ...]:
        return lines((Run(f"{text[:count].rstrip()} … {tail}".strip(), bold),), size, width)

    whole = lines((Run(text, bold),), size, width)
    if len(whole) <= most:
        return whole
    tails = (text[-_TAIL:].split(" ", 1)[-1], text[-_SHORT_TAIL:], "")  # what is very narrow has no room for much
    tail = next(one for one in tails if not one or len(cut(0, one)) <= most)
    count = _most(len(text) - 1, lambda n: len(cut(n, tail)) <= most)
    return cut(max(0, count - _TAIL, text.rfind(" ", 0, count + 1)), tail)


def _most(high: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number up to `high` that still fits, or 0."""
    low = 0
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _levels(text: str, leftwards: bool) -> Sequence[int]:
    """Return the level of each sign, nothing where all run to the right."""
    is_plain = any(map(str.isalpha, text)) if leftwards else True
    return () if is_plain and not has_right_to_left(text) else levels(text, leftwards=leftwards)


def _atoms(words: Rich, leftwards: bool) -> Iterator[_Atom]:
    runs = [(cleaned(run.text), run.bold) for run in words]
    whole = "".join(text for text, _ in runs)
    found = _levels(whole, leftwards)
    pending: list[Word] = []
    place = 0
    for text, bold in runs:
        for part in _PARTS.split(text):
            level = found[place : place + len(part)]
            place += len(part)
            if part == "\n":
                yield _atom(pending, word(" ", bold=bold), is_last=True)  # heard between the words, and never seen
                pending = []
            elif part.startswith(" "):
                if pending:
                    yield _atom(pending, word(" ", bold=bold, level=level[0] if level else 0))
                    pending = []
            elif part:
                *firsts, last = _pieces(part, bold, level)
                for first in firsts:
                    yield _atom([*pending, *first], None)
                    pending = []
                pending += last
    if pending:
        yield _atom(pending, None)


def _pieces(text: str, bold: bool, found: Sequence[int]) -> list[list[Word]]:
    """Return the pieces between which a text may be parted, each as words of one direction."""
    if not found:
        return [[word(piece, bold=bold)] for piece in _IDEOGRAPHS.split(text) if piece]
    return [_of_one_direction(text, bold=bold, found=found)]


def _of_one_direction(text: str, *, bold: bool, found: Sequence[int]) -> list[Word]:
    """Return a text parted where its direction turns."""
    if not found:
        return [word(text, bold=bold)]
    ends = [n for n in range(1, len(text)) if found[n] != found[n - 1]]
    spans = zip([0, *ends], [*ends, len(text)], strict=True)
    return [word(text[start:end], bold=bold, level=found[start]) for start, end in spans]


def _atom(words: Sequence[Word], blank: Word | None, *, is_last: bool = False) -> _Atom:
    return _Atom(tuple(words), blank, sum(one.width for one in words), is_last)


def _fitting(atoms: Iterable[_Atom], limit: float) -> Iterator[_Atom]:
    """Part words that are wider than a whole line, as late as they fit."""
    for atom in atoms:
        if atom.width <= limit:
            yield atom
        else:
            yield from _parted(atom, limit)


def _parted(atom: _Atom, limit: float) -> Iterator[_Atom]:
    for n, one in enumerate(atom.words):
        is_end = n == len(atom.words) - 1
        rest = one.text
        while rest:
            head = _longest(rest, limit, one.bold)
            rest = rest[len(head) :]
            is_over = is_end and not rest
            part = word(head, bold=one.bold, level=one.level)
            yield _atom([part], atom.blank if is_over else None, is_last=atom.is_last and is_over)


def _longest(text: str, limit: float, bold: bool) -> str:
    return text[: max(1, _most(len(text), lambda n: word(text[:n], bold=bold).width <= limit))]


def _line(row: Sequence[_Atom], size: float) -> Line:
    words: list[Word] = []
    for atom in row:
        words += atom.words
        if atom.blank is not None:
            words.append(atom.blank)
    blank = row[-1].blank if row else None
    width = sum(one.width for one in words) - (blank.width if blank else 0.0)
    is_turned = any(one.level for one in words)
    if is_turned:
        runs = groupby(words[:-1] if blank else words, key=lambda one: one.level)
        shown = show_runs([(list(run), size) for _, run in runs])
    else:
        shown = show([chunk for one in words for chunk in one.chunks], size)
    return Line(shown, width * size / 1000, used_by(words), "".join(one.text for one in words), is_turned)
