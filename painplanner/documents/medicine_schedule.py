"""The medicine schedule: what to take when, how each medicine ends, what to know of it, and what else is taken.

Amounts are only those a clinician typed; a time of day that was not said is a box to mark with the patient.
"""

from __future__ import annotations

from collections.abc import Sequence

from painplanner.core.known_dates import known_dates
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Document,
    Fill,
    Heading,
    Message,
    Paragraph,
    rich,
)
from painplanner.documents.kind import Kind, Option
from painplanner.documents.medicine_boxes import good_to_know
from painplanner.documents.medicine_names import term_name
from painplanner.documents.medicine_times import tick_table, times_blocks
from painplanner.documents.medicines_taken import Taken, medicines_taken
from painplanner.documents.paper import next_visit_block, paper, paper_words
from painplanner.documents.request import Request
from painplanner.documents.stop import stop_box
from painplanner.documents.words import Words

TICKS = "medicine-schedule.ticks"
_NONE, _WEEK = "none", "week"


def medicine_schedule(request: Request) -> Document:
    """Return the schedule of the medicines of a plan."""
    w = paper_words(request)
    medicines = _medicines(request)
    is_ticked = request.chosen(TICKS, _NONE) == _WEEK
    blocks: tuple[Block, ...] = (
        _message(medicines, w),
        *times_blocks(medicines, request, w),
        *(tick_table(medicines, request, w) if is_ticked else ()),
        *_to_know(medicines, request, w),
        *_others(request, w),
        *_check(w),
        next_visit_block(request, w),
        Fill(label=w.t.gettext("My questions"), lines=2),
        stop_box(request.plan, request.patient, request.practice, w),
    )
    return paper(request, KIND.id, w.t.gettext("Your medicines by time of day"), blocks)


def _medicines(request: Request) -> tuple[Taken, ...]:
    return medicines_taken(request.plan, known_dates(request.plan, request.today), request.today)


def _message(medicines: Sequence[Taken], w: Words) -> Message:
    t, count = w.t, len(medicines)
    many = t.ngettext("Your plan has {n} medicine.", "Your plan has {n} medicines.", count).format(n=count)
    here = t.gettext("Here is what to take, how much, and when.")
    return Message(rich(f"{many} {here} ", t.gettext("If this and your bottle differ, call us.")), is_summary=True)


def _to_know(medicines: Sequence[Taken], request: Request, w: Words) -> tuple[Block, ...]:
    boxes = tuple(box for one in medicines if (box := good_to_know(one.item, request.patient, w)).items)
    return (Heading(w.t.gettext("Good to know")), *boxes) if boxes else ()


def _others(request: Request, w: Words) -> tuple[Block, ...]:
    """Return what the patient told us of other medicines, and lines for what was forgotten."""
    t = w.t
    told = ", ".join(term_name(term, w) for term in request.patient.medicines)
    lead = t.gettext("You told us that you take these:") if told else t.gettext("Write down all else that you take:")
    ask = t.gettext("Do they all fit together? Ask us or your pharmacist before you buy another pain medicine.")
    return (
        Heading(t.gettext("What else you take")),
        Paragraph(rich("", ask)),
        Paragraph(rich(f"{lead} ", told, ".") if told else rich(lead)),
        Fill(label=t.gettext("Others, also herbs"), lines=2),
    )


def _check(w: Words) -> tuple[Block, ...]:
    """Return the checklist; from how many missed doses to call is the product's own [D]."""
    t = w.t
    lines = (
        t.gettext("I know what each medicine is for."),
        t.gettext("I know how much to take, and when."),
        t.gettext("I told you all that I take."),
        t.gettext("If I miss it 2 times or more, I call you within 2 days."),
        t.gettext("I know when to call (see the stop box)."),
    )
    return (Heading(t.gettext("Before you go home")), Bullets(tuple(rich(line) for line in lines), mark="box"))


KIND = Kind(
    id="medicine-schedule",
    make=medicine_schedule,
    name=lambda t: t.gettext("Medicine schedule"),
    about=lambda t: t.gettext("what to take at which time of day, and what to know"),
    is_empty=lambda request: not _medicines(request),
    empty_words=lambda t: t.gettext("No medicine of the plan is taken in these days."),
    options=(
        Option(
            TICKS,
            lambda t: t.gettext("Boxes to tick"),
            (
                (_NONE, lambda t: t.gettext("none")),
                (_WEEK, lambda t: t.gettext("1 week")),
            ),
        ),
    ),
)
