"""The things and signs of a picture, listed: taken in hand, brought forward, taken away, and new ones put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from painplanner.core.figure import Figure
from painplanner.core.figure.value import MarkKind, PropKind
from painplanner.gui.pages.library.drawing.words import sign_words, signs, thing_words
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.menu_chip import MenuButton
from painplanner.text import _

_GROUND = "ground"
_OFTEN = ("band", "chair", "wall", "pillow", "ball", "dumbbell", "mat")


class SceneList(QWidget):
    """`added` carries a kind; the other signals carry the number of a thing or sign."""

    added = Signal(str)
    taken = Signal(int)
    gone = Signal(int)
    over_wanted = Signal(int, str)

    def __init__(self, title: str, add: str, fill: Callable[[QMenu, Callable[[str], object]], None]) -> None:
        """Lay out; `fill` puts what can be added into a menu."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._listed: tuple[object, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.add = MenuButton(add, lambda menu: fill(menu, self.added.emit))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(title, "strong"), 1)
        head.addWidget(self.add)
        lines.addLayout(head)
        lines.addLayout(self._rows)

    def show_rows(self, rows: Iterable[tuple[str, str]]) -> None:
        """List (words, where it is to the body), where these are others than before."""
        listed = tuple(rows)
        if listed == self._listed:
            return
        self._listed = listed
        empty(self._rows)
        for number, (words, over) in enumerate(listed):
            self._rows.addWidget(self._row(number, words, over))

    def _row(self, number: int, words: str, over: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        is_ground = over == _GROUND
        across.addWidget(
            _indented(label(words))
            if is_ground
            else button(words, lambda: self.taken.emit(number), kind="link", tip=_("Take it in hand"))
        )
        across.addStretch(1)
        if over and not is_ground:
            across.addWidget(self._over_button(number, over))
        said = _("Take away: {what}").format(what=words)
        across.addWidget(icon_button("close", said, lambda: self.gone.emit(number)))
        return row

    def _over_button(self, number: int, over: str) -> QWidget:
        """Return the button that brings a thing before the body, or behind it again."""
        is_behind = over == "behind"
        words = _("Behind") if is_behind else _("In front")
        made = button(words, lambda: self.over_wanted.emit(number, "all" if is_behind else "behind"), kind="quiet")
        made.setToolTip(_("Bring it in front of the body") if is_behind else _("Bring it behind the body"))
        return made


def _indented(words: QLabel) -> QLabel:
    """Return words that begin where those of the buttons below begin."""
    words.setIndent(6)
    return words


def things_of(figure: Figure) -> tuple[tuple[str, str], ...]:
    """Return the things of a figure as rows."""
    return tuple((thing_words(p.kind), _GROUND if p.kind in {"floor", "mat"} else p.over) for p in figure.props)


def signs_of(figure: Figure) -> tuple[tuple[str, str], ...]:
    """Return the signs of a figure as rows."""
    return tuple((sign_words(mark.kind), "") for mark in figure.marks)


def _groups() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (
            _("In the hand"),
            ("dumbbell", "weight", "kettlebell", "barbell", "stick", "hammer", "putty", "bag", "book", "phone"),
        ),
        (_("Bands and straps"), ("band", "strap", "anchor", "pulley", "tape", "ankle_weight")),
        (_("Soft things"), ("pillow", "towel", "roll", "foam_roller", "ball", "balls", "mat")),
        (_("Furniture"), ("chair", "stool", "table", "desk", "counter", "bench", "bed")),
        (
            _("Room and stairs"),
            ("floor", "wall", "doorway", "door", "step", "stairs", "rail", "decline_board", "mirror", "target"),
        ),
        (
            _("For walking and going"),
            ("cane", "pole", "walker", "wheelchair", "cycle", "recumbent_cycle", "arm_cycle", "car", "pool"),
        ),
    )


def fill_things(menu: QMenu, add: Callable[[str], object]) -> None:
    """Put things into a menu: what is used often at once, everything by groups."""
    for kind in _OFTEN:
        _action(menu, thing_words(kind), kind, add)
    menu.addSeparator()
    groups = _groups()
    grouped = {kind for _words, kinds in groups for kind in kinds}
    rest = tuple(kind for kind in get_args(PropKind) if kind not in grouped)
    for words, kinds in (*groups, (_("Other"), rest)):
        under = menu.addMenu(words)
        for kind in sorted(kinds, key=lambda one: thing_words(one).casefold()):
            _action(under, thing_words(kind), kind, add)


def fill_signs(menu: QMenu, add: Callable[[str], object]) -> None:
    """Put signs into a menu."""
    known = signs()
    for kind in get_args(MarkKind):
        if kind in known:
            _action(menu, known[kind], kind, add)


def _action(menu: QMenu, words: str, kind: str, add: Callable[[str], object]) -> None:
    made = QAction(words, menu)
    made.triggered.connect(lambda _on=False: add(kind))
    menu.addAction(made)
