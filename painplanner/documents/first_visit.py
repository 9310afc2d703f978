"""What to bring to a first visit and what to think about before: a paper to write on, also for who has no plan yet.

What happens there is taken from the product's source article (first visit, and checklist before you choose a clinic).
"""

from __future__ import annotations

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
from painplanner.documents.body_map import body_map
from painplanner.documents.kind import Kind
from painplanner.documents.medicine_names import term_name
from painplanner.documents.paper import next_visit, paper, paper_words
from painplanner.documents.request import Request
from painplanner.documents.stop import stop_box
from painplanner.documents.words import Words


def first_visit(request: Request) -> Document:
    """Return the checklist for a first visit; a plan may be an empty one."""
    w = paper_words(request)
    blocks: tuple[Block, ...] = (
        _message(w),
        *_when(request, w),
        *_what_happens(w),
        *_bring(w),
        *_medicines(request, w),
        Heading(w.t.gettext("Where does it hurt?"), new_page=True),
        body_map(w),
        *_about_the_pain(w),
        *_goals(request, w),
        Fill(label=w.t.gettext("My questions"), lines=3),
        Heading(w.t.gettext("When not to wait for the visit")),
        stop_box(request.plan, request.patient, request.practice, w),
    )
    return paper(request, KIND.id, w.t.gettext("Your first visit"), blocks)


def _message(w: Words) -> Message:
    t = w.t
    mostly = t.gettext("The first visit is mostly talk, and a look at how you move.")
    return Message(
        rich(f"{mostly} ", t.gettext("Fill in this paper and bring it, with your medicines and reports.")),
        is_summary=True,
    )


def _when(request: Request, w: Words) -> tuple[Block, ...]:
    """Return when it is, and lines for what is not known: how long it takes is for the practice to say."""
    t, said, where = w.t, next_visit(request, w), request.practice.address
    if not said:
        place = (Paragraph(rich(where)),) if where else ()
        return (Fill(label=t.gettext("Day and time")), *place, Fill(label=t.gettext("Plan this much time")))
    return (
        Paragraph(rich("", f"{said}.", f" {where}." if where else "")),
        Fill(label=t.gettext("Plan this much time")),
    )


def _what_happens(w: Words) -> tuple[Block, ...]:
    t = w.t
    lines = (
        t.gettext("We ask when the pain began, and what makes it worse or better."),
        t.gettext("We ask about your day, your sleep, your mood and what you tried."),
        t.gettext("We may test how you move, your strength and your nerves."),
        t.gettext("You may go home with the first steps of a plan."),
    )
    return (Heading(t.gettext("What happens")), Bullets(tuple(rich(line) for line in lines)))


def _bring(w: Words) -> tuple[Block, ...]:
    t = w.t
    lines = (
        t.gettext("All your medicines with amounts, as a list or in their bottles"),
        t.gettext("Reports, X-rays or scans, if you have some"),
        t.gettext("Your insurance card, if you have one"),
        t.gettext("Your glasses and hearing aids, if you use them"),
        t.gettext("Someone to listen with you, if you like"),
    )
    return (Heading(t.gettext("What to bring")), Bullets(tuple(rich(line) for line in lines), mark="box"))


def _about_the_pain(w: Words) -> tuple[Block, ...]:
    t = w.t
    return (
        Heading(t.gettext("About your pain")),
        Fill(label=t.gettext("When did it begin, and how?")),
        Fill(label=t.gettext("What makes it worse?"), lines=2),
        Fill(label=t.gettext("What makes it better?"), lines=2),
        Fill(label=t.gettext("What did you try, and what came of it?"), lines=2),
    )


def _medicines(request: Request, w: Words) -> tuple[Block, ...]:
    """Return lines for the medicines, below those the practice knows already."""
    t = w.t
    told = tuple(rich(f"{term_name(term, w)}: ____________") for term in request.patient.medicines)
    known = (Paragraph(rich(t.gettext("You told us that you take these. How much, and when?"))), Bullets(told))
    ask = Paragraph(rich(t.gettext("Write each name, how much, and how often. Also herbs and what you buy yourself.")))
    return (
        Heading(t.gettext("My medicines")),
        *(known if told else ()),
        ask,
        Fill(label=t.gettext("I take"), lines=4),
    )


def _goals(request: Request, w: Words) -> tuple[Block, ...]:
    t = w.t
    known = tuple(rich(goal.strip()) for goal in request.patient.goals if goal.strip())
    less = t.gettext("Less pain is one goal. What would you do again with less pain? Some examples: walk, sleep, work.")
    lines = Fill(label=t.gettext("I want to do again"), lines=1 if known else 3)
    return (
        Heading(t.gettext("What do you want to do again?")),
        Paragraph(rich(less)),
        *((Paragraph(rich(t.gettext("You told us:"))), Bullets(known)) if known else ()),
        lines,
    )


KIND = Kind(
    id="first-visit",
    make=first_visit,
    name=lambda t: t.gettext("First visit checklist"),
    about=lambda t: t.gettext("what to bring and what to think about before a first visit"),
)
