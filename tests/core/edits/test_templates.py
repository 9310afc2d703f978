"""A template becomes a plan of one patient."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from core.whole_plans import TODAY, all_ids, dangling, small_library, story_template

from painplanner.core import edits
from painplanner.core.dose import ExerciseDose, MedicineDose, StopRule
from painplanner.core.ids import counting_ids
from painplanner.core.measure import Better
from painplanner.core.plan import Action, ActionKind, AfterStep, Anchor, OnDate, Plan, texts_in
from painplanner.core.values import LangText, Mechanism, Region, Side, replace

LIBRARY, TEMPLATE = small_library(), story_template()


def made() -> Plan:
    return edits.plan_from_template(
        TEMPLATE, LIBRARY, counting_ids(100), patient="patient-1", today=TODAY, number=20418
    )


def test_the_plan_is_the_patients_and_begins_today() -> None:
    plan = made()
    assert (plan.patient, plan.number, plan.start, plan.template) == ("patient-1", 20418, TODAY, "template.sciatica")
    assert (plan.title, plan.region, plan.side) == ("Sciatica", Region.LUMBAR, None)
    assert plan.plain_title == (
        LangText(lang="en", text="Leg pain from the back"),
        LangText(lang="es", text="Ciática"),
    )
    assert plan.why_words == TEMPLATE.why


def test_titles_are_in_the_language_that_is_asked_for_and_papers_keep_both() -> None:
    plan = edits.plan_from_template(TEMPLATE, LIBRARY, counting_ids(100), patient="p", today=TODAY, number=1, lang="es")
    assert plan.title == "Ciática"
    assert [step.title for step in plan.steps] == [texts_in(step.words, "es").name for step in TEMPLATE.steps]
    assert plan.plain_title == made().plain_title


def test_every_part_has_a_new_id_and_every_reference_holds() -> None:
    plan = made()
    old = {"nerve", "sit", "calm", "load", "a", "b", "c", "d", "look"}
    assert old.isdisjoint(all_ids(plan))
    assert len(set(all_ids(plan))) == len(all_ids(plan)) == len(old)
    assert dangling(plan) == set()
    calm, load = plan.steps
    check = plan.checkpoints[0]
    assert calm.drivers == (plan.drivers[0].id,)
    assert load.timing == AfterStep(step=calm.id, days=2)
    assert check.steps == (calm.id,)
    assert check.when == AfterStep(step=calm.id, anchor=Anchor.START, days=14)
    assert check.on_met == Action(kind=ActionKind.NEXT_STEP, target=load.id)
    assert check.on_not_met == Action(kind=ActionKind.RECONSIDER, target=plan.drivers[0].id)


def test_a_checkpoint_of_a_template_without_any_rule_takes_the_default_ones() -> None:
    bare = replace(TEMPLATE.checkpoints[0], on_met=None, on_partly=None, on_not_met=None)
    template = replace(TEMPLATE, checkpoints=(bare,))
    plan = edits.plan_from_template(template, LIBRARY, counting_ids(100), patient="p", today=TODAY, number=1)
    check = plan.checkpoints[0]
    assert check.on_met == Action(kind=ActionKind.NEXT_STEP, target=plan.steps[1].id)
    assert check.on_not_met == Action(kind=ActionKind.RECONSIDER, target=plan.drivers[0].id)
    assert dangling(plan) == set()


def test_items_are_copies_of_their_entries_with_the_dose_of_the_template() -> None:
    glide, medicine = made().steps[0].items
    bridge, gone = made().steps[1].items
    assert (glide.texts, glide.dose, glide.note) == (
        LIBRARY.entries["exercise.glide"].texts,
        ExerciseDose(sets=1, reps=5),
        "slowly",
    )
    assert glide.figure
    assert glide.figure.sha256 == "b" * 64
    assert (glide.two_sided, glide.cautions, glide.library_version) == (True, ("osteoporosis",), "1")
    assert medicine.dose == MedicineDose(stop_rule=StopRule.NEVER_SUDDENLY)
    assert bridge.dose == ExerciseDose(sets=3, reps=10)
    assert (gone.source, gone.note, gone.texts) == ("exercise.gone", "kept", ())


def test_titles_dates_and_measures_are_filled_in() -> None:
    plan = made()
    assert [step.title for step in plan.steps] == ["Calm the nerve", ""]
    goal = plan.goals[0]
    assert (goal.by, goal.by_days) == (TODAY + timedelta(days=42), None)
    assert goal.criterion
    assert (goal.criterion.better, goal.criterion.baseline) == (Better.LOWER, None)
    known, unknown = plan.checkpoints[0].criteria
    psfs = LIBRARY.measures["measure.psfs"]
    assert (known.name, known.plain_name, known.unit) == (psfs.name, psfs.plain_name, psfs.unit)
    assert psfs.plain_name
    assert unknown == TEMPLATE.checkpoints[0].criteria[1]


def test_a_template_joins_an_open_plan_from_today() -> None:
    earlier = date(2026, 1, 5)
    plan = edits.plan_from_template(TEMPLATE, LIBRARY, counting_ids(1), patient="p", today=earlier, number=1)
    plan = edits.set_painful(plan, Region.KNEE, Side.RIGHT)
    joined = edits.join_template(plan, TEMPLATE, LIBRARY, counting_ids(200), today=TODAY)
    assert [len(p) for p in (joined.steps, joined.drivers, joined.goals, joined.checkpoints)] == [4, 2, 2, 2]
    assert joined.steps[:2] == plan.steps
    assert joined.steps[0] is plan.steps[0]
    assert joined.steps[2].timing == OnDate(on=TODAY)
    assert joined.steps[3].timing == AfterStep(step=joined.steps[2].id, days=2)
    glide = joined.steps[2].items[0]
    assert (glide.dose, glide.added_on) == (ExerciseDose(sets=1, reps=5, side=Side.RIGHT), TODAY)
    assert (joined.title, joined.region, joined.start) == (plan.title, Region.KNEE, earlier)
    assert dangling(joined) == set()


def test_a_template_fills_only_what_a_plan_does_not_say() -> None:
    plan = Plan(id="p", title="My plan", why="As we spoke", mechanism=Mechanism.MIXED, start=TODAY)
    joined = edits.join_template(plan, TEMPLATE, LIBRARY, counting_ids(), today=TODAY)
    assert (joined.title, joined.plain_title, joined.why, joined.why_words) == ("My plan", (), "As we spoke", ())
    assert (joined.mechanism, joined.region, joined.template) == (Mechanism.MIXED, Region.LUMBAR, "template.sciatica")
    assert (joined.steps[0].timing, joined.steps[0].items[0].added_on) == (None, None)


def test_the_same_template_makes_the_same_plan() -> None:
    assert made() == made()
    assert made().goals[0].criterion is not None
    assert TEMPLATE.goals[0].criterion
    assert TEMPLATE.goals[0].criterion.baseline == Decimal(7)
