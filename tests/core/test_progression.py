"""The next dose follows from the log by a rule with its source; too little data proposes nothing, no medicine moves."""

from __future__ import annotations

from decimal import Decimal

import pytest
from core.drawn_plans import plans
from core.logged import BEGAN, TODAY, day, item, log_of, measured, plan_of
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.dose import ActivityDose, AnyDose, ExerciseDose, MedicineDose, Progression, minutes_a_day
from painplanner.core.edits.progressing import accept_all
from painplanner.core.library import DoseRange, Intervention, Kind, Texts
from painplanner.core.measure import Criterion, Reading
from painplanner.core.plan import Flare, Goal, Item, Plan, items_of
from painplanner.core.progression import Proposal, ProposalKind, proposals, start_from
from painplanner.core.source import SourceTag
from painplanner.core.values import replace

DAILY = ExerciseDose(sets=3, reps=10, times_per_day=1, days_per_week=7)
SLIDER = {"category": "nerve-glide", "safety_rule": "nerve-glide", "source": "exercise.sciatic_slider_sitting"}
TENDON = {"category": "strength", "safety_rule": "tendon", "source": "exercise.seated_calf_raise_heavy"}
SITTING = {
    "kind": "lifestyle", "category": "graded-activity", "safety_rule": "graded-activity",
    "source": "lifestyle.graded_sitting",
}  # fmt: skip
WALK = {"category": "aerobic", "safety_rule": "graded-activity", "source": "exercise.walking_programme"}


def of(one: Item, days: str = "", readings: tuple[Reading, ...] = (), goals: tuple[Goal, ...] = ()) -> Proposal | None:
    found = proposals(plan_of(one, goals=goals), *log_of(days), readings, TODAY)
    assert len(found) <= 1
    return found[0] if found else None


def kind(one: Item, days: str = "", readings: tuple[Reading, ...] = ()) -> ProposalKind | None:
    found = of(one, days, readings)
    return found.kind if found is not None else None


def next_dose(one: Item, days: str = "", readings: tuple[Reading, ...] = ()) -> AnyDose:
    found = of(one, days, readings)
    assert found is not None
    return found.dose_next


def minutes(n: int, **fields: object) -> ActivityDose:
    return ActivityDose(**{"minutes": Decimal(n), "times_per_day": 1, "days_per_week": 7, **fields})  # type: ignore[arg-type]


# What is asked more


def test_an_exercise_done_all_week_grows_by_two_repetitions_with_its_reason_and_source() -> None:
    found = of(item(DAILY), "ddddddd")
    assert found is not None
    assert (found.kind, found.dose_now, found.dose_next) == (ProposalKind.MORE, DAILY, replace(DAILY, reps=12))
    assert found.reason.code == "regular"
    assert dict(found.reason.args) == {"done": "7", "asked": "7"}
    assert (found.from_rule, found.source.tag) == ("load-steps", SourceTag.D)


@pytest.mark.parametrize(
    ("days", "grows"),
    [
        ("dddddd.", True),
        ("ddddd.n", False),
        ("dddd", False),
        ("dddddd", False),
        ("ddddddd?", True),
        ("", False),
        (".......", False),
        ("dddddds", False),
        (".dd.dddd", True),
    ],
)
def test_it_grows_after_a_whole_regular_week_only(days: str, grows: bool) -> None:
    assert (kind(item(DAILY), days) is ProposalKind.MORE) is grows


def test_three_days_a_week_are_a_regular_week() -> None:
    three = replace(DAILY, days_per_week=3)
    assert kind(item(three), "d..d..d") is ProposalKind.MORE
    assert kind(item(three), "d.d.d..") is ProposalKind.MORE
    assert kind(item(three), "d..n..d") is None


def test_a_log_that_is_not_entered_to_its_end_or_is_three_weeks_old_says_nothing() -> None:
    plan = plan_of(item(DAILY))
    assert not proposals(plan, *log_of("ddddddd", is_complete=False), (), TODAY)
    assert not proposals(plan, *log_of("ddddddd", ends=22), (), TODAY)
    assert proposals(plan, *log_of("ddddddd", ends=21), (), TODAY)


