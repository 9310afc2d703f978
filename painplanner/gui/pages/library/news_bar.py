"""The calm line above the page when the program brought a newer library."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from painplanner.core.library_news import LibraryNews
from painplanner.gui.context import AppContext
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.cards import Sign
from painplanner.gui.widgets.labels import label
from painplanner.services.words.library_news import news_sentence
from painplanner.text import _

TELL_AFTER_MS = 150


class NewsBar(QFrame):
    """One sentence with the way to its list; hidden while there is nothing to tell."""

    shown_wanted = Signal()

    def __init__(self, ctx: AppContext) -> None:
        """Start hidden."""
        super().__init__()
        self._ctx = ctx
        self._later = QTimer(self, singleShot=True, interval=TELL_AFTER_MS)
        self._later.timeout.connect(self.tell)
        self.setProperty("role", "bar")
        self.words = label("", wrap=True)
        self.open = button(_("Show what is new"), self.shown_wanted.emit, kind="link")
        self.close_sign = icon_button("close", _("Seen; do not show again"), self.take_as_seen)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(Sign("info", "accent", 18))
        row.addWidget(self.words, 1)
        row.addWidget(self.open)
        row.addWidget(self.close_sign)
        self.hide()

    def tell_later(self) -> None:
        """Tell once the page is in sight, so that it comes as quickly with news as without."""
        self._later.start()

    def tell(self) -> None:
        """Tell what this person has not seen yet."""
        self._show(self._ctx.store.library_news())

    def take_as_seen(self) -> None:
        """Remember that this person knows, and tell it no more."""
        self._ctx.store.library_news_seen()
        self.forget()

    def forget(self) -> None:
        """Tell nothing."""
        self._later.stop()
        self._show(None)

    def _show(self, news: LibraryNews | None) -> None:
        said = news_sentence(news) if news is not None else ""
        self.words.setText(said)
        self.setAccessibleName(said)
        self.setVisible(bool(said))
