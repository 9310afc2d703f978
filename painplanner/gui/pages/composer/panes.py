"""Panes side by side: those that were asked for last stay in sight when the window is too narrow for all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from painplanner.gui.settings import Settings

HANDLE = 1


class Panes(QSplitter):
    """A splitter whose panes have names, least and remembered widths; the one called "middle" takes the rest."""

    shown = Signal()

    def __init__(self, settings: Settings, key: str) -> None:
        """Remember widths under a key."""
        super().__init__(Qt.Orientation.Horizontal)
        self._settings, self._key = settings, key
        self._names: list[str] = []
        self._least: dict[str, int] = {}
        self._wide: dict[str, int] = {}
        self._asked: list[str] = []
        self.setChildrenCollapsible(False)
        self.setHandleWidth(HANDLE)
        self.splitterMoved.connect(lambda _at, _index: self._keep())

    def add_pane(self, name: str, widget: QWidget, least: int, wide: int, *, is_asked: bool = True) -> None:
        """Add a pane at the right; one that is not asked for stays hidden until it is."""
        self._names.append(name)
        self._least[name] = least
        kept = self._settings.text(f"{self._key}/{name}")
        self._wide[name] = max(least, int(kept) if kept.isdigit() else wide)
        widget.setMinimumWidth(least)
        self.addWidget(widget)
        self.setStretchFactor(len(self._names) - 1, int(name == "middle"))
        widget.setVisible(is_asked)
        if is_asked:
            self._asked.append(name)

    def pane(self, name: str) -> QWidget:
        """Return a pane."""
        return self.widget(self._names.index(name))

    def is_asked(self, name: str) -> bool:
        """Tell whether a pane is wanted, in sight or not."""
        return name in self._asked

    def ask(self, name: str) -> None:
        """Bring a pane into sight, if need be in the place of others."""
        if self._asked and self._asked[0] == name and not self.pane(name).isHidden():
            return
        self._asked = [name, *(one for one in self._asked if one != name)]
        self.fit()

    def dismiss(self, name: str) -> None:
        """Take a pane away."""
        self._asked = [one for one in self._asked if one != name]
        self.fit()

    def fit(self) -> None:
        """Show as many panes as fit, the middle first and then those asked for last."""
        room = self.width() - self._least["middle"]
        chosen = {"middle"}
        for name in self._asked:
            if name != "middle" and room >= self._least[name] + HANDLE:
                chosen.add(name)
                room -= self._least[name] + HANDLE
        for name in self._names:
            self.pane(name).setVisible(name in chosen)
        self.setSizes(self._sizes([name for name in self._names if name in chosen]))
        self.shown.emit()

    def _sizes(self, chosen: Sequence[str]) -> list[int]:
        """Give each pane its width, less where the middle would get too little."""
        sides = {name: self._wide[name] for name in chosen if name != "middle"}
        over = sum(sides.values()) + self._least["middle"] + HANDLE * len(sides) - self.width()
        for name in sides:
            give = min(max(0, over), sides[name] - self._least[name])
            sides[name] -= give
            over -= give
        middle = self.width() - sum(sides.values()) - HANDLE * len(sides)
        return [middle if name == "middle" else sides.get(name, 0) for name in self._names]

    def minimumSizeHint(self) -> QSize:
        """Be content with the middle alone."""
        return QSize(self._least.get("middle", 0), super().minimumSizeHint().height())

    def _keep(self) -> None:
        for name, size in zip(self._names, self.sizes(), strict=True):
            if name != "middle" and size:
                self._wide[name] = size
                self._settings.remember(f"{self._key}/{name}", str(size))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        if "middle" in self._least:
            self.fit()
