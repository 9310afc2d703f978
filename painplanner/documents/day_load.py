"""What a day asks, in words: minutes of exercise, and apart from them what goes by the clock, such as sitting."""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.core.dose import ActivityDose, minutes_a_day
from painplanner.core.home_items import is_timed
from painplanner.core.plan import Item
from painplanner.documents.dose_words import minutes, times_a_day
from painplanner.documents.sheet_items import whole_minutes
from painplanner.documents.words import Words


def by_feel(items: Sequence[Item]) -> int:
    """Return the minutes a day of exercises, 0 while a number that counts is still open."""
    return whole_minutes([item for item in items if not is_timed(item)])


def by_the_clock(items: Sequence[Item], w: Words) -> tuple[str, ...]:
    """Return "16 minutes by the clock, 6 times a day" for each such activity; those done once a day together.

    Six times 16 minutes of sitting, said as 96 minutes, would read as an hour and a half of work. Nothing is said while
    a number that counts is still open.
    """
    timed = [item for item in items if is_timed(item)]
    if not whole_minutes(timed):
        return ()
    often = [item.dose for item in timed if isinstance(item.dose, ActivityDose) and (item.dose.times_per_day or 1) > 1]
    each = [_each_time(dose, dose.times_per_day or 1, w) for dose in often]
    once = whole_minutes([item for item in timed if item.dose not in often])
    together = w.t.ngettext("{n} minute a day by the clock", "{n} minutes a day by the clock", once).format(n=once)
    return (*each, together) if once else tuple(each)


def _each_time(dose: ActivityDose, times: int, w: Words) -> str:
    part = minutes(minutes_a_day(dose) / times, w)
    return w.t.gettext("{minutes} by the clock, {times}").format(minutes=part, times=times_a_day(times, w))
