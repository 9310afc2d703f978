"""Frames, poses, sides, words and the view of a figure changed by hand; values in, values out.

Things and signs are put in and moved in `scenery`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from painplanner.core.figure.bases import BASES
from painplanner.core.figure.drag import let_go
from painplanner.core.figure.pose import SIDES, Pose, changed, poses
from painplanner.core.figure.scene import skeletons
from painplanner.core.figure.skeleton import Skeleton
from painplanner.core.figure.value import Figure, Frame, Pin, Spot, ViewName
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


def mirrored(figure: Figure) -> Figure:
    """Return the figure with its sides exchanged: what the right limb did, the left one does."""
    frames = tuple(_mirrored(pose, body) for pose, body in zip(poses(figure), skeletons(figure), strict=True))
    swapped = whole(replace(figure, frames=(Frame(base=START),) * len(frames)))
    for number, pose in enumerate(frames):
        swapped = with_pose(swapped, number, pose)
    props = tuple(replace(p, at=_turned(p.at), way=_turned(p.way), points=_others(p.points)) for p in figure.props)
    marks = tuple(
        replace(m, point=_other(m.point), to=_other(m.to), towards=_turned(m.towards), shift=_turned(m.shift))
        for m in figure.marks
    )
    return replace(swapped, props=props, marks=marks, trains=_other(figure.trains))


def _mirrored(pose: Pose, body: Skeleton) -> Pose:
    if pose.lie == "side":  # lying on one side, left and right are under and over: nothing is held at its old place
        for part in (f"{side}_{kind}" for side in SIDES for kind in ("hand", "foot")):
            pose = let_go(pose, body, part)
    angles = {_other(joint): (a, b, c) for joint, (a, b, c) in pose.angles.items()}
    for joint in ("pelvis", "lumbar", "thorax", "neck", "head"):
        a, b, c = angles[joint]
        angles[joint] = (a, -b, -c)
    fields: dict[str, Any] = pose._asdict()
    by_side = {name: _sides_exchanged(fields[name]) for name in fields if isinstance(fields[name], dict)}
    at = pose.at if pose.lie == "side" else _turned(pose.at)
    return pose._replace(
        **(by_side | {"angles": angles}),
        rest=tuple(_other(name) for name in pose.rest),
        anchor=_other(pose.anchor),
        at=at,
        pins=tuple(_mirrored_pin(pin) for pin in pose.pins),
    )


def _sides_exchanged(by_side: dict[str, Any]) -> dict[str, Any]:
    return {_other(side): given for side, given in by_side.items()}


def _mirrored_pin(pin: Pin) -> Pin:
    at = _other(pin.at) if isinstance(pin.at, str) else _turned(pin.at)
    ways = {name: _turned(getattr(pin, name)) for name in ("by", "points", "palm", "bend")}
    return replace(pin, part=_other(pin.part), at=at, **ways)


def _other(name: str) -> str:
    """Return the name of the same thing on the other side."""
    side, _, part = name.partition("_")
    swapped = {"left": "right", "right": "left"}.get(side)
    return name if swapped is None else f"{swapped}_{part}" if part else swapped


def _others(points: tuple[str | Spot, ...]) -> tuple[str | Spot, ...]:
    return tuple(_other(spot) if isinstance(spot, str) else _turned(spot) for spot in points)


def _turned(spot: Spot) -> Spot:
    return (*spot[:2], -spot[2]) if len(spot) > 2 else spot


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
