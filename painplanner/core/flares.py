"""A flare: on which days it is, what half of a dose is, and how many days growth waits for it.

Half of the volume and back to the plan by the third or fourth day are defaults of the product [D], clinical facts 7.4.
Only what is done is halved: medicines are never touched, and what calms goes on in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from painplanner.core.dose import ActivityDose, AnyDose, ExerciseDose
from painplanner.core.library import Category, Kind
from painplanner.core.plan import Flare, Item
from painplanner.core.values import replace

FLARE_DAYS = 3
"""A flare that names no end is over on the fourth day: half on days 0 to 2 [D]."""

_NEVER = frozenset({Kind.MEDICINE, Kind.PROCEDURE, Kind.DIAGNOSTIC})
_WHOLE, _TENTH = Decimal(1), Decimal("0.1")


def has_flare_dose(item: Item) -> bool:
    """Tell whether an item is done by less in a flare: an exercise or timed activity that does not only calm."""
    is_done = item.kind not in _NEVER and item.category != Category.RELAXATION
    return is_done and isinstance(item.dose, ExerciseDose | ActivityDose) and flare_dose(item.dose) != item.dose


def flare_on(item: Item, flares: Iterable[Flare], day: date) -> Flare | None:
    """Return the flare that an item is in on a day, of several the one that lasts longest."""
    running = [flare for flare in _of(item, flares) if is_running(flare, day)]
    return max(running, key=_end, default=None)


def is_running(flare: Flare, day: date) -> bool:
    """Tell whether a flare goes on on a day; on the day it is back by, the full plan is done."""
    return flare.on <= day and (flare.back_on is None or day < flare.back_on)


def waiting_days(item: Item, flares: Iterable[Flare], first: date, last: date) -> int:
    """Return on how many days after `first`, up to `last`, growth waits: the flare and the day the item is back.

    So an item comes back at the amount it had before the flare, and not at one that was never done.
    """
    waited, counted = 0, first
    for flare in sorted(_of(item, flares), key=lambda one: one.on):
        start, end = max(flare.on, counted + timedelta(days=1)), min(_end(flare), last)
        if start <= end and flare.on < _end(flare):
            waited += (end - start).days + 1
            counted = end
    return waited


def last_back(item: Item, flares: Iterable[Flare], day: date) -> date | None:
    """Return the last day up to `day` on which an item came back from a flare."""
    return max((f.back_on for f in _of(item, flares) if f.back_on is not None and f.back_on <= day), default=None)


def _of(item: Item, flares: Iterable[Flare]) -> Iterator[Flare]:
    """Yield the flares that an item takes part in."""
    return (flare for flare in flares if (not flare.items or item.id in flare.items) and has_flare_dose(item))


def _end(flare: Flare) -> date:
    return flare.back_on or date.max


def flare_dose(dose: AnyDose | None) -> AnyDose | None:
    """Return half of a dose, rounded down to what can be counted; what cannot be halved stays as it is.

    Rounds go first where they can be halved evenly, then what one round asks, then how often a day.
    """
    if isinstance(dose, ExerciseDose):
        return replace(dose, **_half_exercise(dose))
    if isinstance(dose, ActivityDose):
        return replace(dose, **_half_activity(dose))
    return dose


def _half_exercise(dose: ExerciseDose) -> dict[str, Any]:
    if dose.sets is not None and dose.sets % 2 == 0:
        return {"sets": dose.sets // 2}
    if max(dose.reps or 0, dose.reps_to or 0) > 1:
        return {"reps": _half(dose.reps), "reps_to": _half(dose.reps_to)}
    return _first_half(dose, "duration_s", "sets", "times_per_day", "hold_s")


def _half_activity(dose: ActivityDose) -> dict[str, Any]:
    field = "minutes" if dose.minutes is not None else "distance"
    asked: Decimal | None = getattr(dose, field)
    if asked is None or asked < 2:
        of_counts = _first_half(dose, "rounds", "times_per_day")
        if of_counts or asked is None:
            return of_counts
    half = (asked / 2).quantize(_WHOLE if asked >= 2 else _TENTH, ROUND_FLOOR)
    return {field: half} if half else {}


def _first_half(dose: ExerciseDose | ActivityDose, *fields: str) -> dict[str, Any]:
    """Return half of the first of these counts that can be halved."""
    for field in fields:
        count: int | None = getattr(dose, field)
        if count is not None and count > 1:
            return {field: count // 2}
    return {}


def _half(n: int | None) -> int | None:
    return n if n is None else max(n // 2, 1)
