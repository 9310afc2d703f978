"""A cell is typed with the numeric keypad alone, and what a row cannot hold is refused at once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.daily_log import CellState, LogCell, LogRow, LogRowKind
from painplanner.core.log_typing import as_typed, typed
from painplanner.core.measure import Measure, MeasureKind
from painplanner.core.values import Impossible

SITTING = Measure(id="measure.sitting", name=(), kind=MeasureKind.TRACKED, maximum=Decimal(1440))
NUMBER = LogRow(id="r1", kind=LogRowKind.MEASURE, measure="measure.sitting")
ANSWER = LogRow(id="r2", kind=LogRowKind.MEASURE, measure_kind=MeasureKind.YES_NO)
EXERCISE = LogRow(id="r3", kind=LogRowKind.EXERCISE, item="bridge")
S = CellState


@pytest.mark.parametrize(
    ("text", "row", "state", "low", "high"),
    [
        ("25", NUMBER, S.NUMBER, "25", None),
        (" 7.5 ", NUMBER, S.NUMBER, "7.5", None),
        ("7,5", NUMBER, S.NUMBER, "7.5", None),
        ("0", NUMBER, S.NUMBER, "0", None),
        ("1440", NUMBER, S.NUMBER, "1440", None),
        ("20/30", NUMBER, S.RANGE, "20", "30"),
        ("20 / 30", NUMBER, S.RANGE, "20", "30"),
        ("20/20", NUMBER, S.NUMBER, "20", None),
        ("-", NUMBER, S.NOT_DONE, None, None),
        ("*", NUMBER, S.UNREADABLE, None, None),
        ("1", ANSWER, S.YES, None, None),
        ("0", ANSWER, S.NO, None, None),
        ("-", ANSWER, S.NO, None, None),
        ("*", ANSWER, S.UNREADABLE, None, None),
        ("1", EXERCISE, S.DONE, None, None),
        ("2", EXERCISE, S.TOO_SORE, None, None),
        ("3", EXERCISE, S.NOT_DONE, None, None),
        ("-", EXERCISE, S.NOT_DONE, None, None),
        ("0", EXERCISE, S.NOT_DONE, None, None),
        ("*", EXERCISE, S.UNREADABLE, None, None),
    ],
)
def test_what_a_key_means(text: str, row: LogRow, state: CellState, low: str | None, high: str | None) -> None:
    cell = typed(text, row, SITTING, day=4)
    assert cell is not None
    assert (cell.row, cell.day, cell.state) == (row.id, 4, state)
    assert cell.value == (Decimal(low) if low is not None else None)
    assert cell.value_to == (Decimal(high) if high is not None else None)


@pytest.mark.parametrize("row", [NUMBER, ANSWER, EXERCISE])
@pytest.mark.parametrize("text", ["", "  ", "\t"])
def test_a_blank_stays_a_blank(text: str, row: LogRow) -> None:
    assert typed(text, row, SITTING) is None


@pytest.mark.parametrize(
    ("text", "row", "code"),
    [
        ("1441", NUMBER, "out-of-range"),
        ("-5", NUMBER, "out-of-range"),
        ("20/1500", NUMBER, "out-of-range"),
        ("30/20", NUMBER, "range-upside-down"),
        ("10/20/30", NUMBER, "not-a-number"),
        ("20/", NUMBER, "not-a-number"),
        ("/", NUMBER, "not-a-number"),
        ("1,000", NUMBER, "group-separator"),
        ("x", NUMBER, "not-a-number"),
        ("nan", NUMBER, "not-a-number"),
        ("2", ANSWER, "yes-no-mark"),
        ("1/0", ANSWER, "yes-no-mark"),
        ("4", EXERCISE, "exercise-mark"),
        ("done", EXERCISE, "exercise-mark"),
        ("+", NUMBER, "nothing-before"),
    ],
)
def test_what_a_row_cannot_hold_is_refused(text: str, row: LogRow, code: str) -> None:
    with pytest.raises(Impossible) as refused:
        typed(text, row, SITTING)
    assert refused.value.code == code


def test_a_number_out_of_range_is_refused_with_the_range() -> None:
    with pytest.raises(Impossible) as refused:
        typed("2000", NUMBER, SITTING)
    assert (refused.value.args_["low"], refused.value.args_["high"]) == (0, 1440)


def test_without_its_measure_a_number_is_taken_as_it_is() -> None:
    cell = typed("2000", NUMBER)
    assert cell is not None
    assert cell.value == 2000


@pytest.mark.parametrize(
    ("text", "row"), [("25", NUMBER), ("20/30", NUMBER), ("-", ANSWER), ("2", EXERCISE), ("*", EXERCISE)]
)
def test_plus_repeats_the_day_before_in_any_row(text: str, row: LogRow) -> None:
    before = typed(text, row, SITTING, day=2)
    again = typed("+", row, SITTING, day=3, before=before)
    assert before is not None
    assert again is not None
    assert (again.day, again.state, again.value, again.value_to) == (3, before.state, before.value, before.value_to)


amounts = st.decimals(0, 1440, places=1)
texts = st.one_of(
    st.text(alphabet="0123456789.,/+-* ", max_size=8),
    amounts.map(str),
    st.tuples(amounts, amounts).map(lambda pair: f"{pair[0]}/{pair[1]}"),
)


@given(texts, st.sampled_from((NUMBER, ANSWER, EXERCISE)), st.integers(0, 27))
def test_whatever_is_typed_is_a_cell_a_blank_or_a_refusal_and_shows_as_it_was_typed(
    text: str, row: LogRow, day: int
) -> None:
    try:
        cell = typed(text, row, SITTING, day=day)
    except Impossible:
        return
    if cell is None:
        assert not text.strip()
        return
    assert typed(as_typed(cell), row, SITTING, day=day) == cell
    if cell.value is not None:
        assert 0 <= cell.value <= (cell.value_to or cell.value) <= 1440


def test_a_cell_without_its_number_shows_nothing() -> None:
    assert as_typed(LogCell(row="r1", day=0, state=CellState.NUMBER)) == ""
