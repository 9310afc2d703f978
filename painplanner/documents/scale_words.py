"""What the two ends of a scale mean, in words that belong to the product and to no instrument."""

from __future__ import annotations

from decimal import Decimal

from painplanner.core.measure import Better, Measure
from painplanner.core.values import plain
from painplanner.documents.words import Words

MOST_STEPS = 11


def scale_ends(measure: Measure | None, w: Words) -> tuple[str, str]:
    """Return what the lowest and the highest number mean: by the bands of the measure, else by its direction."""
    if measure is not None and measure.bands:
        first, last = measure.bands[0], measure.bands[-1]
        if (first.low, last.high) == (measure.minimum, measure.maximum):
            return w.text(first.label), w.text(last.label)
    cannot, as_before = w.t.gettext("I cannot do it"), w.t.gettext("as well as before")
    return (as_before, cannot) if measure is not None and measure.better is Better.LOWER else (cannot, as_before)


def scale_steps(measure: Measure | None) -> tuple[str, ...]:
    """Return the whole numbers of a scale, at most eleven; 0 to 10 where its range is not known or wider."""
    low, high = (measure.minimum, measure.maximum) if measure is not None else (None, None)
    if low is None or high is None or high - low >= MOST_STEPS:
        low, high = Decimal(0), Decimal(MOST_STEPS - 1)
    return tuple(plain(low + n) for n in range(int(high - low) + 1))


def scale_words(measure: Measure | None, w: Words) -> str:
    """Return a scale in one line: "0 = I cannot do it, 10 = as well as before"."""
    steps, (low, high) = scale_steps(measure), scale_ends(measure, w)
    return f"{steps[0]} = {low}, {steps[-1]} = {high}"
