"""A printed log has a number and is waited for; a filled one is kept with its readings, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError
from store.practices import ADA, TODAY, Open, due_of, finalise, plan_for

from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogNote, LogRow, LogRowKind, LogSheet
from painplanner.core.log_reading import readings_of
from painplanner.core.measure import Measure, Reading
from painplanner.core.plan import PlanStatus
from painplanner.core.values import LangText, replace
from painplanner.errors import KnownError
from painplanner.store import Store
from painplanner.store.tables import logs

SITTING = LogRow(id="r1", kind=LogRowKind.MEASURE, measure="measure.sitting_minutes")
BRIDGE = LogRow(id="r2", kind=LogRowKind.EXERCISE, item="item-1")
LATE = TODAY + timedelta(days=60)


@pytest.fixture
def clinic(store: Store) -> Store:
    """Return a practice with a patient and a plan."""
    store.save_patient(ADA)
    finalise(store, plan_for())
    return store


def sheet(name: str = "sheet-1", first: date = TODAY, days: int = 7, plan: str = "plan-1") -> LogSheet:
    return LogSheet(
        id=name, number=0, plan=plan, patient=ADA.id, printed_on=TODAY, first_day=first, days=days,
        rows=(SITTING, BRIDGE),
    )  # fmt: skip


def filled(*minutes: int, name: str = "log-1", of: str = "sheet-1", first: date = TODAY, **more: object) -> FilledLog:
    cells = (
        LogCell(row="r1", day=day, state=CellState.NUMBER, value=Decimal(n)) for day, n in enumerate(minutes) if n >= 0
    )
    return FilledLog(
        id=name, sheet=of, plan="plan-1", patient=ADA.id, first_day=first, entered_on=TODAY + timedelta(days=7),
        cells=tuple(cells), **{"is_complete": True, **more},  # type: ignore[arg-type]
    )  # fmt: skip


def keep(store: Store, log: FilledLog) -> tuple[Reading, ...]:
    found = readings_of(log, store.log_sheet(log.sheet))
    store.save_log(log, found)
    return found


def waiting(store: Store, *kinds: str) -> list[tuple[str, str, date | None]]:
    return [(row.kind, row.subject, row.on) for row in store.due(LATE) if row.kind in kinds]


# Sheets


def test_each_sheet_gets_the_next_number_and_is_found_by_it(clinic: Store) -> None:
    first, second = (clinic.new_log_sheet(sheet(name)) for name in ("sheet-1", "sheet-2"))
    assert (first.number, second.number) == (1001, 1002)
    assert clinic.log_sheet_by_number(1002) == clinic.log_sheet("sheet-2") == second
    assert clinic.log_sheets("plan-1") == clinic.log_sheets_of(ADA.id) == (first, second)
    assert clinic.log_sheets("plan-9") == clinic.log_sheets_of("patient-9") == ()


def test_no_number_stands_on_a_plan_and_on_a_log(clinic: Store) -> None:
    given = [clinic.new_plan_number(), clinic.new_log_sheet(sheet("sheet-8")).number]
    given += [clinic.new_log_sheet(sheet("sheet-9")).number, clinic.new_plan_number()]
    assert given == sorted(set(given))


def test_a_number_that_was_never_printed_says_so(clinic: Store) -> None:
    with pytest.raises(KnownError, match="not in the practice"):
        clinic.log_sheet_by_number(77)
    with pytest.raises(KnownError, match="not in the practice"):
        clinic.log_sheet("gone")
    with pytest.raises(KnownError, match="not in the practice"):
        clinic.log("gone")


def test_a_sheet_is_waited_for_from_the_day_after_its_last(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    back = TODAY + timedelta(days=7)
    assert waiting(clinic, "log-to-enter") == [("log-to-enter", "sheet-1", back)]
    assert "log-to-enter" not in {row.kind for row in clinic.due(TODAY, until=back - timedelta(days=1))}
    assert "log-to-enter" in {row.kind for row in clinic.due(TODAY, until=back)}


def test_a_sheet_printed_again_for_the_same_days_is_waited_for_once(clinic: Store) -> None:
    clinic.new_log_sheet(sheet("sheet-1", days=14))
    clinic.new_log_sheet(sheet("sheet-2", TODAY + timedelta(days=3)))
    clinic.new_log_sheet(sheet("sheet-3", TODAY + timedelta(days=20)))
    assert [subject for _kind, subject, _on in waiting(clinic, "log-to-enter")] == ["sheet-2", "sheet-3"]


def test_a_sheet_that_nobody_was_given_is_not_waited_for(clinic: Store) -> None:
    clinic.new_log_sheet(sheet("sheet-1"))
    clinic.new_log_sheet(sheet("sheet-2"), is_given=False)
    assert [subject for _kind, subject, _on in waiting(clinic, "log-to-enter")] == ["sheet-1"]


def test_a_lost_sheet_is_let_go_and_can_still_be_entered(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    clinic.let_sheet_go("sheet-1")
    assert waiting(clinic, "log-to-enter") == []
    keep(clinic, filled(10))
    assert clinic.logs(ADA.id)


def test_a_finished_plan_waits_for_no_log(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    done = replace(plan_for(), status=PlanStatus.FINISHED)
    clinic.save_draft(done, due_of(done, is_draft=True))
    assert waiting(clinic, "log-to-enter") == []


def test_a_plan_that_is_opened_again_waits_for_what_it_waited_for(clinic: Store) -> None:
    for name, first in (("sheet-1", 0), ("sheet-2", 7), ("sheet-3", 14)):
        clinic.new_log_sheet(sheet(name, TODAY + timedelta(days=first)))
    clinic.new_log_sheet(sheet("sheet-4", TODAY + timedelta(days=21)), is_given=False)
    clinic.let_sheet_go("sheet-2")
    keep(clinic, filled(10, of="sheet-3", first=TODAY + timedelta(days=14)))
    plan = plan_for()
    done = replace(plan, status=PlanStatus.FINISHED)
    clinic.save_draft(done, due_of(done, is_draft=True))
    assert waiting(clinic, "log-to-enter") == []
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    assert [subject for _kind, subject, _on in waiting(clinic, "log-to-enter")] == ["sheet-1"]


def test_a_closing_that_is_given_up_with_its_draft_waits_again(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    done = replace(plan_for(), status=PlanStatus.FINISHED)
    clinic.save_draft(done, due_of(done, is_draft=True))
    clinic.discard_draft(done.id)
    assert [subject for _kind, subject, _on in waiting(clinic, "log-to-enter")] == ["sheet-1"]


def test_a_log_of_a_closed_plan_that_is_deleted_is_waited_for_once_the_plan_is_open_again(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    keep(clinic, filled(10))
    plan = plan_for()
    done = replace(plan, status=PlanStatus.FINISHED)
    clinic.save_draft(done, due_of(done, is_draft=True))
    clinic.delete_log("log-1")
    assert waiting(clinic, "log-to-enter") == []
    clinic.save_draft(plan, due_of(plan, is_draft=True))
    assert [subject for _kind, subject, _on in waiting(clinic, "log-to-enter")] == ["sheet-1"]


def test_saving_the_plan_or_the_patient_leaves_what_its_logs_ask(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    clinic.save_draft(plan_for(steps=5), due_of(plan_for(steps=5), is_draft=True))
    clinic.save_patient(replace(ADA, name="Anna"))
    assert len(waiting(clinic, "log-to-enter")) == 1


def test_a_discarded_plan_takes_its_sheets_along(clinic: Store) -> None:
    other = plan_for(name="plan-2", number=1002)
    clinic.save_draft(other, due_of(other, is_draft=True))
    clinic.new_log_sheet(sheet(plan="plan-2"))
    clinic.discard_draft("plan-2")
    assert clinic.log_sheets("plan-2") == ()
    assert waiting(clinic, "log-to-enter") == []


# Filled logs


def test_a_log_is_kept_with_its_readings(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    log = filled(10, -1, 20)
    found = keep(clinic, log)
    assert clinic.log("log-1") == log
    assert clinic.logs(ADA.id) == clinic.logs_of_sheet("sheet-1") == (log,)
    assert clinic.readings(ADA.id) == found
    assert [(r.on, r.value) for r in found] == [(TODAY, 10), (TODAY + timedelta(days=2), 20)]


def test_entering_a_log_again_leaves_no_reading_of_before(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    measured = Reading(id="own", patient=ADA.id, measure="measure.sitting_minutes", on=TODAY, value=Decimal(5))
    clinic.save_reading(measured)
    keep(clinic, filled(10, 15, 20))
    keep(clinic, filled(-1, 25, first=TODAY + timedelta(days=1)))
    left = [(reading.id, reading.value) for reading in clinic.readings(ADA.id)]
    assert left == [("own", 5), ("log-1:r1:1", 25)]


def test_a_log_that_is_taken_away_takes_its_readings_and_comes_back_whole(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    log = filled(10, 20, notes=(LogNote(text="foot is numb", for_clinician=True),))
    found = keep(clinic, log)
    clinic.delete_log("log-1")
    assert (clinic.logs(ADA.id), clinic.readings(ADA.id)) == ((), ())
    assert [kind for kind, _subject, _on in waiting(clinic, "log-to-enter", "log-note")] == ["log-to-enter"]
    clinic.save_log(log, found)
    assert (clinic.logs(ADA.id), clinic.readings(ADA.id)) == ((log,), found)


def test_a_log_is_waited_for_until_it_was_entered_to_its_end(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    keep(clinic, filled(10, is_complete=False))
    assert len(waiting(clinic, "log-to-enter")) == 1
    keep(clinic, filled(10, 20))
    assert waiting(clinic, "log-to-enter") == []


def test_words_for_the_clinician_wait_until_they_are_read(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    log = filled(10, notes=(LogNote(text="foot is numb", for_clinician=True),))
    keep(clinic, log)
    (row,) = (row for row in clinic.due(LATE) if row.kind == "log-note")
    assert (row.patient, row.plan, row.subject, dict(row.args)["title"]) == (ADA.id, "plan-1", "log-1", "foot is numb")
    keep(clinic, replace(log, seen_on=TODAY))
    assert waiting(clinic, "log-note") == []


def test_logs_come_by_their_first_day(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    later = filled(10, name="log-1", first=TODAY + timedelta(days=7))
    earlier = filled(10, name="log-2")
    keep(clinic, later)
    keep(clinic, earlier)
    assert clinic.logs(ADA.id) == clinic.logs_of_sheet("sheet-1") == (earlier, later)


def test_a_log_without_its_sheet_changes_nothing(clinic: Store) -> None:
    def save(readings: Iterable[Reading]) -> None:
        clinic.save_log(filled(10, of="gone"), readings)

    with pytest.raises(IntegrityError):
        save(())
    assert clinic.logs(ADA.id) == ()


def test_logs_survive_closing_and_opening(clinic: Store, opened: Open) -> None:
    clinic.new_log_sheet(sheet())
    log = filled(10, 20)
    found = keep(clinic, log)
    clinic.close()
    again = opened(clinic.folder)
    assert (again.logs(ADA.id), again.readings(ADA.id)) == ((log,), found)
    assert again.new_log_sheet(sheet("sheet-2")).number == 1002


def test_a_log_that_cannot_be_read_is_told_as_damage(clinic: Store) -> None:
    clinic.new_log_sheet(sheet())
    keep(clinic, filled(10))
    with clinic._db.writing() as unit:
        unit.execute(logs.update().values(payload=b"{}"))
    with pytest.raises(KnownError, match="damaged"):
        clinic.logs(ADA.id)


# Readings


def phq9(alert: int | None, done_on: date | None = None) -> Reading:
    return Reading(
        id="r", patient=ADA.id, measure="measure.phq9", on=TODAY, value=Decimal(12), alert=alert, alert_done_on=done_on
    )


def test_an_answer_that_asks_for_action_stands_on_today_until_it_was_taken(clinic: Store) -> None:
    clinic.save_own_measure(Measure(id="measure.phq9", name=(LangText(lang="en", text="PHQ-9: mood"),)))
    clinic.save_reading(phq9(0))
    assert waiting(clinic, "same-day") == []
    clinic.save_reading(phq9(1))
    (row,) = (row for row in clinic.due(TODAY) if row.kind == "same-day")
    assert (row.on, row.subject, dict(row.args)["title"]) == (TODAY, "r", "PHQ-9: mood")
    clinic.save_patient(replace(ADA, name="Anna"))
    assert len(waiting(clinic, "same-day")) == 1
    clinic.save_reading(phq9(1, TODAY))
    assert waiting(clinic, "same-day") == []


def test_a_reading_that_is_taken_away_asks_for_nothing(clinic: Store) -> None:
    clinic.save_reading(phq9(2))
    clinic.delete_reading("r")
    assert (clinic.readings(ADA.id), waiting(clinic, "same-day")) == ((), [])


def test_a_series_holds_one_measure_of_one_patient_in_order(clinic: Store) -> None:
    clinic.save_patient(replace(ADA, id="patient-2", record_number="2002"))
    for name, patient, measure, day in (
        ("a", ADA.id, "measure.peg", 3),
        ("b", ADA.id, "measure.peg", 1),
        ("c", ADA.id, "measure.odi", 2),
        ("d", "patient-2", "measure.peg", 2),
    ):
        on = TODAY + timedelta(days=day)
        clinic.save_reading(Reading(id=name, patient=patient, measure=measure, on=on, value=Decimal(1)))
    assert [reading.id for reading in clinic.series(ADA.id, "measure.peg")] == ["b", "a"]
    assert clinic.series("patient-9", "measure.peg") == ()
