"""The open practice: one object made of its shelves, with who is at the desk and the way out."""

from __future__ import annotations

from contextlib import suppress

from filelock import FileLock
from sqlalchemy import select

from painplanner.core.codec import encode
from painplanner.core.practice import Person, Practice
from painplanner.errors import KnownError
from painplanner.store import files, keys
from painplanner.store.backups import BackupShelf
from painplanner.store.database import put
from painplanner.store.due import DueShelf
from painplanner.store.faults import WrongPassphrase
from painplanner.store.habits import HabitShelf, PictureShelf
from painplanner.store.logs import LogShelf
from painplanner.store.own import OwnShelf
from painplanner.store.own_papers import OwnPaperShelf
from painplanner.store.papers import PaperShelf
from painplanner.store.patients import PatientShelf
from painplanner.store.plans import PlanShelf
from painplanner.store.readings import ReadingShelf
from painplanner.store.results import ResultShelf
from painplanner.store.shelf import Desk
from painplanner.store.tables import people, practice


class Store(
    PatientShelf,
    PlanShelf,
    PaperShelf,
    OwnPaperShelf,
    ReadingShelf,
    LogShelf,
    OwnShelf,
    HabitShelf,
    PictureShelf,
    DueShelf,
    ResultShelf,
    BackupShelf,
):
    """An open practice. May be opened in one thread and used in another; every call is one unit of work."""

    def __init__(self, desk: Desk, lock: FileLock) -> None:
        """Take over the open file and its lock."""
        super().__init__(desk)
        self._lock = lock

    def close(self) -> None:
        """Mark the drafts as closed in order, let go of the file and free the lock; a second time does nothing.

        Where the mark cannot be written, the drafts are offered back at the next start, which harms nobody.
        """
        if not self._lock.is_locked:
            return
        try:
            with suppress(KnownError):
                self._close_drafts()
        finally:
            self._db.close()
            self._lock.release()

    def verify_passphrase(self, passphrase: str) -> bool:
        """Tell whether this is a passphrase of the practice."""
        try:
            keys.unlock(files.stored_keys(self.folder), passphrase)
        except WrongPassphrase:
            return False
        return True

    def save_practice(self, new: Practice) -> None:
        """Write the practice's own particulars."""
        with self._db.writing() as unit:
            stored = unit.execute(select(practice.c.id)).scalar_one()
            unit.execute(practice.update().where(practice.c.id == stored).values(payload=encode(new)))
        self._desk.practice = new

    def save_person(self, new: Person) -> None:
        """Write a person of the practice."""
        with self._db.writing() as unit:
            put(unit, people, {"id": new.id, "payload": encode(new)})
        if new.id == self.person.id:
            self._desk.person = new
