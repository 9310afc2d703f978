"""The templates of the library stand up to the review: what is left open is only what a patient brings."""

from __future__ import annotations

from datetime import date

import pytest

from painplanner.core.edits import plan_from_template
from painplanner.core.findings import Severity
from painplanner.core.ids import counting_ids
from painplanner.core.patient import Coded, Patient, RedFlags, SafetyAnswers
from painplanner.core.plan import Plan
from painplanner.core.review import review
from painplanner.core.values import Answer, replace
from painplanner.services.library import read_library

TODAY = date(2026, 1, 14)
NO = Answer.NO
WELL = Patient(
    id="patient",
    birth_date=date(1978, 8, 3),
    allergies_answer=NO,
    red_flags=RedFlags(overall=NO),
    safety=SafetyAnswers(
        blood_thinner=NO, pregnancy=NO, kidney_disease=NO, osteoporosis=NO, implanted_device=NO, fall_risk=NO
    ),
)
TYPED_FOR_EACH_PATIENT = {
    "plan-side-unset", "needle-without-side", "needle-without-site", "target-unknown", "medicine-without-dose",
}  # fmt: skip
LIBRARY = read_library()[0]


def made_from(template: str) -> Plan:
    return plan_from_template(
        LIBRARY.templates[template], LIBRARY, counting_ids(), patient="patient", today=TODAY, number=1
    )


@pytest.mark.parametrize("template", sorted(LIBRARY.templates))
def test_a_template_leaves_open_only_what_is_typed_for_each_patient(template: str) -> None:
    seen = review(made_from(template), WELL, LIBRARY, TODAY)
    assert {finding.code for finding in seen} <= TYPED_FOR_EACH_PATIENT
    assert all(finding.severity is not Severity.STOP for finding in seen)


def test_the_man_with_sciatica_on_a_blood_thinner_stops_at_the_needle_until_there_is_a_plan_for_it() -> None:
    plan = made_from("template.sciatica")
    thinned = replace(WELL, medicines=(Coded(code="medicine.apixaban"),))
    assert next(f.code for f in review(plan, thinned, LIBRARY, TODAY)) == "spine-needle-blood-thinner"


def test_without_its_checkpoint_the_epidural_asks_for_a_look_in_two_to_three_weeks() -> None:
    plan = replace(made_from("template.sciatica"), checkpoints=())
    look = next(f for f in review(plan, WELL, LIBRARY, TODAY) if f.code == "epidural-without-look")
    assert (look.arg("first"), look.arg("last")) == ("14", "21")
