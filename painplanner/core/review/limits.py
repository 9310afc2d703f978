"""Rules of a typed dose against kidneys and age, where a label names a limit that a recorded fact makes certain.

No clearance is recorded, so of kidney disease only the highest band can be held against a dose, of dialysis the lowest.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from painplanner.core.findings import Severity
from painplanner.core.review.amounts import daily_milligrams
from painplanner.core.review.rule import Rule, Spot, args, cite, on_item
from painplanner.core.review.sight import Sight, Treatment
from painplanner.core.source import SourceTag

STOP = Severity.STOP
TRAMADOL_OLDER = 75
TRAMADOL_OLDER_MOST = Decimal(300)
TRAMADOL_KIDNEY_MOST = Decimal(200)

_BANDS = cite(SourceTag.K, "Labels, dose a day by clearance; clinical facts 3.2 and 10 rule 20")
_TRAMADOL = cite(SourceTag.R2, "Tramadol label as restated; clinical facts 3.1, 3.2 and 10 rule 23")

DIALYSIS = "condition.dialysis"
_KIDNEY = ("kidney-disease", "condition.kidney-disease")
# The most in milligrams a day: of a clearance from 30 to 59 mL/min, and of one under 15.
_GABAPENTINOIDS = {
    "medicine.gabapentin": (Decimal(1400), Decimal(300)),
    "medicine.pregabalin": (Decimal(300), Decimal(75)),
}


def _gabapentinoid_kidney(sight: Sight) -> Iterator[Spot]:
    caution = _kidney(sight)
    for treatment in sight.medicines if caution else ():
        bands = _GABAPENTINOIDS.get(treatment.item.source)
        daily = daily_milligrams(treatment)
        if bands is None or daily is None:
            continue
        limit = bands[1] if caution == DIALYSIS else bands[0]
        if daily > limit:
            yield on_item(treatment.item, ("caution", caution), *args(value=daily, limit=limit, unit="mg"))


def _kidney(sight: Sight) -> str:
    """Return the gravest thing that is recorded of the kidneys, or nothing."""
    return next((caution for caution in (DIALYSIS, *_KIDNEY) if sight.has(caution)), "")


def _tramadol_limit(sight: Sight) -> Iterator[Spot]:
    for treatment in sight.medicines:
        daily = daily_milligrams(treatment) if _is_tramadol(treatment) else None
        if daily is None:
            continue
        if sight.has(DIALYSIS) and daily > TRAMADOL_KIDNEY_MOST:
            limit = args(value=daily, limit=TRAMADOL_KIDNEY_MOST, unit="mg")
            yield on_item(treatment.item, ("caution", DIALYSIS), *limit)
        elif sight.age is not None and sight.age > TRAMADOL_OLDER and daily > TRAMADOL_OLDER_MOST:
            yield on_item(treatment.item, *args(age=sight.age, value=daily, limit=TRAMADOL_OLDER_MOST, unit="mg"))


def _is_tramadol(treatment: Treatment) -> bool:
    return treatment.item.source == "medicine.tramadol"


def _tramadol_seizures(sight: Sight) -> Iterator[Spot]:
    """Point at tramadol of a patient with seizures, unless the library entry says it as a contraindication."""
    for treatment in sight.medicines if sight.has("condition.epilepsy") else ():
        against = treatment.entry.contraindications if treatment.entry is not None else ()
        if _is_tramadol(treatment) and "condition.epilepsy" not in against:
            yield on_item(treatment.item, ("caution", "condition.epilepsy"))


RULES = (
    Rule("gabapentinoid-kidney", STOP, _BANDS, _gabapentinoid_kidney),
    Rule("tramadol-limit", STOP, _TRAMADOL, _tramadol_limit),
    Rule("tramadol-seizures", STOP, _TRAMADOL, _tramadol_seizures),
)
