"""Before and after a procedure: how to get ready, what to do then, the log of a test, the steps it makes room for.

It is about the procedures that are near (`shots`). What stands here about the time after one is what the handout says.
"""

from __future__ import annotations

from painplanner.core.checkpoint import Checkpoint
from painplanner.core.dose import ActivityDose, CourseDose
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.plan import Plan, Step, StepStatus
from painplanner.core.values import replace
from painplanner.documents.aftercare import aftercare, asks_to_write
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Fill,
    Heading,
    Message,
    Paragraph,
    Rich,
    StepRow,
    Table,
    rich,
)
from painplanner.documents.check_words import check_lead
from painplanner.documents.day_words import clock, day
from painplanner.documents.kind import Kind
from painplanner.documents.paper import next_visit_block, paper, paper_words
from painplanner.documents.plan_words import criterion_words, patient_name, step_title, step_when
from painplanner.documents.preparation import preparation, prepared
from painplanner.documents.request import Request
from painplanner.documents.shots import Shot, has_shots, near_shots
from painplanner.documents.step_lines import item_lines
from painplanner.documents.stop import Reasons, reasons, stop_box
from painplanner.documents.words import BLANK, LONG_BLANK, Words

_HOURS = 8
_MOST_NEXT = 2
_CLOSED = frozenset({StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED})
_REHAB = frozenset({"exercise", "hands_on"})


def procedure(request: Request) -> Document:
    """Return the paper of the procedures that are near."""
    w, plan = paper_words(request), request.plan
    dates = known_dates(plan, request.today)
    shots = _shots(request, dates)
    blocks: tuple[Block, ...] = (
        _message(shots, w),
        *((_short_box(shots, dates, request, w),) if shots else ()),
        *(block for shot in shots for block in (*_before(shot, shots, request, w), *_after(shot, shots, request, w))),
        *(block for shot in shots for block in _log(shot, w)),
        *(block for shot in shots[:1] for block in (*_next(shot, plan, dates, w), *_look(shot, request, dates, w))),
        stop_box(plan, request.patient, request.practice, w),
        next_visit_block(request, w),
        Fill(label=w.t.gettext("My questions"), lines=2),
    )
    return paper(request, KIND.id, _title(shots, w), blocks)


def _shots(request: Request, dates: KnownDates) -> tuple[Shot, ...]:
    return near_shots(request.plan, dates, request.today, request.end)


def _title(shots: tuple[Shot, ...], w: Words) -> str:
    t = w.t
    if len(shots) != 1:
        return t.gettext("Before and after your procedures")
    said = t.gettext("Before and after: {name}") if shots[0].is_ahead else t.gettext("After: {name}")
    return said.format(name=patient_name(shots[0].item, w))


def _message(shots: tuple[Shot, ...], w: Words) -> Message:
    t = w.t
    if shots and all(shot.is_test for shot in shots):
        return Message(
            rich(
                t.gettext("This is a test, not a cure.") + " ",
                t.gettext("What you write down tells us what comes next."),
            )
        )
    ease, use = (
        t.gettext("It may ease your pain for a time."),
        t.gettext("Use that time to move: that is what can last."),
    )
    return Message(rich(f"{ease} ", use))


def _short_box(shots: tuple[Shot, ...], dates: KnownDates, request: Request, w: Words) -> Callout:
    """Return the paper in short: when, how to get home, what to write down, and when we look."""
    t = w.t
    lines: list[Rich] = [rich("", patient_name(shot.item, w), f": {_when(shot, request, w)}.") for shot in shots]
    if any(shot.is_ahead and prepared(shot, _why(shot, request), w).driver for shot in shots):
        lines.append(rich(t.gettext("Someone drives you home.")))
    if any(_has_log(shot) for shot in shots):
        lines.append(rich(t.gettext("Write down your pain each hour in the pain log.")))
    coming = [when for check in _checks(shots[0], request.plan) for when in dates.checks.get(check.id, ())]
    looked = min((when for when in coming if when >= w.today), default=None)
    if looked is not None:
        lines.append(rich("", t.gettext("We look again:"), f" {day(looked, w)}."))
    return Callout(t.gettext("In short"), tuple(lines), is_summary=True)


def _when(shot: Shot, request: Request, w: Words) -> str:
    return _at(shot, request, w) or (day(shot.on, w) if shot.on is not None else LONG_BLANK)


