"""The common visit: what the patient has been doing since the last sheet, with its harder and easier neighbours.

Not here: the edits that a key makes (`core.edits`) and the words.
"""

from __future__ import annotations

from datetime import date

from painplanner.core.dose import ActivityDose, AnyDose, Where
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.library import Kind, Library
from painplanner.core.outline import CLOSED
from painplanner.core.plan import Item, Plan, Step
from painplanner.core.values import Value


class FollowUpRow(Value, frozen=True, kw_only=True):
    """One line of the last sheet: an item with its step (by id) and the number of the step.

    `harder_id` and `easier_id` are entries of the library, empty where it links none. `is_new` marks what this visit
    added (`replaced` is what it took over from), `is_stopped` what this visit stopped and may take up again.
    """

    item: Item
    step: str
    number: str
    dose: AnyDose | None = None
    harder_id: str = ""
    easier_id: str = ""
    is_new: bool = False
    is_stopped: bool = False
    replaced: Item | None = None


def follow_up_rows(plan: Plan, library: Library, today: date) -> tuple[FollowUpRow, ...]:
    """Return the lines of the last sheet as they stand in this visit.

    What was stopped on an earlier day is gone; what another item took over today stands behind that one's line.
    """
    every = {item.id: item for step in plan.steps for item in step.items}
    sheet = last_sheet(plan, today)
    taken_over = {item.replaces for _step, item in sheet if item.replaces and not _is_stopped(item, today)}
    kept = ((step, item) for step, item in sheet if item.id not in taken_over)
    return tuple(_row(step, item, plan, every, library, today) for step, item in kept)


def last_sheet(plan: Plan, on: date) -> tuple[tuple[Step, Item], ...]:
    """Return the exercises and timed activities at home that were at work up to a day, in plan order.

    Steps count from their first day until they are closed, so a trial that ran out unmarked is still on the sheet;
    of a plan that has not begun, the steps that begin first.
    """
    steps = _steps_at_work(plan, known_dates(plan, on), on)
    return tuple(
        (step, item)
        for step in steps
        for item in step.items
        if is_on_sheet(item) and not (item.stopped_on is not None and item.stopped_on < on)
    )


def is_on_sheet(item: Item) -> bool:
    """Tell whether an item is done at home by the sheet: an exercise, or an activity by minutes or distance."""
    if item.dose is not None and item.dose.where is Where.CLINIC:
        return False
    return item.kind == Kind.EXERCISE or isinstance(item.dose, ActivityDose)


def _steps_at_work(plan: Plan, dates: KnownDates, on: date) -> tuple[Step, ...]:
    """Return the steps that have begun, else those that begin first; a step without a date counts as begun."""
    live = [step for step in plan.steps if step.status not in CLOSED]
    starts = {step.id: dates.spans[step.id].start for step in live if step.id in dates.spans}
    first = max(on, min(starts.values(), default=on))
    return tuple(step for step in live if starts.get(step.id, first) <= first)


def _is_stopped(item: Item, today: date) -> bool:
    return item.stopped_on is not None and item.stopped_on <= today


def _is_new(item: Item, plan: Plan, today: date) -> bool:
    """Tell whether this visit added an item to a plan that was there before."""
    has_begun = plan.start is not None and plan.start < today
    return item.added_on == today and (has_begun or bool(item.replaces))


def _row(step: Step, item: Item, plan: Plan, every: dict[str, Item], library: Library, today: date) -> FollowUpRow:
    entry = library.entries.get(item.source)
    harder, easier = (entry.harder, entry.easier) if entry is not None else ("", "")
    return FollowUpRow(
        item=item,
        step=step.id,
        number=str(plan.steps.index(step) + 1),
        dose=item.dose,
        harder_id=harder if harder in library.entries else "",
        easier_id=easier if easier in library.entries else "",
        is_new=_is_new(item, plan, today),
        is_stopped=_is_stopped(item, today),
        replaced=every.get(item.replaces),
    )
