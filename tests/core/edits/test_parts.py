"""Words that a clinician types for the whole plan take the place of the ready ones in every language."""

from __future__ import annotations

from core.whole_plans import chain

from painplanner.core import edits
from painplanner.core.ids import counting_ids
from painplanner.core.plan import Action, ActionKind, Plan
from painplanner.core.progress.rules import RECHECK_DAYS
from painplanner.core.values import LangText, replace

NAMES = (LangText(lang="en", text="Leg pain"), LangText(lang="es", text="Dolor de pierna"))
REASONS = (LangText(lang="en", text="A nerve is sore."), LangText(lang="es", text="Un nervio duele."))


def from_template() -> Plan:
    return replace(chain(1), title="Sciatica", plain_title=NAMES, why="", why_words=REASONS)


def test_a_new_title_takes_the_place_of_the_plain_title_and_leaves_the_reason() -> None:
    plan = edits.set_plan(from_template(), title="Sciatica after the fall")
    assert (plan.title, plan.plain_title) == ("Sciatica after the fall", ())
    assert plan.why_words == REASONS


def test_a_new_reason_takes_the_place_of_the_ready_one_and_leaves_the_title() -> None:
    plan = edits.set_plan(from_template(), why="A disc presses on a nerve.")
    assert (plan.why, plan.why_words) == ("A disc presses on a nerve.", ())
    assert plan.plain_title == NAMES


def test_the_same_title_and_anything_else_leave_the_ready_words() -> None:
    plan = from_template()
    assert edits.set_plan(plan, title="Sciatica", why="") is plan
    assert edits.set_plan(plan, note="phone first").plain_title == NAMES


def test_ready_words_that_are_given_with_a_text_stay() -> None:
    plan = edits.set_plan(from_template(), title="Leg", plain_title=NAMES[:1])
    assert plan.plain_title == NAMES[:1]


def test_a_new_checkpoint_says_what_follows_and_leads_to_the_next_step() -> None:
    plan = chain(2)
    made = edits.add_checkpoint(plan, counting_ids(), steps=(plan.steps[0].id,)).checkpoints[-1]
    assert made.on_met == Action(kind=ActionKind.NEXT_STEP, target=plan.steps[1].id)
    assert made.on_partly == Action(kind=ActionKind.RECHECK, days=RECHECK_DAYS)
    assert made.on_not_met == Action(kind=ActionKind.RECONSIDER)