def test_a_range_of_the_library_is_not_passed_and_what_is_at_its_top_stays() -> None:
    entry = Intervention(
        id="exercise.bridge",
        kind=Kind.EXERCISE,
        texts=(Texts(lang="en", name="Bridge"),),
        dose=DAILY,
        ranges=(DoseRange(field="reps", high=Decimal(11)), DoseRange(field="sets", high=Decimal(3))),
    )
    plan = plan_of(item(DAILY, source=entry.id))
    (found,) = proposals(plan, *log_of("ddddddd"), (), TODAY, entries={entry.id: entry})
    assert found.dose_next == replace(DAILY, reps=11)
    plan = plan_of(item(replace(DAILY, reps=11), source=entry.id))
    (found,) = proposals(plan, *log_of("ddddddd"), (), TODAY, entries={entry.id: entry})
    assert (found.kind, found.reason.code) == (ProposalKind.STAY, "at-top")


def test_a_slider_goes_to_three_rounds_then_three_times_a_day_and_a_tensioner_stays_at_once() -> None:
    slider = item(replace(DAILY, sets=2), **SLIDER)
    assert next_dose(slider, "ddddddd") == replace(DAILY, sets=3)
    assert next_dose(item(DAILY, **SLIDER), "ddddddd") == replace(DAILY, times_per_day=2)
    tensioner = item(DAILY, **{**SLIDER, "source": "exercise.sciatic_tensioner"})
    assert kind(tensioner, "ddddddd") is ProposalKind.STAY


def test_a_tendon_takes_more_weight_for_fewer_repetitions_after_two_weeks() -> None:
    heavy = replace(DAILY, reps=15, load=Decimal(20), load_unit="kg", days_per_week=3)
    one = item(heavy, **TENDON)
    assert kind(one, "d..d..d") is None
    found = of(one, "d..d..dd..d..d")
    assert found is not None
    assert (found.dose_next, found.source.tag) == (replace(heavy, reps=12, load=Decimal(21)), SourceTag.K)
    assert "Beyer" in found.source.text


def test_what_only_calms_or_moves_a_joint_does_not_grow() -> None:
    for category in ("mobility", "relaxation", "posture"):
        assert kind(item(DAILY, category=category), "ddddddd") is None


def test_walking_without_a_rule_of_its_own_grows_by_a_tenth_and_with_one_by_the_calendar() -> None:
    assert next_dose(item(minutes(20), **WALK), "ddddddd") == minutes(22)
    assert next_dose(item(minutes(5), **WALK), "ddddddd") == minutes(6)
    rule = Progression(add=Decimal(2), every_days=7, up_to=Decimal(60))
    assert kind(item(minutes(20, progression=rule), **WALK), "ddddddd") is None


def test_a_single_sore_day_does_not_hold_back_what_goes_by_the_clock() -> None:
    assert kind(item(minutes(20), **WALK), "dddsddd") is ProposalKind.MORE


# What is asked less


def test_too_sore_twice_takes_a_quarter_away_by_the_24_hour_rule() -> None:
    found = of(item(DAILY), "dsdsddd")
    assert found is not None
    assert (found.kind, found.dose_next) == (ProposalKind.LESS, replace(DAILY, reps=7))
    assert (found.from_rule, found.source.tag) == ("24-hour", SourceTag.K)
    assert dict(found.reason.args) == {"sore": "2", "known": "7"}


def test_too_sore_once_stays_as_it_is() -> None:
    found = of(item(DAILY), "dddsddd")
    assert found is not None
    assert (found.kind, found.dose_next, found.reason.code) == (ProposalKind.STAY, DAILY, "sore-once")
    assert not found.is_change


