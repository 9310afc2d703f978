"""The home exercise sheet: what is done at home between two days, each with pictures, dose, side and a tick grid.

The lessons with pictures follow the exercises (`scenes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from painplanner.core.dose import ActivityDose
from painplanner.core.home_items import has_sheet, home_items, scene_items
from painplanner.core.plan import Item, LineKind
from painplanner.core.schedule import OpenItem
from painplanner.documents.blocks import (
    Block,
    Callout,
    Document,
    Exercise,
    Fill,
    Message,
    Rich,
    rich,
)
from painplanner.documents.changes import changes_box, new_items
from painplanner.documents.daily_log import stop_line
from painplanner.documents.day_load import by_feel, by_the_clock
from painplanner.documents.day_words import day
from painplanner.documents.dose_words import item_facts
from painplanner.documents.flare_words import flare_note, flare_now
from painplanner.documents.item_pictures import pictures
from painplanner.documents.kind import Kind
from painplanner.documents.paper import next_visit_block, paper, paper_words
from painplanner.documents.plan_words import patient_name
from painplanner.documents.progress_words import ladder, progress_sentence
from painplanner.documents.request import Request
from painplanner.documents.safety_lines import own_lines, safety_box
from painplanner.documents.scenes import in_your_day
from painplanner.documents.sheet_choices import OPTIONS, has_boxes, is_by_side, most_on_a_page, picture_size
from painplanner.documents.sheet_items import as_of_first_day, last_day
from painplanner.documents.tick_grid import tick_grid
from painplanner.documents.words import Words, listed, sentence

MOST_LINES_BESIDE = 2


def exercise_sheet(request: Request) -> Document:
    """Return the home exercise sheet of a plan for the days of the request."""
    w = paper_words(request)
    found = home_items(request.plan, request.start, request.end, request.today)
    scenes = scene_items(request.plan, request.start, request.end, request.today)
    items = [as_of_first_day(each, request.plan.flares) for each in found]
    safety, good_to_know = safety_box(items, w), _good_to_know(items, request, w)
    flare = flare_now(request.plan, (each.item for each in found), request.start, w)
    # Beside a long box the first exercise would no longer fit on the first page; below that of a flare there is room.
    is_beside = flare is not None or safety is None or len(safety.items) <= MOST_LINES_BESIDE
    blocks: tuple[Block | None, ...] = (
        _message(items, scenes, request, w),
        flare,
        changes_box(request, (*items, *(each.item for each in scenes)), w),
        safety,
        good_to_know if is_beside else None,
        *_exercises(found, items, request, w),
        None if is_beside else good_to_know,
        *in_your_day(scenes, request, w),
        _lessons_checklist(items, scenes, w),
        stop_line(request, w),
        next_visit_block(request, w),
        Fill(label=w.t.gettext("My questions")),
    )
    only_scenes = bool(scenes) and not items
    title = w.t.gettext("Your sheet for home") if only_scenes else w.t.gettext("Your exercises at home")
    return paper(request, KIND.id, title, tuple(b for b in blocks if b is not None))


def _message(items: Sequence[Item], scenes: Sequence[OpenItem], request: Request, w: Words) -> Message:
    t = w.t
    days = t.gettext("From {first} to {last}.").format(first=day(request.start, w), last=day(request.end, w))
    if scenes and not items:
        return Message(
            rich(t.gettext("These pictures show what may help you in your day.") + " ", days), is_summary=True
        )
    if not items:
        return Message(rich("", t.gettext("There are no exercises for these days.") + " ", days))
    count = t.ngettext("{n} exercise", "{n} exercises", len(items)).format(n=len(items))
    parts = (count, _minutes(items, w))
    return Message(rich("", ", ".join(part for part in parts if part) + ".", f" {days}"), is_summary=True)


def _minutes(items: Sequence[Item], w: Words) -> str:
    """Return the minutes a day, those by the clock apart: ten minutes of sitting are no ten minutes of exercise."""
    felt, parts = by_feel(items), by_the_clock(items, w)
    timed = w.t.gettext("what goes by the clock") if felt and len(parts) > 1 else listed(parts, w)
    about = w.t.ngettext("about {n} minute a day", "about {n} minutes a day", felt).format(n=felt)
    if felt and timed:
        return w.t.gettext("{minutes}, plus {timed}").format(minutes=about, timed=timed)
    return about if felt else timed


def _exercises(found: Sequence[OpenItem], items: Sequence[Item], request: Request, w: Words) -> list[Exercise]:
    new, flag = new_items(request), w.t.gettext("New")
    return [
        _exercise(n, each, items, request, w, flag=flag if each.item.id in new else "")
        for n, each in enumerate(found, 1)
    ]


def _exercise(n: int, opened: OpenItem, items: Sequence[Item], request: Request, w: Words, *, flag: str) -> Exercise:
    item, lines = items[n - 1], w.texts(opened.item.texts)
    days = (opened.start, last_day(opened))
    grid = tick_grid(opened.item.dose, request.start, days, request.end, w, is_by_side=is_by_side(request))
    now = (*flare_note(request.plan, opened, w), *_days_notes(opened, request, w))
    notes = (*now, *_notes(item, items, w), *_progress_notes(opened, item, request, w))
    is_ticked = has_boxes(request)
    return Exercise(
        number=str(n),
        title=patient_name(item, w),
        pictures=pictures(item, request, w),
        facts=item_facts(item, w),
        steps=lines.of_kind(LineKind.SETUP, LineKind.STEP),
        notes=(*notes, *_cut_note(opened, request, len(grid.days), w)) if is_ticked else notes,
        grid=grid if is_ticked else None,
        flag=flag,
        most_on_a_page=most_on_a_page(request),
        picture_size=picture_size(request),
        lang=w.other_language(lines.lang),
    )


def _days_notes(opened: OpenItem, request: Request, w: Words) -> tuple[Rich, ...]:
    """Return on which days of the sheet an exercise begins and ends, where that is not on its first and last."""
    t, last = w.t, last_day(opened)
    begins = t.gettext("Start on {day}.").format(day=day(opened.start, w)) if opened.start > request.start else ""
    ends = t.gettext("Last day: {day}.").format(day=day(last, w)) if last < request.end else ""
    return tuple(rich("", text) for text in (begins, ends) if text)


def _notes(item: Item, items: Sequence[Item], w: Words) -> tuple[Rich, ...]:
    lines = list(w.texts(item.texts).of_kind(LineKind.CUE, LineKind.BREATHING))
    lines += own_lines(item, items, w)
    lines += [sentence(note) for note in (item.dose.note if item.dose else "", item.note) if note.strip()]
    return tuple(rich(line) for line in lines)


def _progress_notes(opened: OpenItem, now: Item, request: Request, w: Words) -> tuple[Rich, ...]:
    """Return how a graded activity grows from what it is now, and what that makes it on the days of the sheet."""
    progress = progress_sentence(now.dose, w) if isinstance(now.dose, ActivityDose) else ""
    if not progress:
        return ()
    steps = ladder(opened.item, opened.opens, opened.start, last_day(opened), w, request.plan.flares)
    return (rich("", progress), *((rich(" ".join(sentence(step) for step in steps)),) if steps else ()))


def _cut_note(opened: OpenItem, request: Request, columns: int, w: Words) -> tuple[Rich, ...]:
    """Return what to do when the boxes end before the exercise does."""
    weeks_before = max((opened.start - request.start).days, 0) // 7
    last_box = request.start + timedelta(days=7 * weeks_before + columns - 1)
    if last_box >= min(last_day(opened), request.end):
        return ()
    return (rich(w.t.gettext("The boxes go to {day}. Ask us for the next sheet.").format(day=day(last_box, w))),)


def _good_to_know(items: Sequence[Item], request: Request, w: Words) -> Callout | None:
    """Return what to know beside the exercises; where these have no boxes for the days it is a checklist itself."""
    if not items:
        return None
    t, is_ticked = w.t, has_boxes(request)
    has_rest = is_ticked and any((getattr(item.dose, "days_per_week", None) or 7) < 7 for item in items)
    lines = (
        _first_point(request, w),
        t.gettext("Shaded days are days off. You can change which days, but not how many.") if has_rest else "",
        t.gettext("Missed a day? That is all right. Go on the next day, and do not catch up."),
        t.gettext("Call us if you cannot do them for 3 days."),
    )
    title, mark = (t.gettext("Good to know"), "dot") if is_ticked else (t.gettext("Your checklist"), "box")
    return Callout(title=title, items=tuple(rich(line) for line in lines if line), mark=mark)


def _first_point(request: Request, w: Words) -> str:
    t = w.t
    if has_boxes(request):
        return t.gettext("Tick a box each time you are done.")
    is_logged = request.log is not None
    return t.gettext("Mark each day in your daily log.") if is_logged else t.gettext("Try each exercise once.")


def _lessons_checklist(items: Sequence[Item], scenes: Sequence[OpenItem], w: Words) -> Callout | None:
    """Return what to tick on a sheet that has lessons and no exercises."""
    if items or not scenes:
        return None
    lines = (
        w.t.gettext("Look at each picture."),
        w.t.gettext("Bring this sheet and your questions to the next visit."),
    )
    return Callout(w.t.gettext("Your checklist"), tuple(rich(line) for line in lines), mark="box")


KIND = Kind(
    id="exercise-sheet",
    make=exercise_sheet,
    name=lambda t: t.gettext("Exercise sheet"),
    about=lambda t: t.gettext("pictures, doses and boxes to tick"),
    is_empty=lambda request: not has_sheet(request.plan, request.start, request.end, request.today),
    empty_words=lambda t: t.gettext("No exercise for home is open in these days."),
    options=OPTIONS,
    is_usual=True,
)
