"""Opioids in numbers: the factors of 2022 and no others, fifty a day, a long-acting one first, steps of a taper."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from core.review.made import (
    TODAY,
    check,
    codes,
    day,
    exercise,
    findings,
    found,
    library,
    patient,
    plan,
    step,
    takes,
)

from painplanner.core.dose import MedicineDose, StopRule, TimeOfDay
from painplanner.core.findings import Severity
from painplanner.core.plan import Item, Plan, StepStatus, Texts
from painplanner.core.review.morphine import FACTORS, Unknown, mme_of
from painplanner.core.review.opioids import highest_total
from painplanner.core.review.sight import Sight
from painplanner.core.values import replace


def opioid(name: str, amount: str, times: int | None = 1, unit: str = "mg", **changes: Any) -> Item:
    dose = MedicineDose(
        amount=Decimal(amount), unit=unit, times_per_day=times, stop_rule=StopRule.NEVER_SUDDENLY, trial_end=day(13)
    )
    known: dict[str, Any] = {"id": name, "kind": "medicine", "source": f"medicine.{name}", "dose": dose}
    return Item(**(known | changes))


def sight(*items: Item) -> Sight:
    return Sight(plan(step(*items)), patient(), library(), TODAY)


@pytest.mark.parametrize(
    ("name", "amount", "times", "unit", "total"),
    [
        ("hydrocodone", "5", 4, "mg", "20"),
        ("oxycodone", "10", 2, "mg", "30"),
        ("tramadol", "50", 4, "mg", "40"),
        ("fentanyl_patch", "25", None, "mcg/h", "60"),
        ("fentanyl_patch", "25", 3, "mcg/hour", "60"),
        ("hydromorphone", "2", 4, "mg", "40"),
        ("methadone", "10", 2, "mg", "94"),
        ("tapentadol", "50", 3, "mg", "60"),
        ("oxymorphone", "5", 2, "mg", "30"),
        ("codeine", "30", 4, "mg", "18"),
        ("morphine", "15", 2, "mg", "30"),
        ("morphine", "0.015", 2, "g", "30"),
    ],
)
def test_the_worked_examples_of_the_reference(name: str, amount: str, times: int, unit: str, total: str) -> None:
    assert highest_total(sight(opioid(name, amount, times, unit)))[0] == Decimal(total)


def test_several_add_up() -> None:
    both = sight(opioid("oxycodone", "20", 2), opioid("hydrocodone", "10", 4))
    assert highest_total(both)[0] == 100
    assert highest_total(sight(opioid("morphine", "15", 2), opioid("fentanyl_patch", "12", 1, "mcg/h")))[0] == Decimal(
        "58.8"
    )


def test_factors_that_were_given_up_are_not_used() -> None:
    now = {name.split(".")[1]: factor.factor for name, factor in FACTORS.items()}
    assert (now["tramadol"], now["hydromorphone"], now["methadone"]) == (Decimal("0.2"), 5, Decimal("4.7"))
    assert len(now) == 10


@pytest.mark.parametrize(
    ("item", "why"),
    [
        (opioid("buprenorphine_patch", "10", 1, "mcg/h"), Unknown.NOT_COUNTED),
        (opioid("levorphanol", "2", 3, drug_classes=("opioid",)), Unknown.NO_FACTOR),
        (opioid("hydrocodone_acetaminophen", "5", 4), Unknown.NO_AMOUNT),
        (opioid("oxycodone", "2", 4, "tablets"), Unknown.NO_AMOUNT),
        (opioid("oxycodone", "5", None), Unknown.NO_AMOUNT),
        (opioid("oxycodone", "5", 2, "mg/h"), Unknown.NO_AMOUNT),
        (opioid("fentanyl_patch", "25", 1, "mg"), Unknown.NO_AMOUNT),
        (opioid("fentanyl_patch", "1", 1, "patch"), Unknown.NO_AMOUNT),
        (replace(opioid("oxycodone", "5"), dose=None), Unknown.NO_AMOUNT),
    ],
)
def test_what_cannot_be_computed_is_not_guessed(item: Item, why: Unknown) -> None:
    (treatment,) = sight(item).medicines
    assert mme_of(treatment) is why


def test_one_as_needed_counts_at_the_most_that_is_allowed() -> None:
    as_needed = opioid("oxycodone", "5", 4)
    dose = replace(as_needed.dose, times=(TimeOfDay.AS_NEEDED,))
    assert highest_total(sight(replace(as_needed, dose=dose)))[0] == 30


def test_two_that_follow_one_another_do_not_add_up() -> None:
    first = step(opioid("oxycodone", "20", 2), days=7)
    second = step(opioid("morphine", "20", 2), step_id="later", days=7, on=7)
    assert highest_total(Sight(plan(first, second), patient(), library(), TODAY))[0] == 60


def fifty(**changes: Any) -> Plan:
    return plan(step(opioid("oxycodone", "20", 2), **changes))


def test_fifty_a_day_asks_for_a_note_and_naloxone() -> None:
    seen = found("opioid-fifty", fifty())
    assert (seen.subject, seen.arg("n"), seen.severity) == ("oxycodone", "60", Severity.SHOULD)
    assert "opioid-fifty" not in codes(fifty(note="Weighed again: sleeps, walks, no sedation"))
    assert found("opioid-without-naloxone", fifty()).arg("mme") == "60"
    less = plan(step(opioid("oxycodone", "16", 2)))
    assert not {"opioid-fifty", "opioid-without-naloxone"} & set(codes(less))
    exactly = plan(step(opioid("tramadol", "125", 2)))
    assert found("opioid-fifty", exactly).arg("n") == "50"


def test_fifty_that_goes_on_is_looked_at_within_three_months() -> None:
    old = opioid("oxycodone", "20", 2, dose=replace(opioid("oxycodone", "20", 2).dose, trial_end=None))
    long = step(old, days=None, status=StepStatus.ACTIVE, started_on=day(-60))
    assert "opioid-fifty-without-look" in codes(plan(long, start=day(-60)))
    assert "opioid-fifty-without-look" in codes(plan(long, start=day(-60), checkpoints=(check(91),)))
    assert "opioid-fifty-without-look" not in codes(plan(long, start=day(-60), checkpoints=(check(90),)))
    assert "opioid-fifty-without-look" not in codes(fifty())


def test_its_checkpoint_falls_in_four_weeks() -> None:
    old = opioid("oxycodone", "20", 2, dose=replace(opioid("oxycodone", "20", 2).dose, trial_end=None))
    seen = found("opioid-fifty-without-look", plan(step(old, days=None, started_on=day(-60)), start=day(-60)))
    assert (seen.remedy, seen.arg("days")) == ("add-checkpoint", "88")


def test_an_opioid_without_a_factor_stops_and_one_without_an_amount_is_said() -> None:
    own = opioid("levorphanol", "2", 3, drug_classes=("opioid",))
    assert found("opioid-not-converted", plan(step(own))).severity is Severity.STOP
    assert "opioid-not-converted" not in codes(plan(step(opioid("buprenorphine_patch", "5", 1, "mcg/h"))))
    tablets = plan(step(opioid("oxycodone", "5", 2), opioid("hydrocodone_acetaminophen", "2", 4, "tablets")))
    assert found("opioid-total-not-known", tablets).arg("with-item") == "hydrocodone_acetaminophen"
    own_one = patient(medicines=takes("morphine"))
    assert found("opioid-total-not-known", plan(step(opioid("oxycodone", "5", 2))), own_one).arg("with-code")
    assert "opioid-total-not-known" not in codes(plan(step(opioid("morphine", "5", 2))), own_one)
    assert "opioid-total-not-known" not in codes(plan(step(exercise())), own_one)


@pytest.mark.parametrize(
    ("name", "called"),
    [("fentanyl_patch", ""), ("buprenorphine_patch", ""), ("methadone", ""), ("oxycodone", "Oxycodone ER")],
)
def test_a_long_acting_opioid_is_not_the_first(name: str, called: str) -> None:
    item = opioid(name, "5", texts=(Texts(lang="en", name=called),) if called else ())
    assert found("opioid-long-acting-first", plan(step(item))).severity is Severity.STOP
    assert "opioid-long-acting-first" not in codes(plan(step(item)), patient(medicines=takes("hydrocodone")))
    used = plan(step(item, days=None, started_on=day(-8)), start=day(-8))
    assert "opioid-long-acting-first" not in codes(used)
    earlier = step(opioid("hydrocodone", "5", 4, id="first"), step_id="before", status=StepStatus.DONE,
                   started_on=day(-7), ended_on=TODAY)  # fmt: skip
    assert "opioid-long-acting-first" not in codes(plan(earlier, step(item, on=0), start=day(-7)))


def test_a_short_acting_one_may_be_the_first() -> None:
    named = opioid("oxycodone", "5", texts=(Texts(lang="en", name="Oxycodone, short-acting"),))
    assert "opioid-long-acting-first" not in codes(plan(step(named)))


def taper(*amounts: str, days: int = 14, before: int = 30) -> Plan:
    """A plan of one opioid in steps of so many days, the first one so many days ago."""
    steps = [
        step(
            opioid("oxycodone", amount, 4, id=f"oxycodone-{n}", dose=MedicineDose(
                amount=Decimal(amount), unit="mg", times_per_day=4, stop_rule=StopRule.NEVER_SUDDENLY
            )),
            step_id=f"step-{n}",
            days=before if n == 0 else days,
            on=-before + (before + days * (n - 1) if n else 0),
        )
        for n, amount in enumerate(amounts)
    ]  # fmt: skip
    return plan(*steps, start=day(-before))


@pytest.mark.parametrize(
    ("of", "seen"),
    [
        (taper("20", "18", "16"), []),
        (taper("20", "15"), []),
        (taper("20", "14"), ["oxycodone-1"]),
        (taper("20", "18", "16", days=13), ["oxycodone-2"]),
        (taper("20", "18", "9"), ["oxycodone-2"]),
        (taper("20", "10", before=27), []),
        (taper("10", "20"), []),
    ],
)
def test_a_step_down_after_a_month_is_no_larger_and_no_sooner_than_labels_allow(of: Plan, seen: list[str]) -> None:
    assert [f.subject for f in findings(of) if f.code == "opioid-taper-fast"] == seen


def test_one_the_patient_took_before_counts_as_a_month_of_use() -> None:
    assert "opioid-taper-fast" in codes(taper("20", "10", before=7), patient(medicines=takes("oxycodone")))
