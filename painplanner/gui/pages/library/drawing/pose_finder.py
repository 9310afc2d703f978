"""Where a pose comes from: a starting pose, or a picture of any entry, found by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from painplanner.core.figure import Figure, frame_count
from painplanner.core.figure.bases import BASES
from painplanner.core.plan import FigureRef
from painplanner.gui import theme, thumbnails
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library.drawing.words import base_words
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.figure_view import captions
from painplanner.gui.widgets.finder import Finder, Found
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.word_list import matching
from painplanner.text import _

_THUMB = QSize(124, 93)
_BASE = "base:"


class PoseFinder(QWidget):
    """`base_taken` carries a starting pose, `pose_taken` a figure and its frame, `picture_taken` a whole figure."""

    base_taken = Signal(str)
    pose_taken = Signal(object, int)
    picture_taken = Signal(object)

    def __init__(self, ctx: AppContext, name: Callable[[object], str]) -> None:
        """Find by what entries are called."""
        super().__init__()
        self._ctx, self._name = ctx, name
        self.figure: Figure | None = None
        self.finder = Finder(self._find, name=_("Take the pose of"), placeholder=_("Type an exercise or a position"))
        self.finder.picked.connect(self.show_source)
        self._said = label("", "minor", wrap=True)
        self._said.hide()
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=8)
        self.frames: list[QPushButton] = []
        self.whole = button(_("Take all its pictures"), self._on_whole, kind="link")
        self.whole.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for part in (self.finder, self._said, self._row, self.whole):
            lines.addWidget(part)
        self._row.hide()

    def _find(self, text: str) -> Found:
        return matching(self._sources(), text)

    def _sources(self) -> Iterator[tuple[str, str]]:
        library = self._ctx.library.value
        yield from ((_BASE + base, base_words(base)) for base in BASES)
        for entry in library.entries.values():
            if entry.figure in library.figures:
                yield entry.figure, self._name(entry)

    def show_source(self, key: str) -> None:
        """Take a starting pose at once; of a picture, show the frames to choose from."""
        self.finder.set_words("")
        if key.startswith(_BASE):
            self._offer(None, "")
            self.base_taken.emit(key.removeprefix(_BASE))
            return
        found = self._ctx.library.figure(FigureRef(id=key))
        words = next((said for one, said in self._sources() if one == key), "")
        self._offer(found, words)

    def _offer(self, figure: Figure | None, words: str) -> None:
        self.figure = figure
        empty(self._flow)
        self.frames = []
        count = frame_count(figure) if figure is not None else 0
        for number in range(count):
            self.frames.append(self._thumb(number, captions(count)[number] or words))
            self._flow.addWidget(self.frames[-1])
            self.frames[-1].show()
        said = _("Choose a pose of “{name}”") if count else _("“{name}” is not drawn: it has no pose to take.")
        self._said.setText(said.format(name=words))
        self._said.setVisible(bool(words))
        for part in (self._row, self.whole):
            part.setVisible(bool(count))

    def _thumb(self, number: int, words: str) -> QPushButton:
        figure = self.figure
        made = button("", lambda: self.pose_taken.emit(figure, number), name=words, tip=words)
        if figure is not None:
            drawn = thumbnails.picture(
                figure, _THUMB, self.devicePixelRatioF(), frame=number, is_dark=theme.current().is_dark
            )
            made.setIcon(QIcon(drawn))
        made.setIconSize(_THUMB)
        made.setFixedSize(_THUMB + QSize(12, 10))
        return made

    def _on_whole(self) -> None:
        if self.figure is not None:
            self.picture_taken.emit(self.figure)

    def clear(self) -> None:
        """Offer nothing."""
        self._offer(None, "")
        self.finder.set_words("")
