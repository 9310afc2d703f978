"""A paper that is printed in a flare asks half and says on which day the full plan goes on; medicines stay."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from documents.sciatica import PLAN, START, request, with_items
from documents.test_exercise_sheet import callout, exercises

from painplanner.core.dose import ActivityDose, ExerciseDose, MedicineDose, Progression
from painplanner.core.plan import Flare, Item, Plan, Texts
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import plain
from painplanner.documents.chart import chart_text
from painplanner.documents.exercise_sheet import exercise_sheet
from painplanner.documents.handout import handout

BACK = date(2026, 1, 18)


def named(item_id: str, dose: object, kind: str = "exercise") -> Item:
    return Item(id=item_id, kind=kind, texts=(Texts(lang="en", name=item_id),), dose=dose)  # type: ignore[arg-type]


LIFT = named("Lift", ExerciseDose(sets=3, reps=10, times_per_day=1, days_per_week=7))
SIT = named(
    "Sit",
    ActivityDose(
        minutes=Decimal(16),
        times_per_day=6,
        days_per_week=7,
        progression=Progression(add=Decimal(2), every_days=3, up_to=Decimal(45)),
    ),
)
PILL = named("Pill", MedicineDose(amount=Decimal(300), unit="mg", times_per_day=2), "medicine")


def flaring(*items: str, back_on: date | None = BACK) -> Plan:
    flare = Flare(id="f", on=START, back_on=back_on, items=items)
    plan: Plan = replace(with_items(LIFT, SIT, PILL), flares=(flare,))
    return plan


def notes(plan: Plan, place: int) -> str:
    return " ".join(plain(note) for note in exercises(exercise_sheet(request(plan)))[place].notes)


def test_the_sheet_asks_half_and_says_when_the_full_plan_is_back_and_what_it_is() -> None:
    found = exercises(exercise_sheet(request(flaring())))
    assert found[0].facts[:2] == ("3 rounds", "5 times")
    assert "Back to the full plan on Sunday, January 18. Then: 3 rounds, 10 times" in notes(flaring(), 0)
    assert found[1].facts[0] == "8 minutes"
    assert "From January 18: 16 minutes. From January 21: 18 minutes." in notes(flaring(), 1)


def test_a_box_says_first_that_less_is_enough_and_that_medicines_stay() -> None:
    box = callout(exercise_sheet(request(flaring())), "You are in a flare")
    assert box == [
        "Keep moving. In a flare, less is enough.",
        "This paper has the smaller numbers of a flare. Back to the full plan on Sunday, January 18.",
        "Keep your medicines as they are.",
        "Call us if it lasts more than 7 days.",
        "Something new is not a flare. Look at the stop box.",
    ]
    assert callout(exercise_sheet(request(PLAN)), "You are in a flare") == []


def test_a_flare_of_one_exercise_names_it_and_leaves_the_other() -> None:
    plan = flaring("Lift")
    assert callout(exercise_sheet(request(plan)), "You are in a flare")[1].startswith("Do the smaller number: Lift.")
    assert exercises(exercise_sheet(request(plan)))[1].facts[0] == "16 minutes"


def test_while_nobody_knows_the_end_the_paper_does_not_make_one_up() -> None:
    assert "We tell you when to go back to the full plan." in notes(flaring(back_on=None), 0)


@pytest.mark.parametrize("items", [(), ("Lift",)])
def test_the_handout_has_this_flare_in_the_place_of_one_to_come(items: tuple[str, ...]) -> None:
    plan = flaring(*items)
    said = as_text(handout(request(plan, today=START)))
    assert "You are in a flare" in said
    assert "If it flares up" not in said
    assert "300 mg" in said
    assert "If it flares up" in as_text(handout(request(plan, today=BACK)))


def test_the_chart_says_since_when_what_is_halved() -> None:
    plan = flaring("Lift")
    line = "Flare since January 15, 2026, half of: Lift; full plan again on January 18, 2026"
    assert line in chart_text(plan, request(plan).patient, START)
    assert "Flare since" not in chart_text(plan, request(plan).patient, BACK)


def test_a_patient_who_reads_spanish_reads_all_of_it_in_spanish() -> None:
    said = as_text(exercise_sheet(request(flaring("Lift"), language="es")))
    assert "De vuelta al plan completo el domingo 18 de enero. Entonces: 3 series" in said
    assert "Siga moviéndose" in said
