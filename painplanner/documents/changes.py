"""What changed since the last sheet: what is new, what took the place of what, and what the patient may leave out.

A first sheet marks nothing: everything on it is new. What is new in the whole plan stands on the handout (`news`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from painplanner.core.home_items import is_home_item, is_scene_item
from painplanner.core.plan import Item, items_of
from painplanner.documents.blocks import Callout, Rich, rich
from painplanner.documents.plan_words import patient_name
from painplanner.documents.request import Request
from painplanner.documents.words import Words


def new_items(request: Request) -> frozenset[str]:
    """Return the ids of the items to mark as new."""
    if request.revision is not None and request.revision <= 1:
        return frozenset()
    return frozenset(
        item.id for _step, item in items_of(request.plan) if not item.stopped_on and _is_new(item, request)
    )


def _is_new(item: Item, request: Request) -> bool:
    """Tell whether an item came in with this paper; what a plan began with is new only where it took something over."""
    if item.added_on is None:
        return bool(item.replaces)
    begins = request.plan.start
    later = begins is None or item.added_on > begins or bool(item.replaces)
    return later and item.added_on >= _since(request)


def _since(request: Request) -> date:
    """Return the day from which something counts as new: the first day of the paper, or today if that comes before."""
    return min(request.start, request.today)


def changes_box(request: Request, shown: Sequence[Item], w: Words) -> Callout | None:
    """Return the box "What changed" for what a sheet shows and what left it; none on a first sheet."""
    new = new_items(request)
    every = {item.id: item for _step, item in items_of(request.plan)}
    taken_over = {item.replaces for item in shown if item.id in new}
    lines = [_new_line(item, every, w) for item in shown if item.id in new]
    lines += [
        _gone_line(item, w)
        for item in every.values()
        if _is_gone(item, request) and item.id not in taken_over and (is_home_item(item) or is_scene_item(item))
    ]
    return Callout(title=w.t.gettext("What changed"), items=tuple(lines)) if lines else None


def _is_gone(item: Item, request: Request) -> bool:
    return item.stopped_on is not None and item.stopped_on >= _since(request)


def _new_line(item: Item, every: dict[str, Item], w: Words) -> Rich:
    t, name = w.t, patient_name(item, w)
    before = every.get(item.replaces)
    if before is None:
        return rich(t.gettext("New:") + " ", name)
    instead = t.gettext("in place of: {name}").format(name=patient_name(before, w))
    return rich(t.gettext("New:") + " ", name, f" ({instead})")


def _gone_line(item: Item, w: Words) -> Rich:
    return rich("", patient_name(item, w), f": {w.t.gettext('you can leave this out now.')}")
