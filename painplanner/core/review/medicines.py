"""Rules of a single medicine: typed by a clinician, with an end, looked at in time, fitting the mechanism and the age.

What two medicines do to one another is in `interactions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from painplanner.core.dose import StopRule
from painplanner.core.findings import Args, Severity
from painplanner.core.plan import Goal
from painplanner.core.review.amounts import daily_amount, daily_milligrams, typed_dose, unit_of_a_day
from painplanner.core.review.opioids import PAUSE_AT, highest_total
from painplanner.core.review.rule import Rule, Spot, args, cite, on_item, on_patient
from painplanner.core.review.sight import Sight, Treatment
from painplanner.core.source import SourceTag
from painplanner.core.values import Mechanism, plain

STOP, SHOULD, CONSIDER = Severity.STOP, Severity.SHOULD, Severity.CONSIDER
NSAID_DAYS = 14
RELAXANT_DAYS = 21
OPIOID_LOOK_DAYS = 28
OLDER = 65
ACETAMINOPHEN_MOST = Decimal(4000)
ACETAMINOPHEN_CAREFUL = Decimal(3000)

_TYPED = cite(SourceTag.D, "Product default: a medicine enters without a dose, only what a clinician typed is printed")
_ENDS = cite(SourceTag.R, "Article: medicines as time-limited trials; clinical facts 3.1, judge at")
_NSAID = cite(SourceTag.K, "Label: short course 5 to 14 days; clinical facts 3.1 and 10 rule 16")
_RELAXANT = cite(SourceTag.R, "Cyclobenzaprine label: 2 to 3 weeks only; clinical facts 3.1 and 10 rule 22")
_OPIOID = cite(SourceTag.R2, "CDC 2022, review within 1 to 4 weeks, exit plan; clinical facts 2.3 and 10 rule 6")
_NALOXONE = cite(SourceTag.R2, "Offer triggers restated from CDC 2022; clinical facts 2.2, 2.5 and 10 rules 4 and 5")
_MECHANISM = cite(SourceTag.R, "Article: align medication to mechanism; clinical facts 6.3 and 10 rule 32")
_OLDER = cite(SourceTag.K, "AGS Beers Criteria 2023; clinical facts 3.2 and 10 rules 19 and 22")
_MAXIMUM = cite(SourceTag.K, "Labels; clinical facts 3.1, the source stands with the library entry")
_ACETAMINOPHEN = cite(SourceTag.R2, "4 g label, 3 g at 65 or with liver disease; clinical facts 3.1 and 10 rule 11")

_LIVER = ("condition.liver-disease", "condition.cirrhosis", "condition.alcohol-use")
_NALOXONE_CONDITIONS = (
    "condition.sleep-apnoea",
    "condition.substance-use-disorder",
    "kidney-disease",
    "condition.liver-disease",
)
# A maximum in patches or drops is one for each time, not for a day.
_WEIGHTS = frozenset({"mg", "g", "mcg"})
# What stands beside another medicine and ends when that does.
_ENDS_WITH = {
    "laxative": ("opioid",),
    "stomach-protection": ("nsaid", "antiplatelet", "anticoagulant", "corticosteroid"),
}
_BEERS_CLASSES = ("muscle-relaxant", "tca")


def _of_class(sight: Sight, *classes: str) -> Iterator[Treatment]:
    return (treatment for treatment in sight.medicines if not treatment.classes.isdisjoint(classes))


def _nsaids(sight: Sight) -> Iterator[Treatment]:
    return (treatment for treatment in sight.medicines if treatment.is_systemic_nsaid)


def _without_dose(sight: Sight) -> Iterator[Spot]:
    return (on_item(t.item) for t in sight.medicines if typed_dose(t).amount is None)


def _without_unit(sight: Sight) -> Iterator[Spot]:
    for treatment in sight.medicines:
        dose = typed_dose(treatment)
        if dose.amount is not None and not dose.unit.strip():
            yield on_item(treatment.item, *args(value=dose.amount))


def _without_stop_rule(sight: Sight) -> Iterator[Spot]:
    for treatment in sight.medicines:
        dose, entry = typed_dose(treatment), treatment.entry
        if dose.stop_rule is None and "opioid-rescue" not in treatment.classes:
            known = entry.reference.stop_rule if entry is not None and entry.reference is not None else None
            yield on_item(treatment.item, *args(stop_rule=known and known.value), can_mend=known is not None)


def _without_end(sight: Sight) -> Iterator[Spot]:
    for treatment in sight.medicines:
        if typed_dose(treatment).stop_rule is not StopRule.ON_DATE or treatment.end is not None:
            continue
        if "opioid-rescue" in treatment.classes or _accompanies(treatment, sight):
            continue
        if not treatment.is_systemic_nsaid and treatment.classes.isdisjoint({"opioid", "muscle-relaxant"}):
            window = treatment.entry.reassess_days if treatment.entry is not None else None
            yield on_item(treatment.item, *args(days=window and window[1]), can_mend=_can_end(treatment, window))


def _accompanies(treatment: Treatment, sight: Sight) -> bool:
    """Tell whether a medicine protects from another one that is taken, and so ends with it."""
    beside = (name for own in treatment.classes for name in _ENDS_WITH.get(own, ()))
    return any(name in sight.drugs_by_class for name in beside)


def _can_end(treatment: Treatment, window: tuple[int, int] | None) -> bool:
    return window is not None and treatment.start is not None


def _nsaid_without_end(sight: Sight) -> Iterator[Spot]:
    for treatment in _nsaids(sight):
        if treatment.end is None:
            yield on_item(treatment.item, *args(days=NSAID_DAYS), can_mend=treatment.start is not None)


def _nsaid_long(sight: Sight) -> Iterator[Spot]:
    for treatment in _nsaids(sight):
        days, start = treatment.days, treatment.start
        if start is None or days is None or days <= NSAID_DAYS:
            continue
        if not sight.is_looked_at(start, start + timedelta(days=NSAID_DAYS)):
            yield on_item(treatment.item, *args(n=days, limit=NSAID_DAYS), *_look_in(NSAID_DAYS, treatment, sight))


def _look_in(days: int, treatment: Treatment, sight: Sight) -> Args:
    return args(step=treatment.step.id, days=sight.days_in_step(treatment, days))


def _relaxant_long(sight: Sight) -> Iterator[Spot]:
    for treatment in _of_class(sight, "muscle-relaxant"):
        if treatment.days is None or treatment.days > RELAXANT_DAYS:
            given = args(n=treatment.days, limit=RELAXANT_DAYS, days=RELAXANT_DAYS)
            yield on_item(treatment.item, *given, can_mend=treatment.start is not None)


def _opioid_without_exit(sight: Sight) -> Iterator[Spot]:
    for treatment in _of_class(sight, "opioid"):
        if treatment.end is None:
            yield on_item(treatment.item, *args(days=OPIOID_LOOK_DAYS), can_mend=treatment.start is not None)


def _opioid_without_goal(sight: Sight) -> Iterator[Spot]:
    if not any(_is_functional(goal) for goal in sight.plan.goals):
        yield from (on_item(treatment.item) for treatment in _of_class(sight, "opioid"))


def _is_functional(goal: Goal) -> bool:
    return goal.functional and bool(goal.text.strip() or goal.words)


def _opioid_without_look(sight: Sight) -> Iterator[Spot]:
    for treatment in _of_class(sight, "opioid"):
        start = treatment.start
        if start is None or sight.is_looked_at(start + timedelta(days=1), start + timedelta(days=OPIOID_LOOK_DAYS)):
            continue
        yield on_item(treatment.item, *args(limit=OPIOID_LOOK_DAYS), *_look_in(OPIOID_LOOK_DAYS, treatment, sight))


def _opioid_without_naloxone(sight: Sight) -> Iterator[Spot]:
    if "opioid" not in sight.drugs_by_class or "opioid-rescue" in sight.drugs_by_class:
        return
    reasons = [("caution", caution) for caution in _NALOXONE_CONDITIONS if sight.has(caution)]
    reasons += [("class", "benzodiazepine")] if "benzodiazepine" in sight.drugs_by_class else []
    total, _parts = highest_total(sight)
    reasons += [("mme", plain(total))] if total >= PAUSE_AT else []
    reasons += [("age", str(sight.age))] if sight.age is not None and sight.age >= OLDER else []
    if reasons:
        mine = [drug.treatment.item for drug in sight.drugs_by_class["opioid"] if drug.treatment is not None]
        yield on_item(mine[0], *reasons) if mine else on_patient(sight, *reasons)


def _mechanism_differs(sight: Sight) -> Iterator[Spot]:
    mechanism = sight.plan.mechanism
    if mechanism is None or mechanism is Mechanism.MIXED:
        return
    for treatment in sight.medicines:
        fits = treatment.entry.mechanisms if treatment.entry is not None else ()
        if fits and mechanism not in fits and Mechanism.MIXED not in fits:
            yield on_item(treatment.item, ("mechanism", mechanism.value), *(("fits", m.value) for m in fits))


def _hard_on_older(sight: Sight) -> Iterator[Spot]:
    if sight.age is not None and sight.age >= OLDER:
        for name in _BEERS_CLASSES:
            for treatment in _of_class(sight, name):
                yield on_item(treatment.item, ("class", name), *args(age=sight.age))


def _above_maximum(sight: Sight) -> Iterator[Spot]:
    for treatment in sight.medicines:
        reference = treatment.entry.reference if treatment.entry is not None else None
        most = reference.maximum if reference is not None else None
        daily = daily_amount(treatment)
        if most is None or most.amount is None or daily is None:
            continue
        unit = unit_of_a_day(typed_dose(treatment).unit)
        if unit in _WEIGHTS and unit == unit_of_a_day(most.unit) and daily > most.amount:
            yield on_item(treatment.item, *args(value=daily, limit=most.amount, unit=unit))


def _acetaminophen_most(sight: Sight) -> Iterator[Spot]:
    total, last = _acetaminophen(sight)
    if last is not None and total > ACETAMINOPHEN_MOST:
        yield on_item(last.item, *args(value=total, limit=ACETAMINOPHEN_MOST, unit="mg"))


def _acetaminophen_careful(sight: Sight) -> Iterator[Spot]:
    total, last = _acetaminophen(sight)
    is_careful = (sight.age or 0) >= OLDER or any(sight.has(caution) for caution in _LIVER)
    if last is not None and is_careful and ACETAMINOPHEN_CAREFUL < total <= ACETAMINOPHEN_MOST:
        yield on_item(last.item, *args(value=total, limit=ACETAMINOPHEN_CAREFUL, unit="mg"))


def _acetaminophen(sight: Sight) -> tuple[Decimal, Treatment | None]:
    """Return the typed milligrams of a day from all products, and the last product."""
    total, last = Decimal(0), None
    for treatment in _of_class(sight, "acetaminophen"):
        daily = daily_milligrams(treatment)
        if daily is not None:
            total, last = total + daily, treatment
    return total, last


RULES = (
    Rule("acetaminophen-above-maximum", STOP, _ACETAMINOPHEN, _acetaminophen_most),
    Rule("acetaminophen-careful", SHOULD, _ACETAMINOPHEN, _acetaminophen_careful),
    Rule("above-maximum", SHOULD, _MAXIMUM, _above_maximum),
    Rule("medicine-without-dose", CONSIDER, _TYPED, _without_dose),
    Rule("medicine-without-unit", SHOULD, _TYPED, _without_unit),
    Rule("medicine-without-stop-rule", SHOULD, _ENDS, _without_stop_rule, "set-stop-rule"),
    Rule("medicine-without-end", SHOULD, _ENDS, _without_end, "end-medicine"),
    Rule("nsaid-without-end", SHOULD, _NSAID, _nsaid_without_end, "end-medicine"),
    Rule("nsaid-long", SHOULD, _NSAID, _nsaid_long, "add-checkpoint"),
    Rule("relaxant-long", SHOULD, _RELAXANT, _relaxant_long, "end-medicine"),
    Rule("opioid-without-exit", SHOULD, _OPIOID, _opioid_without_exit, "end-medicine"),
    Rule("opioid-without-goal", SHOULD, _OPIOID, _opioid_without_goal),
    Rule("opioid-without-look", SHOULD, _OPIOID, _opioid_without_look, "add-checkpoint"),
    Rule("opioid-without-naloxone", SHOULD, _NALOXONE, _opioid_without_naloxone),
    Rule("mechanism-differs", CONSIDER, _MECHANISM, _mechanism_differs),
    Rule("hard-on-older", SHOULD, _OLDER, _hard_on_older),
)
