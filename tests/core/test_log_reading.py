"""A filled log becomes readings and adherence; what is blank is neither a zero nor a "not done"."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogRow, LogRowKind, LogSheet
from painplanner.core.log_evidence import ticks as item_ticks
from painplanner.core.log_reading import Adherence, adherence, cell_reading_ids, check_days, readings_of
from painplanner.core.measure import MeasureKind
from painplanner.core.values import Impossible, Side, replace

MONDAY = date(2026, 1, 12)
S = CellState
ROWS = (
    LogRow(id="r1", kind=LogRowKind.MEASURE, measure="measure.sitting"),
    LogRow(id="r2", kind=LogRowKind.MEASURE, measure="measure.slept", measure_kind=MeasureKind.YES_NO),
    LogRow(id="r3", kind=LogRowKind.MEASURE, measure="measure.psfs", activity="drive", side=Side.LEFT, weekly=True),
    LogRow(id="r4", kind=LogRowKind.EXERCISE, item="bridge"),
    LogRow(id="r5", kind=LogRowKind.EXERCISE, item="calf", days_per_week=3),
)
SHEET = LogSheet(
    id="sheet-1", number=1001, plan="plan", patient="p", printed_on=MONDAY, first_day=MONDAY, days=14, rows=ROWS
)


def cell(row: str, day: int, state: CellState, low: int | None = None, high: int | None = None) -> LogCell:
    return LogCell(
        row=row, day=day, state=state, value=None if low is None else Decimal(low),
        value_to=None if high is None else Decimal(high),
    )  # fmt: skip


def filled(*cells: LogCell, first: date = MONDAY, entered: date | None = None, name: str = "log-1") -> FilledLog:
    return FilledLog(
        id=name, sheet="sheet-1", plan="plan", patient="p", first_day=first,
        entered_on=entered or first + timedelta(days=14), is_complete=True, cells=cells,
    )  # fmt: skip


def test_days_count_from_the_day_the_patient_wrote_not_from_the_planned_one() -> None:
    late = MONDAY + timedelta(days=3)
    (reading,) = readings_of(filled(cell("r1", 2, S.NUMBER, 25), first=late), SHEET)
    assert (reading.on, reading.value, reading.measure) == (late + timedelta(days=2), 25, "measure.sitting")
    assert (reading.patient, reading.log, reading.id) == ("p", "log-1", "log-1:r1:2")


@pytest.mark.parametrize(
    ("written", "value", "value_to"),
    [
        (cell("r1", 0, S.NUMBER, 25), 25, None),
        (cell("r1", 0, S.NUMBER, 0), 0, None),
        (cell("r1", 0, S.RANGE, 20, 30), 20, 30),
        (cell("r2", 0, S.YES), 1, None),
        (cell("r2", 0, S.NO), 0, None),
        (cell("r3", 6, S.NUMBER, 4), 4, None),
    ],
)
def test_a_number_an_answer_and_a_range_become_readings(written: LogCell, value: int, value_to: int | None) -> None:
    (reading,) = readings_of(filled(written), SHEET)
    assert (reading.value, reading.value_to) == (value, value_to)


@pytest.mark.parametrize(
    "written",
    [
        cell("r1", 0, S.NOT_DONE),
        cell("r1", 0, S.UNREADABLE),
        cell("r2", 0, S.UNREADABLE),
        cell("r4", 0, S.DONE),
        cell("r9", 0, S.NUMBER, 5),
        cell("r1", 20, S.NUMBER, 5),
        cell("r3", 0, S.NUMBER, 5),
    ],
    ids=["not done", "unreadable", "unreadable answer", "exercise", "no such row", "after the sheet", "no weekly cell"],
)
def test_what_is_no_number_of_the_sheet_becomes_no_reading(written: LogCell) -> None:
    assert readings_of(filled(written), SHEET) == ()


def test_a_rating_keeps_its_activity_and_side() -> None:
    (reading,) = readings_of(filled(cell("r3", 13, S.NUMBER, 4)), SHEET)
    assert (reading.activity, reading.side, reading.on) == ("drive", Side.LEFT, MONDAY + timedelta(days=13))


def ticks(row: str, *states: CellState) -> tuple[LogCell, ...]:
    return tuple(cell(row, day, state) for day, state in enumerate(states))


def of(item: str, *logs: FilledLog) -> Adherence:
    return next(one for one in adherence(logs, (SHEET,)) if one.item == item)


@pytest.mark.parametrize(
    ("item", "cells", "entered", "expected"),
    [
        ("bridge", (), 14, Adherence(item="bridge", blank=14, expected=14)),
        ("bridge", ticks("r4", *[S.DONE] * 14), 14, Adherence(item="bridge", done=14, expected=14)),
        (
            "bridge",
            ticks("r4", S.DONE, S.TOO_SORE, S.NOT_DONE, S.UNREADABLE),
            14,
            Adherence(item="bridge", done=1, too_sore=1, not_done=1, unreadable=1, blank=10, expected=14),
        ),
        ("calf", ticks("r5", S.DONE, S.DONE, S.DONE), 14, Adherence(item="calf", done=3, blank=3, expected=6)),
        ("calf", ticks("r5", *[S.DONE] * 9), 14, Adherence(item="calf", done=9, expected=6)),
        ("bridge", ticks("r4", S.DONE), 5, Adherence(item="bridge", done=1, blank=4, expected=5)),
        ("bridge", ticks("r4", *[S.DONE] * 6), 5, Adherence(item="bridge", done=6, expected=6)),
        ("calf", ticks("r5", S.DONE), 10, Adherence(item="calf", done=1, blank=3, expected=4)),
        ("bridge", (), 0, Adherence(item="bridge")),
    ],
)
def test_adherence_counts_ticks_against_the_days_that_were_asked_for(
    item: str, cells: tuple[LogCell, ...], entered: int, expected: Adherence
) -> None:
    assert of(item, filled(*cells, entered=MONDAY + timedelta(days=entered))) == expected


def test_two_logs_add_up_and_the_later_one_counts_for_a_day_of_both() -> None:
    first = filled(*ticks("r4", *[S.NOT_DONE] * 14))
    second = filled(*ticks("r4", *[S.DONE] * 14), first=MONDAY + timedelta(days=7), name="log-2")
    assert of("bridge", first, second) == Adherence(item="bridge", done=14, not_done=7, expected=21)
    assert adherence((second, first), (SHEET,)) == adherence((first, second), (SHEET,))


_written = st.lists(st.sampled_from((None, S.DONE, S.TOO_SORE, S.NOT_DONE)), min_size=14, max_size=14)


@given(filled_in=st.lists(st.tuples(st.integers(0, 20), _written), min_size=1, max_size=4))
def test_logs_that_share_days_say_what_one_calendar_would(
    filled_in: list[tuple[int, list[CellState | None]]],
) -> None:
    """Of logs entered one after the other; a blank never takes away what another log says of its day."""
    days: dict[date, CellState | None] = {}
    logs: list[FilledLog] = []
    for n, (after, states) in enumerate(filled_in):
        first = MONDAY + timedelta(days=after)
        cells = [cell("r4", day, state) for day, state in enumerate(states) if state is not None]
        logs.append(filled(*cells, first=first, entered=MONDAY + timedelta(days=60 + n), name=f"log-{n}"))
        written = {first + timedelta(days=day): state for day, state in enumerate(states)}
        days |= {day: state or days.get(day) for day, state in written.items()}
    found, said = of("bridge", *reversed(logs)), list(days.values())
    assert found.expected == len(said)
    counts = (found.done, found.too_sore, found.not_done, found.blank)
    assert counts == tuple(said.count(state) for state in (S.DONE, S.TOO_SORE, S.NOT_DONE, None))
    assert item_ticks("bridge", reversed(logs), (SHEET,)) == days


def test_days_on_which_the_step_was_not_open_are_no_blanks() -> None:
    late = LogRow(id="r6", kind=LogRowKind.EXERCISE, item="late", first=9)
    over = LogRow(id="r7", kind=LogRowKind.EXERCISE, item="over", last=2)
    sheet: LogSheet = replace(SHEET, rows=(late, over))
    log = filled(cell("r6", 9, S.DONE), cell("r6", 10, S.TOO_SORE))
    assert adherence((log,), (sheet,)) == (
        Adherence(item="late", done=1, too_sore=1, blank=3, expected=5),
        Adherence(item="over", blank=3, expected=3),
    )
    assert sorted(item_ticks("late", (log,), (sheet,))) == [MONDAY + timedelta(days=n) for n in range(9, 14)]


def test_a_log_that_is_still_being_typed_says_nothing_about_blanks() -> None:
    half: FilledLog = replace(filled(*ticks("r4", S.DONE)), is_complete=False)
    assert adherence((half,), (SHEET,)) == ()
    assert adherence((filled(),), ()) == ()


def test_a_log_of_days_to_come_has_a_wrong_first_day() -> None:
    log = filled(*ticks("r4", S.DONE, S.DONE))
    check_days(log, MONDAY + timedelta(days=1))
    with pytest.raises(Impossible) as refused:
        check_days(log, MONDAY)
    assert (refused.value.code, refused.value.field) == ("days-to-come", "first_day")
    with pytest.raises(Impossible):
        check_days(filled(), MONDAY - timedelta(days=1))


@st.composite
def any_log(draw: st.DrawFn) -> FilledLog:
    places = draw(st.sets(st.tuples(st.sampled_from(("r1", "r2", "r3", "r4", "r5", "r9")), st.integers(0, 27))))
    cells = [
        LogCell(row=row, day=day, state=draw(st.sampled_from(S)), value=draw(st.none() | st.decimals(0, 99, places=1)))
        for row, day in sorted(places)
    ]
    return filled(*cells, entered=MONDAY + timedelta(days=draw(st.integers(0, 30))))


@given(any_log())
def test_readings_are_named_for_their_cells_and_none_is_invented(log: FilledLog) -> None:
    found = readings_of(log, SHEET)
    assert len({reading.id for reading in found}) == len(found) <= len(log.cells)
    assert {reading.id for reading in found} <= set(cell_reading_ids(log))
    assert all(len(reading.id) <= 80 for reading in found)
    assert all(MONDAY <= reading.on < MONDAY + timedelta(days=SHEET.days) for reading in found)
    assert readings_of(replace(log, cells=log.cells[::-1]), SHEET) == found


@given(any_log())
def test_no_day_is_counted_twice_and_no_blank_is_negative(log: FilledLog) -> None:
    for one in adherence((log, log), (SHEET,)):
        filled_days = one.done + one.too_sore + one.not_done + one.unreadable
        assert filled_days <= SHEET.days
        assert 0 <= one.blank <= one.expected <= SHEET.days
        assert one.blank == max(one.expected - filled_days, 0)
