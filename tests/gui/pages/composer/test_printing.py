"""From the composer to paper with two keys, and back to where the hands were."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


@pytest.fixture
def panel(page, add, ctx, monkeypatch, printers):
    """The composer's own print panel, on printers that print into a file."""
    monkeypatch.setattr("painplanner.gui.printing.delivery.SystemPrinters", lambda: printers)
    add("bri", "bird", "calf")
    page.do_print()
    return page.side.page("print")


def test_print_and_enter_hand_out_the_programme(qtbot, page, panel, ctx, session):
    qtbot.waitUntil(lambda: QGuiApplication.focusObject() is panel.print_button)
    with qtbot.waitSignal(panel.hand_out.kept, timeout=20_000):
        qtbot.keyClick(panel.print_button, Qt.Key.Key_Return)
    papers = ctx.store.papers_of(session.plan.patient)
    assert [row.document for row in papers] == ["handout+exercise-sheet"]
    assert page.side.currentWidget() is page.side.page("inspector")
    assert QGuiApplication.focusObject() is page.middle.sequence


def test_esc_leads_back_to_the_sequence(qtbot, page, panel):
    qtbot.keyClick(panel.print_button, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is page.side.page("inspector")
    assert QGuiApplication.focusObject() is page.middle.sequence


def test_after_printing_what_is_added_counts_as_new(qtbot, page, panel, add, session):
    with qtbot.waitSignal(panel.hand_out.kept, timeout=20_000):
        panel.print()
    page.do_find_entry()
    add("dead")
    assert session.plan.steps[0].items[-1].added_on is not None
    assert session.plan.steps[0].items[0].added_on is None


def test_the_preview_is_one_key_away_and_follows(qtbot, page, panel, session):
    page.do_preview()
    preview = page.preview.page("preview")
    qtbot.waitUntil(lambda: preview.view.pages is not None, timeout=20_000)
    page.do_preview()
    assert page.preview.isHidden()
    session.undo()
    assert not preview.is_waiting
