"""The man with sciatica as papers for colleagues tell of him: answers, an opioid, a referral."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from documents.sciatica import GABAPENTIN, PATIENT, PLAN, PRACTICE, texts
from documents.tracked import reported, tracked_plan

from painplanner.core.dose import MedicineDose, ReferralDose, StopRule, TimeOfDay, Urgency
from painplanner.core.patient import Coded, Constraint, FreeText, Patient, RedFlagAnswer, RedFlags, SafetyAnswers
from painplanner.core.plan import Driver, Item, Plan
from painplanner.core.practice import Practice
from painplanner.core.values import Answer, replace
from painplanner.documents.request import Request

NAMES = {
    "allergy.penicillin": "Penicillin",
    "condition.diabetes": "Diabetes",
    "medicine.metformin": "Metformin",
    "red-flag.cancer": "History or signs of cancer",
    "blood-thinner": "Blood thinner",
    "pregnancy": "Pregnancy",
    "kidney-disease": "Kidney disease",
    "osteoporosis": "Osteoporosis",
    "implanted-device": "Implanted device",
    "fall-risk": "Risk of falls",
}
OFFICE: Practice = replace(PRACTICE, address="12 River Road, Riverside")
WHO: Patient = replace(
    PATIENT,
    large_print=True,
    allergies_answer=Answer.YES,
    allergies=(Coded(code="allergy.penicillin"), FreeText(text="a yellow pill")),
    conditions=(Coded(code="condition.diabetes"),),
    medicines=(Coded(code="medicine.metformin"),),
    constraints=(Constraint(text="Heavy weeks 2 and 4"),),
    safety=SafetyAnswers(
        blood_thinner=Answer.NO, pregnancy=Answer.NO, kidney_disease=Answer.NO, osteoporosis=Answer.NO,
        fall_risk=Answer.YES,
    ),
    red_flags=RedFlags(overall=Answer.NO, asked_on=date(2026, 1, 13)),
)  # fmt: skip
FLAGGED = RedFlags(
    answers=(RedFlagAnswer(flag="red-flag.cancer", answer=Answer.YES),),
    asked_on=date(2026, 1, 13),
    action="Blood tests ordered, scan on the same day",
    action_on=date(2026, 1, 14),
)
TRAMADOL = Item(
    id="item-tramadol",
    source="medicine.tramadol",
    kind="medicine",
    texts=texts("Tramadol", "Tramadol (strong pain pill)", "Tramadol"),
    drug_classes=("opioid", "cns-active"),
    dose=MedicineDose(
        amount=Decimal(50),
        unit="mg",
        route="po",
        times=(TimeOfDay.MORNING, TimeOfDay.EVENING),
        trial_end=date(2026, 2, 20),
        stop_rule=StopRule.NEVER_SUDDENLY,
    ),
    stop_plan="one pill less every two weeks",
)
REFERRAL = Item(
    id="item-referral",
    source="coordination.surgery_referral",
    kind="coordination",
    texts=texts("Referral to a surgeon", "See a surgeon", "Ver cirugía"),
    dose=ReferralDose(to="Dr. Lind, Spine Center", urgency=Urgency.SOON, question="Would decompression help here?"),
)


def with_more(*items: Item) -> Plan:
    """Return the plan of four weeks on, with more in its second step."""
    plan = tracked_plan()
    steps = tuple(replace(one, items=(*one.items, *items)) if one.id == "step-sit" else one for one in plan.steps)
    driver = Driver(id="driver-1", text="an irritated nerve root")
    made: Plan = replace(plan, steps=steps, drivers=(driver,), note="MRI in December: disc at L4/L5.")
    return made


def told(plan: Plan | None = None, **changes: Any) -> Request:
    """Return the request of a paper for colleagues."""
    given: dict[str, Any] = {
        "plan": plan or with_more(TRAMADOL, GABAPENTIN),
        "patient": WHO,
        "practice": OFFICE,
        "names": NAMES,
        "findings": ("No step hands over to self-management yet.",),
    }
    return reported(**(given | changes))


__all__ = ["FLAGGED", "PLAN", "REFERRAL", "TRAMADOL", "WHO", "told", "with_more"]
