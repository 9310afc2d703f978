"""The morning list shows what is due, a screenful first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from painplanner.core.due import DueItem
from painplanner.gui.pages.today import FIRST_ROWS, TodayPage


@pytest.fixture
def page(qtbot, ctx, new_plan):
    days = (ctx.today() - timedelta(days=n) for n in range(FIRST_ROWS + 3))
    due = tuple(DueItem(kind="checkpoint", patient=new_plan.patient, plan=new_plan.id, on=day) for day in days)
    ctx.store.save_draft(new_plan, due)
    made = TodayPage(ctx)
    qtbot.addWidget(made)
    yield made
    ctx.store.save_draft(new_plan, ())


def shown(page: TodayPage) -> int:
    return sum(1 for line in page._lines if line.act.isVisibleTo(page))


def test_a_long_list_begins_with_a_screenful(page):
    page.refresh()
    assert shown(page) == FIRST_ROWS
    assert page.more.isVisibleTo(page)


def test_the_rest_of_a_long_list_is_one_press_away(page):
    page.refresh()
    page.more.click()
    assert shown(page) >= FIRST_ROWS + 3
    assert page.more.isVisibleTo(page) == (shown(page) < len(page._rows))


def test_lines_that_were_made_ahead_show_nothing_when_nothing_is_due(ctx, page, new_plan):
    page.make_lines()
    ctx.store.save_draft(new_plan, ())
    page.refresh()
    assert shown(page) == min(len(page._rows), FIRST_ROWS)
