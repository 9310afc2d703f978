"""Typing a log in: the cells in the order of the paper, what is changed by a key, and what stands beside a row.

Not here: what a key means (`core.log_typing`), and what follows from a log (`core.log_reading`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from painplanner.core.daily_log import CellState, FilledLog, LogCell, LogNote, LogRow, LogRowKind, LogSheet
from painplanner.core.ids import IdFactory, printed_number
from painplanner.core.log_making import cell_days, make_sheet
from painplanner.core.log_reading import adherence, check_days
from painplanner.core.measure import Measure, MeasureKind
from painplanner.core.plan import Plan
from painplanner.core.practice import Practice
from painplanner.core.values import Side, plain, replace, text_in
from painplanner.errors import KnownError
from painplanner.services import logs
from painplanner.services.apart import Lost, apart, bytes_of
from painplanner.services.photographs import MOST_BYTES, take_in_apart, take_in_pages_apart
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from painplanner.store import Store

WEEK = 7
_PDF = b"%PDF-"


class Place(NamedTuple):
    """One cell of a sheet: the id of its row, and the day from 0."""

    row: str
    day: int


def places(sheet: LogSheet) -> Iterator[Place]:
    """Yield the cells of a sheet in the order of the paper: a week a page, row by row, day by day."""
    for week in range(sheet.days // WEEK):
        for row in sheet.rows:
            yield from (Place(row.id, day) for day in cell_days(row, sheet.days) if day // WEEK == week)


def is_tick(row: LogRow) -> bool:
    """Tell whether one key fills a cell of the row: a mark of an exercise, or yes or no."""
    return row.kind is LogRowKind.EXERCISE or row.measure_kind is MeasureKind.YES_NO


def cell_at(log: FilledLog, place: Place) -> LogCell | None:
    """Return what stands in a cell, `None` for a blank."""
    return next((cell for cell in log.cells if (cell.row, cell.day) == place), None)


def cell_before(log: FilledLog, row: LogRow, place: Place) -> LogCell | None:
    """Return what stands in the cell of the day before, or of the week before in a weekly row."""
    return cell_at(log, Place(row.id, place.day - (WEEK if row.weekly else 1)))


def with_cell(log: FilledLog, sheet: LogSheet, place: Place, cell: LogCell | None, today: date) -> FilledLog:
    """Return the log with another cell, or a blank. Raises Impossible for a day that is still to come."""
    if cell == cell_at(log, place):
        return log
    order = {row.id: n for n, row in enumerate(sheet.rows)}
    cells = [one for one in log.cells if (one.row, one.day) != place]
    cells += [cell] if cell is not None else []
    cells.sort(key=lambda one: (order.get(one.row, -1), one.day))
    changed: FilledLog = replace(log, cells=tuple(cells))
    if cell is not None:
        check_days(replace(log, cells=(cell,)), today)
    return changed


def with_first_day(log: FilledLog, day: date, today: date) -> FilledLog:
    """Return the log with the first day that the patient wrote. Raises Impossible where cells would be to come."""
    moved: FilledLog = replace(log, first_day=day)
    check_days(moved, today)
    return moved


def note_of(log: FilledLog, week: int) -> LogNote | None:
    """Return the words of a week in one line; those of the whole sheet stand with its first week."""
    mine = [note for note in log.notes if (note.day or 0) // WEEK == week]
    if len(mine) < 2:
        return next(iter(mine), None)
    return LogNote(
        text="; ".join(note.text for note in mine),
        day=week * WEEK,
        for_clinician=any(note.for_clinician for note in mine),
    )


def with_note(log: FilledLog, week: int, text: str, *, for_clinician: bool) -> FilledLog:
    """Return the log with other words in a week; what is new for the clinician is to be read again."""
    before = note_of(log, week)
    words = LogNote(text=text, day=week * WEEK, for_clinician=for_clinician) if text.strip() else None
    if words is not None and before is not None and before.day is not None:
        words = replace(words, day=before.day)
    notes = [note for note in log.notes if (note.day or 0) // WEEK != week] + ([words] if words is not None else [])
    notes.sort(key=lambda note: note.day or 0)
    is_news = for_clinician and words is not None and words != before
    changed: FilledLog = replace(log, notes=tuple(notes), seen_on=None if is_news else log.seen_on)
    return changed


def to_read(log: FilledLog) -> tuple[str, ...]:
    """Return the words that a clinician has still to read."""
    return tuple(note.text for note in log.notes if note.for_clinician) if log.seen_on is None else ()


class Count(NamedTuple):
    """How many cells are filled, of how many."""

    filled: int
    cells: int

    @property
    def words(self) -> str:
        """Return it in words."""
        return ngettext("{n} of {cells} cell filled", "{n} of {cells} cells filled", self.cells).format(
            n=self.filled, cells=self.cells
        )


def count(log: FilledLog, sheet: LogSheet) -> Count:
    """Return how many cells of the sheet are filled."""
    known = set(places(sheet))
    return Count(sum((cell.row, cell.day) in known for cell in log.cells), len(known))


def row_words(log: FilledLog, sheet: LogSheet) -> dict[str, str]:
    """Return by row how an exercise went so far, or how many cells of a measure are filled."""
    so_far = adherence((replace(log, is_complete=True),), (sheet,))
    by_item = {one.item: one for one in so_far}
    found: dict[str, str] = {}
    for row in sheet.rows:
        went = by_item.get(row.item) if row.kind is LogRowKind.EXERCISE else None
        if went is not None and went.expected:
            sore = ngettext("{n} too sore", "{n} too sore", went.too_sore).format(n=went.too_sore)
            done = _("done {n} of {expected}").format(n=went.done, expected=went.expected)
            found[row.id] = f"{done}, {sore}" if went.too_sore else done
        elif row.kind is LogRowKind.MEASURE:
            filled = sum(cell.row == row.id for cell in log.cells)
            found[row.id] = _("{n} of {cells}").format(n=filled, cells=len(cell_days(row, sheet.days)))
    return found


def row_name(row: LogRow, lang: str) -> str:
    """Return the name of a row as it was printed."""
    name = text_in(row.name, lang)
    return name[:1].upper() + name[1:]


def row_unit(row: LogRow, lang: str) -> str:
    """Return what a row asks for beside its name: unit, side, once a week."""
    side = {Side.LEFT: _("left"), Side.RIGHT: _("right"), Side.BOTH: _("both sides")}.get(row.side) if row.side else ""
    answer = _("yes or no") if row.kind is LogRowKind.MEASURE and row.measure_kind is MeasureKind.YES_NO else ""
    weekly = _("once a week") if row.weekly else ""
    return ", ".join(part for part in (answer or text_in(row.unit, lang), side, weekly) if part)


def cell_words(cell: LogCell | None) -> str:
    """Return what stands in a cell, as it is read out."""
    if cell is None:
        return _("blank")
    if cell.state is CellState.RANGE and cell.value is not None and cell.value_to is not None:
        return _("{low} to {high}").format(low=plain(cell.value), high=plain(cell.value_to))
    words = {
        CellState.YES: _("yes"), CellState.NO: _("no"), CellState.DONE: _("done"),
        CellState.TOO_SORE: _("too sore"), CellState.NOT_DONE: _("not done"), CellState.UNREADABLE: _("unreadable"),
    }  # fmt: skip
    return words.get(cell.state) or (plain(cell.value) if cell.value is not None else "")


def warning_line(practice: Practice) -> str:
    """Return what to do with words that cannot wait: the signs of the STOP box."""
    return _(
        "New weakness, numb between the legs, bladder or bowel trouble, fever of 100.4 °F (38 °C) after a shot: tell a "
        "clinician now; if none is there, call {number}. STOP box [K], fever [R]."
    ).format(number=practice.emergency or "911")


def sheet_words(sheet: LogSheet) -> str:
    """Return how a sheet is called: "Log 1001-7", or that it was told."""
    return _("Log {number}").format(number=printed_number(sheet.number)) if sheet.number else _("Told at the visit")


def weeks_words(sheet: LogSheet) -> str:
    """Return how long a sheet is."""
    weeks = sheet.days // WEEK
    return ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)


def told_sheet(store: Store, plan: Plan, today: date, new_id: IdFactory) -> LogSheet:
    """Return a sheet of the last seven days that is on no paper; it gets its number once something is told."""
    first, measures = today - timedelta(days=logs.DAYS_TOLD - 1), store.library().measures
    return make_sheet(plan, measures, today, sheet_id=new_id("sheet"), days=logs.DAYS_TOLD, first_day=first)


def measures_of(store: Store, sheet: LogSheet) -> dict[str, Measure]:
    """Return the measures that the rows of a sheet ask for."""
    return dict(store.measures_by_id(sorted({row.measure for row in sheet.rows if row.measure})))


def keep(store: Store, sheet: LogSheet, log: FilledLog, today: date) -> LogSheet:
    """Keep a log as it stands, and the sheet of one that is told once there is something; return the sheet."""
    if not sheet.number:
        sheet = store.new_log_sheet(sheet, is_given=False)
    logs.keep_log(store, log, today)
    return sheet


def read_scan(path: Path, picture_of_pages: Callable[[bytes], bytes]) -> bytes:
    """Return a scan or photograph of a sheet as it is kept, a PDF as the picture of its pages. Raises KnownError."""
    data = bytes_of(path, MOST_BYTES)
    if not data.startswith(_PDF) or len(data) > MOST_BYTES:
        return take_in_apart(data).data
    try:
        drawn = apart(picture_of_pages, data, reserves=True)
    except Lost as error:
        raise KnownError(
            _("This PDF cannot be read. Nothing was added. Scan the sheet as JPEG or PNG instead.")
        ) from error
    return take_in_pages_apart(drawn).data
