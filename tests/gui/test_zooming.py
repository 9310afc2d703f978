"""A view zooms by steps: the next one from where it is, and never beyond the last."""

from __future__ import annotations

import pytest

from painplanner.gui.widgets import pdf_view, picture_view
from painplanner.gui.widgets.zooming import larger, smaller


@pytest.mark.parametrize("steps", [pdf_view.ZOOMS, picture_view.ZOOMS], ids=["pages", "pictures"])
def test_there_and_back_is_the_same_step_and_the_ends_hold(steps: tuple[float, ...]) -> None:
    assert all(smaller(steps, larger(steps, step)) == step for step in steps[:-1])
    assert (larger(steps, steps[-1]), smaller(steps, steps[0])) == (steps[-1], steps[0])


def test_from_between_two_steps_it_goes_to_the_nearer_end_asked_for() -> None:
    assert (larger((0.5, 1.0, 2.0), 0.7), smaller((0.5, 1.0, 2.0), 0.7)) == (1.0, 0.5)
