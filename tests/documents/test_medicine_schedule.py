"""The medicine schedule: only what was typed, at the times that were typed, and boxes where none was."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from documents.medicated import GEL, MORE, NEEDED, RESCUE, START, TAKING, medicated, medicated_plan
from documents.sciatica import GABAPENTIN, NAPROXEN, PRACTICE, TODAY, request, texts
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.dose import MedicineDose, StopRule, TimeOfDay
from painplanner.core.known_dates import known_dates
from painplanner.core.patient import Coded
from painplanner.core.plan import Item, Plan, StepStatus
from painplanner.core.practice import PaperSize
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import (
    Bullets,
    Callout,
    Document,
    Heading,
    LogTable,
    Message,
    Paragraph,
    Stop,
    Table,
    plain,
)
from painplanner.documents.medicine_schedule import KIND, TICKS, medicine_schedule
from painplanner.documents.medicines_taken import medicines_taken
from painplanner.documents.request import Request
from painplanner.services.document_check import check_document
from painplanner.services.reading import inflesz

FIXED = ("Morning", "Noon", "Evening", "Bedtime")


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def cells(document: Document, name: str) -> dict[str, str]:
    """Return what a medicine says at each time of day."""
    rows = {plain(row[0]): (table, row) for table in tables(document) for row in table.rows}
    table, row = next(found for said, found in rows.items() if said.startswith(name))
    return {column.title: plain(cell) for column, cell in zip(table.columns[1:], row[1:], strict=True)}


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def of_plan(plan: Plan) -> Request:
    """Return a request for a plan that was changed."""
    made: Request = request(plan, patient=TAKING)
    return made


def dosed(**dose: Any) -> Item:
    made: Item = replace(NAPROXEN, dose=MedicineDose(**dose))
    return made


def test_each_time_of_day_has_the_amount_that_was_typed() -> None:
    assert cells(medicine_schedule(medicated()), "Naproxen") == {
        "Morning": "250 mg",
        "Noon": "",
        "Evening": "250 mg",
        "Bedtime": "",
        "Only if you need it": "",
    }


def test_one_that_is_taken_when_needed_says_how_often_at_most() -> None:
    document = medicine_schedule(medicated())
    assert cells(document, "Acetaminophen")["Only if you need it"] == "2 tablets (650 mg). No more than 3 times a day."
    open_ended = replace(NEEDED, dose=replace(NEEDED.dose, times_per_day=None))
    assert "No more than ____ times a day." in as_text(medicine_schedule(medicated(open_ended)))


def test_without_times_of_day_there_are_boxes_to_mark_and_none_is_invented() -> None:
    document = medicine_schedule(medicated(GEL))
    (table,) = tables(document)
    assert plain(table.rows[0][0]) == "Pain gel: 2 g, on the skin, 3 times a day."
    assert [(column.title, column.kind) for column in table.columns[1:]] == [(time, "box") for time in FIXED]
    assert "Mark the times with us" in headings(document)
    assert "When to take what" not in headings(document)


def test_fewer_times_of_day_than_times_a_day_are_marked_too() -> None:
    item = dosed(amount=Decimal(1), unit="tablet", times=(TimeOfDay.MORNING,), times_per_day=2)
    (table,) = tables(medicine_schedule(medicated(item)))
    assert {column.kind for column in table.columns[1:]} == {"box"}


def test_an_amount_that_was_not_typed_is_a_blank() -> None:
    item = dosed(times=(TimeOfDay.MORNING,))
    assert cells(medicine_schedule(medicated(item)), "Naproxen")["Morning"] == "____"
    text = as_text(medicine_schedule(medicated(GABAPENTIN)))
    assert "Gabapentin (nerve pain pill): ____________, ____ times a day." in text


def test_one_that_changes_by_dates_is_there_once_with_its_steps() -> None:
    document = medicine_schedule(medicated())
    assert cells(document, "Gabapentin")["Bedtime"] == "300 mg"
    assert cells(document, "Gabapentin")["Morning"] == ""
    heading = headings(document).index("Gabapentin (nerve pain pill): it changes by date")
    assert heading > headings(document).index("When to take what")
    (steps,) = [b for b in document.blocks if isinstance(b, Bullets) and b.mark == "number"]
    assert [plain(item) for item in steps.items] == [
        "From January 13 to January 19: 300 mg, by mouth, at bedtime.",
        "From January 20 to February 16: 300 mg, by mouth, in the morning, at bedtime.",
    ]


def test_after_the_change_only_the_new_amount_is_said() -> None:
    later = TODAY + timedelta(days=10)
    document = medicine_schedule(medicated(today=later))
    assert cells(document, "Gabapentin")["Morning"] == "300 mg"
    assert "it changes by date" not in as_text(document)


def test_two_amounts_of_one_medicine_on_the_same_days_are_both_said() -> None:
    other = replace(MORE, dose=replace(START.dose, amount=Decimal(600), times=(TimeOfDay.NOON,)))
    plan = medicated_plan(START, other)
    found = medicines_taken(plan, known_dates(plan, TODAY), TODAY)
    assert [one.item.id for one in found] == [START.id, other.id]


def test_one_that_is_to_come_says_so() -> None:
    plan = medicated_plan(NAPROXEN)
    steps = tuple(replace(s, timing=replace(s.timing, on=date(2026, 1, 20))) if s.id == "step-pills" else s
                  for s in plan.steps)  # fmt: skip
    said = as_text(medicine_schedule(of_plan(replace(plan, steps=steps))))
    assert "Not yet: start on January 20." in said


def test_what_is_stopped_or_over_is_not_on_the_paper() -> None:
    gone = replace(NEEDED, stopped_on=TODAY)
    over = replace(NAPROXEN, dose=replace(NAPROXEN.dose, trial_end=TODAY - timedelta(days=1)))
    assert KIND.is_empty(medicated(gone, over))
    last_day = replace(NAPROXEN, dose=replace(NAPROXEN.dose, trial_end=TODAY))
    assert not KIND.is_empty(medicated(last_day))


def test_the_end_of_a_step_stops_no_medicine() -> None:
    plan = medicated_plan(START)
    steps = tuple(
        replace(s, status=StepStatus.DONE, started_on=TODAY, ended_on=TODAY) if s.id == "step-pills" else s
        for s in plan.steps
    )
    assert "Gabapentin" in as_text(medicine_schedule(of_plan(replace(plan, steps=steps))))


def test_how_each_ends_stands_first_of_what_to_know_of_it() -> None:
    boxes = {block.title: block for block in medicine_schedule(medicated()).blocks if isinstance(block, Callout)}
    assert plain(boxes["Naproxen (pain and swelling pill)"].items[0]) == "Use it until January 27, then stop."
    gabapentin = [plain(item) for item in boxes["Gabapentin (nerve pain pill)"].items]
    assert gabapentin == [
        "Do not stop by yourself. Call us first.",
        "Give it 4 to 8 weeks.",
        "It can make you sleepy.",
        "Do not stop it all at once. Call us first.",
    ]
    assert all(len(box.items) <= 5 for box in boxes.values())


def test_what_is_kept_for_an_emergency_has_no_time_of_day() -> None:
    document = medicine_schedule(medicated(RESCUE))
    assert tables(document) == []
    assert "Keep it at home." in as_text(document)


def test_what_else_the_patient_takes_is_listed_with_lines_for_more() -> None:
    text = as_text(medicine_schedule(medicated()))
    assert "You told us that you take these: Low-dose aspirin, St John's wort." in text
    assert "Aspirina en dosis baja" in as_text(medicine_schedule(medicated(language="es")))
    unknown = replace(TAKING, medicines=(Coded(code="medicine.new_pill"),))
    assert "New pill." in as_text(medicine_schedule(medicated(patient=unknown)))
    none_told = as_text(medicine_schedule(medicated(patient=replace(TAKING, medicines=()))))
    assert "Write down all else that you take:" in none_told


def test_a_week_to_tick_is_a_choice() -> None:
    assert not [b for b in medicine_schedule(medicated()).blocks if isinstance(b, LogTable)]
    ticked = medicine_schedule(medicated(options={TICKS: "week"}))
    (table,) = [b for b in ticked.blocks if isinstance(b, LogTable)]
    asked = {(row.label.split()[0], row.note, row.asked.count(True)) for row in table.rows}
    assert asked == {
        ("Naproxen", "Morning, 250 mg", 7),
        ("Naproxen", "Evening, 250 mg", 7),
        ("Gabapentin", "Bedtime, 300 mg", 5),
        ("Gabapentin", "Morning, 300 mg", 2),
        ("Gabapentin", "Bedtime, 300 mg", 2),
    }


@pytest.mark.parametrize("narrow", [{"patient": replace(TAKING, large_print=True)},
                                    {"practice": replace(PRACTICE, paper=PaperSize.A5)}])  # fmt: skip
def test_on_narrow_lines_each_time_of_day_is_a_list_of_its_own(narrow: dict[str, Any]) -> None:
    document = medicine_schedule(medicated(**narrow))
    assert tables(document) == []
    small = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 3]
    assert small == ["Morning", "Evening", "Bedtime", "Only if you need it"]
    assert "Naproxen (pain and swelling pill): 250 mg, by mouth." in as_text(document)
    asked = [b for b in document.blocks if isinstance(b, Paragraph) and "Pain gel" in plain(b.words)]
    assert len(asked) == 1


def test_the_message_is_first_and_the_stop_box_and_a_checklist_are_there() -> None:
    document = medicine_schedule(medicated())
    assert isinstance(document.blocks[0], Message)
    assert plain(document.blocks[0].words).endswith("If this and your bottle differ, call us.")
    assert [b for b in document.blocks if isinstance(b, Stop)]
    assert [b for b in document.blocks if isinstance(b, Bullets) and b.mark == "box"]
    assert document.kind == KIND.id


def test_spanish_patients_read_it_easily() -> None:
    text = as_text(medicine_schedule(medicated(language="es", options={TICKS: "week"})))
    for english in ("Morning", "Evening", "Bedtime", "Medicine", "Good to know", "By mouth"):
        assert english not in text
    assert inflesz([line for line in text.splitlines() if len(line) > 20 and "|" not in line]) >= 65


@given(
    times=st.lists(st.sampled_from(TimeOfDay), unique=True),
    often=st.none() | st.integers(1, 6),
    amount=st.none() | st.integers(1, 900),
)
def test_no_time_of_day_is_said_that_was_not_typed(
    times: list[TimeOfDay], often: int | None, amount: int | None
) -> None:
    item = dosed(
        amount=None if amount is None else Decimal(amount),
        unit="mg",
        times=tuple(times),
        times_per_day=often,
        stop_rule=StopRule.NEVER_SUDDENLY,
    )
    for table in tables(medicine_schedule(medicated(item))):
        said = {column.title for column, cell in zip(table.columns, table.rows[0], strict=True) if plain(cell)}
        typed = {FIXED[n] for n, time in enumerate(list(TimeOfDay)[:4]) if time in times}
        assert said & set(FIXED) <= typed


@pytest.mark.parametrize("lang", ["en", "es"])
def test_nothing_that_a_program_can_check_is_amiss(lang: str) -> None:
    checked = check_document(medicine_schedule(medicated(language=lang, options={TICKS: "week"})))
    assert [aspect.code for aspect, _where in checked.failed] == []
    assert checked.has_call_box


@pytest.mark.parametrize(("years", "is_said"), [(30, True), (75, False)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_pregnancy_is_spoken_of_only_where_the_age_leaves_it_possible(
    language: str, years: int, *, is_said: bool
) -> None:
    lines = (
        ("safety", "Not on cuts.", "No en cortes."),
        ("safety", "Do not use it in pregnancy.", "No en el embarazo."),
    )
    gel = replace(GEL, texts=texts("Gel", "Pain gel", "Gel para el dolor", *lines))
    patient = replace(TAKING, birth_date=date(TODAY.year - years, 1, 1))
    said = as_text(medicine_schedule(medicated(gel, patient=patient, language=language)))
    assert ("pregnan" in said or "embarazo" in said) is is_said
    assert "cuts" in said or "cortes" in said
