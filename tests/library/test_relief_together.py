"""A procedure is judged by relief, how long it lasted and function together: none stands for the others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from painplanner.core.checkpoint import Checkpoint, Combine, Outcome
from painplanner.core.measure import Criterion, Reading, Target
from painplanner.core.progress.judge import judge
from painplanner.services.library import read_library

TODAY = date(2026, 3, 2)
ASKED = {"measure.procedure_relief": 50, "measure.relief_weeks": 12, "measure.chair_stand_30s": 12}
BASELINE = {"measure.chair_stand_30s": Decimal(8)}


def checkpoint() -> Checkpoint:
    criteria = tuple(
        Criterion(
            measure=measure,
            baseline=BASELINE.get(measure, Decimal(0)),
            baseline_on=date(2025, 11, 1),
            target=Target(amount=Decimal(amount)),
        )
        for measure, amount in ASKED.items()
    )
    return Checkpoint(id="check", combine=Combine.ALL, criteria=criteria)


@pytest.mark.parametrize(
    ("relief", "weeks", "stands", "outcome"),
    [
        (60, 14, 13, Outcome.MET),
        (60, 2, 8, Outcome.PARTLY),
        (60, 14, 8, Outcome.PARTLY),
        (10, 1, 8, Outcome.NOT_MET),
        (60, 14, None, None),
    ],
)
def test_relief_duration_and_function_count_together(
    relief: int, weeks: int, stands: int | None, outcome: Outcome | None
) -> None:
    measures = read_library()[0].measures
    found = zip(ASKED, (relief, weeks, stands), strict=True)
    readings = tuple(
        Reading(id=measure, patient="p", measure=measure, on=TODAY, value=Decimal(value))
        for measure, value in found
        if value is not None
    )
    assert judge(checkpoint(), measures, readings, TODAY).outcome is outcome
