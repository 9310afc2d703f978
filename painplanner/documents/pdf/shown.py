"""Words of one line as text operators: which face, which glyphs, and where each run of one direction stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from painplanner.documents.pdf.direction import visual_order
from painplanner.documents.pdf.fonts import Face
from painplanner.documents.pdf.words import Chunk, Word

Used = tuple[tuple[Face, frozenset[int]], ...]


class Line(NamedTuple):
    """One line of type: its operators after the place is set, its width in points, and which glyphs it needs."""

    show: str
    width: float
    used: Used
    text: str
    is_turned: bool = False
    """Whether any of it runs from right to left: then its glyphs do not stand in the order in which it is read."""


def used_by(words: Sequence[Word]) -> Used:
    """Return which glyphs of which faces words need."""
    used: dict[Face, frozenset[int]] = {}
    for one in words:
        for chunk in one.chunks:
            used[chunk.face] = used.get(chunk.face, frozenset()) | chunk.glyphs
    return tuple(used.items())


def show_runs(runs: Sequence[tuple[Sequence[Word], float]]) -> str:
    """Return operators that put each run of one direction and size at its place, in the order they are read."""
    if not any(one.level for words, _ in runs for one in words):
        return " ".join(show(_seen(words), size) for words, size in runs)
    at = 0.0
    places = [0.0] * len(runs)
    for n in visual_order([words[0].level for words, _ in runs]):
        places[n] = at
        at += sum(one.width for one in runs[n][0]) * runs[n][1] / 1000
    steps = (place - before for place, before in zip(places, [0.0, *places], strict=False))
    shown = (show(_seen(words), size) for words, size in runs)
    return " ".join(f"{step:.2f} 0 Td {one}" for step, one in zip(steps, shown, strict=True))


def _seen(run: Sequence[Word]) -> list[Chunk]:
    """Return the chunks of a run of one direction from the left to the right."""
    ordered = run if run[0].level % 2 == 0 else run[::-1]
    return [chunk for one in ordered for chunk in one.chunks]


def show(chunks: Sequence[Chunk], size: float) -> str:
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
