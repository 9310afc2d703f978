"""A flare is marked from the plan or from an exercise, is seen above the plan while it lasts, and undoes."""

from datetime import date

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar

from painplanner.core.edits import find_item
from painplanner.gui.menus import fill
from painplanner.gui.pages.composer.rows import ItemRow

TODAY, BACK = date(2026, 1, 20), date(2026, 1, 23)


@pytest.fixture
def said(ctx):
    heard = []
    ctx.news.said.connect(heard.append)
    return heard


def marks(page):
    return [row.mark for row in page.middle.sequence.rows.rows if isinstance(row, ItemRow)]


def test_a_flare_of_the_plan_halves_what_is_done_until_its_day_and_says_so(page, add, session, said):
    add("bridge", "gabapentin")
    before = session.plan
    page.do_flare()
    (flare,) = session.plan.flares
    assert (flare.on, flare.back_on, flare.items) == (TODAY, BACK, ())
    assert session.plan.steps is before.steps
    assert page.middle.flares.isVisible()
    assert page.middle.flares.text == (
        "Flare since 20 Jan 2026: half of everything that is done. Full plan again on 23 Jan 2026. [D]"
    )
    assert "Print the exercise sheet anew" in said[-1].text
    assert [bool("flare until" in mark) for mark in marks(page)] == [True, False]
    session.undo()
    assert session.plan == before
    assert not page.middle.flares.isVisible()


def test_the_same_action_ends_it_today(page, add, session):
    add("bridge")
    page.do_flare()
    page.do_flare()
    assert session.plan.flares == ()


def test_a_flare_of_the_selected_exercise_names_it(page, add, session):
    add("bridge", "gabapentin")
    bridge, pill = session.plan.steps[0].items
    session.select(bridge.id, pill.id)
    page.do_flare_item()
    assert session.plan.flares[0].items == (bridge.id,)
    assert "half of Bridge" in page.middle.flares.text
    session.select(bridge.id)
    page.do_flare_item()
    assert session.plan.flares == ()


def test_a_medicine_has_no_flare_and_the_window_says_why(page, add, session, said):
    add("gabapentin")
    pill = session.plan.steps[0].items[0]
    session.select(pill.id)
    page.do_flare_item()
    page.do_flare()
    assert session.plan.flares == ()
    assert find_item(session.plan, pill.id) is pill
    assert "Select an exercise" in said[0].text
    assert "medicines" in said[1].text


def test_the_line_gives_a_day_more_and_ends_every_flare_at_once(page, add, session):
    add("bridge", "clam")
    session.select(session.plan.steps[0].items[0].id)
    page.do_flare_item()
    page.do_flare()
    bar = page.middle.flares
    bar.longer.click()
    assert [flare.back_on.day for flare in session.plan.flares] == [24, 24]
    bar.button.click()
    assert session.plan.flares == ()
    session.undo()
    assert len(session.plan.flares) == 2


def test_both_actions_stand_in_the_menu_with_their_keys(qtbot):
    bar = QMenuBar()
    qtbot.addWidget(bar)
    actions = fill(bar, lambda _key: None)
    assert actions["flare"].shortcut() == QKeySequence("Shift+F7")
    assert actions["flare-item"].shortcut() == QKeySequence("F7")


def test_in_a_narrow_plan_the_sentence_has_the_whole_line_and_both_links_stand_below_it(page, add):
    page.resize(940, 560)
    add("bridge")
    page.do_flare()
    bar = page.middle.flares
    page.grab()
    assert bar.words.width() > bar.width() * 0.9
    assert bar.button.y() == bar.longer.y() >= bar.words.geometry().bottom()
