"""A short list of other parts of the plan, each a link that selects it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.row_pool import RowPool

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


class Links(QWidget):
    """Hidden while there is nothing to go to."""

    def __init__(self, name: str, session: PlanSession) -> None:
        """Name the list."""
        super().__init__()
        self._session = session
        self._links: tuple[tuple[str, str], ...] = ()
        self.pool: RowPool[QPushButton] = RowPool(self._make, gap=0)
        self.setAccessibleName(name)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(label(name, "minor"))
        lines.addWidget(self.pool)
        self.hide()

    def _make(self, place: int) -> QPushButton:
        return button("", lambda: self._session.select(self._links[place][0]), kind="link")

    def show_links(self, links: tuple[tuple[str, str], ...]) -> None:
        """Show (id, words) of each."""
        if links == self._links:
            return
        self._links = links
        for made, (_id, words) in zip(self.pool.show_rows(len(links)), links, strict=True):
            made.setText(words.replace("&", "&&"))
            made.setAccessibleName(words)
        self.setVisible(bool(links))
