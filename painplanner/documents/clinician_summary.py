"""The clinician summary: a plan at a glance in the order a clinician thinks, from what must be known to what is next.

For colleagues and never in large print. Facts only: no rule of the review is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from painplanner.core.follow_up import last_sheet
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.log_reading import Adherence, adherence
from painplanner.core.plan import Plan, items_of
from painplanner.documents.blocks import Block, Bullets, Document, Heading, Message, Rich, rich
from painplanner.documents.case_words import hypothesis, last_decisions, next_lines, now_lines, problem_title
from painplanner.documents.happened import decision
from painplanner.documents.kind import Kind, Reader
from painplanner.documents.measured_rows import measured_table
from painplanner.documents.paper import paper, paper_words
from painplanner.documents.patient_facts import patient_facts, person_words
from painplanner.documents.request import Request
from painplanner.documents.treatment_rows import medicine_table, no_medicine, procedure_lines
from painplanner.documents.words import Words, listed, sentence

MOST_FINDINGS = 3


def clinician_summary(request: Request) -> Document:
    """Return the summary of a plan."""
    w, plan = paper_words(request), request.plan
    t, dates = w.t, known_dates(plan, request.today)
    blocks = (
        Message(_message(request, w)),
        *_section(t.gettext("Patient"), patient_facts(request, w)),
        *_section(t.gettext("Problem, plan and goals"), _problem(plan, dates, w)),
        *measured_table(request, w),
        Heading(t.gettext("Treatment"), level=3),
        *medicine_table(request, dates, w),
        *_bullets((*_no_medicine(request, dates, w), *procedure_lines(plan, dates, w), *_exercises(request, w))),
        *_section(t.gettext("Open and next"), (_findings(request.findings, w), *next_lines(plan, dates, w))),
    )
    made = paper(request, KIND.id, t.gettext("Clinician summary"), blocks)
    return msgspec.structs.replace(made, large=False, is_close=True)


def _section(title: str, lines: Iterable[Rich]) -> tuple[Block, ...]:
    blocks = _bullets(lines)
    return (Heading(title, level=3), *blocks) if blocks else ()


def _bullets(lines: Iterable[Rich]) -> tuple[Block, ...]:
    known = tuple(lines)
    return (Bullets(known),) if known else ()


def _message(request: Request, w: Words) -> Rich:
    """Return what the plan is for, of whom."""
    person = person_words(request.patient, w)
    return rich("", f"{problem_title(request.plan, w)}.", f" {person}." if person else "")


def _problem(plan: Plan, dates: KnownDates, w: Words) -> Iterator[Rich]:
    """Yield what is thought of, where the plan is, and what each checkpoint came to last."""
    yield from hypothesis(plan, w)
    yield from now_lines(plan, dates, w)
    for one in last_decisions(plan):
        yield decision(one, plan, w)


def _no_medicine(request: Request, dates: KnownDates, w: Words) -> tuple[Rich, ...]:
    return () if medicine_table(request, dates, w) else (rich(no_medicine(w)),)


def _exercises(request: Request, w: Words) -> Iterator[Rich]:
    """Yield on how many days each exercise was done by the logs, and by name those that no log tells of."""
    t, plan = w.t, request.plan
    sheets = tuple(sheet for sheet in request.sheets if sheet.plan == plan.id)
    names = {item.id: w.texts(item.texts).name for _step, item in items_of(plan)}
    told = [one for one in adherence(request.logs, sheets) if one.expected and one.item in names]
    if told:
        said = "; ".join(_done(one, names[one.item], w) for one in told)
        yield rich("", t.gettext("Done at home, by the logs: "), f"{said}.")
    known = {one.item for one in told}
    others = [names[item.id] for _step, item in last_sheet(plan, request.today) if item.id not in known]
    if others:
        yield rich("", t.gettext("At home, no log yet: "), f"{listed(others, w)}.")


def _done(found: Adherence, name: str, w: Words) -> str:
    t = w.t
    days = t.ngettext("{name} {n} of {of} day", "{name} {n} of {of} days", found.expected)
    said = days.format(name=name, n=found.done, of=found.expected)
    return said + (f" ({t.gettext('too sore {n}').format(n=found.too_sore)})" if found.too_sore else "")


def _findings(findings: Sequence[str], w: Words) -> Rich:
    """Return what the review sees, the worst first, and how much more there is."""
    t, more = w.t, len(findings) - MOST_FINDINGS
    said = [sentence(text) for text in findings[:MOST_FINDINGS]] or [t.gettext("Nothing is open.")]
    if more > 0:
        said.append(t.ngettext("{n} more, in the plan.", "{n} more, in the plan.", more).format(n=more))
    return rich("", t.gettext("The review sees: "), " ".join(said))


KIND = Kind(
    id="clinician-summary",
    make=clinician_summary,
    name=lambda t: t.gettext("Clinician summary"),
    about=lambda t: t.gettext("the plan at a glance, for colleagues"),
    reader=Reader.COLLEAGUE,
)
