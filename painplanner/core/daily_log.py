"""The daily log: what was printed for a plan, and what came back filled, cell by cell.

A blank cell is no cell: nobody knows whether it was done. Not here: what is printed, how cells are typed, and the
readings and adherence that follow from them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from painplanner.core.measure import MeasureKind
from painplanner.core.values import (
    LINE_LIMIT,
    NAME_LIMIT,
    NOTE_LIMIT,
    Impossible,
    LangText,
    Side,
    Value,
    amount,
    sensible_date,
    tidy,
    unique_ids,
    whole,
)

MOST_DAYS = 28


class LogRowKind(StrEnum):
    """What a row of the sheet asks: a number or yes/no of a measure, or how an exercise went."""

    MEASURE = "measure"
    EXERCISE = "exercise"


class LogRow(Value, frozen=True, kw_only=True):
    """One row of a printed log; a weekly one has one cell in each week, on its last day.

    `name` and `unit` are as they were printed. A measure row knows its measure (and activity and side), an exercise row
    the item of the plan and on how many days of a week it is asked for; unset: on every day. It is asked for from
    the day `first` of the sheet, counted from 0, to its day `last`; without one to the end.
    """

    id: str
    kind: LogRowKind
    name: tuple[LangText, ...] = ()
    unit: tuple[LangText, ...] = ()
    measure: str = ""
    measure_kind: MeasureKind = MeasureKind.TRACKED
    activity: str = ""
    side: Side | None = None
    item: str = ""
    days_per_week: int | None = None
    weekly: bool = False
    first: int = 0
    last: int | None = None

    def __post_init__(self) -> None:
        """Clean the activity."""
        tidy(self, "activity", NAME_LIMIT)
        whole(self, "first", 0, MOST_DAYS - 1)
        whole(self, "last", self.first, MOST_DAYS - 1)
        whole(self, "days_per_week", 1, 7)


class LogSheet(Value, frozen=True, kw_only=True):
    """A log as it was printed: `number` is a counter of its own, printed with a check digit as the code of the sheet.

    `first_day` is the day the sheet was planned to begin; the patient writes the real one.
    """

    id: str
    number: int
    plan: str
    patient: str
    printed_on: date
    first_day: date
    days: int
    rows: tuple[LogRow, ...]
    lang: str = "en"

    def __post_init__(self) -> None:
        """Refuse odd dates, a length that is not 1, 2 or 4 weeks, and doubled rows."""
        sensible_date(self, "printed_on")
        sensible_date(self, "first_day")
        if self.days not in {7, 14, MOST_DAYS}:
            raise Impossible("out-of-range", "days", value=self.days, low=7, high=MOST_DAYS)
        unique_ids(self, "rows")


class CellState(StrEnum):
    """What was found in a cell."""

    NUMBER = "number"
    RANGE = "range"
    YES = "yes"
    NO = "no"
    DONE = "done"
    TOO_SORE = "too-sore"
    NOT_DONE = "not-done"
    UNREADABLE = "unreadable"


class LogCell(Value, frozen=True, kw_only=True):
    """One filled cell: the row's id, the day from 0, and what stood there; a range has two numbers."""

    row: str
    day: int
    state: CellState
    value: Decimal | None = None
    value_to: Decimal | None = None

    def __post_init__(self) -> None:
        """Normalise the numbers; refuse a day outside any log, and a range upside down."""
        whole(self, "day", 0, MOST_DAYS - 1)
        amount(self, "value", low="-1000000")
        amount(self, "value_to", low="-1000000")
        if self.value is not None and self.value_to is not None and self.value > self.value_to:
            raise Impossible("range-upside-down", "value", low=self.value, high=self.value_to)


class LogNote(Value, frozen=True, kw_only=True):
    """Words of the patient ("anything new?") on a day, or on the whole sheet; `for_clinician` means today."""

    text: str
    day: int | None = None
    for_clinician: bool = False

    def __post_init__(self) -> None:
        """Clean the words."""
        tidy(self, "text", LINE_LIMIT)
        whole(self, "day", 0, MOST_DAYS - 1)


class FilledLog(Value, frozen=True, kw_only=True):
    """A log that came back: the real first day, its cells and notes; `was_told` needs no paper.

    `scan` is the content hash of an attached picture of the sheet. `seen_on` is the day a clinician read what is marked
    for them.
    """

    id: str
    sheet: str
    plan: str
    patient: str
    first_day: date
    entered_on: date
    was_told: bool = False
    is_complete: bool = False
    cells: tuple[LogCell, ...] = ()
    notes: tuple[LogNote, ...] = ()
    remark: str = ""
    scan: str = ""
    seen_on: date | None = None

    def __post_init__(self) -> None:
        """Clean the words; refuse odd dates and two cells in one place."""
        for field in ("first_day", "entered_on", "seen_on"):
            sensible_date(self, field)
        tidy(self, "remark", NOTE_LIMIT)
        places = [(cell.row, cell.day) for cell in self.cells]
        if len(places) != len(set(places)):
            raise Impossible("duplicate-id", "cells", ids=())
