"""What a day asks, in words: minutes of exercise, and apart from them what goes by the clock, such as sitting."""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.core.dose import ActivityDose, minutes_a_day
from painplanner.core.plan import Item
from painplanner.documents.dose_words import minutes, times_a_day
from painplanner.documents.sheet_items import is_timed, whole_minutes
from painplanner.documents.words import Words


def by_feel(items: Sequence[Item]) -> int:
    """Return the minutes a day of exercises, 0 while a number that counts is still open."""
    return whole_minutes([item for item in items if not is_timed(item)])


def by_the_clock(items: Sequence[Item], w: Words) -> str:
    """Return "16 minutes by the clock, 6 times a day"; several such activities as their minutes together.

    Six times 16 minutes of sitting, said as 96 minutes, would read as an hour and a half of work.
    """
    timed = [item.dose for item in items if isinstance(item.dose, ActivityDose)]
    total = whole_minutes([item for item in items if is_timed(item)])
    if not total:
        return ""
    times = timed[0].times_per_day if len(timed) == 1 else None
    if times is not None and times > 1:
        each = minutes(minutes_a_day(timed[0]) / times, w)
        return w.t.gettext("{minutes} by the clock, {times}").format(minutes=each, times=times_a_day(times, w))
    return w.t.ngettext("{n} minute a day by the clock", "{n} minutes a day by the clock", total).format(n=total)
