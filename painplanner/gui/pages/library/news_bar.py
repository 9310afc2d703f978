"""The calm line above the page when the program brought a newer library."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from painplanner.core.library_news import LibraryNews
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.cards import Sign
from painplanner.gui.widgets.labels import label
from painplanner.services.words.library_news import news_sentence
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
