"""Going on by yourself: the page of a closed plan, in the patient's words and language."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from documents.sciatica import BRIDGE, NAPROXEN, PLAN, SITTING, request, with_step
from pypdfium2 import PdfDocument

from painplanner.core.dose import MedicineDose, StopRule
from painplanner.core.edits.closing import close_plan
from painplanner.core.measure import Reading
from painplanner.core.plan import Closing, GoalEnd, NextVisit, Plan, StepStatus, items_of
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Bullets, Callout, Heading, Message, Pair, Stop, plain
from painplanner.documents.handover import handover, is_closed
from painplanner.documents.pdf import write_pdf

TODAY = date(2026, 4, 1)
GOALS = tuple(goal.id for goal in PLAN.goals)


def closed(*ends: GoalEnd, plan: Plan = PLAN, **more: Any) -> Plan:
    goals = tuple(zip(GOALS, ends, strict=False))
    return close_plan(plan, Closing(on=TODAY, goals=goals, keep_doing=more.pop("keep", (BRIDGE.id,)), **more))


def page(plan: Plan, **more: Any) -> Any:
    return handover(request(plan, **{"today": TODAY, "start": TODAY, "end": TODAY, **more}))


def box(document: Any, title: str) -> list[str]:
    pairs = [side for block in document.blocks if isinstance(block, Pair) for side in (block.left, block.right)]
    boxes = [*pairs, *(block for block in document.blocks if isinstance(block, Callout))]
    return [plain(item) for one in boxes if one.title == title for item in one.items]


def under(document: Any, heading: str) -> list[str]:
    """Return the points of the list that follows a heading."""
    blocks = document.blocks
    lists = [after for one, after in pairwise(blocks) if isinstance(one, Heading) and one.text == heading]
    return [plain(item) for block in lists if isinstance(block, Bullets) for item in block.items]


def headings(document: Any) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_the_page_says_what_to_keep_doing_with_its_amount() -> None:
    document = page(closed(GoalEnd.REACHED))
    lines = under(document, "Keep doing")
    assert lines[0].startswith("Bridge: ")
    assert lines[1:] == []
    assert "Keep your last exercise sheet: it shows how. Some days will be less. That is all right." in as_text(
        document
    )
    assert document.kind == "handover"
    assert document.title == "Going on by yourself"


def test_without_anything_to_keep_the_page_asks_for_nothing() -> None:
    document = page(closed(keep=()))
    assert "Keep doing" not in headings(document)
    assert under(document, "Keep doing") == []


@pytest.mark.parametrize(
    ("end", "word"),
    [(GoalEnd.REACHED, "Reached"), (GoalEnd.PARTLY, "Partly reached"), (GoalEnd.NOT_REACHED, "Not yet")],
)
def test_each_goal_says_what_came_of_it(end: GoalEnd, word: str) -> None:
    assert f": {word}." in under(page(closed(end)), "What you worked for")[0]


def test_a_goal_that_is_no_longer_wanted_is_not_held_against_anybody() -> None:
    document = page(closed(GoalEnd.NO_LONGER_WANTED))
    assert "What you worked for" not in headings(document)


def test_a_measured_goal_says_from_where_to_where() -> None:
    goal = PLAN.goals[0]
    assert goal.criterion is not None
    criterion = replace(goal.criterion, baseline=Decimal(10))
    plan = replace(PLAN, goals=(replace(goal, criterion=criterion), *PLAN.goals[1:]))
    reading = Reading(
        id="r", patient="p", measure=criterion.measure, on=TODAY, value=Decimal(25), activity=criterion.activity
    )
    document = page(closed(GoalEnd.REACHED, plan=plan), readings=(reading,))
    assert ": Reached. From 10 to 25" in under(document, "What you worked for")[0]


def with_pill(**more: Any) -> Plan:
    step = replace(PLAN.steps[0], items=(replace(NAPROXEN, dose=MedicineDose(**more), stopped_on=None),))
    plan: Plan = replace(PLAN, steps=(step,))
    return plan


def test_a_medicine_is_never_stopped_by_the_end_of_a_plan() -> None:
    document = page(closed(plan=with_pill(stop_rule=StopRule.NEVER_SUDDENLY), keep=()))
    assert "Your medicines go on" in headings(document)
    assert "Do not stop by yourself. Call us first." in as_text(document)
    assert "You want to change or stop a medicine." in box(document, "When to come back")


def test_a_medicine_whose_date_is_over_is_not_on_the_page() -> None:
    over = with_pill(stop_rule=StopRule.ON_DATE, trial_end=date(2026, 2, 1))
    assert "Your medicines go on" not in headings(page(closed(plan=over, keep=())))


def test_a_flare_and_when_to_come_back_and_the_stop_box_are_on_every_page() -> None:
    document = page(closed(keep=()))
    assert "Call us if it lasts more than 7 days. Something new is not a flare." in box(document, "If it flares up")[-1]
    assert box(document, "When to come back")[0] == "For 2 weeks you can do clearly less than now."
    assert [block for block in document.blocks if isinstance(block, Stop)]


def with_shot(days: int) -> Plan:
    """Return the plan with its shot so many days ago."""
    return with_step("step-shot", status=StepStatus.DONE, ended_on=TODAY - timedelta(days=days))


@pytest.mark.parametrize(("days", "is_named"), [(0, True), (30, True), (31, False)])
def test_the_stop_box_names_a_shot_until_it_is_long_over(days: int, is_named: bool) -> None:
    document = page(closed(plan=with_shot(days)))
    (stop,) = [block for block in document.blocks if isinstance(block, Stop)]
    assert any("shot" in line for line in (*stop.emergency, *stop.call)) is is_named


def test_a_visit_that_is_still_booked_is_said_once_and_not_as_what_follows() -> None:
    booked = replace(closed(), next_visit=NextVisit(on=TODAY + timedelta(days=30)))
    document = page(booked)
    assert document.footer_left == ""
    assert as_text(document).count("Next visit") == 1
    assert "Next visit" not in as_text(page(replace(booked, next_visit=NextVisit())))


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_ordinary_plan_ends_on_the_two_sides_of_one_sheet(language: str) -> None:
    plan = closed(GoalEnd.REACHED, GoalEnd.PARTLY, plan=with_shot(40), keep=(BRIDGE.id, SITTING.id))
    assert len(PdfDocument(write_pdf(page(plan, language=language)))) <= 2


def test_only_a_plan_that_reached_all_says_so() -> None:
    every = tuple(GoalEnd.REACHED for _goal in GOALS)
    for ends, said in ((every, True), ((GoalEnd.PARTLY, *every[1:]), False), ((), False)):
        first = page(closed(*ends)).blocks[0]
        assert isinstance(first, Message)
        assert plain(first.words).startswith("You reached what you worked for.") is said


def test_spanish_patients_read_it_in_spanish() -> None:
    text = as_text(page(closed(GoalEnd.REACHED), language="es"))
    assert "Seguir por su cuenta" in text
    for english in ("Keep doing", "Reached", "When to come back", "Your plan ends here", "Keep your last"):
        assert english not in text


def test_a_plan_at_work_has_no_hand_over() -> None:
    assert not is_closed(PLAN)
    assert is_closed(closed())
    assert SITTING.id in {item.id for _step, item in items_of(PLAN)}
