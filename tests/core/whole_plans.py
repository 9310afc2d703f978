"""Made plans, entries and templates that the tests of core share, and hypothesis strategies of them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from painplanner.core.dose import AnyDose, ExerciseDose, MedicineDose, StopRule
from painplanner.core.ids import counting_ids
from painplanner.core.library import Intervention, Kind, Library, MedicineFact, MedicineReference, Template
from painplanner.core.measure import Better, Criterion, Measure
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    Driver,
    EveryWeeks,
    Goal,
    Item,
    Lasts,
    OnDate,
    Plan,
    Step,
    Texts,
    items_of,
)
from painplanner.core.values import LangText, Region, Side

TODAY = date(2026, 3, 2)


def entry(
    name: str, kind: Kind = Kind.EXERCISE, dose: AnyDose | None = None, *, two_sided: bool = False
) -> Intervention:
    """Return a library entry."""
    return Intervention(
        id=f"{kind.value}.{name}",
        kind=kind,
        texts=(Texts(lang="en", name=name.capitalize()), Texts(lang="es", name=f"{name} (es)")),
        dose=dose,
        two_sided=two_sided,
        figure=f"figure.{name}" if kind is Kind.EXERCISE else "",
        precautions=("osteoporosis",) if kind is Kind.EXERCISE else (),
    )


def small_library() -> Library:
    """Return a library of a few entries and measures."""
    medicine = Intervention(
        id="medicine.ibuprofen",
        kind=Kind.MEDICINE,
        texts=(Texts(lang="en", name="Ibuprofen"),),
        dose=MedicineDose(amount=Decimal(400), unit="mg", times_per_day=3),
        reference=MedicineReference(
            usual=MedicineFact(amount=Decimal(1200), unit="mg"), stop_rule=StopRule.NEVER_SUDDENLY
        ),
        drug_classes=("nsaid",),
        contraindications=("condition.peptic-ulcer",),
        precautions=("kidney-disease", "condition.peptic-ulcer"),
    )
    entries = (
        entry("bridge", dose=ExerciseDose(sets=3, reps=10)),
        entry("glide", dose=ExerciseDose(sets=2, reps=10), two_sided=True),
        entry("calf", dose=ExerciseDose(sets=3, reps=12), two_sided=True),
        entry("walking", Kind.LIFESTYLE),
        medicine,
    )
    psfs = Measure(
        id="measure.psfs",
        name=(LangText(lang="en", text="PSFS"),),
        plain_name=(LangText(lang="en", text="Your own activities"),),
        unit=(LangText(lang="en", text="points"),),
    )
    peg = Measure(id="measure.peg", name=(LangText(lang="en", text="PEG"),), better=Better.LOWER)
    return Library(
        version="1",
        entries={e.id: e for e in entries},
        measures={m.id: m for m in (psfs, peg)},
        figures={"figure.bridge": "a" * 64, "figure.glide": "b" * 64},
    )


def dangling(plan: Plan) -> set[str]:
    """Return every reference of a plan to a part that is not in it."""
    steps, drivers = {s.id for s in plan.steps}, {d.id for d in plan.drivers}
    items = {item.id for _, item in items_of(plan)}
    found: set[str] = set()
    for step in plan.steps:
        found |= set(step.drivers) - drivers
        if isinstance(step.timing, AfterStep):
            found |= {step.timing.step} - steps
        found |= {item.replaces for item in step.items if item.replaces} - items
    for checkpoint in plan.checkpoints:
        found |= set(checkpoint.steps) - steps
        if isinstance(checkpoint.when, AfterStep | EveryWeeks) and checkpoint.when.step:
            found |= {checkpoint.when.step} - steps
        for action in (checkpoint.on_met, checkpoint.on_partly, checkpoint.on_not_met):
            if action and action.kind is ActionKind.NEXT_STEP and action.target:
                found |= {action.target} - steps
            if action and action.kind is ActionKind.RECONSIDER and action.target:
                found |= {action.target} - drivers
    return found


def all_ids(plan: Plan) -> tuple[str, ...]:
    """Return the ids of every part."""
    parts = (*plan.drivers, *plan.goals, *plan.steps, *plan.checkpoints, *(item for _, item in items_of(plan)))
    return tuple(part.id for part in parts)


def chain(count: int, items: int = 3) -> Plan:
    """Return a plan of steps that follow one another."""
    new_id = counting_ids()
    steps: list[Step] = []
    for _ in range(count):
        timing = AfterStep(step=steps[-1].id) if steps else None
        own = tuple(Item(id=new_id("item"), source="exercise.bridge") for _ in range(items))
        steps.append(Step(id=new_id("step"), timing=timing, trial_end=Lasts(days=14), items=own))
    return Plan(id="plan", start=TODAY, steps=tuple(steps))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a valid plan: every reference holds, and timings point to earlier steps only."""
    new_id = counting_ids(1000)
    drivers = tuple(Driver(id=new_id("driver"), text="why") for _ in range(draw(st.integers(0, 2))))
    goals = tuple(Goal(id=new_id("goal"), text="walk") for _ in range(draw(st.integers(0, 2))))
    steps: list[Step] = []
    for _ in range(draw(st.integers(0, 5))):
        steps.append(_draw_step(draw, new_id, steps, drivers))
    checkpoints = tuple(_draw_checkpoint(draw, new_id, steps, drivers) for _ in range(draw(st.integers(0, 3))))
    return Plan(
        id="plan",
        patient="patient-1",
        region=Region.LUMBAR,
        side=draw(st.sampled_from([None, Side.LEFT, Side.RIGHT])),
        start=draw(st.sampled_from([None, TODAY])),
        drivers=drivers,
        goals=goals,
        steps=tuple(steps),
        checkpoints=checkpoints,
    )


