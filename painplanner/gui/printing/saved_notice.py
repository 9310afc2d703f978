"""What became of papers, in a sentence; where files were saved, their folder is one click away."""

from __future__ import annotations

from pathlib import Path

from painplanner.gui.printing.places import show_folder
from painplanner.gui.widgets.cards import Notice
from painplanner.text import _


class SavedNotice(Notice):
    """A notice whose remedy opens the folder that was saved into, and is hidden otherwise."""

    def __init__(self, *, is_stacked: bool = False) -> None:
        """Say nothing yet."""
        super().__init__("", "info", _("Open folder"), self._on_folder_wanted, is_stacked=is_stacked)
        self._folder: Path | None = None

    def tell(self, sentence: str, kind: str = "info", *, folder: Path | None = None) -> None:
        """Say what happened; with a folder, offer to open it."""
        self.say(sentence, kind)
        self.button.setVisible(folder is not None)
        self._folder = folder

    def _on_folder_wanted(self) -> None:
        if self._folder is not None:
            show_folder(self._folder)
