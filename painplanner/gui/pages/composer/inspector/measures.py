"""Finding a measure by its name, and the new criterion that asks about it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from painplanner.core.measure import Criterion, Measure, MeasureKind, Reading
from painplanner.core.progress.standing import Standing, at_side


def new_criterion(measure: Measure, readings: Sequence[Reading]) -> Criterion:
    """Return a criterion of a measure; where the patient stood when it was last measured is its value now."""
    mine = sorted((r for r in readings if r.measure == measure.id), key=lambda reading: reading.on)
    last = mine[-1] if mine else None
    now = _stood(measure, [r for r in mine if last and (r.activity, r.side) == (last.activity, last.side)])
    return Criterion(
        measure=measure.id,
        name=measure.name,
        plain_name=measure.plain_name,
        unit=measure.unit,
        better=measure.better,
        activity=last.activity if last is not None else "",
        side=last.side if last is not None else None,
        baseline=now,
        baseline_on=last.on if last is not None and now is not None else None,
    )


def _stood(measure: Measure, mine: Sequence[Reading]) -> Decimal | None:
    """Return the number of the last day or week; one yes or no says nothing of a week."""
    if not mine:
        return None
    found = at_side(measure, mine, mine[-1].on)
    if isinstance(found, Standing):
        return found.value
    return None if measure.kind is MeasureKind.YES_NO else mine[-1].middle
