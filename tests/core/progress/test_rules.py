"""What follows an outcome where nobody said, and how it leads through a plan."""

from __future__ import annotations

from core.review.made import check, step

from painplanner.core.checkpoint import Action, ActionKind, Checkpoint, Outcome
from painplanner.core.progress.rules import RECHECK_DAYS, rule_of, with_default_rules
from painplanner.core.values import replace

BARE = replace(check(), on_met=None, on_partly=None, on_not_met=None)
STEPS = (step(drivers=("stiff",)), step(step_id="load"))


def test_met_goes_on_partly_looks_again_and_not_met_thinks_again() -> None:
    assert rule_of(BARE, Outcome.MET) == Action(kind=ActionKind.NEXT_STEP)
    assert rule_of(BARE, Outcome.PARTLY) == Action(kind=ActionKind.RECHECK, days=RECHECK_DAYS)
    assert rule_of(BARE, Outcome.NOT_MET) == Action(kind=ActionKind.RECONSIDER)


def test_the_rule_of_the_checkpoint_comes_first_and_nothing_follows_from_too_little() -> None:
    assert rule_of(check(), Outcome.MET) == Action(kind=ActionKind.CONTINUE)
    assert rule_of(check(), None) is None


def test_default_rules_lead_to_the_next_step_and_to_the_driver_of_this_one() -> None:
    ready = with_default_rules(BARE, STEPS)
    assert ready.on_met == Action(kind=ActionKind.NEXT_STEP, target="load")
    assert ready.on_not_met == Action(kind=ActionKind.RECONSIDER, target="stiff")
    assert ready.on_partly == Action(kind=ActionKind.RECHECK, days=RECHECK_DAYS)


def test_after_the_last_step_the_patient_goes_on_alone() -> None:
    last = with_default_rules(replace(BARE, steps=("load",)), STEPS)
    assert last.on_met == Action(kind=ActionKind.HAND_OVER)
    assert last.on_not_met == Action(kind=ActionKind.RECONSIDER)


def test_a_checkpoint_with_any_rule_or_without_a_step_stays_as_it_is() -> None:
    one = replace(BARE, on_met=Action(kind=ActionKind.CONTINUE))
    assert with_default_rules(one, STEPS) is one
    lost = Checkpoint(id="c", steps=("gone",))
    assert with_default_rules(lost, STEPS) is lost
