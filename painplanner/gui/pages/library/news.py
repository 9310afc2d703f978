"""What a newer library brought: a calm line above the page, and the list that it opens."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.library_news import LibraryNews
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library.detail.sections import link
from painplanner.gui.pages.library.side_page import SidePage
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.cards import Section, Sign
from painplanner.gui.widgets.labels import label
from painplanner.services.words.library_news import NewsLine, news_lines, news_sentence
from painplanner.text import _


class NewsBar(QFrame):
    """One sentence with the way to its list; hidden while there is nothing to tell."""

    shown_wanted = Signal()
    seen = Signal()

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.setProperty("role", "bar")
        self.words = label("", wrap=True)
        self.open = button(_("Show what is new"), self.shown_wanted.emit, kind="link")
        self.close_sign = icon_button("close", _("Seen; do not show again"), self.seen.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(Sign("info", "accent", 18))
        row.addWidget(self.words, 1)
        row.addWidget(self.open)
        row.addWidget(self.close_sign)
        self.hide()

    def show_news(self, news: LibraryNews | None) -> None:
        """Tell news, or nothing."""
        said = news_sentence(news) if news is not None else ""
        self.words.setText(said)
        self.setAccessibleName(said)
        self.setVisible(bool(said))


class NewsPage(SidePage):
    """Every thing that is other now, what concerns the practice's own first."""

    thing_wanted = Signal(str)
    compare_wanted = Signal(str)

    def __init__(self, ctx: AppContext) -> None:
        """Show nothing yet."""
        super().__init__(_("What is new in the library"))
        self._ctx = ctx
        self.told: tuple[NewsLine, ...] = ()

    def show_news(self, news: LibraryNews) -> None:
        """List the news."""
        self.clear()
        self.say(news_sentence(news))
        self.told = news_lines(news, self._ctx.library.value, self._ctx.practice.language)
        for code, lines in groupby(self.told, key=lambda line: line.code):
            self.column.lines.addWidget(self._group(code, tuple(lines)))
        self.column.lines.addStretch(1)

    def _group(self, code: str, lines: tuple[NewsLine, ...]) -> QWidget:
        made = Section(f"{_titles()[code]} ({len(lines)})")
        rows = QVBoxLayout()
        rows.setSpacing(2)
        for line in lines:
            rows.addWidget(self._row(line))
        made.lines.addLayout(rows)
        return made

    def _row(self, line: NewsLine) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        library = self._ctx.library
        if line.id in library.entries or line.id in library.templates:
            across.addWidget(link(line.name, _("Show this entry"), self._go(line)), 0, Qt.AlignmentFlag.AlignTop)
        else:
            across.addWidget(label(line.name))
        across.addWidget(label(line.sentence, "minor", wrap=True), 1)
        return row

    def _go(self, line: NewsLine) -> Callable[[], None]:
        wish = self.compare_wanted if line.code == "new-original" else self.thing_wanted
        return lambda: wish.emit(line.id)

    def take_focus(self) -> None:
        """Put the keys onto the first link, or the way back."""
        self.close_button.setFocus()


def _titles() -> dict[str, str]:
    return {
        "new-original": _("Yours whose original changed"),
        "original-gone": _("Yours whose original is gone"),
        "names-nothing": _("Your templates that name what is gone"),
        "gone": _("Gone"),
        "changed": _("Changed"),
        "added": _("New"),
    }
