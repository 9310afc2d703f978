"""Backups: whole copies of the practice with its key file, verified before they count, and thinned with age."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from painplanner.store import dialect, files
from painplanner.store.faults import NotSaved
from painplanner.store.rows import BackupRow
from painplanner.store.shelf import Shelf
from painplanner.text import _

_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"(?P<at>\d{8}T\d{12}Z)-(?P<reason>[a-z0-9-]+)")
KEEP_ALL = timedelta(days=2)
DAILY, WEEKLY, MONTHLY, LAST = 12, 10, 9, 3


class BackupShelf(Shelf):
    """The backups folder of the practice."""

    def backup(self, reason: str) -> Path:
        """Make a verified backup and return its folder; older ones are thinned. May run beside the window's work."""
        folder = self.folder / files.BACKUPS
        at = self._desk.clock().astimezone(UTC)
        target = folder / f"{at.strftime(_STAMP)}-{_slug(reason)}"
        with dialect.in_words(self.folder):
            files.make_folder(folder)
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
        kept = set(kept_moments([row.at for row in rows], now))
        for row in rows:
            if row.at not in kept:
                files.remove_tree(row.path)


def make_backup(folder: Path, target: Path, key: bytes) -> None:
    """Copy a practice beside `target`, verify the copy, and only then give it its name."""
    part = target.with_name(target.name + files.PART)
    files.remove_tree(part)
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


def kept_moments(moments: Sequence[datetime], now: datetime) -> tuple[datetime, ...]:
    """Return which backups stay: all of two days, then 12 daily, 10 weekly and 9 monthly, and always the last three.

    The newest of each day, week or month stands for it. A moment after `now` (a clock that was set back) always stays.
    """
    newest_first = sorted(moments, reverse=True)
    kept = {at for at in newest_first if now - at <= KEEP_ALL} | set(newest_first[:LAST])
    older = [at for at in newest_first if now - at > KEEP_ALL]
    for count, span in ((DAILY, "%Y-%j"), (WEEKLY, "%G-%V"), (MONTHLY, "%Y-%m")):
        chosen: dict[str, datetime] = {}
        for at in older:
            if at not in kept or span == "%Y-%j":
                chosen.setdefault(at.strftime(span), at)
        kept |= set(list(chosen.values())[:count])
    return tuple(at for at in newest_first if at in kept)


def _rows(folder: Path) -> Iterable[BackupRow]:
    for path in folder.glob("*Z-*"):
        match = _NAME.fullmatch(path.name)
        if match and (path / files.DATABASE).is_file() and (path / files.KEYS).is_file():
            at = datetime.strptime(match["at"], _STAMP).replace(tzinfo=UTC)
            yield BackupRow(path=path, at=at, reason=match["reason"], size=(path / files.DATABASE).stat().st_size)


def _slug(reason: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", reason.lower()).strip("-")[:40] or "backup"
