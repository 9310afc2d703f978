"""The letter for another practice: to whom, why, the question, what was tried with dates, and what comes back."""

from __future__ import annotations

from typing import Any

from documents.colleagues import REFERRAL, TRAMADOL, told, with_more
from documents.sciatica import PLAN, WORK_TALK
from documents.tracked import DECIDED

from painplanner.core.plan import Action, ActionKind, Plan, Step
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Bullets, Fill, Heading, Message, Paragraph, Table, plain
from painplanner.documents.kind import Reader
from painplanner.documents.pdf import page_count, write_pdf
from painplanner.documents.referral_letter import FOR, HAND_OFF, KIND, referral_letter
from painplanner.documents.request import Request

HANDED = {FOR: HAND_OFF}


def text(asked: Request) -> str:
    return as_text(referral_letter(asked))


def fills(asked: Request) -> list[str]:
    return [block.label for block in referral_letter(asked).blocks if isinstance(block, Fill)]


def table(asked: Request, head: str) -> list[list[str]]:
    blocks = [block for block in referral_letter(asked).blocks if isinstance(block, Table)]
    (found,) = [block for block in blocks if block.columns[0].title == head]
    return [[plain(cell) for cell in row] for row in found.rows]


def referring(**changes: Any) -> Plan:
    decision = replace(DECIDED, action=Action(kind=ActionKind.REFER, target="surgeon"), **changes)
    plan: Plan = replace(with_more(TRAMADOL), decisions=(decision,))
    return plan


def test_it_is_a_letter_of_the_practice_on_its_day() -> None:
    document = referral_letter(told())
    head, to, message = document.blocks[:3]
    assert isinstance(head, Paragraph)
    assert (
        plain(head.words)
        == "Riverside Pain & Movement, 12 River Road, Riverside, 555-0142\nFebruary 10, 2026, record 4021"
    )
    assert to == Fill("To")
    assert isinstance(message, Message)
    assert plain(message.words).startswith("We refer: Daniel Whitcombe, born August 3, 1978, 47 years.\n")
    assert document.title == "Referral letter"
    assert not document.large
    assert KIND.reader is Reader.COLLEAGUE


def test_what_was_typed_for_the_referral_stands_in_it() -> None:
    said = text(told(with_more(REFERRAL)))
    assert "To: Dr. Lind, Spine Center" in said
    assert "Our question: Would decompression help here?" in said
    assert "How soon: Soon." in said
    assert "Our question" not in fills(told(with_more(REFERRAL)))


def test_a_decision_to_refer_names_the_field_and_its_reason() -> None:
    said = text(told(referring(reason="No better after four weeks")))
    assert "To: Surgeon" in said
    assert "Reason: No better after four weeks." in said


def test_what_the_plan_does_not_know_is_a_line_to_fill() -> None:
    assert fills(told()) == [
        "To", "Reason", "Our question", "Reports enclosed", "Signature, Dr. Okafor, Riverside Pain & Movement",
    ]  # fmt: skip


def test_what_was_tried_has_its_dates_and_what_came_of_it() -> None:
    shot, sitting = table(told(), "What was tried")
    assert shot[0].startswith("Epidural injection\nTransforaminal epidural steroid injection, L5, right side")
    assert "Naproxen, 250 mg" in shot[0]
    assert "stopped Jan 27" in shot[0]
    assert shot[1] == "Jan 13"
    assert "partly met" in shot[2]
    assert "Reason: He sat through a meal." in shot[2]
    assert sitting[1:] == ["since Jan 15", "Jan 27: partly met."]


def test_what_was_graded_is_said_as_it_has_come_to_by_now_and_talks_are_told_elsewhere() -> None:
    _shot, sitting = table(told(), "What was tried")
    assert "26 minutes, 6 times a day" in sitting[0]
    assert "10 minutes" not in sitting[0]
    talk = replace(PLAN.steps[1], items=(*PLAN.steps[1].items, WORK_TALK))
    letter = told(replace(told().plan, steps=(told().plan.steps[0], talk)))
    assert "workload" not in table(letter, "What was tried")[1][0]
    assert "Talked about: Ergonomic and workload discussion." in text(letter)


def test_what_has_not_begun_was_not_tried() -> None:
    said = text(told())
    assert "Leg press" not in said
    assert "Talked about" not in said


def test_measures_say_how_the_change_stands_to_what_matters() -> None:
    rows = table(told(), "Goal or measure")
    assert rows[2] == ["Leg pain, 0 to 10", "7", "4", "≤\u00a04", "Met, Feb 10. Better by 3; MCID 2 [R]; MDC 1 [R]."]
    assert rows[0][4] == "Met, 6 of 7 days, by Mar 16. Better by 9.5."


def test_medicines_allergies_red_flags_and_notes_are_in_it() -> None:
    said = text(told())
    for words in ("20 MME a day", "Allergies: Penicillin", "Red flags: No to all", "MRI in December: disc at L4/L5."):
        assert words in said


def test_what_the_patient_was_told_is_in_the_words_of_the_handout() -> None:
    said = text(told())
    assert "Why it hurts, as we said it: A disc is bothering a nerve." in said
    assert "Wants to do again: Sit for a meal with my family; Walk my dog round the park." in said


def test_what_comes_back_can_be_ticked() -> None:
    boxes = [b for b in referral_letter(told()).blocks if isinstance(b, Bullets) and b.mark == "box"]
    assert [len(block.items) for block in boxes] == [4]


def test_a_hand_off_says_what_goes_over_and_asks_for_the_day() -> None:
    asked = told(options=HANDED)
    document = referral_letter(asked)
    assert document.title == "Hand-off of care"
    assert "What you take over" in [b.text for b in document.blocks if isinstance(b, Heading)]
    said = as_text(document)
    assert "We hand over the care of: Daniel Whitcombe" in said
    assert "Open: No step hands over to self-management yet." in said
    assert "Then, step 3: Get strong and walk" in said
    assert "Our question" not in said
    assert fills(asked)[-3:-1] == ["You take over from (day)", "Prescriptions until then by"]
    assert KIND.options[0].usual == "referral"


def test_the_letter_takes_two_pages() -> None:
    for options in ({}, HANDED):
        assert page_count(write_pdf(referral_letter(told(with_more(), options=options)))) <= 2


def test_a_plan_that_has_not_begun_has_a_letter_too() -> None:
    said = text(told(Plan(id="p", steps=(Step(id="s"),)), readings=(), logs=(), sheets=(), measures={}))
    assert "Medicines now" in said


def test_spanish_is_spanish() -> None:
    for options in ({}, HANDED):
        said = text(told(language="es", options=options))
        for english in (
            "We refer",
            "Our question",
            "What was tried",
            "Please send",
            "Signature",
            "take over",
            "Target",
        ):
            assert english not in said


def test_a_referral_is_no_treatment_that_was_tried_and_asks_for_its_reason() -> None:
    asked = told(with_more(REFERRAL))
    assert not [row for row in table(asked, "What was tried") if "Referral to a surgeon" in row[0]]
    assert "Reason" in fills(asked)
