"""Turning the open plan into a template, named in the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from painplanner.core.own import PRACTICE, Held, OwnChange
from painplanner.core.values import replace
from painplanner.gui.pages.composer import ComposerPage


@pytest.fixture
def page(qtbot, ctx, sciatica) -> ComposerPage:
    """Return the composer with the plan of the sciatica template."""
    made = ComposerPage(sciatica, ctx)
    qtbot.addWidget(made)
    made.resize(1300, 760)
    with qtbot.waitActive(made):
        made.show()
    yield made
    own = ctx.store.own_library()
    ctx.store.change_own(OwnChange(templates={Held(one.value.id, one.owner): None for one in own.templates}))
    ctx.library.forget_own()


@pytest.fixture
def panel(page: ComposerPage):
    page.do_save_template()
    return page.side.page("template")


def test_the_title_of_the_plan_is_suggested_and_typed_over(panel, sciatica) -> None:
    assert panel.name.text() == sciatica.plan.title
    assert panel.name.hasFocus()
    assert panel.name.selectedText() == sciatica.plan.title


def test_enter_keeps_the_template_and_offers_it_everywhere(qtbot, ctx, page, panel, sciatica) -> None:
    plan = sciatica.plan
    qtbot.keyClicks(panel.name, "Leg pain, our way")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    (kept,) = ctx.store.own_library().templates
    assert kept.owner == PRACTICE
    assert kept.value.texts[0].name == "Leg pain, our way"
    assert len(kept.value.steps) == len(plan.steps)
    assert sciatica.plan is plan
    page.middle.start.renew()
    offered = [template.id for template in page.middle.start.templates.model().rows]
    assert kept.value.id in offered
    qtbot.keyClicks(page.picker.search, "leg pain, our")
    qtbot.waitUntil(lambda: kept.value.id in [row.id for row in page.picker.list.entries.rows])


def test_undo_of_the_message_takes_it_away_again(qtbot, ctx, panel) -> None:
    said = []
    ctx.news.said.connect(said.append)
    panel.save()
    said[-1].on_action()
    assert ctx.store.own_library().templates == ()


def test_a_template_without_a_name_is_refused_at_the_field(qtbot, ctx, panel) -> None:
    panel.name.clear()
    panel.save()
    assert panel.field.sentence == "A template needs a name."
    assert ctx.store.own_library().templates == ()


def test_texts_that_name_the_patient_are_told_before(page: ComposerPage, panel, sciatica) -> None:
    assert not panel.notice.isVisible()
    first = sciatica.plan.drivers[0]
    named = replace(first, text="Daniel Whitcombe sits all day")
    sciatica.apply("x", lambda plan: replace(plan, drivers=(named, *plan.drivers[1:])))
    panel.begin()
    assert "Daniel Whitcombe sits all day" in panel.notice.text


def test_a_hidden_template_is_no_longer_offered(ctx, page: ComposerPage) -> None:
    ctx.store.set_hidden("template.sciatica", True)
    ctx.library.forget_own()
    try:
        page.middle.start.renew()
        assert "template.sciatica" not in [one.id for one in page.middle.start.templates.model().rows]
    finally:
        ctx.store.set_hidden("template.sciatica", False)
        ctx.library.forget_own()


def test_esc_closes_without_keeping(qtbot, ctx, page: ComposerPage, panel) -> None:
    qtbot.keyClick(panel.name, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is not panel
    assert ctx.store.own_library().templates == ()
