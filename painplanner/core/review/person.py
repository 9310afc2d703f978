"""Rules of what is known of the patient: red flags, allergies, questions not asked, words that cannot be checked.

Not asked never counts as no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from painplanner.core.codes import SAFETY_CAUTIONS, allergy_matches, find_code
from painplanner.core.findings import Severity
from painplanner.core.patient import Coded, FreeText, Term
from painplanner.core.review.procedures import is_imaging_of_concern
from painplanner.core.review.rule import Rule, Spot, args, cite, on_item, on_patient
from painplanner.core.review.sight import Sight, Treatment
from painplanner.core.source import SourceTag
from painplanner.core.values import Answer, text_in

STOP, SHOULD, CONSIDER = Severity.STOP, Severity.SHOULD, Severity.CONSIDER
MAY_BE_PREGNANT = range(12, 56)
_PREGNANCY_CLASSES = frozenset({"gabapentinoid", "opioid"})

_RED_FLAGS = cite(SourceTag.R, "International framework for red flags, Finucane 2020; clinical facts 5 and 10 rule 1")
_ALERT = cite(SourceTag.K, "Any suicidality answer above 0: same-day risk check; clinical facts 1.5 and 10 rule 35")
_ALLERGY = cite(SourceTag.D, "Product default: an allergy concerns its whole class; clinical facts 3.2")
_NOT_ASKED = cite(SourceTag.D, "Product default: not asked never counts as no; clinical facts 3.2, 4.2, 8")
_NOT_CHECKED = cite(SourceTag.D, "Product default: free words cannot be checked against the plan")


def _red_flag_open(sight: Sight) -> Iterator[Spot]:
    flags = sight.patient.red_flags
    if flags.is_open:
        yield on_patient(sight, *(("flag", a.flag) for a in flags.answers if a.answer is Answer.YES))


def _red_flags_not_asked(sight: Sight) -> Iterator[Spot]:
    if sight.patient.red_flags.state is Answer.NOT_ASKED:
        yield on_patient(sight)


def _alert_open(sight: Sight) -> Iterator[Spot]:
    """Point at each answer that called for action the same day and has none."""
    for reading in sight.readings:
        if reading.alert and reading.alert_done_on is None:
            measure = sight.library.measures.get(reading.measure)
            name = text_in(measure.name, "en") if measure is not None else reading.measure
            asked = text_in(measure.alert, "en") if measure is not None else ""
            yield on_patient(sight, *args(name=name, asked=asked, on=reading.on, answer=reading.alert))


def _allergy(sight: Sight) -> Iterator[Spot]:
    known = [term.code for term in sight.patient.allergies if isinstance(term, Coded)]
    for treatment in sight.live if known else ():
        classes = treatment.classes
        found = [code for code in known if classes and allergy_matches(code, classes)]
        if found:
            yield on_item(treatment.item, *(("code", code) for code in found))


def _allergies_not_asked(sight: Sight) -> Iterator[Spot]:
    patient = sight.patient
    if (
        patient.allergies_answer is Answer.NOT_ASKED
        and not patient.allergies
        and any(_gives_drug(t) for t in sight.live)
    ):
        yield on_patient(sight)


def _gives_drug(treatment: Treatment) -> bool:
    return treatment.is_medicine or treatment.is_needle


def _allergies_not_named(sight: Sight) -> Iterator[Spot]:
    if sight.patient.allergies_answer is Answer.YES and not sight.patient.allergies:
        yield on_patient(sight)


def _not_checked(sight: Sight, terms: Iterable[Term]) -> Iterator[Spot]:
    """Point at the patient once, with all words that are free or on no list."""
    free = [term.text if isinstance(term, FreeText) else term.code for term in terms if not _is_known(term)]
    if free:
        yield on_patient(sight, *(("text", text) for text in free))


def _is_known(term: Term) -> bool:
    return isinstance(term, Coded) and find_code(term.code) is not None


def _allergy_not_checked(sight: Sight) -> Iterator[Spot]:
    return _not_checked(sight, sight.patient.allergies)


def _condition_not_checked(sight: Sight) -> Iterator[Spot]:
    return _not_checked(sight, sight.patient.conditions)


def _medicine_not_checked(sight: Sight) -> Iterator[Spot]:
    return _not_checked(sight, sight.patient.medicines)


def _safety_not_asked(sight: Sight) -> Iterator[Spot]:
    """Point at the patient once for each question that the plan needs, with the items that need it."""
    needed: dict[str, list[str]] = {}
    for treatment in sight.live:
        for question in dict.fromkeys((*treatment.item.cautions, *_asked_by_kind(treatment))):
            if question in SAFETY_CAUTIONS and sight.cautions.get(question) is Answer.NOT_ASKED:
                needed.setdefault(question, []).append(treatment.item.id)
    if sight.age is not None and sight.age not in MAY_BE_PREGNANT:
        needed.pop("pregnancy", None)
    for question, items in sorted(needed.items()):
        yield on_patient(sight, ("question", question), *(("item", item) for item in items))


def _asked_by_kind(treatment: Treatment) -> Iterator[str]:
    """Yield the questions that a kind of treatment needs beside its own cautions."""
    classes = treatment.classes
    if treatment.is_needle or treatment.is_systemic_nsaid:
        yield "blood-thinner"
    if treatment.is_systemic_nsaid or "gabapentinoid" in classes:
        yield "kidney-disease"
    if treatment.is_systemic_nsaid or not classes.isdisjoint(_PREGNANCY_CLASSES) or is_imaging_of_concern(treatment):
        yield "pregnancy"


RULES = (
    Rule("alert-open", STOP, _ALERT, _alert_open),
    Rule("red-flag-open", STOP, _RED_FLAGS, _red_flag_open),
    Rule("red-flags-not-asked", SHOULD, _RED_FLAGS, _red_flags_not_asked),
    Rule("allergy", STOP, _ALLERGY, _allergy, "remove-item"),
    Rule("allergies-not-asked", CONSIDER, _NOT_ASKED, _allergies_not_asked),
    Rule("allergies-not-named", SHOULD, _ALLERGY, _allergies_not_named),
    Rule("allergy-not-checked", SHOULD, _NOT_CHECKED, _allergy_not_checked),
    Rule("medicine-not-checked", SHOULD, _NOT_CHECKED, _medicine_not_checked),
    Rule("condition-not-checked", CONSIDER, _NOT_CHECKED, _condition_not_checked),
    Rule("safety-not-asked", CONSIDER, _NOT_ASKED, _safety_not_asked),
)
