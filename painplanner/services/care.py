"""Looking after the practice file while nobody waits for it: is it sound, and is there a backup of today."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store import Store

BACKUP_AFTER = timedelta(hours=12)


def look_after(store: Store, now: datetime) -> str:
    """Check the file and back it up when the newest backup is old; return a sentence when something is wrong.

    May run in a worker: both use connections of their own. Raises KnownError when the backup cannot be written.
    """
    if store.check():
        return _(
            "The practice file is damaged in places. Your work is still readable; do not close before you have printed "
            "what you need today. An older copy is in the backups folder."
        )
    newest = next(iter(store.backups()), None)
    if newest is None or now - newest.at >= BACKUP_AFTER:
        store.backup("daily")
    return ""
