"""What is known of a measure is said to the clinician with its sources: bands, changes, how often, licence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from painplanner.core.measure import Measure
from painplanner.services.library import read_library
from painplanner.services.words.measures import band_words, measure_facts

MEASURES = read_library()[0].measures


@pytest.mark.parametrize(
    ("measure", "value", "band"),
    [
        ("odi", "0", "minimal"),
        ("odi", "20", "minimal"),
        ("odi", "20.5", "minimal"),
        ("odi", "21", "moderate"),
        ("paindetect", "-1", "nerve pain unlikely"),
        ("daily_steps", "4999", "mostly sitting"),
        ("daily_steps", "6000", ""),
        ("rmdq", "8", ""),
        ("sitting_minutes", "8", ""),
    ],
)
def test_a_number_lies_in_its_band_or_in_none(measure: str, value: str, band: str) -> None:
    assert band_words(MEASURES[f"measure.{measure}"], Decimal(value), "en") == band


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
def test_every_number_that_a_band_names_lies_in_that_band(measure: Measure) -> None:
    for band in measure.bands:
        named = next(text.text for text in band.label if text.lang == "en")
        assert {band_words(measure, end, "en") for end in (band.low, band.high)} == {named}


def test_what_is_known_of_a_measure_has_its_sources() -> None:
    facts = measure_facts(MEASURES["measure.ndi"], "en")
    assert facts[0].startswith("Bands: 0 to 4 none, 5 to 14 mild")
    assert any(line.startswith("A change that matters (MCID): 10 points, mechanical neck pain") for line in facts)
    assert any(line.startswith("Beyond error (MDC): 10.2 points") and "[R]" in line for line in facts)
    assert "Usually every 4 weeks" in facts
    assert any(line.startswith("Licence: ") and "Vernon" in line for line in facts)
    assert facts[-1].startswith("Sources: ")


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
def test_a_source_is_cited_without_where_the_program_keeps_it(measure: Measure) -> None:
    said = "\n".join(measure_facts(measure, "en"))
    assert "facts" not in said
    assert ":  [" not in said
    assert " [" in said, "every measure has a source"


def test_what_is_not_known_of_a_measure_is_not_said() -> None:
    assert measure_facts(Measure(id="own", name=()), "en") == ()
