"""Writing a dose as a compact line that reads back as the same dose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from painplanner.core.dose import (
    ActivityDose,
    AnyDose,
    BehaviouralDose,
    CourseDose,
    DeviceDose,
    Dose,
    ExerciseDose,
    HandsOnDose,
    MedicineDose,
    ProcedureDose,
    Progression,
    ReferralDose,
    Where,
    side_of,
)
from painplanner.core.dose_text.kinds import RULES
from painplanner.core.dose_text.tokens import quote, read
from painplanner.core.dose_text.vocabulary import Say, speaker
from painplanner.core.values import Impossible, Side, plain

_SIDES = {Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: "both"}
_PLACES = {Where.HOME: "home", Where.CLINIC: "clinic", Where.BOTH: "home + clinic"}


def dose_line(dose: AnyDose | None, lang: str = "en") -> str:
    """Return a dose as one line ("3 × 10 · 5 s · 2/d · L") in a language; nothing for no dose."""
    if dose is None:
        return ""
    side, kind, say = side_of(dose), type(dose), speaker(lang)
    place = "" if dose.where is kind().where else say(_PLACES[dose.where])
    return " · ".join(part for part in (*_WRITERS[kind](dose, say), say(_SIDES[side]) if side else "", place) if part)


def _exercise(dose: ExerciseDose, say: Say) -> tuple[str, ...]:
    return (
        *_work(dose, say),
        "" if dose.hold_s is None else f"{dose.hold_s} s",
        _measured(ExerciseDose, say, "load", ("load", "load_unit"), dose),
        _count(dose.times_per_day, "/d"),
        _count(dose.days_per_week, say("/w")),
    )


def _work(dose: ExerciseDose, say: Say) -> tuple[str, ...]:
    time = _time(dose.duration_s)
    sets = _count(dose.sets, " ")
    if dose.reps is not None:
        closed = _count(dose.reps_to, "")
        return f"{sets}× {dose.reps}{'–' if closed else ''}{closed}", f"{say('for')} {time}" if time else ""
    most = "" if dose.reps_to is None else f"{say('to')} {dose.reps_to}"
    if not time:
        return _count(dose.sets, f" {say('sets')}"), most
    return time if not sets and time.endswith("min") else f"{sets}× {time}", most


def _time(seconds: int | None) -> str:
    if seconds is None:
        return ""
    return f"{seconds} s" if seconds % 60 else f"{seconds // 60} min"


def _activity(dose: ActivityDose, say: Say) -> tuple[str, ...]:
    minutes = "" if dose.minutes is None else f"{plain(dose.minutes)} min"
    distance = _measured(ActivityDose, say, "distance", ("distance", "distance_unit"), dose)
    what = tuple(part for part in (minutes, distance) if part)
    rounds = _count(dose.rounds, f" {say('rounds')}")
    if dose.rounds and what and not what[0].startswith(say("distance")):
        rounds, what = "", (f"{dose.rounds} × {what[0]}", *what[1:])
    often = _count(dose.times_per_day, "/d"), _count(dose.days_per_week, say("/w"))
    return (rounds, *what, *often, _progression(dose.progression, say))


def _progression(progression: Progression | None, say: Say) -> str:
    if progression is None:
        return ""
    parts = (
        "" if progression.add is None else f"+{plain(progression.add)}",
        "" if progression.percent is None else f"+{plain(progression.percent)}%",
        "" if progression.every_days is None else f"{say('every')} {progression.every_days} d",
        "" if progression.up_to is None else f"{say('to')} {plain(progression.up_to)}",
    )
    return " ".join(part for part in parts if part)


def _medicine(dose: MedicineDose, say: Say) -> tuple[str, ...]:
    return (
        _measured(MedicineDose, say, "", ("amount", "unit"), dose),
        _text(MedicineDose, say, "route", dose.route, "by"),
        _count(dose.times_per_day, "/d"),
        *(say(time.value.replace("-", " ")) for time in dose.times),
    )


def _procedure(dose: ProcedureDose, say: Say) -> tuple[str, ...]:
    return (
        _text(ProcedureDose, say, "site", dose.site),
        _text(ProcedureDose, say, "level", dose.level, "level"),
        _text(ProcedureDose, say, "guidance", dose.guidance, "guided"),
    )


def _behavioural(dose: BehaviouralDose, say: Say) -> tuple[str, ...]:
    often = _count(dose.per_week, say("/w")), _count(dose.times_per_day, "/d")
    return _counted(dose.sessions, "session", say), _count(dose.minutes, " min"), *often


def _course(dose: CourseDose, say: Say) -> tuple[str, ...]:
    return _counted(dose.visits, "visit", say), _count(dose.per_week, say("/w")), _count(dose.weeks, f" {say('wk')}")


def _device(dose: DeviceDose, say: Say) -> tuple[str, ...]:
    return _count(dose.minutes, " min"), _count(dose.times_per_day, "/d"), _text(DeviceDose, say, "when", dose.when)


def _hands_on(dose: HandsOnDose, say: Say) -> tuple[str, ...]:
    return _count(dose.minutes, " min"), _counted(dose.visits, "visit", say)


def _referral(dose: ReferralDose, say: Say) -> tuple[str, ...]:
    return (
        _text(ReferralDose, say, "to", dose.to),
        say(dose.urgency.value) if dose.urgency else "",
        f"{say('for')} {quote(dose.question)}" if dose.question else "",
    )


_WRITERS: dict[type[Dose], Callable[[Any, Say], tuple[str, ...]]] = {
    ExerciseDose: _exercise,
    ActivityDose: _activity,
    MedicineDose: _medicine,
    ProcedureDose: _procedure,
    BehaviouralDose: _behavioural,
    CourseDose: _course,
    DeviceDose: _device,
    HandsOnDose: _hands_on,
    ReferralDose: _referral,
}


def _count(number: int | None, unit: str) -> str:
    return "" if number is None else f"{number}{unit}"


def _counted(number: int | None, word: str, say: Say) -> str:
    return _count(number, f" {say(word if number == 1 else f'{word}s')}")


def _measured(kind: type[Dose], say: Say, name: str, fields: tuple[str, str], dose: AnyDose) -> str:
    """Return a number with its unit: as written where the unit is known, else with its name and the unit in quotes."""
    number, unit = (getattr(dose, field) for field in fields)
    if number is None:
        return f"{say(name or 'unit')} {quote(unit)}" if unit else ""
    written = plain(number)
    before = f"{say(name)} {written}".strip()
    if not unit:
        return before
    meant = dict(zip(fields, (number, unit), strict=True))
    back = (one for one in (f"{written} {say(unit)}", f"{written} {unit}") if _found(kind, one) == meant)
    return next(back, f"{before} {quote(unit)}")


def _text(kind: type[Dose], say: Say, field: str, text: str, name: str = "") -> str:
    """Return a text as it reads back as its field, in the language where that can be, else in quotes after a name."""
    if not text:
        return ""
    back = (one for one in (say(text), text) if _found(kind, one) == {field: text})
    return next(back, f"{say(name)} {quote(text)}".strip())


def _found(kind: type[Dose], line: str) -> dict[str, object]:
    try:
        return read(line, RULES[kind])
    except Impossible:
        return {}
