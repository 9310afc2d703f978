"""A log is changed cell by cell in the order of the paper, and what stands beside it is worked out from it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogNote, LogRow, LogRowKind, LogSheet
from painplanner.core.measure import MeasureKind
from painplanner.core.practice import Practice
from painplanner.core.values import Impossible, LangText, Side, replace
from painplanner.errors import KnownError
from painplanner.services import log_entry
from painplanner.services.log_entry import Place

TODAY = date(2026, 2, 12)
FIRST = date(2026, 1, 15)
ROWS = (
    LogRow(
        id="r1", kind=LogRowKind.MEASURE, measure="measure.sitting_minutes", unit=(LangText(lang="en", text="minutes"),)
    ),
    LogRow(id="r2", kind=LogRowKind.MEASURE, measure="measure.nrs", measure_kind=MeasureKind.SCORE, weekly=True),
    LogRow(id="r3", kind=LogRowKind.MEASURE, measure="measure.slept", measure_kind=MeasureKind.YES_NO),
    LogRow(id="r4", kind=LogRowKind.EXERCISE, item="bridge", days_per_week=3, side=Side.RIGHT),
)
SHEET = LogSheet(id="s", number=1001, plan="p", patient="a", printed_on=FIRST, first_day=FIRST, days=14, rows=ROWS)
LOG = FilledLog(id="l", sheet="s", plan="p", patient="a", first_day=FIRST, entered_on=TODAY)
PLACES = tuple(log_entry.places(SHEET))


def number(place: Place, value: int) -> LogCell:
    return LogCell(row=place.row, day=place.day, state=CellState.NUMBER, value=Decimal(value))


def test_the_order_is_that_of_the_paper() -> None:
    assert len(PLACES) == 2 * (7 + 1 + 7 + 7)
    assert PLACES[6:9] == (Place("r1", 6), Place("r2", 6), Place("r3", 0))
    assert PLACES[22] == Place("r1", 7)


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.one_of(st.none(), st.integers(0, 99))), max_size=40))
def test_cells_hold_what_was_put_last_in_the_order_of_rows(puts: list[tuple[Place, int | None]]) -> None:
    log, wanted = LOG, dict[Place, int]()
    for place, value in puts:
        cell = None if value is None else number(place, value)
        log = log_entry.with_cell(log, SHEET, place, cell, TODAY)
        wanted.pop(place, None)
        if value is not None:
            wanted[place] = value
    assert {Place(cell.row, cell.day): cell.value for cell in log.cells} == wanted
    assert list(log.cells) == sorted(log.cells, key=lambda cell: (cell.row, cell.day))
    assert log_entry.count(log, SHEET) == (len(wanted), len(PLACES))


def test_a_weekly_cell_follows_the_one_of_the_week_before() -> None:
    log = log_entry.with_cell(LOG, SHEET, Place("r2", 6), number(Place("r2", 6), 4), TODAY)
    before = log_entry.cell_before(log, ROWS[1], Place("r2", 13))
    assert before is not None
    assert before.value == 4
    assert log_entry.cell_before(log, ROWS[0], Place("r1", 7)) is None


def test_days_to_come_are_refused_for_a_cell_and_for_a_first_day() -> None:
    late = replace(LOG, first_day=TODAY - timedelta(days=2))
    with pytest.raises(Impossible, match="days-to-come"):
        log_entry.with_cell(late, SHEET, Place("r1", 3), number(Place("r1", 3), 5), TODAY)
    filled = log_entry.with_cell(LOG, SHEET, Place("r1", 13), number(Place("r1", 13), 5), TODAY)
    with pytest.raises(Impossible, match="days-to-come"):
        log_entry.with_first_day(filled, TODAY - timedelta(days=12), TODAY)
    assert log_entry.with_first_day(filled, TODAY - timedelta(days=13), TODAY).first_day == date(2026, 1, 30)


def test_words_for_the_clinician_are_to_be_read_again_when_they_change() -> None:
    marked = log_entry.with_note(LOG, 1, "Left foot drags", for_clinician=True)
    assert log_entry.to_read(marked) == ("Left foot drags",)
    seen = replace(marked, seen_on=TODAY)
    assert log_entry.to_read(seen) == ()
    assert log_entry.to_read(log_entry.with_note(seen, 0, "Slept well", for_clinician=False)) == ()
    assert log_entry.to_read(log_entry.with_note(seen, 1, "Both feet", for_clinician=True)) == ("Both feet",)
    assert log_entry.with_note(marked, 1, "  ", for_clinician=True).notes == ()


def test_words_of_the_whole_sheet_stand_with_the_first_week() -> None:
    log = replace(LOG, notes=(LogNote(text="Moved house"),))
    note = log_entry.note_of(log, 0)
    assert note is not None
    assert note.text == "Moved house"
    assert log_entry.note_of(log, 1) is None
    assert len(log_entry.with_note(log, 0, "Moved", for_clinician=False).notes) == 1


def test_several_words_of_a_week_stand_in_one_line() -> None:
    log = replace(LOG, notes=(LogNote(text="Moved", day=2), LogNote(text="Foot drags", day=5, for_clinician=True)))
    note = log_entry.note_of(log, 0)
    assert note is not None
    assert (note.text, note.for_clinician) == ("Moved; Foot drags", True)
    assert [one.text for one in log_entry.with_note(log, 0, "Moved", for_clinician=False).notes] == ["Moved"]


def test_beside_a_row_stands_how_it_went() -> None:
    marks = {0: CellState.DONE, 1: CellState.TOO_SORE, 2: CellState.DONE}
    cells = tuple(LogCell(row="r4", day=day, state=state) for day, state in marks.items())
    log = replace(LOG, cells=(number(Place("r1", 0), 5), *cells))
    words = log_entry.row_words(log, SHEET)
    assert words == {"r1": "1 of 14", "r2": "0 of 2", "r3": "0 of 14", "r4": "done 2 of 6, 1 too sore"}
    units = [log_entry.row_unit(row, "en") for row in ROWS]
    assert units == ["minutes", "once a week", "yes or no", "right"]


@pytest.mark.parametrize(
    ("state", "low", "high", "words"),
    [
        (CellState.NUMBER, "7.5", None, "7.5"),
        (CellState.RANGE, "20", "30", "20 to 30"),
        (CellState.TOO_SORE, None, None, "too sore"),
        (CellState.UNREADABLE, None, None, "unreadable"),
        (CellState.NO, None, None, "no"),
    ],
)
def test_a_cell_in_words(state: CellState, low: str | None, high: str | None, words: str) -> None:
    value, to = (Decimal(one) if one else None for one in (low, high))
    assert log_entry.cell_words(LogCell(row="r1", day=0, state=state, value=value, value_to=to)) == words


def test_a_blank_is_called_blank() -> None:
    assert log_entry.cell_words(None) == "blank"


def test_what_cannot_wait_names_its_source_and_the_number_of_the_practice() -> None:
    line = log_entry.warning_line(Practice(id="p", emergency="112"))
    assert "112" in line
    assert "[K]" in line


def gives_up(_data: bytes) -> bytes:
    raise SystemExit(1)


def test_a_pdf_that_ends_its_reader_and_a_lost_file_are_refused_in_words(tmp_path: Path) -> None:
    pdf = tmp_path / "sheet.pdf"
    pdf.write_bytes(b"%PDF-1.4")
    with pytest.raises(KnownError, match="JPEG or PNG"):
        log_entry.read_scan(pdf, gives_up)
    with pytest.raises(KnownError, match="could not be read"):
        log_entry.read_scan(tmp_path / "nothing.png", gives_up)
