"""Panes side by side: those that were asked for last stay in sight when the window is too narrow for all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from painplanner.errors import BugError
from painplanner.gui.settings import Settings
from painplanner.gui.theme import application

HANDLE = 1
COMFORT = 480
"""Width of the middle at which its rows need no narrow form."""


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
        application().focusChanged.connect(self._on_focus_changed)

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
        found = self.widget(self._names.index(name))
        if found is None:
            raise BugError("a pane that is gone")
        return found

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
        chosen = ["middle"]
        for name in self._asked:
            if name != "middle" and self._room([*chosen, name]) >= 0:
                chosen.append(name)
        for name in self._names:
            self.pane(name).setVisible(name in chosen)
        self.setSizes(self._sizes(chosen))
        self.shown.emit()

    def _room(self, chosen: Sequence[str]) -> int:
        """Return what is left when these panes get their least; beside two others the middle needs more."""
        middle = COMFORT - self._least["middle"] if len(chosen) > 3 else 0
        return self.width() - sum(self._least[name] for name in chosen) - HANDLE * (len(chosen) - 1) - middle

    def _sizes(self, chosen: Sequence[str]) -> list[int]:
        """Give the middle some comfort, then the sides their width, then the middle what is left."""
        sizes = {name: self._least[name] for name in chosen}
        room = self.width() - sum(sizes.values()) - HANDLE * (len(chosen) - 1)
        for name in (*chosen, "middle"):
            wanted = COMFORT if name == "middle" else self._wide[name]
            more = max(0, min(room, wanted - sizes[name]))
            sizes[name] += more
            room -= more
        sizes["middle"] += max(0, room)
        return [sizes.get(name, 0) for name in self._names]

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Remember where the keys are: that pane stays in sight longest."""
        here = next((n for n in self._asked if new is not None and self.pane(n).isAncestorOf(new)), "")
        if here:
            self._asked = [here, *(one for one in self._asked if one != here)]

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
