"""A plan becomes a template that says nothing of its patient and gives the next one the same plan."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest
from core.drawn_plans import plans as drawn_plans
from core.whole_plans import TODAY, dangling, plans, small_library, story_template
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core import edits
from painplanner.core.dose import (
    ActivityDose,
    AnyDose,
    DeviceDose,
    ExerciseDose,
    MedicineDose,
    ProcedureDose,
    Progression,
    ReferralDose,
    StopRule,
    TimeOfDay,
    Urgency,
)
from painplanner.core.ids import counting_ids
from painplanner.core.known_dates import waiting_steps
from painplanner.core.library import Library, Template
from painplanner.core.measure import Criterion, Target
from painplanner.core.own import PRACTICE, OwnEntry, OwnLibrary, edited_copy, library_for
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    Driver,
    Goal,
    Item,
    Lasts,
    NextVisit,
    OnDate,
    Owner,
    Plan,
    Step,
    StepStatus,
    TeachBack,
    Texts,
)
from painplanner.core.values import Discipline, LangText, Region, Side, replace
from painplanner.services.demo import make_plan
from painplanner.services.demo_people import cases
from painplanner.services.library import read_library

LIBRARY = small_library()
BUILT_IN = read_library()[0]


def made(plan: Plan, library: Library = LIBRARY) -> Template:
    return edits.template_from_plan(plan, library, counting_ids(), name="Our way")


def again(template: Template, library: Library = LIBRARY) -> Plan:
    return edits.plan_from_template(template, library, counting_ids(500), patient="p-2", today=TODAY, number=2)


def one(*items: Item, **fields: object) -> Plan:
    return Plan(id="p", patient="patient-1", start=TODAY, steps=(Step(id="s", items=items, **fields),))  # type: ignore[arg-type]


def structure(plan: Plan) -> object:
    """Return what a plan prescribes, with the places of its parts in the place of their ids."""
    places = {step.id: n for n, step in enumerate(plan.steps)} | {d.id: n for n, d in enumerate(plan.drivers)}

    def placed(value: object) -> object:
        plain = msgspec.to_builtins(value)
        return {key: places.get(each, each) if isinstance(each, str) else each for key, each in plain.items()}

    return (
        [(d.words, d.text, d.mechanism) for d in plan.drivers],
        [(g.words, g.text, g.by, g.criterion) for g in plan.goals],
        [
            (s.title, s.purpose, [places[d] for d in s.drivers], s.owner, s.timing and placed(s.timing), s.trial_end)
            for s in plan.steps
        ],
        [[(i.source, i.texts, i.dose, i.figure, i.note) for i in s.items] for s in plan.steps],
        [
            (
                c.criteria,
                [places[s] for s in c.steps],
                c.when and placed(c.when),
                c.combine,
                c.at_least,
                *(a and placed(a) for a in (c.on_met, c.on_partly, c.on_not_met)),
            )
            for c in plan.checkpoints
        ],
        (plan.region, plan.mechanism, plan.flare, plan.why_words),
    )


@pytest.mark.parametrize("template", BUILT_IN.templates.values(), ids=lambda one: one.id)
def test_a_plan_from_a_built_in_template_gives_that_template_again(template: Template) -> None:
    plan = again(template, BUILT_IN)
    copy = edits.template_from_plan(plan, BUILT_IN, counting_ids(), name=template.texts[0].name)
    assert structure(again(copy, BUILT_IN)) == structure(replace(plan, title=""))


@pytest.mark.parametrize("case", cases(TODAY), ids=lambda one: one.patient.id)
def test_a_plan_of_the_demo_gives_the_next_patient_the_same_without_the_first(case) -> None:
    plan = make_plan(case, BUILT_IN, 7, TODAY)
    template = made(plan, BUILT_IN)
    fresh = again(BUILT_IN.templates[case.template], BUILT_IN)
    assert structure(again(template, BUILT_IN)) == structure(fresh)
    assert edits.texts_naming(template, [case.patient.name, case.patient.record_number]) == ()
    said = msgspec.json.encode(template).decode()
    assert all(word not in said for word in ("M. Reyes", "2026", '"side"', "baseline", '"L5"', case.patient.id))


@given(plan=plans() | drawn_plans())
def test_a_template_of_any_plan_can_be_used_and_stays_itself(plan: Plan) -> None:
    template = made(plan)
    first = again(template)
    assert dangling(first) == set()
    assert len(first.steps) == len(plan.steps)
    assert made(again(made(first))) == made(first)
    assert waiting_steps(first)[0] == ()


@given(plan=drawn_plans(), today=st.dates(date(2024, 1, 1), date(2027, 1, 1)))
def test_nothing_of_the_patient_is_left_in_a_template(plan: Plan, today: date) -> None:
    raw = msgspec.to_builtins(made(plan))
    keys = set(all_keys(raw))
    gone = {"baseline", "baseline_on", "by", "started_on", "ended_on", "added_on", "stopped_on", "trial_end_on"}
    gone |= {"status", "shown", "amount_typed", "activity", "note", "on", "at", "trial_end_date", "times"}
    assert keys.isdisjoint(gone)
    for step in made(plan).steps:
        assert step.owner.name == ""
        for item in step.items:
            assert not isinstance(item.dose, MedicineDose) or item.dose.amount is None
            assert getattr(item.dose, "side", None) is None


def all_keys(raw: object) -> list[str]:
    if isinstance(raw, dict):
        return [*raw, *(key for each in raw.values() for key in all_keys(each))]
    return [key for each in raw for key in all_keys(each)] if isinstance(raw, list | tuple) else []


def test_names_notes_statuses_and_who_is_in_charge_stay_with_the_patient() -> None:
    item = Item(id="i", source="exercise.bridge", note="mind the cat", shown=TeachBack.YES, added_on=TODAY)
    step = Step(
        id="s",
        title="Load",
        owner=Owner(discipline=Discipline.PSYCHOLOGIST, name="Dr. Bell"),
        status=StepStatus.DONE,
        started_on=TODAY,
        ended_on=TODAY,
        items=(item,),
        note="cried today",
    )
    plan = Plan(
        id="p",
        patient="patient-1",
        title="Knee of Mr. Żak",
        why="He fell at work.",
        side=Side.LEFT,
        region=Region.KNEE,
        start=TODAY,
        steps=(step,),
        next_visit=NextVisit(on=TODAY, with_whom="Dr. Bell"),
        note="insurance pending",
    )
    template = made(plan)
    assert template.steps == (
        Step(
            id="step-1",
            title="Load",
            owner=Owner(discipline=Discipline.PSYCHOLOGIST),
            items=(Item(id="item-2", source="exercise.bridge"),),
        ),
    )
    assert template.regions == (Region.KNEE,)
    assert (template.texts, template.why) == ((Texts(lang="en", name="Our way"),), ())


@pytest.mark.parametrize(
    ("dose", "kept"),
    [
        (
            ExerciseDose(sets=2, reps=8, load=Decimal(5), load_unit="kg", side=Side.LEFT, note="red band"),
            ExerciseDose(sets=2, reps=8, load=Decimal(5), load_unit="kg"),
        ),
        (
            ActivityDose(minutes=Decimal(8), progression=Progression(add=Decimal(2), every_days=3, since=TODAY)),
            ActivityDose(minutes=Decimal(8), progression=Progression(add=Decimal(2), every_days=3)),
        ),
        (
            MedicineDose(
                amount=Decimal(200),
                unit="mg",
                route="by mouth",
                times=(TimeOfDay.MORNING,),
                trial_end=TODAY,
                stop_rule=StopRule.NEVER_SUDDENLY,
            ),
            MedicineDose(stop_rule=StopRule.NEVER_SUDDENLY),
        ),
        (ProcedureDose(site="left L5 foramen", level="L5", side=Side.LEFT), ProcedureDose()),
        (
            ReferralDose(to="Dr. Kim", urgency=Urgency.SOON, question="Is it torn?"),
            ReferralDose(urgency=Urgency.SOON),
        ),
        (DeviceDose(minutes=15, when="while Maria drives", side=Side.RIGHT), DeviceDose(minutes=15)),
    ],
)
def test_a_dose_keeps_what_any_patient_may_be_given(dose: AnyDose, kept: AnyDose) -> None:
    template = made(one(Item(id="i", source="exercise.gone", texts=(Texts(lang="en", name="Gone"),), dose=dose)))
    assert template.steps[0].items[0].dose == kept


def test_an_item_of_the_library_only_names_its_entry_and_one_that_is_gone_keeps_its_words() -> None:
    here = edits.new_item(LIBRARY.entries["exercise.glide"], LIBRARY, counting_ids(1))
    gone = Item(id="gone", source="exercise.gone", texts=(Texts(lang="en", name="Gone"),))
    free = Item(id="free", texts=(Texts(lang="en", name="Stretch by the window"),))
    template = made(one(here, gone, free))
    named, *copies = template.steps[0].items
    assert (named.source, named.texts, named.dose) == ("exercise.glide", (), ExerciseDose(sets=2, reps=10))
    assert [copy.texts for copy in copies] == [gone.texts, free.texts]
    assert [item.texts for item in again(template).steps[0].items[1:]] == [gone.texts, free.texts]


def test_what_another_item_took_over_from_is_left_out_and_what_only_ended_stays() -> None:
    plan = edits.swap_item(
        one(Item(id="a", source="exercise.bridge"), Item(id="b", source="exercise.calf")),
        "a",
        LIBRARY.entries["exercise.glide"],
        LIBRARY,
        counting_ids(9),
        today=TODAY,
    )
    plan = edits.stop_item(plan, "b", TODAY)
    assert [item.source for item in made(plan).steps[0].items] == ["exercise.glide", "exercise.calf"]


def test_dates_become_days_after_the_step_before() -> None:
    def day(n: int) -> date:
        return TODAY + timedelta(days=n)

    plan = Plan(
        id="p",
        start=TODAY,
        goals=(Goal(id="g", text="walk", by=day(60)),),
        steps=(
            Step(id="first", trial_end=OnDate(on=day(13))),
            Step(id="during", timing=OnDate(on=day(5)), trial_end=OnDate(on=day(9))),
            Step(id="behind", timing=OnDate(on=day(12))),
            Step(id="waits", timing=AfterStep(step="behind", days=4)),
        ),
        checkpoints=(Checkpoint(id="c", steps=("during",), when=OnDate(on=day(8))),),
    )
    template = made(plan)
    first, during, behind, waits = template.steps
    assert (first.timing, first.trial_end) == (None, Lasts(days=14))
    assert (during.timing, during.trial_end) == (AfterStep(step=first.id, anchor=Anchor.START, days=5), Lasts(days=5))
    assert behind.timing == AfterStep(step=during.id, anchor=Anchor.END, days=3)
    assert waits.timing == AfterStep(step=behind.id, days=4)
    assert template.goals[0].by_days == 60
    assert template.checkpoints[0].when == AfterStep(step=during.id, anchor=Anchor.START, days=3)


def test_steps_that_would_wait_for_one_another_do_not() -> None:
    plan = Plan(
        id="p",
        start=TODAY,
        steps=(
            Step(id="a", timing=AfterStep(step="b"), started_on=TODAY),
            Step(id="b", timing=OnDate(on=TODAY + timedelta(days=9))),
        ),
    )
    a, b = made(plan).steps
    assert (a.timing, b.timing) == (AfterStep(step=b.id), None)
    ring = Plan(
        id="p",
        start=TODAY,
        steps=(
            Step(id="a", timing=AfterStep(step="b"), started_on=TODAY + timedelta(days=3)),
            Step(id="b", timing=AfterStep(step="a")),
            Step(id="c"),
        ),
    )
    a, b, c = made(ring).steps
    assert (a.timing, b.timing) == (AfterStep(step=c.id, anchor=Anchor.START, days=3), AfterStep(step=a.id))


def test_a_criterion_keeps_its_target_and_takes_its_words_from_the_measure() -> None:
    criterion = Criterion(
        measure="measure.psfs",
        name=(LangText(lang="en", text="PSFS"),),
        activity="lift Anna",
        side=Side.LEFT,
        baseline=Decimal(3),
        baseline_on=TODAY,
        target=Target(amount=Decimal(6)),
    )
    unknown = replace(criterion, measure="measure.unknown")
    check = Checkpoint(
        id="c",
        steps=("s",),
        criteria=(criterion, unknown),
        on_not_met=Action(kind=ActionKind.RECONSIDER, target="d"),
        note="ask Anna",
    )
    plan = replace(one(), drivers=(Driver(id="d", text="stiff hip"),), checkpoints=(check,))
    template = made(plan)
    assert template.checkpoints[0].criteria == (
        Criterion(measure="measure.psfs", target=Target(amount=Decimal(6))),
        Criterion(measure="measure.unknown", name=criterion.name, target=Target(amount=Decimal(6))),
    )
    assert template.checkpoints[0].on_not_met == Action(kind=ActionKind.RECONSIDER, target=template.drivers[0].id)
    assert template.checkpoints[0].note == ""


def test_the_name_stands_in_the_language_it_was_given_in() -> None:
    plan = replace(
        one(),
        plain_title=(LangText(lang="en", text="Leg pain"), LangText(lang="es", text="Dolor de pierna")),
    )
    template = edits.template_from_plan(plan, LIBRARY, counting_ids(), name="Nuestra ciática", lang="es")
    assert template.texts == (
        Texts(lang="es", name="Nuestra ciática", plain_name="Dolor de pierna"),
        Texts(lang="en", name="Leg pain"),
    )
    assert template.id == "own.template-2"


def test_a_text_that_names_the_patient_is_found() -> None:
    template = replace(
        story_template(),
        drivers=(Driver(id="nerve", text="Mr. Żak lifts alone"),),
        goals=(Goal(id="g", text="walk"),),
    )
    assert edits.texts_naming(template, ["Łukasz Żak", "2001"]) == ("Mr. Żak lifts alone",)


@pytest.mark.parametrize("text", ["lift for Lukasz", "ŻAK's garden", "file no. 2001-b"])
def test_a_name_is_found_without_its_accents_and_in_capitals(text: str) -> None:
    template = replace(story_template(), goals=(Goal(id="g", text=text),))
    assert edits.texts_naming(template, ["Łukasz Żak", "2001"]) == (text,)


def test_a_template_for_everybody_names_nothing_that_only_one_person_has() -> None:
    mine = OwnEntry(value=replace(LIBRARY.entries["exercise.bridge"], id="own.bridge"), owner="person-1")
    own = OwnLibrary(entries=(mine, edited_copy(LIBRARY.entries["exercise.calf"])))
    item = edits.new_item(mine.value, library_for("person-1", LIBRARY, own), counting_ids())
    for owner, words in (("person-1", ()), (PRACTICE, mine.value.texts)):
        made_of = library_for(owner, LIBRARY, own)
        assert made(one(item), made_of).steps[0].items[0].texts == words
        assert "exercise.calf" in made_of.entries
