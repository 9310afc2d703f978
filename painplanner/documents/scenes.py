"""The lessons of a plan that have pictures, under "In your day": how to lie at night, lift, carry, take breaks.

They have no number, no boxes to tick and no row in a log: nobody counts how often they lay well.
"""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.core.plan import Item, LineKind
from painplanner.core.schedule import OpenItem
from painplanner.documents.blocks import Block, Exercise, Heading, Rich, rich
from painplanner.documents.changes import new_items
from painplanner.documents.day_words import day
from painplanner.documents.dose_words import item_facts
from painplanner.documents.item_pictures import pictures
from painplanner.documents.plan_words import patient_name
from painplanner.documents.request import Request
from painplanner.documents.words import Words, sentence


def in_your_day(scenes: Sequence[OpenItem], request: Request, w: Words) -> tuple[Block, ...]:
    """Return the heading and a block for each lesson; nothing where there is none."""
    if not scenes:
        return ()
    return (Heading(w.t.gettext("In your day")), *(_scene(each, request, w) for each in scenes))


def _scene(opened: OpenItem, request: Request, w: Words) -> Exercise:
    item = opened.item
    return Exercise(
        number="",
        title=patient_name(item, w),
        pictures=pictures(item, request, w),
        facts=item_facts(item, w),
        steps=w.texts(item.texts).of_kind(LineKind.SETUP, LineKind.STEP),
        notes=(*_begin(opened, request, w), *_notes(item, w)),
        flag=w.t.gettext("New") if item.id in new_items(request) else "",
    )


def _begin(opened: OpenItem, request: Request, w: Words) -> tuple[Rich, ...]:
    """Return when a lesson begins within the sheet; it never ends: what helps stays good when its step is over."""
    if opened.start <= request.start:
        return ()
    return (rich("", w.t.gettext("Start on {day}.").format(day=day(opened.start, w))),)


def _notes(item: Item, w: Words) -> tuple[Rich, ...]:
    """Return what else there is to know, all its safety lines too: the box of the exercises is not about it."""
    lines = list(w.texts(item.texts).of_kind(LineKind.CUE, LineKind.INFO, LineKind.SAFETY))
    lines += [sentence(note) for note in (item.dose.note if item.dose else "", item.note) if note.strip()]
    return tuple(rich(line) for line in lines)
