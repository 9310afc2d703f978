"""The practice's own papers: PDFs that may go along with those of a plan; added, named, opened, removed with undo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from painplanner.documents.bundle import OwnPaper
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.dropped import sources_in
from painplanner.gui.messages import sentence_for
from painplanner.gui.printing.places import last_folder
from painplanner.gui.printing.viewer import Viewer
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice, Section
from painplanner.gui.widgets.fields import line_edit
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.work_row import WorkRow
from painplanner.services.own_papers import MOST_BYTES, MOST_PAGES, read_own_paper
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.store import OwnPaperRow


class TakenIn(NamedTuple):
    """What came of some files: the papers, and why the others are none."""

    papers: tuple[OwnPaper, ...]
    faults: tuple[str, ...]


def taken_in(places: Sequence[Path]) -> TakenIn:
    """Take in each file; needs no window, so that it may run beside one."""
    papers: list[OwnPaper] = []
    faults: list[str] = []
    for place in places:
        try:
            papers.append(read_own_paper(place))
        except KnownError as problem:
            faults.append(f"{place.name}: {problem.sentence}" if len(places) > 1 else problem.sentence)
    return TakenIn(tuple(papers), tuple(faults))


class _Row(QWidget):
    """One paper: its title to be changed, its pages, and what can be done with it."""

    def __init__(self, row: OwnPaperRow) -> None:
        super().__init__()
        self.row = row
        self.title: QLineEdit = line_edit(row.title, limit=300)
        self.title.setAccessibleName(_("Title of the paper"))
        count = ngettext("{n} page", "{n} pages", row.pages).format(n=row.pages)
        self.open_button: QPushButton = button(_("Open"), name=_("Open “{title}”").format(title=row.title))
        self.remove_button: QPushButton = button(
            _("Remove"), kind="quiet", name=_("Remove “{title}”").format(title=row.title)
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.title, 1)
        for part in (label(count, "minor"), self.open_button, self.remove_button):
            line.addWidget(part)


class OwnPapersSection(Section):
    """A row for each paper; further ones are chosen or dropped here."""

    def __init__(self, ctx: AppContext) -> None:
        """Show none yet."""
        limits = _(
            "PDFs of your own that can go along when papers are printed: up to {size} MB and {pages} pages each."
        )
        super().__init__(_("Papers of your own"), limits.format(size=MOST_BYTES // 1024**2, pages=MOST_PAGES))
        self._ctx = ctx
        self._viewer = Viewer(self)
        self.rows: list[_Row] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.lines.addLayout(self._lines)
        self.work = WorkRow()
        self.work.cancelled.connect(self._stop)
        self.problem = Notice("", "stop")
        self.problem.hide()
        self.add_button = button(_("Add a PDF…"), self.ask)
        self.lines.addWidget(self.work)
        self.lines.addWidget(self.problem)
        self.lines.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAcceptDrops(True)

    def refresh(self) -> None:
        """Show the papers there are."""
        empty(self._lines)
        self.rows = [self._row(row) for row in self._ctx.store.own_papers()]
        for made in self.rows:
            self._lines.addWidget(made)

    def _row(self, row: OwnPaperRow) -> _Row:
        made = _Row(row)
        made.title.editingFinished.connect(lambda: self._on_renamed(made))
        made.open_button.clicked.connect(lambda: self.open(row))
        made.remove_button.clicked.connect(lambda: self.remove(row))
        return made

    def ask(self) -> QFileDialog:
        """Ask for files, without waiting for the answer."""
        folder = str(last_folder(self._ctx.settings))
        dialog = QFileDialog(self, _("Add a PDF"), folder, _("PDF files (*.pdf)") + ";;" + _("All files (*)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda places: self.take(tuple(map(Path, places))))
        dialog.open()
        return dialog

    def take(self, places: Sequence[Path]) -> None:
        """Take in files beside the window."""
        self.problem.say("")
        words = ngettext("Taking in the PDF…", "Taking in {n} PDFs…", len(places)).format(n=len(places))
        self.work.show_work(0, words)
        self._ctx.tasks.run(lambda: taken_in(places), self._on_taken, self._on_failed, lane="own-papers")

    def open(self, row: OwnPaperRow) -> None:
        """Show a paper in the system's viewer."""
        try:
            self._viewer.open(self._ctx.store.own_paper(row.id).pdf)
        except KnownError as error:
            self.problem.say(error.sentence)

    def remove(self, row: OwnPaperRow) -> None:
        """Take a paper away; the message offers it back."""
        try:
            kept = self._ctx.store.remove_own_paper(row.id)
        except KnownError as error:
            self.problem.say(error.sentence)
            self.refresh()
            return

        def put_back() -> None:
            self._ctx.store.put_own_paper(kept)
            self._changed()

        self._changed()
        self.add_button.setFocus()
        said = _("“{title}” was removed. Papers given with it stay as they are.").format(title=kept.row.title)
        self._ctx.say(said, kind="done", action=_("Undo"), on_action=put_back)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is let go."""
        places = _files(event.mimeData())
        if places:
            event.acceptProposedAction()
            self.take(places)

    def _on_renamed(self, made: _Row) -> None:
        title = made.title.text().strip()
        if not title:
            made.title.setText(made.row.title)
        elif title != made.row.title:
            self._ctx.store.rename_own_paper(made.row.id, title)
            self._changed(is_same_rows=True)
            made.row = next(row for row in self._ctx.store.own_papers() if row.id == made.row.id)

    def _on_taken(self, found: TakenIn) -> None:
        self._stop()
        self.problem.say(" ".join(found.faults))
        for paper in found.papers:
            self._ctx.store.add_own_paper(paper.title, paper.pdf, paper.pages)
        if found.papers:
            self._changed()

    def _on_failed(self, error: Exception) -> None:
        self._stop()
        self.problem.say(sentence_for(error))

    def _stop(self) -> None:
        self.work.rest()

    def _changed(self, *, is_same_rows: bool = False) -> None:
        self._ctx.news.practice_changed.emit()
        if not is_same_rows:
            self.refresh()


def _files(mime: QMimeData | None) -> tuple[Path, ...]:
    return tuple(one for one in sources_in(mime) if isinstance(one, Path))
