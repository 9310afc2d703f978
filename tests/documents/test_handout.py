"""The handout says why, what for, in which order, what now and when to call, and only what is planned."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from documents.handouts import cards, changed, headings, message, rows
from documents.sciatica import BRIDGE, PATIENT, PLAN, SIT, TODAY, both, request, with_items

from painplanner.core.drawing import Drawing
from painplanner.core.measure import Measure, MeasureKind, Reading, Target, TargetKind
from painplanner.core.plan import Goal, NextVisit, Plan
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Block, Document, Fill, Message, Paragraph, Picture, Stop, plain
from painplanner.documents.handout import handout


class TestMessage:
    def test_the_first_thing_is_why_in_the_patients_words_with_its_point_in_bold(self) -> None:
        first = handout(request()).blocks[0]
        assert isinstance(first, Message)
        assert plain(first.words).startswith("A disc is bothering a nerve.")
        assert [run.text for run in first.words if run.bold] == ["Moving a little more each week helps it last."]

    def test_words_that_a_clinician_typed_win_over_those_of_the_template(self) -> None:
        assert message(changed(why="Your nerve is sore.")) == "Your nerve is sore."

    def test_the_picture_that_explains_the_plan_stands_with_it(self) -> None:
        drawing = Drawing(300, 190, (), alt="A disc and a nerve")
        first = handout(request(explaining=drawing)).blocks[0]
        assert isinstance(first, Message)
        assert first.picture == Picture(drawing, alt="A disc and a nerve")
        assert "[Picture: A disc and a nerve]" in as_text(handout(request(explaining=drawing)))

    def test_a_plan_without_a_story_says_what_it_is(self) -> None:
        assert message(changed(why_words=())) == "Your plan has 4 steps."
        ahead = message(changed(why_words=()), today=date(2026, 1, 12))
        assert ahead == "Your plan has 4 steps. It begins on Tuesday, January 13."
        assert message(Plan(id="plan-6")) == "We are still working on your plan."

    def test_the_title_is_the_plain_one(self) -> None:
        assert handout(request()).title == "Your plan: leg and back pain"
        assert handout(request(changed(plain_title=()))).title == "Your plan: Lumbar radiculopathy L5 right"
        assert handout(request(changed(plain_title=(), title=""))).title == "Your plan"


class TestGoals:
    def test_goals_stand_in_boxes_with_now_target_and_day(self) -> None:
        first, second = cards(handout(request())).cards
        assert first.title == "Sit for a meal with my family"
        assert first.lines == ("Now: 10", "Goal: 18 minutes or more, by March 16")
        assert second.lines == ("By March 17",), "63 days after the plan begins"

    def test_now_is_the_newest_reading_up_to_today(self) -> None:
        def reading(day: date, value: int) -> Reading:
            return Reading(id=str(day), patient="patient-1", measure=SIT.measure, on=day, value=Decimal(value))

        readings = (reading(date(2026, 1, 12), 12), reading(date(2026, 1, 5), 8), reading(date(2026, 2, 1), 30))
        assert cards(handout(request(readings=readings))).cards[0].lines[0] == "Now: 12"

    def test_now_is_what_is_judged_the_mean_of_a_week_of_a_daily_number_and_the_middle_of_a_range(self) -> None:
        def reading(day: int, value: int, to: int | None = None) -> Reading:
            return Reading(
                id=str(day), patient="patient-1", measure=SIT.measure, on=date(2026, 1, day), value=Decimal(value),
                value_to=None if to is None else Decimal(to),
            )  # fmt: skip

        def now(kind: MeasureKind, *readings: Reading) -> str:
            measure = Measure(id=SIT.measure, name=SIT.name, kind=kind)
            asked = request(today=date(2026, 1, 20), readings=readings, measures={measure.id: measure})
            return cards(handout(asked)).cards[0].lines[0]

        week = (reading(16, 18), reading(17, 20), reading(18, 20), reading(19, 22), reading(20, 5))
        assert now(MeasureKind.TRACKED, *week) == "Now: 17"
        assert now(MeasureKind.TIMED, *week) == "Now: 5"
        assert now(MeasureKind.TIMED, reading(20, 20, 30)) == "Now: 25"

    def test_now_of_a_goal_that_is_rated_is_the_rating_of_its_own_words(self) -> None:
        psfs = Measure(id="measure.psfs", name=SIT.name, kind=MeasureKind.ACTIVITY)
        asked = replace(SIT, measure=psfs.id, baseline=Decimal(2))
        goals = (replace(PLAN.goals[0], criterion=asked),)
        rated = Reading(
            id="r", patient="patient-1", measure=psfs.id, on=date(2026, 1, 20), value=Decimal(7), activity=goals[0].text
        )
        found = request(changed(goals=goals), today=date(2026, 1, 20), readings=(rated,), measures={psfs.id: psfs})
        assert cards(handout(found)).cards[0].lines[0] == "Now: 7"

    def test_a_number_that_was_not_taken_yet_is_a_blank_to_fill(self) -> None:
        goals = (replace(PLAN.goals[0], criterion=replace(SIT, baseline=None)),)
        assert cards(handout(request(changed(goals=goals)))).cards[0].lines[0] == "Now: ____"

    def test_the_unit_stands_with_now_where_the_goal_has_no_number(self) -> None:
        def lines(target: Target | None) -> tuple[str, ...]:
            goals = (replace(PLAN.goals[0], criterion=replace(SIT, target=target)),)
            return cards(handout(request(changed(goals=goals)))).cards[0].lines

        better = Target(kind=TargetKind.MCID)
        assert lines(better) == ("Now: 10 minutes", "Goal: clearly better than before, by March 16")
        assert lines(None) == ("Now: 10 minutes", "By March 16")

    def test_without_goals_of_the_plan_the_patients_own_three_stand_there(self) -> None:
        patient = replace(PATIENT, goals=("Carry my grandchild", "Sleep through"))
        found = cards(handout(request(changed(goals=()), patient=patient))).cards
        assert [card.title for card in found] == ["Carry my grandchild", "Sleep through"]

    def test_without_any_goal_there_is_no_heading_for_them(self) -> None:
        assert headings(handout(request(changed(goals=(Goal(id="g"),))))) == ["Your steps", "Your medicines"]


class TestEnd:
    def last(self, document: Document) -> Block:
        blocks = [b for b in document.blocks if isinstance(b, (Paragraph, Fill))]
        return blocks[0]

    def test_the_stop_box_comes_before_the_next_visit(self) -> None:
        kinds = [type(block) for block in handout(request()).blocks]
        assert kinds.index(Stop) < kinds.index(Paragraph)

    def test_the_next_visit_has_its_day_hour_and_name(self) -> None:
        block = self.last(handout(request()))
        assert isinstance(block, Paragraph)
        assert plain(block.words) == "Next visit: Tuesday, January 27 at 10:30 am with M. Reyes. Bring this paper."
        evening = changed(next_visit=NextVisit(on=date(2026, 1, 27), at=time(12, 5)))
        assert handout(request(evening)).footer_left == "Next visit: Tuesday, January 27 at 12:05 pm"

    @pytest.mark.parametrize("visit", [NextVisit(), NextVisit(on=TODAY), NextVisit(on=date(2026, 1, 2))])
    def test_no_visit_or_one_that_is_over_is_a_line_to_write_on(self, visit: NextVisit) -> None:
        document = handout(request(changed(next_visit=visit)))
        assert self.last(document) == Fill(label="Next visit")
        assert document.footer_left == ""


def test_a_plan_without_story_goals_or_checkpoints_is_still_a_good_paper() -> None:
    document = handout(request(with_items(BRIDGE)))
    assert headings(document) == ["Your steps"]
    assert [row.title for row in rows(document)] == ["At home"]
    assert [block for block in document.blocks if isinstance(block, Stop)]


def test_a_goal_in_another_language_falls_back_to_the_words_there_are() -> None:
    plan = changed(goals=(Goal(id="g", words=both("Walk", "Caminar")), Goal(id="h", text="My own", words=())))
    assert [card.title for card in cards(handout(request(plan, language="es"))).cards] == ["Caminar", "My own"]