def test_a_quota_that_was_too_sore_on_most_days_was_too_high() -> None:
    one = item(minutes(20), **WALK)
    assert next_dose(one, "ssssddd") == minutes(15)
    assert kind(one, "sssdddd") is None, "three of seven days change nothing by the clock"


def test_a_slider_that_tingles_gets_smaller_and_at_the_smallest_it_ends() -> None:
    assert next_dose(item(DAILY, **SLIDER), "ssddddd") == replace(DAILY, reps=7)
    smallest = ExerciseDose(sets=1, reps=3, times_per_day=1)
    found = of(item(smallest, **SLIDER), "ssddddd")
    assert found is not None
    assert (found.kind, found.reason.code) == (ProposalKind.STOP, "glide-smallest")


def test_more_than_three_days_left_out_come_back_with_a_quarter_less() -> None:
    assert next_dose(item(DAILY), "dddnnnn") == replace(DAILY, reps=7)
    assert kind(item(DAILY), "ddddnnn") is None
    assert kind(item(DAILY), "dnnnnnd") is None, "it was taken up again"
    assert kind(item(DAILY), "ddd....") is None, "a blank is nobody's not done"
    three = replace(DAILY, days_per_week=3)
    assert kind(item(three), "dnnnnn") is None, "two of them were days off"
    assert kind(item(three), "dnnnnnn") is ProposalKind.AGAIN


def test_what_grew_by_the_calendar_comes_back_below_what_was_done_last() -> None:
    rule = Progression(add=Decimal(2), every_days=3, since=day(30))
    one = item(minutes(8, progression=rule), **SITTING)
    found = of(one, "dddnnnnnn")
    assert found is not None
    assert found.kind is ProposalKind.AGAIN
    assert found.dose_now == minutes(28, progression=rule)
    assert found.dose_next == minutes(16, progression=rule), "three quarters of the 22 minutes of the day it was done"


def test_pain_that_rises_or_passes_five_holds_a_tendon() -> None:
    one = item(replace(DAILY, reps=8), **TENDON)
    days = "dddddddddddddd"
    rising = measured("measure.nrs", 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 5, 4, 4, 5)
    assert kind(one, days) is ProposalKind.MORE
    assert kind(one, days, measured("measure.nrs", *[3] * 14)) is ProposalKind.MORE
    found = of(one, days, rising)
    assert found is not None
    assert (found.kind, found.reason.code, found.from_rule) == (ProposalKind.STAY, "pain-rises", "pain-monitoring")
    high = of(one, days, measured("measure.nrs", *[6] * 14))
    assert high is not None
    assert high.reason.code == "pain-high"


def test_a_day_far_beyond_the_week_before_holds_walking() -> None:
    one = item(minutes(20), **WALK)
    found = of(one, "ddddddd", measured("measure.walking_minutes", 20, 20, 20, 20, 20, 20, 40, 20))
    assert found is not None
    assert (found.kind, found.from_rule) == (ProposalKind.STAY, "boom-bust")
    assert dict(found.reason.args) == {"on": day(2).isoformat(), "value": "40", "mean": "20"}
    assert kind(one, "ddddddd", measured("measure.sitting_minutes", 20, 20, 20, 20, 20, 20, 40)) is ProposalKind.MORE


def test_nothing_passes_a_tenth_over_what_was_really_walked() -> None:
    one = item(minutes(30), **WALK)
    assert next_dose(one, "ddddddd", measured("measure.walking_minutes", *[29] * 7)) == minutes(
        31, minutes=Decimal("31.9")
    )
    found = of(one, "ddddddd", measured("measure.walking_minutes", *[20] * 7))
    assert found is not None
    assert (found.kind, found.reason.code) == (ProposalKind.STAY, "does-less")


# Where it begins


