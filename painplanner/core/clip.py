"""What is copied from one plan and pasted into another or the same: steps, items, checkpoints and goals.

Pasted parts get new ids, drop baselines and dates, and point only to one another or to what the target has. In the plan
of another patient a left or right becomes that patient's painful side, and a medicine comes without its amount.
"""

from __future__ import annotations

from collections.abc import Iterable

from painplanner.core.codec import decode, encode
from painplanner.core.dose import AnyDose, MedicineDose, side_of
from painplanner.core.edits.items import add_items, blank_medicine, with_side
from painplanner.core.edits.parts import with_parts
from painplanner.core.edits.renewal import Parts, fresh_item, renewed
from painplanner.core.edits.steps import insert_steps
from painplanner.core.ids import IdFactory
from painplanner.core.plan import Checkpoint, Goal, Item, Lasts, OnDate, Plan, Step, items_of
from painplanner.core.values import Side, Value, replace


class Clip(Value, frozen=True, kw_only=True):
    """Copied parts, and whose they were."""

    steps: tuple[Step, ...] = ()
    items: tuple[Item, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    goals: tuple[Goal, ...] = ()
    patient: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to paste."""
        return not (self.steps or self.items or self.checkpoints or self.goals)


def cut_out(plan: Plan, ids: Iterable[str]) -> Clip:
    """Copy the parts with these ids, in plan order; an item of a copied step comes with its step."""
    chosen = frozenset(ids)
    return Clip(
        steps=tuple(step for step in plan.steps if step.id in chosen),
        items=tuple(item for step, item in items_of(plan) if item.id in chosen and step.id not in chosen),
        checkpoints=tuple(c for c in plan.checkpoints if c.id in chosen),
        goals=tuple(g for g in plan.goals if g.id in chosen),
        patient=plan.patient,
    )


def paste(plan: Plan, clip: Clip, new_id: IdFactory, *, step: str = "", after: str = "") -> Plan:
    """Add copied parts: items to `step` (the last one when none is named), steps behind `after` (else at the end)."""
    parts = _new_parts(plan, clip, new_id)
    steps = tuple(replace(s, items=tuple(_suited(i, plan, clip) for i in s.items)) for s in parts.steps)
    items = tuple(_suited(fresh_item(item, new_id("item")), plan, clip) for item in clip.items)
    pasted = add_items(plan, items, new_id, step=step) if items else plan
    pasted = insert_steps(pasted, steps, after=after) if steps else pasted
    added = {"goals": (*plan.goals, *parts.goals), "checkpoints": (*plan.checkpoints, *parts.checkpoints)}
    different = {field: new for field, new in added.items() if len(new) != len(getattr(plan, field))}
    return with_parts(pasted, **different) if different else pasted


def _new_parts(plan: Plan, clip: Clip, new_id: IdFactory) -> Parts:
    known = frozenset((*(s.id for s in plan.steps), *(d.id for d in plan.drivers)))
    source = Parts(
        steps=tuple(_undated_step(s) for s in clip.steps),
        checkpoints=tuple(_undated_checkpoint(c) for c in clip.checkpoints),
        goals=tuple(replace(g, by=None) for g in clip.goals),
    )
    return renewed(source, new_id, keep=known)


def _undated_step(step: Step) -> Step:
    """Return a step without fixed dates and without what was stopped; a trial that ended on a date keeps its length."""
    end = step.trial_end
    if isinstance(end, OnDate):
        begun = step.timing.on if isinstance(step.timing, OnDate) else None
        end = Lasts(days=(end.on - begun).days + 1) if begun and begun <= end.on else None
    timing = None if isinstance(step.timing, OnDate) else step.timing
    items = tuple(item for item in step.items if item.stopped_on is None)
    return replace(step, timing=timing, trial_end=end, items=items)


def _undated_checkpoint(checkpoint: Checkpoint) -> Checkpoint:
    return replace(checkpoint, when=None) if isinstance(checkpoint.when, OnDate) else checkpoint


def _suited(item: Item, plan: Plan, clip: Clip) -> Item:
    """Return an item as it fits the plan: for another patient without amounts, and on that patient's side."""
    dose = item.dose if clip.patient == plan.patient else _for_another(item.dose)
    return with_side(item if dose is item.dose else replace(item, dose=dose), plan.side)


def _for_another(dose: AnyDose | None) -> AnyDose | None:
    if isinstance(dose, MedicineDose):
        return blank_medicine(dose)
    return dose if side_of(dose) in {None, Side.BOTH} else replace(dose, side=None)


def clip_bytes(clip: Clip) -> bytes:
    """Return a clip as JSON for the clipboard."""
    return encode(clip)


def read_clip(data: bytes) -> Clip:
    """Read a clip from the clipboard. Raises Impossible `unreadable` for anything else."""
    return decode(data, Clip)
