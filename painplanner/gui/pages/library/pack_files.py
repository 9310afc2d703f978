"""Asking where a library pack lies or is to be saved, in the folder of last time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from painplanner.exchange.library_pack import SUFFIX
from painplanner.gui.settings import Settings
from painplanner.text import _

FOLDER = "library/pack-folder"


def last_folder(settings: Settings) -> Path:
    """Return the folder of last time, or the person's documents."""
    kept = settings.text(FOLDER)
    if kept and Path(kept).is_dir():
        return Path(kept)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def ask_for_pack(parent: QWidget, settings: Settings, on_chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask which pack is to be opened, without waiting for the answer."""
    return _ask(parent, settings, _("Import a library pack"), on_chosen)


def ask_pack_place(parent: QWidget, settings: Settings, name: str, on_chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask where a pack is to be saved, without waiting for the answer."""
    dialog = _ask(parent, settings, _("Save the library pack"), on_chosen, save_as=name + SUFFIX)
    dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
    return dialog


def _ask(
    parent: QWidget, settings: Settings, title: str, on_chosen: Callable[[Path], object], *, save_as: str = ""
) -> QFileDialog:
    packs = _("Library packs (*{suffix})").format(suffix=SUFFIX)
    dialog = QFileDialog(parent, title, str(last_folder(settings)), f"{packs};;{_('All files (*)')}")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if save_as:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(save_as)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)

    def on_selected(text: str) -> None:
        settings.remember(FOLDER, str(Path(text).parent))
        on_chosen(Path(text))

    dialog.fileSelected.connect(on_selected)
    dialog.open()
    return dialog
