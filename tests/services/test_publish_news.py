"""What is new is counted from the last handout that was given, not from a sheet, a draft or the same paper again."""

from __future__ import annotations

import pytest
from services.test_logs import clinic, walking_plan
from store.practices import TODAY, folder, made, opened, store

from painplanner.core.edits.closing import close_plan
from painplanner.core.plan import Closing, Plan
from painplanner.core.values import replace
from painplanner.services import gathering, publish
from painplanner.services.plans import end_visit, save_draft
from painplanner.store import Store

__all__ = ["clinic", "folder", "made", "opened", "store"]
HANDOUT, SHEET = "handout", "exercise-sheet"


@pytest.fixture
def plan(clinic: Store) -> Plan:
    return replace(walking_plan(), id="plan-news", number=1999)


def titled(plan: Plan, title: str) -> Plan:
    other: Plan = replace(plan, title=title)
    return other


def give(clinic: Store, plan: Plan, *kinds: str, is_draft: bool = False) -> None:
    if is_draft:
        save_draft(clinic, plan, TODAY)
    request = gathering.gather(clinic, plan, TODAY, is_draft=is_draft)
    publish.keep(clinic, request, publish.make_papers(request, kinds))


def before(clinic: Store, plan: Plan) -> Plan | None:
    return gathering.gather(clinic, plan, TODAY).before


def test_before_a_first_handout_there_was_nothing_else(clinic: Store, plan: Plan) -> None:
    assert before(clinic, plan) == plan
    end_visit(clinic, titled(plan, "Kept, not given"), TODAY)
    assert before(clinic, plan) == plan


def test_a_later_handout_counts_from_the_one_before_it(clinic: Store, plan: Plan) -> None:
    give(clinic, plan, HANDOUT)
    later = titled(plan, "Later")
    assert before(clinic, later) == plan
    give(clinic, later, HANDOUT)
    assert before(clinic, later) == plan
    assert before(clinic, titled(plan, "Last")) == later


def test_a_sheet_or_a_draft_is_no_handout_to_count_from(clinic: Store, plan: Plan) -> None:
    give(clinic, plan, HANDOUT)
    give(clinic, titled(plan, "Sheet alone"), SHEET)
    give(clinic, titled(plan, "Draft"), HANDOUT, is_draft=True)
    assert before(clinic, titled(plan, "Later")) == plan


def test_a_hand_over_is_kept_with_its_revision(clinic: Store, plan: Plan) -> None:
    closed = close_plan(plan, Closing(on=TODAY))
    request = gathering.gather(clinic, closed, TODAY)
    assert not publish.is_empty("handover", request)
    assert publish.is_empty("handover", gathering.gather(clinic, plan, TODAY))
    give(clinic, closed, "handover")
    (paper,) = [row for row in clinic.papers_of(plan.patient) if row.plan == plan.id]
    assert (paper.document, paper.title) == ("handover", "Going on by yourself")
