"""Reading the library: the search keeps the keys, and what is pointed to is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt

from painplanner.gui.pages.library import LibraryPage


def names(page: LibraryPage) -> list[str]:
    return [page.pane.found.row(place).name for place in range(page.pane.found.rowCount())]


def test_every_entry_is_there_and_counted(page: LibraryPage) -> None:
    count = len(page.finding.shelf.catalogue)
    assert page.pane.found.rowCount() == count
    assert page.pane.count.text() == f"{count} entries"


def test_typing_finds_and_shows_the_best_hit(qtbot, page: LibraryPage) -> None:
    qtbot.keyClicks(page.pane.search, "gabapentn")
    qtbot.waitUntil(lambda: page.detail.subject == "medicine.gabapentin")
    assert names(page)[0] == "Gabapentin"


def test_arrows_move_while_the_search_keeps_the_keys(qtbot, page: LibraryPage) -> None:
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.detail.subject == page.pane.found.ids[1])
    assert page.pane.list.currentIndex().row() == 1
