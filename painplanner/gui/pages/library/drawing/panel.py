"""The tools beside the picture: where poses come from, the view, what is in hand, things, signs, words, paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from painplanner.core.figure import Figure
from painplanner.core.figure.mirroring import RIGHT_ALONE
from painplanner.core.figure.value import ViewName
from painplanner.gui.languages import language_name
from painplanner.gui.pages.library.drawing.drawing import written_words
from painplanner.gui.pages.library.drawing.in_hand import InHand
from painplanner.gui.pages.library.drawing.pose_finder import PoseFinder
from painplanner.gui.pages.library.drawing.preview import PrintedPicture
from painplanner.gui.pages.library.drawing.scene_list import SceneList, fill_signs, fill_things, signs_of, things_of
from painplanner.gui.pages.library.drawing.tool_column import ToolColumn
from painplanner.gui.pages.library.drawing.words import view_words
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.fields import Field, choice, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.text import _


class ToolPanel(ToolColumn):
    """Asks for changes with one signal each; shows the figure, the frame, and what is in hand."""

    view_wanted = Signal(str)
    mirror_wanted = Signal()
    words_changed = Signal(str, str)

    def __init__(self, poses: PoseFinder, languages: tuple[str, ...]) -> None:
        """Build the tools once."""
        super().__init__()
        self.poses, self.printed, self.in_hand = poses, PrintedPicture(), InHand()
        self.things = SceneList(_("Things"), _("Add a thing"), fill_things)
        self.signs = SceneList(_("Signs"), _("Add a sign"), fill_signs)
        self._hand = ""
        self._build_view()
        self._build_words(languages)
        self.lines.addWidget(self.in_hand)
        self.box(_("Take the pose of…"), poses)
        self.box(_("View"), self._view_row)
        self.lines.addWidget(self.things)
        self.lines.addWidget(self.signs)
        self.box(_("As large as on paper"), self.printed)
        self.box(_("In words, for people who cannot see it"), *self._fields, self.stale)
        self.lines.addStretch(1)

    def _build_view(self) -> None:
        views = ((one, view_words(one)) for one in get_args(ViewName))
        self.view = choice((*views, ("", _("An angle of its own"))), name=_("View"))
        self.view.activated.connect(lambda _place: self.view_wanted.emit(self.view.currentData()))
        self.mirror = button(_("Mirror"), self.mirror_wanted.emit, icon="swap")
        self._view_row = QWidget()
        row = QHBoxLayout(self._view_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.view, 1)
        row.addWidget(self.mirror)

    def _build_words(self, languages: tuple[str, ...]) -> None:
        self.words: dict[str, QLineEdit] = {}
        self._fields: list[Field] = []
        for lang in languages:
            line = line_edit(limit=300)
            line.textEdited.connect(lambda text, one=lang: self.words_changed.emit(one, text))
            self.words[lang] = line
            self._fields.append(Field(language_name(lang), line))
        self.stale = label(
            _("The words are those of the picture before: check that they still fit."), "small", wrap=True
        )
        self.stale.hide()

    # What is shown

    def show_figure(self, figure: Figure, frame: int, *, is_stale: bool, plain: Callable[[str], str]) -> None:
        """Show the tools for a frame; `plain` gives the words that stand where none were written."""
        self.view.setCurrentIndex(self.view.findData("" if figure.camera else figure.view))
        for lang, line in self.words.items():
            words = written_words(figure, frame, lang)
            if line.text() != words and not (line.hasFocus() and line.text().strip() == words):
                line.setText(words)
                line.setCursorPosition(0)
            line.setPlaceholderText(plain(lang))
        self.stale.setVisible(is_stale)
        self._show_mirror(figure)
        self.things.show_rows(things_of(figure))
        self.signs.show_rows(signs_of(figure))
        self.show_hand(self._hand, figure, frame)
        self.printed.show_figure(figure, frame)

    def _show_mirror(self, figure: Figure) -> None:
        is_one_limb = figure.crop in RIGHT_ALONE
        self.mirror.setEnabled(not is_one_limb)
        self.mirror.setToolTip(
            _("A close-up of one limb shows the right one; a plan for the left side prints it mirrored")
            if is_one_limb
            else _("What the right limb does, the left one does, and the other way round")
        )

    def show_hand(self, name: str, figure: Figure, frame: int) -> None:
        """Show what can be done to what is in hand."""
        self._hand = name
        self.in_hand.show_hand(name, figure, frame)
