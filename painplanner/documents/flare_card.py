"""The flare-up card: whom to call, the patient's own early signs, what to do today, and when it is no flare.

A card for the wallet to cut out and fold, or a sheet of A6. A card cannot grow: in large print, which no A6 has room
for, and on small paper its sides are boxes of an ordinary page. The full signs of alarm stand on the handout.
"""

from __future__ import annotations

from msgspec.structs import replace

from painplanner.core.plan import Plan
from painplanner.core.practice import PaperSize
from painplanner.core.treatment import has_medicine
from painplanner.documents.blocks import (
    Block,
    Bullets,
    Document,
    Fill,
    FoldCard,
    FoldPanel,
    Heading,
    Message,
    Rich,
    rich,
)
from painplanner.documents.daily_log import stop_line
from painplanner.documents.day_words import full_day
from painplanner.documents.kind import Kind, Option
from painplanner.documents.paper import paper, paper_words
from painplanner.documents.request import Request
from painplanner.documents.stop import Reasons, reasons
from painplanner.documents.words import LONG_BLANK, Words, sentences

SIZE = "flare-card.size"
_WALLET, _A6 = "wallet", "a6"
_MOST_SIGNS = 4
"""So many early signs have a line; more are shown where more were typed."""
_MOST_STEPS = 4


def flare_card(request: Request) -> Document:
    """Return the card, with how it is made where it is to be cut out."""
    w = paper_words(request)
    is_large = request.patient.large_print
    if request.chosen(SIZE, _WALLET) == _A6 and not is_large:
        return _sheet(request, w)
    is_flat = is_large or request.practice.paper is PaperSize.A5
    blocks: tuple[Block, ...] = (
        _message(w),
        *(() if is_flat else _making(request.plan, w)),
        _card(request, w),
        *(() if is_flat else (stop_line(request, w),)),
        Fill(label=w.t.gettext("My questions")),
    )
    return paper(request, KIND.id, _title(w), blocks)


def _card(request: Request, w: Words) -> FoldCard:
    plan = request.plan
    return FoldCard(_front(request, w), _signs(plan, w), _today(plan, w), _alarm(request, w))


def _sheet(request: Request, w: Words) -> Document:
    """Return the card as a sheet of A6; what stands on it is not said again round it."""
    card = _card(request, w)
    front = replace(card.front, heading=request.practice.name or _title(w), items=(), phones=card.front.phones[:2])
    card = replace(card, front=front, left=replace(card.left, last=()))
    made = paper(request, KIND.id, _title(w), (_message(w), card))
    day_made = w.t.gettext("Made {day}").format(day=full_day(request.today, w))
    return replace(made, paper=PaperSize.A6, header_left="", footer_left="", footer_note=day_made, code="")


def _title(w: Words) -> str:
    return w.t.gettext("Flare-up card")


def _message(w: Words) -> Message:
    t = w.t
    usual, new = t.gettext("More of your usual pain is a flare."), t.gettext("Something new is not: see STOP.")
    return Message(rich(f"{usual} ", new), is_summary=True)


def _making(plan: Plan, w: Words) -> tuple[Block, ...]:
    t = w.t
    blank, typed = (
        t.gettext("Write your early signs on it."),
        t.gettext("Are these your early signs? Add what is missing."),
    )
    steps = (
        typed if _own_signs(plan, w) else blank,
        t.gettext("Cut along the outer line."),
        t.gettext("Fold the lower half to the back, then the half with STOP."),
        t.gettext("Put it in your wallet. Show it to someone close to you."),
    )
    return Heading(t.gettext("Make your card")), Bullets(tuple(rich(step) for step in steps), mark="box")


def _front(request: Request, w: Words) -> FoldPanel:
    t, practice = w.t, request.practice
    name: Rich = rich("", request.patient.name or LONG_BLANK)
    return FoldPanel(
        heading=_title(w),
        items=(name, rich(practice.name)) if practice.name else (name,),
        phones=(
            (t.gettext("In office hours"), practice.phone or LONG_BLANK),
            (t.gettext("After hours"), practice.after_hours or LONG_BLANK),
            (t.gettext("Emergency"), practice.emergency or "911"),
        ),
    )


def _signs(plan: Plan, w: Words) -> FoldPanel:
    t = w.t
    own = _own_signs(plan, w)
    usual, new = t.gettext("More of your usual pain is a flare."), t.gettext("Something new is not: see STOP.")
    return FoldPanel(
        heading=t.gettext("My early signs"),
        items=tuple(rich(sign) for sign in own),
        mark="number",
        blanks=max(0, _MOST_SIGNS - len(own)),
        last=rich(f"{usual} ", new),
    )


def _own_signs(plan: Plan, w: Words) -> tuple[str, ...]:
    return sentences(w.text(plan.early_signs))


def _today(plan: Plan, w: Words) -> FoldPanel:
    """Return what to do: the plan's own words for a flare, else the product's own [D]."""
    t = w.t
    steps = sentences(w.text(plan.flare))[:_MOST_STEPS] or (
        t.gettext("Keep moving. Short and easy is fine."),
        t.gettext("For 2 days do half: half the time, half the number."),
        t.gettext("Then build up again over the next 2 days."),
    )
    medicine = (t.gettext("Keep your medicines as they are."),) if has_medicine(plan) else ()
    return FoldPanel(
        heading=t.gettext("What I do today"),
        items=tuple(rich(step) for step in (*steps, *medicine)),
        mark="number",
        last=rich("", t.gettext("Call us if it lasts more than 7 days.")),
    )


def _alarm(request: Request, w: Words) -> FoldPanel:
    """Return the emergency signs of the stop box in as few words as a card has room for."""
    t = w.t
    heading = t.gettext("Call {number} or go to the emergency room now")
    return FoldPanel(
        heading=heading.format(number=request.practice.emergency or "911"),
        items=tuple(rich(sign) for sign in _alarm_signs(reasons(request.plan, request.patient), w)),
        mark="dot",
        sign=t.gettext("STOP"),
    )


def _alarm_signs(why: Reasons, w: Words) -> tuple[str, ...]:
    t = w.t
    lines = (
        (True, t.gettext("New weakness in an arm or leg")),
        (True, t.gettext("Numb between your legs")),
        (True, t.gettext("Cannot pass or hold urine or stool")),
        (True, t.gettext("Chest pain, hard to breathe, faint")),
        (why.procedure, t.gettext("After a shot: fever, stiff neck")),
        (why.procedure or why.medicine, t.gettext("Face or throat swells, or hives")),
        ("opioid" in why.classes, t.gettext("Hard to wake, slow breaths")),
        (why.blood_thinner, t.gettext("Bleeding that will not stop")),
        (why.head, t.gettext("Sudden change in how you see")),
    )
    return tuple(line for holds, line in lines if holds)


KIND = Kind(
    id="flare-card",
    make=flare_card,
    name=lambda t: t.gettext("Flare-up card"),
    about=lambda t: t.gettext("early signs, what to do, when to call: for the wallet"),
    options=(
        Option(
            SIZE,
            lambda t: t.gettext("Size of the card"),
            (
                (_WALLET, lambda t: t.gettext("wallet, to fold")),
                (_A6, lambda t: t.gettext("A6")),
            ),
        ),
    ),
)
