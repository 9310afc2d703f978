"""The daily log: a week a page, what is measured and what is done at home, filled in with a pen and brought back.

One box a day keeps it quick: a tick, a letter or a dash. Its rows are those of the sheet that staff type from.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from painplanner.core.daily_log import LogRow, LogRowKind, LogSheet
from painplanner.core.ids import printed_number
from painplanner.core.log_making import cell_days, days_of_log, make_sheet
from painplanner.core.measure import MeasureKind
from painplanner.core.values import replace
from painplanner.documents.blocks import (
    Block,
    Document,
    Fill,
    GridDay,
    Heading,
    LogKey,
    LogLine,
    LogMark,
    LogTable,
    Message,
    Paragraph,
    Rich,
    StopLine,
    rich,
)
from painplanner.documents.day_words import weekday, weekday_short
from painplanner.documents.kind import Kind
from painplanner.documents.paper import next_visit, paper, paper_words
from painplanner.documents.request import Request
from painplanner.documents.scale_words import scale_words
from painplanner.documents.words import LONG_BLANK, Words, capital, side_words

WEEK = 7
_LINES_FOR_NEWS = 2
_MANY_ROWS = 9
"""From so many rows on, one line for news leaves room for the box that says when to call."""


def daily_log(request: Request) -> Document:
    """Return the daily log of a plan from the first day of the request on, for 1, 2 or 4 weeks."""
    w, sheet = paper_words(request), log_of(request)
    weeks = sheet.days // WEEK
    gaps = w.t.gettext("Forgot a day, had a day off, or started late? Leave the box empty and go on.")
    blocks: list[Block] = [_message(request, weeks, w), _key(sheet, w), Paragraph(rich(gaps))]
    for week in range(weeks):
        blocks += _week(week, weeks, sheet, request, w)
    if not next_visit(request, w):
        blocks.append(Fill(label=w.t.gettext("Next visit")))
    made = paper(request, KIND.id, w.t.gettext("Your daily log"), tuple(blocks))
    return _coded(made, sheet, w)


def log_of(request: Request) -> LogSheet:
    """Return the sheet that goes along, or the one that would, without a number."""
    if request.log is not None:
        return request.log
    return make_sheet(
        request.plan,
        request.measures,
        request.today,
        sheet_id="sheet",
        days=days_of_log(request.start, request.end),
        first_day=request.start,
        lang=request.lang,
    )


def _coded(made: Document, sheet: LogSheet, w: Words) -> Document:
    """Return a paper with the code of its sheet in the place of the plan's; one without a number has none."""
    code = printed_number(sheet.number) if sheet.number else ""
    words = w.t.gettext("Log {number}").format(number=code) if code else ""
    coded: Document = replace(made, code=code, code_words=words)
    return coded


def _message(request: Request, weeks: int, w: Words) -> Message:
    t = w.t
    back = t.gettext("Bring this paper back.") if weeks == 1 else t.gettext("Bring all the pages back.")
    visit = next_visit(request, w)
    quick = t.gettext("Fill in one column each day. It takes about a minute.")
    return Message(rich(f"{quick} ", back, f" {visit}." if visit else ""), is_summary=True)


def _key(sheet: LogSheet, w: Words) -> LogKey:
    """Return the marks that the rows of this sheet need, in the order in which staff type them."""
    t = w.t
    done = any(row.kind is LogRowKind.EXERCISE for row in sheet.rows)
    answer = any(_is_answer(row) for row in sheet.rows)
    yes = t.gettext("done, or yes") if done and answer else t.gettext("done") if done else t.gettext("yes")
    no = t.gettext("not done, or no") if done and answer else t.gettext("not done") if done else t.gettext("no")
    sore = t.pgettext("mark on a log: too sore", "S")
    marks = (
        (done or answer, LogMark("", yes)),
        (done, LogMark(sore, t.gettext("too sore to do it"))),
        (done or answer, LogMark("–", no)),
        (any(_is_number(row) for row in sheet.rows), LogMark("20", t.gettext("a number, or 20–30"))),
    )
    return LogKey(t.gettext("Write:"), tuple(mark for is_needed, mark in marks if is_needed))


