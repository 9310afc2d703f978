"""The review as a whole: it never raises, says the same twice, and points only at what is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from core.drawn_plans import any_day, patients, plans, readings
from core.review.made import day, entry, exercise, findings, library, medicine, patient, plan, step
from hypothesis import given

from painplanner.core.findings import Severity, count_of, worst
from painplanner.core.library import Library, MedicineReference
from painplanner.core.measure import Reading
from painplanner.core.patient import Patient, RedFlags
from painplanner.core.plan import Plan
from painplanner.core.review import RULES, review
from painplanner.core.review.remedies import REMEDY_CODES
from painplanner.core.values import Answer, Mechanism

SHELF = library(
    entry("procedure.radiofrequency", reassess_days=(28, 42), contraindications=("implanted-device",)),
    entry("medicine.ibuprofen", reference=MedicineReference(), mechanisms=(Mechanism.NOCICEPTIVE,)),
    entry("exercise.bridge", purpose="root-cause", precautions=("osteoporosis",)),
)


@given(of=plans(), who=patients, today=any_day, read=readings)
def test_no_constructible_plan_makes_the_review_raise(
    of: Plan, who: Patient, today: date, read: tuple[Reading, ...]
) -> None:
    seen = review(of, who, SHELF, today, read)
    assert seen == review(of, who, SHELF, today, read)
    assert [f.severity.rank for f in seen] == sorted(f.severity.rank for f in seen)
    parts = {
        "plan": {""},
        "patient": {who.id},
        "goal": {goal.id for goal in of.goals},
        "step": {s.id for s in of.steps},
        "item": {i.id for s in of.steps for i in s.items},
        "checkpoint": {c.id for c in of.checkpoints},
    }
    assert all(f.subject in parts[f.subject_kind] for f in seen)
    for finding in seen:
        assert set(finding.all_args("item")) | set(finding.all_args("with-item")) <= parts["item"]
        assert set(finding.all_args("step")) <= parts["step"]


def test_an_empty_library_and_an_unknown_patient_are_reviewed_too() -> None:
    assert review(Plan(id="plan"), Patient(id="patient"), Library(), day(0))


def test_the_worst_comes_first_and_then_the_order_of_the_plan() -> None:
    of = plan(step(medicine("gabapentin", amount=None)), step(medicine(amount=None), purpose=None, step_id="second"))
    seen = findings(of, patient(red_flags=RedFlags(overall=Answer.YES)))
    assert seen[0].code == "red-flag-open"
    doses = [f.subject for f in seen if f.code == "medicine-without-dose"]
    assert doses == ["gabapentin", "ibuprofen"]
    considered = [f.subject for f in seen if f.severity is Severity.CONSIDER]
    assert considered.index("gabapentin") < considered.index("second") < considered.index("ibuprofen")


def test_findings_can_be_counted_and_weighed() -> None:
    seen = findings(plan(step(exercise(), purpose=None)))
    assert worst(seen) is Severity.SHOULD
    assert worst(()) is None
    assert count_of(seen, Severity.CONSIDER) == sum(f.severity is Severity.CONSIDER for f in seen) > 0


def test_every_rule_has_a_code_of_its_own_and_a_source() -> None:
    names = [rule.code for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.source.text for rule in RULES)
    assert {rule.remedy for rule in RULES} - {""} == set(REMEDY_CODES)


def test_every_rule_has_a_test_of_its_own() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [rule.code for rule in RULES if rule.code not in told] == []
