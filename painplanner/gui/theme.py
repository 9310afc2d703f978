"""Colours with a meaning and one type scale, light and dark, from which palette and style sheet are made.

A widget asks for a role ("accent", "line", "stop"), never for a colour; sizes are ratios of the system's font.
"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from painplanner.errors import BugError
from painplanner.gui.stylesheet import stylesheet

UNIT = 4
"""The one spacing unit in pixels; every gap is a multiple."""

LIGHT = {
    "text": "#1B2A2F",
    "muted": "#56676E",
    "background": "#F5F7F7",
    "surface": "#FFFFFF",
    "sunken": "#EEF2F2",
    "line": "#D9E0E2",
    "border": "#7C8B90",
    "accent": "#0B6B63",
    "accent-soft": "#E1F1EF",
    "on-accent": "#FFFFFF",
    "relief": "#A1500B",
    "relief-soft": "#FBEEDF",
    "diagnostic": "#6B3FA0",
    "diagnostic-soft": "#F1EAF9",
    "root-cause": "#0B6B63",
    "root-cause-soft": "#E1F1EF",
    "self-management": "#1F5FBF",
    "self-management-soft": "#E6EFFB",
    "stop": "#B3261E",
    "stop-soft": "#FBE9E7",
    "consider": "#8A5A00",
    "consider-soft": "#FBF1D9",
    "done": "#0B6B63",
    "done-soft": "#E1F1EF",
    "info": "#56676E",
    "info-soft": "#EEF2F2",
}

DARK = {
    "text": "#E4EBED",
    "muted": "#98A9B0",
    "background": "#12181A",
    "surface": "#1A2225",
    "sunken": "#151C1E",
    "line": "#2D393D",
    "border": "#6E8087",
    "accent": "#4FC9BC",
    "accent-soft": "#173734",
    "on-accent": "#0B1F1D",
    "relief": "#F0A35E",
    "relief-soft": "#3A2A19",
    "diagnostic": "#BFA0EE",
    "diagnostic-soft": "#2C2440",
    "root-cause": "#4FC9BC",
    "root-cause-soft": "#173734",
    "self-management": "#86B5F5",
    "self-management-soft": "#1B2B45",
    "stop": "#FF8A80",
    "stop-soft": "#3D1F1D",
    "consider": "#F0C14B",
    "consider-soft": "#38301A",
    "done": "#4FC9BC",
    "done-soft": "#173734",
    "info": "#98A9B0",
    "info-soft": "#151C1E",
}

SCALE = {"small": 11 / 13, "minor": 12 / 13, "body": 1.0, "lead": 15 / 13, "heading": 17 / 13, "title": 20 / 13}
"""The type scale as ratios of the system font."""

SMALLEST_BODY = 13
"""Pixels below which a system font is too small for a day of work."""


class Theme(QObject):
    """The appearance in force. `changed` is emitted after palette and style sheet were set."""

    changed = Signal()

    def __init__(self, choice: str = "system") -> None:
        """Take the system's scheme, or "light" or "dark" when chosen."""
        super().__init__()
        global _current
        before, _current = _current, self
        self._choice = choice
        self._roles = LIGHT
        app = self._app = application()
        self._is_system_dark = before._is_system_dark if before is not None else _stands_light_on_dark(app.palette())
        self._body = _body_pixels(app.font())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    @property
    def choice(self) -> str:
        """Return "system", "light" or "dark"."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Tell whether light text stands on a dark ground."""
        return self._roles is DARK

    def choose(self, choice: str) -> None:
        """Follow the system, or set light or dark."""
        self._choice = choice
        self._apply()

    def hex(self, role: str) -> str:
        """Return the colour of a role as text."""
        return self._roles[role]

    def color(self, role: str) -> QColor:
        """Return the colour of a role."""
        return QColor(self._roles[role])

    def pixels(self, size: str = "body") -> int:
        """Return the height of type of a size of the scale."""
        return round(self._body * SCALE[size])

    def font(self, size: str = "body", *, bold: bool = False) -> QFont:
        """Return the system's font in a size of the scale."""
        font = QFont(self._app.font())
        font.setPixelSize(self.pixels(size))
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _on_scheme_changed(self, scheme: QtCore.Qt.ColorScheme) -> None:
        self._is_system_dark = scheme == QtCore.Qt.ColorScheme.Dark
        if self._choice == "system":
            self._apply()

    def _wants_dark(self) -> bool:
        if self._choice != "system":
            return self._choice == "dark"
        return self._is_system_dark

    def _apply(self) -> None:
        self._roles = DARK if self._wants_dark() else LIGHT
        self._app.setPalette(palette(self._roles))
        font = self._app.font()
        font.setPixelSize(self._body)
        self._app.setFont(font)
        sheet = stylesheet(self._roles, {size: self.pixels(size) for size in SCALE})
        if sheet != self._app.styleSheet():
            self._app.setStyleSheet(sheet)
        self.changed.emit()


_current: Theme | None = None


def application() -> QApplication:
    """Return the application, which there must be."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise BugError("there is no application")
    return app


def current() -> Theme:
    """Return the appearance in force, for widgets that paint themselves."""
    return _current or Theme()


def _body_pixels(font: QFont) -> int:
    pixels = font.pixelSize()
    if pixels <= 0:
        pixels = round(font.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInch() / 72)
    return max(pixels, SMALLEST_BODY)


def _stands_light_on_dark(system: QPalette) -> bool:
    """Tell what the system asks for, by its palette: its word for it would load all of `Qt`, a tenth of the start."""
    ground, words = system.color(QPalette.ColorRole.Window), system.color(QPalette.ColorRole.WindowText)
    return words.lightness() > ground.lightness()


def palette(roles: dict[str, str]) -> QPalette:
    """Return the palette that Qt's own parts and dialogs are painted with."""
    made = QPalette()
    part = QPalette.ColorRole
    for name, role in (
        (part.Window, "background"),
        (part.WindowText, "text"),
        (part.Base, "surface"),
        (part.AlternateBase, "sunken"),
        (part.Text, "text"),
        (part.Button, "surface"),
        (part.ButtonText, "text"),
        (part.ToolTipBase, "surface"),
        (part.ToolTipText, "text"),
        (part.PlaceholderText, "muted"),
        (part.Highlight, "accent"),
        (part.HighlightedText, "on-accent"),
        (part.Link, "accent"),
        (part.LinkVisited, "accent"),
        (part.Accent, "accent"),
        (part.Mid, "line"),
        (part.Midlight, "line"),
        (part.Light, "surface"),
        (part.Dark, "border"),
        (part.Shadow, "border"),
    ):
        made.setColor(name, QColor(roles[role]))
    for name in (part.WindowText, part.Text, part.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(roles["muted"]))
    return made
