"""Backups: whole copies of the practice with its key file, verified before they count, and thinned with age."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from painplanner.store import dialect, files
from painplanner.store.faults import NotSaved
from painplanner.store.rows import BackupRow
from painplanner.store.shelf import Desk, Shelf
from painplanner.text import _

_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"(?P<at>\d{8}T\d{12}Z)-(?P<reason>[a-z0-9-]+)")
KEEP_ALL = timedelta(days=2)
SPANS = ("%Y-%j",) * 12 + ("%G-%V",) * 10 + ("%Y-%m",) * 9
LAST = 3


class BackupShelf(Shelf):
    """The backups folder of the practice."""

    def __init__(self, desk: Desk) -> None:
        """Make one backup at a time."""
        super().__init__(desk)
        self._turn = threading.Lock()

    def backup(self, reason: str) -> Path:
        """Make a verified backup and return its folder; older ones are thinned. May run beside the window's work."""
        at = self._desk.clock()
        target = backup_folder(self.folder, reason, at)
        with self._turn, dialect.in_words(self.folder):
            make_backup(self.folder, target, self._desk.key)
            self._thin(at)
        return target

    def backups(self) -> tuple[BackupRow, ...]:
        """Return the backups, newest first."""
        return tuple(sorted(_rows(self.folder / files.BACKUPS), key=lambda row: row.at, reverse=True))

    def check(self) -> tuple[str, ...]:
        """Return what is wrong inside the practice file, empty for a sound one. Meant for a worker."""
        return dialect.problems(self.folder / files.DATABASE, self._desk.key)

    def _thin(self, now: datetime) -> None:
        rows = self.backups()
        kept = set(kept_moments((row.at for row in rows), now))
        for row in rows:
            if row.at not in kept:
                files.remove_tree(row.path)


def backup_folder(folder: Path, reason: str, at: datetime) -> Path:
    """Return the folder of a backup that is made for a reason at a moment."""
    return folder / files.BACKUPS / f"{at.astimezone(UTC).strftime(_STAMP)}-{_slug(reason)}"


def make_backup(folder: Path, target: Path, key: bytes) -> None:
    """Copy a practice beside `target`, verify the copy, and only then give it its name."""
    files.make_folder(target.parent)
    for left in target.parent.glob("*" + files.PART):
        files.remove_tree(left)
    part = target.with_name(target.name + files.PART)
    try:
        files.make_folder(part)
        copy = part / files.DATABASE
        files.make_private_file(copy)
        dialect.copy_file(folder / files.DATABASE, copy, key)
        wrong = dialect.problems(copy, key)
        if wrong:
            raise NotSaved(
                _(
                    "The backup could not be verified, so it was not kept. The practice itself was not changed. "
                    "Check the disk, then make the backup again."
                )
            )
        files.sync_file(copy)
        files.write_whole(part / files.KEYS, (folder / files.KEYS).read_bytes())
        part.rename(target)
        files.sync_folder(target.parent)
    except BaseException:
        files.remove_tree(part)
        raise


def kept_moments(moments: Iterable[datetime], now: datetime) -> tuple[datetime, ...]:
    """Return which backups stay: all of two days, before that 12 days, 10 weeks and 9 months; and always the last 3.

    The newest of a day, week or month stands for it. A moment after `now` (a clock that was set back) always stays.
    """
    kept: list[datetime] = []
    spans = list(SPANS)
    for place, at in enumerate(sorted(moments, reverse=True)):
        if place < LAST or now - at <= KEEP_ALL:
            kept.append(at)
        elif spans and at.strftime(spans[0]) != kept[-1].strftime(spans[0]):
            kept.append(at)
            spans.pop(0)
    return tuple(kept)


def _rows(folder: Path) -> Iterable[BackupRow]:
    for path in folder.glob("*Z-*"):
        match = _NAME.fullmatch(path.name)
        if match and (path / files.DATABASE).is_file() and (path / files.KEYS).is_file():
            at = datetime.strptime(match["at"], _STAMP).replace(tzinfo=UTC)
            yield BackupRow(path=path, at=at, reason=match["reason"], size=(path / files.DATABASE).stat().st_size)


def _slug(reason: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", reason.lower()).strip("-")[:40] or "backup"
