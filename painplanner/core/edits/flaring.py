"""Marking a flare of a plan or of some of its exercises, and its end.

Doses stay as they are written: what is asked on a day of a flare follows from them (`core.flares`), so the full plan is
back by itself, and medicines are never touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from painplanner.core.edits.parts import with_parts
from painplanner.core.flares import FLARE_DAYS, flare_dose, has_flare_dose, is_running
from painplanner.core.ids import IdFactory
from painplanner.core.plan import Flare, Plan, items_of
from painplanner.core.schedule import later
from painplanner.core.values import Impossible, replace

__all__ = ["back_later", "begin_flare", "end_flare", "flare_dose", "flares_now"]


def begin_flare(
    plan: Plan, on: date, new_id: IdFactory, *, items: Iterable[str] = (), back_on: date | None = None, note: str = ""
) -> Plan:
    """Mark a flare from a day on: of some exercises, of all where none is named; back after 3 days if not said.

    A flare of the same exercises that still runs goes on to the new day; where none is said, never less long than
    before. Raises Impossible `no-flare-dose` where none of them can be done by less.
    """
    named = set(items)
    able = tuple(item.id for _step, item in items_of(plan) if has_flare_dose(item) and (not named or item.id in named))
    if not able:
        raise Impossible("no-flare-dose", "items")
    tied, back = (able if named else ()), back_on or later(on, FLARE_DAYS)
    for flare in flares_now(plan, on):
        if flare.items == tied:
            later_back = back_on or (flare.back_on and max(flare.back_on, back))
            return _with(plan, replace(flare, back_on=later_back, note=note or flare.note))
    made = Flare(id=new_id("flare"), on=on, back_on=back, items=tied, note=note)
    return with_parts(plan, flares=(*plan.flares, made))


def end_flare(plan: Plan, flare_id: str, on: date) -> Plan:
    """Go back to the full plan on a day; a flare that was marked that same day was none."""
    flare = _find(plan, flare_id)
    if on <= flare.on:
        return with_parts(plan, flares=tuple(one for one in plan.flares if one is not flare))
    return _with(plan, replace(flare, back_on=on))


def back_later(plan: Plan, flare_id: str, days: int = 1) -> Plan:
    """Put the day of the full plan off by some days; a flare without one has none to put off."""
    flare = _find(plan, flare_id)
    return plan if flare.back_on is None else _with(plan, replace(flare, back_on=later(flare.back_on, days)))


def _find(plan: Plan, flare_id: str) -> Flare:
    for flare in plan.flares:
        if flare.id == flare_id:
            return flare
    raise Impossible("no-such-part", "id", id=flare_id)


def flares_now(plan: Plan, day: date) -> tuple[Flare, ...]:
    """Return the flares that run on a day."""
    return tuple(flare for flare in plan.flares if is_running(flare, day))


def _with(plan: Plan, changed: Flare) -> Plan:
    return with_parts(plan, flares=tuple(changed if flare.id == changed.id else flare for flare in plan.flares))
