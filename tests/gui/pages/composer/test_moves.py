"""Moving says where things go: one place up or down across cards, and between two rows under the mouse."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from painplanner.core.outline import plan_outline
from painplanner.core.plan import Checkpoint, Item, Plan, Step, Texts
from painplanner.core.values import replace
from painplanner.gui.pages.composer.moves import (
    Spot,
    moved_by_one,
    moved_to,
    neighbour_of,
    spot_between,
    spot_for_new,
)
from painplanner.gui.pages.composer.row_maker import RowMaker
from painplanner.gui.pages.composer.row_model import RowModel

DAY = date(2026, 1, 20)


def plan_of(shape):
    """Make a plan from words such as "ab c": steps with their items."""
    steps = tuple(
        Step(id=f"step-{n}", items=tuple(Item(id=name, texts=(Texts(lang="en", name=name),)) for name in names))
        for n, names in enumerate(shape.split(" "))
    )
    return Plan(id="plan", steps=steps, start=DAY)


def shape_of(plan):
    return " ".join("".join(item.id for item in step.items) for step in plan.steps)


def rows_of(plan):
    return RowMaker("en").rows(plan, plan_outline(plan, DAY), (), DAY)


@pytest.mark.parametrize(
    ("before", "ids", "by", "after"),
    [
        ("abc", "b", -1, "bac"),
        ("abc", "b", 1, "acb"),
        ("abc", "bc", -1, "bca"),
        ("abc", "a", -1, "abc"),
        ("ab cd", "c", -1, "abc d"),
        ("ab cd", "b", 1, "a bcd"),
        ("ab cd", "d", 1, "ab cd"),
        ("a b c", ("step-2",), -1, "a c b"),
        ("a b c", ("step-0", "step-1"), 1, "c a b"),
        ("a b c", ("step-0", "a"), 1, "b a c"),
        ("ab c", (), 1, "ab c"),
    ],
)
def test_one_place_up_or_down(before, ids, by, after):
    assert shape_of(moved_by_one(plan_of(before), tuple(ids), by)) == after


@given(st.sampled_from("abcdef"), st.sampled_from([-1, 1]))
def test_moving_keeps_every_item_once(one, by):
    plan = plan_of("ab cd ef")
    assert sorted(shape_of(moved_by_one(plan, (one,), by)).replace(" ", "")) == list("abcdef")


@given(st.sampled_from("abcdef"), st.integers(0, 12), st.booleans())
def test_any_drop_is_possible_and_loses_nothing(one, place, below):
    plan = plan_of("ab cd ef")
    spot = spot_between(plan, rows_of(plan), place, below=below)
    assert sorted(shape_of(moved_to(plan, (one,), spot)).replace(" ", "")) == list("abcdef")


@pytest.mark.parametrize(
    ("over", "below", "spot"),
    [
        ("b", False, Spot("step-0", 1, 1)),
        ("b", True, Spot("step-0", 2, 1)),
        ("step-1", False, Spot("step-0", 2, 1)),
        ("step-1", True, Spot("step-1", 0, 2)),
        ("step-0", False, Spot("step-0", 0, 0)),
    ],
)
def test_a_drop_falls_between_the_rows(over, below, spot):
    plan = plan_of("ab c")
    rows = rows_of(plan)
    place = next(n for n, row in enumerate(rows) if row.key == over)
    assert spot_between(plan, rows, place, below=below) == spot


def test_a_drop_beyond_the_last_row_is_the_end_of_the_plan():
    plan = plan_of("ab c")
    rows = rows_of(plan)
    assert spot_between(plan, rows, len(rows), below=True) == Spot("step-1", 1, 2)


@pytest.mark.parametrize(
    ("selection", "spot"),
    [
        ((), Spot("step-1", 1, 2)),
        (("a",), Spot("step-0", 1, 1)),
        (("step-0",), Spot("step-0", 2, 1)),
        (("a", "c"), Spot("step-1", 1, 2)),
        (("check",), Spot("step-0", 2, 1)),
    ],
)
def test_a_new_item_goes_behind_what_is_selected(selection, spot):
    plan = replace(plan_of("ab c"), checkpoints=(Checkpoint(id="check", steps=("step-0",)),))
    assert spot_for_new(plan, selection) == spot


@pytest.mark.parametrize(
    ("gone", "stays"),
    [(("a",), "b"), (("b",), "step-1"), (("c",), "step-1"), (("step-1",), "b"), (("step-0", "step-1"), "")],
)
def test_after_a_removal_a_neighbour_is_chosen(gone, stays):
    assert neighbour_of(rows_of(plan_of("ab c")), gone) == stays


shapes = st.lists(st.sampled_from(["", "a", "bc", "d", "efg"]), min_size=1, unique=True).map(" ".join)


@given(shapes, shapes)
def test_any_rows_can_follow_any_rows(before, after):
    model = RowModel()
    counts = []
    model.rowsInserted.connect(lambda _p, first, last: counts.append(last - first + 1))
    model.rowsRemoved.connect(lambda _p, first, last: counts.append(first - last - 1))
    model.set_rows(rows_of(plan_of(before)))
    model.set_rows(rows_of(plan_of(after)))
    assert model.rows == rows_of(plan_of(after))
    assert sum(counts) == len(model.rows)


def test_rows_of_steps_that_did_not_change_stay_the_same_objects():
    maker = RowMaker("en")
    plan = plan_of("ab c")
    before = maker.rows(plan, plan_outline(plan, DAY), (), DAY)
    new = replace(plan, steps=(replace(plan.steps[0], title="Calm"), plan.steps[1]))
    after = maker.rows(new, plan_outline(new, DAY), (), DAY)
    assert [a is b for a, b in zip(before, after, strict=True)][-2:] == [True, True]
    assert RowModel().set_rows(()) == ()
