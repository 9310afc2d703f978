"""Which fields each kind of dose has, in the order a clinician says them: data from which the fields are built."""

from __future__ import annotations

from dataclasses import dataclass

from painplanner.core.dose import (
    ActivityDose,
    AnyDose,
    BehaviouralDose,
    CourseDose,
    DeviceDose,
    ExerciseDose,
    HandsOnDose,
    MedicineDose,
    ProcedureDose,
    ReferralDose,
)
from painplanner.text import _


@dataclass(frozen=True)
class Blank:
    """One field: its place in the dose ("progression.add" stands inside), its name, how it is entered, its unit.

    Kinds: whole, decimal, line, long, times, rule, urgency, day. Whole numbers, decimals and lines stand two in a row.
    What is rare waits behind a fold until it is wanted or set.
    """

    field: str
    name: str
    kind: str = "whole"
    unit: str = ""
    is_rare: bool = False

    @property
    def is_wide(self) -> bool:
        """Tell whether it takes the whole width."""
        return self.kind not in {"whole", "decimal", "line"}


EMPTY: dict[str, AnyDose] = {
    "exercise": ExerciseDose(),
    "activity": ActivityDose(),
    "medicine": MedicineDose(),
    "procedure": ProcedureDose(),
    "behavioural": BehaviouralDose(),
    "course": CourseDose(),
    "device": DeviceDose(),
    "hands-on": HandsOnDose(),
    "referral": ReferralDose(),
}
"""A dose of each kind with nothing set."""


def kind_of(dose: AnyDose | None) -> str:
    """Return the key of a kind of dose, nothing for none."""
    return next((key for key, empty in EMPTY.items() if type(empty) is type(dose)), "")


def blanks(kind: str) -> tuple[Blank, ...]:
    """Return the fields of a kind of dose."""
    return _BLANKS[kind]()


def _exercise() -> tuple[Blank, ...]:
    return (
        Blank("sets", _("Sets")),
        Blank("reps", _("Repetitions")),
        Blank("hold_s", _("Hold"), unit=_("s")),
        Blank("times_per_day", _("Times a day")),
        Blank("days_per_week", _("Days a week")),
        Blank("reps_to", _("Up to"), unit=_("repetitions"), is_rare=True),
        Blank("duration_s", _("Or for"), unit=_("s"), is_rare=True),
        Blank("load", _("Load"), "decimal", is_rare=True),
        Blank("load_unit", _("Unit of load"), "line", is_rare=True),
    )


def _activity() -> tuple[Blank, ...]:
    return (
        Blank("minutes", _("Start with"), "decimal", _("min")),
        Blank("times_per_day", _("Times a day")),
        Blank("days_per_week", _("Days a week")),
        Blank("rounds", _("Rounds")),
        Blank("progression.add", _("Add"), "decimal"),
        Blank("progression.every_days", _("Every"), unit=_("days")),
        Blank("progression.up_to", _("Up to"), "decimal"),
        Blank("progression.percent", _("Or add"), "decimal", "%", is_rare=True),
        Blank("distance", _("Distance"), "decimal", is_rare=True),
        Blank("distance_unit", _("Unit of distance"), "line", is_rare=True),
    )


def _medicine() -> tuple[Blank, ...]:
    return (
        Blank("amount", _("Amount"), "decimal"),
        Blank("unit", _("Unit"), "line"),
        Blank("route", _("Route"), "line"),
        Blank("times_per_day", _("Times a day")),
        Blank("times", _("When in the day"), "times"),
        Blank("trial_end", _("Trial ends"), "day"),
        Blank("stop_rule", _("How it ends"), "rule"),
    )


def _procedure() -> tuple[Blank, ...]:
    return (
        Blank("site", _("Site"), "long"),
        Blank("level", _("Level"), "line"),
        Blank("guidance", _("Guidance"), "line"),
    )


def _behavioural() -> tuple[Blank, ...]:
    return (
        Blank("sessions", _("Sessions")),
        Blank("minutes", _("Each"), unit=_("min")),
        Blank("per_week", _("Times a week")),
        Blank("times_per_day", _("At home, times a day")),
    )


def _course() -> tuple[Blank, ...]:
    return (
        Blank("visits", _("Visits")),
        Blank("per_week", _("Times a week")),
        Blank("weeks", _("For"), unit=_("weeks")),
    )


def _device() -> tuple[Blank, ...]:
    return (
        Blank("minutes", _("At a time"), unit=_("min")),
        Blank("times_per_day", _("Times a day")),
        Blank("when", _("When"), "long"),
    )


def _hands_on() -> tuple[Blank, ...]:
    return (Blank("minutes", _("Each visit"), unit=_("min")), Blank("visits", _("Visits")))


def _referral() -> tuple[Blank, ...]:
    return (
        Blank("to", _("To"), "long"),
        Blank("urgency", _("How soon"), "urgency"),
        Blank("question", _("Question"), "long"),
    )


_BLANKS = {
    "exercise": _exercise,
    "activity": _activity,
    "medicine": _medicine,
    "procedure": _procedure,
    "behavioural": _behavioural,
    "course": _course,
    "device": _device,
    "hands-on": _hands_on,
    "referral": _referral,
}
