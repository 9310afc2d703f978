"""The tools beside the photograph: where it stands, turning, arrows, words, and how it looks on paper."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QSlider, QVBoxLayout, QWidget

from painplanner.core.figure.value import MOST_ARROWS, MOST_PICTURES
from painplanner.gui.languages import language_name
from painplanner.gui.pages.library.drawing.tool_column import ToolColumn
from painplanner.gui.pages.library.photo.framing import is_uncut
from painplanner.gui.pages.library.photo.preview import PrintedPhoto
from painplanner.gui.pages.library.photo.shots import Shot, Work, seen_arrow
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.number_field import NumberField
from painplanner.gui.widgets.segmented import Segmented
from painplanner.text import _

MOST_DEGREES = 45
_DEGREES_WIDTH = 84
BESIDE, INSTEAD = "beside", "instead"


class PhotoPanel(ToolColumn):
    """Asks for changes with one signal each; shows one photograph of the work."""

    place_wanted = Signal(bool)
    quarter_wanted = Signal(int)
    degrees_wanted = Signal(float)
    uncut_wanted = Signal()
    arrow_wanted = Signal()
    arrow_gone = Signal(int)
    arrow_chosen = Signal(int)
    words_changed = Signal(str, str)

    def __init__(self, languages: tuple[str, ...]) -> None:
        """Build the tools once."""
        super().__init__()
        self.printed = PrintedPhoto()
        self._listed: tuple[int, ...] = ()
        self._build_turn()
        self._build_words(languages)
        self.place = Segmented(
            ((BESIDE, _("Beside the drawing")), (INSTEAD, _("Instead of it"))), name=_("Where it stands")
        )
        self.place.chosen.connect(lambda key: self.place_wanted.emit(key == BESIDE))
        self.place_box = self.box(_("Where it stands"), self.place)
        self._tools = [
            self.box(_("Turn and crop"), self._turn_row, self.whole),
            self.box(_("Arrows"), self._arrows, self.add_arrow),
            self.box(_("As large as on paper"), self.printed),
            self.box(_("In words, for people who cannot see it"), *self._fields),
        ]
        self.lines.addStretch(1)

    def _build_turn(self) -> None:
        self.left = icon_button("turn-left", _("Turn a quarter to the left"), lambda: self.quarter_wanted.emit(-1))
        self.right = icon_button("turn-right", _("Turn a quarter to the right"), lambda: self.quarter_wanted.emit(1))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-MOST_DEGREES * 2, MOST_DEGREES * 2)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(_("Turn by half degrees"))
        self.slider.setMinimumHeight(28)
        self.slider.valueChanged.connect(lambda half: self.degrees_wanted.emit(half / 2))
        self.degrees = NumberField(_("Turn"), whole=False, unit="°")
        self.degrees.without_name()
        self.degrees.setFixedWidth(_DEGREES_WIDTH)
        self.degrees.entered.connect(self._on_degrees)
        self.whole = button(_("Show all of it again"), self.uncut_wanted.emit, kind="link")
        self.whole.setProperty("flush", True)
        self.whole.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._turn_row = QWidget()
        row = QHBoxLayout(self._turn_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.left, 0, top)
        row.addWidget(self.slider, 1, top)
        row.addWidget(self.right, 0, top)
        row.addSpacing(4)
        row.addWidget(self.degrees, 0, top)
        self._arrows = QWidget()
        lines = QVBoxLayout(self._arrows)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        self._arrows.hide()
        self.add_arrow = button(_("Add an arrow"), self.arrow_wanted.emit, icon="plus")
        self.add_arrow.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _on_degrees(self, number: object) -> None:
        degrees = float(number) if isinstance(number, int | Decimal) else 0.0
        if abs(degrees) <= MOST_DEGREES:
            self.degrees_wanted.emit(degrees)
        else:
            self.degrees.show_problem(_("At most {n}").format(n=MOST_DEGREES))

    def _build_words(self, languages: tuple[str, ...]) -> None:
        self.words: dict[str, QLineEdit] = {}
        self._fields: list[Field] = []
        for lang in languages:
            line = line_edit(limit=300)
            line.textEdited.connect(lambda text, one=lang: self.words_changed.emit(one, text))
            self.words[lang] = line
            self._fields.append(Field(language_name(lang), line))

    # What is shown

    def show_place(self, work: Work, frames: int) -> None:
        """Show whether photographs stand beside the drawing; where nothing is drawn there is nothing to choose."""
        self.place_box.setVisible(frames > 0 and bool(work.shots))
        self.place.set_key(BESIDE if work.is_beside else INSTEAD)
        fits = frames + len(work.shots) <= MOST_PICTURES
        beside = self.place.segment(BESIDE)
        beside.setEnabled(fits or work.is_beside)
        beside.setToolTip("" if fits else _("At most four pictures stand in a row."))

    def show_shot(self, shot: Shot | None, *, is_there: bool, plain: Callable[[str], str]) -> None:
        """Show the tools for a photograph; `plain` gives the words that stand where none were written."""
        for box in self._tools:
            box.setVisible(shot is not None)
        if shot is None:
            return
        for part in (self._turn_row, self.whole):
            part.setEnabled(is_there)
        self._show_turn(shot)
        self._show_words(shot, plain)
        self._list(shot)
        self.add_arrow.setEnabled(is_there and len(shot.arrows) < MOST_ARROWS)

    def _show_turn(self, shot: Shot) -> None:
        degrees = shot.framing.degrees
        self.slider.blockSignals(True)
        self.slider.setValue(round(degrees * 2))
        self.slider.blockSignals(False)
        if not self.degrees.line.hasFocus() or self.degrees.problem() or self._typed() != degrees:
            self.degrees.set_number(Decimal(str(degrees)).normalize() if degrees else 0)
        self.whole.setVisible(not is_uncut(shot.size, shot.framing))

    def _typed(self) -> float:
        return float(self.degrees.number() or 0)

    def _show_words(self, shot: Shot, plain: Callable[[str], str]) -> None:
        for lang, line in self.words.items():
            words = shot.words(lang)
            if line.text() != words and not (line.hasFocus() and line.text().strip() == words):
                line.setText(words)
                line.setCursorPosition(0)
            line.setPlaceholderText(plain(lang))

    @property
    def arrows(self) -> tuple[int, ...]:
        """Return the numbers of the arrows that are listed."""
        return self._listed

    def _list(self, shot: Shot) -> None:
        """List the arrows where they are others than before."""
        seen = tuple(n for n, arrow in enumerate(shot.arrows) if seen_arrow(shot, arrow) is not None)
        if seen == self._listed:
            return
        self._listed = seen
        lines = self._arrows.layout()
        empty(lines)  # type: ignore[arg-type]
        for number in seen:
            row = self._arrow_row(number)
            lines.addWidget(row)  # type: ignore[union-attr]
            row.show()
        self._arrows.setVisible(bool(seen))

    def _arrow_row(self, number: int) -> QWidget:
        words = _("Arrow {n}").format(n=number + 1)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(
            button(
                words,
                lambda: self.arrow_chosen.emit(number),
                kind="link",
                tip=_("Take it in hand, to move it with the arrow keys"),
            )
        )
        across.addStretch(1)
        said = _("Take away: {what}").format(what=words)
        across.addWidget(icon_button("close", said, lambda: self.arrow_gone.emit(number)))
        return row
