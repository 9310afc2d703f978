"""A log goes out with a code, is found again by it, and is kept with what follows from it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from store.practices import ADA, TODAY, finalise, folder, made, opened, plan_for, store

from painplanner.core.daily_log import CellState, LogCell, LogNote, LogRowKind
from painplanner.core.dose import ExerciseDose
from painplanner.core.ids import counting_ids, printed_number
from painplanner.core.log_reading import adherence
from painplanner.core.measure import Criterion, Measure, MeasureKind, Reading
from painplanner.core.plan import Goal, Item, Plan
from painplanner.core.values import Impossible, replace
from painplanner.errors import KnownError
from painplanner.services import log_entry, logs
from painplanner.services.words.due import due_sentence
from painplanner.services.words.refusals import impossible_sentence
from painplanner.store import Store

__all__ = ["folder", "made", "opened", "store"]
WEEK_LATER = TODAY + timedelta(days=7)
WALKING = Measure(id="measure.walking_minutes", name=(), kind=MeasureKind.TRACKED)


def walking_plan() -> Plan:
    plan = plan_for(steps=1)
    bridge = Item(id="bridge", kind="exercise", dose=ExerciseDose())
    step = replace(plan.steps[0], items=(bridge,))
    return replace(plan, steps=(step,), goals=(Goal(id="g", criterion=Criterion(measure="measure.walking_minutes")),))


@pytest.fixture
def clinic(store: Store) -> Store:
    """Return a practice with a patient, a plan and the measure it asks for."""
    store.save_own_measure(WALKING)
    store.save_patient(ADA)
    finalise(store, walking_plan())
    return store


def test_a_printed_code_leads_back_to_its_sheet(clinic: Store) -> None:
    sheet = logs.give_sheet(clinic, walking_plan(), TODAY, counting_ids(), days=14, lang="es")
    assert (sheet.days, sheet.lang, sheet.number) == (14, "es", 1001)
    for typed in (printed_number(sheet.number), f" {printed_number(sheet.number).replace('-', '')}\n"):
        assert logs.paper_of_code(clinic, typed) == sheet
    assert printed_number(1001) in next(due_sentence(r) for r in clinic.due(TODAY) if r.kind == "log-to-enter")


def test_a_wrong_digit_and_an_unknown_code_each_say_so(clinic: Store) -> None:
    logs.give_sheet(clinic, walking_plan(), TODAY, counting_ids())
    with pytest.raises(Impossible) as refused:
        logs.paper_of_code(clinic, "1001-9")
    assert "does not fit" in impossible_sentence(refused.value)
    with pytest.raises(KnownError, match="not in the practice"):
        logs.paper_of_code(clinic, printed_number(2002))


def test_a_filled_log_gives_readings_and_adherence(clinic: Store) -> None:
    new_id = counting_ids()
    sheet = logs.give_sheet(clinic, walking_plan(), TODAY, new_id)
    walk = next(row.id for row in sheet.rows if row.measure == "measure.walking_minutes")
    bridge = next(row.id for row in sheet.rows if row.kind is LogRowKind.EXERCISE)
    cells = (
        LogCell(row=walk, day=0, state=CellState.NUMBER, value=Decimal(12)),
        LogCell(row=bridge, day=0, state=CellState.DONE),
        LogCell(row=bridge, day=1, state=CellState.TOO_SORE),
    )
    log = replace(logs.begin_log(sheet, WEEK_LATER, new_id), cells=cells, is_complete=True)
    found = logs.keep_log(clinic, log, WEEK_LATER)
    assert clinic.readings(ADA.id) == found
    (one,) = adherence(clinic.logs(ADA.id), (sheet,))
    assert (one.item, one.done, one.too_sore, one.blank, one.expected) == ("bridge", 1, 1, 5, 7)


def test_a_log_of_days_to_come_is_not_kept(clinic: Store) -> None:
    new_id = counting_ids()
    sheet = logs.give_sheet(clinic, walking_plan(), TODAY, new_id)
    cell = LogCell(row="r1", day=3, state=CellState.NUMBER, value=Decimal(12))
    log = replace(logs.begin_log(sheet, TODAY, new_id), cells=(cell,))
    with pytest.raises(Impossible) as refused:
        logs.keep_log(clinic, log, TODAY)
    assert "still to come" in impossible_sentence(refused.value)
    assert clinic.logs(ADA.id) == ()


def test_what_is_told_at_the_visit_needs_no_paper_and_is_waited_for_by_nobody(clinic: Store) -> None:
    new_id = counting_ids()
    sheet = log_entry.told_sheet(clinic, walking_plan(), WEEK_LATER, new_id)
    log = logs.begin_log(sheet, WEEK_LATER, new_id, was_told=True)
    assert (log.was_told, log.first_day, sheet.days) == (True, TODAY + timedelta(days=1), 7)
    assert log_entry.keep(clinic, sheet, log, WEEK_LATER).number
    assert "log-to-enter" not in {row.kind for row in clinic.due(WEEK_LATER)}
    assert clinic.readings(ADA.id) == ()


def test_marks_for_the_clinician_go_when_they_are_dealt_with(clinic: Store) -> None:
    new_id = counting_ids()
    sheet = logs.give_sheet(clinic, walking_plan(), TODAY, new_id)
    note = LogNote(text="foot is numb", for_clinician=True)
    log = replace(logs.begin_log(sheet, WEEK_LATER, new_id), notes=(note,), is_complete=True)
    logs.keep_log(clinic, log, WEEK_LATER)
    asked = Reading(id="r", patient=ADA.id, measure="measure.peg", on=TODAY, value=Decimal(1), alert=1)
    clinic.save_reading(asked)
    kinds = {row.kind: due_sentence(row) for row in clinic.due(WEEK_LATER)}
    assert kinds["log-note"] == "The patient writes: foot is numb"
    logs.keep_log(clinic, replace(log, was_told=True), WEEK_LATER)
    told = next(due_sentence(row) for row in clinic.due(WEEK_LATER) if row.kind == "log-note")
    assert told == "Told at the visit: foot is numb", "nobody wrote it"
    assert kinds["same-day"].endswith("an answer asks for action the same day")
    logs.keep_log(clinic, replace(log, seen_on=WEEK_LATER), WEEK_LATER)
    logs.mark_acted(clinic, asked, WEEK_LATER)
    assert not {"log-note", "same-day"} & {row.kind for row in clinic.due(WEEK_LATER)}
    assert clinic.log(log.id).seen_on == clinic.readings(ADA.id)[0].alert_done_on == WEEK_LATER
