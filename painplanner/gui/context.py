"""What every page is given: the open practice, the shared services of the window, and the news they exchange.

A page never reaches for another page; it emits news here, and the window decides who hears it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from painplanner.gui.settings import Settings
from painplanner.gui.tasks import Tasks
from painplanner.gui.theme import Theme

if TYPE_CHECKING:
    from painplanner.core.catalogue import Catalogue
    from painplanner.core.figure import Figure
    from painplanner.core.library import Intervention, Library, Template
    from painplanner.core.measure import Measure
    from painplanner.core.own import OwnLibrary
    from painplanner.core.patient import Patient
    from painplanner.core.plan import FigureRef
    from painplanner.core.practice import Person, Practice
    from painplanner.core.search import SearchIndex
    from painplanner.core.shelf import Shelf
    from painplanner.core.values import Region
    from painplanner.store import Store


def read_today() -> date:
    """Return the day on the wall; the one place of the window that reads it."""
    return date.today()  # noqa: DTZ011, TID251


def read_now() -> datetime:
    """Return the local time with its zone."""
    return datetime.now().astimezone()  # noqa: TID251


def made_id(kind: str) -> str:
    """Return a new id that was never used before."""
    return f"{kind}-{secrets.token_hex(8)}"


class News(QObject):
    """What pages tell one another, through the window.

    Places of `go`: "today", "patients", "library", "practice", "patient" (id), "plan" (id), "documents" (patient id),
    "history" (patient id), "new-patient" (typed name), "new-plan" (patient id), "print" (plan id).
    """

    go = Signal(str, str)
    patient_changed = Signal(str)
    plans_changed = Signal(str)
    papers_changed = Signal(str)
    practice_changed = Signal()
    library_changed = Signal()
    day_changed = Signal()
    said = Signal(object)


class LibraryCache:
    """The library of the open practice in memory, read once on first use."""

    def __init__(self, store: Store) -> None:
        """Remember where to read from; nothing is read yet."""
        self._store = store
        self._value: Library | None = None
        self._built_in: Library | None = None
        self._own: OwnLibrary | None = None
        self._catalogue: Catalogue | None = None
        self._figures: dict[str, Figure | None] = {}

    @property
    def value(self) -> Library:
        """Return the whole library as one value, with what is own in its place."""
        if self._value is None:
            from painplanner.core.own import with_own

            self._value = with_own(self.built_in, self.own)
        return self._value

    @property
    def built_in(self) -> Library:
        """Return the library as the program brought it."""
        if self._built_in is None:
            self._built_in = self._store.built_in_library()
        return self._built_in

    @property
    def own(self) -> OwnLibrary:
        """Return what the practice and the person at the desk made their own."""
        if self._own is None:
            self._own = self._store.own_library()
        return self._own

    @property
    def version(self) -> str:
        """Return the version of the library that new items are taken from."""
        return self.value.version

    @property
    def entries(self) -> Mapping[str, Intervention]:
        """Return every entry by its id."""
        return self.value.entries

    @property
    def templates(self) -> Mapping[str, Template]:
        """Return every template by its id."""
        return self.value.templates

    @property
    def measures(self) -> Mapping[str, Measure]:
        """Return every measure by its id."""
        return self.value.measures

    @property
    def catalogue(self) -> Catalogue:
        """Return every entry as it is searched and filtered."""
        if self._catalogue is None:
            from painplanner.core.catalogue import Catalogue, heading_of, text_words

            entries = self.entries.values()
            names = {entry.id: {texts.lang: texts.name for texts in entry.texts} for entry in entries}
            self._catalogue = Catalogue(names, self._store.practice.language)
            for entry in entries:
                self._catalogue.add(heading_of(entry), self.own.tags.get(entry.id, ()))
                self._catalogue.add_text(entry.id, text_words(entry))
        return self._catalogue

    @property
    def index(self) -> SearchIndex:
        """Return the search index over the entries."""
        return self.catalogue.index

    def figure(self, ref: FigureRef | None) -> Figure | None:
        """Return the picture an item points to (its own version by content hash), or `None` when it is not drawn."""
        if ref is None:
            return None
        key = ref.sha256 or ref.id
        if key not in self._figures:
            self._figures[key] = self._read_figure(key)
        return self._figures[key]

    def _read_figure(self, key: str) -> Figure | None:
        from painplanner.core.figure import decode_figure

        data = self._store.figure_bytes(key)
        return decode_figure(data) if data else None

    def forget(self) -> None:
        """Read everything anew at the next use."""
        self.forget_own()
        self._built_in = None
        self._figures.clear()

    def forget_own(self, *, only_hidden: bool = False) -> None:
        """Read what is own anew at the next use; what is only hidden or shown is found as before."""
        self._own = None
        if not only_hidden:
            self._value = self._catalogue = None


@dataclass
class AppContext:
    """The open practice and the services of the window."""

    store: Store
    tasks: Tasks
    theme: Theme
    settings: Settings
    today: Callable[[], date] = read_today
    now: Callable[[], datetime] = read_now
    new_id: Callable[[str], str] = made_id
    news: News = field(default_factory=News)
    _library: LibraryCache | None = field(default=None, repr=False)

    @property
    def library(self) -> LibraryCache:
        """Return the cache of this practice's library."""
        if self._library is None:
            self._library = LibraryCache(self.store)
        return self._library

    def shelf(self, *, patient: Patient | None = None, region: Region | None = None) -> Shelf:
        """Return the library as this person finds it, in the light of a patient and a painful region."""
        from painplanner.core.shelf import RECENT_LIMIT, Habits, Shelf

        store, own = self.store, self.library.own
        habits = Habits(store.favourites(), store.recent_entries(RECENT_LIMIT), store.use_counts())
        mine = frozenset(one.value.id for one in own.entries)
        return Shelf(self.library.catalogue, habits, patient=patient, region=region, own=mine, hidden=own.hidden.keys())

    def attach(self, store: Store) -> None:
        """Take the practice that was opened; pages may have been built before it."""
        self.store, self._library = store, None

    @property
    def practice(self) -> Practice:
        """Return the open practice."""
        return self.store.practice

    @property
    def person(self) -> Person:
        """Return who is at the desk."""
        return self.store.person

    def go(self, place: str, subject: str = "") -> None:
        """Ask the window to show a place."""
        self.news.go.emit(place, subject)

    def say(
        self, sentence: str, *, kind: str = "info", action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Show a passing message at the foot of the window ("info", "done", "consider", "stop"), with one remedy."""
        from painplanner.gui.messages import Message

        self.news.said.emit(Message(text=sentence, kind=kind, action=action, on_action=on_action))
