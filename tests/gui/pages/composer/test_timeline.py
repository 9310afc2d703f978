"""The whole plan fits the timeline, and no bar loses its number and first word."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt

from painplanner.core.outline import plan_outline
from painplanner.core.plan import AfterStep, Anchor, Checkpoint, Lasts, OnDate, Plan, Step
from painplanner.gui.pages.composer.timeline_layout import DIAMOND, label_for, picture

DAY = date(2026, 1, 20)
WIDTH = 680


def measure(words):
    return 7.0 * len(words)


steps = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 120), st.booleans()), min_size=1, max_size=40)


def plan_from(spans):
    made = tuple(
        Step(
            id=f"step-{n}",
            title=f"Posterior chain strength {n}",
            timing=OnDate(on=DAY + timedelta(days=start)),
            trial_end=None if is_open else Lasts(days=days),
        )
        for n, (start, days, is_open) in enumerate(spans)
    )
    looks = tuple(
        Checkpoint(id=f"check-{n}", steps=(step.id,), when=AfterStep(step=step.id, anchor=Anchor.START, days=14))
        for n, step in enumerate(made[::3])
    )
    return Plan(id="plan", steps=made, checkpoints=looks, start=DAY)


def drawn(plan, height=190):
    return picture(plan, plan_outline(plan, DAY), DAY, size=(WIDTH, height), measure=measure, lang="en")


@given(steps)
def test_every_step_and_checkpoint_stands_inside_the_picture(spans):
    plan = plan_from(spans)
    made = drawn(plan)
    assert len(made.bars) == len(plan.steps)
    assert all(0 <= bar.left < bar.right <= WIDTH for bar in made.bars)
    assert all(0 <= diamond.x <= WIDTH for diamond in made.diamonds)
    assert all(0 <= bar.lane < made.lanes for bar in made.bars)


@given(steps)
def test_bars_that_share_a_lane_do_not_meet(spans):
    made = drawn(plan_from(spans))
    for lane in range(made.lanes):
        mine = sorted((bar.left, bar.right) for bar in made.bars if bar.lane == lane)
        assert all(a[1] <= b[0] for a, b in pairwise(mine))


@given(
    st.floats(8, 640),
    st.floats(6, 600),
    st.lists(st.floats(0, 1), max_size=4),
    st.sampled_from(["1 Epidural steroid injection", "12 Go", "3 Posterior chain, walking"]),
)
def test_number_and_first_word_are_never_cut_off(left, wide, shares, title):
    right = min(left + wide, WIDTH - 8)
    marks = [left + (right - left) * share for share in shares]
    label = label_for(title, left, max(right, left + 6), marks, WIDTH, measure)
    words = " ".join(title.split(" ")[:2])
    first = measure(words)
    assert label.width >= measure(words if words == title else f"{words}…"), (
        "what is shortened ends in a sign of its own"
    )
    assert label.x >= 0
    assert label.x + first <= WIDTH
    if label.is_inside:
        assert not any(label.x - DIAMOND < mark < label.x + first for mark in marks)


def test_a_shortened_label_has_room_for_the_sign_behind_its_first_word():
    for wide in range(60, 200):
        label = label_for("3 Posterior chain, walking", 400, 400 + wide, [], WIDTH, measure)
        assert label.width >= measure("3 Posterior…")


def test_forty_steps_still_fit_the_height():
    made = drawn(plan_from([(7 * n, 21, False) for n in range(40)]))
    assert made.height <= 190


def test_a_click_on_a_bar_selects_its_step(qtbot, page, sciatica):
    page.middle.timeline.grab()
    made = page.middle.timeline.picture
    bar = made.bars[2]
    middle = made.lane_top(bar.lane) + made.pitch / 2
    point = QPointF((bar.left + bar.right) / 2 - 20, middle).toPoint()
    qtbot.mouseClick(page.middle.timeline, Qt.MouseButton.LeftButton, pos=point)
    assert sciatica.selection == (bar.step,)


def test_the_timeline_is_told_in_words(page, sciatica):
    assert page.middle.timeline.accessibleDescription().startswith("4 steps")


def test_a_short_bar_with_a_far_diamond_has_its_words_between_both():
    label = label_for("3 Posterior chain strength", 33, 104, [374], 380, measure)
    assert label.x >= 104
    assert label.x + label.width <= 374 - DIAMOND
    assert label.width >= measure("3 Posterior…")
