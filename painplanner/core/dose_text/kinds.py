"""What may stand in the line of each kind of dose, and the words that stay as they were typed."""

from __future__ import annotations

import re

from painplanner.core.dose import (
    ActivityDose,
    BehaviouralDose,
    CourseDose,
    DeviceDose,
    Dose,
    ExerciseDose,
    HandsOnDose,
    MedicineDose,
    ProcedureDose,
    ReferralDose,
    TimeOfDay,
    Urgency,
    Where,
)
from painplanner.core.dose_text import vocabulary as v
from painplanner.core.dose_text.tokens import (
    DASH,
    DECIMAL,
    QUOTED,
    WHOLE,
    Found,
    Match,
    Rule,
    decimal_number,
    free_words,
    kept,
    quoted,
    rule,
    said,
    unquote,
    whole_number,
)
from painplanner.core.values import Side, parse_decimal

LOAD_UNITS = ("kg", "lb", "lbs", "g", "N")
DISTANCE_UNITS = (
    "m", "km", "mi", "mile", "miles", "yd", "yards", "ft", "feet", "step", "steps", "flight", "flights", "block",
    "blocks", "lap", "laps",
)  # fmt: skip
AMOUNT_UNITS = (
    "mg", "mcg", "g", "mL", "L", "%", "mcg/h", "mg/mL", "unit", "units", "IU", "cm", "drop", "drops", "puff", "puffs",
    "tablet", "tablets", "tab", "tabs", "capsule", "capsules", "cap", "caps", "patch", "patches", "spray", "sprays",
    "pump", "pumps", "application", "applications", "spoon", "spoons",
)  # fmt: skip
ROUTES = (
    "po", "oral", "by mouth", "sl", "sublingual", "under the tongue", "top", "topical", "on the skin", "nasal", "iv",
    "im", "sc", "subq", "pr", "rectal", "transdermal", "td", "inhaled",
)  # fmt: skip
GUIDANCE = ("fluoroscopy", "fluoro", "ultrasound", "CT", "landmark", "x-ray")
LEVEL = r"[CTLS]\d{1,2}(?:[-/–][CTLS]?\d{1,2})*"


def _any(words: tuple[str, ...]) -> str:
    return "(" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


def _seconds(number: str, unit: str) -> int:
    return int(number) * (60 if unit.casefold().startswith("m") else 1)


def _filled(**fields: object) -> Found:
    return {field: value for field, value in fields.items() if value is not None}


def _either_way(word: str) -> str:
    return word.replace("-", r"[\s-]")


def _unit(word: str, quoted_word: str | None) -> str:
    return v.unit_of(word) if quoted_word is None else unquote(quoted_word)


def _sets(match: Match) -> int | None:
    return int(match[1]) if match[1] else None


_WHERE = (
    said("where", Where.BOTH, v.AT_BOTH),
    said("where", Where.HOME, v.AT_HOME),
    said("where", Where.CLINIC, v.IN_CLINIC),
)
_SIDE = (
    said("side", Side.LEFT, v.LEFT),
    said("side", Side.RIGHT, v.RIGHT),
    said("side", Side.BOTH, v.BOTH_SIDES),
    said("side", None, r"\?"),
)
_TIMES_A_DAY = (
    whole_number("times_per_day", rf"{WHOLE}\s*{v.OFTEN}?\s*(?:{v.A_DAY}|daily)"),
    said("times_per_day", 1, v.ONCE_A_DAY),
    said("times_per_day", 2, v.TWICE_A_DAY),
    said("times_per_day", 3, r"tid"),
    said("times_per_day", 4, r"qid"),
)
_DAYS_A_WEEK = (
    whole_number("days_per_week", rf"{WHOLE}\s*(?:{v.OFTEN}|{v.DAYS})?\s*{v.A_WEEK}"),
    said("days_per_week", 7, v.EVERY_DAY),
    rule(v.DAILY, lambda _m: {"times_per_day": 1, "days_per_week": 7}),
)
_PER_WEEK = whole_number("per_week", rf"{WHOLE}\s*{v.OFTEN}?\s*{v.A_WEEK}")
_MINUTES = whole_number("minutes", rf"{WHOLE}\s*{v.MINUTES}")
_VISITS = whole_number("visits", rf"{WHOLE}\s*{v.VISITS}")

