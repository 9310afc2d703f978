"""Reading a typed line into a dose of the kind that stands there."""

from __future__ import annotations

from typing import Any

from painplanner.core.dose import AnyDose, ExerciseDose, Progression
from painplanner.core.dose_text.kinds import CARRIED, RULES
from painplanner.core.dose_text.tokens import read
from painplanner.core.graded import progression_of
from painplanner.core.values import Impossible, replace


def parse_dose(text: str, base: AnyDose) -> AnyDose:
    """Read a line into a dose of the kind of `base`.

    What a line can say and does not is unset; side and place stay as in `base` unless they are typed, and so does what
    no line says (note, trial end, the day a progression is counted from).

    Raises Impossible: `dose-unreadable`, or the field's own for a number out of range.
    """
    kind = type(base)
    blank = kind()
    fields: dict[str, Any] = {field: getattr(blank, field) for field in CARRIED[kind]}
    progression: dict[str, Any] = {}
    for field, value in read(text, RULES[kind]).items():
        name, _, part = field.partition(".")
        if part:
            progression[part] = value
        else:
            fields[name] = value
    if progression:
        former = progression_of(base)
        fields["progression"] = Progression(**progression, since=former.since if former is not None else None)
    dose: AnyDose = replace(base, **fields)
    _check_range(dose)
    return dose


def _check_range(dose: AnyDose) -> None:
    if isinstance(dose, ExerciseDose) and dose.reps and dose.reps_to and dose.reps_to < dose.reps:
        raise Impossible("range-upside-down", "reps_to", low=dose.reps, high=dose.reps_to)
