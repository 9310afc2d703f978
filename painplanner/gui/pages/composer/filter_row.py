"""The filters of the picker: chips for what is asked for most, a menu for the rest, and what it holds as chips."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from painplanner.core.library import Kind
from painplanner.core.shelf import Filters
from painplanner.core.values import Mechanism, Region
from painplanner.core.vocabulary import EQUIPMENT, POSITIONS
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.chips import chip
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.menu_chip import MenuButton, MenuChip
from painplanner.services import words
from painplanner.text import _

Facets = Mapping[str, tuple[str, ...]]
OWN, REGION = "own", "plan"
"""The two choices of the menu that stand alone: only our own entries, only what suits the painful region."""


class FilterRow(QWidget):
    """Says what narrows the list; `changed` follows each change."""

    changed = Signal()

    def __init__(self, read_facets: Callable[[], Facets]) -> None:
        """Lay out the chips; the menu asks which values there are when it opens."""
        super().__init__()
        self._read_facets = read_facets
        self.fits = chip(_("Fits this patient"))
        self.favourites = chip(_("Favourites"))
        self.kinds = MenuChip(_("Kind"), _("All kinds"))
        self.regions = MenuChip(_("Region"), _("All regions"))
        self.more = MenuButton(_("More"), self._fill_menu)
        self.more.setAccessibleName(_("More filters"))
        self._on: dict[tuple[str, str], QPushButton] = {}
        self._flow = FlowLayout(self, gap=6)
        for made in (self.fits, self.favourites, self.kinds, self.regions, self.more):
            self._flow.addWidget(made)
        for made in (self.fits, self.favourites):
            made.clicked.connect(self.changed)
        for menu in (self.kinds, self.regions):
            menu.chosen.connect(lambda _key: self.changed.emit())

    def renew(self) -> None:
        """Offer the kinds and regions that there are."""
        facets = self._read_facets()
        self.kinds.set_choices((kind.value, words.kind_words(kind)) for kind in Kind)
        known = set(facets.get("region", ()))
        self.regions.set_choices((r.value, words.region_words(r)) for r in Region if not known or r.value in known)

    def filters(self, text: str) -> Filters:
        """Return what is asked for beside these words."""
        return Filters(
            text=text,
            kinds=_one(self.kinds.key()),
            regions=_one(self.regions.key()),
            mechanisms=self._chosen("mechanism"),
            equipment=self._chosen("equipment"),
            positions=self._chosen("position"),
            tags=self._chosen("tag"),
            favourites=self.favourites.isChecked(),
            fits_patient=self.fits.isChecked(),
            fits_plan=("", REGION) in self._on,
            own_only=("", OWN) in self._on,
        )

    def take_back(self) -> None:
        """Let everything through again."""
        for made in (self.fits, self.favourites):
            made.setChecked(False)
        for one in tuple(self._on):
            self._remove(one)
        for menu in (self.kinds, self.regions):
            if menu.key():
                menu.choose("")
        self.changed.emit()

    def set_on(self, facet: str, value: str, *, on: bool) -> None:
        """Ask for a value of a facet, or for it no longer; what is asked for stands there as a chip."""
        one = (facet, value)
        if on == (one in self._on):
            return
        if on:
            name = _words_of(facet, value)
            made = button(f"{name}  ×", lambda: self.set_on(facet, value, on=False), kind="chip")
            made.setAccessibleName(_("{filter}, take this filter off").format(filter=name))
            made.setCheckable(True)
            made.setChecked(True)
            self._on[one] = made
            self._flow.addWidget(made)
            made.show()
        else:
            self._remove(one)
        self.changed.emit()

    def _remove(self, one: tuple[str, str]) -> None:
        made = self._on.pop(one)
        self._flow.removeWidget(made)
        made.hide()
        made.deleteLater()
        self.updateGeometry()

    def _chosen(self, facet: str) -> frozenset[str]:
        return frozenset(value for one, value in self._on if one == facet and value)

    # The menu

    def _fill_menu(self, menu: QMenu) -> None:
        facets = self._read_facets()
        for facet, title in (
            ("mechanism", _("Mechanism")),
            ("equipment", _("Equipment")),
            ("position", _("Position")),
            ("tag", _("Tag")),
        ):
            values = facets.get(facet, ())
            if values:
                part = menu.addMenu(title)
                for value in _in_order(facet, values):
                    self._offer(part, facet, value)
        menu.addSeparator()
        for value in (REGION, OWN):
            self._offer(menu, "", value)

    def _offer(self, menu: QMenu, facet: str, value: str) -> None:
        action = QAction(_words_of(facet, value).replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked((facet, value) in self._on)
        action.toggled.connect(lambda on: self.set_on(facet, value, on=on))
        menu.addAction(action)


def _one(key: str) -> frozenset[str]:
    return frozenset((key,)) if key else frozenset()


def _words_of(facet: str, value: str) -> str:
    """Return how a choice is called."""
    if facet == "mechanism":
        return words.mechanism_words(Mechanism(value)) if value in set(Mechanism) else value
    named: dict[str, Callable[[str], str]] = {"equipment": words.equipment_words, "position": words.position_words}
    if facet in named:
        return named[facet](value)
    return {OWN: _("Only our own"), REGION: _("Suits the painful region")}[value] if not facet else value


def _in_order(facet: str, values: tuple[str, ...]) -> list[str]:
    """Return the values as people look for them: mechanisms and positions as they are listed, the rest by word."""
    listed = {"mechanism": tuple(Mechanism), "position": POSITIONS, "equipment": EQUIPMENT}.get(facet, ())
    if facet in {"mechanism", "position"}:
        rank = {value: place for place, value in enumerate(listed)}
        return sorted(values, key=lambda value: (rank.get(value, len(rank)), value))
    return sorted(values, key=lambda value: _words_of(facet, value).casefold())
