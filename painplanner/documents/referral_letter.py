"""The letter that refers a patient or hands their care over: to whom, why, what was tried, what is known.

What payers ask for stands in it: what was tried, when, and what came of it. What the plan does not know is a line to
fill in by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from painplanner.core.checkpoint import ActionKind
from painplanner.core.dose import ReferralDose, Urgency
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.plan import Item, Plan, items_of
from painplanner.core.values import Discipline
from painplanner.documents.blocks import Block, Bullets, Document, Fill, Heading, Message, Paragraph, Rich, rich
from painplanner.documents.case_words import hypothesis, last_decisions, next_lines, now_lines, problem_title
from painplanner.documents.day_words import full_day
from painplanner.documents.kind import Kind, Option, Reader
from painplanner.documents.measured_rows import measured_table
from painplanner.documents.paper import paper, paper_words
from painplanner.documents.patient_facts import age_words, led_lines, patient_facts, record_words
from painplanner.documents.plan_words import goal_text
from painplanner.documents.request import Request
from painplanner.documents.treatment_rows import has_begun, medicine_table, no_medicine, tried_table
from painplanner.documents.words import LONG_BLANK, Words, capital, discipline_words, listed, sentence

FOR = "referral-letter.for"
MOST_OPEN = 3
REFERRAL, HAND_OFF = "referral", "hand-off"


def referral_letter(request: Request) -> Document:
    """Return the letter, for a referral or, where that was chosen, for handing over the care."""
    w = paper_words(request)
    is_hand_off = request.chosen(FOR, REFERRAL) == HAND_OFF
    t, dates = w.t, known_dates(request.plan, request.today)
    blocks = (
        *_head(request, w),
        Message(_message(request, w, is_hand_off=is_hand_off)),
        *_why(request, dates, w, is_hand_off=is_hand_off),
        Heading(t.gettext("What was tried, and what came of it"), level=3),
        *tried_table(request, dates, w),
        Heading(t.gettext("Medicines now"), level=3),
        *(medicine_table(request, dates, w) or (Paragraph(rich(no_medicine(w))),)),
        *_listed(t.gettext("What to know of the patient"), patient_facts(request, w)),
        *_measures(request, w),
        *_notes(request, w),
        *_told(request, dates, w),
        *_answer(w, is_hand_off=is_hand_off),
        *_signed(request, w),
    )
    title = t.gettext("Hand-off of care") if is_hand_off else t.gettext("Referral letter")
    return msgspec.structs.replace(paper(request, KIND.id, title, blocks), large=False, is_close=True)


def _listed(title: str, lines: Iterable[Rich], mark: str = "dot") -> tuple[Block, ...]:
    known = tuple(lines)
    return (Heading(title, level=3), Bullets(known, mark=mark)) if known else ()


# Head


def _head(request: Request, w: Words) -> Iterator[Block]:
    """Yield where the letter comes from, its day, and to whom it goes."""
    practice = request.practice
    where = ", ".join(part for part in (practice.name, practice.address, practice.phone) if part)
    day = ", ".join(part for part in (full_day(request.today, w), record_words(request.patient, w)) if part)
    yield Paragraph(rich("\n".join(part for part in (where, day) if part)))
    to = _receiver(request.plan, w)
    yield Paragraph(rich("", w.t.gettext("To: {name}").format(name=to))) if to else Fill(w.t.gettext("To"))


def _referral(plan: Plan) -> ReferralDose | None:
    """Return the first referral of the plan that is still wanted."""
    going = (item.dose for _step, item in items_of(plan) if item.stopped_on is None)
    return next((dose for dose in going if isinstance(dose, ReferralDose) and (dose.to or dose.question)), None)


def _receiver(plan: Plan, w: Words) -> str:
    """Return to whom: as typed, else the field that the last decision or a checkpoint refers to."""
    asked = _referral(plan)
    if asked is not None and asked.to.strip():
        return asked.to.strip()
    decisions = [one.action for one in reversed(last_decisions(plan))]
    rules = [action for c in plan.checkpoints for action in (c.on_not_met, c.on_partly, c.on_met)]
    for action in (*decisions, *rules):
        is_known = action is not None and action.kind is ActionKind.REFER and action.target in set(Discipline)
        if action is not None and is_known:
            return capital(discipline_words(Discipline(action.target), w))
    return ""


def _message(request: Request, w: Words, *, is_hand_off: bool) -> Rich:
    t, patient = w.t, request.patient
    born = full_day(patient.birth_date, w) if patient.birth_date else LONG_BLANK
    whom = t.gettext("{name}, born {day}").format(name=patient.name or LONG_BLANK, day=born)
    years = age_words(patient, w)
    lead = t.gettext("We hand over the care of: {whom}.") if is_hand_off else t.gettext("We refer: {whom}.")
    title = f"\n{problem_title(request.plan, w)}."
    return rich(f"{lead.format(whom=', '.join(part for part in (whom, years) if part))}", title)


# Why, and what is asked


def _why(request: Request, dates: KnownDates, w: Words, *, is_hand_off: bool) -> Iterator[Block]:
    t, plan = w.t, request.plan
    title = t.gettext("Why we hand over") if is_hand_off else t.gettext("Why we refer")
    reason = _reason(plan, w)
    lines = (*_urgency(plan, w), *reason, *hypothesis(plan, w), *now_lines(plan, dates, w))
    yield Heading(title, level=3)
    yield Bullets(lines)
    if not reason:
        yield Fill(t.gettext("Reason"))
    yield from _taken_over(request, dates, w) if is_hand_off else _question(plan, w)


def _question(plan: Plan, w: Words) -> Iterator[Block]:
    asked, lead = _referral(plan), w.t.gettext("Our question")
    question = asked.question.strip() if asked is not None else ""
    yield Paragraph(rich("", f"{lead}: ", sentence(question))) if question else Fill(lead, lines=2)


def _taken_over(request: Request, dates: KnownDates, w: Words) -> tuple[Block, ...]:
    """Return what is next, and what the review sees open."""
    t = w.t
    seen = (rich("", t.gettext("Open: "), text) for text in request.findings[:MOST_OPEN])
    return _listed(t.gettext("What you take over"), (*next_lines(request.plan, dates, w), *seen))


def _urgency(plan: Plan, w: Words) -> tuple[Rich, ...]:
    """Return how soon the referral is wanted."""
    t, asked = w.t, _referral(plan)
    urgency = {
        Urgency.ROUTINE: t.gettext("routine"),
        Urgency.SOON: t.gettext("soon"),
        Urgency.URGENT: t.gettext("urgent"),
        Urgency.SAME_DAY: t.gettext("on the same day"),
    }
    soon = urgency[asked.urgency] if asked is not None and asked.urgency is not None else ""
    return led_lines((((t.gettext("How soon"), soon),),))


def _reason(plan: Plan, w: Words) -> tuple[Rich, ...]:
    """Return why it was decided to refer, as the last such decision says."""
    refers = [one for one in last_decisions(plan) if one.action is not None and one.action.kind is ActionKind.REFER]
    why = next((one.reason for one in reversed(refers) if one.reason.strip()), "")
    return led_lines((((w.t.gettext("Reason"), why),),))


# What is known


def _measures(request: Request, w: Words) -> tuple[Block, ...]:
    table = measured_table(request, w, in_full=True)
    return (Heading(w.t.gettext("Measures"), level=3), *table) if table else ()


def _notes(request: Request, w: Words) -> Iterator[Block]:
    """Yield tests of the plan and the note for the team; reports of imaging are named by hand."""
    t, plan = w.t, request.plan
    tests = (item for _step, item in items_of(plan) if item.kind == "diagnostic" and item.stopped_on is None)
    lines = [_test(item, w) for item in tests]
    lines += [rich(line) for line in plan.note.splitlines() if line.strip()]
    yield Heading(t.gettext("Imaging, tests and notes"), level=3)
    if lines:
        yield Bullets(tuple(lines))
    yield Fill(t.gettext("Reports enclosed"))


def _test(item: Item, w: Words) -> Rich:
    name = w.texts(item.texts).name
    return rich("", f"{name}: " if item.note.strip() else f"{name}.", sentence(item.note))


def _told(request: Request, dates: KnownDates, w: Words) -> Iterator[Block]:
    """Yield what the patient was told, in the words of the handout, and what was talked about."""
    t, plan = w.t, request.plan
    why = w.text(plan.why_words, plan.why)
    goals = [text for goal in plan.goals if (text := goal_text(goal, w))]
    begun = ((step, item) for step, item in items_of(plan) if has_begun(step, dates, w))
    talks = [w.texts(item.texts).name for _step, item in begun if item.kind == "education" and item.stopped_on is None]
    lines = (
        (t.gettext("Why it hurts, as we said it"), why),
        (t.gettext("Wants to do again"), "; ".join(goals)),
        (t.gettext("Talked about"), listed([name for name in talks if name], w)),
    )
    known = tuple(rich("", f"{lead}: ", sentence(said)) for lead, said in lines if said)
    if known:
        yield Heading(t.gettext("What the patient was told"), level=3)
        yield Bullets(known)


# Foot


def _answer(w: Words, *, is_hand_off: bool) -> tuple[Block, ...]:
    """Return what we ask to get back, or from which day on the care is with another, to be filled in."""
    t = w.t
    if is_hand_off:
        return (Fill(t.gettext("You take over from (day)")), Fill(t.gettext("Prescriptions until then by")))
    asked = (
        t.gettext("What you found, and your answer to our question."),
        t.gettext("What you begin, with dates, and who looks at it when."),
        t.gettext("Every change of a medicine, and who prescribes it from then on."),
        t.gettext("When the patient comes back to us."),
    )
    return _listed(t.gettext("Please send back to us"), (rich(line) for line in asked), "box")


def _signed(request: Request, w: Words) -> tuple[Block, ...]:
    by = ", ".join(part for part in (request.author, request.practice.name) if part)
    lead = w.t.gettext("Signature")
    return (Fill(f"{lead}, {by}" if by else lead),)


KIND = Kind(
    id="referral-letter",
    make=referral_letter,
    name=lambda t: t.gettext("Referral letter"),
    about=lambda t: t.gettext("why, what is asked, what was tried and what is known, for another practice"),
    reader=Reader.COLLEAGUE,
    options=(
        Option(
            id=FOR,
            name=lambda t: t.gettext("Letter for"),
            values=(
                (REFERRAL, lambda t: t.gettext("a referral")),
                (HAND_OFF, lambda t: t.gettext("handing over the care")),
            ),
        ),
    ),
)
