"""The progress report for colleagues: numbers with their sources, decisions with reasons, doses, flares, medicines."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from documents.sciatica import NAPROXEN, PATIENT, PLAN, with_step
from documents.tracked import DECIDED, TODAY, reported, tracked_plan

from painplanner.core.plan import Plan
from painplanner.core.values import replace
from painplanner.documents.blocks import Bullets, Charts, Document, Heading, plain
from painplanner.documents.team_report import team_report


def report(**changes: Any) -> Document:
    return team_report(reported(**changes))


def section(document: Document, title: str) -> list[str]:
    """Return the lines below a heading."""
    at = next((n for n, b in enumerate(document.blocks) if isinstance(b, Heading) and b.text == title), None)
    block = document.blocks[at + 1] if at is not None else None
    return [plain(item) for item in block.items] if isinstance(block, Bullets) else []


def lines(document: Document, title: str) -> list[str]:
    (block,) = (block for block in document.blocks if isinstance(block, Charts))
    return [plain(line) for one in block.charts if one.title == title for line in one.lines]


def medicine(**changes: Any) -> Plan:
    items = tuple(replace(item, **changes) if item.id == NAPROXEN.id else item for item in PLAN.steps[0].items)
    return with_step("step-shot", items=items)


def test_a_measure_has_baseline_standing_target_and_what_change_matters() -> None:
    assert lines(report(), "Leg pain, 0 to 10") == [
        "Baseline 7 on January 13.",
        "Now 4, on February 10.",
        "Target 4 or less: met.",
        "Better by 3; MCID 2 [R]; MDC 1 [R].",
    ]


def test_every_amount_of_change_has_its_source() -> None:
    assert section(report(), "Sources of MCID and MDC") == [
        "Pain, 0 to 10: MCID 2 (long-lasting pain): Farrar 2001, Pain 94:149 [R]. MDC 1: Farrar 2001, Pain 94:149 [R].",
        "[R] read in the source.",
    ]


def test_too_few_days_are_not_enough_data() -> None:
    few = tuple(one for one in reported().readings if one.on.month == 2 and one.on.day > 8)
    assert "Now: not enough data, 2 of the last 7 days filled." in lines(
        report(readings=few), "Sitting without a break, minutes"
    )


def test_a_decision_says_what_was_found_what_followed_and_why() -> None:
    (said,) = section(report(), "Decisions so far")
    assert said.startswith("January 27: Leg pain, 0 to 10 and Sitting without a break: partly met; ")
    assert said.endswith("we look again in 14 days. Reason: He sat through a meal.")
    blind = replace(DECIDED, checkpoint="gone", outcome=None, action=None, reason="")
    assert section(report(plan=replace(PLAN, decisions=(blind,))), "Decisions so far") == [
        "January 27: not enough data."
    ]


def test_each_exercise_says_how_often_it_was_done() -> None:
    assert section(report(), "Exercises at home, from the logs")[1] == (
        "Seated sciatic slider: done on 10 of 14 days, too sore 1, not done 1, left blank 2."
    )
    assert section(report(logs=()), "Exercises at home, from the logs") == []


def test_a_flare_says_when_what_and_why() -> None:
    assert section(report(), "Flares") == ["January 20 to January 23; Seated sciatic slider; long drive."]
    still = replace(tracked_plan().flares[0], back_on=None, items=(), note="")
    assert section(report(plan=replace(PLAN, flares=(still,))), "Flares") == ["from January 20."]


def test_a_medicine_says_when_it_began_was_stopped_or_changed() -> None:
    assert section(report(), "Medicines")[0].endswith("; from January 13, stopped January 27.")
    more = replace(NAPROXEN.dose, amount=Decimal(500))
    changed = section(report(plan=medicine(dose=more)), "Medicines")[0]
    assert changed.startswith("Naproxen: 500 mg, ")
    assert "changed, before: 250 mg" in changed
    assert "changed" not in section(report(plan=PLAN), "Medicines")[0]


def test_it_is_small_even_for_a_patient_who_reads_large_print() -> None:
    assert not report(patient=replace(PATIENT, large_print=True)).large


def test_clinical_names_stand_here() -> None:
    (block,) = (block for block in report().blocks if isinstance(block, Charts))
    assert block.abreast
    assert block.charts[0].chart.today == TODAY
    assert block.charts[0].chart.signs[0].name == "Epidural injection"
