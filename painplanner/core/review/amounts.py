"""What was typed for a medicine, as an amount of a day; nothing here is ever filled in from a reference."""

from __future__ import annotations

from decimal import Decimal

from painplanner.core.dose import MedicineDose, TimeOfDay
from painplanner.core.review.sight import Treatment

_TO_MILLIGRAMS = {"mg": Decimal(1), "g": Decimal(1000), "mcg": Decimal("0.001")}
_DAY_WORDS = frozenset({"day", "d", "a", "per", "daily", "24", "h"})
_HOUR_WORDS = frozenset({"h", "hr", "hour", "hours"})


def typed_dose(treatment: Treatment) -> MedicineDose:
    """Return what was typed, an empty dose for nothing."""
    dose = treatment.item.dose
    return dose if isinstance(dose, MedicineDose) else MedicineDose()


def daily_amount(treatment: Treatment) -> Decimal | None:
    """Return the typed amount of a day, as-needed ones at their most; `None` while anything of it is not typed."""
    dose = typed_dose(treatment)
    times = dose.times_per_day or len([time for time in dose.times if time is not TimeOfDay.AS_NEEDED])
    return dose.amount * times if dose.amount is not None and times else None


def daily_milligrams(treatment: Treatment) -> Decimal | None:
    """Return the typed milligrams of a day, `None` for what is no weight or is a rate of an hour."""
    unit = typed_dose(treatment).unit
    daily, factor = daily_amount(treatment), _TO_MILLIGRAMS.get(unit_of_a_day(unit))
    return daily * factor if daily is not None and factor is not None and not is_a_rate(unit) else None


def unit_of_a_day(unit: str) -> str:
    """Return a unit without the words for a day, so that typed mg and a maximum in mg/day compare."""
    return " ".join(word for word in unit.lower().replace("/", " ").split() if word not in _DAY_WORDS)


def is_a_rate(unit: str) -> bool:
    """Tell whether a unit is one of an hour, as on a patch; mcg/h, but not mg/24 h."""
    words = unit.lower().replace("/", " ").split()
    return "24" not in words and not _HOUR_WORDS.isdisjoint(words)
