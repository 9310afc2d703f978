"""The papers to tick, for the patient and for colleagues, each with its own choices below it while it is ticked.

Those that would say nothing of this plan stand last and muted; their tip says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.documents.kind import Kind, Option, Reader
from painplanner.documents.registry import kinds
from painplanner.gui.widgets.fields import Choice, Field, choice
from painplanner.gui.widgets.fold import Fold
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.ticks import ElidedBox
from painplanner.text import _, current

if TYPE_CHECKING:
    from painplanner.core.plan import Plan
    from painplanner.gui.settings import Settings

INDENT = 26
"""Where the words of a box begin, and so its choices."""


class PaperBox(ElidedBox):
    """The box of one paper; its tip says what is in it, or why it would say nothing."""

    def __init__(self, kind: Kind) -> None:
        """Name it."""
        super().__init__()
        self._about = kind.about(current())
        self._empty_words = kind.empty_words(current())
        self.set_words(kind.name(current()))
        self.show_empty(on=False)

    def show_empty(self, *, on: bool) -> None:
        """Say that it would say nothing, or take that back."""
        self.set_muted(on=on)
        self._tip = (self._empty_words if on else self._about) or self._about
        self.setAccessibleDescription(self._tip)
        self.setToolTip(self._tip)

    def _fit(self) -> None:
        """Leave the tip as it is, whether the words fit or not."""


class OwnChoices(Fold):
    """What a paper lets choose, closed until it is wanted; its title says what is not as usual."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(_("Options"))
        self._made: list[tuple[Option, Choice]] = []
        self.setContentsMargins(INDENT - 6, 0, 0, 4)
        self.lines.setContentsMargins(4, 0, 0, 4)
        self.lines.setSpacing(8)

    def add(self, option: Option, made: Choice) -> None:
        """Offer a choice."""
        self._made.append((option, made))
        self.lines.addWidget(Field(option.name(current()), made))

    def show_chosen(self) -> None:
        """Name what was chosen other than usual."""
        other = [made.currentText() for option, made in self._made if made.currentData() != option.usual]
        self.set_title(_("Options: {chosen}").format(chosen=", ".join(other)) if other else _("Options"))


class PaperTicks(QWidget):
    """Any number of papers may be on; `chosen` follows a person's tick, `option_chosen` a choice of a paper's own."""

    chosen = Signal()
    option_chosen = Signal()

    def __init__(self, settings: Settings) -> None:
        """Offer every kind of paper."""
        super().__init__()
        self._settings = settings
        self.setAccessibleName(_("What to print"))
        self._boxes = {kind.id: PaperBox(kind) for kind in kinds()}
        self._options: dict[str, Choice] = {}
        self._own = {kind.id: self._own_choices(kind.options) for kind in kinds()}
        self._order: dict[Reader, tuple[str, ...]] = {}
        self._groups: dict[Reader, QVBoxLayout] = {}
        self._lay_out()
        for box in self._boxes.values():
            box.clicked.connect(lambda _on=False: self._on_ticked())
        self.show_for(None, ())

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for reader, words in ((Reader.PATIENT, _("For the patient")), (Reader.COLLEAGUE, _("For colleagues"))):
            lines.addWidget(label(words, "strong"))
            group = self._groups[reader] = QVBoxLayout()
            group.setSpacing(0)
            lines.addLayout(group)
            lines.addSpacing(8)

    def _own_choices(self, options: tuple[Option, ...]) -> OwnChoices:
        """Return the choices of a paper, as they were made last."""
        found = OwnChoices()
        for option in options:
            values = tuple((value, words(current())) for value, words in option.values)
            kept = self._settings.text(_key(option.id), option.usual)
            made = self._options[option.id] = choice(values, kept, name=option.name(current()))
            made.activated.connect(lambda _index, one=option.id: self._on_option_chosen(one))
            found.add(option, made)
        found.show_chosen()
        found.hide()
        return found

    # What is ticked

    def keys(self) -> tuple[str, ...]:
        """Return the papers that are on, in the order in which they are bound."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked() and not box.isHidden())

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Show what is on without announcing it."""
        for key, box in self._boxes.items():
            box.setChecked(key in keys)
        self._show_options()

    def box(self, key: str) -> PaperBox:
        """Return the box of a paper."""
        return self._boxes[key]

    def options(self) -> Mapping[str, str]:
        """Return what is chosen of the papers' own choices."""
        return {key: str(made.currentData()) for key, made in self._options.items()}

    # What is shown

    def show_for(self, plan: Plan | None, empty: tuple[str, ...]) -> None:
        """Offer what a plan can have, those last that would say nothing of it."""
        for reader, group in self._groups.items():
            those = [kind for kind in kinds() if kind.reader is reader]
            order = tuple(kind.id for kind in sorted(those, key=lambda kind: kind.id in empty))
            if order != self._order.get(reader):
                self._order[reader] = order
                for key in order:
                    group.removeWidget(self._boxes[key])
                    group.removeWidget(self._own[key])
                for key in order:
                    group.addWidget(self._boxes[key])
                    group.addWidget(self._own[key])
                self._follow_tabs(order)
        for kind in kinds():
            self._boxes[kind.id].setVisible(plan is None or kind.is_offered(plan))
            self._boxes[kind.id].show_empty(on=kind.id in empty)
        self._show_options()

    def _follow_tabs(self, order: tuple[str, ...]) -> None:
        """Let the keys go down the list as it stands."""
        stops: list[QWidget] = []
        for key in order:
            own = self._own[key]
            stops += [self._boxes[key], own.button, *own.findChildren(Choice)]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _show_options(self) -> None:
        for kind in kinds():
            is_on = bool(kind.options) and kind.id in self.keys()
            self._own[kind.id].setVisible(is_on)

    def _on_ticked(self) -> None:
        self._show_options()
        self.chosen.emit()

    def _on_option_chosen(self, option: str) -> None:
        self._settings.remember(_key(option), str(self._options[option].currentData()))
        for own in self._own.values():
            own.show_chosen()
        self.option_chosen.emit()


def _key(option: str) -> str:
    return f"papers/option/{option}"
