"""The pictures of an item on a paper: drawn on its side or photographed, a neat placeholder where there is none."""

from __future__ import annotations

from painplanner.core.figure import Figure, draw_placeholder
from painplanner.core.figure.shown import is_shown, shown, shown_count
from painplanner.core.home_items import is_lesson
from painplanner.core.plan import Item
from painplanner.core.values import Side
from painplanner.documents.blocks import Picture
from painplanner.documents.picture_words import picture_words
from painplanner.documents.plan_words import patient_name
from painplanner.documents.request import Request
from painplanner.documents.words import Words


def pictures(item: Item, request: Request, w: Words) -> tuple[Picture, ...]:
    """Return the pictures of an item; a photograph that is missing or broken is told like one that was never made."""
    ref = item.figure
    figure = (request.figures.get(ref.sha256) or request.figures.get(ref.id)) if ref is not None else None
    if figure is None:
        return (_placeholder(item, w),)
    return tuple(_picture(n, figure, item, request, w) for n in range(shown_count(figure)))


def _placeholder(item: Item, w: Words) -> Picture:
    label = w.t.gettext("No picture yet: {name}").format(name=patient_name(item, w))
    return Picture(drawing=draw_placeholder(label), caption=w.t.gettext("We will show you"), alt=label)


def _picture(n: int, figure: Figure, item: Item, request: Request, w: Words) -> Picture:
    if not is_shown(figure, n, request.photos):
        return _placeholder(item, w)
    side = "left" if getattr(item.dose, "side", None) is Side.LEFT else None
    return Picture(
        drawing=shown(figure, n, side, request.photos),
        caption=_caption(n, figure, item, w),
        alt=picture_words(figure, n, patient_name(item, w), w.lang, is_left=side == "left"),
    )


def _caption(n: int, figure: Figure, item: Item, w: Words) -> str:
    """Return the number of a picture and what it shows of the movement; photographs beside a drawing are only counted.

    One picture alone has no caption, nor have the scenes of a lesson: a number would seem to be that of a step.
    """
    count, drawn = shown_count(figure), len(figure.frames)
    moving = drawn or count
    if count == 1 or is_lesson(item):
        return ""
    if moving == 1 or n >= moving or 0 < n < moving - 1:
        return str(n + 1)
    return w.t.gettext("{n} Start").format(n=1) if n == 0 else _last_caption(n, item, w)


def _last_caption(n: int, item: Item, w: Words) -> str:
    hold = getattr(item.dose, "hold_s", None)
    if hold:
        return w.t.ngettext("{n} Hold {s} second", "{n} Hold {s} seconds", hold).format(n=n + 1, s=hold)
    return w.t.gettext("{n} Finish").format(n=n + 1)
