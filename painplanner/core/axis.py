"""Round numbers along an axis that hold everything a chart shows."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

TICKS = 4
"""Gaps between the numbers of the upright axis, at most."""
_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
_NICE_WHOLE = (1.0, 2.0, 5.0, 10.0)
LONG_RANGE = 100
LEAST_SHARE = 0.15
"""Of a range no longer than that at least so much is shown, so that two points do not look like a landslide."""
SHORT_RANGE = 10
"""A range up to so wide is always shown whole: on a scale of 0 to 10 a change looks as large as it is."""


class Scale(NamedTuple):
    """From the lowest to the highest number, by steps."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """Return the numbers that are written."""
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + self.step * n for n in range(count + 1))


def scale_of(numbers: Iterable[float], minimum: Decimal, maximum: Decimal | None, *, is_whole: bool = False) -> Scale:
    """Return round numbers around all that is shown; from the least there can be where that is not far away.

    `is_whole` leaves out halves of what is counted in whole numbers.
    """
    least, shown = float(minimum), list(numbers)
    if maximum is not None and (maximum - minimum <= SHORT_RANGE or not shown):
        shown += [least, float(maximum)]
    low, high = _widened(min(shown, default=least), max(shown, default=least + 1), minimum, maximum)
    if low - least <= 0.6 * max(high - least, 1e-9):
        low = least
    most = float(maximum) if maximum is not None else math.inf
    step = _nice(max(high - low, 1e-9) / TICKS, is_whole=is_whole)
    start = max(math.floor(low / step) * step, least) if least >= 0 else math.floor(low / step) * step
    end = start + math.ceil((high - start) / step - 1e-9) * step
    if end <= start:
        end = start + step
    return Scale(start, min(end, most) if (min(end, most) - start) % step < 1e-9 else end, step)


def _widened(low: float, high: float, minimum: Decimal, maximum: Decimal | None) -> tuple[float, float]:
    """Return a stretch of a range that is wide enough, around what is shown."""
    if maximum is None or maximum - minimum > LONG_RANGE:
        return low, high
    missing = max(float(maximum - minimum) * LEAST_SHARE - (high - low), 0.0)
    return max(low - missing / 2, float(minimum)), min(high + missing / 2, float(maximum))


def _nice(rough: float, *, is_whole: bool) -> float:
    """Return the next round number, such as 1, 2, 2.5, 5 or 10 times a power of ten, or the next whole one."""
    power = 10.0 ** math.floor(math.log10(rough))
    if is_whole and power < 1.0:
        return 1.0
    found = _NICE_WHOLE if is_whole and power < 10.0 else _NICE
    return next(n * power for n in found if n * power >= rough - 1e-9)
