"""Plans of every constructible shape for property tests: odd references, gaps, rings of timings, all kinds of dose."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from painplanner.core.dose import (
    ActivityDose,
    AnyDose,
    BehaviouralDose,
    CourseDose,
    DeviceDose,
    ExerciseDose,
    HandsOnDose,
    MedicineDose,
    ProcedureDose,
    Progression,
    ReferralDose,
    StopRule,
    Urgency,
    Where,
)
from painplanner.core.library import Kind
from painplanner.core.measure import Better, Criterion, Reading, Target, TargetKind
from painplanner.core.patient import (
    Coded,
    FreeText,
    Patient,
    RedFlagAnswer,
    RedFlags,
    SafetyAnswers,
)
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    Combine,
    Driver,
    EveryWeeks,
    Flare,
    Goal,
    Item,
    Lasts,
    NextVisit,
    OnDate,
    Owner,
    Plan,
    PlanStatus,
    Purpose,
    Step,
    StepStatus,
    Texts,
)
from painplanner.core.values import Answer, Discipline, LangText, Mechanism, Region, Side

IDS = ("step-1", "step-2", "step-3", "step-4", "step-5")
CODES = (
    "osteoporosis", "pregnancy", "fall-risk", "kidney-disease", "blood-thinner", "implanted-device",
    "condition.spinal-stenosis", "condition.diabetes", "condition.sleep-apnoea", "nonsense",
)  # fmt: skip
CLASSES = (
    "nsaid", "topical-nsaid", "opioid", "gabapentinoid", "benzodiazepine", "muscle-relaxant", "anticoagulant", "snri",
    "tca", "acetaminophen", "steroid", "local-anaesthetic", "nonsense",
)  # fmt: skip
SOURCES = (
    "procedure.esi_transforaminal", "procedure.radiofrequency", "exercise.bridge", "medicine.ibuprofen",
    "diagnostic.mri_lumbar", "education.pacing", "own.thing", "",
)  # fmt: skip

words = st.text(max_size=12)
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
any_day = st.one_of(days, st.dates(date(1900, 1, 1), date(2100, 12, 31)))
numbers = st.decimals(Decimal(0), Decimal(500), places=1)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


wheres = st.sampled_from(Where)
sides = maybe(st.sampled_from(Side))
progressions = st.builds(
    Progression,
    add=maybe(numbers),
    percent=maybe(st.decimals(Decimal(0), Decimal(100), places=1)),
    every_days=maybe(st.integers(1, 30)),
    up_to=maybe(numbers),
    since=maybe(days),
)
doses: st.SearchStrategy[AnyDose] = st.one_of(
    st.builds(
        ExerciseDose,
        where=wheres,
        sets=maybe(st.integers(1, 5)),
        reps=maybe(st.integers(1, 30)),
        side=sides,
        days_per_week=maybe(st.integers(1, 7)),
    ),
    st.builds(
        ActivityDose, where=wheres, minutes=maybe(numbers), distance=maybe(numbers), progression=maybe(progressions)
    ),
    st.builds(
        MedicineDose,
        amount=maybe(numbers),
        unit=st.sampled_from(("", "mg")),
        times_per_day=maybe(st.integers(1, 4)),
        trial_end=maybe(any_day),
        stop_rule=maybe(st.sampled_from(StopRule)),
    ),
    st.builds(ProcedureDose, side=sides, level=st.sampled_from(("", "L5"))),
    st.builds(BehaviouralDose, where=wheres, minutes=maybe(st.integers(1, 60))),
    st.builds(CourseDose, visits=maybe(st.integers(1, 20))),
    st.builds(DeviceDose, side=sides),
    st.builds(HandsOnDose, side=sides),
    st.builds(ReferralDose, urgency=maybe(st.sampled_from(Urgency))),
)
texts = st.lists(st.builds(Texts, lang=st.sampled_from(("en", "es")), name=words), max_size=2).map(tuple)
timings = st.one_of(
    st.builds(OnDate, on=any_day),
    st.builds(
        AfterStep,
        step=st.sampled_from((*IDS, "gone", "")),
        anchor=st.sampled_from(Anchor),
        days=st.one_of(st.integers(0, 30), st.integers(0, 3650)),
    ),
)
whens = st.one_of(timings, st.builds(EveryWeeks, weeks=st.integers(1, 52), step=st.sampled_from((*IDS, "gone", ""))))


@st.composite
def items(draw: st.DrawFn, item_id: str) -> Item:
    return Item(
        id=item_id,
        source=draw(st.sampled_from(SOURCES)),
        kind=draw(st.sampled_from(tuple(k.value for k in Kind))),
        category=draw(st.sampled_from(("", "strength", "aerobic", "nerve-glide"))),
        texts=draw(texts),
        dose=draw(maybe(doses)),
        two_sided=draw(st.booleans()),
        cautions=tuple(draw(st.lists(st.sampled_from(CODES), max_size=2))),
        drug_classes=tuple(draw(st.lists(st.sampled_from(CLASSES), max_size=2))),
        added_on=draw(maybe(any_day)),
        stopped_on=draw(maybe(any_day)),
        stop_plan=draw(st.sampled_from(("", "", "Halve it for a week"))),
    )


@st.composite
def steps(draw: st.DrawFn, step_id: str) -> Step:
    started = draw(maybe(any_day))
    ended = draw(maybe(any_day))
    if started and ended and ended < started:
        started, ended = ended, started
    return Step(
        id=step_id,
        title=draw(words),
        purpose=draw(maybe(st.sampled_from(Purpose))),
        drivers=tuple(draw(st.lists(st.sampled_from(("driver-1", "gone")), max_size=1))),
        owner=Owner(discipline=draw(maybe(st.sampled_from(Discipline)))),
        timing=draw(maybe(timings)),
        trial_end=draw(maybe(st.one_of(st.builds(OnDate, on=any_day), st.builds(Lasts, days=st.integers(1, 400))))),
        status=draw(st.sampled_from(StepStatus)),
        started_on=started,
        ended_on=ended,
        items=tuple(draw(items(f"{step_id}-item-{n}")) for n in range(draw(st.integers(0, 3)))),
    )


targets = st.builds(Target, kind=st.sampled_from(TargetKind), amount=maybe(numbers))
criteria = st.builds(
    Criterion,
    measure=st.sampled_from(("measure.nrs", "measure.psfs", "measure.sitting_minutes", "measure.gone", "")),
    name=st.just((LangText(lang="en", text="Sitting"),)) | st.just(()),
    better=st.sampled_from(Better),
    activity=words,
    baseline=maybe(numbers),
    target=maybe(targets),
)
actions = st.builds(
    Action, kind=st.sampled_from(ActionKind), target=st.sampled_from((*IDS, "driver-1", "gone", "")), days=st.none()
)


@st.composite
def checkpoints(draw: st.DrawFn, checkpoint_id: str) -> Checkpoint:
    return Checkpoint(
        id=checkpoint_id,
        steps=tuple(draw(st.lists(st.sampled_from((*IDS, "gone")), max_size=2))),
        when=draw(maybe(whens)),
        combine=draw(st.sampled_from(Combine)),
        criteria=tuple(draw(st.lists(criteria, max_size=2))),
        on_met=draw(maybe(actions)),
        on_partly=draw(maybe(actions)),
        on_not_met=draw(maybe(actions)),
    )


@st.composite
def flares(draw: st.DrawFn, flare_id: str) -> Flare:
    on, back_on = draw(days), draw(maybe(days))
    if back_on and back_on < on:
        on, back_on = back_on, on
    ids = st.sampled_from(("step-1-item-0", "step-2-item-0", "step-2-item-1"))
    return Flare(id=flare_id, on=on, back_on=back_on, items=tuple(draw(st.lists(ids, unique=True, max_size=2))))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    return Plan(
        id="plan-1",
        patient="patient-1",
        title=draw(words),
        region=draw(maybe(st.sampled_from(Region))),
        side=draw(sides),
        mechanism=draw(maybe(st.sampled_from(Mechanism))),
        start=draw(maybe(any_day)),
        drivers=(Driver(id="driver-1"),) if draw(st.booleans()) else (),
        goals=tuple(
            Goal(
                id=f"goal-{n}",
                text=draw(words),
                criterion=draw(maybe(criteria)),
                by=draw(maybe(any_day)),
                by_days=draw(maybe(st.integers(1, 3650))),
                functional=draw(st.booleans()),
            )
            for n in range(draw(st.integers(0, 2)))
        ),
        steps=tuple(draw(steps(step_id)) for step_id in IDS[: draw(st.integers(0, 5))]),
        checkpoints=tuple(draw(checkpoints(f"checkpoint-{n}")) for n in range(draw(st.integers(0, 3)))),
        flares=tuple(draw(flares(f"flare-{n}")) for n in range(draw(st.integers(0, 2)))),
        next_visit=NextVisit(on=draw(maybe(any_day))),
        status=draw(st.sampled_from(PlanStatus)),
    )


terms = st.one_of(
    st.builds(
        Coded,
        code=st.sampled_from(
            (
                "medicine.ibuprofen",
                "medicine.apixaban",
                "medicine.oxycodone",
                "allergy.nsaid",
                "condition.osteoporosis",
                "condition.spinal-stenosis",
                "nonsense",
            )
        ),
    ),
    st.builds(FreeText, text=words),
)
term_lists = st.lists(terms, max_size=3).map(tuple)
answers = st.sampled_from(Answer)
patients = st.builds(
    Patient,
    id=st.just("patient-1"),
    birth_date=maybe(any_day),
    allergies_answer=answers,
    allergies=term_lists,
    conditions=term_lists,
    medicines=term_lists,
    goals=st.lists(words, max_size=3).map(tuple),
    safety=st.builds(
        SafetyAnswers,
        blood_thinner=answers,
        pregnancy=answers,
        kidney_disease=answers,
        osteoporosis=answers,
        implanted_device=answers,
        fall_risk=answers,
    ),
    red_flags=st.builds(
        RedFlags,
        overall=answers,
        answers=st.lists(st.builds(RedFlagAnswer, flag=words, answer=answers), max_size=2).map(tuple),
        action=words,
        action_on=maybe(any_day),
    ),
)
readings = st.lists(
    st.builds(
        Reading,
        id=st.just("reading-1"),
        patient=st.just("patient-1"),
        measure=st.sampled_from(("measure.nrs", "measure.gone")),
        on=any_day,
        value=numbers,
    ),
    max_size=2,
).map(tuple)
