"""What a colleague must know of a patient before anything else: allergies first, red flags and what was done, answers.

Not asked is said as such and never counts as no. What is in free words was not checked by the review, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from painplanner.core.codes import SAFETY_CAUTIONS
from painplanner.core.patient import Coded, Patient, RedFlags, Term, age
from painplanner.core.values import Answer
from painplanner.documents.blocks import Rich, rich
from painplanner.documents.day_words import brief_day
from painplanner.documents.request import Request
from painplanner.documents.words import Words, sentence

_GAP = ", "


def patient_facts(request: Request, w: Words) -> tuple[Rich, ...]:
    """Return a line for each thing that must be known, a bold word before it."""
    t, patient = w.t, request.patient
    conditions, medicines = _listed(patient.conditions, request, w), _listed(patient.medicines, request, w)
    lines = (
        ((t.gettext("Allergies"), _allergies(request, w)),),
        ((t.gettext("Red flags"), _red_flags(request, w)), (t.gettext("Safety questions"), _safety(request, w))),
        (
            (t.gettext("Conditions"), conditions or t.gettext("none recorded")),
            (t.gettext("Takes besides the plan"), medicines or t.gettext("nothing recorded")),
        ),
        ((t.gettext("Limits"), "; ".join(one.text for one in patient.constraints if one.text)),),
    )
    return led_lines(lines)


def led_lines(lines: Iterable[Sequence[tuple[str, str]]]) -> tuple[Rich, ...]:
    """Return facts as lines, a bold word before each; what is not known is left out."""
    known = ([(lead, said) for lead, said in line if said] for line in lines)
    return tuple(_led(line) for line in known if line)


def _led(pairs: Sequence[tuple[str, str]]) -> Rich:
    parts = [part for lead, said in pairs for part in (f"{lead}: ", f"{sentence(said)} ")]
    return rich("", *parts[:-1], parts[-1].rstrip())


def person_words(patient: Patient, w: Words) -> str:
    """Return age and record number, "48 years, record 20418"."""
    return _GAP.join(part for part in (age_words(patient, w), record_words(patient, w)) if part)


def age_words(patient: Patient, w: Words) -> str:
    """Return the age, "48 years"."""
    if patient.birth_date is None:
        return ""
    years = age(patient.birth_date, w.today)
    return w.t.ngettext("{n} year", "{n} years", years).format(n=years)


def record_words(patient: Patient, w: Words) -> str:
    """Return the record number, "record 20418"."""
    return w.t.gettext("record {number}").format(number=patient.record_number) if patient.record_number else ""


def _allergies(request: Request, w: Words) -> str:
    t, patient = w.t, request.patient
    if patient.allergies:
        return _listed(patient.allergies, request, w)
    return {
        Answer.YES: t.gettext("answered yes, and none is named"),
        Answer.NO: t.gettext("none known"),
        Answer.NOT_ASKED: t.gettext("not asked yet"),
    }[patient.allergies_answer]


def _listed(terms: Sequence[Term], request: Request, w: Words) -> str:
    return _GAP.join(_term(term, request, w) for term in terms)


def _term(term: Term, request: Request, w: Words) -> str:
    if isinstance(term, Coded):
        return _named(term.code, request)
    return w.t.gettext("{text} (not checked)").format(text=term.text)


def _named(code: str, request: Request) -> str:
    known = request.names.get(code)
    return known or code.split(".")[-1].replace("-", " ").replace("_", " ")


def _red_flags(request: Request, w: Words) -> str:
    t, flags = w.t, request.patient.red_flags
    asked = t.gettext("asked on {day}").format(day=brief_day(flags.asked_on, w)) if flags.asked_on else ""
    if flags.state is Answer.NOT_ASKED:
        return t.gettext("not all asked yet") if flags.answers else t.gettext("not asked yet")
    if flags.state is Answer.NO:
        return _GAP.join(part for part in (t.gettext("no to all"), asked) if part)
    named = "; ".join(_named(one.flag, request) for one in flags.answers if one.answer is Answer.YES)
    found = _GAP.join(part for part in (named or t.gettext("answered yes"), asked) if part)
    return f"{sentence(found)} {_done(flags, w)}"


def _done(flags: RedFlags, w: Words) -> str:
    t = w.t
    if not flags.action.strip():
        return t.gettext("Nothing is noted that was done.")
    if flags.action_on is None:
        return t.gettext("Done, without a day: {action}").format(action=sentence(flags.action))
    return t.gettext("Done on {day}: {action}").format(day=brief_day(flags.action_on, w), action=sentence(flags.action))


def _safety(request: Request, w: Words) -> str:
    """Return each question that was answered yes or not asked by name; no is said of the others together."""
    t, safety = w.t, request.patient.safety
    answers = {caution: getattr(safety, caution.replace("-", "_")) for caution in SAFETY_CAUTIONS}
    if set(answers.values()) == {Answer.NO}:
        return t.gettext("no to all")
    lead = ((Answer.YES, t.gettext("yes: {names}")), (Answer.NOT_ASKED, t.gettext("not asked yet: {names}")))
    by_answer = ((text, [c for c, given in answers.items() if given is answer]) for answer, text in lead)
    said = [text.format(names=_GAP.join(_named(c, request) for c in mine)) for text, mine in by_answer if mine]
    return "; ".join([*said, t.gettext("no to the others")] if Answer.NO in answers.values() else said)
