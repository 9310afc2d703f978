"""A needle, a visit and a medicine are known by kind and dose, in a plan as in the library."""

from __future__ import annotations

from datetime import date

import pytest

from painplanner.core.dose import AnyDose, MedicineDose, ProcedureDose
from painplanner.core.library import Intervention, Kind
from painplanner.core.plan import Item, Plan, Step
from painplanner.core.treatment import has_medicine, is_needle, is_visit, visit_of
from painplanner.core.wording import Texts

STOPPED = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("kind", "dose", "is_one"),
    [
        (Kind.PROCEDURE, None, True),
        (Kind.DIAGNOSTIC, ProcedureDose(), True),
        (Kind.DIAGNOSTIC, None, False),
        (Kind.HANDS_ON, None, False),
        (Kind.MEDICINE, MedicineDose(), False),
    ],
)
def test_a_procedure_and_a_diagnostic_block_are_needles(kind: Kind, dose: AnyDose | None, is_one: bool) -> None:
    assert is_needle(Item(id="item-1", kind=kind, dose=dose)) is is_one
    entry = Intervention(id=f"{kind}.one", kind=kind, dose=dose, texts=(Texts(lang="en", name="One"),))
    assert is_needle(entry) is is_one


def test_a_procedure_and_a_test_are_visits_of_their_own() -> None:
    assert [kind for kind in Kind if is_visit(Item(id="item-1", kind=kind))] == [Kind.PROCEDURE, Kind.DIAGNOSTIC]


def test_the_visit_of_a_step_is_the_first_that_was_not_called_off() -> None:
    called_off = Item(id="item-1", kind=Kind.PROCEDURE, stopped_on=STOPPED)
    lesson, scan = Item(id="item-2", kind=Kind.EDUCATION), Item(id="item-3", kind=Kind.DIAGNOSTIC)
    assert visit_of((called_off, lesson, scan)) == scan
    assert visit_of((called_off, lesson)) is None


def test_a_plan_whose_medicines_were_stopped_has_none() -> None:
    def plan(*items: Item) -> Plan:
        return Plan(id="plan-1", steps=(Step(id="step-1", items=items),))

    kept, stopped = (Item(id="item-1", kind=Kind.MEDICINE, stopped_on=on) for on in (None, STOPPED))
    assert has_medicine(plan(kept))
    assert not has_medicine(plan(stopped))
