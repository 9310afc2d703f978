"""Dates in words without Qt: months by name, never a bare number that could be read the other way round."""

from __future__ import annotations

from datetime import date

from painplanner.text import _, pgettext


def month_names() -> tuple[str, ...]:
    """Return the short names of the months."""
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), pgettext("short month", "May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip


def day_words(day: date) -> str:
    """Write a date: "3 Aug 2026"."""
    return f"{day.day} {month_names()[day.month - 1]} {day.year}"


def in_words(text: str) -> str:
    """Write an argument that is an ISO date as a day, and leave every other one as it is."""
    try:
        return day_words(date.fromisoformat(text)) if len(text) == 10 else text
    except ValueError:
        return text
