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
from painplanner.core.values import Impossible, Side, plain

_SIDES = {Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: "both"}
_PLACES = {Where.HOME: "home", Where.CLINIC: "clinic", Where.BOTH: "home + clinic"}


def dose_line(dose: AnyDose | None) -> str:
    """Return a dose as one line ("3 × 10 · 5 s · 2/d · L"); nothing for no dose."""
    if dose is None:
        return ""
    side, kind = side_of(dose), type(dose)
    place = "" if dose.where is kind().where else _PLACES[dose.where]
    return " · ".join(part for part in (*_WRITERS[kind](dose), _SIDES[side] if side else "", place) if part)


def _exercise(dose: ExerciseDose) -> tuple[str, ...]:
    return (
        *_work(dose),
        "" if dose.hold_s is None else f"{dose.hold_s} s",
        _measured(ExerciseDose, "load", ("load", "load_unit"), dose),
        _count(dose.times_per_day, "/d"),
        _count(dose.days_per_week, "/w"),
    )


def _work(dose: ExerciseDose) -> tuple[str, ...]:
    time = _time(dose.duration_s)
    sets = _count(dose.sets, " ")
    if dose.reps is not None:
        closed = _count(dose.reps_to, "")
        return f"{sets}× {dose.reps}{'–' if closed else ''}{closed}", f"for {time}" if time else ""
    most = "" if dose.reps_to is None else f"to {dose.reps_to}"
    if not time:
        return _count(dose.sets, " sets"), most
    return time if not sets and time.endswith("min") else f"{sets}× {time}", most


def _time(seconds: int | None) -> str:
    if seconds is None:
        return ""
    return f"{seconds} s" if seconds % 60 else f"{seconds // 60} min"


def _activity(dose: ActivityDose) -> tuple[str, ...]:
    minutes = "" if dose.minutes is None else f"{plain(dose.minutes)} min"
    distance = _measured(ActivityDose, "distance", ("distance", "distance_unit"), dose)
    what = tuple(part for part in (minutes, distance) if part)
    rounds = _count(dose.rounds, " rounds")
    if dose.rounds and what and not what[0].startswith("distance"):
        rounds, what = "", (f"{dose.rounds} × {what[0]}", *what[1:])
    often = _count(dose.times_per_day, "/d"), _count(dose.days_per_week, "/w")
    return (rounds, *what, *often, _progression(dose.progression))


def _progression(progression: Progression | None) -> str:
    if progression is None:
        return ""
    parts = (
        "" if progression.add is None else f"+{plain(progression.add)}",
        "" if progression.percent is None else f"+{plain(progression.percent)}%",
        "" if progression.every_days is None else f"every {progression.every_days} d",
        "" if progression.up_to is None else f"to {plain(progression.up_to)}",
    )
    return " ".join(part for part in parts if part)


def _medicine(dose: MedicineDose) -> tuple[str, ...]:
    return (
        _measured(MedicineDose, "", ("amount", "unit"), dose),
        _text(MedicineDose, "route", dose.route, "by "),
        _count(dose.times_per_day, "/d"),
        *(time.value.replace("-", " ") for time in dose.times),
    )


def _procedure(dose: ProcedureDose) -> tuple[str, ...]:
    return (
        _text(ProcedureDose, "site", dose.site),
        _text(ProcedureDose, "level", dose.level, "level "),
        _text(ProcedureDose, "guidance", dose.guidance, "guided "),
    )


def _behavioural(dose: BehaviouralDose) -> tuple[str, ...]:
    often = _count(dose.per_week, "/w"), _count(dose.times_per_day, "/d")
    return _counted(dose.sessions, "session"), _count(dose.minutes, " min"), *often


def _course(dose: CourseDose) -> tuple[str, ...]:
    return _counted(dose.visits, "visit"), _count(dose.per_week, "/w"), _count(dose.weeks, " wk")


def _device(dose: DeviceDose) -> tuple[str, ...]:
    return _count(dose.minutes, " min"), _count(dose.times_per_day, "/d"), _text(DeviceDose, "when", dose.when)


def _hands_on(dose: HandsOnDose) -> tuple[str, ...]:
    return _count(dose.minutes, " min"), _counted(dose.visits, "visit")


def _referral(dose: ReferralDose) -> tuple[str, ...]:
    return (
        _text(ReferralDose, "to", dose.to),
        dose.urgency.value if dose.urgency else "",
        f"for {quote(dose.question)}" if dose.question else "",
    )


_WRITERS: dict[type[Dose], Callable[[Any], tuple[str, ...]]] = {
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


def _counted(number: int | None, word: str) -> str:
    return _count(number, f" {word}" if number == 1 else f" {word}s")


def _measured(kind: type[Dose], name: str, fields: tuple[str, str], dose: AnyDose) -> str:
    """Return a number with its unit: as written where the unit is known, else with its name and the unit in quotes."""
    number, unit = (getattr(dose, field) for field in fields)
    if number is None:
        return f"{name or 'unit'} {quote(unit)}" if unit else ""
    written = plain(number)
    before = f"{name} {written}".strip()
    if not unit:
        return before
    known = _found(kind, f"{written} {unit}") == dict(zip(fields, (number, unit), strict=True))
    return f"{written} {unit}" if known else f"{before} {quote(unit)}"


def _text(kind: type[Dose], field: str, text: str, name: str = "") -> str:
    """Return a text as it is where it reads back as its field, else in quotes after its name."""
    return text if not text or _found(kind, text) == {field: text} else f"{name}{quote(text)}"


def _found(kind: type[Dose], line: str) -> dict[str, object]:
    try:
        return read(line, RULES[kind])
    except Impossible:
        return {}
