"""The medicines of a handout: only the amounts a clinician typed, how each one ends, and what to know about it."""

from __future__ import annotations

from datetime import date

from painplanner.core.dose import MedicineDose, StopRule
from painplanner.core.known_dates import KnownDates
from painplanner.core.patient import Patient, age
from painplanner.core.plan import Item, LineKind, Plan, Step, StepStatus, texts_in
from painplanner.core.review.person import MAY_BE_PREGNANT
from painplanner.core.treatment import is_medicine_kept
from painplanner.documents.blocks import Block, Callout, Heading, Rich, rich
from painplanner.documents.day_words import short_day
from painplanner.documents.dose_words import item_dose
from painplanner.documents.plan_words import patient_name
from painplanner.documents.words import LONG_BLANK, Words, sentence

_RESCUE = "opioid-rescue"
_CLOSED = frozenset({StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED})


def medicine_boxes(plan: Plan, patient: Patient, dates: KnownDates, w: Words) -> tuple[Block, ...]:
    """Return a heading and a box for each medicine that is taken or is to come; nothing when there is none."""
    found = [(step, item) for step in plan.steps if step.status not in _CLOSED for item in step.items]
    medicines = [(step, item) for step, item in found if is_medicine_kept(item)]
    if not medicines:
        return ()
    boxes = (medicine_box(step, item, patient, dates, w) for step, item in medicines)
    return (Heading(w.t.gettext("Your medicines")), *boxes)


def medicine_box(step: Step, item: Item, patient: Patient, dates: KnownDates, w: Words) -> Callout:
    """Return the box of one medicine."""
    note = sentence(item.dose.note) if item.dose is not None else ""
    dose = w.t.gettext("Dose: {dose}.").format(dose=item_dose(item, w))
    bold = (dose, _beginning(step, dates, w), ending(item, w))
    known = _lines_for(item, patient, w, LineKind.INFO, LineKind.SAFETY, LineKind.CALL)
    lines: list[Rich] = [rich("", " ".join(part for part in bold if part))]
    lines += [rich(line) for line in (note, *known) if line]
    lines.append(rich("", w.t.gettext("If this and your bottle differ, call us.")))
    return Callout(title=patient_name(item, w), items=tuple(lines))


def good_to_know(item: Item, patient: Patient, w: Words) -> Callout:
    """Return what to know of a medicine beside its amount: how it ends, its note, and the library's lines.

    When to call is said by the stop box; sentences of one kind stand together.
    """
    note = sentence(item.dose.note) if item.dose is not None else ""
    kinds = (LineKind.INFO, LineKind.RISK, LineKind.SAFETY)
    lines = [rich(line) for line in (note, *(" ".join(_lines_for(item, patient, w, kind)) for kind in kinds)) if line]
    end = ending(item, w)
    return Callout(title=patient_name(item, w), items=(*((rich("", end),) if end else ()), *lines))


def _lines_for(item: Item, patient: Patient, w: Words, *kinds: LineKind) -> tuple[str, ...]:
    """Return the library's lines, those about pregnancy only where the age of the review leaves it possible."""
    said, english = w.texts(item.texts).of_kind(*kinds), texts_in(item.texts, "en").of_kind(*kinds)
    years = age(patient.birth_date, w.today) if patient.birth_date is not None else None
    if years is None or years in MAY_BE_PREGNANT or len(said) != len(english):
        return said
    return tuple(line for line, words in zip(said, english, strict=True) if "pregnan" not in words.casefold())


def _beginning(step: Step, dates: KnownDates, w: Words) -> str:
    span = dates.spans.get(step.id)
    return starts_on(span.start, w) if span is not None else ""


def starts_on(start: date, w: Words) -> str:
    """Return when a medicine begins that is not to be taken yet; nothing for one that has begun."""
    if start <= w.today:
        return ""
    return w.t.gettext("Not yet: start on {day}.").format(day=short_day(start, w))


def ending(item: Item, w: Words) -> str:
    """Return how a medicine ends: on a day, or never without a call to us."""
    t, dose = w.t, item.dose
    if not isinstance(dose, MedicineDose):
        return ""
    if _RESCUE in item.drug_classes and dose.trial_end is None:
        return ""  # it is kept at home for the day it is needed, and no blank asks for its end
    last = short_day(dose.trial_end, w) if dose.trial_end is not None else ""
    if dose.stop_rule is StopRule.ON_DATE and not last:
        last = LONG_BLANK
    if dose.stop_rule is StopRule.NEVER_SUDDENLY or (dose.stop_rule is None and last):  # not said: never told to stop
        look = t.gettext("We look at it again on {day}.").format(day=last) if last else ""
        return f"{look} {t.gettext('Do not stop by yourself. Call us first.')}".strip()
    return t.gettext("Use it until {day}, then stop.").format(day=last) if last else ""
