"""The keys of the library page: those of the detail while it is in front, those of the list while it is in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from painplanner.gui.pages.library.side import Side

Calls = Mapping[str, Callable[[], object]]


class LibraryKeys(QObject):
    """Gives a page its keys, and leaves them to what stands in the place of the detail."""

    def __init__(self, page: QWidget, side: Side, *, of_detail: Calls, of_list: Calls) -> None:
        """Make a shortcut for each."""
        super().__init__(page)
        self._side = side
        self._of_detail = [_key(page, keys, call) for keys, call in of_detail.items()]
        self._of_list = [_key(page, keys, call) for keys, call in of_list.items()]
        side.currentChanged.connect(lambda _place: self._mind())

    def _mind(self) -> None:
        for one in self._of_detail:
            one.setEnabled(self._side.is_detail)
        for one in self._of_list:
            one.setEnabled(not self._side.is_wide)


def _key(page: QWidget, keys: str, call: Callable[[], object]) -> QShortcut:
    made = QShortcut(QKeySequence(keys), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(call)
    return made
