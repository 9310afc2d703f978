"""What a newer library brought, thing by thing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.library_news import LibraryNews
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library.detail.sections import link
from painplanner.gui.pages.library.side_page import SidePage
from painplanner.gui.widgets.cards import Section
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.labels import label
from painplanner.services.words.library_news import NewsLine, news_lines, news_sentence
from painplanner.text import _


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
        """Return a card; what would be said of every line is said once."""
        sentences = {line.sentence for line in lines}
        made = Section(f"{_titles()[code]} ({len(lines)})", next(iter(sentences)) if len(sentences) == 1 else "")
        if len(sentences) == 1:
            made.lines.addWidget(self._names(lines))
            return made
        rows = QVBoxLayout()
        rows.setSpacing(2)
        for line in lines:
            rows.addWidget(self._row(line))
        made.lines.addLayout(rows)
        return made

    def _names(self, lines: tuple[NewsLine, ...]) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, gap=4)
        for line in lines:
            name = self._name(line)
            name.setContentsMargins(0, 0, 12, 0)
            flow.addWidget(name)
        return box

    def _name(self, line: NewsLine) -> QWidget:
        library = self._ctx.library
        if line.id in library.entries or line.id in library.templates:
            return link(line.name, _("Show this entry"), self._go(line))
        return label(line.name)

    def _row(self, line: NewsLine) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._name(line), 0, Qt.AlignmentFlag.AlignTop)
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
        "redrawn": _("Drawn anew"),
    }
