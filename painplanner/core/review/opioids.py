"""Rules of opioids that a number makes possible: morphine equivalents, the first long-acting one, steps of a taper.

The thresholds are guideposts: nothing here stops or tapers anything. Ends, goals and looks are in `medicines`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from painplanner.core.findings import Severity
from painplanner.core.patient import Coded
from painplanner.core.review.amounts import daily_amount, typed_dose
from painplanner.core.review.morphine import Unknown, mme_of
from painplanner.core.review.rule import Rule, Spot, args, cite, on_item
from painplanner.core.review.sight import Sight, Treatment
from painplanner.core.source import SourceTag

STOP, SHOULD, CONSIDER = Severity.STOP, Severity.SHOULD, Severity.CONSIDER
PAUSE_AT = Decimal(50)
LOOK_DAYS = 90
EARLY_DAYS = 28
NAIVE_DAYS = 7
MONTH_OF_USE = 28
MOST_DROP = Decimal(25)
LEAST_DAYS_OF_A_STEP = 14

_FIFTY = cite(SourceTag.R2, "CDC 2022, pause and reassess before 50 MME a day; clinical facts 2.2 and 10 rule 4")
_OFTEN = cite(SourceTag.R2, "CDC 2022, from 50 MME a look within 3 months; clinical facts 2.2, 2.3 and 10 rule 4")
_FACTOR = cite(SourceTag.R2, "CDC 2022, no factor, so not computed; clinical facts 2.1 and 10 rule 10")
_LONG_ACTING = cite(SourceTag.R2, "CDC 2022, start with immediate release; clinical facts 2.2 and 10 rule 7")
_TAPER = cite(
    SourceTag.R2, "FDA class labelling, at most 10 to 25 % every 2 to 4 weeks; clinical facts 2.4 and 10 rule 8"
)

_LONG_ACTING_WORDS = frozenset({"er", "xr", "cr", "patch", "extended", "methadone"})


def _opioids(sight: Sight) -> tuple[Treatment, ...]:
    return tuple(treatment for treatment in sight.medicines if "opioid" in treatment.classes)


def highest_total(sight: Sight) -> tuple[Decimal, tuple[Treatment, ...]]:
    """Return the highest morphine equivalent of a day, as typed, with the opioids it adds up, in plan order."""
    best: Decimal = Decimal(0)
    parts: tuple[Treatment, ...] = ()
    counted = [(t, value) for t in _opioids(sight) if isinstance(value := mme_of(t), Decimal)]
    for first, _value in counted:
        together = [(t, value) for t, value in counted if _is_taken_with(t, first)]
        total = sum((value for _t, value in together), Decimal(0))
        if total > best:
            best, parts = total, tuple(t for t, _v in together)
    return best, parts


def _is_taken_with(other: Treatment, first: Treatment) -> bool:
    """Tell whether one is taken on the day the other begins; where dates are not known, it may be."""
    if other.start is None or first.start is None or other is first:
        return True
    return other.start <= first.start and (other.end is None or other.end >= first.start)


def _fifty(sight: Sight) -> Iterator[Spot]:
    total, parts = highest_total(sight)
    if total >= PAUSE_AT and not any(part.step.note.strip() for part in parts):
        yield on_item(parts[-1].item, *args(n=total, limit=PAUSE_AT))


def _fifty_without_look(sight: Sight) -> Iterator[Spot]:
    """Point at a high amount that goes on and is not looked at in three months; the first weeks have their own rule."""
    total, parts = highest_total(sight)
    today = sight.today
    if total < PAUSE_AT or sight.is_looked_at(today, today + timedelta(days=LOOK_DAYS)):
        return
    last = parts[-1]
    if last.start is not None and last.start + timedelta(days=EARLY_DAYS) < today:
        days = (today - last.start).days + EARLY_DAYS
        step_days = sight.days_in_step(last, days)
        yield on_item(last.item, *args(n=total, limit=LOOK_DAYS, step=last.step.id, days=step_days))


def _without_factor(sight: Sight) -> Iterator[Spot]:
    return (on_item(t.item) for t in _opioids(sight) if mme_of(t) is Unknown.NO_FACTOR)


def _total_not_known(sight: Sight) -> Iterator[Spot]:
    """Point at an opioid that is counted beside one whose amount is not known, so that the total is too low."""
    _total, parts = highest_total(sight)
    if parts:
        others = [("with-item", t.item.id) for t in _opioids(sight) if mme_of(t) is Unknown.NO_AMOUNT]
        others += [("with-code", code) for code in _own_opioids(sight)]
        if others:
            yield on_item(parts[-1].item, *others)


def _own_opioids(sight: Sight) -> tuple[str, ...]:
    """Return the opioids that the patient takes anyway, and that are not in the plan too."""
    planned = {treatment.item.source for treatment in _opioids(sight)}
    own = (drug.key for drug in sight.drugs_by_class.get("opioid", ()) if drug.treatment is None)
    return tuple(key for key in own if key not in planned)


def _long_acting_first(sight: Sight) -> Iterator[Spot]:
    if any(drug.treatment is None for drug in sight.drugs_by_class.get("opioid", ())):
        return
    for treatment in _opioids(sight):
        if _is_long_acting(treatment.words) and not _is_used_to(treatment, sight):
            yield on_item(treatment.item)


def _is_long_acting(words: frozenset[str]) -> bool:
    return not _LONG_ACTING_WORDS.isdisjoint(words) or {"long", "acting"} <= words


def _is_used_to(treatment: Treatment, sight: Sight) -> bool:
    """Tell whether an opioid was taken for a week before: another one of the plan, or this one itself."""
    if treatment.start is None:
        return False
    if treatment.start + timedelta(days=NAIVE_DAYS) < sight.today:
        return True
    before = treatment.start - timedelta(days=NAIVE_DAYS)
    others = (t for t in sight.treatments if "opioid" in t.classes and t.item.id != treatment.item.id)
    return any(other.start is not None and other.start <= before for other in others)


def _taper_fast(sight: Sight) -> Iterator[Spot]:
    """Point at a step down that is larger, or sooner after the one before, than labels allow after a month of use."""
    own = {term.code for term in sight.patient.medicines if isinstance(term, Coded)}
    for chain in _chains(sight):
        begun = chain[0].start
        is_first = True
        for higher, lower in pairwise(chain):
            drop = _drop(higher, lower)
            if drop is None or higher.start is None or lower.start is None or begun is None:
                continue
            days = (lower.start - higher.start).days
            is_long = higher.item.source in own or (lower.start - begun).days >= MONTH_OF_USE
            is_soon = days < LEAST_DAYS_OF_A_STEP and not is_first
            is_first = False
            if lower.is_live and is_long and (drop > MOST_DROP or is_soon):
                yield on_item(lower.item, *args(n=drop, limit=MOST_DROP, days=days))


def _chains(sight: Sight) -> Iterator[tuple[Treatment, ...]]:
    """Yield the treatments of each opioid of the plan, those of done steps too, in the order in which they begin."""
    found: dict[str, list[Treatment]] = {}
    for treatment in sight.treatments:
        if treatment.is_medicine and "opioid" in treatment.classes and treatment.start is not None:
            found.setdefault(treatment.item.source, []).append(treatment)
    for treatments in found.values():
        yield tuple(sorted(treatments, key=lambda t: (t.start is None, t.start)))


def _drop(higher: Treatment, lower: Treatment) -> Decimal | None:
    """Return by how many percent the typed amount of a day goes down, `None` where it does not or is not known."""
    before, after = daily_amount(higher), daily_amount(lower)
    if before is None or after is None or _unit(higher) != _unit(lower) or after >= before:
        return None
    return ((before - after) * 100 / before).quantize(Decimal(1))


def _unit(treatment: Treatment) -> str:
    return typed_dose(treatment).unit.strip().lower()


RULES = (
    Rule("opioid-not-converted", STOP, _FACTOR, _without_factor),
    Rule("opioid-long-acting-first", STOP, _LONG_ACTING, _long_acting_first),
    Rule("opioid-fifty", SHOULD, _FIFTY, _fifty),
    Rule("opioid-fifty-without-look", SHOULD, _OFTEN, _fifty_without_look, "add-checkpoint"),
    Rule("opioid-total-not-known", SHOULD, _FACTOR, _total_not_known),
    Rule("opioid-taper-fast", SHOULD, _TAPER, _taper_fast),
)
