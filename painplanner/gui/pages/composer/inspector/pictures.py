"""The pictures of an item above its dose: start and finish on the side of the dose, or scenes, with captions."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from painplanner.core.dose import side_of
from painplanner.core.figure import Figure
from painplanner.core.figure.shown import shown_count
from painplanner.core.home_items import is_lesson
from painplanner.core.plan import Item, item_name
from painplanner.core.values import Side
from painplanner.documents.picture_words import picture_words
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.thumb import Thumb
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.figure_view import captions
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.labels import label
from painplanner.text import language

SIZE = QSize(112, 84)
"""Two beside one another at the least width of the inspector."""


class Frame(QWidget):
    """One picture with its caption."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        """Lay out the picture."""
        super().__init__()
        self.thumb = Thumb(thumbnails, SIZE)
        self.caption: QLabel = label("", "small")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(self.thumb)
        lines.addWidget(self.caption)


class Pictures(QWidget):
    """Hidden for an item without pictures; the frames are made once and show other figures."""

    def __init__(self, ctx: AppContext) -> None:
        """Show nothing yet."""
        super().__init__()
        self._ctx = ctx
        self._thumbnails = Thumbnails(ctx, self)
        self._flow = FlowLayout(self, gap=12)
        self.frames: list[Frame] = []
        self.hide()

    def show_item(self, item: Item) -> None:
        """Show the pictures of an item."""
        figure = self._ctx.library.figure(item.figure)
        count = shown_count(figure) if figure is not None else 0
        while len(self.frames) < count:
            made = Frame(self._thumbnails)
            self._flow.addWidget(made)
            self.frames.append(made)
        if figure is not None:
            side, words = side_of(item.dose), captions(count, len(figure.frames), are_scenes=is_lesson(item))
            for place, frame in enumerate(self.frames[:count]):
                frame.thumb.show_figure(item.figure, side, place, _words(item, figure, place))
                frame.caption.setText(words[place])
                frame.caption.setVisible(bool(words[place]))
        for place, frame in enumerate(self.frames):
            frame.setVisible(place < count)
        self.setVisible(count > 0)


def _words(item: Item, figure: Figure, place: int) -> str:
    """Return what is read out of one picture, in the language of the window."""
    is_left = side_of(item.dose) is Side.LEFT
    return picture_words(figure, place, item_name(item, language()), language(), is_left=is_left)
