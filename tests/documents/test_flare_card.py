"""The flare-up card: short, the patient's own signs first, the same alarm signs as all papers, and a size to choose."""

from __future__ import annotations

from typing import Any

from documents.sciatica import PATIENT, PLAN, PRACTICE, request

from painplanner.core.patient import SafetyAnswers
from painplanner.core.plan import Plan
from painplanner.core.practice import PaperSize
from painplanner.core.values import Answer, LangText, replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Bullets, Document, Fill, FoldCard, FoldPanel, Message, StopLine, plain
from painplanner.documents.flare_card import SIZE, flare_card

SIGNS = (
    LangText(lang="en", text="I sleep badly.\nI skip my walk."),
    LangText(lang="es", text="Duermo mal.\nDejo de caminar."),
)
BARE = Plan(id="plan-9", patient=PATIENT.id)


def card(document: Document) -> FoldCard:
    (found,) = [block for block in document.blocks if isinstance(block, FoldCard)]
    return found


def items(panel: FoldPanel) -> list[str]:
    return [plain(item) for item in panel.items]


def made(**changes: Any) -> FoldCard:
    return card(flare_card(request(**changes)))


def test_the_first_thing_on_it_tells_a_flare_from_what_is_new() -> None:
    first = flare_card(request()).blocks[0]
    assert isinstance(first, Message)
    assert plain(first.words) == "More of your usual pain is a flare. Something new is not: see STOP."


def test_the_front_says_whose_it_is_and_whom_to_call() -> None:
    front = made().front
    assert items(front) == ["Daniel Whitcombe", "Riverside Pain & Movement"]
    assert front.phones == (("In office hours", "555-0142"), ("After hours", "555-0199"), ("Emergency", "911"))


def test_the_patients_own_early_signs_are_on_it_and_the_rest_of_four_lines_is_to_write_on() -> None:
    signs = made(plan=replace(PLAN, early_signs=SIGNS)).left
    assert items(signs) == ["I sleep badly.", "I skip my walk."]
    assert (signs.heading, signs.blanks) == ("My early signs", 2)
    assert items(made(plan=replace(PLAN, early_signs=SIGNS), language="es").left) == ["Duermo mal.", "Dejo de caminar."]


def test_without_known_signs_there_are_four_lines_and_the_card_asks_to_write_them() -> None:
    document = flare_card(request(BARE))
    (steps,) = [block for block in document.blocks if isinstance(block, Bullets)]
    assert plain(steps.items[0]) == "Write your early signs on it."
    assert (card(document).left.items, card(document).left.blanks) == ((), 4)


def test_more_signs_than_lines_are_all_shown() -> None:
    many = (LangText(lang="en", text="\n".join(f"Sign {n}" for n in range(1, 7))),)
    signs = made(plan=replace(PLAN, early_signs=many)).left
    assert (len(signs.items), signs.blanks) == (6, 0)


def test_what_to_do_is_the_plans_own_words_else_half_for_2_days() -> None:
    own = replace(PLAN, flare=(LangText(lang="en", text="Walk in water.\nCall your daughter."),))
    assert items(made(plan=own).right)[:2] == ["Walk in water.", "Call your daughter."]
    assert items(made(plan=BARE).right) == [
        "Keep moving. Short and easy is fine.",
        "For 2 days do half: half the time, half the number.",
        "Then build up again over the next 2 days.",
    ]
    assert plain(made(plan=BARE).right.last) == "Call us if it lasts more than 7 days."


def test_medicines_go_on_where_the_plan_has_any() -> None:
    assert "Keep your medicines as they are." in items(made().right)
    assert "Keep your medicines as they are." not in items(made(plan=BARE).right)


def test_the_back_has_the_alarm_signs_that_the_plan_gives_reason_for() -> None:
    general = [
        "New weakness in an arm or leg",
        "Numb between your legs",
        "Cannot pass or hold urine or stool",
        "Chest pain, hard to breathe, faint",
    ]
    back = made(plan=BARE).back
    assert (back.sign, back.heading) == ("STOP", "Call 911 or go to the emergency room now")
    assert items(back) == general
    assert items(made().back) == [*general, "After a shot: fever, stiff neck", "Face or throat swells, or hives"]
    thinned = replace(PATIENT, safety=SafetyAnswers(blood_thinner=Answer.YES))
    assert "Bleeding that will not stop" in items(made(plan=BARE, patient=thinned).back)


def test_the_wallet_card_says_how_it_is_made_with_boxes_to_tick_and_when_to_call() -> None:
    document = flare_card(request())
    assert document.paper is PRACTICE.paper
    assert [block.mark for block in document.blocks if isinstance(block, Bullets)] == ["box"]
    assert any(isinstance(block, StopLine) for block in document.blocks)
    assert isinstance(document.blocks[-1], Fill)


def test_a6_is_a_sheet_of_its_own_with_the_day_plan_and_patient_round_it() -> None:
    document = flare_card(request(options={SIZE: "a6"}))
    assert document.paper is PaperSize.A6
    assert document.header_right == "Daniel Whitcombe, born August 3, 1978"
    assert document.footer_note == "Made January 13, 2026"
    assert document.footer_right.startswith("Plan 20418-0")
    assert "Cut along" not in as_text(document)


def test_in_large_print_and_on_small_paper_nothing_is_to_cut() -> None:
    large, small = replace(PATIENT, large_print=True), replace(PRACTICE, paper=PaperSize.A5)
    for document in (
        flare_card(request(patient=large)),
        flare_card(request(patient=large, options={SIZE: "a6"})),
        flare_card(request(practice=small)),
    ):
        assert document.paper in {PRACTICE.paper, PaperSize.A5}
        assert "Cut along" not in as_text(document)


def test_spanish_patients_have_it_in_spanish() -> None:
    text = as_text(flare_card(request(language="es")))
    assert "Tarjeta para una crisis" in text
    for english in ("Flare", "signs", "wallet", "Call", "STOP", "days"):
        assert english not in text
