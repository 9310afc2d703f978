"""The clinician summary: what must be known first, where the plan is, numbers below one another, what is next."""

from __future__ import annotations

import pytest
from documents.colleagues import FLAGGED, TRAMADOL, WHO, told, with_more
from documents.pdf.reading import pages
from documents.sciatica import PRACTICE, TODAY, request

from painplanner.core.dose import MedicineDose
from painplanner.core.patient import Patient, RedFlags, SafetyAnswers
from painplanner.core.plan import Plan, Step
from painplanner.core.values import Answer, replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Bullets, Heading, Message, Table, plain
from painplanner.documents.clinician_summary import KIND, MOST_FINDINGS, clinician_summary
from painplanner.documents.kind import Reader
from painplanner.documents.pdf import page_count, write_pdf
from painplanner.documents.registry import kind_ids
from painplanner.documents.request import Request


def text(asked: Request) -> str:
    return as_text(clinician_summary(asked))


def lines(asked: Request, lead: str) -> list[str]:
    blocks = [block for block in clinician_summary(asked).blocks if isinstance(block, Bullets)]
    return [said for block in blocks for item in block.items if lead in (said := plain(item))]


def tables(asked: Request) -> list[Table]:
    return [block for block in clinician_summary(asked).blocks if isinstance(block, Table)]


def test_it_is_for_colleagues_and_begins_with_what_the_plan_is_for() -> None:
    document = clinician_summary(told())
    first = document.blocks[0]
    assert isinstance(first, Message)
    assert plain(first.words) == "Lumbar radiculopathy L5 right. 47 years, record 4021."
    assert KIND.reader is Reader.COLLEAGUE
    assert KIND.id in kind_ids()
    assert not document.large


def test_allergies_come_before_everything_else_of_the_patient() -> None:
    document = clinician_summary(told())
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert titles == ["Patient", "Problem, plan and goals", "Treatment", "Open and next"]
    first = next(block for block in document.blocks if isinstance(block, Bullets))
    assert plain(first.items[0]) == "Allergies: Penicillin, a yellow pill (not checked)."


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer.NOT_ASKED, "Allergies: Not asked yet."),
        (Answer.NO, "Allergies: None known."),
        (Answer.YES, "Allergies: Answered yes, and none is named."),
    ],
)
def test_not_asked_is_never_read_as_none(answer: Answer, said: str) -> None:
    patient: Patient = replace(WHO, allergies=(), allergies_answer=answer)
    assert lines(told(patient=patient), "Allergies") == [said]


def test_a_red_flag_stands_with_what_was_done() -> None:
    patient: Patient = replace(WHO, red_flags=FLAGGED)
    (said,) = lines(told(patient=patient), "Red flags")
    assert "History or signs of cancer, asked on Jan 13." in said
    assert "Done on Jan 14: Blood tests ordered, scan on the same day." in said
    open_flag = replace(FLAGGED, action="", action_on=None)
    assert "Nothing is noted that was done." in lines(told(patient=replace(WHO, red_flags=open_flag)), "Red flags")[0]
    assert "Red flags: Not asked yet." in lines(told(patient=replace(WHO, red_flags=RedFlags())), "Red flags")[0]


def test_safety_answers_name_yes_and_not_asked() -> None:
    (said,) = lines(told(), "Safety questions")
    assert said.endswith("Safety questions: Yes: Risk of falls; not asked yet: Implanted device; no to the others.")
    never = replace(WHO, safety=SafetyAnswers())
    assert "no to" not in lines(told(patient=never), "Safety questions")[0].split("Safety questions")[1]


def test_it_says_where_the_plan_is_and_what_was_decided_why() -> None:
    said = text(told())
    assert "Now, step 2 of 4: Graded sitting and nerve glides, since Jan 15, decide by Feb 15." in said
    assert "partly met; we look again in 14 days. Reason: He sat through a meal." in said
    assert "Mechanism: Neuropathic. Likely drivers: An irritated nerve root." in said


