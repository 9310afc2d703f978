"""A practice is looked after while nobody waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from painplanner.core.practice import Person, Practice, PracticeSetup
from painplanner.services.care import look_after
from painplanner.store import Store, create_store, open_store

PHRASE = "orange ladder quiet boat"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    setup = PracticeSetup(practice=Practice(id="practice", name="Riverside"), person=Person(id="person-1"))
    return create_store(tmp_path / "practice", setup, PHRASE)


def test_a_backup_is_made_once_in_half_a_day(store: Store) -> None:
    now = datetime.now(UTC)
    assert look_after(store, now) == ""
    assert look_after(store, now + timedelta(hours=1)) == ""
    assert [row.reason for row in store.backups()] == ["daily"]
    assert look_after(store, now + timedelta(hours=13)) == ""
    assert len(store.backups()) == 2
    store.close()


def test_a_backup_opens_like_the_practice(store: Store) -> None:
    look_after(store, datetime.now(UTC))
    (backup,) = store.backups()
    store.close()
    copy = open_store(backup.path, PHRASE)
    assert copy.practice.name == "Riverside"
    copy.close()


def test_damage_is_said_and_never_backed_up(store: Store) -> None:
    path = store.folder / "practice.db"
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle] ^= 1
    path.write_bytes(data)
    assert "damaged" in look_after(store, datetime.now(UTC))
    assert store.backups() == ()
    store.close()
