"""The checklist for a first visit: for who has no plan yet, with what the practice knows already."""

from __future__ import annotations

from typing import Any

import pytest
from documents.medicated import TAKING
from documents.sciatica import PATIENT, PLAN, PRACTICE, request

from painplanner.core.drawing import Area, Line
from painplanner.core.plan import NextVisit, Plan
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import BodyMap, Bullets, Document, Fill, Heading, Message, Stop, plain
from painplanner.documents.body_map import outline
from painplanner.documents.first_visit import KIND, first_visit
from painplanner.services.document_check import check_document
from painplanner.services.reading import inflesz

NO_PLAN = Plan(id="", patient=PATIENT.id)


def page(plan: Plan = NO_PLAN, **changes: Any) -> Document:
    return first_visit(request(plan, **{"revision": None, **changes}))


def lines_to_fill(document: Document) -> dict[str, int]:
    return {block.label: block.lines for block in document.blocks if isinstance(block, Fill)}


def test_it_is_made_without_a_plan_and_names_the_patient() -> None:
    document = page()
    assert (document.code, document.footer_right, document.footer_left) == ("", "", "")
    assert document.header_right == "Daniel Whitcombe, born August 3, 1978"
    assert not KIND.is_empty(request(NO_PLAN))


def test_it_says_what_to_bring_as_boxes_to_tick() -> None:
    (boxes,) = [b for b in page().blocks if isinstance(b, Bullets) and b.mark == "box"]
    said = " ".join(plain(item) for item in boxes.items)
    assert len(boxes.items) <= 5
    for word in ("medicines", "Reports, X-rays", "insurance card, if", "glasses", "Someone"):
        assert word in said


def test_there_are_lines_for_all_that_is_to_be_thought_about() -> None:
    lines = lines_to_fill(page())
    assert lines["I want to do again"] == 3
    assert lines["My questions"] == 3
    for label in ("What makes it worse?", "What makes it better?", "What did you try, and what came of it?"):
        assert lines[label] > 1


def test_how_long_it_takes_is_never_guessed() -> None:
    assert lines_to_fill(page())["Plan this much time"] == 1
    assert "90" not in as_text(page()).replace("0199", "")


def test_the_day_is_a_line_until_the_visit_is_set() -> None:
    assert "Day and time" in lines_to_fill(page())
    set_visit = replace(NO_PLAN, next_visit=NextVisit(on=PLAN.next_visit.on, at=PLAN.next_visit.at))
    document = page(set_visit)
    assert "Day and time" not in lines_to_fill(document)
    assert "Next visit: Tuesday, January 27 at 10:30 am." in as_text(document)


def test_the_body_is_an_outline_that_says_which_side_is_whose() -> None:
    (drawn,) = [block for block in page().blocks if isinstance(block, BodyMap)]
    front, back = drawn.views
    assert (front.at_left, front.at_right) == ("right", "left")
    assert (back.at_left, back.at_right) == ("left", "right")
    assert "Your right side is at the left of the picture." in front.alt


def test_an_outline_has_no_colour_and_no_ground() -> None:
    for view in ("front", "back"):
        drawing = outline(view)
        assert {s.fill for s in drawing.shapes if isinstance(s, Area)} <= {"", "background"}
        assert {s.role for s in drawing.shapes if isinstance(s, Line)} <= {"ink"}
        assert drawing.height > 1.5 * drawing.width


def test_what_the_practice_knows_already_is_on_it() -> None:
    text = as_text(
        page(patient=replace(TAKING, goals=("Walk the dog",)), practice=replace(PRACTICE, address="12 Mill Lane"))
    )
    for known in ("- Low-dose aspirin: ____________", "You told us:\n\n- Walk the dog", "12 Mill Lane"):
        assert known in text


def test_the_body_has_a_page_of_its_own_so_that_there_is_room_to_shade() -> None:
    (head,) = [block for block in page().blocks if isinstance(block, Heading) and block.text == "Where does it hurt?"]
    assert head.new_page


def test_the_message_is_first_and_when_not_to_wait_stands_before_the_stop_box() -> None:
    document = page()
    assert isinstance(document.blocks[0], Message)
    place = next(n for n, block in enumerate(document.blocks) if isinstance(block, Stop))
    before = document.blocks[place - 1]
    assert isinstance(before, Heading)
    assert before.text == "When not to wait for the visit"


def test_spanish_patients_read_it_easily() -> None:
    text = as_text(page(language="es"))
    for english in ("What", "Your", "Front", "Day and", "We ", "My "):
        assert english not in text
    assert inflesz([line for line in text.splitlines() if len(line) > 20 and "____" not in line]) >= 65


@pytest.mark.parametrize("lang", ["en", "es"])
def test_nothing_that_a_program_can_check_is_amiss(lang: str) -> None:
    checked = check_document(page(language=lang))
    assert [aspect.code for aspect, _where in checked.failed] == []
    assert checked.has_call_box
