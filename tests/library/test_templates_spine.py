"""The plans of the spine and the neck keep the order a clinician would: what eases first, what irritates late."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from painplanner.core.dose import ActivityDose
from painplanner.core.edits import plan_from_template
from painplanner.core.graded import amount_after
from painplanner.core.ids import counting_ids
from painplanner.core.plan import Plan
from painplanner.core.schedule import Schedule, open_items, schedule
from painplanner.services.library import read_library

TODAY = date(2026, 1, 13)
LIBRARY = read_library()[0]
SPINE = (
    "lumbar_flexion_sensitive",
    "lumbar_extension_sensitive",
    "facet_radiofrequency",
    "sacroiliac",
    "chronic_low_back",
    "neck_desk",
    "occipital_neuralgia",
    "lumbar_stenosis",
    "surgery_prehabilitation",
)
BENDS_BACK = {
    "exercise.prone_press_up",
    "exercise.prone_on_elbows",
    "exercise.standing_back_bend",
    "exercise.seated_back_extension_support",
    "exercise.superman",
    "exercise.back_extension_hold",
}
ROUNDS_THE_BACK = {
    "exercise.knee_to_chest",
    "exercise.double_knee_to_chest",
    "exercise.seated_lumbar_bend",
    "exercise.child_pose",
    "exercise.rock_back",
    "exercise.cat_camel",
}


def plan_of(name: str) -> Plan:
    template = LIBRARY.templates[f"template.{name}"]
    return plan_from_template(template, LIBRARY, counting_ids(), patient="patient", today=TODAY, number=1)


def first_days(plan: Plan, dates: Schedule) -> dict[str, list[date]]:
    """Return when each entry begins, as often as the plan holds it."""
    found: dict[str, list[date]] = {}
    for step in plan.steps:
        span = dates.span(step.id)
        assert span is not None
        for item in step.items:
            found.setdefault(item.source, []).append(span.start)
    return found


@pytest.mark.parametrize("name", ["lumbar_extension_sensitive", "lumbar_stenosis"])
def test_a_back_that_minds_leaning_back_is_not_bent_back(name: str) -> None:
    plan = plan_of(name)
    assert BENDS_BACK.isdisjoint(first_days(plan, schedule(plan, TODAY)))


def test_a_back_that_minds_bending_is_rounded_again_only_after_eight_weeks_of_strength() -> None:
    plan = plan_of("lumbar_flexion_sensitive")
    begun = first_days(plan, schedule(plan, TODAY))
    rounded = [day for source in ROUNDS_THE_BACK & set(begun) for day in begun[source]]
    assert rounded
    assert min(rounded) >= TODAY + timedelta(days=56)


def test_the_heat_comes_after_two_test_blocks_two_weeks_apart_with_strength_begun_before() -> None:
    plan = plan_of("facet_radiofrequency")
    begun = first_days(plan, schedule(plan, TODAY))
    one, two = begun["procedure.medial_branch_block"]
    heat = begun["procedure.radiofrequency_ablation"][0]
    assert (two - one).days >= 14
    assert heat > two
    assert begun["exercise.dead_bug"][0] < heat


def test_the_first_week_after_the_heat_is_for_walks_alone() -> None:
    plan = plan_of("facet_radiofrequency")
    heat = first_days(plan, schedule(plan, TODAY))["procedure.radiofrequency_ablation"][0]
    at_home = open_items(plan, heat, heat + timedelta(days=6), TODAY)
    assert [one.item.source for one in at_home if one.item.kind == "exercise"] == ["exercise.walking_programme"]


def reached_by(plan: Plan, trained: str, day: date) -> Decimal:
    """Return the most minutes that the ladders of a plan come to until a day."""
    dates, found = schedule(plan, TODAY), [Decimal(0)]
    for step in plan.steps:
        span = dates.span(step.id)
        assert span is not None
        assert span.end is not None
        last = min(day, span.end)
        for item in step.items if last >= span.start else ():
            if trained in item.source and isinstance(item.dose, ActivityDose):
                found.append(amount_after(item.dose, (last - span.start).days) or Decimal(0))
    return max(found)


@pytest.mark.parametrize("name", SPINE)
def test_a_goal_in_minutes_is_reached_by_the_ladder_of_its_plan(name: str) -> None:
    ladders = {"measure.walking_minutes": "walking", "measure.sitting_minutes": "sitting"}
    for goal in LIBRARY.templates[f"template.{name}"].goals:
        assert goal.criterion is not None
        trained = ladders.get(goal.criterion.measure)
        if trained is not None and goal.criterion.target is not None and goal.criterion.target.amount is not None:
            day = TODAY + timedelta(days=goal.by_days or 0)
            assert reached_by(plan_of(name), trained, day) >= goal.criterion.target.amount, goal.id
