"""Steroid injections of one place: how many in a year and how soon again, each with the source it has."""

from __future__ import annotations

import pytest
from core.review.made import codes, day, found, plan, procedure, step

from painplanner.core.dose import ProcedureDose
from painplanner.core.plan import Item, Plan, Step, StepStatus
from painplanner.core.source import SourceTag
from painplanner.core.values import Side


def steroid(name: str, n: int, side: Side | None = None) -> Item:
    return procedure(name, f"needle-{n}", dose=ProcedureDose(site="here", side=side), drug_classes=("corticosteroid",))


def given(name: str, *days: int, sides: tuple[Side | None, ...] = ()) -> Plan:
    """Injections so many days from today; those of the past are done."""
    every = sides or (None,) * len(days)
    steps = [
        step(steroid(name, n, side), step_id=f"step-{n}", on=on, days=1, **_status(on))
        for n, (on, side) in enumerate(zip(days, every, strict=True))
    ]
    return plan(*steps, start=day(min(days)))


def _status(on: int) -> dict[str, object]:
    return {"status": StepStatus.DONE, "started_on": day(on), "ended_on": day(on)} if on < 0 else {}


@pytest.mark.parametrize(
    ("of", "n"),
    [
        (given("knee_steroid", -89, 1), ""),
        (given("knee_steroid", -88, 1), "89"),
        (given("knee_steroid", 0, 30), "30"),
        (given("knee_steroid", 0, 30, sides=(Side.LEFT, Side.RIGHT)), ""),
        (given("knee_steroid", 0, 30, sides=(Side.LEFT, Side.BOTH)), "30"),
        (given("knee_steroid", -60, -30), ""),
        (given("sacroiliac_steroid", 0, 59), "59"),
        (given("sacroiliac_steroid", 0, 60), ""),
        (given("interlaminar_epidural", 0, 14), ""),
    ],
)
def test_the_next_one_is_not_too_soon(of: Plan, n: str) -> None:
    assert ("steroid-soon" in codes(of)) is bool(n)
    if n:
        assert found("steroid-soon", of).arg("n") == n


def test_what_is_a_default_of_the_product_says_so() -> None:
    soon = found("steroid-soon-default", given("subacromial_steroid", 0, 41))
    assert (soon.source.tag, soon.arg("limit")) == (SourceTag.D, "42")
    assert "steroid-soon-default" not in codes(given("subacromial_steroid", 0, 42))
    many = found("steroid-many-default", given("subacromial_steroid", 0, 60, 120, 180))
    assert (many.source.tag, many.subject) == (SourceTag.D, "needle-3")


def test_no_more_than_four_epidurals_of_a_region_in_a_year() -> None:
    fifth = found("steroid-many", given("interlaminar_epidural", -360, -200, -100, -50, 4))
    assert (fifth.arg("n"), fifth.arg("limit"), fifth.subject, fifth.source.tag) == (
        "5", "4", "needle-4", SourceTag.R2,
    )  # fmt: skip
    assert "steroid-many" not in codes(given("interlaminar_epidural", -365, -200, -100, -50, 4))


def test_the_neck_and_the_low_back_are_two_places() -> None:
    low = [step(steroid("interlaminar_epidural", n), step_id=f"step-{n}", on=n * 30, days=1) for n in range(4)]
    neck: Step = step(steroid("cervical_epidural", 9), step_id="neck", on=130, days=1)
    assert "steroid-many" not in codes(plan(*low, neck))


def test_a_block_without_a_steroid_is_none_of_them() -> None:
    block = [step(procedure("knee_block", f"block-{n}"), step_id=f"step-{n}", on=n, days=1) for n in range(6)]
    assert not [code for code in codes(plan(*block)) if code.startswith("steroid")]


def test_two_in_the_same_step_are_two() -> None:
    both = plan(step(steroid("knee_steroid", 1), steroid("knee_steroid", 2), days=1))
    assert found("steroid-soon", both).subject == "needle-2"
