"""The rows of a plan say in words what a clinician looks for, in the order of the sequence."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from painplanner.core.edits import stop_item
from painplanner.core.measure import Better, Criterion, Target
from painplanner.core.outline import plan_outline
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    EveryWeeks,
    Item,
    Lasts,
    Outcome,
    Owner,
    Plan,
    Purpose,
    Step,
    Texts,
)
from painplanner.core.review import review
from painplanner.core.values import LangText, replace
from painplanner.gui.pages.composer.row_maker import RowMaker
from painplanner.gui.pages.composer.rows import CheckRow, HeadRow, ItemRow, StepRow, WeekRow

DAY = date(2026, 1, 20)


def item(name, **more):
    return Item(id=name, texts=(Texts(lang="en", name=name),), **more)


@pytest.fixture
def plan():
    first = Step(
        id="one",
        title="Calm the nerve",
        purpose=Purpose.RELIEF,
        owner=Owner(name="Dr Okafor"),
        trial_end=Lasts(days=21),
        items=(item("Epidural", kind="procedure"),),
    )
    second = Step(id="two", timing=AfterStep(step="one"), items=(item("Bridge"), item("Ibuprofen", kind="medicine")))
    sitting = Criterion(
        measure="measure.sitting",
        name=(LangText(lang="en", text="Sitting"),),
        unit=(LangText(lang="en", text="min"),),
        baseline=Decimal(10),
        target=Target(amount=Decimal(20)),
        better=Better.HIGHER,
    )
    check = Checkpoint(
        id="check",
        steps=("one",),
        when=AfterStep(step="one", anchor=Anchor.START, days=14),
        criteria=(sitting,),
        on_met=Action(kind=ActionKind.NEXT_STEP, target="two"),
        on_not_met=Action(kind=ActionKind.STOP_TRIAL),
    )
    return Plan(id="plan", steps=(first, second), checkpoints=(check,), start=DAY)


def rows_of(plan, findings=()):
    return RowMaker("en").rows(plan, plan_outline(plan, DAY), findings, DAY)


def test_steps_come_in_order_under_their_weeks_with_the_checkpoint_between(plan):
    kinds = [type(row) for row in rows_of(plan)]
    assert kinds == [WeekRow, StepRow, ItemRow, CheckRow, WeekRow, StepRow, ItemRow, ItemRow]


def test_the_head_of_a_card_says_what_when_and_who(plan):
    head = rows_of(plan)[1]
    assert (head.number, head.title, head.purpose_word) == ("1", "Calm the nerve", "Symptom relief")
    assert head.dates == "Tue 20 Jan – 9 Feb"
    assert head.owner == "Dr Okafor"
    assert head.spoken.startswith("Step 1: Calm the nerve, Symptom relief")


def test_a_step_without_title_is_called_by_what_is_in_it(plan):
    assert rows_of(plan)[5].title == "Exercises, medicine"
    empty = replace(plan, steps=(Step(id="x"),), checkpoints=())
    assert rows_of(empty)[1].title == "Empty step"


def test_a_checkpoint_says_when_from_where_to_where_and_what_follows(plan):
    check = rows_of(plan)[3]
    assert check.title == "Checkpoint Tue 3 Feb · 2 weeks"
    assert check.criteria == ("Sitting: 10 → ≥ 20 min",)
    assert check.outcomes == ((Outcome.MET, "met: go on to 2"), (Outcome.NOT_MET, "not met: stop the trial"))


def test_a_repeated_checkpoint_says_how_often(plan):
    every = replace(plan.checkpoints[0], when=EveryWeeks(weeks=1, step="one"))
    check = rows_of(replace(plan, checkpoints=(every,)))[3]
    assert check.title == "Checkpoint Tue 27 Jan · every week, 2 times"


def test_a_medicine_without_a_dose_says_so(plan):
    medicine = rows_of(plan)[-1]
    assert medicine.dose == "no dose typed yet"


def test_what_was_stopped_and_what_is_new_is_marked(plan):
    stopped = stop_item(plan, "Bridge", DAY - timedelta(days=1))
    assert rows_of(stopped)[-2].mark == "stopped 19 Jan"
    assert rows_of(stopped)[-2].is_over
    new = replace(plan, steps=(replace(plan.steps[0], items=(item("Bird dog", added_on=DAY),)), plan.steps[1]))
    assert rows_of(new)[2].mark == "new"


def test_the_last_row_of_a_card_closes_it(plan):
    closed = [row.key for row in rows_of(plan) if getattr(row, "is_last", False)]
    assert closed == ["Epidural", "Ibuprofen"]


def test_findings_stand_with_their_part_and_those_of_the_plan_at_the_end(ctx, session, plan):
    findings = review(plan, session.patient, ctx.library.value, DAY)
    rows = rows_of(plan, findings)
    heading = next(n for n, row in enumerate(rows) if isinstance(row, HeadRow))
    subjects = {row.subject for row in rows[heading + 1 :]}
    assert not subjects & {"one", "two", "Epidural", "Bridge", "Ibuprofen", "check"}
    assert {f.code for f in findings} == {row.finding.code for row in rows if hasattr(row, "finding")}
    assert all(row.text and row.text[0].isupper() for row in rows if hasattr(row, "finding"))
