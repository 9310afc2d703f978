"""Charts: everything shown lies in the box, gaps stay gaps, and a pointer finds the number under it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.charts import Chart, ChartWords, Plot, Sign, Spot, Stretch, drawn, runs
from painplanner.core.drawing import Area, Line, Text, points_of

FIRST = date(2026, 1, 12)
LAST = FIRST + timedelta(days=56)
WORDS = ChartWords("target", "start", lambda on: f"{on.day} {on:%b}", str)

numbers = st.decimals(Decimal(0), Decimal(1000), places=1)
spots = st.lists(st.tuples(st.integers(0, 56), numbers), max_size=30, unique_by=lambda pair: pair[0])


def spot(day: int, value: str, low: str = "", high: str = "") -> Spot:
    return Spot(
        FIRST + timedelta(days=day), Decimal(value), Decimal(low) if low else None, Decimal(high) if high else None
    )


@given(spots, st.none() | numbers, st.none() | numbers, st.none() | numbers)
def test_everything_on_a_chart_lies_in_its_box(
    found: list[tuple[int, Decimal]], baseline: Decimal | None, target: Decimal | None, mcid: Decimal | None
) -> None:
    chart = Chart(
        tuple(Spot(FIRST + timedelta(days=day), value) for day, value in found),
        FIRST,
        LAST,
        baseline=baseline,
        target=target,
        mcid=mcid,
        flares=(Stretch(FIRST - timedelta(days=3), FIRST + timedelta(days=2)),),
        signs=(Sign(FIRST, "shot"), Sign(LAST, "step 2")),
    )
    for shape in drawn(Plot(chart, 300, 150), WORDS).shapes:
        places = (
            [(shape.x, shape.y)]
            if isinstance(shape, Text)
            else points_of(shape.path)
            if isinstance(shape, Area | Line)
            else []
        )
        assert all(-3 <= x <= 303 and -3 <= y <= 153 for x, y in places), shape


def test_a_week_without_numbers_is_a_gap_and_no_line_crosses_it() -> None:
    chart = Chart((spot(0, "10"), spot(1, "11"), spot(9, "14"), spot(10, "15")), FIRST, LAST)
    assert [len(run) for run in runs(chart)] == [2, 2]


def test_visits_a_month_apart_are_joined_where_the_measure_is_taken_monthly() -> None:
    chart = Chart((spot(0, "40"), spot(28, "30")), FIRST, LAST, gap_days=60)
    assert len(runs(chart)) == 1


def test_a_low_number_far_from_nothing_does_not_squeeze_the_curve() -> None:
    plot = Plot(Chart((spot(0, "62"), spot(20, "66")), FIRST, LAST, maximum=Decimal(100)), 300, 150)
    assert plot.scale.low >= 50


def test_the_axis_begins_at_zero_where_zero_is_near() -> None:
    assert Plot(Chart((spot(0, "9"), spot(20, "31")), FIRST, LAST), 300, 150).scale.low == 0


def test_the_pointer_reads_the_nearest_number_within_reach() -> None:
    plot = Plot(Chart((spot(0, "10"), spot(28, "20")), FIRST, LAST), 300, 150)
    found = plot.spot_at(plot.x(FIRST + timedelta(days=27)), reach=12)
    assert found is not None
    assert found.value == 20
    assert plot.spot_at(plot.x(FIRST + timedelta(days=14)), reach=12) is None


def test_a_range_that_was_written_shows_from_end_to_end() -> None:
    plot = Plot(Chart((spot(0, "25", "20", "30"),), FIRST, LAST), 300, 150)
    bars = [shape for shape in drawn(plot, WORDS).shapes if isinstance(shape, Line) and shape.width == 1.2]
    assert [y for _x, y in points_of(bars[0].path)] == [plot.y(20), plot.y(30)]


def test_a_name_without_room_is_shortened() -> None:
    chart = Chart(
        (),
        FIRST,
        LAST,
        signs=(
            Sign(FIRST, "a very long name of a step", short="#1"),
            Sign(FIRST + timedelta(days=14), "another"),
        ),
    )
    names = [shape.text for shape in drawn(Plot(chart, 300, 150), WORDS).shapes if isinstance(shape, Text)]
    assert {"#1", "another"} <= set(names)
    assert "a very long name of a step" not in names


def test_a_scale_of_nought_to_ten_is_shown_whole() -> None:
    scale = Plot(Chart((spot(0, "7"), spot(20, "4")), FIRST, LAST, maximum=Decimal(10)), 300, 150).scale
    assert (scale.low, scale.high) == (0, 10)


def test_what_is_counted_in_whole_numbers_has_no_halves_on_its_axis() -> None:
    plot = Plot(Chart((spot(0, "8"), spot(20, "6")), FIRST, LAST, maximum=Decimal(27), is_whole=True), 300, 150)
    assert all(tick == int(tick) for tick in plot.scale.ticks)


def test_charts_with_numbers_of_different_lengths_can_share_one_time_axis() -> None:
    short = Plot(Chart((spot(0, "7"),), FIRST, LAST), 300, 150, gutter=60)
    long = Plot(Chart((spot(0, "12000"),), FIRST, LAST), 300, 150, gutter=60)
    assert short.left == long.left == 60


def test_a_procedure_keeps_its_name_where_a_step_follows_soon() -> None:
    signs = (Sign(FIRST, "Epidural steroid", "relief", "step 1", keeps=True), Sign(FIRST + timedelta(days=2), "step 2"))
    plot = Plot(Chart((spot(0, "10"),), FIRST, LAST, signs=signs), 400, 150)
    assert [s.text for s in drawn(plot, WORDS).shapes if isinstance(s, Text) and s.y > plot.top] == ["Epidural steroid"]


def test_today_has_a_mark_on_the_axis() -> None:
    without = Chart((spot(0, "10"),), FIRST, LAST)
    with_today = Chart((spot(0, "10"),), FIRST, LAST, today=FIRST + timedelta(days=3))
    count = [len(drawn(Plot(c, 300, 150), WORDS).shapes) for c in (without, with_today)]
    assert count[1] == count[0] + 1


def test_two_points_of_a_long_scale_do_not_look_like_a_landslide() -> None:
    scale = Plot(Chart((spot(0, "48"), spot(20, "46")), FIRST, LAST, maximum=Decimal(100)), 300, 150).scale
    assert scale.high - scale.low >= 15