_EXERCISE = (
    *_TIMES_A_DAY,
    *_DAYS_A_WEEK,
    rule(
        rf"(?:{WHOLE}\s*)?{v.TIMES}\s*{WHOLE}\s*({v.SECONDS}|{v.MINUTES})",
        lambda m: _filled(sets=_sets(m), duration_s=_seconds(m[2], m[3])),
    ),
    rule(
        rf"(?:{WHOLE}\s*)?{v.TIMES}\s*{WHOLE}\s*(?:{DASH}|to|a)\s*{WHOLE}",
        lambda m: _filled(sets=_sets(m), reps=int(m[2]), reps_to=int(m[3])),
    ),
    rule(rf"(?:{WHOLE}\s*)?{v.TIMES}\s*{WHOLE}", lambda m: _filled(sets=_sets(m), reps=int(m[2]))),
    whole_number("sets", rf"{WHOLE}\s*(?:{v.SETS}|{v.TIMES})"),
    whole_number("reps", rf"{WHOLE}\s*{v.REPETITIONS}"),
    whole_number("reps_to", rf"{v.UP_TO}\s*{WHOLE}"),
    rule(rf"{v.FOR}\s*{WHOLE}\s*({v.SECONDS}|{v.MINUTES})", lambda m: {"duration_s": _seconds(m[1], m[2])}),
    rule(rf"{WHOLE}\s*{v.MINUTES}", lambda m: {"duration_s": int(m[1]) * 60}),
    whole_number("hold_s", rf"{v.HOLD}?\s*{WHOLE}\s*{v.SECONDS}(?:\s*hold)?"),
    whole_number("hold_s", rf"{v.HOLD}\s*{WHOLE}"),
    rule(
        rf"(?:@|with)?\s*{DECIMAL}\s*{_any(LOAD_UNITS)}",
        lambda m: {"load": parse_decimal(m[1], "load"), "load_unit": m[2]},
    ),
    rule(
        rf"(?:@|{v.LOAD})\s*{DECIMAL}(?:\s*{QUOTED})?",
        lambda m: _filled(load=parse_decimal(m[1], "load"), load_unit=None if m[2] is None else unquote(m[2])),
    ),
    quoted("load_unit", v.LOAD),
    *_SIDE,
    *_WHERE,
)

_ADDED = rf"\+\s*{DECIMAL}(?:\s*(?:{v.MINUTES}|{_any(DISTANCE_UNITS)}))?"
_ACTIVITY = (
    *_TIMES_A_DAY,
    *_DAYS_A_WEEK,
    rule(
        rf"{WHOLE}\s*{v.TIMES}\s*{DECIMAL}\s*{v.MINUTES}",
        lambda m: {"rounds": int(m[1]), "minutes": parse_decimal(m[2], "minutes")},
    ),
    rule(
        rf"{WHOLE}\s*{v.TIMES}\s*{DECIMAL}\s*{_any(DISTANCE_UNITS)}",
        lambda m: {"rounds": int(m[1]), "distance": parse_decimal(m[2], "distance"), "distance_unit": m[3]},
    ),
    whole_number("rounds", rf"{WHOLE}\s*(?:{v.ROUNDS}|{v.TIMES})"),
    decimal_number("minutes", rf"{DECIMAL}\s*{v.MINUTES}"),
    rule(
        rf"{DECIMAL}\s*{_any(DISTANCE_UNITS)}",
        lambda m: {"distance": parse_decimal(m[1], "distance"), "distance_unit": m[2]},
    ),
    rule(
        rf"{v.DISTANCE}\s*{DECIMAL}(?:\s*{QUOTED})?",
        lambda m: _filled(
            distance=parse_decimal(m[1], "distance"), distance_unit=None if m[2] is None else unquote(m[2])
        ),
    ),
    quoted("distance_unit", v.DISTANCE),
    decimal_number("progression.percent", rf"\+\s*{DECIMAL}\s*(?:%|percent)"),
    decimal_number("progression.add", _ADDED),
    whole_number("progression.every_days", rf"{v.EVERY}\s*{WHOLE}\s*{v.DAYS}"),
    rule(rf"{v.EVERY}\s*{WHOLE}\s*{v.WEEKS}", lambda m: {"progression.every_days": int(m[1]) * 7}),
    said("progression.every_days", 7, v.EVERY_WEEK),
    decimal_number("progression.up_to", rf"{v.UP_TO}\s*{DECIMAL}(?:\s*(?:{v.MINUTES}|{_any(DISTANCE_UNITS)}))?"),
    *_WHERE,
)

