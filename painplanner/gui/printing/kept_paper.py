"""One paper as it was given: its pages, and printing or saving the same bytes again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.languages import language_name
from painplanner.gui.printing.delivery import Delivery, Paper
from painplanner.gui.printing.paper_words import file_name, kind_words, moment_words, no_printer_words, pages_words
from painplanner.gui.printing.resume import Resume
from painplanner.gui.printing.saved_notice import SavedNotice
from painplanner.gui.printing.viewer import Viewer, opened_words
from painplanner.gui.widgets.labels import ElidedLabel, label
from painplanner.gui.widgets.pdf_view import PdfView
from painplanner.gui.widgets.split_button import SplitButton
from painplanner.gui.widgets.work_row import WorkRow
from painplanner.gui.widgets.zoom_bar import ZoomBar
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.printing.printers import Printers
    from painplanner.store import PaperRow


class Given(NamedTuple):
    """A kept paper with the words of what it belongs to; revision 0 is a draft, `whose` is for file names."""

    row: PaperRow
    whose: str
    plan: str
    revision: int

    @property
    def title(self) -> str:
        """Return what it is."""
        words = kind_words(self.row.document)
        return _("{paper}, draft").format(paper=words) if self.row.is_draft else words

    @property
    def more(self) -> str:
        """Return revision, pages, language, who printed it, and of which plan it is."""
        parts = (
            _("revision {n}").format(n=self.revision) if self.revision else "",
            pages_words(self.row.pages),
            language_name(self.row.language),
            self.row.by,
            self.plan,
        )
        return " · ".join(part for part in parts if part)

    @property
    def all_of_it(self) -> str:
        """Return when it was printed, and the rest."""
        return f"{moment_words(self.row.printed_at)} · {self.more}"

    @property
    def file_name(self) -> str:
        """Return the name it is saved under, with the day it was given."""
        day = self.row.printed_at.astimezone().date()
        return file_name(self.whose, self.row.document, day, is_draft=self.row.is_draft)


class KeptPaper(QWidget):
    """Shows a paper of the store and hands it out again; nothing is kept for that, it is the same paper."""

    def __init__(self, ctx: AppContext, printers: Printers | None = None) -> None:
        """Show nothing yet."""
        super().__init__()
        self._ctx = ctx
        self._given: Given | None = None
        self.title = ElidedLabel("", "section", fills=True)
        self.facts = label("", "minor", wrap=True)
        ways = ((_("Save PDF…"), self.save_pdf), (_("Open in the PDF viewer"), self.open))
        self.actions_button = SplitButton(_("Print again…"), self.print, ways, more=_("Save or open"))
        self.print_button = self.actions_button.main
        self.notice = SavedNotice()
        self.resume = Resume()
        self._viewer = Viewer(self)
        self.work = WorkRow()
        self.view = PdfView(_("The paper as it was given"))
        self.delivery = Delivery(ctx, self, printers)
        self._lay_out()
        self.delivery.printed.connect(self._on_printed)
        self.delivery.noted.connect(lambda sentence: self.notice.tell(sentence, "consider"))
        self.resume.wanted.connect(self._print_rest)
        self.delivery.saved.connect(self._on_saved)
        self.delivery.failed.connect(self._on_failed)
        self.delivery.left.connect(self.work.rest)
        self.delivery.progressed.connect(self.work.show_work)
        self.work.cancelled.connect(self.delivery.cancel)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        head.addLayout(words, 1)
        head.addWidget(self.actions_button, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 12)
        top.setSpacing(8)
        top.addLayout(head)
        for part in (self.notice, self.resume, self.work):
            top.addWidget(part)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(top)
        lines.addWidget(self.view, 1)
        lines.addWidget(ZoomBar(self.view))

    def show_paper(self, given: Given) -> None:
        """Show a paper as it was printed."""
        if self._given is not None and self._given.row.id == given.row.id:
            return
        self._given = given
        self.title.setText(given.title)
        self.facts.setText(given.all_of_it)
        self.notice.tell("")
        self.resume.offer(given.row.pages)
        try:
            self.view.show_pdf(self._ctx.store.paper_bytes(given.row.id))
        except KnownError as error:
            self.view.clear()
            self.notice.tell(error.sentence, "stop")

    def print(self) -> None:
        """Print it again."""
        if not self.delivery.has_printer():
            self.notice.tell(no_printer_words(), "consider")
            self.actions_button.arrow.setFocus()
        elif self._given is not None:
            self.delivery.print(self._paper(self._given), self._given.title)

    def save_pdf(self) -> None:
        """Save it again."""
        if self._given is not None:
            self.delivery.save((self._paper(self._given),))

    def open(self) -> None:
        """Open it in the system's viewer."""
        given = self._given
        if given is None:
            return
        try:
            self._viewer.open(self._paper(given).pdf)
        except KnownError as error:
            self._on_failed(error.sentence)
            return
        self._ctx.say(opened_words(is_draft=given.row.is_draft, revision=given.revision or None))

    def _print_rest(self, after: int) -> None:
        if self._given is not None:
            self.delivery.print(self._paper(self._given), self._given.title, after)

    def _paper(self, given: Given) -> Paper:
        return Paper(given.file_name, self._ctx.store.paper_bytes(given.row.id), given.row.document)

    def _on_printed(self) -> None:
        self.work.rest()
        self._ctx.say(_("Printed again, as it was given."), kind="done")

    def _on_saved(self, places: tuple[Path, ...]) -> None:
        self.work.rest()
        sentence = _("Saved as “{name}”, as it was given.").format(name=places[0].name)
        self.notice.tell(sentence, "done", folder=places[0].parent)

    def _on_failed(self, sentence: str) -> None:
        self.work.rest()
        self.notice.tell(sentence, "stop")
