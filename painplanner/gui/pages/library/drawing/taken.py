"""A drag while it lasts; no widget here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from painplanner.core.figure import Figure
from painplanner.gui.pages.library.drawing.grips import Grip, with_frame


@dataclass
class Taken:
    """What is being dragged: the figure, the part of it that is drawn meanwhile, and what has become of that.

    `after` is what a mere click takes in hand instead.
    """

    figure: Figure
    start: Figure
    frame: int
    grip: Grip
    began: QPointF
    after: str = ""
    now: Figure | None = None

    def whole(self, frame: int) -> Figure:
        """Return the whole figure with what the drag made."""
        if self.now is None:
            return self.figure
        return with_frame(self.figure, frame, self.now) if self.grip.kind == "joint" else self.now
