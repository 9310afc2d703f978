"""A draft is one row that is overwritten; revisions are kept byte for byte and can only be followed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from core.drawn_plans import plans as any_plan
from hypothesis import given, settings
from store.practices import ADA, PDF, TODAY, Open, SteadyClock, due_of, finalise, paper, plan_for

from painplanner.core.codec import encode_plan
from painplanner.core.plan import NextVisit, Plan, PlanStatus
from painplanner.errors import KnownError
from painplanner.store import Store


@pytest.fixture
def clinic(store: Store) -> Store:
    store.save_patient(ADA)
    return store


def retitled(plan: Plan, title: str) -> Plan:
    return msgspec.structs.replace(plan, title=title)


def test_plan_numbers_are_given_once(store: Store) -> None:
    assert [store.new_plan_number() for _ in range(3)] == [1001, 1002, 1003]


def test_a_printed_number_leads_to_one_plan(clinic: Store) -> None:
    plan = plan_for()
    clinic.save_draft(plan, ())
    assert clinic.plan_by_number(plan.number) == plan
    with pytest.raises(KnownError, match="not in the practice"):
        clinic.plan_by_number(77)


def test_a_draft_is_overwritten_and_loaded(clinic: Store) -> None:
    plan = plan_for()
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    clinic.save_draft(retitled(plan, "Second"), due_of(plan, is_draft=True))
    assert clinic.has_draft("plan-1")
    assert clinic.load_plan("plan-1") == clinic.draft("plan-1") == retitled(plan, "Second")
    assert [row.title for row in clinic.plans_of("patient-1")] == ["Second"]


def test_a_revision_ends_the_draft(clinic: Store) -> None:
    plan = plan_for()
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    finalise(clinic, plan)
    assert not clinic.has_draft("plan-1")
    assert clinic.draft("plan-1") is None
    assert clinic.load_plan("plan-1") == plan


def test_a_draft_goes_before_the_newest_revision(clinic: Store) -> None:
    plan = plan_for()
    finalise(clinic, plan)
    clinic.save_draft(retitled(plan, "Next"), ())
    assert clinic.load_plan("plan-1").title == "Next"
    assert clinic.plans_of("patient-1")[0].is_draft


def test_discarding_goes_back_to_the_newest_revision(clinic: Store) -> None:
    plan = plan_for()
    finalise(clinic, plan)
    clinic.save_draft(retitled(plan, "Next"), due_of(plan, is_draft=True))
    clinic.discard_draft("plan-1")
    row = clinic.plans_of("patient-1")[0]
    assert (clinic.load_plan("plan-1"), row.title, row.is_draft) == (plan, plan.title, False)
    assert "draft" not in {row.kind for row in clinic.due(date(2026, 3, 2))}


def test_discarding_the_only_draft_takes_the_plan_away(clinic: Store) -> None:
    plan = plan_for()
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    clinic.discard_draft("plan-1")
    assert clinic.plans_of("patient-1") == ()
    assert clinic.due(date(2026, 3, 2)) == ()
    with pytest.raises(KnownError, match="not in the practice"):
        clinic.load_plan("plan-1")


def test_revisions_are_numbered_and_tell_who_when_and_why(clinic: Store) -> None:
    plan = plan_for()
    first = clinic.add_revision(plan, state="draft", reason="end of visit", due=())
    second = clinic.add_revision(retitled(plan, "Later"), state="final", reason="", due=())
    assert clinic.revisions("plan-1") == (second, first)
    assert (first.n, second.n, first.by, first.reason, first.state) == (1, 2, "Dr. Ada Okafor", "end of visit", "draft")
    assert first.at.tzinfo is not None
    assert first.at < second.at
    assert clinic.revision_plan(first.id) == plan


def test_a_revision_stays_a_draft_until_it_is_final(clinic: Store) -> None:
    plan = plan_for()
    clinic.add_revision(plan, state="draft", reason="", due=())
    assert clinic.plans_of("patient-1")[0].is_draft
    clinic.add_revision(plan, state="final", reason="", due=())
    assert not clinic.plans_of("patient-1")[0].is_draft


def test_the_same_bytes_of_plan_come_back_after_reopening(folder: Path, opened: Open) -> None:
    store, plan = opened(folder), plan_for(steps=12)
    store.save_patient(ADA)
    kept = finalise(store, plan)
    store.save_draft(retitled(plan, "Draft"), ())
    store.close()
    again = opened(folder)
    assert again.revision_bytes(kept) == encode_plan(plan)
    assert again.draft("plan-1") == retitled(plan, "Draft")
    assert again.patient("patient-1") == ADA
    assert again.practice.name == "Lindenhof Pain Clinic"


@settings(max_examples=25)
@given(plan=any_plan())
def test_every_constructible_plan_is_kept_as_it_is(clinic: Store, plan: Plan) -> None:
    mine = msgspec.structs.replace(plan, id="any", number=77, patient=ADA.id)
    clinic.save_draft(mine, due_of(mine, is_draft=True))
    assert clinic.load_plan("any") == mine
    assert clinic.revision_plan(finalise(clinic, mine)) == mine


def test_plans_of_a_patient_are_listed_last_edited_first(clinic: Store) -> None:
    for name, number in (("plan-1", 1), ("plan-2", 2)):
        clinic.save_draft(plan_for(name=name, number=number), ())
    clinic.save_draft(plan_for(number=1), ())
    rows = clinic.plans_of("patient-1")
    assert [row.id for row in rows] == ["plan-1", "plan-2"]
    assert (rows[0].number, rows[0].status, rows[0].patient_name) == (1, "open", "Łukasz Żak")
    assert rows[0].edited_at.tzinfo is not None


def test_drafts_of_a_session_that_was_closed_are_not_left_open(folder: Path, opened: Open) -> None:
    store = opened(folder)
    store.save_patient(ADA)
    store.save_draft(plan_for(), ())
    assert store.left_open() == ()
    store.close()
    assert opened(folder).left_open() == ()


def test_closing_twice_does_nothing_more(folder: Path, opened: Open) -> None:
    store = opened(folder)
    store.close()
    store.close()
    opened(folder)


def test_what_is_due_is_written_with_the_plan_and_sorted_by_day(clinic: Store) -> None:
    plan = plan_for()
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    rows = clinic.due(date(2026, 3, 2))
    days = [row.on for row in rows if row.on is not None]
    assert days == sorted(days)
    assert {row.kind for row in rows} == {"trial-end", "step-start", "draft"}
    assert {(row.patient, row.patient_name, row.plan) for row in rows} == {("patient-1", "Łukasz Żak", "plan-1")}
    assert dict(next(row for row in rows if row.kind == "draft").args)["title"] == "Sciatica, left"
    finalise(clinic, plan)
    assert "draft" not in {row.kind for row in clinic.due(date(2026, 3, 2))}


def test_what_is_due_can_be_asked_for_until_a_day(clinic: Store) -> None:
    plan = plan_for()
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    everything = clinic.due(TODAY)
    until = min(row.on for row in everything if row.on is not None)
    assert clinic.due(TODAY, until=until) == tuple(row for row in everything if row.on is None or row.on <= until)
    assert [row.kind for row in clinic.due(TODAY, until=date(2000, 1, 1))] == ["draft"]


def test_a_save_that_fails_leaves_what_was_due_before(clinic: Store) -> None:
    plan = plan_for()
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    before = clinic.due(date(2026, 3, 2))
    impossible = msgspec.structs.replace(paper(), pages=None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="NOT NULL"):
        clinic.add_revision(retitled(plan, "Lost"), state="final", reason="", due=(), papers=(impossible,))
    assert clinic.due(date(2026, 3, 2)) == before
    assert clinic.revisions("plan-1") == ()
    assert clinic.load_plan("plan-1") == plan


def test_a_finished_plan_asks_for_nothing_but_its_hand_over(clinic: Store) -> None:
    plan = plan_for()
    finalise(clinic, plan)
    finalise(clinic, msgspec.structs.replace(plan, status=PlanStatus.FINISHED))
    assert [row.kind for row in clinic.due(date(2026, 3, 2))] == ["print-handover"]


def test_a_visit_that_is_over_is_no_longer_due(clinic: Store) -> None:
    plan = msgspec.structs.replace(plan_for(steps=0), next_visit=NextVisit(on=date(2026, 3, 9)))
    finalise(clinic, plan, paper())
    assert [row.kind for row in clinic.due(date(2026, 3, 9))] == ["next-visit"]
    assert clinic.due(date(2026, 3, 10)) == ()


def test_papers_are_kept_with_their_revision_and_come_back_byte_for_byte(clinic: Store) -> None:
    plan = plan_for()
    kept = finalise(clinic, plan, paper("Handout"), paper("Sheet", pdf=PDF * 3), snapshot=b'{"patient": "as printed"}')
    rows = clinic.papers_of("patient-1")
    assert {row.title for row in rows} == {"Handout", "Sheet"}
    assert {(row.plan, row.revision, row.by, row.pages) for row in rows} == {("plan-1", kept, "Dr. Ada Okafor", 2)}
    sheet = next(row for row in rows if row.title == "Sheet")
    assert clinic.paper_bytes(sheet.id) == PDF * 3
    assert clinic.paper_snapshot(sheet.id) == b'{"patient": "as printed"}'


def test_a_print_of_a_draft_is_kept_without_a_revision(clinic: Store) -> None:
    clinic.save_draft(plan_for(), ())
    row = clinic.add_paper("plan-1", paper("Draft", is_draft=True))
    assert clinic.papers_of("patient-1") == (row,)
    assert (row.is_draft, row.revision, clinic.paper_snapshot(row.id)) == (True, "", b"")


def test_a_further_paper_joins_its_revision(clinic: Store) -> None:
    kept = finalise(clinic, plan_for(), paper("First"), snapshot=b"{}")
    row = clinic.add_paper("plan-1", paper("Second"), revision=kept, snapshot=b"{}")
    assert row.revision == kept
    assert [entry.title for entry in clinic.papers_of("patient-1")] == ["Second", "First"]


def test_papers_of_an_unknown_plan_are_refused(clinic: Store) -> None:
    with pytest.raises(KnownError, match="Save it first"):
        clinic.add_paper("nowhere", paper())
    with pytest.raises(KnownError, match="not in the practice"):
        clinic.paper_bytes("nowhere")
    with pytest.raises(KnownError, match="not in the practice"):
        clinic.revision_bytes("nowhere")


def test_moments_are_kept_in_utc(folder: Path, opened: Open) -> None:
    at = datetime.fromisoformat("2026-03-02T23:30:00-05:00")
    store = opened(folder, SteadyClock(at))
    store.save_patient(ADA)
    kept = store.add_revision(plan_for(), state="final", reason="", due=())
    assert store.revisions("plan-1")[0].at == kept.at
    assert store.revisions("plan-1")[0].at.utcoffset() == datetime.now(UTC).utcoffset()
    assert store.revisions("plan-1")[0].at.day == 3
