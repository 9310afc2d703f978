"""Numbers over time become a drawing: one measure, its baseline, target and MCID band, steps, procedures and flares.

One definition serves screen and paper: a `Plot` lays a chart out for a box, tells which number lies under a pointer,
and is drawn with roles. Words are given; not here: which numbers there are and what they mean.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from painplanner.core.axis import Scale, scale_of
from painplanner.core.drawing import Area, Drawing, Line, Shape, Text, circle, polygon, rectangle
from painplanner.core.label_place import Ground, freest

_CHARACTER = 0.56
"""How wide a character is for its size, as a generous mean."""


class Spot(NamedTuple):
    """A number on a day; a range that was written shows from `low` to `high`."""

    on: date
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


class Sign(NamedTuple):
    """A day with a name: a step that opens, a procedure; `role` is its colour, `short` stands where room is short.

    One that `keeps` its name takes the room of the next one too; one `is_ahead` is drawn in dashes.
    """

    on: date
    name: str
    role: str = "text"
    short: str = ""
    keeps: bool = False
    is_ahead: bool = False


class Stretch(NamedTuple):
    """Days in a row, both included, such as a flare."""

    start: date
    end: date


@dataclass(frozen=True)
class Chart:
    """One measure over time between two days, both included.

    `mcid` is an amount in the unit of the measure; `gap_days` is how many days apart two numbers may lie and still be
    joined by a line. A small arrow under the axis marks `today`; `is_whole` numbers have no halves.
    """

    spots: tuple[Spot, ...]
    first: date
    last: date
    minimum: Decimal = Decimal(0)
    maximum: Decimal | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    mcid: Decimal | None = None
    signs: tuple[Sign, ...] = ()
    flares: tuple[Stretch, ...] = ()
    gap_days: int = 3
    is_whole: bool = False
    today: date | None = None


@dataclass(frozen=True)
class ChartWords:
    """The words on a chart, in the language of the reader."""

    target: str
    start: str
    day: Callable[[date], str]
    number: Callable[[Decimal], str]


@dataclass(frozen=True)
class Plot:
    """A chart laid out in a box of `width` by `height`, with letters of `size`, all in the units of the medium.

    `gutter` is the least room for numbers at the left, so that charts below one another share one time axis.
    """

    chart: Chart
    width: float
    height: float
    size: float = 11.0
    gutter: float = 0.0

    @cached_property
    def left(self) -> float:
        """Return where the days begin."""
        longest = max(len(_short(tick)) for tick in self.scale.ticks)
        return max(self.gutter, self.size * (_CHARACTER * longest + 0.7))

    @property
    def right(self) -> float:
        """Return where the days end."""
        return self.width - self.size * 0.6

    @property
    def bottom(self) -> float:
        """Return the height of the lowest number."""
        return self.size * 1.9

    @property
    def top(self) -> float:
        """Return the height of the highest number; names of steps and procedures stand above it."""
        return self.height - self.size * (1.5 if self.chart.signs else 0.6)

    @cached_property
    def scale(self) -> Scale:
        """Return the numbers of the upright axis: round, and holding everything that is shown."""
        return scale_of(_shown(self.chart), self.chart.minimum, self.chart.maximum, is_whole=self.chart.is_whole)

    def x(self, on: date) -> float:
        """Return where a day stands."""
        days = max((self.chart.last - self.chart.first).days, 1)
        return self.left + (self.right - self.left) * (on - self.chart.first).days / days

    def y(self, value: Decimal | float) -> float:
        """Return the height of a number."""
        scale = self.scale
        return self.bottom + (self.top - self.bottom) * (float(value) - scale.low) / (scale.high - scale.low)

    def spot_at(self, x: float, reach: float) -> Spot | None:
        """Return the number nearest to a place along the axis, nothing where none lies within reach."""
        near = min(self.chart.spots, key=lambda spot: abs(self.x(spot.on) - x), default=None)
        return near if near is not None and abs(self.x(near.on) - x) <= reach else None


def drawn(plot: Plot, words: ChartWords, alt: str = "") -> Drawing:
    """Return a chart as a drawing."""
    ground = (*_band(plot), *_flares(plot), *_axes(plot, words), *_today(plot), *_signs(plot))
    shapes = (*ground, *_levels(plot, words), *_curve(plot))
    return Drawing(plot.width, plot.height, shapes, alt)


def runs(chart: Chart) -> tuple[tuple[Spot, ...], ...]:
    """Return the numbers in runs that a line joins; a gap stays a gap."""
    found: list[list[Spot]] = []
    for spot in sorted(chart.spots, key=lambda one: one.on):
        if found and (spot.on - found[-1][-1].on).days <= chart.gap_days:
            found[-1].append(spot)
        else:
            found.append([spot])
    return tuple(tuple(run) for run in found)


def _shown(chart: Chart) -> Iterator[float]:
    for spot in chart.spots:
        yield from (float(n) for n in (spot.value, spot.low, spot.high) if n is not None)
    yield from (float(n) for n in (chart.baseline, chart.target) if n is not None)


def _short(n: float) -> str:
    return f"{n:g}"


def _flares(plot: Plot) -> Iterator[Shape]:
    for flare in plot.chart.flares:
        start, end = max(flare.start, plot.chart.first), min(flare.end, plot.chart.last)
        if start <= end:
            left, right = plot.x(start), max(plot.x(end), plot.x(start) + 2)
            yield Area(rectangle(left, plot.bottom, right - left, plot.top - plot.bottom), fill="ghost")
            yield Line(polygon([(left, plot.bottom), (right, plot.bottom)]), "stop", 2.0, "butt")


def _band(plot: Plot) -> Iterator[Shape]:
    """Yield the band around the baseline in which a change is smaller than the MCID."""
    chart, scale = plot.chart, plot.scale
    if chart.baseline is None or chart.mcid is None:
        return
    low = max(float(chart.baseline - chart.mcid), scale.low)
    high = min(float(chart.baseline + chart.mcid), scale.high)
    if low < high:
        y = plot.y(low)
        yield Area(rectangle(plot.left, y, plot.right - plot.left, plot.y(high) - y), fill="prop")


def _axes(plot: Plot, words: ChartWords) -> Iterator[Shape]:
    for tick in plot.scale.ticks:
        y = plot.y(tick)
        yield Line(polygon([(plot.left, y), (plot.right, y)]), "grid", 0.8, "butt")
        name = words.number(Decimal(_short(tick)))
        yield Text(plot.left - plot.size * 0.45, y - plot.size * 0.35, name, "muted", plot.size, "end")
    for on, name in _days(plot, words):
        x = plot.x(on)
        anchor = "end" if x + len(name) * plot.size * _CHARACTER / 2 > plot.width else "middle"
        yield Line(polygon([(x, plot.bottom), (x, plot.bottom - plot.size * 0.3)]), "muted", 0.8, "butt")
        yield Text(plot.width if anchor == "end" else x, plot.size * 0.4, name, "muted", plot.size, anchor)


def _days(plot: Plot, words: ChartWords) -> list[tuple[date, str]]:
    """Return the days that are named: whole weeks from the first, as many as find room."""
    chart = plot.chart
    room = plot.size * _CHARACTER * (len(words.day(chart.first)) + 3)
    most = max(1, int((plot.right - plot.left) / room))
    weeks = max(1, -(-(chart.last - chart.first).days // 7 // most) or 1)
    while (chart.last - chart.first).days / (7 * weeks) > most:
        weeks += 1
    days = range(0, (chart.last - chart.first).days + 1, 7 * weeks)
    found = [chart.first + timedelta(days=n) for n in days]
    return [(on, words.day(on)) for on in found]


def _today(plot: Plot) -> Iterator[Shape]:
    """Yield a small arrow that stands under the axis and points at today."""
    today = plot.chart.today
    if today is not None and plot.chart.first <= today <= plot.chart.last:
        x, size = plot.x(today), plot.size * 0.34
        yield Area(polygon([(x, plot.bottom), (x - size, plot.bottom - size), (x + size, plot.bottom - size)]), "text")


def _signs(plot: Plot) -> Iterator[Shape]:
    """Yield the days with a name; a name without room before the next one is shortened, or left out at its line."""
    signs = sorted(
        (one for one in plot.chart.signs if plot.chart.first <= one.on <= plot.chart.last), key=attrgetter("on")
    )
    free = -math.inf
    for sign, after in zip(signs, (*signs[1:], None), strict=False):
        x = plot.x(sign.on)
        dash = (2.0, 3.0) if sign.is_ahead else ()
        yield Line(polygon([(x, plot.bottom), (x, plot.top)]), sign.role, 1.2, "butt", dash)
        end = plot.width if after is None or sign.keeps else plot.x(after.on) - plot.size * 0.4
        for name in filter(None, (sign.name, sign.short)):
            wide = len(name) * plot.size * _CHARACTER
            start = min(x, plot.width - wide)
            if start >= free and start + wide <= end:
                yield Text(start, plot.top + plot.size * 0.35, name, sign.role, plot.size)
                free = start + wide + plot.size * 0.4
                break


def _levels(plot: Plot, words: ChartWords) -> Iterator[Shape]:
    chart = plot.chart
    if chart.baseline is not None:
        y = plot.y(chart.baseline)
        yield Line(polygon([(plot.left, y), (plot.right, y)]), "muted", 1.0, "butt", (1.5, 3.0))
    if chart.target is None:
        return
    y = plot.y(chart.target)
    yield Line(polygon([(plot.left, y), (plot.right, y)]), "accent", 1.4, "butt", (5.0, 3.0))
    if words.target:
        end, low = _place(plot, y, len(words.target) * plot.size * _CHARACTER)
        yield Text(end, low, words.target, "accent", plot.size, "end")


def _place(plot: Plot, y: float, wide: float) -> tuple[float, float]:
    """Return where the word at a line ends and stands: as far right as nothing is drawn, rather above than below."""
    above, below = y + plot.size * 0.4, y - plot.size * 1.15
    lows = [low for low in (above, below) if low + plot.size < plot.top + 1 and low > plot.bottom] or [above]
    signs = tuple(sorted((plot.x(sign.on) for sign in plot.chart.signs), reverse=True))
    ends = (plot.right, *(x - plot.size * 0.3 for x in signs), plot.left + wide + plot.size * 0.3)
    places = [(end, low) for end in ends if plot.left < end - wide and end <= plot.right for low in lows]
    curve = tuple(tuple((plot.x(spot.on), plot.y(spot.value)) for spot in run) for run in runs(plot.chart))
    return freest(places or [(plot.right, above)], wide, plot.size, Ground(curve, signs, _dot(plot) + 1))


def _curve(plot: Plot) -> Iterator[Shape]:
    dot = _dot(plot)
    for run in runs(plot.chart):
        if len(run) > 1:
            yield Line(polygon([(plot.x(s.on), plot.y(s.value)) for s in run]), "text", 1.6)
    for spot in plot.chart.spots:
        x = plot.x(spot.on)
        if spot.low is not None and spot.high is not None:
            yield Line(polygon([(x, plot.y(spot.low)), (x, plot.y(spot.high))]), "text", 1.2, "butt")
        yield Area(circle(x, plot.y(spot.value), dot), fill="background", line="text", width=1.2)


def _dot(plot: Plot) -> float:
    """Return the size of a dot: smaller where the numbers stand closer than their dots are wide."""
    places = sorted(plot.x(spot.on) for spot in plot.chart.spots)
    nearest = min((b - a for a, b in pairwise(places) if b > a), default=math.inf)
    return max(min(plot.size * 0.24, nearest * 0.42), 1.2)
