"""Taking in photographs beside the window: chosen, dropped or pasted; what cannot be is said at the place.

A stranger's file is never decoded in the window: `services.photographs` does it in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.dropped import Source, sources_in
from painplanner.gui.messages import sentence_for
from painplanner.gui.settings import Settings
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.work_row import WorkRow
from painplanner.services.photographs import KEPT_SIDE, CleanPicture, read_photograph, take_in_apart
from painplanner.text import _, ngettext

FOLDER = "library/photograph-folder"
_GOOD = 95
"""Quality of what is pasted on its way to the process that takes it in; it is written anew there."""


class Taken(NamedTuple):
    """What came of files and pictures: those that are clean, and why the others are not."""

    pictures: tuple[CleanPicture, ...]
    faults: tuple[str, ...]


def taken_in(sources: Sequence[Source]) -> Taken:
    """Take in each file or picture; needs no window, so that it may run beside one."""
    pictures: list[CleanPicture] = []
    faults: list[str] = []
    for source in sources:
        try:
            if isinstance(source, Path):
                pictures.append(read_photograph(source))
            else:
                pictures.append(take_in_apart(_as_jpeg(source)))
        except KnownError as problem:
            many = len(sources) > 1 and isinstance(source, Path)
            faults.append(f"{source.name}: {problem.sentence}" if many else problem.sentence)  # type: ignore[union-attr]
    return Taken(tuple(pictures), tuple(dict.fromkeys(faults)))


def _as_jpeg(image: QImage) -> bytes:
    """Return a copied picture as a file, no larger than is kept, on white where it can be seen through."""
    if max(image.width(), image.height()) > KEPT_SIDE:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(KEPT_SIDE, KEPT_SIDE, keep, smooth)
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    ground.save(buffer, "JPG", _GOOD)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class Intake(QWidget):
    """Hidden unless something is under way or went wrong; `taken` carries clean pictures."""

    taken = Signal(object)

    def __init__(self, ctx: AppContext) -> None:
        """Wait."""
        super().__init__()
        self._ctx = ctx
        self.work = WorkRow()
        self.problem = Notice("", "stop", _("Choose another file…"), self.ask, is_stacked=True)
        self.problem.button.setProperty("flush", True)
        self.problem.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.work)
        lines.addWidget(self.problem)
        self.work.cancelled.connect(self.stop)
        self._give_up: Callable[[], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being taken in."""
        return self._give_up is not None

    def ask(self) -> QFileDialog:
        """Ask for files, without waiting for the answer."""
        return ask_for_photographs(self, self._ctx.settings, self.take)

    def take_from(self, mime: QMimeData | None) -> bool:
        """Take in what was dropped or copied; tell whether there was anything."""
        sources = sources_in(mime)
        if sources:
            self.take(sources)
        return bool(sources)

    def take(self, sources: Sequence[Source]) -> None:
        """Take in files or copied pictures beside the window."""
        self.begin_anew()
        name = sources[0].name if len(sources) == 1 and isinstance(sources[0], Path) else ""
        count = len(sources)
        words = (
            _("Taking in {file}…").format(file=name)
            if name
            else ngettext("Taking in the picture…", "Taking in {n} pictures…", count).format(n=count)
        )
        self.work.show_work(0, words)
        ticket = self._ctx.tasks.run(lambda: taken_in(sources), self._on_taken, self._on_failed)
        self._give_up = ticket.cancel

    def stop(self) -> None:
        """Take in nothing more."""
        if self._give_up is not None:
            self._give_up()
        self._rest()

    def begin_anew(self) -> None:
        """Stop, and forget what went wrong."""
        self.stop()
        self.say("")

    def say(self, sentence: str, *, is_of_file: bool = False) -> None:
        """Say why something was not taken in; of a file, offer to choose another one."""
        self.problem.button.setVisible(is_of_file)
        self.problem.say(sentence)

    def _rest(self) -> None:
        self._give_up = None
        self.work.rest()

    def _on_taken(self, found: Taken) -> None:
        self._rest()
        self.say(" ".join(found.faults), is_of_file=True)
        if found.pictures:
            self.taken.emit(found.pictures)

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        self.say(sentence_for(error), is_of_file=True)


def ask_for_photographs(
    parent: QWidget, settings: Settings, on_chosen: Callable[[Sequence[Source]], object]
) -> QFileDialog:
    """Ask which photographs are to be taken in, in the folder of last time."""
    kinds = _("Photographs ({kinds})").format(kinds="*.jpg *.jpeg *.png *.webp *.JPG *.JPEG *.PNG *.WEBP")
    dialog = QFileDialog(parent, _("Add a photograph"), str(_last_folder(settings)), f"{kinds};;{_('All files (*)')}")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

    def on_selected(places: list[str]) -> None:
        settings.remember(FOLDER, str(Path(places[0]).parent))
        on_chosen(tuple(map(Path, places)))

    dialog.filesSelected.connect(on_selected)
    dialog.open()
    return dialog


def _last_folder(settings: Settings) -> Path:
    kept = settings.text(FOLDER)
    if kept and Path(kept).is_dir():
        return Path(kept)
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(pictures) if pictures and Path(pictures).is_dir() else Path.home()
