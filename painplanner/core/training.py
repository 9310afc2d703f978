"""What trains what is measured: an item and a measure are of one thing, and count in the same unit, by their names.

The ids of measures are English and end in what they count; the words of names are compared in `core.likeness`.
"""

from __future__ import annotations

from painplanner.core.dose import ActivityDose
from painplanner.core.likeness import is_about
from painplanner.core.plan import Item

_STEPS = "steps"
_MINUTES = "minutes"


def trains(item: Item, measure: str, activity: str = "") -> bool:
    """Tell whether an item trains what a measure or an activity asks: ids, or the patient's words, share a stem."""
    trained = item.source or " ".join(texts.name for texts in item.texts)
    return is_about(trained, f"{measure} {activity}")


def counts_minutes(measure: str) -> bool:
    """Tell whether a measure counts minutes."""
    return _MINUTES in measure


def counts_alike(item: Item, measure: str) -> bool:
    """Tell whether a measure counts what the dose of an activity counts: minutes, or the steps of a day."""
    dose = item.dose
    if not isinstance(dose, ActivityDose):
        return False
    if dose.minutes is None and dose.distance is not None:
        return _STEPS in measure and dose.distance_unit == _STEPS
    return counts_minutes(measure)
