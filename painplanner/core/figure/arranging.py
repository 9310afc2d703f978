"""Frames, poses, words and the view of a figure changed by hand; values in, values out.

Things and signs are put in and moved in `scenery`; the sides are exchanged in `mirroring`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from painplanner.core.figure.bases import BASES
from painplanner.core.figure.pose import changed, poses
from painplanner.core.figure.value import Figure, Frame, ViewName
from painplanner.core.figure.whole import START, whole, with_pose
from painplanner.core.values import Impossible, LangText, replace

MOST_FRAMES = 4


def new_figure(figure_id: str, base: str = START) -> Figure:
    """Return a figure to begin with: one frame of a named pose."""
    return whole(Figure(id=figure_id, frames=(Frame(base=base),)))


# View


def with_view(figure: Figure, view: ViewName) -> Figure:
    """Return the figure looked at from somewhere else."""
    return replace(figure, view=view, camera=())


# Frames


def with_frame_added(figure: Figure, after: int) -> Figure:
    """Return the figure with a frame more, which begins as the one before it. Raises Impossible for a fifth."""
    if len(figure.frames) >= MOST_FRAMES:
        raise Impossible("too-many-frames", "frames", limit=MOST_FRAMES)
    full = whole(figure)
    frames = (*full.frames[: after + 1], full.frames[after], *full.frames[after + 1 :])
    alt = _words(full)
    words = (*alt[: after + 1], (), *alt[after + 1 :])
    return _renumbered(replace(full, frames=frames, alt=words), lambda n: n + 1 if n > after else n)


def with_frame_removed(figure: Figure, frame: int) -> Figure:
    """Return the figure without a frame; the last one stays."""
    full = whole(figure)
    if len(full.frames) == 1:
        return full
    frames = (*full.frames[:frame], *full.frames[frame + 1 :])
    alt = _words(full)
    words = (*alt[:frame], *alt[frame + 1 :])
    made = replace(full, frames=frames, alt=words, trains=full.trains if len(frames) > 1 else "")
    return _renumbered(made, lambda n: -1 if n == frame else n - 1 if n > frame else n)


def with_frame_copied(figure: Figure, source: int, into: int) -> Figure:
    """Return the figure with the pose of one frame in another one too."""
    return with_pose(figure, into, poses(figure)[source])


def _words(figure: Figure) -> tuple[tuple[LangText, ...], ...]:
    return (*figure.alt, *((),) * len(figure.frames))[: len(figure.frames)]


def _renumbered(figure: Figure, number: Callable[[int], int]) -> Figure:
    """Return things and signs at their frames; `number` is the new place of an old frame, -1 for none."""

    def kept(thing: Any) -> Any:  # noqa: ANN401  (a prop or a mark)
        frames = tuple(n for n in map(number, thing.frames) if n >= 0)
        return replace(thing, frames=frames) if not thing.frames or frames else None

    props, marks = map(kept, figure.props), map(kept, figure.marks)
    return replace(
        figure,
        props=tuple(prop for prop in props if prop is not None),
        marks=tuple(mark for mark in marks if mark is not None),
    )


def with_alt(figure: Figure, frame: int, lang: str, text: str) -> Figure:
    """Return the figure with other words for a picture in one language; no words are none."""
    alt = list(_words(figure))
    others = tuple(one for one in alt[frame] if one.lang != lang)
    alt[frame] = (*others, LangText(lang=lang, text=text)) if text else others
    return replace(figure, alt=tuple(alt) if any(alt) else ())


# Poses from elsewhere


def pose_from(figure: Figure, frame: int, other: Figure, other_frame: int) -> Figure:
    """Return the figure with the pose of another figure's frame in one of its own."""
    return with_pose(figure, frame, poses(other)[other_frame])


def based_on(figure: Figure, frame: int, base: str) -> Figure:
    """Return the figure with a named pose in one frame. Raises Impossible for a name that no pose has."""
    if base not in BASES:
        raise Impossible("unknown-base", "base", base=base)
    start = poses(Figure(id=figure.id, frames=(BASES[base],)))[0]
    return with_pose(figure, frame, changed(start, Frame()))


def picture_of(figure: Figure, other: Figure) -> Figure:
    """Return another figure's whole picture under this one's id."""
    return replace(whole(other), id=figure.id)
