"""Dates and times as people type and read them: months by name, no guessing of day and month without the locale."""

from __future__ import annotations

import re
from datetime import date, time

from PySide6.QtCore import QDate, QLocale

from painplanner.core.values import Impossible
from painplanner.text import _, pgettext

_CLOCK = re.compile(r"^\s*(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(am|pm)?\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+|\d+")


def day_words(day: date, *, weekday: bool = False) -> str:
    """Write a date with its month by name: "3 Aug 1978", or "Mon 3 Aug 1978"."""
    form = "ddd d MMM yyyy" if weekday else "d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def long_day_words(day: date) -> str:
    """Write a date in full: "Monday 3 August 1978"; a language may put words between its parts."""
    form = pgettext("form of a date", "dddd d MMMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


FAR_DAYS = 270
"""Beyond so many days a date without its year could be meant otherwise."""


def near_day_words(day: date, today: date, *, weekday: bool = False) -> str:
    """Write a date without its year where the year goes without saying: "3 Aug", or "Mon 3 Aug"."""
    if abs((day - today).days) > FAR_DAYS:
        return day_words(day, weekday=weekday)
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM" if weekday else "d MMM")


def span_words(start: date, end: date | None, today: date) -> str:
    """Write the days of a step: "Thu 15 Jan – 15 Feb", "Tue 13 Jan", or "from Mon 2 Mar" while it has no end."""
    first = near_day_words(start, today, weekday=True)
    if end is None:
        return _("from {day}").format(day=first)
    return first if end == start else f"{first} – {near_day_words(end, today)}"


def read_day(text: str, *, today: date, ahead: bool = False) -> date | None:
    """Read a typed date; `None` for an empty field.

    Understands 1978-08-03, 3 Aug 1978, Aug 3 1978, and 8/3/1978 in the order of the locale. A year of two digits is
    the past one; with `ahead`, for dates that are planned, it is the near one, and without a year the next such day is
    meant. Raises Impossible("date-unreadable").
    """
    parts = _WORD.findall(text)
    if not parts:
        return None
    try:
        return _ahead(parts, today) if ahead else _from_parts(parts, today)
    except (ValueError, IndexError):
        raise Impossible("date-unreadable", "date", text=text) from None


def _ahead(parts: list[str], today: date) -> date:
    if len(parts) == 2:
        years = range(today.year, today.year + 9)  # nine years hold a 29 February even around a turn of the century
        days = (_day_or_none([*parts, str(year)], today) for year in years)
        return next((day for day in days if day is not None and day >= today), None) or _from_parts(parts, today)
    return _from_parts(parts, today.replace(year=today.year // 100 * 100 + 99, day=1))


def _day_or_none(parts: list[str], today: date) -> date | None:
    try:
        return _from_parts(parts, today)
    except (ValueError, IndexError):
        return None


def _from_parts(parts: list[str], today: date) -> date:
    month_words = [part for part in parts if not part.isdigit()]
    numbers = [int(part) for part in parts if part.isdigit()]
    if len(parts) == 1 and len(parts[0]) == 8:
        return date(int(parts[0][:4]), int(parts[0][4:6]), int(parts[0][6:]))
    if len(parts) != 3:
        raise ValueError(parts)
    if month_words:
        day, year = (numbers[1], numbers[0]) if len(parts[0]) == 4 else (numbers[0], numbers[1])
        return date(_full_year(year, today), _month(month_words[0]), day)
    if len(parts[0]) == 4:
        return date(numbers[0], numbers[1], numbers[2])
    day, month = (numbers[1], numbers[0]) if _month_first() else (numbers[0], numbers[1])
    return date(_full_year(numbers[2], today), month, day)


def _full_year(year: int, today: date) -> int:
    if year > 99:
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year else century - 100 + year


def _month(word: str) -> int:
    typed = word.casefold()
    for locale in (QLocale(), QLocale(QLocale.Language.English)):
        for number in range(1, 13):
            name = locale.monthName(number, QLocale.FormatType.LongFormat).casefold()
            short = locale.monthName(number, QLocale.FormatType.ShortFormat).casefold().rstrip(".")
            if len(typed) >= 3 and (name.startswith(typed) or short == typed):
                return number
    raise ValueError(word)


def _month_first() -> bool:
    """Tell the order of the computer, whatever language the window speaks: 8/3 is one day for everyone at a desk."""
    form = QLocale.system().dateFormat(QLocale.FormatType.ShortFormat)
    return form.find("M") < form.find("d")


def read_clock(text: str) -> time | None:
    """Read a time of day: 14:30, 2:30 pm, 9. Raises Impossible `time-unreadable`."""
    if not text.strip():
        return None
    found = _CLOCK.match(text)
    if found is None:
        raise Impossible("time-unreadable", "at", text=text)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise Impossible("time-unreadable", "at", text=text)
    return time(hour, minute)
