"""What can be done to what is in hand: its side, held or not, its shape, what it is tied to, and where it is shown."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.figure import Figure
from painplanner.core.figure.editing import POINTS, hand_shape, is_held
from painplanner.core.figure.pose import SIDES
from painplanner.core.figure.scenery import is_only_in, is_shown_in_all
from painplanner.core.figure.stringing import TIES, side_of
from painplanner.core.figure.value import Hand, Prop
from painplanner.gui.pages.library.drawing.grips import kind_of, thing_of
from painplanner.gui.pages.library.drawing.words import grip_words, hand_words, sentence, tie_words
from painplanner.gui.widgets.chips import ChipRow, chip
from painplanner.gui.widgets.fields import choice
from painplanner.gui.widgets.labels import label
from painplanner.text import _

_HELD = {"hand", "fingers", "foot", "heel", "toe"}
_BETWEEN = {"elbow", "knee"}
_FREE = ""
_HEIGHT = 124
"""So much is kept free, so that what stands below does not move with every hand."""


class InHand(QWidget):
    """Says what is in hand, and how to take something when nothing is; asks for each change with a signal."""

    side_wanted = Signal(str)
    hold_wanted = Signal(str, bool)
    shape_wanted = Signal(str, str)
    tie_wanted = Signal(str)
    frames_wanted = Signal(bool)

    def __init__(self) -> None:
        """Build every tool once; each hand shows its own."""
        super().__init__()
        self._name = ""
        self.title, self.hint = label("", "strong", wrap=True), label("", "minor", wrap=True)
        self.sides = ChipRow((("left", _("Left")), ("right", _("Right"))), name=_("Side"))
        self.sides.chosen.connect(lambda: self.side_wanted.emit(self.sides.key()))
        self.hold = chip(_("Stays in its place"))
        self.hold.setToolTip(_("When the body moves, this hand or foot stays where it is"))
        self.hold.clicked.connect(lambda on: self.hold_wanted.emit(self._part(), on))
        self.shape = choice(((one, hand_words(one)) for one in get_args(Hand)), name=_("Hand"))
        self.shape.activated.connect(
            lambda _place: self.shape_wanted.emit(self._name.partition("_")[0], self.shape.currentData())
        )
        ties = ((one, sentence(tie_words(one))) for one in TIES)
        self.tie = choice(((_FREE, _("A place of its own")), *ties), name=_("Where it is tied"))
        self.tie.activated.connect(lambda _place: self.tie_wanted.emit(self.tie.currentData()))
        self.frames = chip("")
        self.frames.clicked.connect(self.frames_wanted)
        self._lay_out()
        self.setMinimumHeight(_HEIGHT)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for part in (self.sides, self.hold, self.frames):
            chips.addWidget(part)
        chips.addStretch(1)
        lines.addWidget(self.title)
        lines.addWidget(self.hint)
        lines.addLayout(chips)
        for part in (self.tie, self.shape):
            lines.addWidget(part)
        lines.addStretch(1)

    def _part(self) -> str:
        side, _bar, part = self._name.partition("_")
        return f"{side}_{'hand' if part in {'hand', 'fingers', 'elbow'} else 'foot'}"

    def show_hand(self, name: str, figure: Figure, frame: int) -> None:
        """Show what can be done to a point, thing or sign of a frame."""
        self._name = name
        is_known = bool(name) and (name in POINTS or _is_there(name, figure))
        self.title.setText(grip_words(name, figure) if is_known else _("Nothing in hand"))
        self.hint.setText(_hint(name) if is_known else _nothing_hint())
        for part in (self.sides, self.hold, self.frames, self.tie, self.shape):
            part.setVisible(False)
        self.hint.setVisible(bool(self.hint.text()))
        if not is_known:
            return
        number = thing_of(name)
        prop = figure.props[number] if number is not None else None
        self._show_side(prop)
        self._show_limb(figure, frame)
        self._show_tie(prop)
        self._show_frames(prop, figure, frame)

    def _show_side(self, prop: Prop | None) -> None:
        side = side_of(prop) if prop is not None else self._name.partition("_")[0]
        self.sides.setVisible(side in SIDES)
        if side in SIDES:
            self.sides.set_keys((side,))

    def _show_limb(self, figure: Figure, frame: int) -> None:
        side, _bar, part = self._name.partition("_")
        is_joint = kind_of(self._name) == "joint"
        holds = is_joint and part in _HELD | _BETWEEN and is_held(figure, frame, self._part())
        self.hold.setVisible(is_joint and (part in _HELD or holds))
        self.hold.setText(_hold_words(part))
        self.hold.setAccessibleName(self.hold.text())
        self.hold.setChecked(holds)
        self.shape.setVisible(is_joint and part in {"hand", "fingers"})
        if holds and part in _BETWEEN:
            self.hint.setText(_between_hint(part))
            self.hint.show()
        if self.shape.isVisibleTo(self):
            self.shape.setCurrentIndex(self.shape.findData(hand_shape(figure, frame, side)))

    def _show_tie(self, prop: Prop | None) -> None:
        is_point = prop is not None and kind_of(self._name) == "point"
        self.tie.setVisible(is_point)
        if prop is None or not is_point:
            return
        spot = prop.points[int(self._name.split(":")[2])]
        name = spot if isinstance(spot, str) else _FREE
        if self.tie.findData(name) < 0:  # a file may tie to any point of the body
            self.tie.addItem(sentence(tie_words(name)), name)
        self.tie.setCurrentIndex(self.tie.findData(name))

    def _show_frames(self, prop: Prop | None, figure: Figure, frame: int) -> None:
        """Offer a thing for this picture only, and a sign for all of them, where there is more than one."""
        kind = kind_of(self._name)
        self.frames.setVisible(len(figure.frames) > 1 and kind != "joint")
        if prop is not None:
            self.frames.setText(_("Only in this picture"))
            self.frames.setChecked(is_only_in(prop, frame))
        elif kind != "joint":
            self.frames.setText(_("In every picture"))
            self.frames.setChecked(is_shown_in_all(figure, int(self._name.split(":")[1])))
        self.frames.setAccessibleName(self.frames.text())


def _hold_words(part: str) -> str:
    known = {"elbow": _("The hand stays in its place"), "knee": _("The foot stays in its place")}
    return known.get(part) or _("Stays in its place")


def _between_hint(part: str) -> str:
    """Return why a knee or elbow hardly moves: both its ends stand still."""
    if part == "knee":
        return _("The knee only turns about its foot, which is held. Move the foot or the pelvis, or let it go.")
    return _("The elbow only turns about its hand, which is held. Move the hand or the body, or let it go.")


def _nothing_hint() -> str:
    return _(
        "Drag a point, or go to it with Tab and move it with the arrow keys (Shift: further). Where two points are in"
        " one place, click again for the other, or press Space. Page Up and Page Down show the other pictures."
    )


def _hint(name: str) -> str:
    """Return how a thing or sign is changed."""
    known = {
        "prop": _("Drag it, or its squares to size it. Delete takes it away."),
        "size": _("Drag it, or use the arrow keys."),
        "bend": _("Pull here to bend it. Its ends hold on to the body where you let go."),
        "point": _("Drag it to any place, or choose a part of the body. Delete takes it away."),
        "mark": _("Drag it, or its end. Delete takes it away."),
        "tip": _("Drag it to turn the sign or to make it larger."),
    }
    return known.get(kind_of(name), "")


def _is_there(name: str, figure: Figure) -> bool:
    kind, number, *part = name.split(":")
    group = figure.marks if kind in {"mark", "tip"} else figure.props
    if int(number) >= len(group):
        return False
    return kind != "point" or int(part[0]) < len(figure.props[int(number)].points)
