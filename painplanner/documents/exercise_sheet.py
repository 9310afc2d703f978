"""The home exercise sheet: what is done at home between two days, each with pictures, dose, side and a tick grid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal

from painplanner.core.dose import ActivityDose, ExerciseDose, Where, minutes_a_day
from painplanner.core.figure import Figure, alt_text, draw, draw_placeholder, frame_count
from painplanner.core.known_dates import known_dates
from painplanner.core.plan import Item, LineKind, Plan
from painplanner.core.schedule import OpenItem, open_items
from painplanner.core.values import Side, replace
from painplanner.documents.blocks import (
    Block,
    Callout,
    Document,
    DocumentKind,
    Exercise,
    Message,
    Picture,
    Rich,
    rich,
)
from painplanner.documents.changes import changes_box, changes_since, new_items
from painplanner.documents.day_words import day
from painplanner.documents.dose_words import item_facts
from painplanner.documents.paper import next_visit_block, paper, paper_words
from painplanner.documents.plan_words import patient_name
from painplanner.documents.progress_words import ladder, progress_sentence
from painplanner.documents.request import Request
from painplanner.documents.safety_lines import own_lines, safety_box
from painplanner.documents.stop import stop_box
from painplanner.documents.tick_grid import tick_grid
from painplanner.documents.words import Words, sentence


def exercise_sheet(request: Request) -> Document:
    """Return the home exercise sheet of a plan for the days of the request."""
    w = paper_words(request)
    found = sheet_items(request.plan, request.start, request.end, request.today)
    items = [each.item for each in found]
    since = changes_since(request.plan, request.start, w)
    blocks: tuple[Block | None, ...] = (
        _message(items, request, w),
        changes_box(request.plan, items, since, w, of_exercises=True),
        safety_box(items, w),
        *_exercises(found, request, new_items(request.plan, since), w),
        _good_to_know(items, w),
        stop_box(request.plan, request.patient, request.practice, w),
        next_visit_block(request, w),
    )
    title = w.t.gettext("Your exercises at home")
    return paper(request, DocumentKind.EXERCISE_SHEET, title, tuple(b for b in blocks if b is not None))


def sheet_items(plan: Plan, start: date, end: date, today: date) -> tuple[OpenItem, ...]:
    """Return what a sheet shows: exercises and timed activities whose step is open then and that are done at home."""
    undated = set(known_dates(plan, today).undated)
    dated: Plan = replace(plan, steps=tuple(s for s in plan.steps if s.id not in undated)) if undated else plan
    return tuple(each for each in open_items(dated, start, end, today) if is_sheet_item(each.item))


def is_sheet_item(item: Item) -> bool:
    """Tell whether an item belongs on an exercise sheet: an exercise or timed activity, not only in the clinic."""
    is_practice = item.kind == "exercise" or isinstance(item.dose, ActivityDose)
    return is_practice and (item.dose is None or item.dose.where is not Where.CLINIC)


def _message(items: Sequence[Item], request: Request, w: Words) -> Message:
    t = w.t
    days = t.gettext("From {first} to {last}.").format(first=day(request.start, w), last=day(request.end, w))
    if not items:
        return Message(rich(t.gettext("There are no exercises for these days.") + " ", "", days))
    count = t.ngettext("{n} exercise", "{n} exercises", len(items)).format(n=len(items))
    minutes = whole_minutes(items)
    if minutes:
        about = t.ngettext("about {n} minute a day", "about {n} minutes a day", minutes).format(n=minutes)
        count = f"{count}, {about}"
    return Message(rich("", f"{count}.", f" {days}"))


def whole_minutes(items: Sequence[Item]) -> int:
    """Return the minutes a day that items ask, rounded up; 0 while a dose that counts is still open."""
    if any(_is_open(item) for item in items):
        return 0
    total = sum((minutes_a_day(item.dose) for item in items), Decimal(0))
    return int(total.to_integral_value(ROUND_CEILING))


def _is_open(item: Item) -> bool:
    """Tell whether a dose lacks a number without which its minutes a day cannot be known."""
    dose = item.dose
    if isinstance(dose, ExerciseDose):
        has_work = dose.duration_s is not None or (dose.sets is not None and (dose.reps or dose.reps_to) is not None)
        return not has_work or dose.times_per_day is None
    if isinstance(dose, ActivityDose):
        return dose.minutes is None or dose.times_per_day is None
    return item.kind == "exercise" and dose is None


def _exercises(found: Sequence[OpenItem], request: Request, new: frozenset[str], w: Words) -> list[Exercise]:
    items = [each.item for each in found]
    return [_exercise(n, each, items, request, each.item.id in new, w) for n, each in enumerate(found, 1)]


def _exercise(n: int, opened: OpenItem, items: Sequence[Item], request: Request, new: bool, w: Words) -> Exercise:
    item = opened.item
    lines = w.texts(item.texts)
    last = _last_day(opened)
    return Exercise(
        number=str(n),
        title=patient_name(item, w),
        pictures=pictures(item, request, w),
        facts=item_facts(item, w),
        steps=lines.of_kind(LineKind.SETUP, LineKind.STEP),
        notes=_notes(item, items, (opened.start, last), w),
        grid=tick_grid(item.dose, request.start, (opened.start, last), request.end, w),
        flag=w.t.gettext("New") if new else "",
    )


def _last_day(opened: OpenItem) -> date:
    """Return the last day of an item on the sheet; the day it is stopped on is no longer one."""
    stopped = opened.item.stopped_on
    return min(opened.end, stopped - timedelta(days=1)) if stopped is not None else opened.end


def _notes(item: Item, items: Sequence[Item], days: tuple[date, date], w: Words) -> tuple[Rich, ...]:
    lines = list(w.texts(item.texts).of_kind(LineKind.CUE, LineKind.BREATHING))
    lines += own_lines(item, items, w)
    lines += [sentence(note) for note in (item.dose.note if item.dose else "", item.note) if note.strip()]
    notes = [rich(line) for line in lines]
    if isinstance(item.dose, ActivityDose):
        progress = progress_sentence(item.dose, w)
        notes += [rich("", progress)] if progress else []
        notes += [rich(sentence(rung)) for rung in ladder(item.dose, *days, w)]
    return tuple(notes)


def pictures(item: Item, request: Request, w: Words) -> tuple[Picture, ...]:
    """Return the pictures of an item on its side, a neat placeholder where it is not drawn yet."""
    ref = item.figure
    figure = (request.figures.get(ref.sha256) or request.figures.get(ref.id)) if ref is not None else None
    if figure is None:
        label = w.t.gettext("No picture yet: {name}").format(name=patient_name(item, w))
        return (Picture(drawing=draw_placeholder(label), caption=w.t.gettext("We will show you"), alt=label),)
    side = "left" if getattr(item.dose, "side", None) is Side.LEFT else None
    return tuple(
        Picture(
            drawing=draw(figure, n, side),
            caption=_caption(n, figure, item, w),
            alt=alt_text(figure, n, w.lang) or f"{patient_name(item, w)} {n + 1}",
        )
        for n in range(frame_count(figure))
    )


def _caption(n: int, figure: Figure, item: Item, w: Words) -> str:
    t, count = w.t, frame_count(figure)
    if count == 1:
        return ""
    if n == 0:
        return t.gettext("{n} Start").format(n=1)
    if n < count - 1:
        return str(n + 1)
    hold = getattr(item.dose, "hold_s", None)
    if hold:
        return t.ngettext("{n} Hold {s} second", "{n} Hold {s} seconds", hold).format(n=n + 1, s=hold)
    return t.gettext("{n} Finish").format(n=n + 1)


def _good_to_know(items: Sequence[Item], w: Words) -> Callout | None:
    if not items:
        return None
    t = w.t
    has_rest = any((getattr(item.dose, "days_per_week", None) or 7) < 7 for item in items)
    lines = (
        t.gettext("Tick a box each time you are done."),
        t.gettext("Gray days are days off. You can swap them, but keep the number of days.") if has_rest else "",
        t.gettext("Missed a day? That is all right. Go on the next day, and do not catch up."),
        t.gettext("Call us if you cannot do them for 3 days."),
    )
    return Callout(title=t.gettext("Good to know"), items=tuple(rich(line) for line in lines if line))
