"""A clock and a counter for tests in the room: the space bar starts and stops, one key counts."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import label
from painplanner.text import _, pgettext

TICK_MS = 100


def clock_words(seconds: float) -> str:
    """Write a time as it stands on a stopwatch: "0:08.4", "6:00.0"."""
    tenths = math.floor(seconds * 10 + 1e-6)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


class Stopwatch(QWidget):
    """Runs up, or down from `lasts_s`; `stopped` carries the seconds, `ended` says that the time is over."""

    stopped = Signal(float)
    ended = Signal()

    def __init__(self, lasts_s: int | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Stand still."""
        super().__init__()
        self._lasts, self._clock = lasts_s, clock
        self._since: float | None = None
        self.face: QLabel = label(clock_words(lasts_s or 0), "title")
        self.face.setAccessibleName(pgettext("stopwatch", "Time"))
        self.button = button(
            pgettext("stopwatch", "Start"), self.toggle, kind="primary", tip=_("Space starts and stops")
        )
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self.tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.face)
        row.addWidget(self.button)
        row.addStretch(1)

    @property
    def is_running(self) -> bool:
        """Tell whether the time runs."""
        return self._since is not None

    def toggle(self) -> None:
        """Start from nothing, or stop."""
        if self.is_running:
            self._stop(self._clock() - (self._since or 0.0))
            return
        self._since = self._clock()
        self._ticks.start()
        self.button.setText(pgettext("stopwatch", "Stop"))
        self.tick()

    def tick(self) -> None:
        """Show the time; one that runs down ends by itself."""
        if self._since is None:
            return
        gone = self._clock() - self._since
        if self._lasts is not None and gone >= self._lasts:
            self._stop(float(self._lasts))
            QApplication.beep()
            self.ended.emit()
            return
        self.face.setText(clock_words(gone if self._lasts is None else self._lasts - gone))

    def halt(self) -> None:
        """Stand still without a result."""
        self._since = None
        self._ticks.stop()
        self.button.setText(pgettext("stopwatch", "Start"))

    def _stop(self, seconds: float) -> None:
        self.halt()
        self.face.setText(clock_words(seconds if self._lasts is None else self._lasts - seconds))
        self.stopped.emit(seconds)

    def hideEvent(self, event: QHideEvent) -> None:
        """Run for nobody no more."""
        super().hideEvent(event)
        self.halt()


class Counter(QWidget):
    """Counts by one on a click, Space, Enter or plus; minus takes one back. `counted` carries the count."""

    counted = Signal(int)

    def __init__(self) -> None:
        """Count from nothing."""
        super().__init__()
        self.count = 0
        self.button = button(_("Count one"), lambda: self.add(1), tip=_("Space or + counts one, - takes one back"))
        self.back = button(_("One less"), lambda: self.add(-1), kind="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(self.back)
        row.addStretch(1)

    def add(self, more: int) -> None:
        """Count on, never below nothing."""
        self.count = max(0, self.count + more)
        self.counted.emit(self.count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count by key."""
        step = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.add(step)
