"""Every kind of paper as a file: in both languages and both prints, and all of them bound in one."""

from __future__ import annotations

import dataclasses
from functools import cache
from itertools import product

from core.photographed import WIDE, jpeg
from documents.golden import rated
from documents.sciatica import BIRD_DOG, BRIDGE, PATIENT, PLAN, PRACTICE, figures, with_items
from documents.tracked import reported, tracked_plan

from painplanner.core.codec import content_hash
from painplanner.core.edits.closing import close_plan
from painplanner.core.figure import Figure
from painplanner.core.plan import Closing, GoalEnd, Plan
from painplanner.core.values import replace
from painplanner.documents.blocks import Document
from painplanner.documents.bundle import Binding, Bundle
from painplanner.documents.contents import contents
from painplanner.documents.daily_log import log_of
from painplanner.documents.pdf import write_bundle, write_pdf
from painplanner.documents.registry import kind_ids, kind_of
from painplanner.documents.request import Request
from painplanner.services.publish import make_document

LANGUAGES = ("en", "es")


@cache
def plan() -> Plan:
    """Return a plan that every kind of paper has something to say of, but for those of a closed plan."""
    made: Plan = replace(tracked_plan(), goals=rated().goals)
    return made


@cache
def drawn() -> dict[str, Figure]:
    """Return the pictures of the library."""
    return figures()


def asked(kind: str, lang: str, *, large: bool = False, **changes: object) -> Request:
    """Return a request that this kind has something to say of."""
    patient = replace(PATIENT, large_print=large, language=lang)
    changes = {"figures": drawn(), **changes}
    made = reported(**{"plan": plan(), "patient": patient, **changes})
    if kind_of(kind).takes_log:
        made = dataclasses.replace(made, log=replace(log_of(made), number=1001))
    if kind_of(kind).is_offered(made.plan) and not kind_of(kind).is_empty(made):
        return made
    ends = tuple((goal.id, GoalEnd.REACHED) for goal in PLAN.goals)
    closing = Closing(on=made.today, goals=ends, keep_doing=(BRIDGE.id,))
    return reported(**{"plan": close_plan(plan(), closing), "patient": patient, **changes})


@cache
def document(kind: str, lang: str, *, large: bool = False) -> Document:
    """Return one paper of a kind."""
    return make_document(asked(kind, lang, large=large), kind)


@cache
def files() -> dict[str, bytes]:
    """Return every paper by kind, language and print."""
    found = {
        f"{kind}-{lang}-{'large' if large else 'ordinary'}": write_pdf(document(kind, lang, large=large))
        for kind, lang, large in product(kind_ids(), LANGUAGES, (False, True))
    }
    return found | {"bundle": mixed_bundle(), "logo": with_logo(), "four": four_on_a_page()}


def with_logo() -> bytes:
    """Return a handout in large and bold print with the logo of the practice in its header."""
    data = jpeg(WIDE)
    name = content_hash(data)
    made = asked("handout", "en", large=True, practice=replace(PRACTICE, logo=name), photos={name: data})
    bold = replace(made.patient, bold_print=True)
    return write_pdf(make_document(dataclasses.replace(made, patient=bold), "handout"))


def four_on_a_page() -> bytes:
    """Return an exercise sheet whose exercises stand two in a row."""
    items = tuple(replace((BRIDGE, BIRD_DOG)[n % 2], id=f"item-{n}") for n in range(6))
    made = asked("exercise-sheet", "en", plan=with_items(*items), options={"sheet.per-page": "4"})
    return write_pdf(make_document(made, "exercise-sheet"))


@cache
def mixed_bundle() -> bytes:
    """Return all kinds in one file, every second paper in Spanish, with contents and each on a front page."""
    papers = tuple(document(kind, LANGUAGES[n % 2]) for n, kind in enumerate(kind_ids()))
    listing = Bundle(papers, Binding(is_two_sided=True), lambda entries: contents(reported(), entries))
    return write_bundle(listing).pdf
