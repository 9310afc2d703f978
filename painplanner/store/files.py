"""The files of a practice folder: their names, their modes, writing one whole or not at all, and the writer lock."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from painplanner.store.faults import already_open, keys_damaged, keys_missing, read_only
from painplanner.store.keys import KeyFile, Spoiled, read_keys

DATABASE = "practice.db"
KEYS = "keys.json"
BACKUPS = "backups"
LOCK = "practice.lock"
PART = ".part"


def make_folder(folder: Path) -> None:
    """Make a folder that only this person can look into; the one above it must be there."""
    folder.mkdir(mode=0o700, exist_ok=True)
    with suppress(OSError):  # a stick or share may know no modes
        folder.chmod(0o700)


def make_private_file(path: Path) -> None:
    """Make an empty file that only this person can read; its companions take its mode."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one, and it is on the disk when this returns."""
    part = path.with_name(path.name + PART)
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Bring a file to the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Bring names in a folder to the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def take_lock(folder: Path) -> FileLock:
    """Become the one writer of a practice; a lock whose owner died is free.

    Raises AlreadyOpen. The lock may be given back by another thread than the one that took it.
    """
    lock = FileLock(folder / LOCK, timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise already_open(folder) from None
    return lock


def remove_tree(folder: Path) -> None:
    """Remove a folder of a backup, as far as the system lets us."""
    shutil.rmtree(folder, ignore_errors=True)


def is_free(folder: Path) -> bool:
    """Tell whether a new practice may be made here: nothing is there but what an interrupted try left."""
    leftovers = {LOCK, DATABASE + PART, DATABASE + PART + "-wal", DATABASE + PART + "-shm", KEYS + PART}
    return folder.is_dir() and all(path.name in leftovers for path in folder.iterdir())


def clear_creation(folder: Path, *, keep_folder: bool) -> None:
    """Take away what a creation that did not succeed left behind, if it is no practice yet."""
    if (folder / KEYS).exists():
        return
    for path in (*folder.glob("*" + PART + "*"), folder / LOCK):
        path.unlink(missing_ok=True)
    if not keep_folder:
        folder.rmdir()


def finish_creation(folder: Path) -> None:
    """Give the finished file of a new practice its name, where a crash came between its key file and that."""
    part, name = folder / (DATABASE + PART), folder / DATABASE
    if (folder / KEYS).is_file() and part.is_file() and not name.exists():
        part.rename(name)
        sync_folder(folder)


def look_for_rights(folder: Path) -> None:
    """Raise ReadOnly where the folder or the practice file cannot be written."""
    if not (os.access(folder, os.W_OK) and os.access(folder / DATABASE, os.R_OK | os.W_OK)):
        raise read_only(folder)


def stored_keys(folder: Path) -> KeyFile:
    """Return the key file of a practice. Raises KeysMissing, KeysDamaged."""
    try:
        return read_keys((folder / KEYS).read_bytes())
    except FileNotFoundError:
        raise keys_missing(folder) from None
    except Spoiled as error:
        raise keys_damaged(folder) from error
