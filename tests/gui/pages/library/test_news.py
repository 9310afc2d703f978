"""What a newer library brought is told once, calmly, above the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from painplanner.core.library import Library
from painplanner.core.own import OwnEntry
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.core.values import replace
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library import LibraryPage
from painplanner.services.practice import create_practice


@pytest.fixture
def renewed(qtbot, ctx: AppContext, tmp_path: Path) -> LibraryPage:
    """Return the page of a practice whose library was renewed under an edited bridge."""
    setup = PracticeSetup(practice=Practice(id="p", name="Lakeside"), person=Person(id="me", name="L. Ortiz"))
    store = create_practice(tmp_path / "lakeside", setup, "marmalade otter violin tarmac")
    old = store.built_in_library()
    bridge, dog = old.entries["exercise.bridge"], old.entries["exercise.bird_dog"]
    store.keep_own_entry(OwnEntry(value=replace(bridge, two_sided=True), original=bridge))
    entries = {**old.entries, bridge.id: replace(bridge, position="any"), dog.id: replace(dog, position="any")}
    del entries["medicine.gabapentin"]
    figures = {**old.figures, "figure.bridge": "0" * 64}
    drawings = {"0" * 64: b"{}"}
    store.replace_library(Library("new", entries, old.templates, old.measures, figures), drawings)
    mine = AppContext(store=store, tasks=ctx.tasks, theme=ctx.theme, settings=ctx.settings, today=ctx.today)
    page = LibraryPage(mine)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    page.refresh()
    qtbot.waitUntil(page.news_bar.isVisible)
    yield page
    store.close()


def test_the_line_counts_what_is_new_and_names_what_concerns_us(renewed: LibraryPage) -> None:
    assert renewed.news_bar.isVisible()
    assert "2 changed" in renewed.news_bar.words.text()
    assert "1 of yours has a new original" in renewed.news_bar.words.text()


def test_the_list_leads_to_the_comparison(renewed: LibraryPage) -> None:
    renewed.news_bar.open.click()
    news = renewed.side.page("news")
    assert renewed.side.currentWidget() is news
    assert news.told[0].code == "new-original"
    news.compare_wanted.emit("exercise.bridge")
    assert renewed.side.currentWidget() is renewed.side.page("compare")


def test_what_was_drawn_anew_is_told_by_the_entry_that_shows_it(renewed: LibraryPage) -> None:
    renewed.news_bar.open.click()
    drawn = [line for line in renewed.side.page("news").told if line.code == "redrawn"]
    assert [(line.id, line.name) for line in drawn] == [("exercise.bridge", "Bridge")]


def test_once_seen_it_is_gone_for_good(renewed: LibraryPage) -> None:
    renewed.news_bar.open.click()
    renewed.side.page("news").close_button.click()
    assert not renewed.news_bar.isVisible()
    renewed.news_bar.tell()
    assert not renewed.news_bar.isVisible()


def test_without_news_there_is_no_line(page: LibraryPage) -> None:
    page.news_bar.tell()
    assert not page.news_bar.isVisible()