def _draw_step(draw: st.DrawFn, new_id, steps: list[Step], drivers: tuple[Driver, ...]) -> Step:
    items: list[Item] = []
    for _ in range(draw(st.integers(0, 3))):
        replaces = draw(st.sampled_from(["", *(i.id for i in items)]))
        dose = ExerciseDose(sets=draw(st.integers(1, 4)), side=draw(st.sampled_from([None, *Side])))
        stopped = draw(st.sampled_from([None, TODAY]))
        items.append(Item(id=new_id("item"), dose=dose, two_sided=True, replaces=replaces, stopped_on=stopped))
    timings = [st.none(), st.builds(OnDate, on=_days())]
    if steps:
        timings.append(_after(steps))
    return Step(
        id=new_id("step"),
        timing=draw(st.one_of(timings)),
        trial_end=draw(st.one_of(st.none(), st.builds(Lasts, days=st.integers(1, 60)))),
        drivers=tuple(draw(st.lists(st.sampled_from([d.id for d in drivers]), unique=True))) if drivers else (),
        items=tuple(items),
    )


def _draw_checkpoint(draw: st.DrawFn, new_id, steps: list[Step], drivers: tuple[Driver, ...]) -> Checkpoint:
    ids = [s.id for s in steps]
    whens = [st.none(), st.builds(OnDate, on=_days())]
    actions = [st.none(), st.builds(Action, kind=st.just(ActionKind.REFER), target=st.just("surgeon"))]
    if steps:
        whens += [_after(steps), st.builds(EveryWeeks, weeks=st.integers(1, 4), step=st.sampled_from(["", *ids]))]
        actions.append(st.builds(Action, kind=st.just(ActionKind.NEXT_STEP), target=st.sampled_from(ids)))
    if drivers:
        driver_ids = st.sampled_from([d.id for d in drivers])
        actions.append(st.builds(Action, kind=st.just(ActionKind.RECONSIDER), target=driver_ids))
    return Checkpoint(
        id=new_id("checkpoint"),
        steps=tuple(draw(st.lists(st.sampled_from(ids), unique=True))) if ids else (),
        when=draw(st.one_of(whens)),
        criteria=(Criterion(measure="measure.psfs", baseline=Decimal(3), baseline_on=TODAY),),
        on_met=draw(st.one_of(actions)),
        on_not_met=draw(st.one_of(actions)),
    )


def _days() -> st.SearchStrategy[date]:
    return st.integers(0, 400).map(lambda n: TODAY + timedelta(days=n))


def _after(steps: list[Step]) -> st.SearchStrategy[AfterStep]:
    ids = st.sampled_from([s.id for s in steps])
    return st.builds(AfterStep, step=ids, anchor=st.sampled_from(list(Anchor)), days=st.integers(0, 90))


def story_template() -> Template:
    """Return a template whose parts refer to one another in every way."""
    return Template(
        id="template.sciatica",
        texts=(
            Texts(lang="en", name="Sciatica", plain_name="Leg pain from the back"),
            Texts(lang="es", name="Ciática"),
        ),
        regions=(Region.LUMBAR,),
        why=(LangText(lang="en", text="A nerve is irritated."),),
        drivers=(Driver(id="nerve", words=(LangText(lang="en", text="Irritated nerve"),)),),
        goals=(Goal(id="sit", by_days=42, criterion=Criterion(measure="measure.peg", baseline=Decimal(7))),),
        steps=(
            Step(
                id="calm",
                words=(Texts(lang="en", name="Calm the nerve"),),
                drivers=("nerve",),
                trial_end=Lasts(days=21),
                items=(
                    Item(id="a", source="exercise.glide", dose=ExerciseDose(sets=1, reps=5), note="slowly"),
                    Item(id="b", source="medicine.ibuprofen", kind="medicine", dose=MedicineDose(amount=Decimal(200))),
                ),
            ),
            Step(
                id="load",
                timing=AfterStep(step="calm", days=2),
                items=(Item(id="c", source="exercise.bridge"), Item(id="d", source="exercise.gone", note="kept")),
            ),
        ),
        checkpoints=(
            Checkpoint(
                id="look",
                steps=("calm",),
                when=AfterStep(step="calm", anchor=Anchor.START, days=14),
                criteria=(Criterion(measure="measure.psfs"), Criterion(measure="measure.unknown")),
                on_met=Action(kind=ActionKind.NEXT_STEP, target="load"),
                on_not_met=Action(kind=ActionKind.RECONSIDER, target="nerve"),
            ),
        ),
    )
