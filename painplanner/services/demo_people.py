"""The invented patients of the demonstration practice, with what their plans start from. None of them exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from painplanner.core.dose import MedicineDose, StopRule, TimeOfDay
from painplanner.core.patient import (
    Coded,
    Constraint,
    ConstraintKind,
    FreeText,
    Patient,
    RedFlagAnswer,
    RedFlags,
    SafetyAnswers,
)
from painplanner.core.values import Answer, LangText, Side

_NO = Answer.NO


@dataclass(frozen=True)
class Case:
    """One patient with the template their plan comes from; `began` is how many days ago, `now` the measures then.

    `signs` are the patient's own early signs of a flare, `doses` what was typed for a medicine of the library.
    """

    patient: Patient
    template: str
    side: Side | None = None
    began: int = 0
    now: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    level: str = ""
    signs: tuple[LangText, ...] = ()
    doses: Mapping[str, MedicineDose] = field(default_factory=dict[str, MedicineDose])
    is_final: bool = True


def _answers(**yes: Answer) -> SafetyAnswers:
    given = dict.fromkeys(SafetyAnswers.__struct_fields__, _NO)
    return SafetyAnswers(**{**given, **yes})


def _clear(day: date) -> RedFlags:
    return RedFlags(overall=_NO, asked_on=day)


def cases(today: date) -> tuple[Case, ...]:
    """Return the invented cases as they stand on a day."""
    return (_sciatica(today), _shoulder(today), _warehouse(today), _knee(today), _desk(today), _draft(today))


def _sciatica(today: date) -> Case:
    patient = Patient(
        id="patient-whitcombe",
        name="Daniel Whitcombe",
        birth_date=date(1978, 8, 3),
        record_number="20418",
        allergies_answer=Answer.YES,
        allergies=(Coded(code="allergy.naproxen"),),
        conditions=(Coded(code="condition.disc-herniation"),),
        medicines=(Coded(code="medicine.acetaminophen"),),
        constraints=(Constraint(kind=ConstraintKind.WORK, text="Warehouse, heavy weeks 2 and 4"),),
        goals=("Sit through a meal with the family", "Walk the dog for 20 minutes", "Work full shifts again"),
        safety=_answers(),
        red_flags=_clear(today),
    )
    now = {
        "sitting_minutes": Decimal(10),
        "walking_minutes": Decimal(8),
        "nrs_leg": Decimal(7),
        "odi": Decimal(46),
        "nights_slept_through": Decimal(1),
    }
    signs = (
        LangText(lang="en", text="I sleep badly.\nI skip my walk with the dog.\nMy leg tingles when I sit."),
        LangText(lang="es", text="Duermo mal.\nNo salgo a caminar con el perro.\nMe hormiguea la pierna en la silla."),
    )
    return Case(patient, "template.sciatica", Side.RIGHT, 21, now, level="L5", signs=signs)


def _shoulder(today: date) -> Case:
    patient = Patient(
        id="patient-nowak",
        name="Łukasz Nowak",
        birth_date=date(1969, 2, 17),
        record_number="20419",
        allergies_answer=_NO,
        conditions=(Coded(code="condition.diabetes"),),
        medicines=(Coded(code="medicine.metformin"),),
        constraints=(Constraint(kind=ConstraintKind.COVERAGE, text="12 therapy visits a year"),),
        goals=("Paint a wall without stopping", "Sleep on the left side"),
        safety=_answers(),
        red_flags=_clear(today),
    )
    now = {
        "nrs": Decimal(6),
        "reach_days": Decimal(1),
        "spadi": Decimal(58),
        "psfs": Decimal(3),
        "nights_slept_through": Decimal(2),
    }
    return Case(patient, "template.shoulder_impingement", Side.LEFT, 3, now)


def _warehouse(today: date) -> Case:
    patient = Patient(
        id="patient-fernandez",
        name="María Fernández Ortega",
        birth_date=date(1986, 11, 29),
        record_number="20420",
        language="es",
        allergies_answer=_NO,
        constraints=(Constraint(kind=ConstraintKind.WORK, text="Night shifts until the end of the month"),),
        goals=("Levantar a mi hija", "Trabajar un turno completo"),
        safety=_answers(),
        red_flags=_clear(today),
    )
    now = {"nrs": Decimal(5), "walking_minutes": Decimal(10), "full_shifts": Decimal(1), "psfs": Decimal(4)}
    return Case(patient, "template.warehouse_worker", None, 0, now)


def _knee(today: date) -> Case:
    patient = Patient(
        id="patient-ngo",
        name="Ngô Thị Ánh",
        birth_date=date(1951, 5, 8),
        record_number="20421",
        large_print=True,
        allergies_answer=_NO,
        conditions=(Coded(code="condition.knee-osteoarthritis"), FreeText(text="stomach trouble in spring")),
        medicines=(Coded(code="medicine.apixaban"), Coded(code="medicine.losartan")),
        goals=("Take the stairs at the temple", "Garden on Saturdays"),
        safety=_answers(blood_thinner=Answer.YES, fall_risk=Answer.YES),
        red_flags=_clear(today),
    )
    now = {
        "walking_minutes": Decimal(10),
        "chair_stand_30s": Decimal(8),
        "koos_ps": Decimal(48),
        "stairs": Decimal(1),
        "nrs": Decimal(6),
        "psfs": Decimal(3),
    }
    # The amount of the reference beside the field (US label), to the end of the step.
    gel = MedicineDose(
        amount=Decimal(4),
        unit="g",
        route="on the skin",
        times=(TimeOfDay.MORNING, TimeOfDay.NOON, TimeOfDay.EVENING, TimeOfDay.BEDTIME),
        trial_end=today + timedelta(days=6),
        stop_rule=StopRule.ON_DATE,
    )
    return Case(patient, "template.knee_osteoarthritis", Side.RIGHT, 21, now, doses={"medicine.diclofenac_gel": gel})


def _desk(today: date) -> Case:
    patient = Patient(
        id="patient-adeyemi",
        name="Folake Adeyemi",
        birth_date=date(1983, 4, 21),
        record_number="20423",
        allergies_answer=_NO,
        goals=("Sit through the school play", "Sleep through"),
        safety=_answers(),
        red_flags=_clear(today),
    )
    now = {
        "sitting_minutes": Decimal(15),
        "walking_minutes": Decimal(10),
        "nights_slept_through": Decimal(2),
        "nrs_leg": Decimal(6),
        "odi": Decimal(38),
    }
    return Case(patient, "template.sciatica", Side.LEFT, 112, now, level="S1")


def _draft(today: date) -> Case:
    patient = Patient(
        id="patient-sokolova",
        name="Юлия Соколова",
        birth_date=date(1990, 1, 5),
        record_number="20422",
        goals=("Sit at the piano again",),
        red_flags=RedFlags(
            overall=Answer.YES,
            answers=(RedFlagAnswer(flag="red-flag.acute-cuff-tear", answer=Answer.YES),),
            asked_on=today,
        ),
    )
    return Case(patient, "template.shoulder_impingement", None, 0, is_final=False)
