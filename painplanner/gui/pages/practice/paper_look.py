"""The look of papers: the logo beside the practice's name and the one colour, seen at once on the head of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel

from painplanner.core.inks import INKS, Ink
from painplanner.core.practice import Practice
from painplanner.core.values import replace
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.dropped import has_sources, sources_in
from painplanner.gui.messages import sentence_for
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice, Section
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.pdf_pages import PdfPages
from painplanner.gui.widgets.segmented import Segmented
from painplanner.services.header_sample import header_sample
from painplanner.services.logos import read_logo
from painplanner.services.photographs import CleanPicture
from painplanner.text import _

SAMPLE = QSize(560, 150)
"""How much of the head of a paper is shown, in pixels of the window."""
_SWATCH = QSize(22, 14)


class PaperLookSection(Section):
    """Logo and ink are taken at once; a logo may be dropped here."""

    def __init__(self, ctx: AppContext) -> None:
        """Lay out the choices above the sample."""
        super().__init__(
            _("Look of the papers"),
            _("The logo stands on the first page of each paper. Papers given stay as they are."),
        )
        self._ctx = ctx
        self.choose = button(_("Choose a logo…"), self.ask)
        self.remove = button(_("Remove the logo"), self.take_away, kind="quiet")
        self.problem = Notice("", "stop", _("Choose another file…"), self.ask)
        self.problem.hide()
        words = ink_words()
        self.inks = Segmented(((ink, "") for ink in Ink), name=_("Colour"))
        for ink, word in words.items():
            segment = self.inks.segment(ink)
            segment.setIcon(_swatch(INKS[ink]))
            segment.setIconSize(_SWATCH)
            segment.setAccessibleName(_("Colour: {name}").format(name=word))
            segment.setToolTip(word)
            segment.setMinimumWidth(44)
        self.inks.chosen.connect(self._on_ink)
        self.ink_name = label("", "minor")
        self.sample = QLabel()
        self.sample.setFixedSize(SAMPLE)
        self.sample.setAccessibleName(_("The head of a paper"))
        self.setAcceptDrops(True)
        self._lay_out()

    def _lay_out(self) -> None:
        logo, ink = QHBoxLayout(), QHBoxLayout()
        for row, parts in ((logo, (self.choose, self.remove)), (ink, (label(_("Colour"), "minor"), self.inks))):
            row.setSpacing(12)
            for part in parts:
                row.addWidget(part)
        ink.addWidget(self.ink_name)
        for row in (logo, ink):
            row.addStretch(1)
            self.lines.addLayout(row)
        self.lines.insertWidget(self.lines.count() - 1, self.problem)
        self.lines.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show the practice."""
        practice = self._ctx.practice
        self.inks.set_key(practice.ink)
        self.ink_name.setText(ink_words()[practice.ink])
        self.choose.setText(_("Choose another logo…") if practice.logo else _("Choose a logo…"))
        self.remove.setVisible(bool(practice.logo))
        self.show_sample(practice)

    def show_sample(self, practice: Practice) -> None:
        """Show the head of a paper of such a practice, as soon as it is made."""
        from painplanner.services.gathering import logo_of

        logo = logo_of(self._ctx.store, practice).get(practice.logo, b"")
        self._ctx.tasks.run(lambda: header_sample(practice, logo), self._on_sample, self._on_no_sample, lane="head")

    def ask(self) -> QFileDialog:
        """Ask for a file, without waiting for the answer."""
        kinds = _("Pictures ({kinds})").format(kinds="*.png *.jpg *.jpeg *.webp *.PNG *.JPG *.JPEG *.WEBP")
        dialog = QFileDialog(self, _("Choose a logo"), str(Path.home()), f"{kinds};;{_('All files (*)')}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(lambda places: self.take(tuple(map(Path, places))))
        dialog.open()
        return dialog

    def take(self, places: Sequence[Path]) -> None:
        """Take in the first of some files beside the window."""
        self.problem.say("")
        if places:
            self._ctx.tasks.run(lambda: read_logo(places[0]), self._on_taken, self._on_refused, lane="logo")

    def take_away(self) -> None:
        """Print without a logo; the picture is kept, so that this can be taken back."""
        before = self._ctx.practice.logo
        self._keep(logo="")
        self._ctx.say(
            _("New papers have no logo."), kind="done", action=_("Undo"), on_action=lambda: self._keep(logo=before)
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if has_sources(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is let go."""
        places = tuple(one for one in sources_in(event.mimeData()) if isinstance(one, Path))
        if places:
            event.acceptProposedAction()
            self.take(places)

    def _on_taken(self, picture: CleanPicture) -> None:
        self._keep(logo=self._ctx.store.add_picture(picture.data))
        self._ctx.say(_("New papers have this logo."), kind="done")

    def _on_refused(self, error: Exception) -> None:
        self.problem.say(sentence_for(error))

    def _on_ink(self, key: str) -> None:
        self._keep(ink=Ink(key))

    def _keep(self, **changes: str) -> None:
        self._ctx.store.save_practice(replace(self._ctx.practice, **changes))
        self._ctx.news.practice_changed.emit()
        self.refresh()

    def _on_sample(self, pdf: bytes) -> None:
        """Show the head of the page, as wide as the sample."""
        try:
            pages = PdfPages(pdf)
        except KnownError as error:
            self._on_no_sample(error)
            return
        scale = self.devicePixelRatioF()
        wide = round(SAMPLE.width() * scale)
        whole = pages.pixels(0, wide / pages.sizes[0].width())
        self.sample.setPixmap(_framed(pages.part(0, whole, QRect(0, 0, wide, round(SAMPLE.height() * scale))), scale))

    def _on_no_sample(self, error: Exception) -> None:
        self.sample.setText(sentence_for(error))


def ink_words() -> dict[Ink, str]:
    """Return what the inks are called."""
    return {
        Ink.GREEN: _("Teal"),
        Ink.FOREST: _("Forest green"),
        Ink.BLUE: _("Blue"),
        Ink.NAVY: _("Navy"),
        Ink.PURPLE: _("Purple"),
        Ink.WINE: _("Wine"),
        Ink.BROWN: _("Brown"),
        Ink.BLACK: _("Black"),
    }


def _framed(image: QImage, scale: float) -> QPixmap:
    """Return a picture of paper with a thin line round it, as paper is white in the dark theme too."""
    painter = QPainter(image)
    painter.setPen(QColor("#98A9B0"))
    painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(scale)
    return made


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(_SWATCH * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(QColor(colour))
    painter = QPainter(picture)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawRect(QRect(0, 0, _SWATCH.width() - 1, _SWATCH.height() - 1))
    painter.end()
    return QIcon(picture)
