"""What to expect: everything of a plan in the order of its days, hedged, with its purpose in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from documents.medicated import medicated
from documents.sciatica import BRIDGE, INJECTION, PLAN, TODAY, request, texts, with_step

from painplanner.core.edits.closing import close_plan
from painplanner.core.plan import AfterStep, Closing, Decision, EveryWeeks, Item, NextVisit, Outcome, Plan, StepStatus
from painplanner.core.values import replace
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import (
    Callout,
    Document,
    Heading,
    Message,
    Moment,
    Moments,
    Pair,
    StopLine,
    plain,
)
from painplanner.documents.felt_words import felt_lines
from painplanner.documents.timeline import KIND, timeline
from painplanner.documents.words import words_in
from painplanner.services.document_check import check_document
from painplanner.services.reading import inflesz

LATE = date(2026, 2, 20)


def moments(document: Document) -> list[Moment]:
    return [one for block in document.blocks if isinstance(block, Moments) for one in block.moments]


def titles(document: Document) -> list[str]:
    return [one.title for one in moments(document)]


def summary(document: Document) -> list[str]:
    (box,) = [b for b in document.blocks if isinstance(b, Callout) and b.is_summary]
    return [plain(item) for item in box.items]


def felt(*items: Item) -> list[str]:
    return [plain(line) for line in felt_lines(replace(PLAN.steps[0], items=items), words_in("en", TODAY))]


def test_the_line_goes_from_today_to_going_on_alone_in_the_order_of_days() -> None:
    assert titles(timeline(request())) == [
        "You are here",
        "Calm the nerve",
        "Sit a little longer",
        "Your next visit, with M. Reyes",
        "Last day of Naproxen (pain and swelling pill)",
        "Get strong and walk",
        "Make work easier on your back",
        "Your goal: Sit for a meal with my family",
        "Your goal: Walk my dog round the park",
        "You know what helps, and go on by yourself",
    ]


def test_a_step_says_its_days_its_purpose_and_who_it_is_with() -> None:
    step = next(one for one in moments(timeline(request())) if one.number == "2")
    assert (step.when, step.sign, step.role) == ("Jan 15 to Feb 15, about 5 weeks", "step", "root_cause")
    lines = [plain(line) for line in step.lines]
    assert lines[0] == "What it is for: Work on the cause. With M. Reyes, physical therapist."


def test_a_look_says_what_is_looked_at() -> None:
    plan = replace(PLAN, next_visit=NextVisit())
    look = next(one for one in moments(timeline(request(plan))) if one.sign == "check")
    assert [plain(line) for line in look.lines] == [
        "Leg pain, 0 to 10: 4 or less.",
        "Sitting without a break: 18 minutes or more.",
    ]
    assert look.when == "Jan 27"


def test_what_shares_a_day_is_one_moment() -> None:
    (visit,) = [one for one in moments(timeline(request())) if one.title.startswith("Your next visit")]
    assert (visit.when, visit.sign) == ("Jan 27 at 10:30 am", "check")
    assert [plain(line) for line in visit.lines] == [
        "We look at this together: Leg pain, 0 to 10: 4 or less. Sitting without a break: 18 minutes or more.",
    ]
    goals = tuple(replace(goal, by=date(2026, 3, 1), by_days=None) for goal in PLAN.goals)
    said = [one for one in moments(timeline(request(replace(PLAN, goals=goals)))) if one.when == "Mar 1"]
    assert [len(said), said[0].title] == [1, "Your goal: Sit for a meal with my family"]
    assert plain(said[0].lines[-1]).startswith("Your goal: Walk my dog round the park.")


def test_a_step_whose_days_are_over_is_not_what_is_done_now() -> None:
    late = date(2026, 1, 30)
    document = timeline(request(with_step("step-shot", status=StepStatus.ACTIVE), today=late, start=late, end=late))
    assert "Calm the nerve" not in summary(document)[0]


def test_a_look_that_comes_again_says_how_often() -> None:
    check = replace(PLAN.checkpoints[0], when=EveryWeeks(weeks=2, step="step-sit"))
    document = timeline(request(replace(PLAN, checkpoints=(check,))))
    (look,) = [one for one in moments(document) if one.sign == "check"]
    assert plain(look.lines[-1]) == "Then again every 2 weeks."


def test_first_of_all_it_says_what_is_now_and_what_is_next() -> None:
    assert summary(timeline(request())) == [
        "Now: step 1, Calm the nerve.",
        "Next, on Thursday, January 15: step 2, Sit a little longer.",
        "We look again: Tuesday, January 27.",
        "Your plan runs until about: March 22.",
    ]


def test_what_is_done_is_behind_the_patient_and_no_longer_on_the_way() -> None:
    plan = with_step("step-shot", status=StepStatus.DONE, ended_on=TODAY)
    document = timeline(request(plan, today=LATE, start=LATE, end=LATE))
    first = moments(document)[0]
    assert first.title == "You are here"
    assert plain(first.lines[0]) == (
        "Behind you: 1. Calm the nerve, done January 13; 2. Sit a little longer, Jan 15 to Feb 15."
    )
    assert "Calm the nerve" not in titles(document)
    assert "Last day of Naproxen (pain and swelling pill)" not in titles(document)


def test_a_look_whose_day_is_over_is_made_up_for_at_the_next_visit_until_it_is_decided() -> None:
    late: dict[str, Any] = {"today": LATE, "start": LATE, "end": LATE}
    (look,) = [one for one in moments(timeline(request(PLAN, **late))) if one.sign == "check"]
    assert look.when == "at your next visit"
    decided = replace(PLAN, decisions=(Decision(id="d", checkpoint="check-1", on=LATE, outcome=Outcome.MET),))
    assert not [one for one in moments(timeline(request(decided, **late))) if one.sign == "check"]


def test_a_plan_that_has_not_begun_says_when_it_does() -> None:
    before = date(2026, 1, 2)
    document = timeline(request(today=before))
    assert plain(moments(document)[0].lines[0]) == "Your plan begins on Jan 13."
    assert summary(document)[0].startswith("Next, on Tuesday, January 13:")


def test_a_medicine_that_must_not_stop_is_looked_at_and_never_ends_by_itself() -> None:
    items = tuple(
        replace(item, dose=replace(item.dose, trial_end=TODAY + timedelta(days=30)))
        for item in medicated().plan.steps[1].items[1:2]
    )
    document = timeline(medicated(*items))
    look = next(one for one in moments(document) if one.title.startswith("We look at your medicine"))
    assert plain(look.lines[0]) == "Do not stop by yourself. Call us first."


def test_steps_that_wait_for_one_another_stand_last_without_a_day() -> None:
    one = replace(PLAN.steps[0], timing=AfterStep(step="step-sit"))
    document = timeline(request(replace(PLAN, steps=(one, *PLAN.steps[1:]), checkpoints=())))
    unknown = [one.title for one in moments(document) if one.when == "day not set yet"]
    assert unknown == ["Calm the nerve", "Sit a little longer", "Get strong and walk"]


@pytest.mark.parametrize("visit", [NextVisit(), NextVisit(on=date(2026, 1, 2))])
def test_a_visit_that_is_not_set_or_over_is_not_on_the_line(visit: NextVisit) -> None:
    assert not [title for title in titles(timeline(request(replace(PLAN, next_visit=visit)))) if "visit" in title]


def test_no_heading_has_more_than_five_moments_and_the_line_goes_on_below_it() -> None:
    parts = [block for block in timeline(request()).blocks if isinstance(block, Moments)]
    assert all(len(part.moments) <= 5 for part in parts)
    assert [(part.is_rest, part.goes_on) for part in parts] == [(False, True), (True, False)]
    heads = [block.text for block in timeline(request()).blocks if isinstance(block, Heading)]
    assert heads[:2] == ["Your weeks", "From February 16 on"]


class TestWhatIsFelt:
    def test_the_own_words_of_an_item_win_where_they_say_a_time(self) -> None:
        assert felt(INJECTION) == ["Shot near the nerve: The shot may ease leg pain in 1 to 5 days."]

    def test_a_kind_of_treatment_has_its_time(self) -> None:
        burnt = replace(INJECTION, source="procedure.radiofrequency_ablation", texts=())
        assert "Relief often comes after 2 to 3 weeks." in felt(burnt)[0]
        assert felt(BRIDGE) == ["You may feel stronger in 2 to 4 weeks, more so in 6 to 8."]
        care = texts(
            "Shot", "Shot", "Inyección", ("aftercare", "The steroid tends to work after 2 to 7 days.", "Tarda.")
        )
        shot = replace(INJECTION, drug_classes=("corticosteroid",), texts=care)
        assert felt(shot)[0].endswith("The steroid tends to work after 2 to 7 days.")
        tendon = replace(BRIDGE, safety_rule="tendon")
        assert felt(tendon) == ["Tendons are slow: they often need 12 weeks or more."]

    def test_it_is_said_once_and_in_few_lines(self) -> None:
        twin = replace(BRIDGE, id="twin")
        assert len(felt(BRIDGE, twin)) == 1
        assert len(felt(INJECTION, BRIDGE, replace(BRIDGE, id="a", category="aerobic"))) == 2

    def test_it_promises_nothing(self) -> None:
        said = [plain(line) for one in moments(timeline(medicated())) if one.sign == "step" for line in one.lines]
        told = [line for line in said if "week" in line or "day" in line]
        assert told
        assert all(any(word in line for word in ("may", "often", "need")) for line in told)


def test_ups_and_downs_are_part_of_it_and_something_new_is_not() -> None:
    document = timeline(request())
    assert isinstance(document.blocks[0], Message)
    assert plain(document.blocks[0].words).endswith("Ups and downs are part of it.")
    (pair,) = [block for block in document.blocks if isinstance(block, Pair)]
    assert "Good and bad days may take turns. Look at whole weeks, not at one day." in map(plain, pair.left.items)
    assert pair.right.mark == "box"
    (stop,) = [block for block in document.blocks if isinstance(block, StopLine)]
    assert plain(stop.call).startswith("More of your usual pain is a flare. Other new trouble is not")


def test_spanish_patients_read_it_easily() -> None:
    text = as_text(timeline(medicated(language="es")))
    for english in ("You are", "step", "week", "We look", "Your", "day not set"):
        assert english not in text
    assert inflesz([line for line in text.splitlines() if len(line) > 20]) >= 65


def test_a_plan_without_a_step_to_come_has_none() -> None:
    over: Any = tuple(replace(s, status=StepStatus.DONE, ended_on=date(2026, 4, 1)) for s in PLAN.steps)
    assert KIND.is_empty(request(replace(PLAN, steps=over)))
    assert KIND.is_empty(request(Plan(id="empty")))
    assert not KIND.is_empty(request())
    assert not KIND.is_offered(close_plan(PLAN, Closing(on=LATE)))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_nothing_that_a_program_can_check_is_amiss(lang: str) -> None:
    checked = check_document(timeline(medicated(language=lang)))
    assert [aspect.code for aspect, _where in checked.failed] == []
    assert checked.has_call_box
