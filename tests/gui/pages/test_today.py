"""The morning list shows what is due, a screenful first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from painplanner.core.due import DueItem
from painplanner.gui.pages.today import FIRST_ROWS, TodayPage
from painplanner.gui.pages.today.row import is_late, lateness
from painplanner.store import DueRow


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


def test_a_step_that_began_is_not_late(ctx):
    began = DueRow(
        kind="step-start",
        patient="p",
        patient_name="Ana",
        plan="",
        on=ctx.today() - timedelta(days=14),
        subject="",
        args=(),
    )
    assert not is_late(began, ctx.today())
    assert lateness(began.on, ctx.today(), began.kind) == ("since 6 Jan 2026", "info")


def test_the_arrow_down_leads_from_the_search_to_the_first_line(qtbot, page):
    page.refresh()
    with qtbot.waitActive(page):
        page.show()
    page.take_focus()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page._lines[0].act.hasFocus()


def test_the_tab_key_goes_through_the_lines_in_their_order(qtbot, page):
    page.refresh()
    with qtbot.waitActive(page):
        page.show()
    page.take_focus()
    for _press in range(8):
        if page._lines[0].act.hasFocus():
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert page._lines[0].act.hasFocus()
    qtbot.keyClick(page._lines[0].act, Qt.Key.Key_Tab)
    assert page._lines[1].act.hasFocus()
