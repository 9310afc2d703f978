"""Surfaces: a card, a titled section of a form, a scrolling column, a state that says what to do next, a finding."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from painplanner.gui import theme
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import label


class Card(QFrame):
    """A surface with a line around it; put things into `lines`."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = 16, gap: int = 12) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(margin, margin, margin, margin)
        self.lines.setSpacing(gap)


class Section(Card):
    """A card with a title, and a sentence under it where one helps."""

    def __init__(self, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        """Name it."""
        super().__init__(parent)
        self.head = QHBoxLayout()
        self.head.addWidget(label(title, "section"))
        self.head.addStretch(1)
        self.lines.addLayout(self.head)
        self.setAccessibleName(title)
        if sentence:
            self.lines.addWidget(label(sentence, "minor", wrap=True))


class Column(QScrollArea):
    """A page that scrolls up and down only, its content at most `width` wide; put things into `lines`."""

    def __init__(self, parent: QWidget | None = None, *, width: int = 920, margin: int = 20, gap: int = 12) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas = QWidget()
        canvas.setProperty("role", "canvas")
        row = QHBoxLayout(canvas)
        row.setContentsMargins(margin, margin, margin, margin)
        inner = QWidget()
        inner.setMaximumWidth(width)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.lines = QVBoxLayout(inner)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(gap)
        row.addWidget(inner, 1)
        row.setAlignment(inner, Qt.AlignmentFlag.AlignTop)
        self.setWidget(canvas)


class Sign(QWidget):
    """One sign of the icon font in a colour of the theme."""

    def __init__(self, name: str, role: str = "muted", size: int = 20, parent: QWidget | None = None) -> None:
        """Choose a sign."""
        super().__init__(parent)
        self._name, self._role = name, role
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        from painplanner.gui import icons

        painter = QPainter(self)
        icons.paint(painter, self._name, QRectF(self.rect()), theme.current().color(self._role))
        painter.end()


class EmptyState(QWidget):
    """What to do next, where there is nothing to show yet."""

    def __init__(
        self, icon: str, title: str, sentence: str, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Say it."""
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 40, 24, 40)
        lines.setSpacing(8)
        lines.addStretch(1)
        lines.addWidget(Sign(icon, "muted", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        self.title = label(title, "section")
        self.sentence = label(sentence, "muted", wrap=True)
        for words in (self.title, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(words)
        self.action = None
        if action:
            self.action = button(action, on_action, kind="primary")
            lines.addSpacing(4)
            lines.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(2)
        self._lines = lines

    def add_below(self, other: QWidget) -> None:
        """Offer something else below."""
        self._lines.insertWidget(self._lines.count() - 1, other, 0, Qt.AlignmentFlag.AlignHCenter)


class Notice(QFrame):
    """A sentence where it belongs, on the soft ground of its weight, with its one remedy."""

    def __init__(
        self,
        text: str = "",
        kind: str = "consider",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        is_stacked: bool = False,
    ) -> None:
        """Say it; `is_stacked` sets the remedy below the sentence, for narrow places."""
        super().__init__()
        self._kind = kind
        row = self._lines = QVBoxLayout(self) if is_stacked else QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(0 if is_stacked else 8)
        self.words: QLabel = label(text, wrap=True)
        row.addWidget(self.words, 1)
        self.button = button(action, on_action, kind="link")
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft if is_stacked else Qt.AlignmentFlag(0))
        self.setAccessibleName(text)
        for part, words in ((self.button, action), (self, text)):
            if not words:  # only hidden, never shown: without a place yet it would be a window of its own
                part.hide()

    def add_beside(self, other: QWidget) -> None:
        """Put a second remedy beside the first."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for made in (self.button, other):
            row.addWidget(made)
        row.addStretch(1)
        self._lines.addLayout(row)

    @property
    def text(self) -> str:
        """Return the sentence."""
        return self.words.text()

    def say(self, text: str, kind: str | None = None) -> None:
        """Say something else; nothing hides it."""
        self._kind = kind or self._kind
        self.words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line at its left."""
        del event
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(f"{self._kind}-soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.setBrush(colours.color(self._kind))
        painter.drawRoundedRect(QRectF(0, 0, 3, self.height()), 1.5, 1.5)
        painter.end()
