"""Where things go: the place of a new item, one place up or down by key, and what a drop between two rows means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from painplanner.core.edits import move_items, move_steps
from painplanner.core.plan import Plan, Step
from painplanner.gui.pages.composer.rows import CheckRow, ItemRow, Row, StepRow


class Spot(NamedTuple):
    """A place in a plan: before the item at `at` of a step, and before the step at `step_at`."""

    step: str
    at: int
    step_at: int


def spot_for_new(plan: Plan, selection: tuple[str, ...]) -> Spot:
    """Return where an item from the library goes: behind the selected item, or at the end of the selected step."""
    chosen = set(selection)
    for place, step in reversed(list(enumerate(plan.steps))):
        for at, item in reversed(list(enumerate(step.items))):
            if item.id in chosen:
                return Spot(step.id, at + 1, place + 1)
        if step.id in chosen:
            return Spot(step.id, len(step.items), place + 1)
    decided = next((c.steps for c in plan.checkpoints if c.id in chosen), ())
    for place, step in reversed(list(enumerate(plan.steps))):
        if not decided or step.id in decided:
            return Spot(step.id, len(step.items), place + 1)
    return Spot("", 0, 0)


def spot_between(plan: Plan, rows: tuple[Row, ...], place: int, *, below: bool) -> Spot:
    """Return the place that lies above or below a row; beyond the last row is the end of the plan."""
    if not plan.steps:
        return Spot("", 0, 0)
    row = rows[place] if 0 <= place < len(rows) else None
    numbers = {step.id: n for n, step in enumerate(plan.steps)}
    if isinstance(row, ItemRow):
        step_at = numbers[row.step]
        at = [item.id for item in plan.steps[step_at].items].index(row.key)
        return Spot(row.step, at + below, step_at + 1)
    if isinstance(row, StepRow):
        return Spot(row.key, 0, numbers[row.key] + below) if below else _end_before(plan, numbers[row.key])
    for earlier in reversed(rows[: place + 1] if row is not None else rows):
        if isinstance(earlier, StepRow | ItemRow):
            return _end_before(plan, numbers[earlier.step] + 1)
    return _end_before(plan, 0)


def _end_before(plan: Plan, step_at: int) -> Spot:
    """Return the place at the end of the step before the one at `step_at`; before the first step, in front of all."""
    if step_at == 0:
        return Spot(plan.steps[0].id, 0, 0)
    step = plan.steps[step_at - 1]
    return Spot(step.id, len(step.items), step_at)


def moved_to(plan: Plan, ids: Iterable[str], spot: Spot) -> Plan:
    """Return the plan with these steps, or else these items, at a place."""
    steps, items = sorted_out(plan, ids)
    if steps:
        return move_steps(plan, steps, spot.step_at)
    return move_items(plan, items, spot.step, spot.at) if items and spot.step else plan


def moved_by_one(plan: Plan, ids: Iterable[str], by: int) -> Plan:
    """Return the plan with these steps one place up (-1) or down (1), or else these items, across cards too."""
    steps, items = sorted_out(plan, ids)
    if steps:
        places = [n for n, step in enumerate(plan.steps) if step.id in steps]
        return move_steps(plan, steps, max(0, places[0] - 1) if by < 0 else places[-1] + 2)
    if not items:
        return plan
    n, home = next((n, s) for n, s in enumerate(plan.steps) if any(item.id in items for item in s.items))
    places = [at for at, item in enumerate(home.items) if item.id in items]
    if by < 0:
        target = (home, places[0] - 1) if places[0] > 0 else _neighbour(plan, n - 1)
    else:
        target = (home, places[-1] + 2) if places[-1] < len(home.items) - 1 else _neighbour(plan, n + 1, at_end=False)
    return move_items(plan, items, target[0].id, target[1]) if target is not None else plan


def _neighbour(plan: Plan, n: int, *, at_end: bool = True) -> tuple[Step, int] | None:
    if not 0 <= n < len(plan.steps):
        return None
    return plan.steps[n], len(plan.steps[n].items) if at_end else 0


def sorted_out(plan: Plan, ids: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the steps among ids, and the items among them that do not go with such a step."""
    chosen = frozenset(ids)
    steps = frozenset(step.id for step in plan.steps if step.id in chosen)
    items = (item.id for step in plan.steps if step.id not in steps for item in step.items)
    return steps, frozenset(item for item in items if item in chosen)


def neighbour_of(rows: tuple[Row, ...], gone: Iterable[str]) -> str:
    """Return which part to select when some go: the next one of their kind, else the one before."""
    chosen = frozenset(gone)
    places = [n for n, row in enumerate(rows) if row.key in chosen]
    if not places:
        return ""
    like = CheckRow if isinstance(rows[places[0]], CheckRow) else StepRow | ItemRow
    stays = [row for row in rows[places[-1] + 1 :] if _stays(row, chosen)]
    before = [row for row in rows[: places[0]] if _stays(row, chosen)]
    order = [*(r for r in stays[:1] if isinstance(r, like)), *before[-1:], *stays[:1]]
    return next((row.subject for row in order), "")


def _stays(row: Row, gone: frozenset[str]) -> bool:
    return isinstance(row, StepRow | ItemRow | CheckRow) and not {row.key, getattr(row, "step", "")} & gone
