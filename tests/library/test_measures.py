"""Every instrument that the facts name can be entered, and no number of a measure stands without its source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from painplanner.cli.library import run_measures
from painplanner.core.log_making import may_be_logged
from painplanner.core.measure import Better, Measure, MeasureKind
from painplanner.core.source import SourceTag
from painplanner.core.values import text_in
from painplanner.services.library_files import read_measures

FOLDER = Path(__file__).parents[2] / "resources" / "library"
MEASURES = read_measures(FOLDER)
BY_ID = {measure.id: measure for measure in MEASURES}

# The rows of clinical facts 1.1 to 1.6, with the range and the direction that stand there.
INSTRUMENTS = {
    "peg": (0, 10, "lower"),
    "nrs": (0, 10, "lower"),
    "psfs": (0, 10, "higher"),
    "promis_pi": (0, 100, "lower"),
    "promis_pf": (0, 100, "higher"),
    "odi": (0, 100, "lower"),
    "ndi": (0, 50, "lower"),
    "ndi_percent": (0, 100, "lower"),
    "rmdq": (0, 24, "lower"),
    "start_back": (0, 9, "none"),
    "start_back_distress": (0, 5, "none"),
    "back_hold": (0, 240, "higher"),
    "lefs": (0, 80, "higher"),
    "quickdash": (0, 100, "lower"),
    "spadi": (0, 100, "lower"),
    "koos_ps": (0, 100, "lower"),
    "koos_jr": (0, 100, "higher"),
    "visa_a": (0, 100, "higher"),
    "akps": (0, 100, "higher"),
    "hit6": (36, 78, "lower"),
    "fiqr": (0, 100, "lower"),
    "csi": (0, 100, "lower"),
    "dn4": (0, 10, "none"),
    "dn4_interview": (0, 7, "none"),
    "paindetect": (-1, 38, "none"),
    "phq2": (0, 6, "lower"),
    "phq4": (0, 12, "lower"),
    "phq9": (0, 27, "lower"),
    "gad7": (0, 21, "lower"),
    "pcs": (0, 52, "lower"),
    "tsk11": (11, 44, "lower"),
    "isi": (0, 28, "lower"),
    "pseq": (0, 60, "higher"),
    "six_minute_walk": (0, None, "higher"),
    "chair_stand_30s": (0, None, "higher"),
    "tug": (0, None, "lower"),
    "single_leg_stance": (0, 45, "higher"),
    "daily_steps": (0, None, "higher"),
    "sitting_minutes": (0, 1440, "higher"),
    "sleep_hours": (0, 24, "higher"),
    "walking_minutes": (0, 1440, "higher"),
}
# What a practice of this kind counts beside them.
ALSO = {
    "goal_attainment": MeasureKind.ACTIVITY,
    "weekly_distance": MeasureKind.TRACKED,
    "leg_pain_moved": MeasureKind.TRACKED,
    "slept_through": MeasureKind.YES_NO,
    "heel_raises": MeasureKind.COUNT,
    "knee_to_wall": MeasureKind.RANGE_OF_MOTION,
    "knee_bend": MeasureKind.RANGE_OF_MOTION,
    "shoulder_elevation": MeasureKind.RANGE_OF_MOTION,
}
each = pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)


def test_there_are_at_least_45() -> None:
    assert len(BY_ID) == len(MEASURES) >= 45


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_an_instrument_of_the_facts_is_there_with_its_range_and_direction(name: str) -> None:
    measure = BY_ID[f"measure.{name}"]
    low, high, better = INSTRUMENTS[name]
    assert (measure.minimum, measure.better) == (low, better)
    assert high is None or measure.maximum == high


@pytest.mark.parametrize("name", ALSO)
def test_what_is_counted_beside_them_is_there(name: str) -> None:
    assert BY_ID[f"measure.{name}"].kind is ALSO[name]


@each
def test_a_measure_is_whole(measure: Measure) -> None:
    assert measure.maximum is not None
    assert measure.licence
    for words in (measure.name, measure.unit, measure.how_to):
        assert all(text_in(words, lang, fallback=lang) for lang in ("en", "es")), words
    assert measure.interval_days or measure.better is Better.NONE


@each
def test_every_number_carries_its_source(measure: Measure) -> None:
    assert measure.sources
    for source in measure.sources:
        assert source.tag in SourceTag
        assert source.text
    for change in (*measure.mcid, *measure.mdc):
        assert change.amount > 0
        assert change.population
        assert change.sources, change
    if measure.interval_days or measure.better is Better.NONE:
        said = " ".join(source.text for source in measure.sources if source.tag is SourceTag.D)
        assert "Interval" in said or "Once" in said


@each
def test_what_is_found_from_knowledge_alone_says_so(measure: Measure) -> None:
    """A licence or a citation that was not read is marked to be checked."""
    instrument = measure.kind is MeasureKind.SCORE and "nothing to license" not in measure.licence
    sure = measure.licence == "Public domain" or measure.licence.startswith("Paper CC BY")
    assert not instrument or sure or "(check)" in measure.licence


@each
def test_no_item_of_an_instrument_is_worded_here(measure: Measure) -> None:
    for words in (*measure.how_to, *measure.name, *measure.plain_name):
        assert len(words.text) <= 240
        assert "?" not in words.text


def test_a_performance_test_says_how_it_is_run() -> None:
    tests = [measure for measure in MEASURES if measure.kind in {MeasureKind.TIMED, MeasureKind.COUNT}]
    assert len(tests) >= 7
    for measure in tests:
        unit = text_in(measure.unit, "en")
        assert measure.how_to
        # What a clock measures is seconds; anything else is what was reached while it ran.
        assert measure.kind is MeasureKind.COUNT or (unit == "seconds") == (measure.lasts_s is None), measure.id
    assert (BY_ID["measure.six_minute_walk"].lasts_s, BY_ID["measure.chair_stand_30s"].lasts_s) == (360, 30)


def test_joints_legs_and_feet_are_measured_by_side() -> None:
    sided = {measure.id.removeprefix("measure.") for measure in MEASURES if measure.by_side}
    assert sided >= {"heel_raises", "knee_to_wall", "knee_bend", "shoulder_elevation", "single_leg_stance", "leg_raise"}
    assert all(m.by_side for m in MEASURES if m.kind is MeasureKind.RANGE_OF_MOTION)


def test_only_the_phq9_asks_one_question_that_cannot_wait() -> None:
    asking = {measure.id: text_in(measure.alert, "en") for measure in MEASURES if measure.alert}
    assert asking == {"measure.phq9": "Question 9"}
    assert text_in(BY_ID["measure.phq9"].alert, "es") == "Pregunta 9"


def test_a_number_of_a_week_is_asked_for_once_a_week() -> None:
    weekly = {measure.id.removeprefix("measure.") for measure in MEASURES if measure.weekly}
    assert weekly == {"nights_slept_through", "reach_days", "full_shifts", "headache_days", "weekly_distance"}
    for measure in MEASURES:
        assert measure.weekly == ("a week" in text_in(measure.unit, "en") and measure.kind is MeasureKind.TRACKED)


def test_a_patient_is_never_asked_to_score_an_instrument_at_home() -> None:
    asked = {measure.id for measure in MEASURES if may_be_logged(measure) and measure.kind is MeasureKind.SCORE}
    assert asked == {"measure.nrs", "measure.nrs_leg"}


def test_measures_are_listed_for_other_programs_with_their_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_measures(as_json=True) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {one["id"] for one in listed} == set(BY_ID)
    fields = {"id", "name", "minimum", "maximum", "unit", "better", "mcid", "sources"}
    for one in listed:
        assert set(one) == fields
        assert one["name"]
        assert all(change["sources"] and change["population"] for change in one["mcid"])
        assert all({"tag", "text"} == set(source) for source in one["sources"])
    pain = next(one for one in listed if one["id"] == "measure.paindetect")
    assert (pain["minimum"], pain["maximum"], pain["better"]) == (-1, 38, "none")
