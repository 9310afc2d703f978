"""Parts made anew for another plan: new ids, references between them kept, no progress carried over.

Not here: where the new parts go.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Any, NamedTuple

from painplanner.core.graded import uncounted
from painplanner.core.ids import IdFactory
from painplanner.core.measure import Criterion
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Checkpoint,
    Driver,
    EveryWeeks,
    Goal,
    Item,
    Step,
    StepStatus,
    TeachBack,
    Timing,
    When,
)
from painplanner.core.values import replace


class Parts(NamedTuple):
    """Parts that belong together and may refer to one another."""

    drivers: tuple[Driver, ...] = ()
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()


def renewed(parts: Parts, new_id: IdFactory, keep: Container[str] = ()) -> Parts:
    """Return the parts with new ids. A reference to anything else is dropped, except to an id of `keep`.

    The timing of a step is kept only when it is a date or counts from one of the parts.
    """
    return _Renewal(parts, new_id, keep).done()


class _Renewal:
    """One set of new ids and the parts that take them."""

    def __init__(self, parts: Parts, new_id: IdFactory, keep: Container[str]) -> None:
        self._parts, self._new_id, self._keep = parts, new_id, keep
        self._drivers = {driver.id: new_id("driver") for driver in parts.drivers}
        self._steps = {step.id: new_id("step") for step in parts.steps}
        self._items = {item.id: new_id("item") for step in parts.steps for item in step.items}

    def done(self) -> Parts:
        parts = self._parts
        return Parts(
            drivers=tuple(replace(d, id=self._drivers[d.id]) for d in parts.drivers),
            goals=tuple(self._goal(g) for g in parts.goals),
            steps=tuple(self._step(s) for s in parts.steps),
            checkpoints=tuple(self._checkpoint(c) for c in parts.checkpoints),
        )

    def _goal(self, goal: Goal) -> Goal:
        criterion = goal.criterion and without_baseline(goal.criterion)
        return replace(goal, id=self._new_id("goal"), criterion=criterion)

    def _step(self, step: Step) -> Step:
        return replace(
            step,
            id=self._steps[step.id],
            drivers=self._known(step.drivers, self._drivers),
            timing=self._timing(step.timing),
            status=StepStatus.PLANNED,
            started_on=None,
            ended_on=None,
            items=tuple(fresh_item(i, self._items[i.id], self._items.get(i.replaces, "")) for i in step.items),
        )

    def _checkpoint(self, checkpoint: Checkpoint) -> Checkpoint:
        return replace(
            checkpoint,
            id=self._new_id("checkpoint"),
            steps=self._known(checkpoint.steps, self._steps),
            when=self._when(checkpoint.when),
            criteria=tuple(without_baseline(c) for c in checkpoint.criteria),
            on_met=self._action(checkpoint.on_met),
            on_partly=self._action(checkpoint.on_partly),
            on_not_met=self._action(checkpoint.on_not_met),
        )

    def _one(self, old: str, made: dict[str, str]) -> str:
        return made.get(old) or (old if old in self._keep else "")

    def _known(self, ids: Iterable[str], made: dict[str, str]) -> tuple[str, ...]:
        return tuple(new for new in (self._one(old, made) for old in ids) if new)

    def _timing(self, timing: Timing | None) -> Timing | None:
        if not isinstance(timing, AfterStep):
            return timing
        step = self._steps.get(timing.step)
        return replace(timing, step=step) if step else None

    def _when(self, when: When | None) -> When | None:
        if isinstance(when, EveryWeeks):
            return replace(when, step=self._one(when.step, self._steps))
        if isinstance(when, AfterStep):
            step = self._one(when.step, self._steps)
            return replace(when, step=step) if step else None
        return when

    def _action(self, action: Action | None) -> Action | None:
        made: dict[ActionKind, dict[str, str]] = {
            ActionKind.NEXT_STEP: self._steps,
            ActionKind.RECONSIDER: self._drivers,
        }
        if action is None or action.kind not in made:
            return action
        return replace(action, target=self._one(action.target, made[action.kind]))


def without_baseline(criterion: Criterion) -> Criterion:
    """Return a criterion that was not measured yet."""
    return replace(criterion, baseline=None, baseline_on=None)


def fresh_item(item: Item, item_id: str, replaces: str = "") -> Item:
    """Return an item that was not given to anyone yet."""
    progress: dict[str, Any] = {
        "shown": TeachBack.NOT_RECORDED,
        "added_on": None,
        "dosed_on": None,
        "stopped_on": None,
        "stop_plan": "",
        "dose": uncounted(item.dose),
    }
    return replace(item, id=item_id, replaces=replaces, **progress)
