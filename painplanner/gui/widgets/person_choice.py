"""Choosing skin, hair and clothes of the person in the pictures, with the picture in colour and as a grey print."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from painplanner.core.drawing import Drawing
from painplanner.core.dressing import CLOTHES, HAIR, SKIN_TONES, grey
from painplanner.core.palette import Medium, Palette
from painplanner.core.practice import PersonDrawn
from painplanner.gui import theme
from painplanner.gui.widgets import drawing_painter
from painplanner.gui.widgets.fields import Choice, Field, choice
from painplanner.gui.widgets.labels import label
from painplanner.text import _

SIZE = QSize(216, 162)
_SWATCH = 16
_COLOURS = {
    "skin": tuple((one,) for one in SKIN_TONES),
    "hair": tuple((one,) for one in HAIR),
    "clothes": CLOTHES,
}


class PersonChoice(QWidget):
    """Three choices, each a colour with its word, and below them what they make of a picture."""

    chosen = Signal(object)

    def __init__(self) -> None:
        """Lay out the choices and the places of the pictures."""
        super().__init__()
        self._drawing: Drawing | None = None
        self.choices = {part: _choice(part, words) for part, words in _words().items()}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        for part, name in (("skin", _("Skin")), ("hair", _("Hair")), ("clothes", _("Clothes"))):
            row.addWidget(Field(name, self.choices[part]), 1, Qt.AlignmentFlag.AlignTop)
            self.choices[part].activated.connect(self._on_chosen)
        lines.addLayout(row)
        self.pictures: dict[Medium, QLabel] = {"paper": QLabel(), "grey": QLabel()}
        samples = QHBoxLayout()
        samples.setSpacing(12)
        samples.addWidget(_sample(self.pictures["paper"], _("On paper")))
        samples.addWidget(_sample(self.pictures["grey"], _("On a printer without colours")))
        samples.addStretch(1)
        lines.addLayout(samples)

    def person(self) -> PersonDrawn:
        """Return what is chosen."""
        skin, hair, clothes = (int(self.choices[part].currentData()) for part in ("skin", "hair", "clothes"))
        return PersonDrawn(skin=skin, hair=hair, clothes=clothes)

    def show_person(self, person: PersonDrawn, drawing: Drawing | None) -> None:
        """Show a choice without announcing it, on the picture that stands for all."""
        self._drawing = drawing
        for part, made in self.choices.items():
            made.setCurrentIndex(getattr(person, part))
        self._paint()

    def _on_chosen(self) -> None:
        self._paint()
        self.chosen.emit(self.person())

    def _paint(self) -> None:
        if self._drawing is None:
            return
        for medium, place in self.pictures.items():
            colours = _printed(self.person(), is_grey=medium == "grey")
            picture = QPixmap(SIZE * self.devicePixelRatioF())
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            picture.fill(QColor(colours["background"]))
            painter = QPainter(picture)
            painter.drawPixmap(0, 0, drawing_painter.pixmap(self._drawing, SIZE, colours, self.devicePixelRatioF()))
            painter.end()
            place.setPixmap(picture)


def _printed(person: PersonDrawn, *, is_grey: bool) -> Palette:
    """Return the colours of paper, or the greys that a printer makes of the very same paper."""
    colours = person.colours("paper")
    return {role: grey(colour) for role, colour in colours.items()} if is_grey else colours


def _words() -> dict[str, tuple[str, ...]]:
    return {
        "skin": (_("Very light"), _("Light"), _("Tan"), _("Brown"), _("Dark brown")),
        "hair": (_("Dark brown"), _("Brown"), _("Blond"), _("Grey"), _("Black")),
        "clothes": (_("Teal and blue"), _("Green and grey"), _("Violet and blue"), _("Orange and grey")),
    }


def _choice(part: str, words: tuple[str, ...]) -> Choice:
    made = choice((str(n), word) for n, word in enumerate(words))
    made.setIconSize(QSize(_SWATCH * len(_COLOURS[part][0]), _SWATCH))
    for n, colours in enumerate(_COLOURS[part]):
        made.setItemIcon(n, _swatch(colours))
    return made


def _swatch(colours: tuple[str, ...]) -> QIcon:
    picture = QPixmap(_SWATCH * len(colours), _SWATCH)
    painter = QPainter(picture)
    for n, colour in enumerate(colours):
        painter.fillRect(n * _SWATCH, 0, _SWATCH, _SWATCH, QColor(colour))
    painter.setPen(theme.current().color("muted"))
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return QIcon(picture)


def _sample(picture: QLabel, words: str) -> QWidget:
    box = QWidget()
    lines = QVBoxLayout(box)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(4)
    picture.setFixedSize(SIZE)
    picture.setAccessibleName(words)
    lines.addWidget(picture)
    lines.addWidget(label(words, "minor"))
    return box
