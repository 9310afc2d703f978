"""The pictures of a figure at full size: every frame side by side with its caption, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from painplanner.core.figure import Figure
from painplanner.core.figure.shown import NO_PHOTOS, Photos, shown_count
from painplanner.core.values import Side
from painplanner.documents.picture_words import picture_words
from painplanner.gui import person_drawn, theme, thumbnails
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.labels import label
from painplanner.text import _, language

FRAME = QSize(212, 159)
"""Four to three, like the drawings."""
PAD = 4


def captions(count: int, drawn: int = 0, *, are_scenes: bool = False) -> tuple[str, ...]:
    """Return the words below the pictures of a movement; photographs beside what is `drawn` are only counted.

    A lone picture explains itself, and so do the scenes of a lesson.
    """
    if count == 1 or are_scenes:
        return ("",) * count
    moving = drawn or count
    ends = {1: _("{n} Start"), moving: _("{n} Finish")} if moving > 1 else {}
    return tuple(ends.get(n, "{n}").format(n=n) for n in range(1, count + 1))


def framed(picture: QWidget) -> QPainter:
    """Begin to paint a picture: its ground and the line around it; the caller paints on and ends."""
    colours = theme.current()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.color("line"), 1))
    painter.setBrush(colours.color("surface"))
    painter.drawRoundedRect(QRectF(picture.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    return painter


class FigureThumb(QWidget):
    """One picture of a figure in a quiet frame of its own."""

    def __init__(
        self,
        figure: Figure,
        frame: int = thumbnails.LAST,
        side: Side | None = None,
        size: QSize = FRAME,
        photos: Photos = NO_PHOTOS,
        name: str = "",
    ) -> None:
        """Draw a picture of the exercise `name`; the last one shows the movement at its end."""
        super().__init__()
        self._figure, self._frame, self._side = figure, thumbnails.number_of(figure, frame), side
        self._photos = photos
        self._kept: tuple[tuple[object, ...], QPixmap] | None = None
        self.setFixedSize(size)
        words = picture_words(figure, self._frame, name or _("Exercise"), language(), is_left=side is Side.LEFT)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, line and picture."""
        del event
        painter = framed(self)
        painter.drawPixmap(QPointF(PAD, PAD), self._picture(is_dark=theme.current().is_dark))
        painter.end()

    def _picture(self, *, is_dark: bool) -> QPixmap:
        """Return the picture for this screen and theme, drawn once."""
        ratio = self.devicePixelRatioF()
        wanted = (ratio, is_dark, person_drawn.shown())
        if self._kept is None or self._kept[0] != wanted:
            size = self.size() - QSize(2 * PAD, 2 * PAD)
            drawn = thumbnails.picture(
                self._figure,
                size,
                ratio,
                frame=self._frame,
                side=self._side,
                is_dark=is_dark,
                photos=self._photos,
            )
            self._kept = (wanted, drawn)
        return self._kept[1]


class FigureStrip(QWidget):
    """All pictures of a figure with their captions, in as many rows as the width asks for."""

    def __init__(
        self,
        figure: Figure,
        side: Side | None = None,
        *,
        size: QSize = FRAME,
        photos: Photos = NO_PHOTOS,
        name: str = "",
        are_scenes: bool = False,
    ) -> None:
        """Lay the pictures out."""
        super().__init__()
        count = shown_count(figure)
        self.setAccessibleName(_("Pictures"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = FlowLayout(self, gap=12)
        self.thumbs = tuple(FigureThumb(figure, n, side, size, photos, name) for n in range(count))
        said = captions(count, len(figure.frames), are_scenes=are_scenes)
        for thumb, caption in zip(self.thumbs, said, strict=True):
            flow.addWidget(_with_caption(thumb, caption))


def _with_caption(thumb: FigureThumb, caption: str) -> QWidget:
    box = QWidget()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(4)
    lines.addWidget(thumb)
    if caption:
        lines.addWidget(label(caption, "minor"))
    return box
