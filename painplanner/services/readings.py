"""Numbers that are entered at a visit, in words: their range, what was read, what an answer asks for that day."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from painplanner.core.measure import Better, Measure, MeasureKind, Reading
from painplanner.core.values import plain, text_in
from painplanner.services.words.days import day_words
from painplanner.text import _

ALERT_MOST = 3
"""The one question of a score that calls for action the same day is answered from 0 to 3 [K, the PHQ-9]."""


def number_words(value: Decimal, unit: str, high: Decimal | None = None) -> str:
    """Return a number, or a range that was written, with its unit."""
    number = plain(value) if high is None else _("{low} to {high}").format(low=plain(value), high=plain(high))
    return f"{number} {unit}".strip()


def reading_words(reading: Reading, measure: Measure, unit: str) -> str:
    """Return the number of a reading; an answer as yes or no."""
    if measure.kind is MeasureKind.YES_NO and measure.is_daily and reading.value_to is None:
        return _("yes") if reading.value else _("no")
    return number_words(reading.value, unit, reading.value_to)


def range_words(measure: Measure) -> str:
    """Return what may be entered: "0 to 10, lower is better"."""
    better = {Better.HIGHER: _("higher is better"), Better.LOWER: _("lower is better"), Better.NONE: ""}
    low, high = plain(measure.minimum), measure.maximum
    numbers = (
        _("{low} to {high}").format(low=low, high=plain(high))
        if high is not None
        else _("{low} or more").format(low=low)
    )
    return ", ".join(part for part in (numbers, better[measure.better]) if part)


def alert_sentence(reading: Reading, measure: Measure | None, crisis_line: str, lang: str) -> str:
    """Return what an answer above 0 asks for the same day, with its source and the crisis line of the practice."""
    name = text_in(measure.name, lang) if measure is not None else reading.measure
    question = text_in(measure.alert, lang) if measure is not None else ""
    said = _(
        "{name}, {day}: “{question}” is {answer}, above 0. Assess the risk today, before the patient leaves [K]. "
        "Crisis line: {line}."
    )
    return said.format(
        name=name, day=day_words(reading.on), question=question, answer=reading.alert, line=crisis_line or "988"
    )


def find_measures(measures: Mapping[str, Measure], text: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of the measures that hold every typed word; names that begin with it come first.

    Of those the plain one stands before its variants: "PSFS" before "PSFS 2.0", whose scale is turned round.
    """
    words, typed = text.casefold().split(), text.strip().casefold()
    found = [(m.id, text_in(m.name, lang)) for m in measures.values() if _fits(m, words)]

    def place(each: tuple[str, str]) -> tuple[bool, str, str]:
        name = each[1].casefold()
        return not name.startswith(typed), name.partition(":")[0], name

    return tuple(sorted(found, key=place))


def _fits(measure: Measure, words: list[str]) -> bool:
    names = " ".join(each.text for each in (*measure.name, *measure.plain_name))
    haystack = f"{names} {measure.id.replace('.', ' ').replace('_', ' ')}".casefold()
    return all(word in haystack for word in words)
