"""The text for the chart carries the whole plan in clinical words and full dates."""

from __future__ import annotations

from datetime import date

from documents.sciatica import (
    BIRD_DOG,
    BRIDGE,
    GABAPENTIN,
    PATIENT,
    PLAN,
    TODAY,
    WORK_TALK,
    both,
    request,
    with_items,
    with_step,
)

from painplanner.core.plan import Plan, TeachBack
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.chart import chart_text
from painplanner.documents.handout import handout

TEXT = chart_text(PLAN, PATIENT, TODAY)


def chart(*items: object) -> str:
    return chart_text(with_items(*items), PATIENT, TODAY)  # pyright: ignore[reportArgumentType]


def test_it_names_the_patient_the_plan_and_the_day() -> None:
    assert TEXT.splitlines()[:3] == [
        "Care plan: Lumbar radiculopathy L5 right",
        "Daniel Whitcombe, born August 3, 1978, record 4021",
        "Plan 20418-0, January 13, 2026",
    ]


def test_steps_have_purpose_status_dates_and_owner() -> None:
    assert (
        "2. Graded sitting and nerve glides; root cause; planned; January 15, 2026 to February 15, 2026;"
        " M. Reyes, physical therapist" in TEXT
    )


def test_items_have_dose_and_side_in_words() -> None:
    assert "- Bird dog: 3 rounds, 6 times, hold 3 seconds, left and right, 1 time a day, 3 days a week; at home" in TEXT
    assert "- Leg press: 2 rounds, 12 times, 1 time a day, 2 days a week; in the clinic" in TEXT


def test_a_graded_dose_says_where_it_has_come_to() -> None:
    said = "10 minutes, 6 times a day, every day; add 2 minutes every third day, up to 45 minutes"
    assert f"{said}, by the clock, not by the pain; at home" in TEXT
    later = chart_text(PLAN, PATIENT, date(2026, 1, 29))
    assert f"{said}, by the clock, not by the pain; now 18 minutes; at home" in later


def test_education_says_whether_it_was_shown_and_done_back() -> None:
    said = {
        shown: chart(replace(WORK_TALK, shown=shown))
        for shown in (TeachBack.YES, TeachBack.PARTLY, TeachBack.NO, TeachBack.NOT_RECORDED)
    }
    assert "Ergonomic and workload discussion: shown and done back: yes" in said[TeachBack.YES]
    assert "shown and done back: partly" in said[TeachBack.PARTLY]
    assert "shown and done back: no\n" in said[TeachBack.NO]
    assert "shown" not in said[TeachBack.NOT_RECORDED]


def test_what_is_not_set_is_said_and_not_left_blank() -> None:
    bird_dog = replace(BIRD_DOG, dose=replace(BIRD_DOG.dose, side=None, times_per_day=None))
    assert "side not set, 3 days a week, dose not complete" in chart(bird_dog)
    assert "Gabapentin: dose not complete; never stop suddenly" in chart(GABAPENTIN)
    assert "____" not in chart(bird_dog, GABAPENTIN)


def test_checkpoints_have_numbers_targets_and_what_follows() -> None:
    assert "- January 27, 2026; steps 1, 2" in TEXT
    assert "   - Leg pain, 0 to 10: now 7, target 4 or less" in TEXT
    assert "   - not met: we look again at the cause" in TEXT


def test_a_measure_has_its_clinical_name_here_and_a_plain_one_on_the_patients_paper() -> None:
    odi = replace(
        PLAN.checkpoints[0].criteria[0], name=both("ODI", "ODI"), plain_name=both("Back questions", "Espalda")
    )
    plan: Plan = replace(PLAN, checkpoints=(replace(PLAN.checkpoints[0], criteria=(odi,)),))
    assert "   - ODI: now 7, target 4 or less" in chart_text(plan, PATIENT, TODAY)
    handed = as_text(handout(request(plan)))
    assert "Back questions: 4 or less" in handed
    assert "ODI" not in handed


def test_the_next_visit_closes_it() -> None:
    assert TEXT.endswith("Next visit: January 27, 2026, 10:30 am, M. Reyes\n")
    assert chart(BRIDGE).endswith("Next visit: not set\n")


def test_what_took_over_and_what_stopped_is_said() -> None:
    old = replace(BRIDGE, stopped_on=date(2026, 1, 27))
    text = chart(old, replace(BIRD_DOG, replaces=BRIDGE.id))
    assert "in place of: Bridge" in text
    assert "stopped January 27, 2026" in text


def test_how_a_medicine_is_taken_down_is_written_for_the_team_and_on_no_paper_of_the_patient() -> None:
    stopped = replace(GABAPENTIN, stopped_on=date(2026, 1, 27), stop_plan="By one capsule\na week")
    assert "stopped January 27, 2026; taken down: By one capsule a week" in chart(stopped)
    assert "capsule" not in as_text(handout(request(with_items(stopped))))


def test_notes_for_the_team_stand_there_on_one_line() -> None:
    assert "   Note: call\u00a0the insurer".replace("\u00a0", " ") in chart_text(
        with_step("step-sit", note="call\nthe insurer"), PATIENT, TODAY
    )


def test_an_empty_plan_has_a_text_too() -> None:
    text = chart_text(Plan(id="plan-8"), replace(PATIENT, name="", birth_date=None), TODAY)
    assert "Not set, born not set".lower() in text.lower()


def test_it_speaks_the_language_asked_for() -> None:
    assert "Próxima visita" in chart_text(PLAN, PATIENT, TODAY, "es")
