"""Numbers as people type them: a point or a comma, and no guessing at thousands."""

from __future__ import annotations

from decimal import Decimal

import pytest

from painplanner.core.values import Impossible, parse_decimal


@pytest.mark.parametrize(
    ("typed", "number"), [("0.5", "0.5"), ("0,5", "0.5"), ("1.5", "1.5"), ("0.125", "0.125"), ("1500", "1500")]
)
def test_a_point_or_a_comma_is_understood(typed: str, number: str) -> None:
    assert parse_decimal(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["1,000", "1.000", "1.500", "1,500", "1 000", "1'000", "1,000.5", "12.250"])
def test_what_may_be_a_thousand_is_refused(typed: str) -> None:
    with pytest.raises(Impossible) as refused:
        parse_decimal(typed)
    assert refused.value.code == "group-separator"
