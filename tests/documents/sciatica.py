"""The man with sciatica of the article, as a plan made by hand: what papers are tested with."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from painplanner.core.dose import (
    ActivityDose,
    ExerciseDose,
    MedicineDose,
    ProcedureDose,
    Progression,
    StopRule,
    TimeOfDay,
    Where,
)
from painplanner.core.figure import Figure, decode_figures
from painplanner.core.measure import Better, Criterion, Measure, MeasureKind, Target
from painplanner.core.patient import Patient
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    FigureRef,
    Goal,
    Item,
    Lasts,
    Line,
    LineKind,
    NextVisit,
    OnDate,
    Owner,
    Plan,
    Purpose,
    Step,
    Texts,
)
from painplanner.core.practice import Practice
from painplanner.core.values import Discipline, LangText, Mechanism, Region, Side, replace
from painplanner.documents.request import Request

FIGURES = Path(__file__).parents[2] / "resources" / "library" / "figures"
TODAY = date(2026, 1, 13)
START, END = date(2026, 1, 15), date(2026, 1, 28)


def both(english: str, spanish: str) -> tuple[LangText, ...]:
    return LangText(lang="en", text=english), LangText(lang="es", text=spanish)


def texts(name: str, plain: str, spanish: str, *lines: tuple[str, str, str]) -> tuple[Texts, ...]:
    english = tuple(Line(kind=LineKind(kind), text=text) for kind, text, _es in lines)
    other = tuple(Line(kind=LineKind(kind), text=text) for kind, _en, text in lines)
    return (
        Texts(lang="en", name=name, plain_name=plain, lines=english),
        Texts(lang="es", name=spanish, plain_name=spanish, lines=other),
    )


PRACTICE = Practice(
    id="practice-1", name="Riverside Pain & Movement", phone="555-0142", after_hours="555-0199", footer="12 River Road"
)
PATIENT = Patient(
    id="patient-1", name="Daniel Whitcombe", birth_date=date(1978, 8, 3), record_number="4021", language="en"
)

GENERAL = (
    "safety",
    "If it is more than your usual the next day, do half.",
    "Si al día siguiente duele más de lo habitual, haga la mitad.",
)

INJECTION = Item(
    id="item-injection",
    source="procedure.epidural_transforaminal",
    kind="procedure",
    texts=texts(
        "Transforaminal epidural steroid injection",
        "Shot near the nerve",
        "Inyección cerca del nervio",
        ("prepare", "Bring someone who can drive you home.", "Venga con alguien que pueda manejar."),
        ("aftercare", "No driving until tomorrow.", "No maneje hasta mañana."),
        ("aftercare", "Short walks are good today.", "Hoy son buenos los paseos cortos."),
        (
            "benefit",
            "The shot may ease leg pain in 1 to 5 days.",
            "La inyección puede aliviar la pierna en 1 a 5 días.",
        ),
    ),
    dose=ProcedureDose(level="L5", side=Side.RIGHT),
    two_sided=True,
)
NAPROXEN = Item(
    id="item-naproxen",
    source="medicine.naproxen",
    kind="medicine",
    texts=texts("Naproxen", "Naproxen (pain and swelling pill)", "Naproxeno"),
    dose=MedicineDose(
        amount=Decimal(250),
        unit="mg",
        route="po",
        times=(TimeOfDay.MORNING, TimeOfDay.EVENING),
        trial_end=date(2026, 1, 27),
        stop_rule=StopRule.ON_DATE,
        note="take with food",
    ),
    drug_classes=("nsaid",),
)
GABAPENTIN = Item(
    id="item-gabapentin",
    source="medicine.gabapentin",
    kind="medicine",
    texts=texts("Gabapentin", "Gabapentin (nerve pain pill)", "Gabapentina"),
    dose=MedicineDose(stop_rule=StopRule.NEVER_SUDDENLY),
    drug_classes=("gabapentinoid", "cns-active"),
)
SITTING = Item(
    id="item-sitting",
    source="lifestyle.graded_sitting",
    kind="lifestyle",
    category="graded-activity",
    safety_rule="graded-activity",
    texts=texts(
        "Graded sitting protocol",
        "Sit with support, by the timer",
        "Sentarse con apoyo, con reloj",
        ("setup", "Put a rolled towel behind your low back.", "Ponga una toalla enrollada detrás de la cintura."),
        ("step", "Set a timer. Stand up when it rings.", "Ponga un reloj. Párese cuando suene."),
    ),
    figure=FigureRef(id="figure.seated_lumbar_support"),
    dose=ActivityDose(
        minutes=Decimal(10),
        times_per_day=6,
        days_per_week=7,
        progression=Progression(add=Decimal(2), every_days=3, up_to=Decimal(45)),
    ),
)
SLIDER = Item(
    id="item-slider",
    source="exercise.seated_slider",
    texts=texts(
        "Seated sciatic slider",
        "Straighten your knee",
        "Estire la rodilla",
        ("setup", "Sit tall. Both feet on the floor.", "Siéntese derecho. Los dos pies en el piso."),
        ("step", "Slowly straighten your knee.", "Estire despacio la rodilla."),
        ("step", "Lower it slowly.", "Bájela despacio."),
        ("cue", "Keep it smooth.", "Hágalo suave."),
    ),
    category="nerve-glide",
    safety_rule="nerve-glide",
    two_sided=True,
    figure=FigureRef(id="figure.seated_knee_extension_slider"),
    dose=ExerciseDose(sets=3, reps=10, side=Side.RIGHT, times_per_day=2, days_per_week=7),
)
BRIDGE = Item(
    id="item-bridge",
    source="exercise.bridge",
    texts=texts(
        "Bridge",
        "Bridge",
        "Puente",
        ("setup", "Lie on your back. Bend your knees.", "Acuéstese boca arriba. Doble las rodillas."),
        ("step", "Squeeze and lift your hips.", "Apriete y levante la cadera."),
        ("breathing", "Keep breathing.", "Siga respirando."),
        GENERAL,
    ),
    category="strength",
    figure=FigureRef(id="figure.bridge"),
    dose=ExerciseDose(sets=3, reps=10, hold_s=5, times_per_day=1, days_per_week=3),
)
BIRD_DOG = Item(
    id="item-bird-dog",
    source="exercise.bird_dog",
    texts=texts(
        "Bird dog",
        "Reach one arm and the other leg",
        "Estire un brazo y la pierna contraria",
        ("setup", "Kneel on hands and knees.", "Póngase en manos y rodillas."),
        ("step", "Reach one arm and the other leg.", "Estire un brazo y la pierna contraria."),
        GENERAL,
    ),
    category="motor-control",
    two_sided=True,
    figure=FigureRef(id="figure.bird_dog"),
    dose=ExerciseDose(sets=3, reps=6, hold_s=3, side=Side.BOTH, times_per_day=1, days_per_week=3),
)
WALKING = Item(
    id="item-walking",
    source="exercise.walking_intervals",
    texts=texts("Walking intervals", "Walk in short rounds", "Camine en vueltas cortas"),
    category="aerobic",
    safety_rule="graded-activity",
    figure=FigureRef(id="figure.walking"),
    dose=ActivityDose(minutes=Decimal(8), rounds=2, times_per_day=1, days_per_week=5),
)
GYM = Item(
    id="item-gym",
    source="exercise.leg_press",
    texts=texts("Leg press", "Leg press", "Prensa de piernas"),
    dose=ExerciseDose(sets=2, reps=12, times_per_day=1, days_per_week=2, where=Where.CLINIC),
)
WORK_TALK = Item(
    id="item-work",
    source="education.desk_breaks",
    kind="education",
    texts=texts(
        "Ergonomic and workload discussion",
        "Make work easier on your back",
        "Haga el trabajo más fácil para su espalda",
        ("info", "Stand up every 30 minutes.", "Párese cada 30 minutos."),
        ("info", "Ask for a chair that fits you.", "Pida una silla a su medida."),
    ),
)

SIT = Criterion(
    measure="measure.sitting_minutes",
    name=both("sitting without a break", "estar sentado sin pausa"),
    unit=both("minutes", "minutos"),
    baseline=Decimal(10),
    target=Target(amount=Decimal(18)),
)
LEG_PAIN = Criterion(
    measure="measure.nrs",
    name=both("leg pain, 0 to 10", "dolor de pierna, 0 a 10"),
    better=Better.LOWER,
    baseline=Decimal(7),
    target=Target(amount=Decimal(4)),
)

SLEPT = Criterion(measure="measure.slept_through", name=both("Slept through the night", "Durmió toda la noche"))
MEASURES = {
    measure.id: measure
    for measure in (
        Measure(
            id="measure.sitting_minutes",
            name=both("Sitting without a break", "Tiempo sentado sin pausa"),
            kind=MeasureKind.TRACKED,
            unit=both("minutes", "minutos"),
        ),
        Measure(id="measure.nrs", name=both("Pain, 0 to 10", "Dolor, de 0 a 10"), maximum=Decimal(10)),
        Measure(
            id="measure.slept_through",
            name=both("Slept through the night", "Durmió toda la noche"),
            kind=MeasureKind.YES_NO,
        ),
        Measure(
            id="measure.psfs",
            name=both("PSFS: your own activities", "PSFS: sus propias actividades"),
            kind=MeasureKind.ACTIVITY,
            maximum=Decimal(10),
        ),
    )
}

STEPS = (
    Step(
        id="step-shot",
        title="Epidural injection",
        words=texts("Epidural injection", "Calm the nerve", "Calmar el nervio"),
        purpose=Purpose.RELIEF,
        owner=Owner(discipline=Discipline.INTERVENTIONAL, name="Dr. Okafor"),
        timing=OnDate(on=TODAY),
        trial_end=Lasts(days=1),
        items=(INJECTION, NAPROXEN),
    ),
    Step(
        id="step-sit",
        title="Graded sitting and nerve glides",
        words=texts("Graded sitting and nerve glides", "Sit a little longer", "Estar sentado un poco más"),
        purpose=Purpose.ROOT_CAUSE,
        owner=Owner(discipline=Discipline.PHYSICAL_THERAPIST, name="M. Reyes"),
        timing=AfterStep(step="step-shot", anchor=Anchor.START, days=2),
        trial_end=Lasts(days=32),
        items=(SITTING, SLIDER),
    ),
    Step(
        id="step-strong",
        title="Get strong and walk",
        purpose=Purpose.ROOT_CAUSE,
        owner=Owner(discipline=Discipline.PHYSICAL_THERAPIST),
        timing=AfterStep(step="step-sit", days=1),
        trial_end=Lasts(days=35),
        items=(BRIDGE, BIRD_DOG, WALKING, GYM),
    ),
    Step(
        id="step-work",
        purpose=Purpose.SELF_MANAGEMENT,
        owner=Owner(discipline=Discipline.PATIENT),
        timing=OnDate(on=date(2026, 3, 2)),
        items=(WORK_TALK,),
    ),
)

PLAN = Plan(
    id="plan-1",
    number=20418,
    patient="patient-1",
    title="Lumbar radiculopathy L5 right",
    plain_title=both("leg and back pain", "dolor de pierna y espalda"),
    region=Region.LUMBAR,
    side=Side.RIGHT,
    mechanism=Mechanism.NEUROPATHIC,
    start=TODAY,
    why_words=both(
        "A disc is bothering a nerve. The shot can calm the nerve. Moving a little more each week helps it last.",
        "Un disco molesta un nervio. La inyección puede calmarlo. Moverse un poco más cada semana ayuda a que dure.",
    ),
    goals=(
        Goal(id="goal-sit", text="Sit for a meal with my family", criterion=SIT, by=date(2026, 3, 16)),
        Goal(id="goal-walk", text="Walk my dog round the park", by_days=63),
    ),
    steps=STEPS,
    checkpoints=(
        Checkpoint(
            id="check-1",
            steps=("step-shot", "step-sit"),
            when=AfterStep(step="step-shot", anchor=Anchor.START, days=14),
            criteria=(LEG_PAIN, SIT),
            on_met=Action(kind=ActionKind.NEXT_STEP, target="step-strong"),
            on_partly=Action(kind=ActionKind.RECHECK, days=14),
            on_not_met=Action(kind=ActionKind.RECONSIDER),
        ),
    ),
    next_visit=NextVisit(on=date(2026, 1, 27), at=time(10, 30), with_whom="M. Reyes"),
)


@cache
def figures() -> dict[str, Figure]:
    """Return the pictures of the library, read once for all tests."""
    found = [figure for path in sorted(FIGURES.glob("*.toml")) for figure in decode_figures(path.read_bytes())]
    return {figure.id: figure for figure in found}


def request(plan: Plan = PLAN, **changes: Any) -> Request:
    """Return the request for the papers of the first visit, changed where a test says so."""
    given: dict[str, Any] = {
        "plan": plan,
        "patient": PATIENT,
        "practice": PRACTICE,
        "today": TODAY,
        "start": START,
        "end": END,
        "author": "Dr. Okafor",
        "revision": 3,
        "figures": figures(),
        "measures": MEASURES,
    }
    return Request(**{**given, **changes})


def with_step(step_id: str, plan: Plan = PLAN, **changes: Any) -> Plan:
    """Return the plan with one step changed."""
    steps = tuple(replace(step, **changes) if step.id == step_id else step for step in plan.steps)
    changed: Plan = replace(plan, steps=steps)
    return changed


def with_items(*items: Item) -> Plan:
    """Return a plan of one open step that holds these items and nothing else."""
    step = Step(id="step-1", title="At home", timing=OnDate(on=START), items=items)
    return Plan(id="plan-2", number=1, patient="patient-1", steps=(step,))
