"""What is typed into one cell of a log with the numeric keypad, and how a cell is shown again.

Digits, `20/30` for a range, `+` as the day before, `-` not done or no, `*` unreadable; nothing is a blank. Exercises go
by the order of the marks in the key on paper: 1 done, 2 too sore, 3 not done. Yes is 1 and no is 0.
"""

from __future__ import annotations

from painplanner.core.daily_log import CellState, LogCell, LogRow, LogRowKind
from painplanner.core.measure import Measure, MeasureKind, check_reading
from painplanner.core.values import Impossible, parse_decimal, plain, replace

AS_BEFORE, NOT_DONE, UNREADABLE, TO = "+", "-", "*", "/"

_EXERCISE = {
    "1": CellState.DONE,
    "2": CellState.TOO_SORE,
    "3": CellState.NOT_DONE,
    "0": CellState.NOT_DONE,
    NOT_DONE: CellState.NOT_DONE,
}
_ANSWER = {"1": CellState.YES, "0": CellState.NO, NOT_DONE: CellState.NO}
_SHOWN = {
    CellState.YES: "1", CellState.NO: NOT_DONE, CellState.DONE: "1", CellState.TOO_SORE: "2",
    CellState.NOT_DONE: NOT_DONE, CellState.UNREADABLE: UNREADABLE,
}  # fmt: skip


def typed(
    text: str, row: LogRow, measure: Measure | None = None, *, day: int = 0, before: LogCell | None = None
) -> LogCell | None:
    """Return the cell that was typed, `None` for a blank; `before` is the cell of the day (or week) before.

    Raises Impossible for what the row cannot hold, or the measure's range refuses.
    """
    text = "".join(text.split())
    if not text:
        return None
    if text == AS_BEFORE:
        if before is None:
            raise Impossible("nothing-before", "value")
        copied: LogCell = replace(before, row=row.id, day=day)
        return copied
    if text == UNREADABLE:
        return LogCell(row=row.id, day=day, state=CellState.UNREADABLE)
    if row.kind is LogRowKind.EXERCISE:
        return LogCell(row=row.id, day=day, state=_one_of(text, _EXERCISE, "exercise-mark"))
    if row.measure_kind is MeasureKind.YES_NO:
        return LogCell(row=row.id, day=day, state=_one_of(text, _ANSWER, "yes-no-mark"))
    return _number(text, row, measure, day)


def as_typed(cell: LogCell) -> str:
    """Return what would be typed for a cell."""
    if cell.state is CellState.NUMBER and cell.value is not None:
        return plain(cell.value)
    if cell.state is CellState.RANGE and cell.value is not None and cell.value_to is not None:
        return f"{plain(cell.value)}{TO}{plain(cell.value_to)}"
    return _SHOWN.get(cell.state, "")


def _one_of(text: str, known: dict[str, CellState], code: str) -> CellState:
    state = known.get(text)
    if state is None:
        raise Impossible(code, "value", text=text)
    return state


def _number(text: str, row: LogRow, measure: Measure | None, day: int) -> LogCell:
    if text == NOT_DONE:
        return LogCell(row=row.id, day=day, state=CellState.NOT_DONE)
    numbers = [parse_decimal(part, "value") for part in text.split(TO)]
    if len(numbers) > 2:
        raise Impossible("not-a-number", "value", text=text)
    for number in numbers:
        if measure is not None:
            check_reading(measure, number)
    low, high = numbers[0], numbers[-1]
    if low == high:
        return LogCell(row=row.id, day=day, state=CellState.NUMBER, value=low)
    return LogCell(row=row.id, day=day, state=CellState.RANGE, value=low, value_to=high)
