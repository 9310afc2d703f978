"""Fonts, their metrics and the colours that painted lists use, made once for each appearance; and their strokes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QStaticText, QTransform

from painplanner.gui import icons
from painplanner.gui.theme import Theme

ELIDE = Qt.TextElideMode.ElideRight
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_WIDTHS = 5000
_MOST_LINES = 600


class Look:
    """What painting asks for again and again; make a new one when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        """Take the theme in force."""
        self._theme = theme
        self.body = theme.font()
        self.strong = theme.font(bold=True)
        self.lead = theme.font("lead", bold=True)
        self.minor = theme.font("minor")
        self.small = theme.font("small")
        self.small_strong = theme.font("small", bold=True)
        self._colours: dict[str, QColor] = {}
        self._metrics: dict[int, QFontMetrics] = {}
        self._widths: dict[tuple[int, str], int] = {}
        self._lines: dict[tuple[int, str, int], tuple[QStaticText, int]] = {}

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        if role not in self._colours:
            self._colours[role] = self._theme.color(role)
        return self._colours[role]

    def metrics(self, font: QFont) -> QFontMetrics:
        """Return the metrics of one of the fonts of this look."""
        key = id(font)
        if key not in self._metrics:
            self._metrics[key] = QFontMetrics(font)
        return self._metrics[key]

    def width(self, font: QFont, text: str) -> int:
        """Return how wide a text is; texts that were measured are remembered."""
        key = (id(font), text)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > _MOST_WIDTHS:
                self._widths.clear()
            found = self._widths[key] = self.metrics(font).horizontalAdvance(text)
        return found

    def line(self, font: QFont) -> int:
        """Return the height of a line."""
        return self.metrics(font).height()

    def set_in_type(self, font: QFont, text: str, room: int) -> tuple[QStaticText, int]:
        """Return a line ready to be painted, shortened at its end to the room there is, and its width."""
        wide = self.width(font, text)
        key = (id(font), text, room if wide > room else -1)
        found = self._lines.get(key)
        if found is None:
            shown = text if wide <= room else self.metrics(font).elidedText(text, ELIDE, room)
            made = QStaticText(shown)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            made.prepare(QTransform(), font)
            if len(self._lines) > _MOST_LINES:
                self._lines.clear()
            found = self._lines[key] = (made, min(wide, self.width(font, shown)))
        return found


def write(
    painter: QPainter,
    look: Look,
    box: QRectF,
    text: str,
    font: QFont,
    role: str,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Write one line into a box, shortened at its end when it does not fit."""
    if not text or box.width() <= 0:
        return
    line, wide = look.set_in_type(font, text, int(box.width()))
    left = box.left()
    if align & Qt.AlignmentFlag.AlignRight:
        left = box.right() - wide
    elif align & Qt.AlignmentFlag.AlignHCenter:
        left += (box.width() - wide) / 2
    painter.setFont(font)
    painter.setPen(look.colour(role))
    painter.drawStaticText(QPointF(round(left), round(box.center().y() - look.line(font) / 2)), line)


def draw_tag(painter: QPainter, look: Look, x: float, middle: float, text: str, role: str, *, on_soft: bool) -> float:
    """Draw a word on a rounded ground, its middle at a height; return where it ends."""
    wide = look.width(look.small_strong, text) + 16
    high = look.line(look.small_strong) + 4
    box = QRectF(x, round(middle - high / 2), wide, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(f"{role}-soft" if on_soft else "sunken"))
    painter.drawRoundedRect(box, high / 2, high / 2)
    write(painter, look, box.adjusted(8, 0, 0, 0), text, look.small_strong, role)
    return box.right()


def draw_picture(painter: QPainter, look: Look, box: QRectF, pixmap: QPixmap | None, kind: str) -> None:
    """Draw a small picture in its frame, or the sign of a kind where there is none."""
    painter.setPen(QPen(look.colour("line"), 1))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if pixmap is not None:
        painter.drawPixmap(box.topLeft() + QPointF(2, 2), pixmap)
        return
    sign = kind if kind in icons.GLYPHS else "clipboard"
    side = box.height() - 16
    icons.paint(painter, sign, QRectF(box.center().x() - side / 2, box.y() + 8, side, side), look.colour("muted"))


def draw_ring(painter: QPainter, look: Look, box: QRectF, radius: float = 5.0) -> None:
    """Draw the 2 px ring that shows where the keys go."""
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
