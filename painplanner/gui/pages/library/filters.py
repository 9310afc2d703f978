"""What narrows the list: chips for a patient, favourites and how entries are filed, and below them what is on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from painplanner.core.shelf import Filters
from painplanner.gui.widgets.chips import chip
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.tick_chip import TickChip
from painplanner.gui.widgets.word_chips import WordChips
from painplanner.text import _

Choices = Iterable[tuple[str, str]]


class Part(NamedTuple):
    """One way to narrow: the field of `Filters` that it fills, and whether it always stands in sight."""

    field: str
    word: str
    is_first: bool = False


def ticked_parts() -> tuple[Part, ...]:
    """Return what entries are filed under."""
    return (
        Part("kinds", _("Kind"), is_first=True),
        Part("regions", _("Region"), is_first=True),
        Part("mechanisms", _("Mechanism")),
        Part("equipment", _("Equipment")),
        Part("positions", _("Position")),
        Part("tags", _("Tags")),
    )


def switched_parts() -> tuple[Part, ...]:
    """Return what is on or off."""
    return (
        Part("fits_patient", _("Fits the patient"), is_first=True),
        Part("favourites", _("Favourites"), is_first=True),
        Part("own_only", _("Yours")),
        Part("with_hidden", _("Hidden ones too")),
    )


class FilterBar(QWidget):
    """The chips; `changed` follows what a person does to them, and nothing else."""

    changed = Signal()
    left = Signal()
    more_shown = Signal(bool)

    def __init__(self) -> None:
        """Lay the chips out; the rarer ones are out of sight until `more` is on."""
        super().__init__()
        self.ticks = {part.field: TickChip(part.word) for part in ticked_parts()}
        self.switches = {part.field: chip(part.word) for part in switched_parts()}
        self.more = chip(_("More"))
        self.more.setToolTip(_("More filters"))
        self._first = {part.field for part in (*ticked_parts(), *switched_parts()) if part.is_first}
        self._offered = {part.field for part in (*ticked_parts(), *switched_parts())} - {"fits_patient"}
        self.active = WordChips(_("Filters that are on"))
        self.active.removed.connect(self._on_removed)
        self.active.emptied.connect(self.left)
        for made in self.ticks.values():
            made.chosen.connect(self._on_changed)
        for made in self.switches.values():
            made.clicked.connect(self._on_changed)
        self.more.clicked.connect(self._on_more)
        self._lay_out()
        self._show_offered()

    def _lay_out(self) -> None:
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        order = ("fits_patient", "favourites", "kinds", "regions", "mechanisms", "equipment", "positions", "tags")
        for field in (*order, "own_only", "with_hidden"):
            flow.addWidget(self._chip(field))
        flow.addWidget(self.more)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(chips)
        lines.addWidget(self.active)

    def _chip(self, field: str) -> QPushButton:
        return self.ticks.get(field) or self.switches[field]

    def _show_offered(self) -> None:
        for field in (*self.ticks, *self.switches):
            in_sight = field in self._first or self.more.isChecked()
            self._chip(field).setVisible(field in self._offered and in_sight)

    # What is offered

    def set_choices(self, choices: Mapping[str, Choices]) -> None:
        """Offer (key, words) by field; a field without choices is not offered."""
        for field, made in self.ticks.items():
            made.set_choices(choices.get(field, ()))
            (self._offered.add if made.choices() else self._offered.discard)(field)
        self._show_offered()
        self._show_active()

    def offer_patient(self, name: str) -> None:
        """Offer what fits a patient, or nobody."""
        made = self.switches["fits_patient"]
        made.setText(_("Fits {name}").format(name=name).replace("&", "&&"))
        made.setAccessibleName(_("Fits {name}").format(name=name))
        (self._offered.add if name else self._offered.discard)("fits_patient")
        if not name:
            made.setChecked(False)
        self._show_offered()

    def show_more(self, *, on: bool) -> None:
        """Show the rarer chips, or put them out of sight."""
        self.more.setChecked(on)
        self._show_offered()
        self._show_active()

    def _on_more(self) -> None:
        self._show_offered()
        self._show_active()
        self.more_shown.emit(self.more.isChecked())

    # What is on

    def filters(self, text: str = "") -> Filters:
        """Return what the chips say, with the words that are typed."""
        ticked = {field: frozenset(made.ticked()) for field, made in self.ticks.items()}
        switched = {field: made.isChecked() for field, made in self.switches.items()}
        return Filters(text=text, **ticked, **switched)  # type: ignore[arg-type]

    @property
    def is_on(self) -> bool:
        """Tell whether anything is narrowed."""
        return any(made.ticked() for made in self.ticks.values()) or any(s.isChecked() for s in self.switches.values())

    def clear(self) -> None:
        """Take every filter back."""
        if self.is_on:
            self.reset()
            self.changed.emit()

    def reset(self) -> None:
        """Take every filter back without saying so."""
        for made in self.ticks.values():
            made.set_keys(())
        for made in self.switches.values():
            made.setChecked(False)
        self._show_active()

    def drop_last(self) -> bool:
        """Take the last filter back, as Backspace does in an empty search."""
        switched = (field for field, made in self.switches.items() if made.isChecked())
        keys = (*switched, *self.active.keys())
        if keys:
            self._on_removed(keys[-1])
        return bool(keys)

    def _on_removed(self, key: str) -> None:
        field, _sep, choice = key.partition(":")
        if field in self.ticks:
            made = self.ticks[field]
            made.set_keys(one for one in made.ticked() if one != choice)
        else:
            self.switches[field].setChecked(False)
        self._on_changed()

    def _on_changed(self) -> None:
        self._show_active()
        self.changed.emit()

    def _show_active(self) -> None:
        ticked = [(f"{field}:{key}", made.words(key)) for field, made in self.ticks.items() for key in made.ticked()]
        out_of_sight = (field for field, made in self.switches.items() if made.isChecked() and made.isHidden())
        switched = [(field, self.switches[field].accessibleName()) for field in out_of_sight]
        self.active.set_words((*switched, *ticked))