def test_goals_have_start_now_and_target_with_numbers_below_one_another() -> None:
    goals, _medicines = tables(told())
    assert [column.kind for column in goals.columns] == ["text", "number", "number", "text", "text"]
    cells = [[plain(cell) for cell in row] for row in goals.rows]
    assert cells[0] == [
        "Sit for a meal with my family",
        "10",
        "19.5",
        "≥\u00a018 minutes",
        "Met, by Mar 16.",
    ]
    assert cells[2] == ["Leg pain, 0 to 10", "7", "4", "≤\u00a04", "Met."]
    assert cells[1][1:] == ["–", "–", "–", "Not measured, by Mar 17."]


def test_too_few_numbers_are_no_bad_result() -> None:
    goals, _medicines = tables(told(readings=()))
    assert [plain(row[4]) for row in goals.rows if "Not met" in plain(row[4])] == []
    assert plain(goals.rows[2][4]) == "No data yet."


def test_medicines_have_dose_start_and_end_and_an_opioid_its_equivalent() -> None:
    _goals, medicines = tables(told())
    tramadol, gabapentin = ([plain(cell) for cell in row] for row in medicines.rows)
    assert tramadol == [
        "Tramadol",
        "50 mg, by mouth, in the morning, in the evening; 20 MME a day",
        "Jan 15",
        "never stop suddenly; look again Feb 20; taken down: one pill less every two weeks",
    ]
    assert gabapentin[1] == "dose not complete"
    said = text(told())
    assert "Opioids at the most: 20 MME a day (CDC 2022)" in said
    assert "A measure of risk, not a dose to change to." in said


def test_an_opioid_without_an_amount_has_no_equivalent() -> None:
    plan = with_more(replace(TRAMADOL, dose=MedicineDose()))
    said = text(told(plan))
    assert "MME not known" in said
    assert "Opioids at the most" not in said


def test_without_medicines_it_says_so() -> None:
    assert "The plan gives no medicine now." in text(told(with_more()))


def test_a_procedure_has_level_side_day_and_what_came_of_it() -> None:
    (said,) = lines(told(), "Transforaminal")
    assert said == "Transforaminal epidural steroid injection: L5, right side, Jan 13. Jan 27: partly met."


def test_the_logs_say_how_often_each_exercise_was_done() -> None:
    (said,) = lines(told(), "Done at home")
    assert "Seated sciatic slider 10 of 14 days (too sore 1)" in said
    assert lines(told(logs=(), sheets=()), "no log yet") == [
        "At home, no log yet: Graded sitting protocol and Seated sciatic slider."
    ]


def test_findings_are_the_worst_ones_and_how_many_more() -> None:
    (said,) = lines(told(findings=tuple(f"Finding {n}" for n in range(MOST_FINDINGS + 2))), "The review sees")
    assert said.startswith("The review sees: Finding 0. Finding 1.")
    assert said.endswith("2 more, in the plan.")
    assert lines(told(findings=()), "The review sees") == ["The review sees: Nothing is open."]


def test_what_is_next_has_days_and_names() -> None:
    said = text(told())
    assert "Next visit: Feb 24, 10:30 am, M. Reyes." in said
    assert "Then, step 3: Get strong and walk, from Feb 16, physical therapist." in said


def test_it_is_one_page_for_an_ordinary_case_and_shows_no_side_that_is_not_set() -> None:
    data = write_pdf(clinician_summary(told(with_more())))
    assert page_count(data) == 1
    assert "Allergies" in pages(data)[0]


def test_a_bare_plan_can_be_summed_up_too() -> None:
    bare = Plan(id="p", steps=(Step(id="s"),))
    said = text(request(bare, patient=Patient(id="x"), practice=PRACTICE, measures={}))
    assert "Care plan." in said
    assert "No step is at work now." in said or "Now, step 1 of 1" in said


def test_spanish_is_spanish() -> None:
    said = text(told(language="es", today=TODAY))
    for english in ("Allergies", "Now, step", "Target", "no to the others", "How it ends", "Next visit", "review sees"):
        assert english not in said
    assert "Resumen clínico" in said


def test_a_step_of_a_template_is_named_in_the_language_of_the_practice() -> None:
    assert "Ahora, paso 2 de 4: Estar sentado un poco más, desde el 15 ene" in text(told(language="es"))
