"""The handout says why, what for, in which order, what now and when to call, and only what is planned."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from documents.sciatica import (
    BRIDGE,
    GABAPENTIN,
    INJECTION,
    LEG_PAIN,
    NAPROXEN,
    PATIENT,
    PLAN,
    SIT,
    SITTING,
    TODAY,
    WORK_TALK,
    both,
    request,
    texts,
    with_items,
    with_step,
)

from painplanner.core.dose import MedicineDose, StopRule
from painplanner.core.drawing import Drawing
from painplanner.core.measure import Measure, MeasureKind, Reading, Target, TargetKind
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    Combine,
    EveryWeeks,
    Goal,
    Item,
    Lasts,
    NextVisit,
    OnDate,
    Plan,
    Step,
    StepStatus,
)
from painplanner.core.values import LangText, Mechanism, replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import (
    Block,
    Callout,
    Cards,
    Check,
    Document,
    Fill,
    Heading,
    Message,
    Pair,
    Paragraph,
    Picture,
    StepRow,
    Stop,
    plain,
)
from painplanner.documents.handout import handout


def boxes(document: Document) -> dict[str, list[str]]:
    found: list[Callout] = []
    for block in document.blocks:
        found += [block.left, block.right] if isinstance(block, Pair) else [block] if isinstance(block, Callout) else []
    return {box.title: [plain(item) for item in box.items] for box in found}


def rows(document: Document) -> list[StepRow]:
    return [block for block in document.blocks if isinstance(block, StepRow)]


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def message(plan: Plan, **changes: object) -> str:
    first = handout(request(plan, **changes)).blocks[0]
    assert isinstance(first, Message)
    return plain(first.words)


def cards(document: Document) -> Cards:
    return next(block for block in document.blocks if isinstance(block, Cards))


def check_of(checkpoint: Checkpoint) -> Check:
    plan = replace(PLAN, checkpoints=(checkpoint,))
    return next(row.check for row in rows(handout(request(plan))) if row.check)


def changed(**changes: object) -> Plan:
    plan: Plan = replace(PLAN, **changes)
    return plan


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


class TestSteps:
    def test_steps_stand_in_order_with_their_days_and_numbers(self) -> None:
        assert [(row.number, row.title, row.when) for row in rows(handout(request()))] == [
            ("1", "Calm the nerve", "Jan 13"),
            ("2", "Sit a little longer", "Jan 15 to Feb 15"),
            ("3", "Get strong and walk", "Feb 16 to Mar 22"),
            ("4", "Make work easier on your back", "from Mar 2"),
        ]

    def test_a_title_that_a_clinician_typed_wins(self) -> None:
        assert rows(handout(request(with_step("step-sit", title="Sit more"))))[1].title == "Sit more"

    def test_what_is_done_has_plain_names_and_doses_in_words(self) -> None:
        lines = [[plain(line) for line in row.lines] for row in rows(handout(request()))]
        assert "Shot near the nerve: L5, right side." in lines[0]
        assert lines[1][0] == "Straighten your knee. See your exercise sheet."
        assert lines[1][1] == (
            "Sit with support, by the timer: 10 minutes, 6 times a day, every day."
            " Add 2 minutes every third day, up to 45 minutes, by the clock, not by the pain."
        )
        assert lines[2][0] == "Bridge; Reach one arm and the other leg. See your exercise sheet."
        assert lines[2][2].endswith("We do this in the clinic.")
        assert lines[3] == [], "the step is named by the one thing in it"

    def test_what_is_talked_about_stands_in_one_line(self) -> None:
        scan = replace(WORK_TALK, id="item-scan", texts=texts("Scan", "What your scan means", "Qué significa"))
        (row,) = rows(handout(request(with_items(WORK_TALK, scan))))
        assert [plain(line) for line in row.lines] == [
            "We talk about: Make work easier on your back; What your scan means."
        ]

    def test_a_step_without_title_is_named_by_its_one_thing_its_purpose_or_its_things(self) -> None:
        def name(**changes: object) -> str:
            return rows(handout(request(with_step("step-sit", title="", words=(), **changes))))[1].title

        assert name(items=(SITTING,)) == "Sit with support, by the timer"
        assert name() == "Work on the cause"
        assert name(purpose=None) == "Sit with support, by the timer and Straighten your knee"
        assert name(purpose=None, items=()) == "Step"

    def test_a_graded_dose_is_what_it_has_come_to_today(self) -> None:
        said = [plain(line) for line in rows(handout(request(today=date(2026, 1, 29))))[1].lines]
        (sitting,) = [line for line in said if line.startswith("Sit with support")]
        assert sitting.startswith("Sit with support, by the timer: 18 minutes, 6 times a day, every day.")

    def test_who_a_step_is_with_is_said(self) -> None:
        lines = [[plain(line) for line in row.lines] for row in rows(handout(request()))]
        assert lines[0][-1] == "With Dr. Okafor, pain doctor."
        assert lines[2][-1] == "With your physical therapist."

    def test_done_and_stopped_steps_say_so_and_left_out_ones_are_gone(self) -> None:
        done = with_step("step-shot", status=StepStatus.DONE, ended_on=TODAY)
        assert rows(handout(request(done)))[0].when == "done January 13"
        stopped = with_step("step-sit", status=StepStatus.STOPPED, ended_on=date(2026, 1, 20))
        assert rows(handout(request(stopped)))[1].when == "stopped January 20"
        left_out = rows(handout(request(with_step("step-sit", status=StepStatus.SKIPPED))))
        assert [row.number for row in left_out] == ["1", "3", "4"]

    def test_a_step_without_a_date_prints_without_one(self) -> None:
        steps = tuple(
            Step(id=f"s{n}", title=f"Step {n}", timing=AfterStep(step=f"s{3 - n}"), trial_end=Lasts(days=3))
            for n in (1, 2)
        )
        assert [row.when for row in rows(handout(request(Plan(id="plan-7", steps=steps))))] == ["", ""]

    def test_the_year_is_said_when_it_is_another_one(self) -> None:
        plan = with_step("step-work", timing=OnDate(on=date(2027, 1, 4)))
        assert rows(handout(request(plan)))[3].when == "from Jan 4, 2027"


class TestCheckpoints:
    def test_a_check_stands_after_the_last_step_it_decides_about(self) -> None:
        assert [bool(row.check) for row in rows(handout(request()))] == [False, True, False, False]

    def test_it_says_when_what_to_tick_and_what_follows(self) -> None:
        check = rows(handout(request()))[1].check
        assert check == Check(
            lead="How will we know? On Tuesday, January 27 we look at this:",
            options=("Leg pain, 0 to 10: 4 or less", "Sitting without a break: 18 minutes or more"),
            then=(
                (
                    "If you reach all of them, we go on to step 3. If only partly, we look again in 14 days."
                    " If not yet, we look again at the cause."
                ),
            ),
        )

    @pytest.mark.parametrize(
        ("combine", "at_least", "words"),
        [
            (Combine.ANY, None, "If you reach one of them, we go on as planned."),
            (Combine.AT_LEAST, 2, "If you reach 2 of them, we go on as planned."),
            (Combine.ALL, None, "If you reach all of them, we go on as planned."),
        ],
    )
    def test_how_many_must_be_reached_is_said(self, combine: Combine, at_least: int | None, words: str) -> None:
        check = check_of(
            Checkpoint(
                id="c",
                steps=("step-sit",),
                combine=combine,
                at_least=at_least,
                criteria=(LEG_PAIN, SIT, replace(SIT, activity="sitting in the car")),
                on_met=Action(kind=ActionKind.CONTINUE),
            )
        )
        assert check.then == (words,)
        assert check.lead == "How will we know? At your next visit we look at this:"

    @staticmethod
    def later(days: int) -> Plan:
        met = Action(kind=ActionKind.HAND_OVER)
        when = AfterStep(step="step-shot", anchor=Anchor.START, days=days)
        last = Checkpoint(id="check-2", steps=("step-strong",), when=when, criteria=(SIT,), on_met=met)
        return changed(checkpoints=(*PLAN.checkpoints, last))

    def test_what_follows_a_later_check_waits_for_a_later_paper(self) -> None:
        sit, strong = (row.check for row in rows(handout(request(self.later(60))))[1:3])
        assert sit
        assert strong
        assert sit.then
        assert (strong.options, strong.then) == (("Sitting without a break: 18 minutes or more",), ())
        at_last = rows(handout(request(self.later(60), today=date(2026, 2, 1))))[2].check
        assert at_last
        assert at_last.then == ("If yes, you carry on with the plan by yourself.",)

    def test_two_checks_of_one_day_both_say_what_follows(self) -> None:
        said = [row.check.then for row in rows(handout(request(self.later(14)))) if row.check]
        assert all(said)
        assert len(said) == 2

    @pytest.mark.parametrize(
        ("met", "partly", "not_met", "words"),
        [
            ("progress", "progress", "reconsider",
             "If you reach all of them or only a part, we add a little more. If not yet, we look again at the cause."),
            ("progress", "recheck", "recheck",
             "If you reach all of them, we add a little more. If only partly or not yet, we look again soon."),
            ("continue", "continue", "recheck", "If not yet, we look again soon."),
            ("progress", "continue", "recheck",
             ("If you reach all of them, we add a little more. If only partly, we go on as planned."
              " If not yet, we look again soon.")),
        ],
    )  # fmt: skip
    def test_what_leads_to_the_same_is_said_once_and_nothing_else_is_lost(
        self, met: str, partly: str, not_met: str, words: str
    ) -> None:
        on_met, on_partly, on_not_met = (Action(kind=ActionKind(kind)) for kind in (met, partly, not_met))
        check = check_of(
            Checkpoint(id="c", steps=("step-sit",), criteria=(LEG_PAIN, SIT), on_met=on_met, on_partly=on_partly,
                       on_not_met=on_not_met)
        )  # fmt: skip
        assert check.then == (words,)

    def test_a_target_worked_out_from_whole_numbers_is_a_whole_number(self) -> None:
        third = Target(kind=TargetKind.PERCENT, amount=Decimal(30))
        pain = replace(LEG_PAIN, target=third, baseline=Decimal(7))
        check = check_of(
            Checkpoint(id="c", steps=("step-sit",), criteria=(pain, replace(SIT, target=third, baseline=Decimal(8))))
        )
        assert check.options == ("Leg pain, 0 to 10: 4 or less", "Sitting without a break: 11 minutes or more")

    def test_a_single_one_has_its_unit_in_the_singular(self) -> None:
        one = Target(amount=Decimal(1))
        flights = replace(SIT, unit=both("flights", "tramos"), target=one)
        nights = replace(SIT, unit=both("nights a week", "noches por semana"), target=one)
        check = check_of(Checkpoint(id="c", steps=("step-sit",), criteria=(flights, nights)))
        assert [option.split(": ")[1] for option in check.options] == ["1 flight or more", "1 night a week or more"]

    def test_a_target_that_cannot_be_worked_out_is_put_in_words(self) -> None:
        clearly = replace(SIT, target=Target(kind=TargetKind.MCID), baseline=None)
        percent = replace(SIT, target=Target(kind=TargetKind.PERCENT, amount=Decimal(30)), baseline=None)
        check = check_of(Checkpoint(id="c", steps=("step-sit",), criteria=(clearly, percent)))
        assert check.options == (
            "Sitting without a break: clearly better than before",
            "Sitting without a break: better by 30 percent",
        )

    def test_a_check_that_returns_says_how_often(self) -> None:
        check = check_of(Checkpoint(id="c", steps=("step-sit",), when=EveryWeeks(weeks=2)))
        assert check.lead == "How will we know? We look every 2 weeks. On Thursday, January 29 we look at this:"

    @pytest.mark.parametrize("kind", list(ActionKind))
    def test_every_action_has_words_for_the_patient(self, kind: ActionKind) -> None:
        check = check_of(Checkpoint(id="c", steps=("step-sit",), criteria=(SIT,), on_met=Action(kind=kind)))
        (then,) = check.then
        assert then.startswith(("If yes, we ", "If yes, you "))
        assert "-" not in then

    def test_a_thing_to_talk_about_is_named_by_the_plan_or_in_typed_words_never_by_an_id(self) -> None:
        def then(target: str) -> str:
            action = Action(kind=ActionKind.DISCUSS, target=target)
            return check_of(Checkpoint(id="c", steps=("step-sit",), criteria=(SIT,), on_not_met=action)).then[0]

        assert then(INJECTION.source) == "If not yet, we talk about this: Shot near the nerve."
        assert then("a second opinion") == "If not yet, we talk about this: a second opinion."
        assert then("procedure.unknown") == "If not yet, we talk about what else may help."

    def test_a_second_check_and_one_of_no_step_are_not_lost(self) -> None:
        second = Checkpoint(
            id="c2", steps=("step-sit",), when=OnDate(on=date(2026, 2, 10)), criteria=(SIT,),
            on_met=Action(kind=ActionKind.CONTINUE),
        )  # fmt: skip
        more = (*PLAN.checkpoints, second, Checkpoint(id="c3", when=OnDate(on=date(2026, 4, 1))))
        blocks = handout(request(changed(checkpoints=more), today=date(2026, 2, 1))).blocks
        (row,) = [block for block in blocks if isinstance(block, StepRow) and block.number == "2"]
        assert row.check is not None
        (later,) = row.more_checks
        assert later.lead == "How will we know? On Tuesday, February 10 we look at this:"
        assert later.options == ("Sitting without a break: 18 minutes or more",)
        assert later.then == ("If yes, we go on as planned.",)
        assert Heading("How will we know? On Wednesday, April 1 we look at this:", level=3) in blocks

    def test_a_step_that_is_done_has_no_check_any_more(self) -> None:
        assert not [row for row in rows(handout(request(with_step("step-sit", status=StepStatus.DONE)))) if row.check]


class TestNow:
    def test_what_to_do_now_is_what_is_open_today_at_home(self) -> None:
        now = boxes(handout(request(today=date(2026, 1, 25))))["What to do now"]
        assert now == [
            "Do your exercises. They are on your exercise sheet.",
            "On Monday, February 16: begin step 3, Get strong and walk.",
        ]

    def test_it_repeats_nothing_that_the_steps_say(self) -> None:
        document = handout(request(today=date(2026, 1, 25)))
        steps = " ".join(plain(line) for row in rows(document) for line in row.lines)
        assert not [line for line in boxes(document)["What to do now"] if line in steps]

    def test_medicines_that_are_taken_now_are_named_there(self) -> None:
        now = boxes(handout(request()))["What to do now"]
        assert "Take your medicines as it says in “Your medicines”." in now

    def test_what_is_on_no_sheet_says_how_in_one_line(self) -> None:
        desk = replace(WORK_TALK, kind="lifestyle")
        assert boxes(handout(request(with_items(desk), today=date(2026, 1, 20))))["What to do now"] == [
            "Make work easier on your back: Stand up every 30 minutes. Ask for a chair that fits you."
        ]

    def test_on_the_day_of_a_shot_the_care_after_it_comes_first(self) -> None:
        now = boxes(handout(request()))["What to do now"]
        assert now[:2] == ["No driving until tomorrow.", "Short walks are good today."]
        assert not [
            line for line in boxes(handout(request(today=date(2026, 1, 25))))["What to do now"] if "driving" in line
        ]

    def test_a_shot_to_come_says_how_to_get_ready_and_what_to_do_after(self) -> None:
        found = boxes(handout(request(today=date(2026, 1, 5))))
        assert found["Before: Shot near the nerve"] == ["Bring someone who can drive you home."]
        assert "No driving until tomorrow." in found["After: Shot near the nerve"]
        assert "Before: Shot near the nerve" not in boxes(handout(request()))

    def test_after_a_shot_beyond_the_days_of_the_paper_waits_for_the_next_paper(self) -> None:
        days = {"today": date(2026, 1, 5), "start": date(2026, 1, 5), "end": date(2026, 1, 11)}
        found = boxes(handout(request(**days)))
        assert "Before: Shot near the nerve" in found
        assert "After: Shot near the nerve" not in found

    def test_long_care_after_a_shot_has_a_box_of_its_own(self) -> None:
        care = tuple(("aftercare", f"Rule {n}.", f"Regla {n}.") for n in range(5))
        shot = replace(INJECTION, texts=texts("Shot", "Shot", "Inyección", *care))
        found = boxes(handout(request(with_step("step-shot", items=(shot,)))))
        assert found["After: Shot"] == [f"Rule {n}." for n in range(5)]
        assert not [line for line in found["What to do now"] if line.startswith("Rule")]

    def test_two_shots_of_one_kind_are_prepared_for_once(self) -> None:
        first, second = replace(INJECTION, id="item-shot-1"), replace(INJECTION, id="item-shot-2")
        found = handout(request(with_items(first, second), today=date(2026, 1, 5)))
        titles = [
            box.title
            for block in found.blocks
            for box in ([block.left, block.right] if isinstance(block, Pair) else [block])
            if isinstance(box, Callout)
        ]
        assert titles.count("Before: Shot near the nerve") == 1
        assert titles.count("After: Shot near the nerve") == 1

    def test_a_lesson_is_told_under_its_name_and_is_nothing_to_tick(self) -> None:
        said = boxes(handout(request(with_items(WORK_TALK), today=date(2026, 1, 20))))
        assert said["Make work easier on your back"] == ["Stand up every 30 minutes.", "Ask for a chair that fits you."]
        assert "What to do now" not in said

    def test_before_the_plan_begins_it_says_from_when(self) -> None:
        assert "What to do from Thursday, January 15" in boxes(handout(request(with_items(SITTING))))

    def test_what_was_stopped_is_not_to_be_done(self) -> None:
        plan = with_items(replace(SITTING, stopped_on=TODAY), BRIDGE)
        now = boxes(handout(request(plan)))["What to do from Thursday, January 15"]
        assert now == ["Do your exercises. They are on your exercise sheet."]


class TestFlare:
    def test_the_default_keeps_moving_halves_for_two_days_and_builds_up(self) -> None:
        lines = boxes(handout(request()))["If it flares up"]
        assert "Keep moving. Short and easy is fine." in lines
        assert any(
            line.startswith("For 2 days do half: half the time, half the number. Then build up") for line in lines
        )
        assert any("Then build up again over the next 2 days." in line for line in lines)

    def test_a_flare_is_more_of_the_same_and_no_ones_fault(self) -> None:
        lines = boxes(handout(request()))["If it flares up"]
        assert lines[0] == "A flare is more of your usual pain. It can happen, and it is no one's fault."
        assert lines[-1].endswith(
            "Call us if it lasts more than 7 days. Something new is not a flare. Look at the stop box."
        )

    def test_the_words_of_the_plan_win(self) -> None:
        plan = changed(flare=(LangText(lang="en", text="Walk less for 2 days. Then add a bit each day."),))
        lines = boxes(handout(request(plan)))["If it flares up"]
        assert lines[:2] == ["Walk less for 2 days.", "Then add a bit each day."]

    def test_a_flare_never_touches_medicines(self) -> None:
        assert "Keep your medicines as they are." in boxes(handout(request()))["If it flares up"][-1]
        assert "Keep your medicines as they are." not in boxes(handout(request(with_items(BRIDGE))))["If it flares up"]


class TestMedicines:
    def box(self, item: Item, **changes: object) -> list[str]:
        (lines,) = [
            lines for title, lines in boxes(handout(request(with_items(item), **changes))).items()
            if title == item.texts[0].plain_name
        ]  # fmt: skip
        return lines

    def test_only_what_a_clinician_typed_is_printed(self) -> None:
        first, *rest = self.box(NAPROXEN)
        assert first.startswith("Dose: 250 mg, by mouth, in the morning, in the evening.")
        assert rest == ["Take with food.", "If this and your bottle differ, call us."]

    def test_an_untyped_dose_is_a_blank_and_never_a_number(self) -> None:
        first, *_ = self.box(GABAPENTIN)
        assert first.startswith("Dose: ____________.")
        assert not any(ch.isdigit() for ch in first.replace("January 15", ""))
        assert self.box(replace(GABAPENTIN, dose=None))[0].startswith("Dose: ____________.")

    def test_every_medicine_asks_for_a_call_when_the_bottle_differs(self) -> None:
        for item in (NAPROXEN, GABAPENTIN):
            assert "If this and your bottle differ, call us." in self.box(item)

    def test_one_that_must_not_end_suddenly_says_so(self) -> None:
        assert "Do not stop by yourself. Call us first." in self.box(GABAPENTIN)[0]
        assert "Do not stop" not in self.box(NAPROXEN)[0]

    def test_one_that_must_not_end_suddenly_says_so_in_spanish(self) -> None:
        spanish = handout(request(with_items(GABAPENTIN), patient=replace(PATIENT, language="es")))
        lines = [line for box in boxes(spanish).values() for line in box]
        assert any("No deje de tomarla por su cuenta. Llámenos antes." in line for line in lines)

    def test_a_day_without_a_rule_is_never_read_as_a_day_to_stop(self) -> None:
        unsaid = self.box(replace(NAPROXEN, dose=replace(NAPROXEN.dose, stop_rule=None)))[0]
        assert "We look at it again on January 27. Do not stop by yourself. Call us first." in unsaid
        assert "then stop" not in unsaid

    def test_one_that_ends_on_a_day_says_the_day(self) -> None:
        assert "Use it until January 27, then stop." in self.box(NAPROXEN)[0]

    def test_one_that_ends_on_a_day_nobody_set_leaves_a_blank_for_it(self) -> None:
        open_end = replace(NAPROXEN, dose=replace(NAPROXEN.dose, trial_end=None))
        assert "Use it until ____________, then stop." in self.box(open_end)[0]

    def test_one_that_is_yet_to_come_says_from_when(self) -> None:
        assert "Not yet: start on January 15." in self.box(NAPROXEN)[0]
        assert "Not yet" not in self.box(NAPROXEN, today=date(2026, 1, 15))[0]

    def test_what_to_know_of_it_stands_below(self) -> None:
        words = texts("Naproxen", "Naproxen", "Naproxeno", ("info", "Take it with food.", "x"), ("risk", "Rare.", "x"),
                      ("call", "Call us for black stools.", "x"))  # fmt: skip
        assert self.box(replace(NAPROXEN, texts=words))[2:4] == ["Take it with food.", "Call us for black stools."]

    def test_a_rescue_medicine_has_no_blank_for_its_end(self) -> None:
        spray = replace(NAPROXEN, drug_classes=("opioid-rescue",), dose=MedicineDose(stop_rule=StopRule.ON_DATE))
        lines = [line for box in boxes(handout(request(with_items(spray)))).values() for line in box]
        assert any(line.startswith("Dose: ____") for line in lines)
        assert not any("then stop" in line for line in lines)

    def test_medicines_of_a_step_that_is_over_are_not_printed(self) -> None:
        done = with_step("step-shot", status=StepStatus.DONE)
        assert "Your medicines" not in headings(handout(request(done)))


class TestAskedAndHelp:
    def test_what_is_asked_a_day_is_in_minutes(self) -> None:
        assert boxes(handout(request(today=date(2026, 1, 20))))["What we ask of you"][:2] == [
            "About 3 minutes a day for your exercises.",
            "12 minutes by the clock, 6 times a day.",
        ]

    def test_where_today_asks_for_nothing_it_says_from_when(self) -> None:
        lines = boxes(handout(request()))["What we ask of you from Thursday, January 15"]
        assert lines[0] == "About 3 minutes a day for your exercises."
        assert "What we ask of you" not in boxes(handout(request(with_items(WORK_TALK))))

    def test_help_and_its_time_are_hedged(self) -> None:
        lines = boxes(handout(request()))["What may help, and how long it may take"]
        assert lines == [
            "Shot near the nerve: The shot may ease leg pain in 1 to 5 days.",
            "Many people get clearly better in 6 to 12 weeks. Some need longer.",
            "Nerves may need longer, often some months.",
        ]
        calm = boxes(handout(request(changed(mechanism=Mechanism.NOCIPLASTIC))))
        assert "rarely a matter of days" in calm["What may help, and how long it may take"][-1]

    def test_the_few_lines_of_help_explain_shots_and_medicines_before_exercises(self) -> None:
        helps = texts("Bridge", "Bridge", "Puente", ("benefit", "It may help you sit.", "Puede ayudar a sentarse."))
        several = [replace(BRIDGE, id=f"item-bridge-{n}", texts=helps) for n in range(5)]
        shot = PLAN.steps[0].items[0]
        lines = boxes(handout(request(with_items(*several, shot))))["What may help, and how long it may take"]
        assert lines[0].startswith("Shot near the nerve")


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
