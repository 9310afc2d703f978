"""Which picture shows the entry: one of those there are, one that is drawn, or a photograph of one's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.library import Intervention
from painplanner.core.plan import FigureRef, texts_in
from painplanner.gui import theme
from painplanner.gui.context import AppContext
from painplanner.gui.dropped import has_sources
from painplanner.gui.form.subject import attribute
from painplanner.gui.pages.library.detail.sections import SMALL_FRAME
from painplanner.gui.pages.library.editor.rows import Entry, LinkRow
from painplanner.gui.pages.library.editor.section import EditSection
from painplanner.gui.pages.library.photo.intake import Intake
from painplanner.gui.pages.library.words import sentence
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.figure_view import FigureStrip
from painplanner.gui.widgets.finder import Found
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.word_list import matching
from painplanner.text import _


class FigureSection(EditSection):
    """`draw_wanted` asks for the page to draw on, `photographs_wanted` for the one of photographs, with new ones."""

    draw_wanted = Signal()
    photographs_wanted = Signal(object)

    def __init__(self, subject: Entry, ctx: AppContext) -> None:
        """Lay out."""
        super().__init__(subject, _("Picture"))
        self._ctx, self._shown, self._is_over = ctx, "", False
        figure = attribute("figure", _("Change the picture"))
        self.figure = LinkRow(subject, figure, _("Shown by the picture of"), find=self._find, word=self._word)
        self.figure.finder.setAcceptDrops(False)  # a file that is dropped there is a picture, not words
        self.intake = Intake(ctx)
        self.intake.taken.connect(self.photographs_wanted)
        self.draw = button(_("Draw"), self.draw_wanted.emit, icon="pencil")
        self.add_photo = button(_("Add a photograph…"), self.intake.ask, icon="photograph")
        self.change_photos = button(
            _("Change the photographs"), lambda: self.photographs_wanted.emit(()), icon="pencil"
        )
        self.setAcceptDrops(True)
        self._lay_out()

    def _lay_out(self) -> None:
        self._frames, ways = QWidget(), QWidget()
        self._strip = QVBoxLayout(self._frames)
        self._strip.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(ways, gap=8)
        for way in (self.draw, self.add_photo, self.change_photos):
            row.addWidget(way)
        how = label(_("You can also drop a picture file here, or paste a picture."), "small", wrap=True)
        below = QVBoxLayout()
        below.setSpacing(4)
        for part in (ways, self.intake, how):
            below.addWidget(part)
        self.lines.addWidget(self._frames)
        self.lines.addLayout(below)
        self.add(self.figure)

    def _find(self, text: str) -> Found:
        return matching(self._named().items(), text)

    def _word(self, key: str) -> str:
        return self._named().get(key) or figure_words(key)

    def _named(self) -> dict[str, str]:
        """Return what pictures are called: as the first entry that each shows."""
        library, lang, named = self._ctx.library, self._ctx.practice.language, dict[str, str]()
        for entries in (library.built_in.entries, library.entries):
            for entry in entries.values():
                if entry.figure and entry.figure not in named:
                    named[entry.figure] = _called(entry.figure, texts_in(entry.texts, lang).name)
        return named | {key: figure_words(key) for key in library.built_in.figures if key not in named}

    def refresh(self, entry: Intervention) -> None:
        """Show the pictures of what is chosen, and what can be done to it."""
        figure = self._ctx.library.figure(FigureRef(id=entry.figure)) if entry.figure else None
        words = _("Change the drawing") if figure is not None and figure.frames else _("Draw")
        self.draw.setText(words)
        self.draw.setAccessibleName(words)
        self.change_photos.setVisible(figure is not None and bool(figure.photos))
        if entry.figure == self._shown:
            return
        self._shown = entry.figure
        empty(self._strip)
        if figure is not None:
            self._strip.addWidget(FigureStrip(figure, size=SMALL_FRAME, photos=self._ctx.library.photos(figure)))
        self._frames.setVisible(figure is not None)

    def show_anew(self) -> None:
        """Show the picture as it became, with the keys where the work on it began."""
        had_photos = self.change_photos.isVisibleTo(self)
        self._shown = ""
        self.show_entry()
        (self.change_photos if had_photos or self.change_photos.isVisibleTo(self) else self.draw).setFocus()

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures, and show where they go."""
        if has_sources(event.mimeData()):
            event.acceptProposedAction()
            self._show_over(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Wait again."""
        super().dragLeaveEvent(event)
        self._show_over(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is let go."""
        self._show_over(is_over=False)
        if self.intake.take_from(event.mimeData()):
            event.acceptProposedAction()

    def _show_over(self, *, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring while something is about to be let go here."""
        super().paintEvent(event)
        if not self._is_over:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().color("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


def figure_words(key: str) -> str:
    """Return how a picture that no entry shows is called."""
    name = key.split(".", 1)[-1]
    if key.startswith("own."):
        name = name.rpartition("-")[0] or name
    return _called(key, sentence(name.replace("_", " ")))


def _called(key: str, name: str) -> str:
    return _("{name}, your own picture").format(name=name) if key.startswith("own.") else name
