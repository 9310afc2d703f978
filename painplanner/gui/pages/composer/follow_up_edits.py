"""What one key of the follow-up does to a plan: each answer first takes back the answer before it. No widgets here.

What was stopped stays in the plan with its day, so the chart and the next print know what changed.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from painplanner.core.dose import AnyDose, has_side, side_of
from painplanner.core.edits import find_item, remove, resume_item, set_item, stop_item, swap_item
from painplanner.core.edits.progressing import accept
from painplanner.core.follow_up import FollowUpRow
from painplanner.core.library import Intervention
from painplanner.core.plan import Item, Plan
from painplanner.core.proposal import Proposal
from painplanner.core.values import replace
from painplanner.gui.context import AppContext


class Answer(StrEnum):
    """How an exercise of the last sheet goes on."""

    ACCEPT = "accept"
    SAME = "same"
    HARDER = "harder"
    EASIER = "easier"
    SWAP = "swap"
    STOP = "stop"


def given(row: FollowUpRow) -> Item:
    """Return the item as it stood on the last sheet."""
    return row.replaced if row.replaced is not None and row.is_new else row.item


def entry_for(row: FollowUpRow, answer: Answer, ctx: AppContext) -> Intervention | None:
    """Return the library entry that is harder or easier than what was given, or nothing."""
    entry = ctx.library.entries.get(given(row).source)
    linked = {Answer.HARDER: entry.harder, Answer.EASIER: entry.easier}.get(answer, "") if entry is not None else ""
    return ctx.library.entries.get(linked)


def answer_of(row: FollowUpRow, ctx: AppContext) -> Answer | None:
    """Return what was answered today, nothing while it goes on unchanged."""
    if row.is_stopped:
        return Answer.STOP
    if given(row) is row.item:
        return Answer.ACCEPT if row.item.dosed_on == ctx.today() else None
    for answer in (Answer.HARDER, Answer.EASIER):
        entry = entry_for(row, answer, ctx)
        if entry is not None and entry.id == row.item.source:
            return answer
    return Answer.SWAP


def dose_of(entry: Intervention, old: Item, ctx: AppContext) -> AnyDose | None:
    """Return the dose an entry comes with in the place of another: the usual one, on the side of the other."""
    dose = ctx.store.usual_doses().get(entry.id) or entry.dose
    side = side_of(old.dose)
    if dose is None or side is None or not entry.two_sided or not has_side(dose):
        return dose
    return replace(dose, side=side)


def same(row: FollowUpRow, before: Item | None = None) -> Callable[[Plan], Plan]:
    """Return the edit that takes today's answer back; `before` is the item before a proposal was taken, if one was."""

    def edit(plan: Plan) -> Plan:
        old = given(row)
        if old is not row.item:
            plan = remove(plan, (row.item.id,))
        if before is not None:
            plan = set_item(plan, old.id, dose=before.dose, dosed_on=before.dosed_on)
        return resume_item(plan, old.id) if find_item(plan, old.id).stopped_on is not None else plan

    return edit


def accepted(row: FollowUpRow, proposal: Proposal, ctx: AppContext) -> Callable[[Plan], Plan]:
    """Return the edit that takes a proposal for what was given."""
    return lambda plan: accept(same(row)(plan), proposal, ctx.today())


def stopped(row: FollowUpRow, ctx: AppContext, before: Item | None = None) -> Callable[[Plan], Plan]:
    """Return the edit that stops what was given."""
    return lambda plan: stop_item(same(row, before)(plan), given(row).id, ctx.today())


def swapped(
    row: FollowUpRow, entry: Intervention, ctx: AppContext, before: Item | None = None
) -> Callable[[Plan], Plan]:
    """Return the edit that puts an entry in the place of what was given."""
    old = given(row)
    dose = dose_of(entry, old, ctx)
    return lambda plan: swap_item(
        same(row, before)(plan), old.id, entry, ctx.library.value, ctx.new_id, today=ctx.today(), dose=dose
    )
