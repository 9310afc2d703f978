"""Opioids in morphine milligram equivalents a day, from what was typed and the factors of the CDC of 2022.

Only a measure of risk: it never says which amount of another opioid to give. What has no factor is not guessed.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from painplanner.core.review.amounts import daily_milligrams, is_a_rate, typed_dose
from painplanner.core.review.sight import Treatment
from painplanner.core.source import Source, SourceTag

SOURCE = Source(
    tag=SourceTag.R2, text="CDC 2022, MMWR Recomm Rep 71(3), conversion factors as restated; clinical facts 2.1"
)
MG, MCG_AN_HOUR = "mg", "mcg/h"


class Factor(NamedTuple):
    """How many milligrams of morphine a unit stands for: of mg a day, or of the rate of a patch."""

    unit: str
    factor: Decimal


FACTORS: dict[str, Factor] = {
    "medicine.codeine": Factor(MG, Decimal("0.15")),
    "medicine.fentanyl_patch": Factor(MCG_AN_HOUR, Decimal("2.4")),
    "medicine.hydrocodone": Factor(MG, Decimal(1)),
    "medicine.hydromorphone": Factor(MG, Decimal(5)),
    "medicine.methadone": Factor(MG, Decimal("4.7")),
    "medicine.morphine": Factor(MG, Decimal(1)),
    "medicine.oxycodone": Factor(MG, Decimal("1.5")),
    "medicine.oxymorphone": Factor(MG, Decimal(3)),
    "medicine.tapentadol": Factor(MG, Decimal("0.4")),
    "medicine.tramadol": Factor(MG, Decimal("0.2")),
}
NOT_COUNTED = frozenset({"medicine.buprenorphine", "medicine.buprenorphine_patch"})
"""A partial agonist has no factor and is never totalled."""
IN_COMBINATION = frozenset({"medicine.hydrocodone_acetaminophen"})
"""Which of the two an amount in mg means is not known."""

_MICROGRAMS = ("mcg", "µg", "μg", "ug")


class Unknown(StrEnum):
    """Why an opioid has no equivalent: it is left out on purpose, has no factor, or its amount cannot be read."""

    NOT_COUNTED = "not-counted"
    NO_FACTOR = "no-factor"
    NO_AMOUNT = "no-amount"


def mme_of(treatment: Treatment) -> Decimal | Unknown:
    """Return the morphine equivalent of a day, as typed; one as needed at the most that is allowed."""
    key, dose = treatment.item.source, typed_dose(treatment)
    if key in NOT_COUNTED:
        return Unknown.NOT_COUNTED
    if key in IN_COMBINATION:
        return Unknown.NO_AMOUNT
    factor = FACTORS.get(key)
    if factor is None:
        return Unknown.NO_FACTOR
    if factor.unit == MG:
        daily = daily_milligrams(treatment)
        return Unknown.NO_AMOUNT if daily is None else daily * factor.factor
    is_readable = is_a_rate(dose.unit) and dose.unit.strip().lower().startswith(_MICROGRAMS)
    return dose.amount * factor.factor if dose.amount is not None and is_readable else Unknown.NO_AMOUNT
