"""The line at the foot of the Progress page: how many targets are reached, what was won, and the keys."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from painplanner.gui.widgets.labels import ElidedLabel, label
from painplanner.services.progress import Progress
from painplanner.text import _

ROOMY = 1180
"""Pixels from which there is room to name the keys too."""


class Foot(QFrame):
    """Three words that stay in sight."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setProperty("role", "foot")
        self.headline = label("", "strong")
        self.wins = label("", "outcome", wrap=True)
        self.keys = ElidedLabel(_("Tab to a chart, arrows read it, Enter opens its table"), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(16)
        row.addWidget(self.headline)
        row.addWidget(self.wins, 1)
        row.addWidget(self.keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of a narrow window to what was won."""
        super().resizeEvent(event)
        self.keys.setVisible(self.width() >= ROOMY)

    def show_progress(self, found: Progress) -> None:
        """Say it."""
        self.headline.setText(found.headline)
        # A win stays on one line, and those without room go on to the next.
        self.wins.setText("  ".join(f"\u25cf {win}".replace(" ", "\u00a0") for win in found.wins))
        self.wins.setAccessibleName("; ".join(found.wins))
        self.setVisible(bool(found.rows))
