"""The medicines of a plan by time of day: what is taken when, as a table or, on narrow lines, a box for each time.

Only what a clinician typed is said. A dose that names no time of day gets boxes to mark with the patient; none is ever
invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from painplanner.core.dose import TimeOfDay
from painplanner.core.practice import PaperSize
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Column,
    GridDay,
    Heading,
    LogLine,
    LogTable,
    Paragraph,
    Rich,
    Table,
    rich,
)
from painplanner.documents.day_words import short_day, weekday_short
from painplanner.documents.dose_words import amount_words, item_dose, route_words, times_a_day
from painplanner.documents.medicine_boxes import starts_on
from painplanner.documents.medicines_taken import FIXED, Taken
from painplanner.documents.plan_words import patient_name
from painplanner.documents.request import Request
from painplanner.documents.words import BLANK, Words, capital, sentence

_NARROW = frozenset({PaperSize.A5, PaperSize.A6})
_WEEK = 7


def times_blocks(medicines: Sequence[Taken], request: Request, w: Words) -> tuple[Block, ...]:
    """Return what is taken when, what is still to be marked, and what changes on which day."""
    timed = [one for one in medicines if not one.is_open and not one.is_rescue]
    opened = [one for one in medicines if one.is_open and not one.is_rescue]
    is_narrow = request.patient.large_print or request.practice.paper in _NARROW
    blocks: list[Block] = []
    if timed:
        said = _by_time(timed, w) if is_narrow else (_table(timed, w),)
        blocks += [Heading(w.t.gettext("When to take what")), *said]
    if opened:
        blocks += _to_mark(opened, w, is_narrow=is_narrow)
    return (*blocks, *(block for one in medicines if one.later for block in _changes(one, w)))


def _time(time: TimeOfDay, w: Words) -> str:
    t = w.t
    return {
        TimeOfDay.MORNING: t.gettext("Morning"),
        TimeOfDay.NOON: t.gettext("Noon"),
        TimeOfDay.EVENING: t.gettext("Evening"),
        TimeOfDay.BEDTIME: t.gettext("Bedtime"),
        TimeOfDay.AS_NEEDED: t.gettext("Only if you need it"),
    }[time]


def _table(medicines: Sequence[Taken], w: Words) -> Table:
    needed = any(one.is_as_needed for one in medicines)
    times = (*FIXED, TimeOfDay.AS_NEEDED) if needed else FIXED
    heads = (w.t.gettext("Medicine"), *(_time(time, w) for time in times))
    rows = tuple((_named(one, w), *(rich(_cell(one, time, w)) for time in times)) for one in medicines)
    caption = w.t.gettext("Each medicine with how much of it to take at which time of day.")
    return Table(tuple(Column(head) for head in heads), rows, caption)


def _named(one: Taken, w: Words) -> Rich:
    """Return a medicine with how it is taken, and from when where that is not yet."""
    how = route_words(one.dose.route, w)
    said = " ".join(part for part in (sentence(how), starts_on(one.start, w)) if part)
    return rich("", patient_name(one.item, w), f" {said}" if said else "")


def _cell(one: Taken, time: TimeOfDay, w: Words) -> str:
    if time not in one.dose.times:
        return ""
    return _with_most(amount_words(one.dose, w) or BLANK, one, time, w)


def _with_most(amount: str, one: Taken, time: TimeOfDay, w: Words) -> str:
    return f"{amount}. {_most(one, w)}" if time is TimeOfDay.AS_NEEDED else amount


def _most(one: Taken, w: Words) -> str:
    """Return the most times a day it may be taken, a blank where that was not typed."""
    most = one.dose.times_per_day
    shown = BLANK if most is None else str(most)
    return w.t.ngettext("No more than {n} time a day.", "No more than {n} times a day.", most or 2).format(n=shown)


def _by_time(medicines: Sequence[Taken], w: Words) -> tuple[Block, ...]:
    """Return a list for each time of day at which something is taken."""
    blocks: list[Block] = []
    for time in (*FIXED, TimeOfDay.AS_NEEDED):
        lines = [
            rich("", patient_name(one.item, w), f": {_said(one, time, w)}")
            for one in medicines
            if time in one.dose.times
        ]
        blocks += [Heading(_time(time, w), level=3), Bullets(tuple(lines))] if lines else []
    return tuple(blocks)


def _said(one: Taken, time: TimeOfDay, w: Words) -> str:
    amount = amount_words(one.dose, w) or BLANK
    how = route_words(one.dose.route, w)
    said = _with_most(f"{amount}, {how}" if how else amount, one, time, w)
    return " ".join(part for part in (sentence(said), starts_on(one.start, w)) if part)


def _to_mark(medicines: Sequence[Taken], w: Words, *, is_narrow: bool) -> tuple[Block, ...]:
    """Return boxes for the times of day that were not typed, to be marked with the patient."""
    t = w.t
    heading = Heading(t.gettext("Mark the times with us"))
    if is_narrow:
        boxes = tuple(rich(_time(time, w)) for time in FIXED)
        lists = [block for one in medicines for block in (Paragraph(_how_often(one, w)), Bullets(boxes, mark="box"))]
        return (heading, *lists)
    heads = (Column(t.gettext("Medicine")), *(Column(_time(time, w), "box") for time in FIXED))
    rows = tuple((_how_often(one, w), *(rich("") for _time_of_day in FIXED)) for one in medicines)
    return (heading, Table(heads, rows, t.gettext("Each medicine with a box for each time of day, to mark with us.")))


def _how_often(one: Taken, w: Words) -> Rich:
    """Return what was typed of a medicine, how often a day with a blank where that was not."""
    often = "" if one.dose.times_per_day else f", {times_a_day(None, w)}"
    start = starts_on(one.start, w)
    return rich("", patient_name(one.item, w), f": {item_dose(one.item, w)}{often}.{f' {start}' if start else ''}")


def _changes(one: Taken, w: Words) -> tuple[Block, ...]:
    """Return the days on which the amount of a medicine changes, in order."""
    t = w.t
    entries = (one, *one.later)
    lines: list[Rich] = []
    for entry, after in zip(entries, (*one.later, None), strict=True):
        last = after.start - timedelta(days=1) if after is not None else entry.end
        span = t.gettext("From {first} to {last}:") if last is not None else t.gettext("From {first}:")
        days = span.format(first=short_day(entry.start, w), last=short_day(last, w) if last is not None else "")
        lines.append(rich("", days, f" {item_dose(entry.item, w)}."))
    heading = t.gettext("{name}: it changes by date").format(name=capital(patient_name(one.item, w)))
    return (Heading(heading), Bullets(tuple(lines), mark="number"))


def tick_table(medicines: Sequence[Taken], request: Request, w: Words) -> tuple[Block, ...]:
    """Return a week with a box for each day and time of day of what is taken every day."""
    t, days = w.t, [request.start + timedelta(days=n) for n in range(_WEEK)]
    rows = [row for one in medicines if not one.is_open for row in _tick_rows(one, days, w)]
    rows = [row for row in rows if any(row.asked)]
    if not rows:
        return ()
    first, last = short_day(days[0], w), short_day(days[-1], w)
    title = t.gettext("Tick a box when you took it: {first} to {last}").format(first=first, last=last)
    caption = t.gettext("A box for each medicine and day, from {first} to {last}.").format(first=first, last=last)
    heads = tuple(GridDay(weekday=weekday_short(when, w)) for when in days)
    return (Heading(title), LogTable(heads, tuple(rows), caption))


def _tick_rows(one: Taken, days: Sequence[date], w: Words) -> list[LogLine]:
    """Return a row for each time of day, of a medicine that changes for each of its amounts."""
    rows: list[LogLine] = []
    entries = (one, *one.later)
    for entry, after in zip(entries, (*one.later, None), strict=True):
        ends = after.start - timedelta(days=1) if after is not None else entry.dose.trial_end
        asked = tuple(entry.start <= when <= (ends or when) for when in days)
        amount = amount_words(entry.dose, w) or BLANK
        rows += [
            LogLine(patient_name(entry.item, w), asked, note=f"{_time(time, w)}, {amount}") for time in entry.fixed
        ]
    return rows
