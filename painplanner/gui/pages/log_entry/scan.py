"""The scan or photograph of a sheet: taken in beside the window, kept with the log, and shown beside the cells."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.pages.log_entry.filling import Filling
from painplanner.gui.pdf_scan import picture_of_pages
from painplanner.gui.tasks import Ticket
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.picture_view import PictureView
from painplanner.gui.widgets.work_row import WorkRow
from painplanner.gui.widgets.zoom_bar import ZoomBar
from painplanner.services import log_entry
from painplanner.text import _

FOLDER = "log/scan-folder"
WIDTH = 420
_ENDINGS = ("pdf", "jpg", "jpeg", "png", "webp")
_KINDS = " ".join(f"*.{end}" for end in (*_ENDINGS, *map(str.upper, _ENDINGS)))


class _For(NamedTuple):
    """The log that a scan is taken in for; another one may be open once it is there."""

    log: str
    path: Path


class ScanPane(QWidget):
    """Beside the cells while it is wanted: the scan, or what may be one."""

    closed = Signal()

    def __init__(self, ctx: AppContext, filling: Filling) -> None:
        """Start hidden and empty."""
        super().__init__()
        self._ctx, self._filling, self._shown = ctx, filling, ""
        self._ticket: Ticket | None = None
        self.picture = PictureView(_("Scan of the sheet"))
        self.zoom = ZoomBar(self.picture)
        self.problem = Notice("", "stop")
        self.problem.hide()
        self.work = WorkRow()
        self.allowed = label(
            _("A scan or photo as PDF, JPEG, PNG or WebP, up to 10 MB. Of a PDF, the picture of its pages is kept."),
            "minor",
            wrap=True,
        )
        self.choose = button(_("Choose a file…"), self.ask)
        self.drop = button(_("Take it away"), lambda: filling.set_scan(""), kind="link")
        self._lay_out()
        self.work.cancelled.connect(self.stop)
        filling.changed.connect(self._show)
        self.hide()

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        head = QHBoxLayout()
        head.addWidget(label(_("Scan of the sheet"), "section"))
        head.addStretch(1)
        head.addWidget(icon_button("close", _("Close the scan"), self.closed.emit))
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.drop)
        row.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 4, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(head)
        for part in (self.allowed, self.problem, self.work):
            lines.addWidget(part)
        lines.addLayout(row)
        lines.addWidget(self.picture, 1)
        lines.addWidget(self.zoom)
        lines.addStretch(0)

    def ask(self) -> QFileDialog:
        """Ask for a file, without waiting for the answer."""
        kept = self._ctx.settings.text(FOLDER)
        folder = kept if kept and Path(kept).is_dir() else str(Path.home())
        kinds = _("Scans and photos ({kinds})").format(kinds=_KINDS)
        dialog = QFileDialog(self, _("Attach a scan of the sheet"), folder, f"{kinds};;{_('All files (*)')}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda place: self.take(Path(place)))
        dialog.open()
        return dialog

    def take(self, path: Path) -> None:
        """Take a file in beside the window."""
        self._ctx.settings.remember(FOLDER, str(path.parent))
        self.problem.say("")
        wanted = _For(self._filling.log.id, path)
        self.work.show_work(0, _("Taking in {file}…").format(file=path.name))
        self._ticket = self._ctx.tasks.run(
            lambda: log_entry.read_scan(path, picture_of_pages),
            lambda data: self._on_read(wanted, data),
            self._on_failed,
            lane="log-scan",
        )

    def stop(self) -> None:
        """Take in nothing more."""
        if self._ticket is not None:
            self._ticket.cancel()
        self.work.rest()

    def _on_read(self, wanted: _For, data: bytes) -> None:
        self.work.rest()
        if not self._filling.is_open or self._filling.log.id != wanted.log:
            return
        try:
            self._filling.set_scan(self._ctx.store.add_picture(data))
        except KnownError as error:
            self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self.work.rest()
        self.problem.say(sentence_for(error))

    def _show(self) -> None:
        scan = self._filling.log.scan if self._filling.is_open else ""
        self.drop.setVisible(bool(scan))
        self.picture.setVisible(bool(scan))
        self.zoom.setVisible(bool(scan))
        self.choose.setText(_("Choose another file…") if scan else _("Choose a file…"))
        if scan and scan != self._shown:
            try:
                self.picture.show_bytes(self._ctx.store.picture(scan))
            except KnownError as error:
                self.problem.say(error.sentence)
        self._shown = scan
