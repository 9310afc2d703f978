"""The sentence for a value that cannot be: what is wrong and what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import cast

from painplanner.core.misfit import shown
from painplanner.core.values import Impossible
from painplanner.services.words.days import day_words
from painplanner.text import _

MOST_SAID = 200
# Where more is at stake than one field, the sentence also says that all is as it was.
_WHOLE = frozenset({"no-such-part", "duplicate-id", "newer-schema", "unknown-schema", "unreadable"})

# What was measured: its range is told in the unit, as its name stands beside the field.
_MEASURED = frozenset({"value", "baseline"})


def field_name(field: str) -> str:
    """Return how a field is called on the screen."""
    known = {
        "sets": _("sets"), "reps": _("repetitions"), "reps_to": _("repetitions"), "hold_s": _("seconds of hold"),
        "duration_s": _("seconds"), "times_per_day": _("times a day"), "days_per_week": _("days a week"),
        "load": _("load"), "minutes": _("minutes"), "distance": _("distance"), "rounds": _("rounds"),
        "add": _("what is added"), "percent": _("percent"), "every_days": _("days between steps"),
        "up_to": _("the upper end"), "amount": _("amount"), "sessions": _("sessions"), "per_week": _("times a week"),
        "visits": _("visits"), "weeks": _("weeks"), "days": _("days"), "baseline": _("the value now"),
        "value": _("the value"), "name": _("the name"), "title": _("the title"), "note": _("the note"),
        "text": _("the text"), "birth_date": _("the birth date"), "start": _("the start"), "on": _("the date"),
        "trial_end": _("the end of the trial"), "by": _("the date"), "started_on": _("the start"),
        "ended_on": _("the end"), "at_least": _("how many"), "timing": _("the timing"), "dose": _("the dose"),
        "record_number": _("the record number"), "goals": _("goals"), "tag": _("the tag"), "action_on": _("the date"),
        "first_day": _("the first day"),
    }  # fmt: skip
    short = field.rsplit(".", 1)[-1]
    return known.get(short, short.replace("_", " "))


def impossible_sentence(error: Impossible) -> str:
    """Return the wording of a refused value."""
    at_stake = error.code in _WHOLE or error.code not in _templates()
    return f"{reason(error)} {_('Nothing was changed.')}" if at_stake else reason(error)


def reason(error: Impossible, also: Mapping[str, str] | None = None) -> str:
    """Return only what is wrong, in the words of `also` where it has any for the code."""
    args, templates = _Arguments(error), {**_templates(), **(also or {})}
    if error.code == "out-of-range" and error.field in _MEASURED and _is_number(args["value"]):
        return _beyond_scale(error, args)
    is_open = error.code == "out-of-range" and args["high"] in {"", "None"}
    template = templates.get("below-range" if is_open else error.code)
    return (template or _("That is not possible here ({code}).")).format_map(args)


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _beyond_scale(error: Impossible, args: Mapping[str, str]) -> str:
    """Return what is wrong with a number that its measure cannot have, with the unit where one was said."""
    low, high, unit = args["low"], args["high"], args["unit"]
    ends = _("This goes from {low} to {high}.") if high not in {"", "None"} else _("This goes from {low} up.")
    if unit:
        high, low = (f"{high} {unit}", low) if high not in {"", "None"} else ("", f"{low} {unit}")
    is_low = Decimal(str(error.args_["value"])) < Decimal(str(error.args_["low"]))
    said = _("{value} is too low.") if is_low else _("{value} is too high.")
    return f"{said.format(value=args['value'])} {ends.format(low=low, high=high)}"


class _Arguments(dict[str, str]):
    """What a sentence may name; what the refusal did not say stays empty."""

    def __init__(self, error: Impossible) -> None:
        super().__init__({key: _shown(value) for key, value in error.args_.items()})
        self["code"] = error.code
        self.setdefault("name", _capital(shown(field_name(error.field))))
        self.setdefault("word", self["text"])

    def __missing__(self, key: str) -> str:
        return ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _shown(value: object) -> str:
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, cast("tuple[object, ...]", value)))
    return shown(str(value), MOST_SAID)


def _templates() -> dict[str, str]:
    return {
        "out-of-range": _("{name} cannot be {value}: from {low} to {high}."),
        "below-range": _("{name} cannot be {value}: at least {low}."),
        "date-out-of-range": _("{name} lies too far away: dates from 1900 to 2100 are understood."),
        "date-unreadable": _("“{text}” is not a date. Write it like 3 Aug 2026, or 2026-08-03."),
        "time-unreadable": _("“{text}” is not a time of day. Write it like 14:30 or 2:30 pm."),
        "ends-before-start": _("The end ({end}) lies before the start ({start})."),
        "group-separator": _(
            "“{text}” could be read in two ways. Write 1000 without a separator, and 0.5 or 0,5 for a half."
        ),
        "not-a-number": _("“{text}” is not a number. Write it like 10 or 0.5."),
        "dose-unreadable": _(
            "“{word}” was not understood. A dose reads like 3x10 5s 2/d L: sets x repetitions, hold, times a day, side."
        ),
        "too-long": _("{name} is {length} characters long; {limit} fit."),
        "too-many": _("There is room for {limit} here, not for {count}."),
        "cycle": _("These steps wait for one another in a ring: {steps}. Give one of them a date."),
        "wrong-check-digit": _("“{text}” has a digit that does not fit. Type it again as printed."),
        "nothing-before": _("There is nothing before this to repeat."),
        "exercise-mark": _(
            "“{text}” is not understood here. Type 1 for done, 2 for too sore, 3 or - for not done, * for unreadable."
        ),
        "yes-no-mark": _("“{text}” is not understood here. Type 1 for yes, 0 or - for no, * for unreadable."),
        "days-to-come": _("The log speaks of {day}, which is still to come. Check its first day."),
        "nothing-decided": _("Choose what follows, then decide."),
        "reason-missing": _("This is not what the numbers or the rule say. Give the reason in a line."),
        "medicine-goes-on": _(
            "{names} is still taken in a step that would close. Write at the medicine how it ends or is taken down, or "
            "move it to an open step, then decide."
        ),
        "taking-down-missing": _(
            "{names} must never stop suddenly, and the step it is taken in would close. Write in a line how it is "
            "taken down, then decide."
        ),
        "no-such-part": _("This part is no longer in the plan."),
        "no-flare-dose": _("Nothing here is done by less in a flare: medicines, procedures and what calms go on."),
        "range-upside-down": _("The range is upside down: its top ({high}) lies below its bottom ({low})."),
        "no-name": _("An entry needs a name in at least one language."),
        "id-kind": _("The id “{id}” does not begin with the kind of the entry: it reads like {kind}.bridge."),
        "unknown-unit": _("“{value}” is no unit that is known here. There are: {allowed}."),
        "wrong-type": _("There stands {got} where {expected} is wanted."),
        "unknown-choice": _("“{value}” is not one of the choices. There are: {allowed}."),
        "unknown-field": _("There is no field “{part}” here."),
        "missing-field": _("The field “{part}” is missing."),
        "unfit": _("This does not fit here: {text}."),
        "outside-range": _("{name} cannot be {value}: the range of this entry goes from {low} to {high}."),
        "range-of-nothing": _("{name} has a range, but the dose of this entry has no such field."),
        "duplicate-id": _("The same part stands there twice."),
        "no-id": _("“{id}” is not an id: it reads like exercise.bridge, in small letters."),
        "doubled": _("This id stands already in {first}."),
        "leads-nowhere": _("“{name}” leads to nothing: there is no such id."),
        "unknown-code": _("“{value}” is not one of the known codes."),
        "no-pair": _('Two values in brackets are wanted here, as in [1, 4] or ["R", "the paper"].'),
        "no-record": _("The table is not written as an entry is."),
        "no-figure": _("This is not a figure that can be drawn."),
        "no-hash": _("“{value}” is not the check value of a photograph."),
        "too-many-pictures": _(
            "There is room for {limit} pictures, drawings and photographs together, not for {count}."
        ),
        "newer-schema": _("This was written by a newer PainPlanner. Update the program to open it."),
        "unknown-schema": _("This was written by a version that is not known."),
        "unreadable": _("This cannot be read as a part of a plan."),
    }
