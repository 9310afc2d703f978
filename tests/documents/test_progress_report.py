"""How you are doing: the win first, at most four charts, each said in plain words, and nobody blamed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from documents.sciatica import LEG_PAIN, PLAN, SIT
from documents.tracked import BEGUN, KNOWN, NIGHTS, NRS, PAIN, SAT, SITTING, TODAY, numbers, reported, tracked_plan

from painplanner.core.measure import Better, Criterion, Reading, Target, TargetKind
from painplanner.core.plan import AfterStep, Anchor, Closing
from painplanner.core.values import replace
from painplanner.documents.blocks import Bullets, Callout, Charts, Document, Heading, Message, plain
from painplanner.documents.chart_figures import has_progress
from painplanner.documents.plan_words import as_read
from painplanner.documents.progress_report import MOST_CHARTS, progress_report


def report(*readings: Reading, **changes: Any) -> Document:
    return progress_report(reported(**({"readings": readings} if readings else {}), **changes))


def message(document: Document) -> str:
    return next(plain(block.words) for block in document.blocks if isinstance(block, Message))


def charts(document: Document) -> dict[str, str]:
    blocks = [block for block in document.blocks if isinstance(block, Charts)]
    return {one.title: " ".join(map(plain, one.lines)) for block in blocks for one in block.charts}


def box(document: Document, title: str) -> list[str]:
    boxes = (block for block in document.blocks if isinstance(block, Callout) and block.title == title)
    return [plain(item) for one in boxes for item in one.items]


def worse() -> tuple[Reading, ...]:
    return (*numbers(SAT, date(2026, 2, 4), 6, 6, 7, 6, 5, 6, 6), *numbers("measure.nrs", BEGUN, 7, 8, 9, every=14))


def test_the_first_thing_said_is_the_win() -> None:
    assert message(report()).startswith("You reached a target. Sitting without a break: from 10 to 20 minutes")
    on_the_way = numbers(SAT, date(2026, 2, 4), 12, 13, 12, 13, 14, 13, 14)
    said = message(report(*on_the_way))
    assert said == "You moved forward. Sitting without a break: from 10 to 13 minutes since January 13."


def test_without_a_win_nobody_is_blamed() -> None:
    said = message(report(*worse()))
    assert said == "Thank you for writing it down. These weeks were not easy. Your numbers show us what to try next."
    assert charts(report(*worse()))["Leg pain, 0 to 10"].startswith("Harder for now: from 7 to 9 since January 13.")


def test_with_one_number_it_is_early() -> None:
    said = message(report(*numbers("measure.nrs", BEGUN, 7)))
    assert said == "Thank you for writing it down. It is early. Here is where you are now."


def test_each_chart_says_how_it_goes_which_way_is_better_and_the_target() -> None:
    assert charts(report()) == {
        "Leg pain, 0 to 10": "Better: from 7 to 4 since January 13. Down is better. "
        "You reached your target: 4 or less.",
        "Sitting without a break, minutes": "Better: from 10 to 20 minutes since January 13. Up is better. "
        "You reached your target: 18 minutes or more.",
    }


def test_a_change_inside_the_error_of_a_measure_is_about_the_same() -> None:
    wide = replace(NRS, mdc=(replace(NRS.mdc[0], amount=Decimal(2)),))
    known = {**KNOWN, NRS.id: wide}
    said = charts(report(*numbers("measure.nrs", BEGUN, 7, 6, every=14), measures=known, visit=None))
    assert said["Leg pain, 0 to 10"].startswith("About the same: from 7 to 6")


def test_too_few_numbers_are_no_verdict() -> None:
    said = charts(report(*numbers(SAT, date(2026, 2, 8), 20, 22)))["Sitting without a break, minutes"]
    assert said.startswith("Too few numbers this week to say. Empty days are all right.")
    assert "reached" not in said


def test_a_target_that_was_worked_out_is_the_same_number_in_words_and_on_the_chart() -> None:
    asked = replace(LEG_PAIN, baseline_on=BEGUN, target=Target(kind=TargetKind.PERCENT, amount=Decimal(30)))
    plan = replace(tracked_plan(), checkpoints=(replace(PLAN.checkpoints[0], criteria=(asked,)),), goals=())
    document = report(plan=plan)
    (block,) = (block for block in document.blocks if isinstance(block, Charts))
    assert block.charts[0].chart.target == 4
    assert plain(block.charts[0].lines[0]).endswith("You reached your target: 4 or less.")
    assert block.charts[0].words.target == "target 4"


def test_no_more_than_four_charts_are_shown() -> None:
    names = [f"measure.own_{n}" for n in range(6)]
    known = {name: replace(KNOWN[SAT], id=name) for name in names}
    asked = tuple(replace(SIT, measure=name, name=()) for name in names)
    plan = replace(PLAN, checkpoints=(replace(PLAN.checkpoints[0], criteria=asked),))
    readings = tuple(one for name in names for one in numbers(name, date(2026, 2, 4), 12, 13, 14, 15))
    assert len(charts(report(*readings, plan=plan, measures=known))) == MOST_CHARTS


def test_days_that_were_counted_are_called_out() -> None:
    assert box(report(), "This also went well") == ["Slept through the night: 5 times since your last visit."]
    assert box(report(visit=None), "This also went well") == ["Slept through the night: 5 times."]
    assert box(report(*PAIN), "This also went well") == []


def test_only_what_stands_on_a_chart_is_explained() -> None:
    bare = Criterion(measure=SAT, name=SIT.name, unit=SIT.unit)
    plan = replace(PLAN, checkpoints=(replace(PLAN.checkpoints[0], criteria=(bare,)),), goals=())
    assert box(report(*SITTING, plan=plan), "How to read the charts") == [
        "A dot is a number. Where the line stops, days are missing."
    ]
    assert len(box(report(), "How to read the charts")) == 5


def test_what_comes_next_is_the_next_look_with_its_targets() -> None:
    later = AfterStep(step="step-shot", anchor=Anchor.START, days=60)
    plan = replace(tracked_plan(), checkpoints=(replace(PLAN.checkpoints[0], when=later),))
    said = box(report(plan=plan), "What comes next")
    assert said[0] == "How will we know? On Saturday, March 14 we look at this:"
    assert "Sitting without a break: 18 minutes or more." in said
    assert box(report(), "What comes next") == []


def test_a_checklist_ends_with_the_next_visit() -> None:
    (todo,) = (block for block in report().blocks if isinstance(block, Bullets) and block.mark == "box")
    assert plain(todo.items[-1]) == "Come on Tuesday, February 24."


def test_what_listens_hears_every_number_with_its_day() -> None:
    (block,) = (block for block in report().blocks if isinstance(block, Charts))
    assert block.charts[0].alt == (
        "Chart from Jan 13 to Feb 17. At the start: 7. Target: 4. "
        "Numbers: Jan 13, 7; Jan 20, 6; Jan 27, 6; Feb 3, 5; Feb 10, 4."
    )


def test_a_range_is_heard_as_a_range() -> None:
    wide = replace(SITTING[0], value_to=Decimal(20))
    (block,) = (block for block in report(wide).blocks if isinstance(block, Charts))
    assert "Jan 13, 10\u201320" in block.charts[0].alt


def test_the_procedure_stands_on_the_axis_as_the_patient_calls_it() -> None:
    (block,) = (block for block in report().blocks if isinstance(block, Charts))
    assert [sign.name for sign in block.charts[0].chart.signs][:2] == ["Shot near the nerve", "step 2"]


@pytest.mark.parametrize("readings", [NIGHTS, PAIN, SITTING])
def test_there_is_a_report_once_something_was_measured(readings: tuple[Reading, ...]) -> None:
    assert has_progress(PLAN, KNOWN, readings, TODAY)
    assert not has_progress(PLAN, KNOWN, (), TODAY)


def test_without_numbers_it_can_still_be_written() -> None:
    document = progress_report(reported(readings=()))
    assert document.kind == "progress-report"
    assert charts(document) == {}


def test_a_mean_is_read_as_a_whole_number_that_reaches_no_target_too_early() -> None:
    up = Criterion(measure="m", better=Better.HIGHER, target=Target(kind=TargetKind.VALUE, amount=Decimal(15)))
    down = Criterion(measure="m", better=Better.LOWER, target=Target(kind=TargetKind.VALUE, amount=Decimal(4)))
    assert [as_read(Decimal(n), up, None) for n in ("14.2", "14.8", "21.5")] == [14, Decimal("14.8"), 22]
    assert [as_read(Decimal(n), down, None) for n in ("5.8", "4.2", "3.2")] == [6, Decimal("4.2"), 3]


def test_after_a_plan_was_closed_there_is_no_visit_to_wait_for_and_what_helps_goes_on() -> None:
    document = progress_report(reported(plan=replace(reported().plan, closing=Closing(on=TODAY))))
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert "Until then" not in heads
    assert "From here on" in heads
    (todo,) = (block for block in document.blocks if isinstance(block, Bullets) and block.mark == "box")
    assert plain(todo.items[0]).startswith("Go on with what helps you.")
