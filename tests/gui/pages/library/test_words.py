"""Numbers of an entry in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from painplanner.core.library import DoseRange
from painplanner.core.source import Source, SourceTag
from painplanner.gui.pages.library.words import kept_together, legend, time_words
from painplanner.services.words.ranges import range_line


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, ""),
        ((14, 42), "2 to 6 weeks"),
        ((7, 7), "1 week"),
        ((1, 3), "1 to 3 days"),
        ((0, 7), "0 to 1 week"),
        ((10, 21), "10 to 21 days"),
        ((0, 0), "0 days"),
    ],
)
def test_days_are_said_as_weeks_where_they_are_whole(days: tuple[int, int] | None, words: str) -> None:
    assert time_words(days) == words


def test_a_range_is_one_line() -> None:
    ranges = (
        DoseRange(field="sets", low=Decimal(2), high=Decimal(4)),
        DoseRange(field="hold_s", high=Decimal(10)),
        DoseRange(field="times_per_day", low=Decimal(1), high=Decimal(1)),
    )
    assert range_line(ranges) == "2 to 4 sets · hold up to 10 s · 1 times a day"


def test_a_line_breaks_between_its_parts_only() -> None:
    assert kept_together("2 to 4 sets · hold 5 s").split(" ") == ["2\xa0to\xa04\xa0sets", "·", "hold\xa05\xa0s"]


def test_the_legend_names_only_the_tags_that_are_used() -> None:
    sources = (Source(tag=SourceTag.D, text="x"), Source(tag=SourceTag.R, text="y"))
    assert legend(sources) == "R  retrieved and read   D  a default of the product, to edit"
