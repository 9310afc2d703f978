"""Rules of steroid injections: how often, and how soon again, in one place of the body.

Only those of this plan are counted. Infection and diabetes are cautions of the library entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from painplanner.core.dose import side_of
from painplanner.core.findings import Severity
from painplanner.core.review.rule import Rule, Spot, args, cite, on_item
from painplanner.core.review.sight import Sight, Treatment
from painplanner.core.source import SourceTag
from painplanner.core.values import Side

SHOULD = Severity.SHOULD
YEAR = 365

_PAYERS = cite(SourceTag.R2, "Payer rules and reviews as restated, they differ; clinical facts 4.1, 11 and 10 rule 26")
_DEFAULTS = cite(SourceTag.D, "Product default for a year and for an interval; clinical facts 4.1 and 10 rule 26")


class Limit(NamedTuple):
    """How many in a year, and how many days apart, in one place; `words` are those of the ids and names it is for."""

    words: frozenset[str]
    most: int
    apart: int
    is_default: bool = False


LIMITS = (
    Limit(frozenset({"epidural", "esi", "interlaminar", "transforaminal", "caudal"}), 4, 0),
    Limit(frozenset({"facet"}), 4, 0),
    Limit(frozenset({"sacroiliac"}), 4, 60),
    Limit(frozenset({"knee"}), 4, 90),
    Limit(frozenset({"subacromial"}), 3, 42, is_default=True),
    Limit(frozenset({"femoral"}), 3, 0, is_default=True),
    Limit(frozenset({"peripheral"}), 4, 0, is_default=True),
)


def _sooner(sight: Sight) -> Iterator[Spot]:
    return _too_soon(sight, is_default=False)


def _sooner_default(sight: Sight) -> Iterator[Spot]:
    return _too_soon(sight, is_default=True)


def _too_soon(sight: Sight, *, is_default: bool) -> Iterator[Spot]:
    for needle, limit in _limited(sight, is_default=is_default):
        days = min((_days_between(other, needle) for other in _before(sight, needle, limit)), default=limit.apart)
        if days < limit.apart:
            yield on_item(needle.item, *args(n=days, limit=limit.apart))


def _days_between(one: Treatment, other: Treatment) -> int:
    return (other.start - one.start).days if one.start is not None and other.start is not None else YEAR


def _more(sight: Sight) -> Iterator[Spot]:
    return _too_many(sight, is_default=False)


def _more_default(sight: Sight) -> Iterator[Spot]:
    return _too_many(sight, is_default=True)


def _too_many(sight: Sight, *, is_default: bool) -> Iterator[Spot]:
    for needle, limit in _limited(sight, is_default=is_default):
        n = len(_before(sight, needle, limit)) + 1
        if n > limit.most:
            yield on_item(needle.item, *args(n=n, limit=limit.most))


def _limited(sight: Sight, *, is_default: bool) -> Iterator[tuple[Treatment, Limit]]:
    """Yield the dated steroid injections that are still to be done, with their limit."""
    for needle in sight.needles:
        limit = _limit_of(needle) if needle.is_live and needle.start is not None else None
        if limit is not None and limit.is_default is is_default:
            yield needle, limit


def _limit_of(needle: Treatment) -> Limit | None:
    if "corticosteroid" not in needle.classes:
        return None
    return next((limit for limit in LIMITS if not limit.words.isdisjoint(needle.words)), None)


def _before(sight: Sight, needle: Treatment, limit: Limit) -> tuple[Treatment, ...]:
    """Return those of the year before in the same place; of two on one day, the one that stands earlier in the plan."""
    place = sight.needles.index(needle)
    found: list[Treatment] = []
    for n, other in enumerate(sight.needles):
        if n == place or other.start is None or needle.start is None or _limit_of(other) is not limit:
            continue
        is_earlier = other.start < needle.start or (other.start == needle.start and n < place)
        if is_earlier and other.start > needle.start - timedelta(days=YEAR) and _is_one_place(needle, other):
            found.append(other)
    return tuple(found)


def _is_one_place(one: Treatment, other: Treatment) -> bool:
    if ("cervical" in one.words) is not ("cervical" in other.words):
        return False
    sides = {side_of(one.item.dose), side_of(other.item.dose)}
    return sides != {Side.LEFT, Side.RIGHT}


RULES = (
    Rule("steroid-soon", SHOULD, _PAYERS, _sooner),
    Rule("steroid-soon-default", SHOULD, _DEFAULTS, _sooner_default),
    Rule("steroid-many", SHOULD, _PAYERS, _more),
    Rule("steroid-many-default", SHOULD, _DEFAULTS, _more_default),
)
