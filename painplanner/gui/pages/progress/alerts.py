"""Answers that ask for action the same day, each with what to do and the way to note that it was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.measure import Reading
from painplanner.gui.context import AppContext
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.layouts import empty
from painplanner.services.readings import alert_sentence
from painplanner.text import _


class AlertBars(QWidget):
    """A bar for each answer; hidden while there is none. `raised` says that one more has come."""

    raised = Signal()

    def __init__(self, ctx: AppContext, on_done: Callable[[Reading], object]) -> None:
        """Show nothing yet."""
        super().__init__()
        self._ctx, self._on_done = ctx, on_done
        self._shown: tuple[Reading, ...] | None = None
        self.bars: list[Notice] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.hide()

    def show_alerts(self, alerts: Sequence[Reading]) -> None:
        """Show what waits."""
        if tuple(alerts) == self._shown:
            return
        is_new = self._shown is not None and len(alerts) > len(self._shown)
        self._shown = tuple(alerts)
        empty(self._lines)
        self.bars = [self._bar(reading) for reading in alerts]
        for bar in self.bars:
            self._lines.addWidget(bar)
        self.setVisible(bool(self.bars))
        if is_new:
            self.raised.emit()

    def take_focus(self, reading_id: str) -> None:
        """Put the keys onto the answer of a reading."""
        for reading, bar in zip(self._shown or (), self.bars, strict=True):
            if reading.id == reading_id:
                bar.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bar(self, reading: Reading) -> Notice:
        measure = self._ctx.library.measures.get(reading.measure)
        practice = self._ctx.practice
        said = alert_sentence(reading, measure, practice.crisis_line, practice.language)
        return Notice(said, "stop", _("Done today"), lambda: self._on_done(reading))
