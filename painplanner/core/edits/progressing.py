"""Taking a proposed dose into the plan; a graded dose counts from the day it is taken. Medicines are never touched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from painplanner.core.dose import ActivityDose, AnyDose
from painplanner.core.edits.items import stop_item
from painplanner.core.edits.parts import find_item, set_item
from painplanner.core.library import Kind
from painplanner.core.plan import Plan
from painplanner.core.proposal import Proposal, ProposalKind
from painplanner.core.values import replace


def accept(plan: Plan, proposal: Proposal, today: date) -> Plan:
    """Give an item the dose that is proposed, from today on, or stop it; a proposal to stay changes nothing."""
    if not proposal.is_change or find_item(plan, proposal.item).kind == Kind.MEDICINE:
        return plan
    if proposal.kind is ProposalKind.STOP:
        return stop_item(plan, proposal.item, today)
    return set_item(plan, proposal.item, dose=_from(proposal.dose_next, today), dosed_on=today)


def accept_all(plan: Plan, proposals: Iterable[Proposal], today: date) -> Plan:
    """Take several proposals, in one edit."""
    for proposal in proposals:
        plan = accept(plan, proposal, today)
    return plan


def _from(dose: AnyDose, today: date) -> AnyDose:
    if not isinstance(dose, ActivityDose) or dose.progression is None:
        return dose
    counted: ActivityDose = replace(dose, progression=replace(dose.progression, since=today))
    return counted
