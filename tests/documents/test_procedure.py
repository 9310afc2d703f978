"""Before and after a procedure: what to do then, what is agreed, the log of a test, and the steps it makes room for."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from documents.sciatica import INJECTION, PATIENT, PLAN, TODAY, request, with_step

from painplanner.core.library import Intervention
from painplanner.core.patient import Coded, SafetyAnswers
from painplanner.core.plan import Item, NextVisit, Plan, Purpose, Step, StepStatus
from painplanner.core.values import Answer, replace
from painplanner.documents.aftercare import Care, sorted_lines
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import (
    Bullets,
    Callout,
    Document,
    Fill,
    Heading,
    Message,
    StepRow,
    Stop,
    Table,
    plain,
)
from painplanner.documents.procedure import KIND, procedure
from painplanner.documents.said import parts
from painplanner.documents.words import words_in
from painplanner.services.document_check import check_document
from painplanner.services.library_files import read_entries

RESOURCES = Path(__file__).parents[2] / "resources" / "library"
MOST = 5
MRI = Item(id="item-mri", source="diagnostic.mri", kind="diagnostic", texts=INJECTION.texts)


@pytest.fixture(scope="module")
def entries() -> dict[str, Intervention]:
    return {entry.id: entry for entry in read_entries(RESOURCES)}


def of_library(entry: Intervention) -> Item:
    return Item(
        id="item-shot",
        source=entry.id,
        kind=entry.kind.value,
        texts=entry.texts,
        dose=entry.dose,
        drug_classes=entry.drug_classes,
    )


def with_shot(item: Item = INJECTION, **changes: Any) -> Plan:
    return with_step("step-shot", items=(item,), **changes)


def page(plan: Plan = PLAN, **changes: Any) -> Document:
    return procedure(request(plan, **changes))


def boxes(document: Document) -> dict[str, list[str]]:
    return {box.title: [plain(item) for item in box.items] for box in parts(document.blocks, Callout)}


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks if isinstance(block, Fill)]


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_a_plan_without_a_procedure_has_none() -> None:
    bare = Plan(id="plan-9", steps=(Step(id="s", items=(MRI,)),))
    assert not KIND.is_offered(bare)
    assert KIND.is_empty(request(bare))
    assert not KIND.is_empty(request())


@pytest.mark.parametrize("status", [StepStatus.SKIPPED, StepStatus.STOPPED])
def test_one_that_was_called_off_is_prepared_for_no_more(status: StepStatus) -> None:
    assert not KIND.is_offered(with_shot(status=status))


def test_it_says_in_short_when_who_drives_and_when_we_look() -> None:
    document = page()
    first, short = document.blocks[:2]
    assert isinstance(first, Message)
    assert isinstance(short, Callout)
    assert short.is_summary
    assert [plain(line) for line in short.items] == [
        "Shot near the nerve: Tuesday, January 13.",
        "Someone drives you home.",
        "We look again: Tuesday, January 27.",
    ]
    assert document.title == "Before and after: Shot near the nerve"


def test_what_only_the_practice_knows_is_a_line_to_fill() -> None:
    assert labels(page())[:3] == [
        "Come on (day and time)",
        "Last meal and drink before it",
        "Medicines on that morning",
    ]


def test_a_known_time_is_said_and_not_asked_for() -> None:
    visit = NextVisit(on=TODAY, at=time(9, 15))
    document = page(replace(PLAN, next_visit=visit))
    assert "Shot near the nerve: Tuesday, January 13 at 9:15 am." in as_text(document)
    assert "Come on (day and time)" not in labels(document)


def test_nobody_stops_a_blood_thinner_alone() -> None:
    bare = with_shot(replace(INJECTION, texts=()))
    assert boxes(page(bare))["Blood thinners"] == [
        "Tell us if you take a blood thinner.",
        "Do not stop it on your own.",
    ]
    thinned = replace(PATIENT, safety=SafetyAnswers(blood_thinner=Answer.YES))
    document = page(bare, patient=thinned)
    assert "Start it again only when we tell you." in boxes(document)["Blood thinners"]
    assert {"Blood thinner: last time before it", "Blood thinner: again from"} <= set(labels(document))


def test_two_lists_are_there_to_tick() -> None:
    diabetic = replace(PATIENT, conditions=(Coded(code="condition.diabetes"),))
    document = page(patient=diabetic)
    ticked = {box.title for box in parts(document.blocks, Callout) if box.mark == "box"}
    assert ticked == {"The day before", "What I bring", "Before I go home"}
    assert "What I need to check my sugar" in boxes(document)["What I bring"]
    assert "What I need to check my sugar" not in boxes(page())["What I bring"]


def test_aftercare_is_what_the_plan_says_else_what_holds_after_any_shot() -> None:
    said = boxes(page())
    assert said["That day"] == ["No driving until tomorrow."]
    assert said["How you move again"] == ["Short walks are good today."]
    general = boxes(page(with_shot(replace(INJECTION, texts=()))))
    assert general["Where the needle went in"] == [
        "A shower is fine. No bath, pool or hot tub for 2 days.",
        "Use no lotion on the spot for a day.",
    ]
    assert "Do not drive that day." in general["That day"]
    knee = with_shot(replace(INJECTION, texts=(), source="procedure.knee_steroid"), title="")
    elsewhere: Plan = replace(knee, region=None)
    assert "Do not drive that day." not in boxes(page(elsewhere))["That day"]


def test_after_it_was_done_nothing_is_to_prepare(entries: dict[str, Intervention]) -> None:
    ablation = of_library(entries["procedure.radiofrequency_ablation"])
    on = TODAY - timedelta(days=3)
    document = page(with_shot(ablation, status=StepStatus.DONE, started_on=on, ended_on=on))
    assert document.title.startswith("After: ")
    assert "The day before" not in boxes(document)
    assert "It may burn like a sunburn for 1 to 2 weeks." in boxes(document)["What you may feel"]
    long_ago = with_shot(ablation, status=StepStatus.DONE, started_on=date(2025, 12, 1), ended_on=date(2025, 12, 1))
    assert KIND.is_empty(request(long_ago))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_no_box_of_the_library_says_more_than_5_things(entries: dict[str, Intervention], lang: str) -> None:
    w = words_in(lang, TODAY)
    items = [of_library(entry) for entry in entries.values() if entry.kind.value in {"procedure", "diagnostic"}]
    many = {item.source: care for item in items for care, lines in sorted_lines(item, w).items() if len(lines) > MOST}
    assert many == {}


def test_lines_are_sorted_alike_in_both_languages(entries: dict[str, Intervention]) -> None:
    shot = of_library(entries["procedure.epidural_steroid"])
    english, spanish = (sorted_lines(shot, words_in(lang, TODAY)) for lang in ("en", "es"))
    assert {care: len(lines) for care, lines in english.items()} == {
        care: len(lines) for care, lines in spanish.items()
    }
    assert english[Care.PLACE][0].startswith("A shower is fine.")


def test_a_test_shot_has_a_log_of_its_hours(entries: dict[str, Intervention]) -> None:
    block = of_library(entries["procedure.medial_branch_block"])
    document = page(with_shot(block, purpose=Purpose.DIAGNOSTIC))
    (log,) = [one for one in document.blocks if isinstance(one, Table)]
    assert [column.title for column in log.columns] == ["When", "Pain, 0 to 10", "What I did"]
    assert [plain(row[0]) for row in log.rows][:3] == ["Just before", "After 1 hour", "After 2 hours"]
    assert len(log.rows) == 9
    first = document.blocks[0]
    assert isinstance(first, Message)
    assert plain(first.words).startswith("This is a test, not a cure.")
    assert not [one for one in page().blocks if isinstance(one, Table)]


def test_a_trial_of_a_stimulator_is_logged_by_the_day_and_not_by_the_hour(entries: dict[str, Intervention]) -> None:
    trial = of_library(entries["procedure.stimulator_trial"])
    document = page(with_shot(trial, purpose=Purpose.DIAGNOSTIC))
    assert not [one for one in document.blocks if isinstance(one, Table)]
    assert "Each day, write down your walking, sleep and pain." in boxes(document)["How you move again"]


def test_the_steps_it_makes_room_for_and_when_we_look() -> None:
    document = page()
    rows = [block for block in document.blocks if isinstance(block, StepRow)]
    assert [row.number for row in rows] == ["2", "3"]
    assert "What it makes room for" in headings(document)
    assert any(one.startswith("How will we know? On Tuesday, January 27") for one in headings(document))
    assert [block for block in document.blocks if isinstance(block, Bullets)][-1].mark == "box"
    unchecked: Plan = replace(PLAN, checkpoints=())
    assert "We look at it together on" in labels(page(unchecked))


def test_several_are_each_named_and_one_of_a_kind_stands_for_all() -> None:
    other = replace(INJECTION, id="item-other", source="procedure.trigger_point")
    again = replace(INJECTION, id="item-again")
    document = page(with_step("step-shot", items=(INJECTION, other, again)))
    assert document.title == "Before and after your procedures"
    assert len([head for head in headings(document) if head.startswith("Before: ")]) == 2


def test_the_stop_box_knows_of_the_shot() -> None:
    (stop,) = [block for block in page().blocks if isinstance(block, Stop)]
    assert any(line.startswith("After a shot: fever") for line in stop.emergency)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_it_reads_easily_and_fails_in_nothing_that_a_program_sees(entries: dict[str, Intervention], lang: str) -> None:
    for name in ("procedure.epidural_steroid", "procedure.medial_branch_block", "procedure.radiofrequency_ablation"):
        check = check_document(page(with_shot(of_library(entries[name])), language=lang))
        assert [aspect.code for aspect, _where in check.failed] == []
        assert not check.is_too_hard


def test_spanish_patients_read_it_in_spanish(entries: dict[str, Intervention]) -> None:
    plan = with_shot(of_library(entries["procedure.medial_branch_block"]), purpose=Purpose.DIAGNOSTIC)
    text = as_text(page(plan, language="es"))
    for english in ("Before", "After", "Blood thinner", "What ", "Pain log", "I know", "Come on", "hour"):
        assert english not in text
