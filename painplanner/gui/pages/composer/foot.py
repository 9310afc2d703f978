"""The line below the composer: what the plan asks of a day, when it ends, what the review sees, when it was saved."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from painplanner.core.findings import Finding, Severity, count_of
from painplanner.core.outline import Outline
from painplanner.gui import icons
from painplanner.gui.dates import near_day_words
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import ElidedLabel, label
from painplanner.text import _, ngettext

WITH_KEYS = 1100


class Foot(QFrame):
    """Four short facts; the counts of the review lead to the next finding."""

    findings_wanted = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setProperty("role", "foot")
        self.minutes = label("", "strong")
        self.things = ElidedLabel("", "muted")
        self.ends = ElidedLabel("", "muted")
        self.consider = self._finder("consider", "consider")
        self.stops = self._finder("stop", "stop")
        self.clear_words = label("", "muted")
        self.keys = label(_("Ctrl+K anything · Ctrl+P print"), "small")
        self.saved = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 3)
        row.setSpacing(8)
        for part in (self.minutes, self.things):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.ends)
        row.addSpacing(8)
        for part in (self.stops, self.consider, self.clear_words):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.saved)
        row.addWidget(self.keys)

    def _finder(self, severity: str, role: str) -> QPushButton:
        made = button("", lambda: self.findings_wanted.emit(severity), kind="quiet")
        icons.put_on(made, "dot", role, 14)
        made.setProperty("tone", role)
        made.setToolTip(_("Go to the next one"))
        made.hide()
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the hint of the keys where there is no room."""
        super().resizeEvent(event)
        self.keys.setVisible(self.width() >= WITH_KEYS)

    def show_outline(self, outline: Outline, today: date) -> None:
        """Say what a day asks and when the plan ends."""
        for part in (self.minutes, self.things, self.ends):
            part.setVisible(bool(outline.lines))
        asked = outline.minutes.quantize(Decimal(1), ROUND_HALF_UP)
        self.minutes.setText(_("{n} min a day").format(n=asked))
        self.things.setText(
            "· " + ngettext("{n} thing to do", "{n} things to do", outline.things).format(n=outline.things)
        )
        self.ends.setText(_ends(outline, today))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Count what stops printing and what is worth a thought."""
        stops = count_of(findings, Severity.STOP)
        others = len(findings) - stops
        self._count(
            self.stops, ngettext("{n} to answer before printing", "{n} to answer before printing", stops), stops
        )
        self._count(self.consider, _("{n} to consider"), others)
        self.clear_words.setText("" if stops else _("nothing stops printing"))

    def _count(self, made: QPushButton, words: str, count: int) -> None:
        text = words.format(n=count)
        if made.text() != text:
            made.setText(text)
            made.setAccessibleName(text)
        made.setVisible(count > 0)


def _ends(outline: Outline, today: date) -> str:
    if outline.last_day is None:
        return ""
    day = near_day_words(outline.last_day, today)
    weeks = ngettext("{n} week", "{n} weeks", outline.weeks).format(n=outline.weeks)
    if any(line.end is None and line.start is not None for line in outline.lines):
        return _("open end, {weeks} planned so far").format(weeks=weeks)
    return _("Ends {day}, {weeks}").format(day=day, weeks=weeks)
