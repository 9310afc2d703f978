"""Photographs while they are worked on: how each is turned and cut, its arrows and words; values in, values out.

Arrows lie on the photograph as it was taken in, so that no turn and no cut moves them off what they point at.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from painplanner.core.figure.value import MOST_ARROWS, Photo, PhotoArrow
from painplanner.core.values import Impossible, LangText
from painplanner.gui.pages.library.photo.framing import UNCUT, Size, Spot, box_of, to_source, to_turned
from painplanner.services.photographs import Framing


@dataclass(frozen=True)
class Arrow:
    """From a place to another, in pixels; its middle stands out to the left of the way by `bend`."""

    x0: float
    y0: float
    x1: float
    y1: float
    bend: float = 0.0

    @property
    def middle(self) -> Spot:
        """Return the place where it stands out most."""
        out = _aside(self)
        return (self.x0 + self.x1) / 2 + out[0] * self.bend, (self.y0 + self.y1) / 2 + out[1] * self.bend

    def moved(self, part: str, to: Spot) -> Arrow:
        """Return it with its start, point or middle at a place."""
        if part == "tail":
            return replace(self, x0=to[0], y0=to[1])
        if part == "tip":
            return replace(self, x1=to[0], y1=to[1])
        out = _aside(self)
        return replace(
            self, bend=(to[0] - (self.x0 + self.x1) / 2) * out[0] + (to[1] - (self.y0 + self.y1) / 2) * out[1]
        )


def _aside(arrow: Arrow) -> Spot:
    """Return the direction to the left of an arrow's way, as it is seen."""
    dx, dy = arrow.x1 - arrow.x0, arrow.y1 - arrow.y0
    long = math.hypot(dx, dy) or 1.0
    return dy / long, -dx / long


@dataclass(frozen=True)
class Shot:
    """One photograph by its content hash, with what is done to it."""

    sha256: str
    width: int
    height: int
    framing: Framing = UNCUT
    arrows: tuple[Arrow, ...] = ()
    alt: tuple[LangText, ...] = ()

    @property
    def size(self) -> Size:
        """Return width and height as it was taken in."""
        return float(self.width), float(self.height)

    @property
    def is_framed(self) -> bool:
        """Tell whether it is turned or cut."""
        return self.framing != UNCUT

    def words(self, lang: str) -> str:
        """Return the words that were written for it in exactly this language."""
        return next((one.text for one in self.alt if one.lang == lang), "")


@dataclass(frozen=True)
class Work:
    """The photographs of a picture in their order, and whether they stand beside its drawing or instead of it."""

    shots: tuple[Shot, ...] = ()
    is_beside: bool = True


# Photographs


def with_shot(work: Work, place: int, shot: Shot) -> Work:
    """Return the work with another photograph in a place."""
    return replace(work, shots=(*work.shots[:place], shot, *work.shots[place + 1 :]))


def with_shots_added(work: Work, after: int, shots: tuple[Shot, ...]) -> Work:
    """Return the work with photographs behind a place."""
    return replace(work, shots=(*work.shots[: after + 1], *shots, *work.shots[after + 1 :]))


def without_shot(work: Work, place: int) -> Work:
    """Return the work without a photograph."""
    return replace(work, shots=(*work.shots[:place], *work.shots[place + 1 :]))


def with_shot_moved(work: Work, place: int, by: int) -> Work:
    """Return the work with a photograph further to the front or the back."""
    left = list(work.shots)
    shot = left.pop(place)
    left.insert(max(0, min(len(left), place + by)), shot)
    return replace(work, shots=tuple(left))


def first_other(old: Work, new: Work, place: int) -> int:
    """Return the first photograph that is another one than before, or the one in front when all are the same."""
    for number, shot in enumerate(new.shots):
        if number >= len(old.shots) or old.shots[number] != shot:
            return number
    return place


def with_framing(shot: Shot, framing: Framing) -> Shot:
    """Return a photograph turned and cut in another way."""
    return replace(shot, framing=framing)


def with_words(shot: Shot, lang: str, text: str) -> Shot:
    """Return a photograph with other words in one language; no words are none."""
    others = tuple(one for one in shot.alt if one.lang != lang)
    return replace(shot, alt=(*others, LangText(lang=lang, text=text)) if text else others)


# Arrows


def with_arrow(shot: Shot, place: int, arrow: Arrow) -> Shot:
    """Return a photograph with another arrow in a place."""
    return replace(shot, arrows=(*shot.arrows[:place], arrow, *shot.arrows[place + 1 :]))


def with_arrow_added(shot: Shot, arrow: Arrow) -> Shot:
    """Return a photograph with one arrow more. Raises Impossible when it has too many."""
    if len(shot.arrows) >= MOST_ARROWS:
        raise Impossible("too-many", "arrows", count=len(shot.arrows) + 1, limit=MOST_ARROWS)
    return replace(shot, arrows=(*shot.arrows, arrow))


def without_arrow(shot: Shot, place: int) -> Shot:
    """Return a photograph without an arrow."""
    return replace(shot, arrows=(*shot.arrows[:place], *shot.arrows[place + 1 :]))


def arrow_in_middle(shot: Shot) -> Arrow:
    """Return an arrow to begin with: across the middle of what is seen, from left to right."""
    box = box_of(shot.size, shot.framing)
    reach = box.size[0] / 6
    (x, y), number = box.middle, len(shot.arrows)
    y += (number % 4) * box.size[1] / 12
    start, end = (to_source(shot.size, shot.framing, (x + by, y)) for by in (-reach, reach))
    return Arrow(*start, *end)


def seen_arrow(shot: Shot, arrow: Arrow) -> PhotoArrow | None:
    """Return an arrow as it is kept with what a cut leaves, nothing when too little of it is seen."""
    box = box_of(shot.size, shot.framing)
    wide, high = box.size

    def place(spot: Spot) -> tuple[int, int]:
        x, y = to_turned(shot.size, shot.framing, spot)
        return _thousandths((x - box.left) / wide), _thousandths((box.bottom - y) / high)

    (x0, y0), (x1, y1) = place((arrow.x0, arrow.y0)), place((arrow.x1, arrow.y1))
    bend = max(-500, min(500, round(arrow.bend / wide * 1000)))
    made = PhotoArrow(x0=x0, y0=y0, x1=x1, y1=y1, bend=bend)
    return made if made.is_seen else None


def seen_arrows(shot: Shot) -> tuple[PhotoArrow, ...]:
    """Return every arrow as it is kept."""
    found = (seen_arrow(shot, arrow) for arrow in shot.arrows)
    return tuple(arrow for arrow in found if arrow is not None)


def _thousandths(share: float) -> int:
    return round(max(0.0, min(1.0, share)) * 1000)


# From and to what a figure holds


def shot_of(photo: Photo) -> Shot:
    """Return a photograph of a figure as one to work on."""
    wide, high = photo.width, photo.height
    arrows = tuple(
        Arrow(
            one.x0 * wide / 1000,
            high - one.y0 * high / 1000,
            one.x1 * wide / 1000,
            high - one.y1 * high / 1000,
            one.bend * wide / 1000,
        )
        for one in photo.arrows
    )
    return Shot(photo.sha256, wide, high, arrows=arrows, alt=photo.alt)


def photo_of(shot: Shot, sha256: str, width: int, height: int) -> Photo:
    """Return what a figure holds of a photograph, whose turned and cut picture has this hash and size."""
    return Photo(sha256=sha256, width=width, height=height, arrows=seen_arrows(shot), alt=shot.alt)
