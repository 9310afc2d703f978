"""Taking parts out of a plan so that nothing points to what is gone.

A step that waited for a removed one takes over what that one waited for; a checkpoint goes with its last step.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from painplanner.core.edits.parts import with_parts
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Checkpoint,
    Closing,
    EveryWeeks,
    Flare,
    Item,
    OnDate,
    Plan,
    Step,
    Timing,
    When,
)
from painplanner.core.values import LAST_DATE, replace

_LONGEST = 3650


def remove(plan: Plan, ids: Iterable[str]) -> Plan:
    """Remove steps, items, checkpoints, goals and drivers by their ids; ids that are not there do nothing."""
    gone = frozenset(ids)
    return _Removal(plan, gone).done() if gone else plan


class _Removal:
    """One removal: what goes, and how what stays is mended."""

    def __init__(self, plan: Plan, gone: frozenset[str]) -> None:
        self._plan, self._gone = plan, gone
        self._gone_steps = {step.id: step for step in plan.steps if step.id in gone}
        self._replaced = {
            i.id: i.replaces for step in plan.steps for i in step.items if i.id in gone or step.id in gone
        }

    def done(self) -> Plan:
        plan = self._plan
        changes = {
            "drivers": tuple(d for d in plan.drivers if d.id not in self._gone),
            "goals": tuple(g for g in plan.goals if g.id not in self._gone),
            "steps": tuple(self._step(s) for s in plan.steps if s.id not in self._gone),
            "checkpoints": tuple(self._checkpoint(c) for c in plan.checkpoints if not self._goes(c)),
            "flares": tuple(f for flare in plan.flares if (f := self._flare(flare)) is not None),
        }
        closing = self._closing(plan.closing)
        different: dict[str, object] = {f: parts for f, parts in changes.items() if parts != getattr(plan, f)}
        different |= {"closing": closing} if closing != plan.closing else {}
        return with_parts(plan, **different) if different else plan

    def _goes(self, checkpoint: Checkpoint) -> bool:
        orphaned = checkpoint.steps and all(step in self._gone_steps for step in checkpoint.steps)
        return bool(orphaned) or checkpoint.id in self._gone

    def _step(self, step: Step) -> Step:
        changes = {
            "drivers": self._kept(step.drivers),
            "timing": self._timing(step.timing),
            "items": tuple(self._item(i) for i in step.items if i.id not in self._gone),
        }
        different = {field: new for field, new in changes.items() if new != getattr(step, field)}
        return replace(step, **different) if different else step

    def _item(self, item: Item) -> Item:
        former, seen = item.replaces, {item.id}
        while former in self._replaced and former not in seen:
            seen.add(former)
            former = self._replaced[former]
        former = "" if former in seen else former
        return item if former == item.replaces else replace(item, replaces=former)

    def _flare(self, flare: Flare) -> Flare | None:
        """Return a flare of what stays: one of an exercise that is gone must not become one of all."""
        items = tuple(i for i in flare.items if i not in self._replaced)
        if items == flare.items:
            return flare
        return replace(flare, items=items) if items else None

    def _closing(self, closing: Closing | None) -> Closing | None:
        if closing is None:
            return None
        goals = tuple((goal, end) for goal, end in closing.goals if goal not in self._gone)
        keep = tuple(item for item in closing.keep_doing if item not in self._replaced)
        return replace(closing, goals=goals, keep_doing=keep)

    def _kept(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(i for i in ids if i not in self._gone)

    def _timing(self, timing: Timing | None) -> Timing | None:
        """Count from what the removed step counted from, the days added up; its own length closes."""
        days, seen = 0, set[str]()
        while isinstance(timing, AfterStep) and timing.step in self._gone_steps and timing.step not in seen:
            seen.add(timing.step)
            days += timing.days
            timing = self._gone_steps[timing.step].timing
        if not seen:
            return timing
        if isinstance(timing, AfterStep):
            return None if timing.step in seen else replace(timing, days=min(timing.days + days, _LONGEST))
        start = timing.on if isinstance(timing, OnDate) else self._plan.start
        if start is None or (timing is None and days == 0):
            return None
        return OnDate(on=min(start + timedelta(days=days), LAST_DATE))

    def _checkpoint(self, checkpoint: Checkpoint) -> Checkpoint:
        steps = self._kept(checkpoint.steps)
        changes = {
            "steps": steps,
            "when": self._when(checkpoint.when, steps),
            "on_met": self._action(checkpoint.on_met),
            "on_partly": self._action(checkpoint.on_partly),
            "on_not_met": self._action(checkpoint.on_not_met),
        }
        different = {field: new for field, new in changes.items() if new != getattr(checkpoint, field)}
        return replace(checkpoint, **different) if different else checkpoint

    def _when(self, when: When | None, steps: tuple[str, ...]) -> When | None:
        if isinstance(when, EveryWeeks):
            return replace(when, step="") if when.step in self._gone_steps else when
        if isinstance(when, AfterStep) and when.step in self._gone_steps and steps:
            return replace(when, step=steps[0])
        return self._timing(when)

    def _action(self, action: Action | None) -> Action | None:
        points = action is not None and action.kind in {ActionKind.NEXT_STEP, ActionKind.RECONSIDER}
        return replace(action, target="") if points and action and action.target in self._gone else action
