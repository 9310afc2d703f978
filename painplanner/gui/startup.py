"""The composition root: the application, its settings and theme, and the first window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from painplanner.gui.main_window import MainWindow
from painplanner.gui.settings import Settings
from painplanner.gui.theme import Theme


def run(argv: list[str], practice_folder: Path | None = None) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    app = application(argv)
    settings = Settings()
    _use_language(app, settings.text("language"))
    window = MainWindow(settings, Theme(settings.text("appearance", "system")))
    window.offer_practice(practice_folder)
    window.show()
    code = app.exec()
    window.release()
    return code


def application(argv: list[str]) -> QApplication:
    """Return the application with its name and the one style that looks the same everywhere."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(argv)
    app.setApplicationName("PainPlanner")
    app.setApplicationDisplayName("PainPlanner")
    app.setDesktopFileName("painplanner")
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    return app


def _use_language(app: QApplication, chosen: str) -> None:
    """Translate our words and Qt's own; English needs neither. Dates speak the language that was chosen."""
    from PySide6.QtCore import QLocale

    if chosen and QLocale(chosen).language() != QLocale.system().language():
        QLocale.setDefault(QLocale(chosen))
    lang = chosen or QLocale.system().bcp47Name()
    if lang.split("-")[0] in {"", "en", "C"}:
        return
    from PySide6.QtCore import QLibraryInfo

    from painplanner.gui.qt_words import QtWords
    from painplanner.text import has_catalogue, use_language

    if not has_catalogue(lang):
        return
    use_language(lang)
    translator = QtWords(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(lang), "qtbase", "_", folder):
        app.installTranslator(translator)


if __name__ == "__main__":
    raise SystemExit(run(sys.argv))
