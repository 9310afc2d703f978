"""The stop-and-call box in two parts: emergency room now, and call us today.

Lines beyond the general ones stand there only when the plan gives a reason: a procedure, a kind of medicine, a region.
Those of procedures are what UI Health, UW Health and others hand out [R], the rest is general knowledge [K].
"""

from __future__ import annotations

from dataclasses import dataclass

from painplanner.core.patient import Coded, Patient
from painplanner.core.plan import Item, Plan, StepStatus, items_of
from painplanner.core.practice import Practice
from painplanner.core.treatment import is_needle
from painplanner.core.values import Answer, Region
from painplanner.documents.blocks import Stop
from painplanner.documents.words import LONG_BLANK, Words

_SPINE = frozenset({Region.NECK, Region.UPPER_BACK, Region.LUMBAR, Region.PELVIS})
_HEAD = frozenset({Region.NECK, Region.HEAD, Region.JAW})
_SPINE_WORDS = ("epidural", "spinal", "caudal", "nerve_root", "facet", "medial_branch", "radiofrequency", "stimul")


@dataclass(frozen=True)
class Reasons:
    """What a plan gives the box reason to mention."""

    procedure: bool = False
    spine_procedure: bool = False
    other_procedure: bool = False
    medicine: bool = False
    nsaid_in_the_blood: bool = False
    classes: frozenset[str] = frozenset()
    blood_thinner: bool = False
    diabetes: bool = False
    head: bool = False


def reasons(plan: Plan, patient: Patient) -> Reasons:
    """Return what of the plan and its patient the box must know."""
    items = [item for step, item in items_of(plan) if step.status is not StepStatus.SKIPPED and not item.stopped_on]
    shots = [item for item in items if is_needle(item)]
    is_thinned = patient.safety.blood_thinner is Answer.YES  # then the little that a gel brings into the blood counts
    classes = [frozenset(name.casefold().replace("_", "-") for name in item.drug_classes) for item in items]
    return Reasons(
        procedure=bool(shots),
        spine_procedure=any(_is_spinal(item, plan) for item in shots),
        other_procedure=any(not _is_spinal(item, plan) for item in shots),
        medicine=any(item.kind == "medicine" for item in items),
        nsaid_in_the_blood=any("nsaid" in mine and (is_thinned or "topical-nsaid" not in mine) for mine in classes),
        classes=frozenset[str]().union(*classes),
        blood_thinner=is_thinned,
        diabetes=any(isinstance(c, Coded) and c.code.endswith("diabetes") for c in patient.conditions),
        head=plan.region in _HEAD,
    )


def _is_spinal(item: Item, plan: Plan) -> bool:
    return plan.region in _SPINE or any(word in item.source for word in _SPINE_WORDS)


def stop_box(plan: Plan, patient: Patient, practice: Practice, w: Words) -> Stop:
    """Return the box of a plan: both parts and both numbers; a number that is not known is a blank to fill."""
    t = w.t
    why = reasons(plan, patient)
    return Stop(
        emergency_title=t.gettext("Call {number} or go to the emergency room now").format(
            number=practice.emergency or "911"
        ),
        emergency=_emergency(why, w),
        call_title=t.gettext("Call us today"),
        call=_call(why, practice, w),
        phones=(
            (t.gettext("In office hours"), practice.phone or LONG_BLANK),
            (t.gettext("After hours"), practice.after_hours or LONG_BLANK),
        ),
        sign=t.gettext("STOP"),
    )


def _emergency(why: Reasons, w: Words) -> tuple[str, ...]:
    t = w.t
    sleepy = t.gettext("You cannot stay awake, or you breathe slowly. Someone should give you naloxone")
    lines = [
        (True, t.gettext("New weakness in an arm or a leg, or your foot drops")),
        (True, t.gettext("You feel numb between your legs")),
        (True, t.gettext("You cannot pass urine, or you cannot hold urine or stool")),
        (True, t.gettext("Chest pain, hard to breathe, or you faint")),
        (why.procedure, t.gettext("After a shot: fever of 100.4 °F (38 °C) or more, chills, or a stiff neck")),
        (why.other_procedure, t.gettext("After a shot: the joint is hot and swollen")),
        (why.procedure or why.medicine, t.gettext("Swelling of your face or throat, wheezing, or hives")),
        ("opioid" in why.classes, sleepy),
        *_bleeding_and_sight(why, w),
    ]
    return tuple(text.replace(" °", "\u00a0°") for holds, text in lines if holds)


def _bleeding_and_sight(why: Reasons, w: Words) -> list[tuple[bool, str]]:
    t = w.t
    if why.procedure:
        return [(True, t.gettext("Bleeding that will not stop, or a sudden change in how you see"))]
    return [
        (why.blood_thinner, t.gettext("Bleeding that will not stop")),
        (why.head, t.gettext("A sudden change in how you see")),
    ]


def _call(why: Reasons, practice: Practice, w: Words) -> tuple[str, ...]:
    t = w.t
    dark = t.gettext("Dark thoughts, or you want to hurt yourself. You can also call or text {number}, day or night")
    lines = [
        *_after_a_shot(why, w),
        *_with_a_medicine(why, w),
        (True, t.gettext("New numbness in an arm or a leg, or one calf is swollen, warm and sore")),
        (True, dark.format(number=practice.crisis_line or "988")),
    ]
    return tuple(text for holds, text in lines if holds)


def _after_a_shot(why: Reasons, w: Words) -> list[tuple[bool, str]]:
    t = w.t
    sugar = why.procedure and (why.diabetes or "corticosteroid" in why.classes)
    return [
        (why.spine_procedure, t.gettext("A headache that is worse when you sit or stand up")),
        (why.procedure, t.gettext("The place of the shot is red, warm or leaks pus, or hurts more after day 3")),
        (sugar, t.gettext("With diabetes: blood sugar over 300, or over the limit your team set")),
    ]


def _with_a_medicine(why: Reasons, w: Words) -> list[tuple[bool, str]]:
    t = w.t
    rash, yellow = t.gettext("A new rash"), t.gettext("A new rash, or your skin or eyes turn yellow")
    liver = bool(why.classes & {"acetaminophen", "snri"})
    return [
        (why.nsaid_in_the_blood, t.gettext("Black stools, you vomit blood, or you pass less urine")),
        (why.medicine, yellow if liver else rash),
        ("cns-active" in why.classes, t.gettext("You are confused, very sleepy, or you fall")),
    ]
