"""A dose one move up or down: which number changes, by how much, and where it stops. Why it moves is not known here.

The sizes are defaults of the product [D] within the ranges that the rules of `core.progression` name.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_DOWN, Decimal
from typing import Any

from painplanner.core.dose import ActivityDose, ExerciseDose
from painplanner.core.graded import graded_amount, with_amount
from painplanner.core.library import DoseRange
from painplanner.core.values import replace

SHARE_DOWN = Decimal("0.75")
SHARE_UP = Decimal("1.1")
SHARE_OF_TOLERATED = Decimal("0.8")
TENDON_REPS = (15, 12, 10, 8, 6)

_MORE_REPS, _MOST_REPS, _MOST_SETS = 2, 15, 3
_MORE_HOLD, _MOST_HOLD = 5, 45
_MORE_LOAD, _MOST_SHARE_OF_LOAD, _HALF = Decimal("1.05"), Decimal("0.1"), Decimal("0.5")
_HOLD_ALONE = 10
_GLIDE_SETS, _GLIDE_TIMES = 3, 3

Top = dict[str, Decimal]


def tops(ranges: tuple[DoseRange, ...]) -> Top:
    """Return the upper end of each field that has a range."""
    return {one.field: one.high for one in ranges if one.high is not None}


def less(dose: ExerciseDose | ActivityDose) -> ExerciseDose | ActivityDose | None:
    """Return a dose by a quarter smaller: its load, else its repetitions or seconds, else a round less.

    `None` where nothing is left to take away.
    """
    if isinstance(dose, ActivityDose):
        amount = graded_amount(dose)
        smaller = _part(amount, SHARE_DOWN) if amount else None
        return with_amount(dose, smaller) if smaller else None
    changes = _less(dose)
    return replace(dose, **changes) if changes else None


def _less(dose: ExerciseDose) -> dict[str, Any]:
    if dose.load:
        lighter = (dose.load * SHARE_DOWN / _HALF).to_integral_value(ROUND_FLOOR) * _HALF
        if lighter:
            return {"load": lighter}
    most = dose.reps_to or dose.reps or 0
    if most > 3:
        return {"reps": _fewer(dose.reps), "reps_to": _fewer(dose.reps_to)}
    for field in ("duration_s", "hold_s"):
        seconds: int = getattr(dose, field) or 0
        if seconds >= _HOLD_ALONE:
            return {field: max(int(seconds * SHARE_DOWN) // 5 * 5, 5)}
    for field in ("sets", "times_per_day"):
        count: int = getattr(dose, field) or 0
        if count > 1:
            return {field: count - 1}
    return {}


def _fewer(reps: int | None) -> int | None:
    return None if reps is None else max(int((reps * SHARE_DOWN).to_integral_value(ROUND_HALF_DOWN)), 1)


def _part(amount: Decimal, share: Decimal) -> Decimal:
    """Return a share of an amount, rounded down to what can be counted."""
    return (amount * share).quantize(Decimal(1) if amount >= 2 else Decimal("0.1"), ROUND_FLOOR)


def share_of(amount: Decimal) -> Decimal:
    """Return what to begin with where so much is tolerated: four fifths of it."""
    return _part(amount, SHARE_OF_TOLERATED)


def more_activity(dose: ActivityDose, top: Top, most: Decimal | None = None) -> ActivityDose | None:
    """Return an activity by a tenth longer, at least a minute; never past its top or `most`."""
    amount = graded_amount(dose)
    if not amount:
        return None
    small = Decimal("0.1") if dose.minutes is None and amount < 10 else Decimal(1)
    wanted = max(_part(amount, SHARE_UP), amount + small)
    rule = dose.progression
    field = "minutes" if dose.minutes is not None else "distance"
    ends = (top.get(field), rule.up_to if rule is not None else None, most)
    capped = min((wanted, *(end for end in ends if end is not None)))
    return with_amount(dose, capped) if capped > amount else None


def more_exercise(dose: ExerciseDose, top: Top) -> ExerciseDose | None:
    """Return two repetitions more, else load; of a hold 5 seconds more; of what is at its top, a round more."""
    changes = _more_time(dose, top) if (dose.reps or dose.reps_to or 1) == 1 else _more_reps(dose, top)
    changes = changes or _more_load(dose, top) or _one_more(dose, "sets", top, _MOST_SETS)
    return replace(dose, **changes) if changes else None


def _more_reps(dose: ExerciseDose, top: Top) -> dict[str, Any]:
    most = dose.reps_to or dose.reps or 0
    high = int(top.get("reps_to" if dose.reps_to else "reps", Decimal(_MOST_REPS)))
    step = min(_MORE_REPS, high - most)
    if step <= 0:
        return {}
    return {field: n + step for field in ("reps", "reps_to") if (n := getattr(dose, field)) is not None}


def _more_time(dose: ExerciseDose, top: Top) -> dict[str, Any]:
    for field in ("duration_s", "hold_s"):
        seconds: int = getattr(dose, field) or 0
        high = int(top.get(field, Decimal(_MOST_HOLD)))
        if seconds >= _HOLD_ALONE and seconds < high:
            return {field: min(seconds + _MORE_HOLD, high)}
    return {}


def _more_load(dose: ExerciseDose, top: Top) -> dict[str, Any]:
    """Return 5 % more load in halves; nothing where half a unit would be more than a tenth of it."""
    if not dose.load or _HALF / dose.load > _MOST_SHARE_OF_LOAD:
        return {}
    heavier = (dose.load * _MORE_LOAD / _HALF).to_integral_value(ROUND_CEILING) * _HALF
    return {"load": heavier} if heavier <= top.get("load", Decimal(500)) else {}


def _one_more(dose: ExerciseDose, field: str, top: Top, most: int) -> dict[str, Any]:
    count: int | None = getattr(dose, field)
    return {field: count + 1} if count is not None and count < int(top.get(field, Decimal(most))) else {}


def more_tendon(dose: ExerciseDose, top: Top) -> ExerciseDose | None:
    """Return the next load of a tendon: fewer repetitions with more weight; a hold longer, then once more."""
    if (dose.reps or 1) == 1 and dose.reps_to in {None, 1}:
        changes = _more_time(dose, top) or _one_more(dose, "sets", top, 5)
        return replace(dose, **changes) if changes else None
    heavier = _more_load(dose, top)
    if not heavier:
        reps = _more_reps(dose, top) if dose.load is None else {}
        return replace(dose, **reps) if reps else None
    most = dose.reps_to or dose.reps or TENDON_REPS[0]
    fewer = next((n for n in TENDON_REPS if n < most), None)
    if fewer is None:
        return replace(dose, **heavier)
    return replace(dose, **heavier, reps=fewer, reps_to=None)


def more_glide(dose: ExerciseDose, top: Top, *, is_tensioner: bool = False) -> ExerciseDose | None:
    """Return one round more up to 3, then once more a day up to 3; a tensioner stays at once a day."""
    changes = _one_more(dose, "sets", top, _GLIDE_SETS)
    if not changes and not is_tensioner:
        changes = _one_more(dose, "times_per_day", top, _GLIDE_TIMES)
    return replace(dose, **changes) if changes else None
