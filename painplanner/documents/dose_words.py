"""Doses in words for who does them: short facts for the boxes of a sheet, joined with commas for running text.

What a clinician left open is a blank to fill, never a guess; a medicine says only what was typed.
"""

from __future__ import annotations

from decimal import Decimal

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
    TimeOfDay,
    Urgency,
    has_side,
    side_of,
)
from painplanner.core.plan import Item
from painplanner.core.values import plain
from painplanner.documents.words import BLANK, LONG_BLANK, Words, side_words
from painplanner.text import Translator

Number = int | Decimal | None


def item_facts(item: Item, w: Words) -> tuple[str, ...]:
    """Return the dose of an item as short facts, its side among them wherever one is meant."""
    dose = item.dose if item.dose is not None else _empty(item.kind)
    if dose is None:
        return (side_words(None, w),) if item.two_sided else ()
    return tuple(fact for fact in _facts(dose, item, w) if fact)


def item_dose(item: Item, w: Words) -> str:
    """Return the dose of an item as running words."""
    return ", ".join(item_facts(item, w))


def _empty(kind: str) -> AnyDose | None:
    return {"exercise": ExerciseDose(), "medicine": MedicineDose()}.get(kind)


def _facts(dose: AnyDose, item: Item, w: Words) -> tuple[str, ...]:
    side = _side(dose, item, w)
    if isinstance(dose, ExerciseDose):
        return (*_work(dose, w), side, *_often(dose.times_per_day, dose.days_per_week, w))
    if isinstance(dose, ActivityDose):
        return (*_activity(dose, w), side, *_often(dose.times_per_day, dose.days_per_week, w))
    if isinstance(dose, MedicineDose):
        return medicine_facts(dose, w)
    if isinstance(dose, ProcedureDose):
        return (dose.site, dose.level, side)
    if isinstance(dose, DeviceDose):
        times = times_a_day(dose.times_per_day, w) if dose.times_per_day else ""
        return (_minutes(dose.minutes, w) if dose.minutes else "", times, dose.when, side)
    return (*_visits(dose, w), side)


def _side(dose: AnyDose, item: Item, w: Words) -> str:
    side = side_of(dose)
    return side_words(side, w) if item.two_sided or (has_side(dose) and side is not None) else ""


def _work(dose: ExerciseDose, w: Words) -> tuple[str, ...]:
    """Return rounds, repetitions or seconds, hold and load."""
    only_time = dose.duration_s is not None and dose.reps is None
    if dose.sets == 1 and dose.reps == 1 and dose.reps_to in {None, 1} and dose.times_per_day is not None:
        only_time = True  # "1 round, 1 time, 2 times a day" would be read twice
    sets = "" if only_time and dose.sets in {None, 1} else _rounds(dose.sets, w)
    reps = "" if only_time else _reps(dose, w)
    hold = w.t.ngettext("hold {n} second", "hold {n} seconds", dose.hold_s).format(n=dose.hold_s) if dose.hold_s else ""
    return sets, reps, _seconds(dose.duration_s, w), hold, _load(dose, w)


def _rounds(n: int | None, w: Words) -> str:
    return w.t.ngettext("{n} round", "{n} rounds", _many(n)).format(n=_shown(n))


def _reps(dose: ExerciseDose, w: Words) -> str:
    if dose.reps is not None and dose.reps_to is not None and dose.reps_to != dose.reps:
        return w.t.gettext("{low} to {high} times").format(low=dose.reps, high=dose.reps_to)
    reps = dose.reps if dose.reps is not None else dose.reps_to
    return w.t.ngettext("{n} time", "{n} times", _many(reps)).format(n=_shown(reps))


