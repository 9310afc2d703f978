"""A picture with points that can be taken in hand: Tab goes from one to the next, the pointer shows them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class HeldPoints(QWidget):
    """`chosen` carries the name of what is in hand, nothing when nothing is; subclasses know the points."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._hand, self._over = "", ""

    @property
    def hand(self) -> str:
        """Return the name of what is in hand, nothing when nothing is."""
        return self._hand

    def stops(self) -> list[str]:
        """Return the names of the points that Tab stops at."""
        raise NotImplementedError

    def put_in_hand(self, name: str) -> None:
        """Say what is in hand from now on."""
        raise NotImplementedError

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's name)
        """Let Tab go from point to point, and on after the last."""
        names = self.stops()
        place = names.index(self._hand) if self._hand in names else -1 if next else len(names)
        place += 1 if next else -1
        if 0 <= place < len(names):
            self.put_in_hand(names[place])
            return True
        self.put_in_hand("")
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the first or last point in hand when Tab comes here."""
        super().focusInEvent(event)
        names = self.stops()
        if names and not self._hand:
            if event.reason() is Qt.FocusReason.TabFocusReason:
                self.put_in_hand(names[0])
            elif event.reason() is Qt.FocusReason.BacktabFocusReason:
                self.put_in_hand(names[-1])
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show and name no point any more."""
        super().leaveEvent(event)
        self._over = ""
        self.update()

    def enterEvent(self, event: QEvent) -> None:  # type: ignore[override]
        """Show the points."""
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()
