"""The usual range of a dose in words, as it stands beside the fields and in the library."""

from __future__ import annotations

from decimal import Decimal

from painplanner.core.library import DoseRange
from painplanner.core.values import plain
from painplanner.text import _


def range_line(ranges: tuple[DoseRange, ...]) -> str:
    """Return the usual range of a dose in one line: "2 to 4 sets · 8 to 15 repetitions"."""
    return " · ".join(_range_words(one) for one in ranges if one.low is not None or one.high is not None)


def _range_words(one: DoseRange) -> str:
    known = {
        "sets": _("{n} sets"),
        "reps": _("{n} repetitions"),
        "reps_to": _("at most {n} repetitions"),
        "hold_s": _("hold {n} s"),
        "duration_s": _("{n} s"),
        "times_per_day": _("{n} times a day"),
        "days_per_week": _("{n} days a week"),
        "minutes": _("{n} min"),
        "rounds": _("{n} rounds"),
        "sessions": _("{n} sessions"),
        "visits": _("{n} visits"),
        "per_week": _("{n} a week"),
        "weeks": _("{n} weeks"),
    }
    words = known.get(one.field, one.field.replace("_", " ") + " {n}")
    return words.format(n=_span(one.low, one.high))


def _span(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        number = plain(high if low is None else low)  # type: ignore[arg-type]
        return _("up to {n}").format(n=number) if low is None else _("from {n}").format(n=number)
    return plain(low) if low == high else _("{low} to {high}").format(low=plain(low), high=plain(high))
