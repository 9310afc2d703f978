"""The tools beside the picture: where poses come from, the view, what is in hand, things, signs, words, paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QVBoxLayout, QWidget

from painplanner.core.figure import Figure
from painplanner.core.figure.editing import POINTS, hand_shape, is_held
from painplanner.core.figure.value import Hand, MarkKind, PropKind, ViewName
from painplanner.gui.languages import language_name
from painplanner.gui.pages.library.drawing.drawing import written_words
from painplanner.gui.pages.library.drawing.pose_finder import PoseFinder
from painplanner.gui.pages.library.drawing.preview import PrintedPicture
from painplanner.gui.pages.library.drawing.words import (
    grip_words,
    hand_words,
    sign_words,
    signs,
    thing_words,
    view_words,
)
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.chips import chip
from painplanner.gui.widgets.fields import Field, choice, line_edit
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.menu_chip import MenuButton
from painplanner.text import _

WIDTH = 336
_HELD = {"hand", "fingers", "foot", "heel", "toe"}


class ToolPanel(Column):
    """Asks for changes with one signal each; shows the figure, the frame, and what is in hand."""

    view_wanted = Signal(str)
    mirror_wanted = Signal()
    hold_wanted = Signal(str, bool)
    shape_wanted = Signal(str, str)
    thing_wanted = Signal(str)
    thing_gone = Signal(int)
    over_wanted = Signal(int, str)
    sign_wanted = Signal(str)
    sign_gone = Signal(int)
    words_changed = Signal(str, str)

    def __init__(self, poses: PoseFinder, languages: tuple[str, ...]) -> None:
        """Build the tools once."""
        super().__init__(width=WIDTH, margin=12, gap=16)
        self.setFixedWidth(WIDTH)
        self.poses, self.printed = poses, PrintedPicture()
        self._hand = ""
        self._listed: tuple[object, ...] = ()
        self._build_view()
        self._build_hand()
        self._build_scene()
        self._build_words(languages)
        self._add(_("Take the pose of…"), poses)
        self._add(_("View"), self._view_row)
        self.lines.addWidget(self.hand_box)
        self._add(_("As large as on paper"), self.printed)
        self._add(_("Things"), self._things, self.add_thing)
        self._add(_("Signs"), self._signs, self.add_sign)
        self._add(_("In words, for people who cannot see it"), *self._fields, self.stale)
        self.lines.addStretch(1)

    def _add(self, title: str, *parts: QWidget) -> None:
        box = QWidget()
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(label(title, "strong"))
        for part in parts:
            lines.addWidget(part)
        self.lines.addWidget(box)

    def _build_view(self) -> None:
        views = ((one, view_words(one)) for one in get_args(ViewName))
        self.view = choice((*views, ("", _("From an angle of its own"))), name=_("View"))
        self.view.activated.connect(lambda _place: self.view_wanted.emit(self.view.currentData()))
        self.mirror = button(_("Exchange sides"), self.mirror_wanted.emit, icon="swap")
        self.mirror.setToolTip(_("What the right limb does, the left one does, and the other way round"))
        self._view_row = QWidget()
        row = QHBoxLayout(self._view_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.view, 1)
        row.addWidget(self.mirror)

    def _build_hand(self) -> None:
        self.hand_box = QWidget()
        lines = QVBoxLayout(self.hand_box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        self.in_hand = label("", "strong", wrap=True)
        self.hold = chip(_("Stays in its place"))
        self.hold.setToolTip(_("When the body moves, this hand or foot stays where it is"))
        self.hold.clicked.connect(lambda on: self.hold_wanted.emit(self._part(), on))
        self.shape = choice(((one, hand_words(one)) for one in get_args(Hand)), name=_("Hand"))
        self.shape.activated.connect(
            lambda _place: self.shape_wanted.emit(self._hand.partition("_")[0], self.shape.currentData())
        )
        row = QHBoxLayout()
        row.addWidget(self.hold)
        row.addStretch(1)
        lines.addWidget(self.in_hand)
        lines.addLayout(row)
        lines.addWidget(self.shape)

    def _part(self) -> str:
        side, _bar, part = self._hand.partition("_")
        return f"{side}_{'hand' if part in {'hand', 'fingers'} else 'foot'}"

    def _build_scene(self) -> None:
        self._things, self._signs = QWidget(), QWidget()
        for box in (self._things, self._signs):
            lines = QVBoxLayout(box)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(4)
        self.add_thing = MenuButton(_("Add a thing"), self._fill_things)
        self.add_sign = MenuButton(_("Add a sign"), self._fill_signs)
        for made in (self.add_thing, self.add_sign):
            made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _fill_things(self, menu: QMenu) -> None:
        named = sorted(((thing_words(kind), kind) for kind in get_args(PropKind)), key=lambda pair: pair[0].casefold())
        for words, kind in named:
            _action(menu, words, lambda one=kind: self.thing_wanted.emit(one))

    def _fill_signs(self, menu: QMenu) -> None:
        known = signs()
        for kind in get_args(MarkKind):
            if kind in known:
                _action(menu, known[kind], lambda one=kind: self.sign_wanted.emit(one))

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
        self._list(figure)
        self.show_hand(self._hand, figure, frame)
        self.printed.show_figure(figure, frame)

    def show_hand(self, name: str, figure: Figure, frame: int) -> None:
        """Show what can be done to what is in hand."""
        self._hand = name
        part = name.partition("_")[2]
        is_known = bool(name) and (name in POINTS or self._is_there(name, figure))
        self.hand_box.setVisible(is_known)
        if not is_known:
            return
        self.in_hand.setText(grip_words(name, figure))
        can_hold = part in _HELD
        self.hold.setVisible(can_hold)
        self.shape.setVisible(part in {"hand", "fingers"})
        if can_hold:
            self.hold.setChecked(is_held(figure, frame, self._part()))
        if part in {"hand", "fingers"}:
            shape = hand_shape(figure, frame, name.partition("_")[0])
            self.shape.setCurrentIndex(self.shape.findData(shape))

    @staticmethod
    def _is_there(name: str, figure: Figure) -> bool:
        kind, _colon, number = name.partition(":")
        return number.isdigit() and int(number) < len(figure.props if kind == "prop" else figure.marks)

    def _list(self, figure: Figure) -> None:
        """List things and signs where they are others than before."""
        listed = (figure.props, figure.marks)
        kinds = tuple((one.kind, getattr(one, "over", "")) for group in listed for one in group)
        if kinds == self._listed:
            return
        self._listed = kinds
        self._fill(self._things, [(thing_words(p.kind), self.thing_gone, p.over) for p in figure.props])
        self._fill(self._signs, [(sign_words(mark.kind), self.sign_gone, "") for mark in figure.marks])

    def _fill(self, box: QWidget, rows: list[tuple[str, Any, str]]) -> None:
        lines = box.layout()
        empty(lines)  # type: ignore[arg-type]
        for number, (words, gone, over) in enumerate(rows):
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(label(words), 1)
            if over and words not in (thing_words("floor"), thing_words("mat")):
                across.addWidget(self._over_button(number, over))
            said = _("Take away: {what}").format(what=words)
            across.addWidget(icon_button("close", said, lambda one=number, signal=gone: signal.emit(one)))
            lines.addWidget(row)  # type: ignore[union-attr]
        box.setVisible(bool(rows))

    def _over_button(self, number: int, over: str) -> QWidget:
        """Return the button that brings a thing before the body, or behind it again."""
        is_behind = over == "behind"
        words = _("Behind") if is_behind else _("In front")
        made = button(words, lambda: self.over_wanted.emit(number, "all" if is_behind else "behind"), kind="quiet")
        made.setToolTip(_("Bring it in front of the body") if is_behind else _("Bring it behind the body"))
        return made


def _action(menu: QMenu, words: str, call: Callable[[], object]) -> None:
    made = QAction(words, menu)
    made.triggered.connect(lambda _on=False: call())
    menu.addAction(made)
