"""Opening and creating a practice, with its library brought up to what the program carries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from painplanner.core.practice import PracticeSetup
from painplanner.services.library import bring_up_to_date

if TYPE_CHECKING:
    from painplanner.store import Store


def open_practice(folder: Path, passphrase: str) -> Store:
    """Open a practice. Raises KnownError in one sentence for everything that can be wrong with it."""
    from painplanner.store import open_store

    return _ready(open_store(folder, passphrase))


def create_practice(folder: Path, setup: PracticeSetup, passphrase: str) -> Store:
    """Make a practice in a folder that holds none."""
    from painplanner.store import create_store

    return _ready(create_store(folder, setup, passphrase))


def _ready(store: Store) -> Store:
    try:
        bring_up_to_date(store)
    except BaseException:
        store.close()
        raise
    return store
