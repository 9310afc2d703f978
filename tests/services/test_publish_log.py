"""A log that is printed has its number first and is waited for once it was handed out; a draft takes none."""

from __future__ import annotations

from dataclasses import replace as with_fields
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from services.test_logs import WALKING, clinic, walking_plan
from store.practices import TODAY, folder, made, opened, store

from painplanner.core.ids import counting_ids, printed_number
from painplanner.core.plan import Plan
from painplanner.core.values import replace
from painplanner.documents.blocks import Exercise
from painplanner.documents.request import Request
from painplanner.services import gathering, logs, publish
from painplanner.store import Store

__all__ = ["clinic", "folder", "made", "opened", "store"]
NEW_ID = counting_ids()
KINDS = ("exercise-sheet", "daily-log")


@pytest.fixture
def plan(clinic: Store) -> Plan:
    return clinic.load_plan(walking_plan().id)


def asked(clinic: Store, plan: Plan, **changes: Any) -> Request:
    return gathering.with_log(clinic, gathering.gather(clinic, plan, TODAY, **changes), NEW_ID)


def waited_for(clinic: Store) -> int:
    return sum(row.kind == "log-to-enter" for row in clinic.due(TODAY + timedelta(days=60)))


def number(request: Request) -> int:
    assert request.log is not None
    return request.log.number


def test_the_number_is_known_before_the_paper_is_made_and_leads_back(clinic: Store, plan: Plan) -> None:
    request = asked(clinic, plan)
    document = publish.make_document(request, "daily-log")
    assert document.code == printed_number(1001)
    assert request.log is not None
    assert logs.paper_of_code(clinic, document.code) == request.log
    assert [row.measure for row in request.log.rows[:1]] == [WALKING.id]


def test_a_log_is_waited_for_once_it_was_handed_out(clinic: Store, plan: Plan) -> None:
    request = asked(clinic, plan)
    assert waited_for(clinic) == 0
    publish.keep(clinic, request, publish.make_papers(request, KINDS))
    assert waited_for(clinic) == 1


def test_the_same_log_keeps_its_code_and_another_one_has_its_own(clinic: Store, plan: Plan) -> None:
    assert [number(asked(clinic, plan)) for _ in range(2)] == [1001, 1001]
    other = (TODAY, TODAY + timedelta(days=27))
    assert number(asked(clinic, plan, days=other)) == 1002
    assert number(asked(clinic, plan, language="es")) == 1003
    later = gathering.gather(clinic, plan, TODAY + timedelta(days=1), days=other)
    assert number(gathering.with_log(clinic, later, NEW_ID)) == 1002


def test_a_log_that_came_back_is_printed_anew(clinic: Store, plan: Plan) -> None:
    request = asked(clinic, plan)
    assert request.log is not None
    logs.keep_log(clinic, logs.begin_log(request.log, TODAY, counting_ids()), TODAY)
    assert number(asked(clinic, plan)) == 1002


def test_a_draft_takes_no_number(clinic: Store, plan: Plan) -> None:
    request = asked(clinic, plan, is_draft=True)
    publish.keep(clinic, request, publish.make_papers(request, KINDS))
    assert publish.make_document(request, "daily-log").code == ""
    assert clinic.log_sheets(plan.id) == ()
    assert number(asked(clinic, plan)) == 1001


def test_a_plan_that_was_never_saved_is_saved_with_its_log(clinic: Store) -> None:
    new = replace(walking_plan(), id="plan-new", number=2002)
    assert number(asked(clinic, new)) == 1001
    assert clinic.load_plan("plan-new") == new


def test_the_sheet_is_kept_with_what_the_paper_was_made_from(clinic: Store, plan: Plan) -> None:
    request = asked(clinic, plan)
    publish.keep(clinic, request, publish.make_papers(request, KINDS))
    (paper,) = (row for row in clinic.papers_of(plan.patient) if row.document == "daily-log")
    kept = msgspec.json.decode(clinic.paper_snapshot(paper.id), type=publish.Snapshot)
    assert kept.log == request.log


def test_papers_without_a_log_have_their_grids_and_wait_for_nothing(clinic: Store, plan: Plan) -> None:
    request = gathering.gather(clinic, plan, TODAY)
    sheet = publish.make_document(request, "exercise-sheet")
    assert all(block.grid for block in sheet.blocks if isinstance(block, Exercise))
    publish.keep(clinic, request, publish.make_papers(request, KINDS))
    assert waited_for(clinic) == 0
    logged = publish.make_document(asked(clinic, plan), "exercise-sheet")
    assert not any(block.grid for block in logged.blocks if isinstance(block, Exercise))


def test_the_command_line_prints_the_code_of_a_log_that_was_printed_and_makes_none(
    clinic: Store,
    plan: Plan,
) -> None:
    request = gathering.gather(clinic, plan, TODAY)
    assert gathering.with_printed_log(clinic, request).log is None
    printed = asked(clinic, plan)
    assert gathering.with_printed_log(clinic, with_fields(request, author="Another")).log == printed.log