def test_sitting_begins_at_four_fifths_of_what_is_tolerated() -> None:
    assert [start_from(Decimal(n)) for n in (10, 25, 1)] == [8, 20, Decimal("0.8")]
    rule = Progression(add=Decimal(2), every_days=7)
    one = item(ActivityDose(progression=rule), **SITTING)
    found = of(one, readings=measured("measure.sitting_minutes", 5, 25))
    assert found is not None
    assert (found.kind, found.dose_next) == (
        ProposalKind.START,
        ActivityDose(minutes=Decimal(20), progression=rule),
    )
    assert kind(one) is None, "nothing is known of how long this patient can sit"


def test_the_baseline_of_a_goal_serves_where_nothing_was_measured_since() -> None:
    sitting = Criterion(measure="measure.sitting_minutes", baseline=Decimal(10))
    found = of(item(ActivityDose(), **SITTING), goals=(Goal(id="g", criterion=sitting),))
    assert found is not None
    assert found.dose_next == ActivityDose(minutes=Decimal(8))


# Of which dose a log speaks


def test_days_of_another_dose_and_of_a_flare_say_nothing_of_this_one() -> None:
    assert of(item(DAILY, dosed_on=day(5)), "ddddddd") is None
    assert of(item(DAILY, dosed_on=day(8)), "ddddddd") is not None
    over = Flare(id="f", on=day(6), back_on=day(3))
    assert proposals(plan_of(item(DAILY), flares=(over,)), *log_of("ddddddd"), (), TODAY) == ()


def test_in_a_flare_nothing_is_proposed() -> None:
    now = Flare(id="f", on=day(1), back_on=day(-2))
    assert proposals(plan_of(item(DAILY), flares=(now,)), *log_of("ddddddd"), (), TODAY) == ()
    other = replace(now, items=("other",))
    assert proposals(plan_of(item(DAILY), flares=(other,)), *log_of("ddddddd"), (), TODAY) != ()


def test_what_was_stopped_or_is_a_medicine_has_no_next_dose() -> None:
    assert kind(item(DAILY, stopped_on=TODAY), "ddddddd") is None
    assert kind(item(MedicineDose(amount=Decimal(300)), kind="medicine"), "ddddddd") is None


def test_of_two_logs_of_one_day_the_one_entered_later_counts() -> None:
    (first,), sheets = log_of("sssssss", log="a")
    (second,), more = log_of("ddddddd", log="b")
    found = proposals(plan_of(item(DAILY)), (replace(second, entered_on=TODAY), replace(first, entered_on=day(1))),
                      (*sheets, *more), (), TODAY)  # fmt: skip
    assert found[0].kind is ProposalKind.MORE


# What always holds


@given(plan=plans(), days=st.text("dsn?.", min_size=1, max_size=14), pain=st.lists(st.integers(0, 10), max_size=14))
def test_proposals_never_touch_a_medicine_and_less_is_never_more(plan: Plan, days: str, pain: list[int]) -> None:
    readings = (*measured("measure.nrs", *pain), *measured("measure.walking_minutes", *pain))
    every = [log_of(days, row_item=one.id, log=one.id) for _step, one in items_of(plan)]
    logs, sheets = [log for pair in every for log in pair[0]], [sheet for pair in every for sheet in pair[1]]
    found = proposals(plan, logs, sheets, readings, TODAY)
    changed = accept_all(plan, found, TODAY)
    before, after = ({one.id: one for _step, one in items_of(p)} for p in (plan, changed))
    for one in before.values():
        if one.kind == "medicine" or isinstance(one.dose, MedicineDose):
            assert after[one.id] is one
    for proposal in found:
        if proposal.kind in {ProposalKind.LESS, ProposalKind.AGAIN}:
            assert minutes_a_day(proposal.dose_next) <= minutes_a_day(proposal.dose_now)
        if proposal.kind is ProposalKind.MORE:
            assert proposal.dose_next != proposal.dose_now
    assert {one.id for one in before.values()} == {one.id for one in after.values()}
    again = proposals(changed, logs, sheets, readings, TODAY)
    assert not [one for one in again if one.is_change], "what was taken is not proposed once more"


def test_the_plan_of_these_tests_has_begun() -> None:
    assert BEGAN < TODAY
