"""The way into a practice: making one, and opening one with every check in the order that changes nothing on disk."""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Connection, select

from painplanner.core.codec import decode, encode
from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.errors import BugError
from painplanner.store import dialect, files, keys
from painplanner.store.backups import backup_folder, make_backup
from painplanner.store.database import Database
from painplanner.store.faults import (
    damaged,
    keys_missing,
    not_a_practice,
    occupied,
    passphrase_missing,
    practice_file_missing,
    readable,
)
from painplanner.store.migrations import CHAIN, Chain, migrate
from painplanner.store.schema import make_tables, needs_migration
from painplanner.store.shelf import Clock, Desk, utc_now
from painplanner.store.store import Store
from painplanner.store.tables import people, practice


def create_store(folder: Path, setup: PracticeSetup, passphrase: str, *, clock: Clock = utc_now) -> Store:
    """Make a practice in a folder that is new or empty, and open it. Raises KnownError."""
    if not passphrase.strip():
        raise passphrase_missing()
    with dialect.in_words(folder):
        files.finish_creation(folder)
        was_there = folder.exists()
        if was_there and not files.is_free(folder):
            raise occupied(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        files.make_folder(folder)
        lock = files.take_lock(folder)
        try:
            install, key = f"practice-{secrets.token_hex(8)}", keys.new_key()
            _write_new(folder, setup, install, keys.database_key(key), clock)
            wrap = keys.wrap_key(key, install, setup.person.id, passphrase)
            files.write_whole(
                folder / files.KEYS, keys.write_keys(keys.KeyFile(format=keys.FORMAT, practice=install, wraps=(wrap,)))
            )
            files.finish_creation(folder)
            return enter(folder, keys.Unlocked(setup.person.id, key), install, lock, clock)
        except BaseException:
            lock.release()
            files.clear_creation(folder, keep_folder=was_there)
            raise


def _write_new(folder: Path, setup: PracticeSetup, install: str, key: bytes, clock: Clock) -> None:
    part = folder / (files.DATABASE + files.PART)
    part.unlink(missing_ok=True)
    files.make_private_file(part)
    database = Database(dialect.engine_for(part, key), folder)
    try:
        with database.writing() as unit:
            make_tables(unit)
            row = {
                "id": setup.practice.id,
                "install": install,
                "created_at": clock(),
                "payload": encode(setup.practice),
            }
            unit.execute(practice.insert(), row)
            unit.execute(people.insert(), {"id": setup.person.id, "payload": encode(setup.person)})
    finally:
        database.close()
    files.sync_file(part)


def open_store(folder: Path, passphrase: str, *, clock: Clock = utc_now, chain: Chain = CHAIN) -> Store:
    """Open a practice. Raises KnownError in one sentence for everything that can be wrong with it.

    The passphrase is tried first and only reads, so that a wrong one leaves every file as it was.
    """
    with dialect.in_words(folder):
        files.finish_creation(folder)
        _look(folder)
        stored = files.stored_keys(folder)
        unlocked = keys.unlock(stored, passphrase)
        files.look_for_rights(folder)
        lock = files.take_lock(folder)
        try:
            if not dialect.header_is_sound(folder / files.DATABASE):
                raise damaged(folder)
            return enter(folder, unlocked, stored.practice, lock, clock, chain)
        except BaseException:
            lock.release()
            raise


def _look(folder: Path) -> None:
    """Tell what is missing before anything is opened."""
    has_database, has_keys = (folder / files.DATABASE).is_file(), (folder / files.KEYS).is_file()
    if not has_database and not has_keys:
        raise not_a_practice(folder)
    if not has_keys:
        raise keys_missing(folder)
    if not has_database:
        raise practice_file_missing(folder)


def enter(
    folder: Path, unlocked: keys.Unlocked, install: str, lock: FileLock, clock: Clock, chain: Chain = CHAIN
) -> Store:
    """Open the practice file of a folder whose key and lock are in hand; older tables are brought up to date."""
    key = keys.database_key(unlocked.key)
    database = _connect(folder, key)
    try:
        with database.reading() as unit:
            is_older = needs_migration(unit, folder, chain)
        if is_older:
            database.close()
            _bring_up(folder, key, chain, clock())
            database = _connect(folder, key)
        with database.reading() as unit, readable(folder):
            who, where = _who(unit, unlocked.person, folder), _where(unit, install, folder)
    except BaseException:
        with suppress(Exception):
            database.close()
        raise
    desk = Desk(
        database=database, folder=folder, key=key, practice=where, person=who,
        session=f"session-{secrets.token_hex(8)}", clock=clock,
    )  # fmt: skip
    return Store(desk, lock)


def _connect(folder: Path, key: bytes) -> Database:
    return Database(dialect.engine_for(folder / files.DATABASE, key), folder)


def _bring_up(folder: Path, key: bytes, chain: Chain, at: datetime) -> None:
    """Make a backup, then run the migrations in one unit: the tables are old or new, never in between."""
    make_backup(folder, backup_folder(folder, "before-update", at), key)
    database = Database(dialect.engine_for(folder / files.DATABASE, key, guarded=False), folder)
    try:
        with database.writing() as unit:
            migrate(unit, chain)
            if dialect.broken_references(unit):
                raise BugError("a migration left rows that refer to nothing")
    finally:
        database.close()


def _who(unit: Connection, person: str, folder: Path) -> Person:
    data = unit.execute(select(people.c.payload).where(people.c.id == person)).scalar()
    if data is None:
        raise damaged(folder)
    return decode(data, Person)


def _where(unit: Connection, install: str, folder: Path) -> Practice:
    row = unit.execute(select(practice.c.install, practice.c.payload)).first()
    if row is None or row.install != install:
        raise damaged(folder)
    return decode(row.payload, Practice)
