"""Rules of exercises and of every item's cautions: sides named, not too many a day, nothing against what is known."""

from __future__ import annotations

from collections.abc import Iterator

from painplanner.core.dose import Where, has_side, side_of
from painplanner.core.findings import Severity
from painplanner.core.library import Kind
from painplanner.core.review.rule import Rule, Spot, args, cite, on_item, on_plan
from painplanner.core.review.sight import Sight, Treatment
from painplanner.core.source import SourceTag

STOP, SHOULD, CONSIDER = Severity.STOP, Severity.SHOULD, Severity.CONSIDER
MOST_EXERCISES = 4

_SIDE = cite(SourceTag.D, "Product default: the painful side is entered once; an unset side prints to be circled")
_FEW = cite(SourceTag.D, "Product default: few exercises are done, many are not (Henry, restated second-hand)")
_CAUTION = cite(SourceTag.K, "Cautions of the library entry; clinical facts 3.2, 4.2, 8 and 10 rule 38")

# The rules of interactions and procedures say these with their own source and severity.
_NSAID_CAUTIONS = frozenset({
    "blood-thinner", "kidney-disease", "condition.kidney-disease", "pregnancy", "condition.pregnancy",
    "condition.heart-failure",
})  # fmt: skip


def _plan_side_unset(sight: Sight) -> Iterator[Spot]:
    if sight.plan.side is None:
        waiting = [t for t in sight.live if _misses_side(t)]
        if waiting:
            yield on_plan(*args(n=len(waiting)))


def _item_side_unset(sight: Sight) -> Iterator[Spot]:
    side = sight.plan.side
    if side is not None:
        for treatment in sight.live:
            if _misses_side(treatment):
                yield on_item(treatment.item, *args(side=side.value))


def _misses_side(treatment: Treatment) -> bool:
    item = treatment.item
    return not treatment.is_needle and item.two_sided and has_side(item.dose) and side_of(item.dose) is None


def _too_many_exercises(sight: Sight) -> Iterator[Spot]:
    exercises = [t for t in sight.live if _is_home_exercise(t)]
    for day in sorted({max(t.start, sight.today) for t in exercises if t.start is not None}):
        n = sum(1 for t in exercises if t.start is not None and t.start <= day and (t.end is None or t.end >= day))
        if n > MOST_EXERCISES:
            yield on_plan(*args(n=n, limit=MOST_EXERCISES, on=day))
            return


def _is_home_exercise(treatment: Treatment) -> bool:
    item = treatment.item
    return item.kind == Kind.EXERCISE and (item.dose is None or item.dose.where is not Where.CLINIC)


def _contraindicated(sight: Sight) -> Iterator[Spot]:
    return _against(sight, is_contraindication=True)


def _caution(sight: Sight) -> Iterator[Spot]:
    return _against(sight, is_contraindication=False)


def _against(sight: Sight, *, is_contraindication: bool) -> Iterator[Spot]:
    """Point at items with a caution that is answered yes; without a library entry every caution is a precaution."""
    for treatment in sight.live:
        found = [caution for caution in _cautions(treatment) if sight.has(caution)]
        if not found:
            continue
        against = treatment.entry.contraindications if treatment.entry is not None else ()
        mine = [c for c in found if (c in against) is is_contraindication and not _is_said_elsewhere(treatment, c)]
        if mine:
            yield on_item(treatment.item, *(("caution", caution) for caution in mine))


def _cautions(treatment: Treatment) -> tuple[str, ...]:
    """Return the cautions of the plan's own copy, and what the library has learned since."""
    entry, own = treatment.entry, treatment.item.cautions
    if entry is None or not (entry.contraindications or entry.precautions):
        return own
    return tuple(dict.fromkeys((*own, *entry.contraindications, *entry.precautions)))


def _is_said_elsewhere(treatment: Treatment, caution: str) -> bool:
    if treatment.is_needle and caution == "blood-thinner":
        return True
    return caution in _NSAID_CAUTIONS and treatment.is_systemic_nsaid


RULES = (
    Rule("contraindicated", STOP, _CAUTION, _contraindicated, "remove-item"),
    Rule("caution", SHOULD, _CAUTION, _caution),
    Rule("plan-side-unset", SHOULD, _SIDE, _plan_side_unset),
    Rule("item-side-unset", SHOULD, _SIDE, _item_side_unset, "take-side"),
    Rule("many-exercises", CONSIDER, _FEW, _too_many_exercises),
)
