"""One sentence for a patient as it is edited: its kind, its words, and signs that move it or take it away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.plan import LineKind
from painplanner.gui.form.options import line_kinds
from painplanner.gui.widgets.buttons import icon_button
from painplanner.gui.widgets.fields import choice
from painplanner.gui.widgets.growing_text import GrowingText
from painplanner.gui.widgets.labels import label
from painplanner.text import _


class LineHost(Protocol):
    """Who holds the sentences."""

    def set_text(self, place: int, text: str) -> str:
        """Propose other words; return why not, or nothing."""
        ...

    def set_kind(self, place: int, kind: LineKind) -> None:
        """Propose another kind."""
        ...

    def remove(self, place: int) -> None:
        """Propose to leave a sentence out."""
        ...


class LineEditor(QWidget):
    """The sentence at a place of its host; `move` is given where sentences may change places."""

    def __init__(
        self, host: LineHost, place: int, *, move: Callable[[int, int], None] | None = None, spoken: str = ""
    ) -> None:
        """Lay out the sentence; `spoken` is put before its name for those who listen."""
        super().__init__()
        self._host, self._place = host, place
        number = _("Sentence {n}").format(n=place + 1)
        called = f"{spoken}, {number}" if spoken else number
        self.kind = choice(line_kinds(), name=_("{name}: kind").format(name=called))
        self.kind.setProperty("flat", True)
        self.kind.setMinimumContentsLength(max(len(words) for _key, words in line_kinds()))
        self.words = GrowingText(name=called, most=5)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        head.addStretch(1)
        self.mover_up = self.mover_down = None
        if move is not None:
            self.mover_up = icon_button(
                "arrow-up", _("Move {name} up").format(name=number.lower()), lambda: move(place, -1)
            )
            self.mover_down = icon_button(
                "arrow-down", _("Move {name} down").format(name=number.lower()), lambda: move(place, 1)
            )
            head.addWidget(self.mover_up)
            head.addWidget(self.mover_down)
        remove = _("Remove {name}").format(name=number.lower())
        head.addWidget(icon_button("close", remove, lambda: host.remove(place)))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addWidget(self.words)
        lines.addWidget(self._problem)
        self.words.edited.connect(self._on_edited)
        self.kind.activated.connect(lambda _at: host.set_kind(place, LineKind(str(self.kind.currentData()))))

    def _on_edited(self, text: str) -> None:
        sentence = self._host.set_text(self._place, text)
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def show_line(self, kind: LineKind, text: str) -> None:
        """Show a sentence, leaving alone what says the same."""
        if self.words.text() != text:
            self.words.set_text(text)
            self._problem.hide()
        if self.kind.currentData() != kind.value:
            self.kind.setCurrentIndex(self.kind.findData(kind.value))

    def show_ends(self, *, is_first: bool, is_last: bool) -> None:
        """Offer only the moves that lead somewhere."""
        if self.mover_up is not None and self.mover_down is not None:
            self.mover_up.setEnabled(not is_first)
            self.mover_down.setEnabled(not is_last)
