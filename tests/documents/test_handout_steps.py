"""The steps of a handout, and how each is looked at: what, by when, and what follows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from documents.handouts import changed, check_of, rows
from documents.sciatica import (
    INJECTION,
    LEG_PAIN,
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

from painplanner.core.measure import Target, TargetKind
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Anchor,
    Checkpoint,
    Combine,
    EveryWeeks,
    Lasts,
    OnDate,
    Plan,
    Step,
    StepStatus,
)
from painplanner.core.values import replace
from painplanner.documents.blocks import Check, Heading, StepRow, plain
from painplanner.documents.handout import handout


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
