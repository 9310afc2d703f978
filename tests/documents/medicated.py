"""A plan with medicines of every sort: by time of day, when needed, without a time, and one that changes by dates."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from documents.sciatica import GABAPENTIN, INJECTION, NAPROXEN, PATIENT, PLAN, TODAY, request, texts

from painplanner.core.dose import MedicineDose, StopRule, TimeOfDay
from painplanner.core.patient import Coded, FreeText, Patient
from painplanner.core.plan import AfterStep, Item, Lasts, OnDate, Plan, Purpose, Step
from painplanner.core.values import replace
from painplanner.documents.request import Request

TAKING: Patient = replace(PATIENT, medicines=(Coded(code="medicine.aspirin_low_dose"), FreeText(text="St John's wort")))
START: Item = replace(
    GABAPENTIN,
    dose=MedicineDose(
        amount=Decimal(300), unit="mg", route="po", times=(TimeOfDay.BEDTIME,), stop_rule=StopRule.NEVER_SUDDENLY
    ),
    texts=texts(
        "Gabapentin",
        "Gabapentin (nerve pain pill)",
        "Gabapentina",
        ("info", "Give it 4 to 8 weeks.", "Dele de 4 a 8 semanas."),
        ("risk", "It can make you sleepy.", "Puede dar sueño."),
        ("safety", "Do not stop it all at once.", "No la deje de golpe."),
        ("safety", "Call us first.", "Llámenos antes."),
    ),
)
MORE: Item = replace(
    START, id="item-gabapentin-more", dose=replace(START.dose, times=(TimeOfDay.MORNING, TimeOfDay.BEDTIME))
)
NEEDED = Item(
    id="item-acetaminophen",
    source="medicine.acetaminophen",
    kind="medicine",
    texts=texts("Acetaminophen", "Acetaminophen", "Acetaminofén"),
    dose=MedicineDose(
        amount=Decimal(2), unit="tablets (650 mg)", route="po", times=(TimeOfDay.AS_NEEDED,), times_per_day=3
    ),
    drug_classes=("acetaminophen",),
)
GEL = Item(
    id="item-gel",
    source="medicine.diclofenac_gel",
    kind="medicine",
    texts=texts("Diclofenac gel", "Pain gel", "Gel para el dolor"),
    dose=MedicineDose(amount=Decimal(2), unit="g", route="top", times_per_day=3),
    drug_classes=("nsaid", "topical-nsaid"),
)
RESCUE = Item(
    id="item-naloxone",
    source="medicine.naloxone",
    kind="medicine",
    texts=texts("Naloxone", "Naloxone spray", "Naloxona", ("info", "Keep it at home.", "Téngala en casa.")),
    dose=MedicineDose(),
    drug_classes=("opioid-rescue",),
)


def medicated_plan(*items: Item) -> Plan:
    """Return the plan with a week of medicines, which gabapentin is raised after."""
    first = Step(
        id="step-pills",
        title="Pills",
        purpose=Purpose.RELIEF,
        timing=OnDate(on=TODAY),
        trial_end=Lasts(days=7),
        items=items or (NAPROXEN, START, NEEDED, GEL, RESCUE),
    )
    more = Step(
        id="step-more",
        title="More pills",
        purpose=Purpose.RELIEF,
        timing=AfterStep(step="step-pills", days=1),
        trial_end=Lasts(days=28),
        items=() if items else (MORE,),
    )
    shot = replace(PLAN.steps[0], items=(INJECTION,))
    made: Plan = replace(PLAN, steps=(shot, first, more, *PLAN.steps[1:]))
    return made


def medicated(*items: Item, **changes: Any) -> Request:
    """Return a request for its papers."""
    return request(medicated_plan(*items), **{"patient": TAKING, **changes})
