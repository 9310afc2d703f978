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
from painplanner.documents.pdf.direction import has_right_to_left, levels, visual_order
from painplanner.documents.pdf.fonts import Face
from painplanner.documents.pdf.words import Chunk, Word, cleaned, word

_PARTS = re.compile(r"( +|\n)")
# Between these any two signs may part; closing signs stay with what they close.
_IDEOGRAPHS = re.compile(
    r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff][\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff09\u300d\u30fc]*)"
)


Used = tuple[tuple[Face, frozenset[int]], ...]


class Line(NamedTuple):
    """One line of type: its operators after the place is set, its width in points, and which glyphs it needs."""

    show: str
    width: float
    used: Used
    text: str


_TAIL = 30
_HALVINGS = 5


class _Atom(NamedTuple):
    """Words that are never parted, and the blank after them (none at a line end that was typed)."""

    words: tuple[Word, ...]
    blank: Word | None
    width: float
    is_last: bool = False


@lru_cache(maxsize=8192)
def lines(words: Rich, size: float, width: float) -> tuple[Line, ...]:
    """Return words broken into lines no wider than `width`; at least one line, even when there are no words."""
    limit = width / size * 1000
    done: list[Line] = []
    row: list[_Atom] = []
    used = 0.0
    for atom in _fitting(_atoms(words), limit):
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


@lru_cache(maxsize=1024)
def even_lines(words: Rich, size: float, width: float) -> tuple[Line, ...]:
    """Return words broken into as few lines as `lines` makes, all about as long: no title ends with a word alone."""
    made = lines(words, size, width)
    low, high = width / 2, width
    for _ in range(_HALVINGS if len(made) > 1 else 0):
        middle = (low + high) / 2
        closer = lines(words, size, middle)
        if len(closer) > len(made) or max(one.width for one in closer) > middle:
            low = middle
        else:
            made, high = closer, middle
    return made


def line(text: str, size: float, *, bold: bool = False) -> Line:
    """Return a text on one line, however long."""
    found = lines((Run(text.replace("\n", " "), bold),), size, 1e6)
    return found[0]


@lru_cache(maxsize=2048)
def joined(parts: tuple[tuple[str, float, bool], ...]) -> tuple[str, float, Used]:
    """Return operators, width and glyphs of words in several sizes on one baseline."""
    made = [_line([_atom([word(cleaned(text), bold=bold)], None)], size) for text, size, bold in parts if text]
    return (
        " ".join(one.show for one in made),
        sum(one.width for one in made),
        tuple(u for one in made for u in one.used),
    )


def elided(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """Return a text that fits on one line, its end given up for an ellipsis where it must be."""
    if line(text, size, bold=bold).width <= width:
        return text
    count = _most(len(text), lambda n: line(text[:n].rstrip() + "…", size, bold=bold).width <= width)
    return text[:count].rstrip() + "…"


def shortened(text: str, size: float, width: float, most: int, *, bold: bool = False) -> tuple[Line, ...]:
    """Return a text on at most so many lines, words given up from its middle: name and birth date are at its ends."""
    tail = text[-_TAIL:].split(" ", 1)[-1]

    def cut(count: int) -> tuple[Line, ...]:
        words = f"{text[:count].rstrip()} … {tail}" if count < len(text) else text
        return lines((Run(words, bold),), size, width)

    if len(cut(len(text))) <= most:
        return cut(len(text))
    count = _most(len(text) - 1, lambda n: len(cut(n)) <= most)
    return cut(max(count - _TAIL, text.rfind(" ", 0, count + 1)))


def _most(high: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number up to `high` that still fits, or 0."""
    low = 0
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _atoms(words: Rich) -> Iterator[_Atom]:
    runs = [(cleaned(run.text), run.bold) for run in words]
    whole = "".join(text for text, _ in runs)
    found = levels(whole) if has_right_to_left(whole) else ()
    pending: list[Word] = []
    place = 0
    for text, bold in runs:
        for part in _PARTS.split(text):
            level = found[place : place + len(part)]
            place += len(part)
            if part == "\n":
                yield _atom(pending, None, is_last=True)
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
    ends = [n for n in range(1, len(text)) if found[n] != found[n - 1]]
    spans = zip([0, *ends], [*ends, len(text)], strict=True)
    return [[word(text[start:end], bold=bold, level=found[start]) for start, end in spans]]


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
    chunks = [chunk for one in words for chunk in one.chunks]
    is_mixed = any(one.level for one in words)
    used: dict[Face, frozenset[int]] = {}
    for chunk in chunks:
        used[chunk.face] = used.get(chunk.face, frozenset()) | chunk.glyphs
    show = _show_mixed(words[:-1] if blank else words, size) if is_mixed else _show(chunks, size)
    return Line(show, width * size / 1000, tuple(used.items()), "".join(one.text for one in words))


def _show_mixed(words: Sequence[Word], size: float) -> str:
    """Return operators that put each run of one direction at its place, runs in the order in which they are read."""
    runs = [list(run) for _, run in groupby(words, key=lambda one: one.level)]
    at = 0.0
    places = [0.0] * len(runs)
    for n in visual_order([run[0].level for run in runs]):
        places[n] = at
        at += sum(one.width for one in runs[n]) * size / 1000
    steps = (place - before for place, before in zip(places, [0.0, *places], strict=False))
    return " ".join(f"{step:.2f} 0 Td {_show(_seen(run), size)}" for step, run in zip(steps, runs, strict=True))


def _seen(run: Sequence[Word]) -> list[Chunk]:
    """Return the chunks of a run of one direction from the left to the right."""
    ordered = run if run[0].level % 2 == 0 else run[::-1]
    return [chunk for one in ordered for chunk in one.chunks]


def _show(chunks: Sequence[Chunk], size: float) -> str:
    """Return the operators that select faces and show glyphs, as few as will do."""
    out: list[str] = []
    face: Face | None = None
    run: list[str] = []
    for chunk in chunks:
        is_apart = bool(chunk.rise) or chunk.says is not None
        if run and (is_apart or chunk.face is not face):
            out.append(_shown(run))
            run = []
        if chunk.face is not face:
            out += _select(face, chunk.face, size)
            face = chunk.face
        if is_apart:
            out.append(_apart(chunk, size))
        else:
            run.append(chunk.show)
    if run:
        out.append(_shown(run))
    if face is not None and face.is_heavier:
        out.append("0 Tr")
    return " ".join(out)


def _shown(run: Sequence[str]) -> str:
    glyphs = "".join(run)
    return f"<{glyphs}> Tj" if ">" not in glyphs else f"[<{glyphs}>] TJ".replace("<>", "")


def _select(before: Face | None, face: Face, size: float) -> list[str]:
    """Select a face; one without a bold file of its own is drawn with a line round its letters."""
    out = [f"/{face.name} {size:g} Tf"]
    if face.is_heavier:
        out.append(f"2 Tr {size / 28:.2f} w")
    elif before is not None and before.is_heavier:
        out.append("0 Tr")
    return out


def _apart(chunk: Chunk, size: float) -> str:
    shown = _shown([chunk.show])
    if chunk.rise:
        shown = f"{chunk.rise * size:.2f} Ts {shown} 0 Ts"
    if chunk.says is not None:
        shown = f"/Span <</ActualText <FEFF{chunk.says.encode('utf-16-be').hex()}>>> BDC {shown} EMC"
    return shown
