"""The questionnaire rates what the patient named, in their own words, with eleven boxes."""

from __future__ import annotations

from decimal import Decimal

from documents.golden import rated
from documents.sciatica import MEASURES, PLAN, both, request

from painplanner.core.measure import Band, Better, Criterion
from painplanner.core.plan import Checkpoint, Goal
from painplanner.core.values import replace
from painplanner.documents.blocks import Document, Message, Scale, plain
from painplanner.documents.function_questionnaire import function_questionnaire, has_activities


def scales(document: Document) -> list[Scale]:
    return [block for block in document.blocks if isinstance(block, Scale)]


def test_an_activity_stands_in_the_words_of_its_goal_with_eleven_boxes() -> None:
    first = scales(function_questionnaire(request(rated())))[0]
    assert first.title == "Walk my dog round the park"
    assert first.steps == tuple(map(str, range(11)))
    assert (first.low, first.high) == ("I cannot do it", "as well as before")


def test_what_a_checkpoint_names_is_rated_too() -> None:
    check = Checkpoint(id="c", criteria=(Criterion(measure="measure.psfs", activity="carry my bag"),))
    titles = [one.title for one in scales(function_questionnaire(request(replace(rated(), checkpoints=(check,)))))]
    assert titles == ["Walk my dog round the park", "Carry my bag", ""]


def test_a_turned_scale_has_its_ends_turned() -> None:
    turned = {**MEASURES, "measure.psfs": replace(MEASURES["measure.psfs"], better=Better.LOWER)}
    first = scales(function_questionnaire(request(rated(), measures=turned)))[0]
    assert (first.low, first.high) == ("as well as before", "I cannot do it")


def test_a_scale_with_named_ends_shows_these_and_as_many_boxes() -> None:
    bands = (
        Band(low=Decimal(-2), high=Decimal(-2), label=both("much less", "mucho menos")),
        Band(low=Decimal(2), high=Decimal(2), label=both("much more", "mucho más")),
    )
    steps = replace(MEASURES["measure.psfs"], minimum=Decimal(-2), maximum=Decimal(2), bands=bands)
    first = scales(function_questionnaire(request(rated(), measures={"measure.psfs": steps})))[0]
    assert (first.steps, first.low, first.high) == (("-2", "-1", "0", "1", "2"), "much less", "much more")


def test_lines_are_left_for_what_is_not_named_yet() -> None:
    assert [one.title for one in scales(function_questionnaire(request()))] == ["", "", ""]
    message = next(block for block in function_questionnaire(request()).blocks if isinstance(block, Message))
    assert plain(message.words) == "How well can you do these things? Write what is hard for you now."


def test_five_activities_are_five_questions_and_a_line_for_more() -> None:
    goals = tuple(Goal(id=f"g{n}", text=f"Thing {n}", criterion=Criterion(measure="measure.psfs")) for n in range(5))
    document = function_questionnaire(request(replace(PLAN, goals=goals)))
    assert [one.number for one in scales(document)] == ["1", "2", "3", "4", "5"]
    assert any(getattr(block, "label", "") == "Anything else that is hard for you now?" for block in document.blocks)


def test_only_plans_that_name_activities_have_some_to_rate() -> None:
    assert has_activities(rated(), MEASURES)
    assert not has_activities(PLAN, MEASURES)
