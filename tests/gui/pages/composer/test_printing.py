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


def in_preview(page) -> str:
    pages = page.preview.page("preview").view.pages
    return " ".join(" ".join(pages.text(n) for n in range(len(pages))).split()) if pages is not None else ""


def test_while_the_print_panel_is_open_the_preview_shows_its_papers_and_they_print_as_seen(
    qtbot, page, panel, ctx, session
):
    page.resize(1500, 800)
    page.do_preview()
    preview = page.preview.page("preview")
    qtbot.waitUntil(lambda: "Your papers" in in_preview(page), timeout=20_000)
    assert "Your exercises at home" in in_preview(page)
    assert preview.kinds.isHidden()
    panel.choices.draft.setChecked(True)
    qtbot.waitUntil(lambda: "Draft. Not final yet." in in_preview(page), timeout=20_000)
    panel.choices.draft.setChecked(False)
    qtbot.waitUntil(lambda: "Draft. Not final yet." not in in_preview(page) and not preview.is_waiting, timeout=20_000)
    seen, made = panel.hand_out._known.paper, []
    panel.hand_out.progressed.connect(lambda _share, words: made.append(words))
    with qtbot.waitSignal(panel.hand_out.kept, timeout=20_000):
        panel.print()
    (row,) = ctx.store.papers_of(session.plan.patient)
    assert ctx.store.paper_bytes(row.id) == seen.pdf
    assert "Making the papers…" not in made
    qtbot.waitUntil(lambda: "Your papers" not in in_preview(page), timeout=20_000)
    assert not preview.kinds.isHidden()


def test_the_preview_says_when_nothing_is_ticked(qtbot, page, panel):
    page.resize(1500, 800)
    page.do_preview()
    ticked = panel.choices.papers.keys()
    for kind in ticked:
        panel.choices.papers.box(kind).click()
    notice = page.preview.page("preview").notice
    qtbot.waitUntil(lambda: notice.text == "No paper is ticked in the print panel.", timeout=20_000)
