"""What the history says of two versions of a plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.drawn_plans import plans
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.change_text import as_text
from painplanner.core.codec import decode_plan, encode_plan
from painplanner.core.diff import Change, ChangeKind, added_ids, plan_diff
from painplanner.core.dose import ExerciseDose
from painplanner.core.measure import Criterion, Target
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    Closing,
    Decision,
    EveryWeeks,
    Flare,
    Goal,
    GoalEnd,
    Item,
    Lasts,
    OnDate,
    Outcome,
    Plan,
    Purpose,
    Step,
    Texts,
)
from painplanner.core.values import LangText, Side, replace

TODAY = date(2026, 1, 14)


def bridge(item_id: str = "bridge", sets: int = 3) -> Item:
    words = (Texts(lang="en", name="Bridge"), Texts(lang="es", name="Puente"))
    return Item(id=item_id, kind="exercise", texts=words, dose=ExerciseDose(sets=sets, reps=10))


def two_steps(*, first: tuple[Item, ...] = (), second: tuple[Item, ...] = ()) -> Plan:
    return Plan(
        id="plan", title="Sciatica", steps=(Step(id="a", title="Calm", items=first), Step(id="b", items=second))
    )


def only(old: Plan, new: Plan, lang: str = "en") -> Change:
    changes = plan_diff(old, new, lang)
    assert len(changes) == 1, changes
    return changes[0]


def test_a_changed_field_carries_both_values() -> None:
    old = two_steps()
    change = only(old, replace(old, side=Side.LEFT))
    assert (change.kind, change.part, change.id) == (ChangeKind.CHANGED, "plan", "plan")
    assert (change.field, change.old, change.new) == ("side", "", "left")


def test_an_added_item_names_its_step_in_the_language_asked_for() -> None:
    change = only(two_steps(), two_steps(first=(bridge(),)), "es")
    assert (change.kind, change.part, change.name, change.new) == (ChangeKind.ADDED, "item", "Puente", "a")


def test_a_removed_step_takes_its_items_along() -> None:
    old = two_steps(first=(bridge(),))
    changes = plan_diff(old, replace(old, steps=old.steps[1:]))
    assert [(c.kind, c.part, c.id) for c in changes] == [
        (ChangeKind.REMOVED, "step", "a"),
        (ChangeKind.REMOVED, "item", "bridge"),
    ]


def test_a_dose_changes_as_its_line() -> None:
    change = only(two_steps(first=(bridge(),)), two_steps(first=(bridge(sets=4),)))
    assert change.field == "dose"
    assert change.old.startswith("3")
    assert change.new.startswith("4")


def test_an_item_in_another_step_has_moved_there_and_nothing_was_added() -> None:
    change = only(two_steps(first=(bridge(),)), two_steps(second=(bridge(),)))
    assert (change.kind, change.field, change.old, change.new) == (ChangeKind.CHANGED, "step", "a", "b")


def test_of_a_new_order_only_what_moved_is_said() -> None:
    items = tuple(bridge(name) for name in "abcd")
    change = only(two_steps(first=items), two_steps(first=(items[3], *items[:3])))
    assert (change.kind, change.part, change.id) == (ChangeKind.MOVED, "item", "d")
    old = two_steps()
    moved = plan_diff(old, replace(old, steps=old.steps[::-1]))
    assert [(c.kind, c.part) for c in moved] == [(ChangeKind.MOVED, "step")]


def test_what_follows_from_the_library_is_not_said() -> None:
    newer = replace(bridge(), library_version="2", drug_classes=("nsaid",))
    assert plan_diff(two_steps(first=(bridge(),)), two_steps(first=(newer,))) == ()


def test_values_become_short_texts() -> None:
    assert as_text(OnDate(on=date(2026, 1, 14))) == "2026-01-14"
    assert as_text(AfterStep(step="a", anchor=Anchor.START, days=2)) == "start+2@a"
    assert as_text(Lasts(days=42)) == "P42D"
    assert as_text(EveryWeeks(weeks=2)) == "P2W"
    assert as_text(EveryWeeks(weeks=2, step="a")) == "P2W@a"
    assert as_text(Purpose.RELIEF) == "relief"
    assert as_text(Decimal("0.50")) == "0.5"
    assert as_text(True) == "true"
    assert as_text((LangText(lang="en", text="Sitting"), LangText(lang="es", text="Sentado")), "es") == "Sentado"
    assert as_text(("a", "b")) == "a; b"
    assert as_text(Action(kind=ActionKind.NEXT_STEP, target="b")) == "next-step b"


def test_a_criterion_reads_from_baseline_to_target() -> None:
    criterion = Criterion(measure="m", activity="Sit", baseline=Decimal(10), target=Target(amount=Decimal(20)))
    assert as_text(criterion) == "Sit: 10 > value 20"
    assert as_text(replace(criterion, partly=Target(amount=Decimal(12)))) == "Sit: 10 > partly value 12 > value 20"
    assert as_text(Criterion(measure="measure.nrs")) == "measure.nrs"


def test_checkpoints_and_goals_are_parts_too() -> None:
    old = two_steps()
    new = replace(old, checkpoints=(Checkpoint(id="c"),), goals=(Goal(id="g", text="Walk"),))
    assert [(c.part, c.kind, c.name) for c in plan_diff(old, new)] == [
        ("goal", ChangeKind.ADDED, "Walk"),
        ("checkpoint", ChangeKind.ADDED, ""),
    ]


def test_a_decision_is_called_like_its_checkpoint_and_says_what_came_of_it() -> None:
    check = Checkpoint(id="c", criteria=(Criterion(measure="m", activity="Sit"),))
    old = replace(two_steps(), checkpoints=(check,))
    action = Action(kind=ActionKind.NEXT_STEP, target="b")
    made = Decision(id="d", checkpoint="c", on=TODAY, outcome=Outcome.MET, action=action)
    change = only(old, replace(old, decisions=(made,)))
    assert (change.part, change.id, change.name, change.new) == ("decision", "d", "Sit", "met next-step b")
    back = only(replace(old, decisions=(made,)), old)
    assert (back.kind, back.old) == (ChangeKind.REMOVED, "met next-step b")


def test_a_flare_is_called_like_its_items_and_says_its_days() -> None:
    old = two_steps(first=(bridge(),))
    flare = Flare(id="f", on=TODAY, items=("bridge",))
    begun = replace(old, flares=(flare,))
    change = only(old, begun)
    assert (change.part, change.name, change.new) == ("flare", "Bridge", f"{TODAY.isoformat()}/")
    ended = only(begun, replace(old, flares=(replace(flare, back_on=TODAY),)))
    assert (ended.part, ended.field, ended.new) == ("flare", "back_on", TODAY.isoformat())


def test_a_closing_says_its_day_and_then_how_goals_stood() -> None:
    old = two_steps()
    closed = replace(old, closing=Closing(on=TODAY))
    change = only(old, closed)
    assert (change.part, change.kind, change.new) == ("closing", ChangeKind.ADDED, TODAY.isoformat())
    stood = (("g", GoalEnd.REACHED), ("h", GoalEnd.PARTLY))
    known = only(closed, replace(closed, closing=Closing(on=TODAY, goals=stood)))
    assert (known.field, known.new) == ("goals", "g=reached; h=partly")


def test_new_parts_are_marked() -> None:
    old = two_steps(first=(bridge(),))
    new = replace(two_steps(first=(bridge(), bridge("other"))), goals=(Goal(id="g"),))
    assert added_ids(old, new) == {"other", "g"}


@given(plan=plans())
def test_a_plan_read_back_has_not_changed(plan: Plan) -> None:
    assert plan_diff(plan, decode_plan(encode_plan(plan))) == ()


@given(old=plans(), new=plans(), lang=st.sampled_from(("en", "es", "pl")))
def test_any_two_plans_can_be_compared(old: Plan, new: Plan, lang: str) -> None:
    changes = plan_diff(old, new, lang)
    assert bool(changes) == bool(plan_diff(new, old, lang))
    unmarked = {"driver", "decision", "flare", "closing"}
    added = {c.id for c in changes if c.kind is ChangeKind.ADDED and c.part not in unmarked}
    assert added == added_ids(old, new)
