"""What is known of a measure, for a clinician: bands, the changes that matter or are beyond error, and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from painplanner.core.measure import Change, Measure
from painplanner.core.source import Source
from painplanner.core.values import plain, text_in
from painplanner.text import _, ngettext

DAYS_A_WEEK = 7
_FACTS = re.compile(r",? ?clinical facts [\d., ]*\d", re.IGNORECASE)


def band_words(measure: Measure, value: Decimal, lang: str) -> str:
    """Return the name of the band in which a number lies, if any; 20.5 is still in "0 to 20" before "21 to 40"."""
    for place, band in enumerate(measure.bands):
        after = next((other.low for other in measure.bands[place + 1 :]), band.high)
        ends = after if 0 < after - band.high <= 1 else None
        if band.low <= value <= band.high or (ends is not None and band.high < value < ends):
            return text_in(band.label, lang)
    return ""


def measure_facts(measure: Measure, lang: str) -> tuple[str, ...]:
    """Return what is known of a measure in lines: bands, MCID, MDC, how often, licence and sources."""
    return tuple(line for line in _facts(measure, lang) if line)


def _facts(measure: Measure, lang: str) -> Iterator[str]:
    unit = text_in(measure.unit, lang)
    bands = (f"{_span(band.low, band.high)} {text_in(band.label, lang)}" for band in measure.bands)
    yield _("Bands: {bands}").format(bands=", ".join(bands)) if measure.bands else ""
    for change in measure.mcid:
        yield _("A change that matters (MCID): {change}").format(change=_change(change, unit))
    for change in measure.mdc:
        yield _("Beyond error (MDC): {change}").format(change=_change(change, unit))
    yield _often(measure.interval_days)
    yield _("Licence: {licence}").format(licence=measure.licence) if measure.licence else ""
    yield _("Sources: {sources}").format(sources=_cited(measure.sources)) if measure.sources else ""


def _span(low: Decimal, high: Decimal) -> str:
    return plain(low) if low == high else _("{low} to {high}").format(low=plain(low), high=plain(high))


def _change(change: Change, unit: str) -> str:
    """Return an amount with the people it was found in and its sources."""
    amount = (
        _("{n} percent of the start").format(n=plain(change.amount))
        if change.percent
        else f"{plain(change.amount)} {unit}"
    )
    of_whom = f"{amount.strip()}, {change.population}" if change.population else amount.strip()
    return f"{of_whom}: {_cited(change.sources)}" if change.sources else of_whom


def _cited(sources: tuple[Source, ...]) -> str:
    """Return sources as they are cited; where one stands in the facts behind the program says nothing to a reader."""
    named = ((_FACTS.sub("", source.text).rstrip(".").strip(), source.tag.value) for source in sources)
    return "; ".join(f"{text} [{tag}]" for text, tag in named if text)


def _often(days: int | None) -> str:
    if days is None:
        return ""
    weeks, rest = divmod(days, DAYS_A_WEEK)
    if rest:
        return ngettext("Usually every day", "Usually every {n} days", days).format(n=days)
    return ngettext("Usually every week", "Usually every {n} weeks", weeks).format(n=weeks)
