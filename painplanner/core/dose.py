"""How much, how often, where: one kind of dose for each kind of intervention, every field allowed to be unset.

Only impossible values are refused; what a clinician left out stays `None` and is printed as a blank to fill.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from painplanner.core.values import (
    LINE_LIMIT,
    NAME_LIMIT,
    Side,
    Value,
    amount,
    sensible_date,
    tidy,
    whole,
)

MOST_MINUTES = "1440"
MOST_DISTANCE = "1000000"


class Where(StrEnum):
    """Where something is done; only home items print on sheets."""

    HOME = "home"
    CLINIC = "clinic"
    BOTH = "both"


class StopRule(StrEnum):
    """How a medicine ends; the second prints "do not stop by yourself"."""

    ON_DATE = "on-date"
    NEVER_SUDDENLY = "never-suddenly"


class TimeOfDay(StrEnum):
    """When in the day a medicine is taken."""

    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"
    BEDTIME = "bedtime"
    AS_NEEDED = "as-needed"


class Progression(Value, frozen=True, kw_only=True):
    """Add `add` (in the dose's own unit) every `every_days` days up to `up_to`, by the clock, not by the pain.

    It is counted from `since`; unset: from the day the item begins.
    """

    add: Decimal | None = None
    percent: Decimal | None = None
    every_days: int | None = None
    up_to: Decimal | None = None
    since: date | None = None

    def __post_init__(self) -> None:
        """Refuse steps that cannot be."""
        amount(self, "add")
        amount(self, "percent", high="100")
        amount(self, "up_to")
        whole(self, "every_days", 1, 365)
        sensible_date(self, "since")


class Dose(Value, frozen=True, kw_only=True):
    """What every kind of dose has: where it is done and a free line."""

    where: Where = Where.HOME
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the free line."""
        tidy(self, "note", LINE_LIMIT)


class ExerciseDose(Dose, tag="exercise", frozen=True, kw_only=True):
    """Sets of repetitions (or of `duration_s` seconds), each held `hold_s` seconds, on a side.

    `reps_to` closes a range (8 to 12). `load` is in `load_unit` (kg, lb, band colour as text in `note`).
    """

    sets: int | None = None
    reps: int | None = None
    reps_to: int | None = None
    hold_s: int | None = None
    duration_s: int | None = None
    side: Side | None = None
    times_per_day: int | None = None
    days_per_week: int | None = None
    load: Decimal | None = None
    load_unit: str = ""

    def __post_init__(self) -> None:
        """Refuse numbers that no one can do."""
        Dose.__post_init__(self)
        whole(self, "sets", 1, 20)
        whole(self, "reps", 1, 200)
        whole(self, "reps_to", 1, 200)
        whole(self, "hold_s", 0, 600)
        whole(self, "duration_s", 1, 7200)
        whole(self, "times_per_day", 1, 24)
        whole(self, "days_per_week", 1, 7)
        amount(self, "load", high="500")
        tidy(self, "load_unit", 20)


class ActivityDose(Dose, tag="activity", frozen=True, kw_only=True):
    """Minutes or distance by the clock (walking, sitting ladder), with its progression."""

    minutes: Decimal | None = None
    distance: Decimal | None = None
    distance_unit: str = ""
    times_per_day: int | None = None
    days_per_week: int | None = None
    rounds: int | None = None
    progression: Progression | None = None

    def __post_init__(self) -> None:
        """Refuse impossible times and distances."""
        Dose.__post_init__(self)
        amount(self, "minutes", high=MOST_MINUTES)
        amount(self, "distance", high=MOST_DISTANCE)
        tidy(self, "distance_unit", 20)
        whole(self, "times_per_day", 1, 48)
        whole(self, "days_per_week", 1, 7)
        whole(self, "rounds", 1, 50)


class MedicineDose(Dose, tag="medicine", frozen=True, kw_only=True):
    """What a clinician typed for a medicine; nothing here is ever filled from the reference range."""

    amount: Decimal | None = None
    unit: str = ""
    route: str = ""
    times: tuple[TimeOfDay, ...] = ()
    times_per_day: int | None = None
    trial_end: date | None = None
    stop_rule: StopRule | None = None

    def __post_init__(self) -> None:
        """Refuse a negative amount and impossible times."""
        Dose.__post_init__(self)
        amount(self, "amount", high="100000")
        tidy(self, "unit", 40)
        tidy(self, "route", 60)
        whole(self, "times_per_day", 1, 24)
        sensible_date(self, "trial_end")


class ProcedureDose(Dose, tag="procedure", frozen=True, kw_only=True):
    """Where a procedure is done: site, level (L5), side, guidance."""

    where: Where = Where.CLINIC
    site: str = ""
    level: str = ""
    side: Side | None = None
    guidance: str = ""

    def __post_init__(self) -> None:
        """Clean the texts."""
        Dose.__post_init__(self)
        for field in ("site", "level", "guidance"):
            tidy(self, field, NAME_LIMIT)


class BehaviouralDose(Dose, tag="behavioural", frozen=True, kw_only=True):
    """Sessions of so many minutes, so often a week; home practice has its own minutes a day."""

    sessions: int | None = None
    minutes: int | None = None
    per_week: int | None = None
    times_per_day: int | None = None

    def __post_init__(self) -> None:
        """Refuse impossible counts."""
        Dose.__post_init__(self)
        whole(self, "sessions", 1, 200)
        whole(self, "minutes", 1, 480)
        whole(self, "per_week", 1, 14)
        whole(self, "times_per_day", 1, 24)


class CourseDose(Dose, tag="course", frozen=True, kw_only=True):
    """A course of visits: so many, so often a week, for so many weeks."""

    where: Where = Where.CLINIC
    visits: int | None = None
    per_week: int | None = None
    weeks: int | None = None

    def __post_init__(self) -> None:
        """Refuse impossible counts."""
        Dose.__post_init__(self)
        whole(self, "visits", 1, 200)
        whole(self, "per_week", 1, 14)
        whole(self, "weeks", 1, 104)


class DeviceDose(Dose, tag="device", frozen=True, kw_only=True):
    """A device or splint: how long it is worn or used at a time, how often."""

    minutes: int | None = None
    times_per_day: int | None = None
    when: str = ""
    side: Side | None = None

    def __post_init__(self) -> None:
        """Refuse impossible times."""
        Dose.__post_init__(self)
        whole(self, "minutes", 1, 1440)
        whole(self, "times_per_day", 1, 48)
        tidy(self, "when", NAME_LIMIT)


class HandsOnDose(Dose, tag="hands-on", frozen=True, kw_only=True):
    """Hands-on care: minutes in each visit and the number of visits."""

    where: Where = Where.CLINIC
    minutes: int | None = None
    visits: int | None = None
    side: Side | None = None

    def __post_init__(self) -> None:
        """Refuse impossible counts."""
        Dose.__post_init__(self)
        whole(self, "minutes", 1, 240)
        whole(self, "visits", 1, 200)


class Urgency(StrEnum):
    """How soon a referral is wanted."""

    ROUTINE = "routine"
    SOON = "soon"
    URGENT = "urgent"
    SAME_DAY = "same-day"


class ReferralDose(Dose, tag="referral", frozen=True, kw_only=True):
    """To whom, how soon, with which question."""

    where: Where = Where.CLINIC
    to: str = ""
    urgency: Urgency | None = None
    question: str = ""

    def __post_init__(self) -> None:
        """Clean the texts."""
        Dose.__post_init__(self)
        tidy(self, "to", NAME_LIMIT)
        tidy(self, "question", LINE_LIMIT)


AnyDose = (
    ExerciseDose
    | ActivityDose
    | MedicineDose
    | ProcedureDose
    | BehaviouralDose
    | CourseDose
    | DeviceDose
    | HandsOnDose
    | ReferralDose
)


def side_of(dose: AnyDose | None) -> Side | None:
    """Return the side a dose names, `None` where it has no side or the side is unset."""
    return getattr(dose, "side", None)


def has_side(dose: AnyDose | None) -> bool:
    """Tell whether this kind of dose has a side at all."""
    return dose is not None and "side" in dose.__struct_fields__


def minutes_a_day(dose: AnyDose | None) -> Decimal:
    """Estimate the minutes a day that a dose asks for at home (3 s a repetition plus its hold, as a rule of thumb).

    The estimate is a default of the product [D], shown as an estimate.
    """
    if dose is None or dose.where is Where.CLINIC:
        return Decimal(0)
    if isinstance(dose, ExerciseDose):
        return _exercise_minutes(dose)
    if isinstance(dose, ActivityDose):
        return (dose.minutes or Decimal(0)) * (dose.rounds or 1) * (dose.times_per_day or 1)
    if isinstance(dose, BehaviouralDose):
        return Decimal(dose.minutes or 0) * (dose.times_per_day or 1)
    return Decimal(0)


def _exercise_minutes(dose: ExerciseDose) -> Decimal:
    one_set = dose.duration_s or (dose.reps_to or dose.reps or 1) * (3 + (dose.hold_s or 0))
    sides = 2 if dose.side is Side.BOTH else 1
    seconds = one_set * (dose.sets or 1) * sides * (dose.times_per_day or 1)
    return Decimal(seconds) / 60
