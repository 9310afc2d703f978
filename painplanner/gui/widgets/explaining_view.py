"""An explaining picture at a size to show to a patient, with its name below, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.drawing import Drawing
from painplanner.core.values import text_in
from painplanner.gui import theme
from painplanner.gui.person_drawn import palette
from painplanner.gui.widgets import drawing_painter
from painplanner.gui.widgets.figure_view import PAD, framed
from painplanner.gui.widgets.labels import label
from painplanner.services.explaining import ExplainingPicture

SIZE = QSize(400, 256)
NARROWEST = 240
"""What is left of the width in a narrow detail; the picture is then drawn smaller."""


class ExplainingView(QWidget):
    """The picture and its name."""

    def __init__(self, picture: ExplainingPicture, lang: str) -> None:
        """Draw it with labels in a language."""
        super().__init__()
        self.picture = picture
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(_Canvas(picture.drawn(lang)))
        lines.addWidget(label(text_in(picture.name, lang), "minor"))


class _Canvas(QWidget):
    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self._drawing = drawing
        self.setFixedHeight(SIZE.height())
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(SIZE.width())
        self.setAccessibleName(drawing.alt)
        self.setToolTip(drawing.alt)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, line and picture."""
        del event
        painter = framed(self)
        box = QRectF(self.rect()).adjusted(PAD, PAD, -PAD, -PAD)
        drawing_painter.paint(painter, self._drawing, box, palette("dark" if theme.current().is_dark else "light"))
        painter.end()