def _at(shot: Shot, request: Request, w: Words) -> str:
    """Return day and time where the next visit is that of the procedure."""
    visit = request.plan.next_visit
    if shot.on is None or visit.on != shot.on or visit.at is None:
        return ""
    return w.t.gettext("{day} at {time}").format(day=day(shot.on, w), time=clock(visit.at, w))


def _why(shot: Shot, request: Request) -> Reasons:
    """Return what this one procedure gives reason to say."""
    alone: Plan = replace(request.plan, steps=(replace(shot.step, items=(shot.item,)),))
    return reasons(alone, request.patient)


def _before(shot: Shot, shots: tuple[Shot, ...], request: Request, w: Words) -> tuple[Block, ...]:
    if not shot.is_ahead:
        return ()
    t = w.t
    named = t.gettext("Before: {name}").format(name=patient_name(shot.item, w))
    return Heading(named if len(shots) > 1 else t.gettext("How to get ready")), *preparation(
        shot, _at(shot, request, w), _why(shot, request), w
    )


def _after(shot: Shot, shots: tuple[Shot, ...], request: Request, w: Words) -> tuple[Block, ...]:
    t = w.t
    named = t.gettext("After: {name}").format(name=patient_name(shot.item, w))
    return Heading(named if len(shots) > 1 else t.gettext("What to do after")), *aftercare(
        shot.item, _why(shot, request), w
    )


def _has_log(shot: Shot) -> bool:
    return shot.is_test or asks_to_write(shot.item)


def _log(shot: Shot, w: Words) -> tuple[Block, ...]:
    """Return a table to fill each hour after a diagnostic block [D]."""
    if not _has_log(shot):
        return ()
    t = w.t
    hours = [t.ngettext("After {n} hour", "After {n} hours", n).format(n=n) for n in range(1, _HOURS + 1)]
    columns = (Column(t.gettext("When")), Column(t.gettext("Pain, 0 to 10")), Column(t.gettext("What I did")))
    rows = tuple((rich(when), rich(BLANK), rich("")) for when in (t.gettext("Just before"), *hours))
    how = t.gettext(
        "0 is no pain. 10 is the worst pain you can think of. Do what brings on your pain, and write it down."
    )
    name = patient_name(shot.item, w)
    return (
        Heading(t.gettext("Pain log: {name}").format(name=name), new_page=True),
        Paragraph(rich(how)),
        Table(columns, rows, t.gettext("A row for each hour: the pain from 0 to 10, and what I did.")),
    )


def _next(shot: Shot, plan: Plan, dates: KnownDates, w: Words) -> tuple[Block, ...]:
    """Return the steps that the procedure makes room for: those after it with something to train."""
    place = [step.id for step in plan.steps].index(shot.step.id)
    later = [(n, step) for n, step in enumerate(plan.steps, 1) if n - 1 > place and _trains(step)]
    rows = tuple(
        StepRow(
            number=str(n),
            title=step_title(step, w),
            when=step_when(step, dates.spans.get(step.id), w),
            lines=item_lines(step, dates.spans.get(step.id), w, plan.flares),
        )
        for n, step in later[:_MOST_NEXT]
    )
    return (Heading(w.t.gettext("What it makes room for")), *rows) if rows else ()


def _trains(step: Step) -> bool:
    going = [item for item in step.items if item.stopped_on is None]
    has_rehab = any(item.kind in _REHAB or isinstance(item.dose, ActivityDose | CourseDose) for item in going)
    return has_rehab and step.status not in _CLOSED


def _checks(shot: Shot, plan: Plan) -> tuple[Checkpoint, ...]:
    return tuple(check for check in plan.checkpoints if shot.step.id in check.steps)


def _look(shot: Shot, request: Request, dates: KnownDates, w: Words) -> tuple[Block, ...]:
    """Return when we look and what at, a line to write the day on where the plan does not say."""
    checks = _checks(shot, request.plan)
    if not checks:
        return (Fill(w.t.gettext("We look at it together on")),)
    check = checks[0]
    lead = Heading(check_lead(check, dates.checks.get(check.id, ()), w), level=3)
    options = tuple(rich(criterion_words(criterion, w)) for criterion in check.criteria)
    return (lead, Bullets(options, mark="box")) if options else (lead,)


KIND = Kind(
    id="procedure",
    make=procedure,
    name=lambda t: t.gettext("Procedure: before and after"),
    about=lambda t: t.gettext("how to get ready, what to do then, the pain log of a test"),
    is_offered=has_shots,
    is_empty=lambda request: not _shots(request, known_dates(request.plan, request.today)),
    empty_words=lambda t: t.gettext("No procedure of the plan is to come, and none was done in the last 7 days."),
)
