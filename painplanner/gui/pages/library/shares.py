"""How the width of the page is shared between finding and what was found, for the list and the grid apart."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from painplanner.gui.pages.library.find_pane import GRID
from painplanner.gui.settings import Settings

LIST_WIDTH = 400
GRID_SHARE = 0.48
"""How much of the page a list and a grid take until a person moves the line between."""


class Shares(QSplitter):
    """Remembers where a person put the line between, for each view."""

    def __init__(self, settings: Settings, left: QWidget, right: QWidget) -> None:
        """Take both sides."""
        super().__init__()
        self._settings, self._view = settings, ""
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(lambda *_: settings.keep_state(self._key, self.saveState()))

    @property
    def _key(self) -> str:
        return f"library-{self._view}"

    @property
    def is_chosen(self) -> bool:
        """Tell whether a person put the line somewhere in this view."""
        return bool(self._settings.state(self._key))

    def share(self, view: str, width: int) -> None:
        """Give the sides the sizes that were chosen for a view, or sensible ones."""
        self._view = view
        if not self.restoreState(self._settings.state(self._key)):
            left = int(width * GRID_SHARE) if view == GRID else LIST_WIDTH
            self.setSizes([left, max(1, width - left)])
