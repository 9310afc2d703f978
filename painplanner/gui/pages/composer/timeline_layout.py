"""Where the bars, diamonds and words of the timeline stand; pure arithmetic, words measured by a function passed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from painplanner.core.outline import Outline, StepLine
from painplanner.core.plan import Plan, Purpose, Step
from painplanner.gui.pages.composer.rows import step_heading

Measure = Callable[[str], float]

HEAD = 24
"""Height of the line of dates."""
PITCH = 20
SMALLEST_WORDED = 15
"""Lanes lower than this carry no words."""
WATERFALL = 8
"""So many steps get a lane each; more share lanes."""
EDGE = 8
PAD = 6
DIAMOND = 7
_TICK_GAP = 52
_TICK_WEEKS = (1, 2, 4, 8, 13, 26, 52, 104)


class Label(NamedTuple):
    """Words of a bar: `text` starts at `x` and has `width` to be in."""

    text: str
    x: float
    width: float
    is_inside: bool


class Bar(NamedTuple):
    """A step on the timeline; an open one has no end."""

    step: str
    purpose: Purpose | None
    lane: int
    left: float
    right: float
    is_open: bool
    label: Label


class Diamond(NamedTuple):
    """One day of a checkpoint, on the lane of the step it decides about."""

    checkpoint: str
    x: float
    lane: int


class Tick(NamedTuple):
    """A Monday with its words."""

    x: float
    day: date
    is_month: bool


class Picture(NamedTuple):
    """The whole timeline at one size."""

    bars: tuple[Bar, ...]
    diamonds: tuple[Diamond, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    lanes: int
    pitch: int
    height: int

    def lane_top(self, lane: int) -> float:
        """Return where a lane begins."""
        return HEAD + lane * self.pitch


class Scale(NamedTuple):
    """Days to pixels."""

    first: date
    days: int
    left: float
    width: float

    def x(self, day: date) -> float:
        """Return where a day begins."""
        return self.left + (day - self.first).days * self.width / self.days


def picture(
    plan: Plan, outline: Outline, today: date, *, size: tuple[int, int], measure: Measure, lang: str
) -> Picture:
    """Return the timeline of a plan that fits a width, and a height as far as words allow."""
    scale = _scale(outline, size[0])
    most = (size[1] - HEAD - PAD) // SMALLEST_WORDED
    placed = _in_lanes(_bars(plan, outline, scale, size[0], measure, lang), len(outline.lines), most, give_up=True)
    if placed is None:  # too many for words: their numbers need less room
        placed = _in_lanes(_bars(plan, outline, scale, size[0], measure, ""), len(outline.lines), most)
    lanes, bars = placed or (0, ())
    lane_of = {bar.step: bar.lane for bar in bars}
    room = size[1] - HEAD - PAD
    pitch = max(5, min(PITCH, room // max(1, lanes)))
    is_full = lanes * PITCH >= room  # a full timeline keeps its height while lanes come and go
    return Picture(
        bars=bars,
        diamonds=tuple(_diamonds(outline, scale, lane_of)),
        ticks=tuple(_ticks(scale)),
        today=scale.x(today) if scale.first <= today < scale.first + timedelta(days=scale.days) else None,
        lanes=lanes,
        pitch=pitch,
        height=size[1] if is_full else HEAD + lanes * pitch + PAD,
    )


def _bars(plan: Plan, outline: Outline, scale: Scale, width: int, measure: Measure, lang: str) -> Iterable[Bar]:
    """Give a bar for every dated step; without a language their labels are numbers alone."""
    marks = _marks(outline, scale)
    for step, line in zip(plan.steps, outline.lines, strict=True):
        if line.start is not None:
            yield _bar(step, line, scale, marks.get(line.step, ()), width, measure, lang)


def _scale(outline: Outline, width: int) -> Scale:
    last = outline.last_day or outline.first_day
    open_starts = [line.start for line in outline.lines if line.start is not None and line.end is None]
    last = max([last, *(start + timedelta(days=27) for start in open_starts)])
    weeks = max(4, (last - outline.first_day).days // 7 + 1)
    return Scale(outline.first_day, weeks * 7, EDGE, width - 2 * EDGE)


def _marks(outline: Outline, scale: Scale) -> dict[str, tuple[float, ...]]:
    found: dict[str, tuple[float, ...]] = {}
    for check in outline.checks:
        found[check.after] = (*found.get(check.after, ()), *(scale.x(day) for day in check.dates))
    return found


def _bar(
    step: Step, line: StepLine, scale: Scale, marks: tuple[float, ...], width: int, measure: Measure, lang: str
) -> Bar:
    start = line.start or scale.first
    left = scale.x(start)
    right = scale.x(line.end + timedelta(days=1)) if line.end else scale.left + scale.width
    right = max(left + PAD, right)
    title = f"{line.number} {step_heading(step, lang)}" if lang else line.number
    return Bar(
        step=step.id,
        purpose=step.purpose,
        lane=0,
        left=left,
        right=right,
        is_open=line.end is None,
        label=label_for(title, left, right, marks, float(width), measure),
    )


def label_for(title: str, left: float, right: float, marks: Iterable[float], width: float, measure: Measure) -> Label:
    """Return where the words of a bar stand: never without number and first word, never under a diamond.

    Inside where all of it fits, else beside the bar, else inside and shortened after at least its first word.
    """
    points = sorted(marks)
    whole, first = measure(title), measure(_first_words(title))
    inside = tuple(_gaps(left, right, points))
    for x, room in inside:
        if room >= whole:
            return Label(title, x, room, is_inside=True)
    beside = tuple(_beside(right, points, width))
    for x, room in beside:
        if room >= whole:
            return Label(title, x, whole, is_inside=False)
    best = max(inside, key=lambda gap: gap[1], default=(left, 0.0))
    if best[1] >= first:
        return Label(title, best[0], best[1], is_inside=True)
    for x, room in beside:
        if room >= first:
            return Label(title, x, room, is_inside=False)
    before = min([left, *(p - DIAMOND for p in points if p < left + DIAMOND)]) - 4
    wide = min(whole, max(first, before - EDGE))
    return Label(title, before - wide, wide, is_inside=False)


def _first_words(title: str) -> str:
    """Return the number and the first word, with the sign of shortening where more words follow."""
    first = " ".join(title.split(" ")[:2])
    return first if first == title else f"{first}…"


def _beside(right: float, points: list[float], width: float) -> Iterable[tuple[float, float]]:
    """Yield the places after a bar that are free of diamonds, with their room."""
    edge = right
    for point in (p for p in points if p + DIAMOND > right - 1):
        yield edge + 4, point - DIAMOND - 4 - (edge + 4)
        edge = max(edge, point + DIAMOND)
    yield edge + 4, width - EDGE - (edge + 4)


def _gaps(left: float, right: float, points: list[float]) -> Iterable[tuple[float, float]]:
    """Return the free stretches of a bar as (x, width)."""
    edge = left
    for point in [*(p for p in points if left - DIAMOND < p < right + DIAMOND), right + DIAMOND]:
        start = edge + PAD
        yield start, min(point - DIAMOND - 3, right - PAD) - start
        edge = point + DIAMOND - 3


def _in_lanes(
    bars: Iterable[Bar], count: int, most: int, *, give_up: bool = False
) -> tuple[int, tuple[Bar, ...]] | None:
    """Give each bar a lane of its own where there is room, else share lanes left to right.

    With `give_up`, return nothing as soon as more lanes than `most` are needed.
    """
    is_waterfall = count <= min(WATERFALL, most)
    ends: list[float] = []
    placed: list[Bar] = []
    for bar in bars:
        left = min(bar.left, bar.label.x)
        right = max(bar.right, bar.label.x + bar.label.width) + PAD + DIAMOND
        lane = len(ends) if is_waterfall else next((n for n, end in enumerate(ends) if end <= left), len(ends))
        if lane == len(ends):
            ends.append(right)
        ends[lane] = right
        placed.append(bar._replace(lane=lane))
        if give_up and len(ends) > most:
            return None
    return len(ends), tuple(placed)


def _diamonds(outline: Outline, scale: Scale, lanes: dict[str, int]) -> Iterable[Diamond]:
    for check in outline.checks:
        for day in check.dates:
            yield Diamond(check.checkpoint, scale.x(day), lanes.get(check.after, max(lanes.values(), default=0)))


def _ticks(scale: Scale) -> Iterable[Tick]:
    week = 7 * scale.width / scale.days
    every = next((n for n in _TICK_WEEKS if n * week >= _TICK_GAP), _TICK_WEEKS[-1])
    month = 0
    for n in range(0, scale.days // 7 + 1, every):
        day = scale.first + timedelta(days=7 * n)
        if scale.x(day) > scale.left + scale.width - 20:
            return
        yield Tick(scale.x(day), day, is_month=day.month != month)
        month = day.month
