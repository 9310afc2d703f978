"""Opens a paper in the system's own viewer, and takes its file away again once that had time to read it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from painplanner.errors import KnownError
from painplanner.services.viewed import KEPT_SECONDS, forget_viewed, write_viewed
from painplanner.text import _


class Viewer(QObject):
    """Holds the files it opened until they are taken away; the program takes away all when it locks or closes."""

    def __init__(self, parent: QObject) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._places: list[Path] = []
        self._clock = QTimer(self, interval=KEPT_SECONDS * 1000, singleShot=True)
        self._clock.timeout.connect(self._on_time)

    def open(self, pdf: bytes) -> None:
        """Open a paper. Raises KnownError."""
        place = write_viewed(pdf)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            forget_viewed((place,))
            raise KnownError(_("No program that shows PDFs was found. Nothing was kept. Save the PDF instead."))
        self._places.append(place)
        self._clock.start()

    def _on_time(self) -> None:
        """Take the files away; one that is still held is tried again."""
        self._places = list(forget_viewed(tuple(self._places)))
        if self._places:
            self._clock.start()


def opened_words(*, is_draft: bool, revision: int | None = None) -> str:
    """Return what it means that a paper was opened: a look, which keeps nothing."""
    if is_draft:
        return _("The draft is open in the viewer. That is a look: nothing was kept as given.")
    if revision is None:
        return _("The paper is open in the viewer. That is a look: nothing was kept as given.")
    return _("Revision {n} is open in the viewer, as it was given.").format(n=revision)