def _seconds(n: int | None, w: Words) -> str:
    if n is None:
        return ""
    if n % 60 == 0:
        return _minutes(n // 60, w)
    return w.t.ngettext("{n} second", "{n} seconds", n).format(n=n)


def _load(dose: ExerciseDose, w: Words) -> str:
    if dose.load is None:
        return ""
    return w.t.gettext("with {load}").format(load=f"{plain(dose.load)} {dose.load_unit}".strip())


def _activity(dose: ActivityDose, w: Words) -> tuple[str, ...]:
    rounds = _rounds(dose.rounds, w) if dose.rounds is not None else ""
    if dose.distance is not None:
        far = distance_words(dose.distance, dose.distance_unit, w)
        return rounds, far, _minutes(dose.minutes, w) if dose.minutes is not None else ""
    return rounds, _minutes(dose.minutes, w)


def distance_words(n: Decimal, unit: str, w: Words) -> str:
    """Return a distance with its unit in words; a unit that is not known stays as it was typed."""
    t, many = w.t, _many(n)
    known = {
        "m": t.ngettext("{n} meter", "{n} meters", many),
        "km": t.ngettext("{n} kilometer", "{n} kilometers", many),
        "mi": t.ngettext("{n} mile", "{n} miles", many),
        "ft": t.ngettext("{n} foot", "{n} feet", many),
        "yd": t.ngettext("{n} yard", "{n} yards", many),
        "steps": t.ngettext("{n} step", "{n} steps", many),
    }
    spelled = {"mile": "mi", "miles": "mi", "feet": "ft", "step": "steps", "meters": "m"}.get(unit, unit)
    return known.get(spelled, f"{{n}} {unit}").format(n=plain(n)).strip()


def _minutes(n: Number, w: Words) -> str:
    return w.t.ngettext("{n} minute", "{n} minutes", _many(n)).format(n=_shown(n))


def minutes(n: Number, w: Words) -> str:
    """Return minutes in words."""
    return _minutes(n, w)


def _often(times: int | None, days: int | None, w: Words) -> tuple[str, str]:
    return times_a_day(times, w), days_a_week(days, w)


def times_a_day(n: int | None, w: Words) -> str:
    """Return how often a day, a blank when that was left open."""
    return w.t.ngettext("{n} time a day", "{n} times a day", _many(n)).format(n=_shown(n))


def days_a_week(n: int | None, w: Words) -> str:
    """Return on how many days of a week, a blank when that was left open."""
    if n == 7:
        return w.t.gettext("every day")
    return w.t.ngettext("{n} day a week", "{n} days a week", _many(n)).format(n=_shown(n))


def medicine_facts(dose: MedicineDose, w: Words) -> tuple[str, ...]:
    """Return what was typed for a medicine; a long blank stands where no amount was."""
    amount = amount_words(dose, w) or LONG_BLANK
    often = times_a_day(dose.times_per_day, w) if dose.times_per_day is not None else ""
    hours = tuple(_hour(hour, w) for hour in dose.times)
    return tuple(fact for fact in (amount, route_words(dose.route, w), often, *hours) if fact)


def amount_words(dose: MedicineDose, w: Words) -> str:
    """Return the amount of a medicine as it was typed, nothing where none was; a unit that is a word is told in it."""
    return counted_words(dose.amount, dose.unit, w.t) if dose.amount is not None else ""


def counted_words(n: Decimal, unit: str, t: Translator) -> str:
    """Return a number with what is counted; a unit that is not known stays as it was typed."""
    many = _many(n)
    known = {
        "tablet": t.ngettext("{n} tablet", "{n} tablets", many),
        "capsule": t.ngettext("{n} capsule", "{n} capsules", many),
        "drop": t.ngettext("{n} drop", "{n} drops", many),
        "patch": t.ngettext("{n} patch", "{n} patches", many),
        "spray": t.ngettext("{n} spray", "{n} sprays", many),
        "puff": t.ngettext("{n} puff", "{n} puffs", many),
        "pump": t.ngettext("{n} pump", "{n} pumps", many),
        "application": t.ngettext("{n} application", "{n} applications", many),
        "unit": t.ngettext("{n} unit", "{n} units", many),
        "spoon": t.ngettext("{n} spoon", "{n} spoons", many),
    }
    one = known.get(unit) or known.get(unit.removesuffix("s")) or known.get(unit.removesuffix("es"))
    return (one or f"{{n}} {unit.replace('{', '{{').replace('}', '}}')}").format(n=plain(n)).strip()


def route_words(route: str, w: Words) -> str:
    """Return how a medicine is taken; the usual short forms are written out, other words stay as typed."""
    t = w.t
    known = {
        "by mouth": t.gettext("by mouth"),
        "on the skin": t.gettext("on the skin"),
        "under the tongue": t.gettext("under the tongue"),
        "po": t.gettext("by mouth"),
        "oral": t.gettext("by mouth"),
        "top": t.gettext("on the skin"),
        "topical": t.gettext("on the skin"),
        "sl": t.gettext("under the tongue"),
        "sublingual": t.gettext("under the tongue"),
        "nasal": t.gettext("in the nose"),
    }
    return known.get(route.strip().casefold().rstrip("."), route.strip())


def _hour(hour: TimeOfDay, w: Words) -> str:
    t = w.t
    return {
        TimeOfDay.MORNING: t.gettext("in the morning"),
        TimeOfDay.NOON: t.gettext("at noon"),
        TimeOfDay.EVENING: t.gettext("in the evening"),
        TimeOfDay.BEDTIME: t.gettext("at bedtime"),
        TimeOfDay.AS_NEEDED: t.gettext("only when you need it"),
    }[hour]


def _visits(dose: BehaviouralDose | CourseDose | HandsOnDose | ReferralDose, w: Words) -> tuple[str, ...]:
    if isinstance(dose, BehaviouralDose):
        times = times_a_day(dose.times_per_day, w) if dose.times_per_day else ""
        return (_sessions(dose.sessions, w), _minutes(dose.minutes, w) if dose.minutes else "", times,
                _a_week(dose.per_week, w))  # fmt: skip
    if isinstance(dose, CourseDose):
        weeks = w.t.ngettext("for {n} week", "for {n} weeks", dose.weeks).format(n=dose.weeks) if dose.weeks else ""
        return _visit(dose.visits, w), _a_week(dose.per_week, w), weeks
    if isinstance(dose, HandsOnDose):
        each = w.t.gettext("{minutes} each time").format(minutes=_minutes(dose.minutes, w)) if dose.minutes else ""
        return _visit(dose.visits, w), each
    return dose.to, _urgency(dose.urgency, w)


def _sessions(n: int | None, w: Words) -> str:
    return w.t.ngettext("{n} session", "{n} sessions", n).format(n=n) if n else ""


def _visit(n: int | None, w: Words) -> str:
    return w.t.ngettext("{n} visit", "{n} visits", n).format(n=n) if n else ""


def _a_week(n: int | None, w: Words) -> str:
    return w.t.ngettext("{n} time a week", "{n} times a week", n).format(n=n) if n else ""


def _urgency(urgency: Urgency | None, w: Words) -> str:
    if urgency is None or urgency is Urgency.ROUTINE:
        return ""
    return {
        Urgency.SOON: w.t.gettext("soon"),
        Urgency.URGENT: w.t.gettext("urgent"),
        Urgency.SAME_DAY: w.t.gettext("on the same day"),
    }[urgency]


def _shown(n: Number) -> str:
    return BLANK if n is None else plain(n)


def _many(n: Number) -> int:
    """Return the number that chooses singular or plural: a blank or a part of one takes the plural."""
    return 1 if n == 1 else 2
