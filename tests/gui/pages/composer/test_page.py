"""The page as a whole: narrow windows, beginnings, what a crash left, the visit's end, the clipboard for the chart."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from painplanner.core.values import Region, replace
from painplanner.gui.pages.composer import ComposerPage
from painplanner.gui.pages.composer.panes import Panes
from painplanner.gui.session import PlanSession
from painplanner.store import open_store


def seen(page):
    return {name for name in ("picker", "middle", "side", "preview") if not page.panes.pane(name).isHidden()}


@pytest.mark.parametrize("size", [(936, 470), (1302, 640), (1376, 780), (1900, 900)])
def test_three_panes_are_seen_from_the_smallest_window_up(page, size):
    page.resize(*size)
    assert seen(page) == {"picker", "middle", "side"}
    assert sum(page.panes.sizes()) <= size[0]


def test_a_very_narrow_page_shows_what_was_asked_for_last(qtbot, page, add):
    add("bri")
    page.resize(720, 470)
    page.do_find_entry()
    assert seen(page) == {"picker", "middle"}
    page.middle.sequence.setFocus()
    qtbot.keyClick(page.middle.sequence, Qt.Key.Key_F2)
    assert seen(page) == {"middle", "side"}
    page.do_find_entry()
    assert seen(page) == {"picker", "middle"}


def test_widths_are_remembered(qtbot, page, ctx):
    page.panes.setSizes([300, 640, 360])
    page.panes.splitterMoved.emit(300, 1)
    again = Panes(ctx.settings, "composer")
    qtbot.addWidget(again)
    assert ctx.settings.text("composer/picker") == str(page.panes.sizes()[0])


def test_an_empty_plan_offers_templates_and_says_what_they_are_for(qtbot, page, session):
    templates = page.middle.start.templates
    assert templates.isVisible()
    assert any("Sciatica" in row.texts[0].name for row in templates.rows.rows)
    page.middle.focus_sequence()
    templates.select(0)
    qtbot.keyClick(templates, Qt.Key.Key_Return)
    assert len(session.plan.steps) >= 3
    assert session.plan.title
    session.undo()
    assert session.plan.steps == ()


def test_an_empty_plan_can_begin_with_an_empty_step(page, session):
    page.middle.start.empty_step.click()
    assert len(session.plan.steps) == 1
    assert session.selection == (session.plan.steps[0].id,)


def test_a_template_joins_an_open_plan(page, add, session):
    add("bri")
    page.picker.template_wanted.emit("template.knee_osteoarthritis")
    names = [item.texts[0].name for step in session.plan.steps for item in step.items]
    assert names[0] == "Bridge"
    assert len(session.plan.steps) > 2


def test_undo_shows_in_the_banner_and_takes_the_last_edit_back(page, add, session):
    add("bri")
    page.banner.undo.click()
    assert session.plan.steps == ()
    assert not page.banner.undo.isEnabled()


def test_the_banner_says_when_the_draft_was_saved(page, add, session):
    add("bri")
    assert page.banner.saved.text() == "Saving…"
    session.save()
    assert page.banner.saved.text().startswith("Saved ")


def test_the_draft_is_in_the_store_soon_after_an_edit(qtbot, page, add, session, ctx):
    with qtbot.waitSignal(session.saved, timeout=2000):
        add("bri")
    assert ctx.store.load_plan(session.plan.id) == session.plan


def test_the_chart_gets_the_plan_as_text(page, add):
    add("bri")
    page.do_chart()
    assert "Bridge" in QGuiApplication.clipboard().text()


def test_ending_the_visit_keeps_a_revision(page, add, session, ctx):
    add("bri")
    page.do_save_visit()
    page.side.page("visit").keep()
    assert [row.n for row in ctx.store.revisions(session.plan.id)] == [1]
    assert session.is_saved


def test_what_is_added_at_a_later_visit_is_marked_new(page, add, session, ctx):
    add("bri")
    page.do_save_visit()
    page.side.page("visit").keep()
    add("bird")
    first, second = session.plan.steps[0].items
    assert first.added_on is None
    assert second.added_on == ctx.today()


@pytest.fixture
def crashed(ctx, session, tmp_path):
    """A practice as it lies on the disk when the program ends in the middle of a plan that has a revision."""
    store = ctx.store
    session.apply("Change title", lambda plan: replace(plan, title="Before"))
    session.save()
    store.add_revision(session.plan, state="draft", reason="", due=())
    session.apply("Change title", lambda plan: replace(plan, title="After"))
    session.save()
    folder = tmp_path / "crashed"
    shutil.copytree(store.folder, folder, ignore=shutil.ignore_patterns("*.lock", "backups"))
    again = open_store(folder, "orange ladder quiet boat")
    yield again
    again.close()


def test_work_that_a_crash_left_is_offered_back(qtbot, crashed, session, ctx):
    ctx.attach(crashed)
    found = PlanSession(ctx)
    page = ComposerPage(found, ctx)
    qtbot.addWidget(page)
    found.open(crashed.load_plan(session.plan.id))
    assert found.plan.title == "After"
    assert "was kept" in page.middle.kept_work.text
    page.middle.kept_work.go_back.click()
    assert found.plan.title == "Before"
    assert page.middle.kept_work.text == ""
    found.undo()
    assert found.plan.title == "After"
    found.close()


def test_every_control_of_the_page_has_a_name(page, sciatica):
    own = [page.picker, page.middle, page.foot, page.banner]
    controls = [control for part in own for control in part.findChildren(QWidget) if takes_keys(control)]
    assert len(controls) > 10
    assert [control for control in controls if not control.accessibleName()] == []


def takes_keys(control):
    return control.isVisible() and bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_the_preview_stands_beside_the_plan_and_goes_again(page, add):
    add("bri")
    page.resize(1900, 900)
    page.do_preview()
    assert seen(page) == {"picker", "middle", "side", "preview"}
    assert page.banner.preview.isChecked()
    page.do_preview()
    assert seen(page) == {"picker", "middle", "side"}
    assert not page.banner.preview.isChecked()


def test_a_narrow_page_shows_the_preview_in_the_place_of_what_was_used_least(page, add):
    page.resize(936, 560)
    add("bri")
    page.do_preview()
    assert seen(page) == {"picker", "middle", "preview"}


def test_the_keys_go_to_the_preview_that_covers_the_print_panel_and_back(qtbot, page, add):
    add("bri")
    page.resize(936, 560)
    page.do_print()
    panel = page.side.currentWidget()
    qtbot.waitUntil(panel.print_button.hasFocus)
    page.do_preview()
    assert not panel.isVisible()
    assert page.preview.page("preview").view.hasFocus()
    page.do_preview()
    assert panel.print_button.hasFocus()


def test_the_print_panel_comes_over_the_details_and_escape_brings_them_back(qtbot, page, add):
    add("bri")
    page.do_print()
    panel = page.side.currentWidget()
    assert panel.accessibleName() == "Print"
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is page.side.page("inspector")


def test_a_new_goal_asks_for_its_words(page, add, session):
    add("bri")
    page.do_add_goal()
    assert session.selection == (session.plan.goals[0].id,)
    assert page.side.currentWidget().isAncestorOf(page.window().focusWidget())


def test_escape_in_the_details_goes_back_to_the_sequence(qtbot, page, add):
    add("bri")
    page.edit_selected()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.middle.sequence.hasFocus()


def test_escape_in_the_follow_up_goes_back_to_the_sequence(qtbot, page, add):
    add("bri")
    page.do_follow_up()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.middle.sequence.hasFocus()


def test_details_beside_the_preview_are_not_cut_off(page, add, session):
    add("bri", "gaba")
    page.do_add_checkpoint()
    page.do_preview()
    step = session.plan.steps[0]
    for part in ((), (step.id,), (step.items[0].id,), (step.items[1].id,), (session.plan.checkpoints[0].id,)):
        session.select(*part)
        form = page.side.show_page("inspector").currentWidget()
        room = page.side.width() - form.verticalScrollBar().sizeHint().width()
        assert form.widget().minimumSizeHint().width() <= room, form.accessibleName()


def test_letters_typed_over_the_templates_go_on_in_the_search(qtbot, page):
    page.middle.focus_sequence()
    qtbot.keyClicks(page.middle.start.templates, "b")
    qtbot.keyClicks(QApplication.focusWidget(), "ri")
    assert page.picker.search.text() == "bri"


def test_another_region_shows_the_library_from_its_top(page, add, session):
    add("wall s")
    session.apply("Change region", lambda plan: replace(plan, region=Region.KNEE))
    assert page.picker.list.currentIndex().row() == 0


def test_a_checkpoint_that_is_added_by_keys_asks_at_once_by_what_it_is_measured(qtbot, page, add, session):
    add("bri")
    page.do_add_checkpoint()
    qtbot.keyClicks(QApplication.focusWidget(), "sitting without")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [one.measure for one in session.plan.checkpoints[0].criteria] == ["measure.sitting_minutes"]
