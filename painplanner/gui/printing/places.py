"""Where PDFs are saved: the folder of last time, the dialog that asks, and files written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.gui.settings import Settings

FOLDER = "papers/folder"


def last_folder(settings: Settings) -> Path:
    """Return the folder that was saved into last, or the person's documents."""
    kept = Path(settings.text(FOLDER) or ".")
    if settings.text(FOLDER) and kept.is_dir():
        return kept
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def ask_place(
    parent: QWidget,
    settings: Settings,
    names: Sequence[str],
    on_chosen: Callable[[tuple[Path, ...]], object],
    on_left: Callable[[], object],
) -> QFileDialog:
    """Ask for the file of one paper, or for the folder of several, without waiting for the answer."""
    is_one = len(names) == 1
    folder = last_folder(settings)
    title = _("Save PDF") if is_one else ngettext("Save {n} PDF in", "Save {n} PDFs in", len(names))
    dialog = QFileDialog(parent, title.format(n=len(names)), str(folder), _("PDF files (*.pdf)"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if is_one else QFileDialog.AcceptMode.AcceptOpen)
    if is_one:
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(free_place(folder, names[0]).name)
    else:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)

    def on_selected(text: str) -> None:
        place = Path(text)
        settings.remember(FOLDER, str(place.parent if is_one else place))
        on_chosen((place,) if is_one else tuple(free_place(place, name) for name in names))

    dialog.fileSelected.connect(on_selected)
    dialog.rejected.connect(on_left)
    dialog.open()
    return dialog


def free_place(folder: Path, name: str) -> Path:
    """Return a place in a folder that no file has: "name.pdf", else "name (2).pdf"."""
    place, number = folder / name, 2
    while place.exists():
        place = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    return place


def show_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
