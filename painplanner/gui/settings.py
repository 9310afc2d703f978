"""What the window remembers between starts: folders, sizes, choices of appearance. Never anything about a patient."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

RECENT_LIMIT = 5
FRAME = (8, 36)
"""What the system's own border and title bar may add to a window that was not shown yet."""


class Settings:
    """A thin face over the settings file."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file in the configuration folder, or the one given."""
        if path is None:
            from painplanner.paths import config_dir

            path = config_dir() / "window.ini"
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        return str(self._file.value(key, default) or default)

    def remember(self, key: str, value: str) -> None:
        """Remember a text; the empty one forgets it."""
        if value:
            self._file.setValue(key, value)
        else:
            self._file.remove(key)

    def recent(self) -> tuple[Path, ...]:
        """Return the folders of recently opened practices that still exist, the last one first."""
        found = (Path(line) for line in self.text("practice/recent").split("\n") if line)
        return tuple(path for path in found if path.is_dir())

    def opened(self, folder: Path) -> None:
        """Put a practice folder first among the recent ones."""
        others = [str(path) for path in self.recent() if path != folder]
        self.remember("practice/recent", "\n".join([str(folder), *others][:RECENT_LIMIT]))

    def keep_window(self, window: QWidget) -> None:
        """Remember the size and place of the window."""
        self._file.setValue("window/geometry", window.saveGeometry())

    def restore_window(self, window: QWidget, width: int = 1280, height: int = 820) -> None:
        """Give the window its remembered place, moved onto a screen that is still there."""
        data = self._file.value("window/geometry")
        if not (isinstance(data, QByteArray) and window.restoreGeometry(data)):
            window.resize(width, height)
        _fit_to_screen(window)

    def keep_state(self, key: str, data: QByteArray) -> None:
        """Remember the state of a splitter or header."""
        self._file.setValue(f"state/{key}", data)

    def state(self, key: str) -> QByteArray:
        """Return the remembered state of a splitter or header."""
        data = self._file.value(f"state/{key}")
        return data if isinstance(data, QByteArray) else QByteArray()


def _fit_to_screen(window: QWidget) -> None:
    """Shrink to the screen and bring the title bar back when the monitor it was on is gone."""
    screens = QGuiApplication.screens()
    home = next((s for s in screens if s.availableGeometry().intersects(window.frameGeometry())), None)
    area = (home or QGuiApplication.primaryScreen()).availableGeometry()
    if window.isMaximized() or window.isFullScreen():
        return
    window.resize(window.size().boundedTo(area.size() - QSize(*FRAME)))
    seen = area.intersected(window.frameGeometry())
    if home is None or seen.width() < 200 or window.y() < area.y() or window.y() > area.bottom() - 60:
        window.move(area.center() - window.rect().center())
