"""Typed doses against kidneys and age, where a recorded fact makes a limit of the label certain."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from core.review.made import codes, entry, found, has, library, medicine, patient, plan, step

from painplanner.core.findings import Severity
from painplanner.core.patient import Patient
from painplanner.core.plan import Plan
from painplanner.core.values import Answer

KIDNEY = patient(safety={"kidney_disease": Answer.YES})
DIALYSIS = patient(conditions=has("dialysis"))
EPILEPSY = patient(conditions=has("epilepsy"))
AT_75, AT_76 = patient(birth_date=date(1950, 1, 15)), patient(birth_date=date(1950, 1, 14))


def taken(name: str, amount: str, times: int = 1, unit: str = "mg") -> Plan:
    return plan(step(medicine(name, amount=Decimal(amount), unit=unit, times_per_day=times)))


@pytest.mark.parametrize(
    ("of", "who", "limit"),
    [
        (taken("gabapentin", "300", 4), KIDNEY, ""),
        (taken("gabapentin", "1400"), KIDNEY, ""),
        (taken("gabapentin", "600", 3), KIDNEY, "1400"),
        (taken("gabapentin", "0.6", 3, "g"), KIDNEY, "1400"),
        (taken("gabapentin", "300"), DIALYSIS, ""),
        (taken("gabapentin", "300", 2), DIALYSIS, "300"),
        (taken("pregabalin", "150", 2), KIDNEY, ""),
        (taken("pregabalin", "150", 3), KIDNEY, "300"),
        (taken("pregabalin", "50", 2), DIALYSIS, "75"),
        (taken("gabapentin", "9000", 3), patient(), ""),
        (taken("gabapentin", "9", 3, "capsules"), KIDNEY, ""),
        (taken("gabapentin", "600", 3), patient(safety={"kidney_disease": Answer.NOT_ASKED}), ""),
        (taken("gabapentin_once_daily", "1800"), KIDNEY, ""),
    ],
)
def test_a_gabapentinoid_stays_within_its_renal_band(of: Plan, who: Patient, limit: str) -> None:
    assert ("gabapentinoid-kidney" in codes(of, who)) is bool(limit)
    if limit:
        seen = found("gabapentinoid-kidney", of, who)
        assert (seen.arg("limit"), seen.severity) == (limit, Severity.STOP)


@pytest.mark.parametrize(
    ("of", "who", "limit"),
    [
        (taken("tramadol", "100", 4), AT_76, "300"),
        (taken("tramadol", "100", 3), AT_76, ""),
        (taken("tramadol", "100", 4), AT_75, ""),
        (taken("tramadol", "100", 3), DIALYSIS, "200"),
        (taken("tramadol", "100", 2), DIALYSIS, ""),
        (taken("tramadol", "100", 3), KIDNEY, ""),
    ],
)
def test_tramadol_has_limits_over_75_and_on_dialysis(of: Plan, who: Patient, limit: str) -> None:
    assert ("tramadol-limit" in codes(of, who)) is bool(limit)
    if limit:
        assert found("tramadol-limit", of, who).arg("limit") == limit


def test_tramadol_with_seizures_stops_one_way_or_the_other() -> None:
    of = taken("tramadol", "50")
    assert found("tramadol-seizures", of, EPILEPSY).severity is Severity.STOP
    shelf = library(entry("medicine.tramadol", contraindications=("condition.epilepsy",)))
    assert found("contraindicated", of, EPILEPSY, shelf).severity is Severity.STOP
    assert "tramadol-seizures" not in codes(of, EPILEPSY, shelf)
    assert "tramadol-seizures" not in codes(of)
