"""The preview shows the paper as it would print now, follows each edit, and keeps the last good page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from painplanner.core.edits import add_item, new_item, set_step
from painplanner.core.edits.closing import close_plan
from painplanner.core.plan import AfterStep, Closing, Purpose
from painplanner.core.values import replace
from painplanner.gui.pages.composer.preview import PreviewPanel

SOON = 20_000


@pytest.fixture
def exercises(ctx, session):
    """The session, with a step of one exercise for home."""
    library = ctx.library.value
    plan = session.plan
    bridge = new_item(library.entries["exercise.bridge"], library, ctx.new_id, plan=plan)
    plan = add_item(replace(plan, title="Sciatica"), bridge, ctx.new_id)
    session.open(set_step(plan, plan.steps[0].id, title="Build a base", purpose=Purpose.ROOT_CAUSE))
    return session


@pytest.fixture
def panel(qtbot, ctx, exercises):
    made = PreviewPanel(exercises, ctx)
    qtbot.addWidget(made)
    made.resize(420, 500)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.view.pages is not None, timeout=SOON)
    return made


def words(panel) -> str:
    pages = panel.view.pages
    return " ".join(" ".join(pages.text(page) for page in range(len(pages))).split())


def test_it_shows_what_the_plan_says(panel):
    assert "Build a base" in words(panel)
    assert panel.days.text() == "For 20 Jan to 2 Feb, as it would print now"


def test_an_edit_is_on_the_paper_shortly_after(qtbot, panel, session):
    session.apply("Title", lambda plan: set_step(plan, plan.steps[0].id, title="Walk to the lake"))
    qtbot.waitUntil(lambda: "Walk to the lake" in words(panel), timeout=SOON)
    session.undo()
    qtbot.waitUntil(lambda: "Build a base" in words(panel), timeout=SOON)


def test_typing_on_makes_one_paper_and_keeps_the_place(qtbot, panel, session):
    panel.kinds.setCurrentIndex(panel.kinds.findData("exercise-sheet"))
    panel.kinds.activated.emit(panel.kinds.currentIndex())
    qtbot.waitUntil(lambda: "Your exercises at home" in words(panel), timeout=SOON)
    panel.view.verticalScrollBar().setValue(120)
    made = []
    panel.view.page_changed.connect(made.append)
    for title in ("W", "Wa", "Wal"):
        session.apply("Title", lambda plan, title=title: replace(plan, why=title, title=title))
    qtbot.waitUntil(lambda: bool(made), timeout=SOON)
    assert panel.view.verticalScrollBar().value() == 120
    assert len(made) == 1


def test_the_other_paper_is_one_key_away_and_is_remembered(qtbot, panel, ctx):
    panel.kinds.setFocus()
    qtbot.keyClick(panel.kinds, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Your exercises at home" in words(panel), timeout=SOON)
    assert ctx.settings.text("preview/kind") == "exercise-sheet"


def test_every_paper_can_be_chosen_where_there_is_little_room(qtbot, panel):
    panel.resize(300, 700)
    assert panel.minimumSizeHint().width() <= 300
    panel.kinds.setCurrentIndex(panel.kinds.findData("daily-log"))
    panel.kinds.activated.emit(panel.kinds.currentIndex())
    qtbot.waitUntil(lambda: "Your daily log" in words(panel), timeout=SOON)


def test_the_page_for_going_on_alone_is_there_while_the_plan_is_closed(qtbot, panel, session, ctx):
    assert panel.kinds.findData("handover") < 0
    session.apply("Close", lambda plan: close_plan(plan, Closing(on=ctx.today())))
    panel.kinds.setCurrentIndex(panel.kinds.findData("handover"))
    panel.kinds.activated.emit(panel.kinds.currentIndex())
    qtbot.waitUntil(lambda: "Going on by yourself" in words(panel), timeout=SOON)
    session.undo()
    assert panel.kinds.findData("handover") < 0
    qtbot.waitUntil(lambda: "Build a base" in words(panel), timeout=SOON)


def test_a_plan_that_cannot_be_printed_is_said_and_the_last_page_stays(qtbot, panel, session):
    step = session.plan.steps[0].id
    session.apply("Knot", lambda plan: set_step(plan, step, timing=AfterStep(step=step)))
    qtbot.waitUntil(lambda: panel.notice.text != "", timeout=SOON)
    assert panel.notice.isVisible()
    assert "Build a base" in words(panel)
    session.undo()
    qtbot.waitUntil(lambda: panel.notice.text == "", timeout=SOON)


def test_nothing_is_made_while_it_is_hidden(qtbot, panel, session, ctx):
    panel.hide()
    session.apply("Title", lambda plan: set_step(plan, plan.steps[0].id, title="Hidden work"))
    assert not panel.is_waiting
    assert "Hidden work" not in words(panel)
    panel.show()
    qtbot.waitUntil(lambda: "Hidden work" in words(panel), timeout=SOON)


def test_another_plan_begins_at_its_top_and_a_closed_one_shows_nothing(qtbot, panel, session, new_plan):
    panel.view.verticalScrollBar().setValue(100)
    session.open(replace(new_plan, id="plan-other", title="Another"))
    assert panel.view.pages is None
    qtbot.waitUntil(lambda: panel.view.pages is not None, timeout=SOON)
    assert panel.view.verticalScrollBar().value() == 0
    session.close()
    assert panel.view.pages is None
