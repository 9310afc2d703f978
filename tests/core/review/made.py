"""Short ways to say a plan, a patient and a library in the tests of the review."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from painplanner.core.dose import (
    ActivityDose,
    ExerciseDose,
    MedicineDose,
    ProcedureDose,
    Progression,
    StopRule,
)
from painplanner.core.findings import Finding
from painplanner.core.library import Intervention, Kind, Library
from painplanner.core.measure import Better, Change, Criterion, Measure, Reading, Target
from painplanner.core.patient import Coded, FreeText, Patient, RedFlags, SafetyAnswers, Term
from painplanner.core.plan import (
    Action,
    ActionKind,
    Checkpoint,
    Goal,
    Item,
    Lasts,
    OnDate,
    Plan,
    Purpose,
    Step,
    Texts,
)
from painplanner.core.review import review
from painplanner.core.values import Answer, LangText

TODAY = date(2026, 1, 14)
NO = Answer.NO
ALL_NO = SafetyAnswers(
    blood_thinner=NO, pregnancy=NO, kidney_disease=NO, osteoporosis=NO, implanted_device=NO, fall_risk=NO
)


def day(after: int) -> date:
    return TODAY + timedelta(days=after)


def patient(*, safety: dict[str, Answer] | None = None, **changes: Any) -> Patient:
    """A patient of 47 who was asked everything and answered no."""
    from painplanner.core.values import replace

    known: dict[str, Any] = {
        "id": "patient",
        "birth_date": date(1978, 8, 3),
        "allergies_answer": NO,
        "red_flags": RedFlags(overall=NO),
        "safety": replace(ALL_NO, **(safety or {})),
    }
    return Patient(**(known | changes))


def takes(*names: str) -> tuple[Term, ...]:
    return tuple(Coded(code=f"medicine.{name}") for name in names)


def has(*names: str) -> tuple[Term, ...]:
    return tuple(Coded(code=f"condition.{name}") for name in names)


def words(*texts: str) -> tuple[Term, ...]:
    return tuple(FreeText(text=text) for text in texts)


def plan(*steps: Step, **changes: Any) -> Plan:
    return Plan(**({"id": "plan", "patient": "patient", "start": TODAY, "steps": steps} | changes))


def step(*items: Item, step_id: str = "step", days: int | None = 28, on: int | None = None, **changes: Any) -> Step:
    """A step of four weeks that begins with the plan, or `on` so many days later."""
    known: dict[str, Any] = {"id": step_id, "items": items, "purpose": Purpose.ROOT_CAUSE}
    if days is not None:
        known["trial_end"] = Lasts(days=days)
    if on is not None:
        known["timing"] = OnDate(on=day(on))
    return Step(**(known | changes))


def exercise(item_id: str = "bridge", **changes: Any) -> Item:
    known: dict[str, Any] = {"source": f"exercise.{item_id}", "dose": ExerciseDose(sets=3, reps=10)}
    return Item(**({"id": item_id, "kind": "exercise"} | known | changes))


def medicine(name: str = "ibuprofen", **dose: Any) -> Item:
    """A medicine typed in full, that ends with its trial."""
    typed: dict[str, Any] = {
        "amount": Decimal(1),
        "unit": "tablet",
        "times_per_day": 1,
        "stop_rule": StopRule.ON_DATE,
        "trial_end": day(9),
    }
    return Item(id=name, kind="medicine", source=f"medicine.{name}", dose=MedicineDose(**(typed | dose)))


def procedure(name: str = "esi_transforaminal", item_id: str = "needle", **changes: Any) -> Item:
    known: dict[str, Any] = {"kind": "procedure", "source": f"procedure.{name}", "dose": ProcedureDose(level="L5")}
    return Item(**({"id": item_id} | known | changes))


def item(kind: Kind, name: str, **changes: Any) -> Item:
    return Item(**({"id": name, "kind": kind.value, "source": f"{kind.value}.{name}"} | changes))


def check(
    after: int | None = 14, *, check_id: str = "check", steps: tuple[str, ...] = ("step",), **changes: Any
) -> Checkpoint:
    """A checkpoint so many days from today, with a criterion and what follows."""
    known: dict[str, Any] = {
        "id": check_id,
        "steps": steps,
        "criteria": (criterion(),),
        "on_met": Action(kind=ActionKind.CONTINUE),
        "on_not_met": Action(kind=ActionKind.RECHECK),
    }
    if after is not None:
        known["when"] = OnDate(on=day(after))
    return Checkpoint(**(known | changes))


def criterion(
    measure: str = "measure.sitting_minutes", target: int | None = 20, *, aim: Target | None = None, **changes: Any
) -> Criterion:
    """A criterion that asks for a value, or for what `aim` says."""
    wanted = aim or (Target(amount=Decimal(target)) if target is not None else None)
    return Criterion(measure=measure, target=wanted, **changes)


def goal(text: str = "Sit through dinner", **changes: Any) -> Goal:
    return Goal(**({"id": "goal", "text": text, "criterion": criterion(), "by_days": 42} | changes))


def entry(entry_id: str, **changes: Any) -> Intervention:
    kind = Kind(entry_id.split(".")[0])
    return Intervention(id=entry_id, kind=kind, texts=(Texts(lang="en", name=entry_id),), **changes)


def ladder(minutes: int, add: int, every: int, up_to: int | None = None, **changes: Any) -> Item:
    progression = Progression(add=Decimal(add), every_days=every, up_to=None if up_to is None else Decimal(up_to))
    dose = ActivityDose(minutes=Decimal(minutes), progression=progression)
    return exercise("graded_sitting", kind="lifestyle", dose=dose, **changes)


def measure(measure_id: str, **changes: Any) -> Measure:
    return Measure(id=measure_id, name=(LangText(lang="en", text=measure_id),), **changes)


MEASURES = (
    measure(
        "measure.nrs", maximum=Decimal(10), better=Better.LOWER, functional=False, mcid=(Change(amount=Decimal(2)),)
    ),
    measure("measure.sitting_minutes", maximum=Decimal(1440), unit=(LangText(lang="en", text="minutes"),)),
)


def library(*entries: Intervention) -> Library:
    return Library(entries={e.id: e for e in entries}, measures={m.id: m for m in MEASURES})


def findings(
    of: Plan, who: Patient | None = None, shelf: Library | None = None, readings: Iterable[Reading] = ()
) -> tuple[Finding, ...]:
    return review(of, who or patient(), shelf or library(), TODAY, tuple(readings))


def codes(
    of: Plan, who: Patient | None = None, shelf: Library | None = None, readings: Iterable[Reading] = ()
) -> list[str]:
    return [finding.code for finding in findings(of, who, shelf, readings)]


def found(
    code: str, of: Plan, who: Patient | None = None, shelf: Library | None = None, readings: Iterable[Reading] = ()
) -> Finding:
    """Return the one finding of this code."""
    seen = [finding for finding in findings(of, who, shelf, readings) if finding.code == code]
    assert len(seen) == 1, [finding.code for finding in findings(of, who, shelf, readings)]
    return seen[0]
