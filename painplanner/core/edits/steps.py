"""Steps in their order: a new one follows the step before it, and who followed a neighbour does so after a move."""

from __future__ import annotations

from collections.abc import Iterable

from painplanner.core.edits.parts import inserted, moved, place_of, with_parts
from painplanner.core.ids import IdFactory
from painplanner.core.plan import AfterStep, Anchor, Item, Plan, Purpose, Step, Timing
from painplanner.core.values import replace


def add_step(
    plan: Plan,
    new_id: IdFactory,
    *,
    after: str = "",
    items: Iterable[Item] = (),
    purpose: Purpose | None = None,
    title: str = "",
) -> Plan:
    """Add a step after another one (at the end when none is named); it follows the step before it."""
    step = Step(id=new_id("step"), title=title, purpose=purpose, items=tuple(items))
    return insert_steps(plan, (step,), after=after)


def insert_steps(plan: Plan, steps: tuple[Step, ...], *, after: str = "") -> Plan:
    """Insert new steps as a chain: each follows the one before it where it has no timing of its own.

    The step that followed the end of `after`, standing right behind it, follows the last new one.
    """
    place = place_of(plan.steps, after) + 1 if after else len(plan.steps)
    before = plan.steps[place - 1] if place else None
    chain: list[Step] = []
    for step in steps:
        follows = chain[-1] if chain else before
        chain.append(step if step.timing or follows is None else replace(step, timing=_behind(follows)))
    together = inserted(plan.steps, place, chain)
    last = place + len(chain)
    if chain and before and last < len(together) and follows_end(together[last], before):
        behind = replace(together[last], timing=replace(together[last].timing, step=chain[-1].id))
        together = (*together[:last], behind, *together[last + 1 :])
    return with_parts(plan, steps=together)


def _behind(step: Step) -> AfterStep:
    return AfterStep(step=step.id, anchor=Anchor.END, days=0)


def follows_end(step: Step, other: Step) -> bool:
    """Tell whether a step counts from the end of another."""
    timing = step.timing
    return isinstance(timing, AfterStep) and timing.step == other.id and timing.anchor is Anchor.END


def move_steps(plan: Plan, step_ids: Iterable[str], at: int) -> Plan:
    """Move steps, in plan order, before the step that now stands at `at`.

    A step that counted from its neighbour before it, or from the start of the plan as the first one, counts from its
    new neighbour; any other timing stays.
    """
    order = moved(plan.steps, step_ids, at)
    if order == plan.steps:
        return plan
    relinked = _relinked(plan.steps, order)
    return with_parts(plan, steps=order if _waits_in_a_circle(relinked) else relinked)


def _relinked(before: tuple[Step, ...], order: tuple[Step, ...]) -> tuple[Step, ...]:
    chained = {step.id for place, step in enumerate(before) if _is_chained(step, before[place - 1] if place else None)}
    return tuple(
        _timed(step, _new_timing(step, order[place - 1] if place else None)) if step.id in chained else step
        for place, step in enumerate(order)
    )


def _is_chained(step: Step, neighbour: Step | None) -> bool:
    if neighbour is None:
        return step.timing is None
    return isinstance(step.timing, AfterStep) and step.timing.step == neighbour.id


def _new_timing(step: Step, neighbour: Step | None) -> AfterStep | None:
    if neighbour is None:
        return None
    if isinstance(step.timing, AfterStep):
        return replace(step.timing, step=neighbour.id)
    return _behind(neighbour)


def _timed(step: Step, timing: Timing | None) -> Step:
    return step if step.timing == timing else replace(step, timing=timing)


def _waits_in_a_circle(steps: tuple[Step, ...]) -> bool:
    waits = {step.id: step.timing.step for step in steps if isinstance(step.timing, AfterStep)}
    for start in waits:
        seen, at = {start}, waits.get(start)
        while at is not None and at not in seen:
            seen.add(at)
            at = waits.get(at)
        if at is not None:
            return True
    return False