_MEDICINE = (
    *_TIMES_A_DAY,
    said("times_per_day", 1, v.DAILY),
    rule(
        rf"{DECIMAL}\s*(?:{_any((*AMOUNT_UNITS, *v.UNITS_ELSEWHERE))}|{QUOTED})",
        lambda m: {"amount": parse_decimal(m[1], "amount"), "unit": _unit(m[2], m[3])},
    ),
    decimal_number("amount", DECIMAL),
    quoted("unit", v.UNIT),
    *(said("route", route, v.also(route)) for route in v.ROUTES),
    kept("route", ROUTES),
    quoted("route", v.BY),
    rule(v.MORNING, lambda _m: {"times": (TimeOfDay.MORNING,)}),
    rule(v.NOON, lambda _m: {"times": (TimeOfDay.NOON,)}),
    rule(v.EVENING, lambda _m: {"times": (TimeOfDay.EVENING,)}),
    rule(v.BEDTIME, lambda _m: {"times": (TimeOfDay.BEDTIME,)}),
    rule(v.AS_NEEDED, lambda _m: {"times": (TimeOfDay.AS_NEEDED,)}),
    *_WHERE,
)

_PROCEDURE = (
    rule(rf"({LEVEL})", lambda m: {"level": m[1]}),
    quoted("level", v.AT_LEVEL),
    *(said("guidance", way, v.also(way)) for way in v.GUIDANCE),
    kept("guidance", GUIDANCE),
    quoted("guidance", v.GUIDED),
    *_SIDE,
    *_WHERE,
    free_words("site"),
)

_BEHAVIOURAL = (
    *_TIMES_A_DAY,
    said("times_per_day", 1, v.DAILY),
    _PER_WEEK,
    rule(
        rf"{WHOLE}\s*{v.TIMES}\s*{WHOLE}\s*{v.MINUTES}",
        lambda m: {"sessions": int(m[1]), "minutes": int(m[2])},
    ),
    whole_number("sessions", rf"{WHOLE}\s*(?:{v.SESSIONS}|{v.TIMES})"),
    _MINUTES,
    *_WHERE,
)

_COURSE = (_VISITS, _PER_WEEK, whole_number("weeks", rf"{WHOLE}\s*{v.WEEKS}"), *_WHERE)
_DEVICE = (
    *_TIMES_A_DAY,
    said("times_per_day", 1, v.DAILY),
    _MINUTES,
    *_SIDE,
    *_WHERE,
    free_words("when"),
)
_HANDS_ON = (_MINUTES, _VISITS, *_SIDE, *_WHERE)
_REFERRAL = (
    *(said("urgency", one, f"{_either_way(one.value)}|{v.also(one.value)}") for one in Urgency),
    quoted("question", v.FOR),
    *_WHERE,
    free_words("to"),
)

RULES: dict[type[Dose], tuple[Rule, ...]] = {
    ExerciseDose: _EXERCISE,
    ActivityDose: _ACTIVITY,
    MedicineDose: _MEDICINE,
    ProcedureDose: _PROCEDURE,
    BehaviouralDose: _BEHAVIOURAL,
    CourseDose: _COURSE,
    DeviceDose: _DEVICE,
    HandsOnDose: _HANDS_ON,
    ReferralDose: _REFERRAL,
}

CARRIED: dict[type[Dose], tuple[str, ...]] = {
    ExerciseDose: (
        *("sets", "reps", "reps_to", "hold_s", "duration_s", "times_per_day", "days_per_week", "load", "load_unit"),
    ),
    ActivityDose: ("minutes", "distance", "distance_unit", "times_per_day", "days_per_week", "rounds", "progression"),
    MedicineDose: ("amount", "unit", "route", "times", "times_per_day"),
    ProcedureDose: ("site", "level", "guidance"),
    BehaviouralDose: ("sessions", "minutes", "per_week", "times_per_day"),
    CourseDose: ("visits", "per_week", "weeks"),
    DeviceDose: ("minutes", "times_per_day", "when"),
    HandsOnDose: ("minutes", "visits"),
    ReferralDose: ("to", "urgency", "question"),
}
"""The fields a line says in full: what is not in it is unset. Side and place stay unless they are typed."""
