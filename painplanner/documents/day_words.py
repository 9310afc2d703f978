"""Days and hours in the language of a paper: months and weekdays by name, never a bare number that reads two ways."""

from __future__ import annotations

from datetime import date, time

from painplanner.documents.words import Words


def day(when: date, w: Words) -> str:
    """Write a day: "Thursday, January 15"; the year only when it is not the year of the paper."""
    if when.year != w.today.year:
        return w.t.gettext("{weekday}, {month} {day}, {year}").format(**_parts(when, w))
    return w.t.gettext("{weekday}, {month} {day}").format(**_parts(when, w))


def full_day(when: date, w: Words) -> str:
    """Write a day with its year: "August 3, 1978"."""
    return w.t.gettext("{month} {day}, {year}").format(**_parts(when, w))


def short_day(when: date, w: Words) -> str:
    """Write a day without its weekday: "January 15"; the year only when it is not the year of the paper."""
    if when.year != w.today.year:
        return full_day(when, w)
    return w.t.gettext("{month} {day}").format(**_parts(when, w))


def brief_span(first: date, last: date | None, w: Words) -> str:
    """Write days from and to in little room: "Feb 16 to Mar 8"; months by their short names."""
    if last is None:
        return w.t.gettext("from {day}").format(day=brief_day(first, w))
    if last == first:
        return brief_day(first, w)
    return w.t.pgettext("brief", "{first} to {last}").format(first=brief_day(first, w), last=brief_day(last, w))


def brief_day(when: date, w: Words) -> str:
    """Write a day in little room: "Feb 16"; the year only when it is not the year of the paper."""
    parts = {**_parts(when, w), "month": _short_months(w)[when.month - 1]}
    if when.year != w.today.year:
        return w.t.pgettext("brief", "{month} {day}, {year}").format(**parts)
    return w.t.pgettext("brief", "{month} {day}").format(**parts)


def clock(at: time, w: Words) -> str:
    """Write an hour of the day: "10:30 am"."""
    half = w.t.gettext("am") if at.hour < 12 else w.t.gettext("pm")
    return f"{at.hour % 12 or 12}:{at.minute:02} {half}"


def weekday(when: date, w: Words) -> str:
    """Return the name of a weekday: "Thursday"."""
    return _weekdays(w)[when.weekday()]


def weekday_short(when: date, w: Words) -> str:
    """Return the short name of a weekday, as it stands above a column of a tick grid."""
    t = w.t
    names = (
        t.gettext("Mon"), t.gettext("Tue"), t.gettext("Wed"), t.gettext("Thu"),
        t.gettext("Fri"), t.gettext("Sat"), t.gettext("Sun"),
    )  # fmt: skip
    return names[when.weekday()]


def _parts(when: date, w: Words) -> dict[str, object]:
    return {
        "weekday": _weekdays(w)[when.weekday()],
        "month": _months(w)[when.month - 1],
        "day": when.day,
        "year": when.year,
    }


def _weekdays(w: Words) -> tuple[str, ...]:
    t = w.t
    return (
        t.gettext("Monday"), t.gettext("Tuesday"), t.gettext("Wednesday"), t.gettext("Thursday"),
        t.gettext("Friday"), t.gettext("Saturday"), t.gettext("Sunday"),
    )  # fmt: skip


def _months(w: Words) -> tuple[str, ...]:
    t = w.t
    return (
        t.gettext("January"), t.gettext("February"), t.gettext("March"), t.gettext("April"),
        t.pgettext("month", "May"), t.gettext("June"), t.gettext("July"), t.gettext("August"),
        t.gettext("September"), t.gettext("October"), t.gettext("November"), t.gettext("December"),
    )  # fmt: skip


def _short_months(w: Words) -> tuple[str, ...]:
    t = w.t
    return (
        t.pgettext("brief", "Jan"), t.pgettext("brief", "Feb"), t.pgettext("brief", "Mar"), t.pgettext("brief", "Apr"),
        t.pgettext("brief", "May"), t.pgettext("brief", "June"), t.pgettext("brief", "July"),
        t.pgettext("brief", "Aug"), t.pgettext("brief", "Sept"), t.pgettext("brief", "Oct"),
        t.pgettext("brief", "Nov"), t.pgettext("brief", "Dec"),
    )  # fmt: skip
