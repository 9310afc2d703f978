"""The closed lists a form offers, as (key, words); the empty key stands for "not set"."""

from __future__ import annotations

from painplanner.core.dose import StopRule, TimeOfDay, Urgency, Where
from painplanner.core.measure import TargetKind
from painplanner.core.plan import (
    ActionKind,
    Combine,
    LineKind,
    Plan,
    Purpose,
    StepStatus,
    TeachBack,
)
from painplanner.core.values import Discipline, Mechanism, Region, Side, text_in
from painplanner.services.words import discipline_words, purpose_words, region_words, status_words, step_title
from painplanner.text import _

Options = tuple[tuple[str, str], ...]


def sides() -> Options:
    """Return the sides; an unset one prints to be circled."""
    return (
        (Side.LEFT.value, _("Left")),
        (Side.RIGHT.value, _("Right")),
        (Side.BOTH.value, _("Both")),
        ("", _("Unset")),
    )


def read_side(key: str) -> Side:
    """Return the side of a key."""
    return Side(key)


def purposes() -> tuple[tuple[str, str, str], ...]:
    """Return the four purposes with the role of their colour."""
    return tuple((purpose.value, purpose_words(purpose), purpose.value) for purpose in Purpose)


def places() -> Options:
    """Return where something is done."""
    return ((Where.HOME.value, _("Home")), (Where.CLINIC.value, _("Clinic")), (Where.BOTH.value, _("Both")))


def regions() -> Options:
    """Return the regions of the body."""
    return (("", _("Not set")), *((region.value, region_words(region)) for region in Region))


def mechanisms() -> Options:
    """Return the mechanisms of pain."""
    words = {
        Mechanism.NOCICEPTIVE: _("Nociceptive"),
        Mechanism.NEUROPATHIC: _("Neuropathic"),
        Mechanism.NOCIPLASTIC: _("Nociplastic"),
        Mechanism.MIXED: _("Mixed"),
    }
    return (("", _("Not set")), *((mechanism.value, word) for mechanism, word in words.items()))


def disciplines(none: str = "") -> Options:
    """Return the members of the team; `none` names the empty choice."""
    known = tuple((each.value, discipline_words(each)) for each in Discipline)
    return (("", none or _("Not set")), *known)


def statuses() -> Options:
    """Return where a step may stand."""
    return tuple((status.value, status_words(status)) for status in StepStatus)


def answers_back() -> Options:
    """Return whether the patient showed it back."""
    return (
        (TeachBack.YES.value, _("Yes")),
        (TeachBack.PARTLY.value, _("Partly")),
        (TeachBack.NO.value, _("No")),
        (TeachBack.NOT_RECORDED.value, _("Not yet")),
    )


def stop_rules() -> Options:
    """Return the two ways a medicine ends."""
    return (
        (StopRule.ON_DATE.value, _("Stop on the date")),
        (StopRule.NEVER_SUDDENLY.value, _("Never stop suddenly")),
    )


def times_of_day() -> Options:
    """Return when in the day a medicine is taken."""
    return (
        (TimeOfDay.MORNING.value, _("Morning")),
        (TimeOfDay.NOON.value, _("Noon")),
        (TimeOfDay.EVENING.value, _("Evening")),
        (TimeOfDay.BEDTIME.value, _("Bedtime")),
        (TimeOfDay.AS_NEEDED.value, _("As needed")),
    )


def urgencies() -> Options:
    """Return how soon a referral is wanted."""
    return (
        ("", _("Not set")),
        (Urgency.ROUTINE.value, _("Routine")),
        (Urgency.SOON.value, _("Soon")),
        (Urgency.URGENT.value, _("Urgent")),
        (Urgency.SAME_DAY.value, _("Same day")),
    )


def line_kinds() -> Options:
    """Return the kinds of sentence for the patient."""
    words = {
        LineKind.SETUP: _("Set-up"), LineKind.STEP: _("Step"), LineKind.CUE: _("Form"),
        LineKind.BREATHING: _("Breathing"), LineKind.SAFETY: _("Safety"), LineKind.BENEFIT: _("Benefit"),
        LineKind.RISK: _("Risk"), LineKind.PREPARE: _("Before"), LineKind.AFTERCARE: _("Afterwards"),
        LineKind.CALL: _("Stop and call"), LineKind.INFO: _("Good to know"),
    }  # fmt: skip
    return tuple((kind.value, word) for kind, word in words.items())


def dose_kinds() -> Options:
    """Return the kinds of dose; the empty one stands for none."""
    return (
        ("", _("No dose")),
        ("exercise", _("Sets and repetitions")),
        ("activity", _("Minutes or distance")),
        ("medicine", _("Medicine")),
        ("procedure", _("Procedure")),
        ("behavioural", _("Sessions")),
        ("course", _("Course of visits")),
        ("device", _("Device or splint")),
        ("hands-on", _("Hands-on care")),
        ("referral", _("Referral")),
    )


def combines() -> Options:
    """Return how the criteria of a checkpoint join."""
    return (
        (Combine.ALL.value, _("All")),
        (Combine.ANY.value, _("Any")),
        (Combine.AT_LEAST.value, _("At least")),
    )


def target_kinds() -> Options:
    """Return how a target is meant."""
    return (
        ("", _("No target yet")),
        (TargetKind.VALUE.value, _("Reach")),
        (TargetKind.CHANGE.value, _("Change by")),
        (TargetKind.PERCENT.value, _("Change by percent")),
        (TargetKind.MCID.value, _("A change that matters (MCID)")),
    )


def actions() -> Options:
    """Return what may follow an outcome."""
    return (
        ("", _("Not decided yet")),
        (ActionKind.CONTINUE.value, _("Continue")),
        (ActionKind.PROGRESS.value, _("Progress the dose")),
        (ActionKind.NEXT_STEP.value, _("Go on to a step")),
        (ActionKind.STOP_TRIAL.value, _("Stop the trial")),
        (ActionKind.RECHECK.value, _("Recheck")),
        (ActionKind.RECONSIDER.value, _("Reconsider a driver")),
        (ActionKind.DISCUSS.value, _("Discuss")),
        (ActionKind.REFER.value, _("Refer")),
        (ActionKind.HAND_OVER.value, _("Hand over to self-management")),
    )


def steps_of(plan: Plan, but: str = "") -> Options:
    """Return the steps of a plan with their numbers, without one of them."""
    numbered = enumerate(plan.steps, 1)
    return tuple((step.id, f"{n}  {step_title(step, plan)}") for n, step in numbered if step.id != but)


def drivers_of(plan: Plan, lang: str) -> Options:
    """Return the drivers of a plan in their words."""
    return tuple((d.id, d.text or text_in(d.words, lang) or _("Driver without words")) for d in plan.drivers)
