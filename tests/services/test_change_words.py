"""What changed between two versions of a plan reads as a clinician would say it, and gives reasons to keep it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from core.drawn_plans import plans
from hypothesis import given

from painplanner.core.checkpoint import Action, ActionKind, Checkpoint, Decision, Outcome
from painplanner.core.dose import ExerciseDose
from painplanner.core.edits.closing import close_plan
from painplanner.core.measure import Criterion, Target
from painplanner.core.plan import (
    AfterStep,
    Anchor,
    Closing,
    Driver,
    Flare,
    Goal,
    GoalEnd,
    Item,
    Lasts,
    NextVisit,
    Plan,
    Purpose,
    Step,
    StepStatus,
    Texts,
)
from painplanner.core.values import Discipline, LangText, Region, Side, replace
from painplanner.services.words.changes import change_groups, count_words, ends_words, line_words, reason_suggestions

TODAY = date(2026, 1, 14)
SITTING = Criterion(
    measure="measure.sitting",
    name=(LangText(lang="en", text="Sitting"),),
    baseline=Decimal(10),
    target=Target(amount=Decimal(20)),
)
CHECK = Checkpoint(
    id="check", steps=("a",), criteria=(SITTING,), when=AfterStep(step="a", anchor=Anchor.START, days=14)
)


def bridge(**more: object) -> Item:
    words = (Texts(lang="en", name="Bridge"), Texts(lang="es", name="Puente"))
    dose = ExerciseDose(sets=3, reps=10)
    return Item(**{"id": "bridge", "texts": words, "dose": dose, **more})  # type: ignore[arg-type]


CALM = Step(id="a", title="Calm the nerve", items=(bridge(),))
BUILD = Step(id="b", title="Build up")
PLAN = Plan(
    id="plan",
    title="Sciatica",
    side=Side.LEFT,
    drivers=(Driver(id="d", text="Weak hip"),),
    goals=(Goal(id="g", text="Sit through dinner"), Goal(id="h", text="Sleep")),
    steps=(CALM, BUILD),
    checkpoints=(CHECK,),
)


def calm(**more: object) -> Plan:
    plan: Plan = replace(PLAN, steps=(replace(CALM, **more), BUILD))
    return plan


def only(new: Plan, old: Plan = PLAN) -> tuple[str, ...]:
    groups = change_groups(old, new)
    assert [len(group.lines) for group in groups] == [1], groups
    line = groups[0].lines[0]
    return groups[0].title, line.name, line.field, line.old, line.new


REFER = Action(kind=ActionKind.REFER, target=Discipline.SURGEON)
DECIDED = Decision(
    id="x", checkpoint="check", on=TODAY, found=Outcome.MET, outcome=Outcome.MET,
    action=Action(kind=ActionKind.NEXT_STEP, target="b"),
)  # fmt: skip
CLOSED = replace(PLAN, closing=Closing(on=TODAY, goals=(("g", GoalEnd.REACHED), ("h", GoalEnd.PARTLY))))

CASES = {
    "a side": (replace(PLAN, side=Side.RIGHT), ("Plan", "The plan", "side", "left", "right")),
    "a region": (replace(PLAN, region=Region.LUMBAR), ("Plan", "The plan", "region", "", "Lower back")),
    "a visit": (
        replace(PLAN, next_visit=NextVisit(on=TODAY, with_whom="M. Reyes")),
        ("Plan", "The plan", "next visit", "", "14 Jan 2026, M. Reyes"),
    ),
    "a dose": (
        calm(items=(bridge(dose=ExerciseDose(sets=4, reps=10)),)),
        ("In the steps", "Bridge", "dose", "3 × 10", "4 × 10"),
    ),
    "an item that is new": (
        calm(items=(bridge(), bridge(id="glide", texts=(Texts(lang="en", name="Glide"),), dose=None))),
        ("In the steps", "Glide", "", "", "in “Calm the nerve”"),
    ),
    "an item in another step": (
        replace(PLAN, steps=(replace(CALM, items=()), replace(BUILD, items=CALM.items))),
        ("In the steps", "Bridge", "step", "Calm the nerve", "Build up"),
    ),
    "an item that was stopped": (
        calm(items=(bridge(stopped_on=TODAY),)),
        ("In the steps", "Bridge", "stopped on", "", "14 Jan 2026"),
    ),
    "a purpose": (calm(purpose=Purpose.RELIEF), ("Steps", "Calm the nerve", "purpose", "", "Symptom relief")),
    "a status": (calm(status=StepStatus.DONE), ("Steps", "Calm the nerve", "status", "Planned", "Done")),
    "drivers": (calm(drivers=("d",)), ("Steps", "Calm the nerve", "drivers", "", "Weak hip")),
    "a trial": (calm(trial_end=Lasts(days=42)), ("Steps", "Calm the nerve", "trial lasts", "", "6 weeks")),
    "the order": (replace(PLAN, steps=(BUILD, CALM)), ("Steps", "Calm the nerve", "order", "place 1", "place 2")),
    "a step that is gone": (
        replace(PLAN, steps=(CALM,)),
        ("Steps", "Build up", "", "empty", ""),
    ),
    "what follows": (
        replace(PLAN, checkpoints=(replace(CHECK, on_not_met=REFER),)),
        ("Checkpoints", "Sitting", "when not met", "", "refer to surgeon"),
    ),
    "a target": (
        replace(PLAN, checkpoints=(replace(CHECK, criteria=(replace(SITTING, target=Target(amount=Decimal(30))),)),)),
        ("Checkpoints", "Sitting", "looks at", "Sitting: 10 → ≥ 20", "Sitting: 10 → ≥ 30"),
    ),
    "from where it is partly met": (
        replace(PLAN, checkpoints=(replace(CHECK, criteria=(replace(SITTING, partly=Target(amount=Decimal(12))),)),)),
        ("Checkpoints", "Sitting", "looks at", "Sitting: 10 → ≥ 20", "Sitting: 10 → ≥ 20, partly from 12"),
    ),
    "when to look": (
        replace(PLAN, checkpoints=(replace(CHECK, when=AfterStep(step="b", anchor=Anchor.END, days=0)),)),
        ("Checkpoints", "Sitting", "when", "14 days after the start of “Calm the nerve”", "after “Build up”"),
    ),
    "a decision": (
        replace(PLAN, decisions=(DECIDED,)),
        ("Decisions", "Sitting", "", "", "met, go on to “Build up”"),
    ),
    "a flare": (
        replace(PLAN, flares=(Flare(id="f", on=TODAY, back_on=date(2026, 1, 17), items=("bridge",)),)),
        ("Flares", "Bridge", "", "", "14 Jan 2026 – 17 Jan 2026"),
    ),
    "the closing": (
        CLOSED,
        ("Closing", "The plan", "", "", "14 Jan 2026; Sit through dinner: reached; Sleep: partly reached"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_change_names_its_part_and_says_both_sides(case: str) -> None:
    new, said = CASES[case]
    assert only(new) == said


@pytest.mark.parametrize("case", sorted(CASES.keys() - {"the order"}))
def test_the_other_way_round_the_sides_are_exchanged(case: str) -> None:
    new, said = CASES[case]
    assert only(PLAN, new)[3:] == said[:2:-1]


def test_a_typed_text_that_takes_the_place_of_ready_words_is_said_once() -> None:
    ready = replace(PLAN, goals=(Goal(id="g", words=(LangText(lang="en", text="Sit longer"),)), PLAN.goals[1]))
    (group,) = change_groups(ready, PLAN)
    assert [line[2:] for line in group.lines] == [("words", "Sit longer", "Sit through dinner")]


def test_texts_of_the_plan_are_in_the_language_asked_for() -> None:
    (group,) = change_groups(PLAN, calm(items=()), "es")
    assert group.lines[0].name == "Puente"


def test_in_one_line_a_change_says_what_it_was_and_is() -> None:
    groups = change_groups(PLAN, replace(calm(items=()), side=None, goals=(*PLAN.goals, Goal(id="new", text="Walk"))))
    assert [line_words(line) for group in groups for line in group.lines] == [
        "The plan, side: left → not set",
        "New: Walk",
        "Removed: Bridge",
    ]


def test_nothing_changed_is_said() -> None:
    assert change_groups(PLAN, PLAN) == ()
    assert count_words(()) == "Nothing changed."
    assert count_words(change_groups(PLAN, CLOSED)) == "1 change"


@pytest.mark.parametrize(
    ("new", "reasons"),
    [
        (PLAN, ()),
        (calm(items=(bridge(dose=ExerciseDose(sets=4, reps=10)),)), ("Dose of Bridge changed",)),
        (calm(items=(bridge(stopped_on=TODAY),)), ("Stopped: Bridge",)),
        (calm(status=StepStatus.DONE), ("Step done: Calm the nerve",)),
        (replace(calm(items=()), decisions=(DECIDED,)), ("Sitting: met, go on to “Build up”", "Removed: Bridge")),
        (close_plan(PLAN, Closing(on=TODAY)), ("Plan closed",)),
        (replace(PLAN, note="Talked with Dr Okafor"), ()),
    ],
)
def test_reasons_come_from_what_changed_and_the_weightiest_is_first(new: Plan, reasons: tuple[str, ...]) -> None:
    assert reason_suggestions(PLAN, new) == reasons


def test_the_first_revision_needs_no_comparison() -> None:
    assert reason_suggestions(None, PLAN) == ("First plan",)


def test_how_each_goal_ended_is_said_also_where_nobody_knows() -> None:
    closing = Closing(on=TODAY, goals=(("h", GoalEnd.NO_LONGER_WANTED),))
    assert ends_words(closing, PLAN) == ("Sit through dinner: not known", "Sleep: no longer wanted")


@given(plans(), plans())
def test_any_two_plans_can_be_told_apart_in_words(old: Plan, new: Plan) -> None:
    for group in change_groups(old, new):
        for line in group.lines:
            assert line.name
            assert line.old != line.new
            assert line_words(line)
    assert len(reason_suggestions(old, new)) <= 5
