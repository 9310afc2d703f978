"""What every paper carries round its content: the practice, two identifiers of the patient, plan, revision, numbers."""

from __future__ import annotations

from painplanner.core.drawing import Drawing, Photograph
from painplanner.core.figure.shown import Photos
from painplanner.core.ids import printed_number
from painplanner.core.jpeg import clean_jpeg_size
from painplanner.core.practice import Practice
from painplanner.documents.blocks import Block, Document, Fill, Paragraph, rich
from painplanner.documents.day_words import clock, day, full_day
from painplanner.documents.request import Request
from painplanner.documents.words import LONG_BLANK, Words, words_in

GAP = " · "


def paper_words(request: Request) -> Words:
    """Return the words of the paper's language."""
    return words_in(request.lang, request.today)


def paper(request: Request, kind: str, title: str, blocks: tuple[Block, ...]) -> Document:
    """Return a document with the header and footer of this practice, patient, plan and revision."""
    w = paper_words(request)
    return Document(
        kind=kind,
        title=title,
        language=w.printed_lang,
        blocks=blocks,
        header_left=request.practice.name,
        header_right=identifiers(request, w),
        footer_left=next_visit(request, w),
        footer_right=plan_and_revision(request, w),
        footer_note=numbers_and_author(request, w),
        page_words=w.t.gettext("page {page} of {pages}"),
        draft_words=w.t.gettext("Draft. Not final yet.") if request.is_draft else "",
        paper=request.practice.paper,
        large=request.patient.large_print,
        bold=request.patient.bold_print,
        logo=logo_of(request.practice, request.photos),
        author=request.author,
        code=printed_number(request.plan.number) if request.plan.number else "",
        made_on=request.today,
    )


def logo_of(practice: Practice, photos: Photos) -> Drawing | None:
    """Return the logo of the practice, as large as its pixels; nothing where it has none."""
    name = practice.logo
    data = photos.get(name, b"")
    size = clean_jpeg_size(data) if data else None
    if size is None:
        return None
    width, height = size
    return Drawing(width, height, (Photograph(0, 0, width, height, name, data),), practice.name)


def identifiers(request: Request, w: Words) -> str:
    """Return name and birth date, a blank for what is not known."""
    born = request.patient.birth_date
    return w.t.gettext("{name}, born {day}").format(
        name=request.patient.name or LONG_BLANK, day=full_day(born, w) if born else LONG_BLANK
    )


def plan_and_revision(request: Request, w: Words) -> str:
    """Return the plan's number with its check digit and, when it is known, the revision."""
    number, revision = request.plan.number, request.revision
    parts = (
        w.t.gettext("Plan {number}").format(number=printed_number(number)) if number else "",
        w.t.gettext("revision {n}").format(n=revision) if revision is not None else "",
    )
    return GAP.join(part for part in parts if part)


def numbers_and_author(request: Request, w: Words) -> str:
    """Return whom to call, who made the paper and on which day."""
    t, practice = w.t, request.practice
    made = t.gettext("Made {day}").format(day=full_day(request.today, w))
    by = t.gettext("Made {day} by {name}").format(day=full_day(request.today, w), name=request.author)
    parts = (
        t.gettext("Call {number}").format(number=practice.phone) if practice.phone else "",
        t.gettext("after hours {number}").format(number=practice.after_hours) if practice.after_hours else "",
        by if request.author else made,
        practice.footer,
    )
    return GAP.join(part for part in parts if part)


def next_visit(request: Request, w: Words) -> str:
    """Return the next visit in words, or nothing when none is set or the one that was is today or over."""
    visit = request.plan.next_visit
    if visit.on is None or visit.on <= request.today:
        return ""
    when = day(visit.on, w)
    if visit.at is not None:
        when = w.t.gettext("{day} at {time}").format(day=when, time=clock(visit.at, w))
    text = w.t.gettext("Next visit: {when}").format(when=when)
    return w.t.gettext("{visit} with {name}").format(visit=text, name=visit.with_whom) if visit.with_whom else text


def next_visit_block(request: Request, w: Words) -> Block:
    """Return the next visit as a line of the paper, a line to write on when none is set."""
    said = next_visit(request, w)
    if not said:
        return Fill(label=w.t.gettext("Next visit"))
    return Paragraph(rich("", f"{said}.", " " + w.t.gettext("Bring this paper.")))