def _week(week: int, weeks: int, sheet: LogSheet, request: Request, w: Words) -> Iterator[Block]:
    """Yield one week: its days, the words of the patient, and when not to wait for the visit."""
    t = w.t
    first = t.gettext("Date of your first day ({weekday})").format(weekday=weekday(sheet.first_day, w))
    if weeks > 1:
        title = t.gettext("Week {n} of {count}").format(n=week + 1, count=weeks)
        yield Heading(title, new_page=week > 0, fill="" if week else first)
    else:
        yield Fill(label=first)
    yield _table(week, sheet, request, w)
    lines = 1 if len(sheet.rows) >= _MANY_ROWS else _LINES_FOR_NEWS
    yield Fill(label=t.gettext("Anything new? Any questions?"), lines=lines)
    yield stop_line(request, w)


def _table(week: int, sheet: LogSheet, request: Request, w: Words) -> LogTable:
    first = sheet.first_day + timedelta(days=week * WEEK)
    days = tuple(GridDay(weekday=weekday_short(first + timedelta(days=n), w)) for n in range(WEEK))
    every = tuple(_line(row, week, sheet, request, w) for row in sheet.rows)
    rows = tuple(row for row in every if any(row.asked)) or every  # what waits for a later week has no line in this one
    caption = w.t.gettext("Week {n}, from {first} to {last}. One box for each day that is not shaded.").format(
        n=week + 1, first=weekday(first, w), last=weekday(first + timedelta(days=WEEK - 1), w)
    )
    return LogTable(days=days, rows=rows, caption=caption)


def _line(row: LogRow, week: int, sheet: LogSheet, request: Request, w: Words) -> LogLine:
    days = cell_days(row, sheet.days)
    asked = tuple(day in days for day in range(week * WEEK, (week + 1) * WEEK))
    label = capital(w.text(row.name)) or LONG_BLANK
    note = _note(row, request, w)
    return LogLine(label=label, asked=asked, note=note, is_number=_is_number(row), is_weekly=row.weekly)


def _note(row: LogRow, request: Request, w: Words) -> str:
    t = w.t
    parts = [side_words(row.side, w) if row.side is not None else ""]
    if row.kind is LogRowKind.EXERCISE:
        days = row.days_per_week or WEEK
        if days < WEEK:
            parts.append(t.ngettext("{n} day a week", "{n} days a week", days).format(n=days))
    else:
        parts += (_unit(row, request, w), t.gettext("once, on the last day") if row.weekly else "")
    return "; ".join(part for part in parts if part)


def _unit(row: LogRow, request: Request, w: Words) -> str:
    """Return what is written: a number of what, on which scale, or yes or no."""
    if _is_answer(row):
        return w.t.gettext("yes or no")
    if row.measure_kind is MeasureKind.ACTIVITY:
        return scale_words(request.measures.get(row.measure), w)
    return "" if row.measure_kind is MeasureKind.SCORE else w.text(row.unit)


def _is_answer(row: LogRow) -> bool:
    return row.kind is LogRowKind.MEASURE and row.measure_kind is MeasureKind.YES_NO


def _is_number(row: LogRow) -> bool:
    return row.kind is LogRowKind.MEASURE and row.measure_kind is not MeasureKind.YES_NO


def stop_line(request: Request, w: Words) -> StopLine:
    """Return when not to wait for the visit, in two sentences: signs of the stop box."""
    t, practice = w.t, request.practice
    call = t.gettext("Call {number} or go to the emergency room now").format(number=practice.emergency or "911")
    signs = t.gettext(
        "for chest pain, a newly weak arm or leg, numbness between the legs,"
        " or if you cannot pass or hold urine or stool."
    )
    return StopLine(rich("", call, f" {signs}"), _call_us(request, w), t.gettext("STOP"))


def _call_us(request: Request, w: Words) -> Rich:
    t, practice = w.t, request.practice
    number = practice.phone or LONG_BLANK
    if practice.after_hours:
        number = t.gettext("{number}, after hours {other}").format(number=number, other=practice.after_hours)
    usual = t.gettext("More of your usual pain is a flare.")
    other = t.gettext("Other new trouble is not: call us today at")
    return rich(f"{usual} {other} ", number, ".")


KIND = Kind(
    id="daily-log",
    make=daily_log,
    name=lambda t: t.gettext("Daily log"),
    about=lambda t: t.gettext("a week a page, to fill in and bring back"),
    takes_log=True,
)
