"""What every page is given: the open practice, the shared services of the window, and the news they exchange.

A page never reaches for another page; it emits news here, and the window decides who hears it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from painplanner.gui import person_drawn
from painplanner.gui.library_cache import LibraryCache
from painplanner.gui.settings import Settings
from painplanner.gui.tasks import Tasks
from painplanner.gui.theme import Theme

if TYPE_CHECKING:
    from painplanner.core.patient import Patient
    from painplanner.core.practice import Person, Practice
    from painplanner.core.shelf import Shelf
    from painplanner.core.values import Region
    from painplanner.gui.messages import Message
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
    """What pages tell one another, through the window; `library_read` says that a large library is now found whole.

    `readings_changed` (patient id) follows every number that was entered, changed or taken away, and every log.
    Places of `go`: "today", "patients", "library", "practice", "patient" (id), "plan" (id), "progress" (patient id),
    "documents" (patient id), "history" (patient id), "new-patient" (typed name), "new-plan" (patient id), "print"
    (plan id), and those of `exact_places`: "part" and "decide" (plan id, a blank, id of the part), "log" (id of a
    printed log), "filled-log" and "note" (id of a filled log), "told-log" (patient id), "alert" (patient id, a blank,
    id of the reading).
    """

    go = Signal(str, str)
    patient_changed = Signal(str)
    plans_changed = Signal(str)
    papers_changed = Signal(str)
    readings_changed = Signal(str)
    practice_changed = Signal()
    library_changed = Signal()
    library_read = Signal()
    day_changed = Signal()
    said = Signal(object)
    hushed = Signal(object)


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
            self._library = LibraryCache(self.store, self.news.library_read.emit)
        return self._library

    def shelf(self, *, patient: Patient | None = None, region: Region | None = None) -> Shelf:
        """Return the library as this person finds it, in the light of a patient and a painful region."""
        from painplanner.core.own import held_of
        from painplanner.core.shelf import RECENT_LIMIT, Habits, Shelf

        store, own = self.store, self.library.own
        habits = Habits(store.favourites(), store.recent_entries(RECENT_LIMIT), store.use_counts())
        mine = frozenset(held.id for held in held_of(own.entries))
        return Shelf(self.library.catalogue, habits, patient=patient, region=region, own=mine, hidden=own.hidden.keys())

    def attach(self, store: Store) -> None:
        """Take the practice that was opened; pages may have been built before it."""
        self.let_go()
        self.store, self._library = store, None
        person_drawn.show(store.practice.person_drawn)

    def let_go(self) -> None:
        """Read nothing more of a practice that is about to be closed."""
        if self._library is not None:
            self._library.let_go()

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
    ) -> Message:
        """Show a passing message at the foot of the window ("info", "done", "consider", "stop"), with one remedy."""
        from painplanner.gui.messages import Message

        made = Message(text=sentence, kind=kind, action=action, on_action=on_action)
        self.news.said.emit(made)
        return made

    def hush(self, message: Message | None) -> None:
        """Take a message away that is not true any more, where it is still shown."""
        if message is not None:
            self.news.hushed.emit(message)
