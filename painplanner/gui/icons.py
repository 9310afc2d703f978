"""Signs of the Material Design Icons font, drawn as glyphs in a colour of the theme."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton

from painplanner.gui import theme

GLYPHS = {
    "account": 0xF0013, "accounts": 0xF0B58, "alert": 0xF002A, "alert-circle": 0xF05D6, "arrow-down": 0xF0045,
    "arrow-left": 0xF004D, "arrow-right": 0xF0054, "arrow-up": 0xF005D, "behavioural": 0xF133D, "book": 0xF14F7,
    "calendar": 0xF00ED,
    "caps": 0xF030E, "check": 0xF012C, "chevron-down": 0xF0140, "chevron-right": 0xF0142, "chevron-up": 0xF0143,
    "clipboard": 0xF0A38, "clock": 0xF0150, "close": 0xF0156, "cog": 0xF08BB, "coordination": 0xF0B58, "copy": 0xF018F,
    "delete": 0xF09E7, "diagnostic": 0xF04D9, "diamond": 0xF070B, "document": 0xF09EE, "dot": 0xF09DE, "dots": 0xF01D9,
    "drag": 0xF01DD, "education": 0xF1180, "exercise": 0xF01E6, "eye": 0xF06D0, "filter": 0xF0236, "flag": 0xF023D,
    "folder": 0xF0DCF, "hands_on": 0xF182D, "history": 0xF02DA, "home": 0xF06A1, "info": 0xF02FD, "library": 0xF125F,
    "lifestyle": 0xF032A, "list": 0xF0279, "lock": 0xF0341, "medicine": 0xF0402, "minus": 0xF0374, "pencil": 0xF0CB6,
    "photograph": 0xF1B46, "plus": 0xF0415, "printer": 0xF1786, "procedure": 0xF0391, "redo": 0xF044E, "save": 0xF0818,
    "search": 0xF0349, "star": 0xF04CE, "star-outline": 0xF04D2, "stop": 0xF0667, "swap": 0xF04E1, "target": 0xF04FE,
    "turn-left": 0xF0465, "turn-right": 0xF0467, "undo": 0xF054C, "unlock": 0xF0340,
}  # fmt: skip

_family: str | None = None


def family() -> str:
    """Return the name of the loaded font; empty when its file is missing, and signs are then left out."""
    global _family
    if _family is None:
        path = _font_file()
        number = QFontDatabase.addApplicationFont(str(path)) if path is not None else -1
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        _family = families[0] if families else ""
    return _family


def _font_file() -> Path | None:
    spec = find_spec("fonticon_mdi7")  # found, never imported: its module is a table of seven thousand names
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "fonts" / "materialdesignicons-webfont.ttf"
    return path if path.is_file() else None


def glyph(name: str) -> str:
    """Return the character of a sign in the icon font."""
    return chr(GLYPHS[name])


def font(pixels: int) -> QFont:
    """Return the icon font at a size."""
    made = QFont(family())
    made.setPixelSize(pixels)
    return made


def paint(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Draw a sign in the middle of a rectangle, as large as its shorter side."""
    if not family():
        return
    painter.save()
    painter.setFont(font(int(min(rect.width(), rect.height()))))
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, glyph(name))
    painter.restore()


def pixmap(name: str, role: str = "text", size: int = 18, ratio: float = 2.0) -> QPixmap:
    """Return a sign as a sharp picture in a role of the theme in force."""
    picture = QPixmap(int(size * ratio), int(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, name, QRectF(0, 0, size, size), theme.current().color(role))
    painter.end()
    return picture


def icon(name: str, role: str = "text", size: int = 18) -> QIcon:
    """Return a sign for a button or an action."""
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        made.addPixmap(pixmap(name, role, size, ratio))
    return made


class _Follower(QObject):
    """Lives as long as its button and paints its sign anew when the theme changes."""

    def __init__(self, button: QAbstractButton, name: str, role: str, size: int) -> None:
        super().__init__(button)
        self._button, self._name, self._role, self._size = button, name, role, size
        theme.current().changed.connect(self.paint_sign)
        self.paint_sign()

    def paint_sign(self) -> None:
        self._button.setIcon(icon(self._name, self._role, self._size))


def put_on(button: QAbstractButton, name: str, role: str = "text", size: int = 18) -> None:
    """Give a button a sign that follows the theme for as long as the button lives."""
    _Follower(button, name, role, size)
