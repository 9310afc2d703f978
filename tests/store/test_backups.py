"""A backup is a whole practice that was verified; older ones are thinned by age, and the last three always stay."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from store.practices import ADA, PASSPHRASE, Open, SteadyClock, finalise, paper, plan_for

from painplanner.errors import KnownError
from painplanner.store import Store, dialect, files, open_store
from painplanner.store.backups import kept_moments

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def test_a_backup_opens_as_a_practice_of_its_own(store: Store, tmp_path: Path) -> None:
    store.save_patient(ADA)
    finalise(store, plan_for(), paper())
    shutil.copytree(store.backup("Before import"), tmp_path / "copy")
    again = open_store(tmp_path / "copy", PASSPHRASE)
    assert again.patient(ADA.id) == ADA
    assert again.revisions("plan-1") == store.revisions("plan-1")
    again.close()


def test_backups_are_listed_newest_first_with_their_reason(store: Store) -> None:
    first, second = store.backup("close"), store.backup("Before import!")
    rows = store.backups()
    assert [row.path for row in rows] == [second, first]
    assert [row.reason for row in rows] == ["before-import", "close"]
    assert rows[0].at > rows[1].at
    assert rows[0].size > dialect.PAGE


def test_a_backup_is_sound_and_encrypted(store: Store, key: bytes) -> None:
    copy = store.backup("now") / files.DATABASE
    assert dialect.problems(copy, key) == ()
    assert dialect.header_is_sound(copy)
    assert {path.name for path in copy.parent.iterdir()} == {files.DATABASE, files.KEYS}


def test_a_damaged_practice_makes_no_backup(store: Store) -> None:
    store.save_patient(ADA)
    store.backup("good")
    assert store.check() == ()  # writes the log back into the file, which would mend a page that stands in it
    path = store.folder / files.DATABASE
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path.write_bytes(bytes(damaged))
    with pytest.raises(KnownError):
        store.backup("bad")
    assert [row.reason for row in store.backups()] == ["good"]
    assert not list((store.folder / files.BACKUPS).glob("*" + files.PART))
    assert store.check() != ()


def test_an_empty_copy_never_counts_as_sound(tmp_path: Path, key: bytes) -> None:
    (tmp_path / files.DATABASE).touch()
    assert dialect.problems(tmp_path / files.DATABASE, key) != ()


def test_what_an_interrupted_backup_left_is_cleared(store: Store) -> None:
    left = store.folder / files.BACKUPS / f"20260101T000000000000Z-close{files.PART}"
    left.mkdir(parents=True)
    (left / files.DATABASE).write_bytes(b"half")
    store.backup("now")
    assert not left.exists()


def test_a_backup_is_made_beside_the_work_of_the_window(store: Store) -> None:
    store.save_patient(ADA)
    made: list[Path] = []
    worker = threading.Thread(target=lambda: made.extend(store.backup("auto") for _ in range(3)))
    worker.start()
    saved = 0
    while worker.is_alive():
        store.save_draft(plan_for(), ())
        saved += 1
    worker.join()
    assert len(made) == 3
    assert saved > 0


def test_a_practice_that_is_sound_has_no_problems(store: Store) -> None:
    store.save_patient(ADA)
    assert store.check() == ()


def test_the_backups_of_two_days_all_stay() -> None:
    moments = [NOW - timedelta(minutes=30 * n) for n in range(96)]
    assert set(kept_moments(moments, NOW)) == set(moments)


@pytest.mark.parametrize(
    ("ages", "kept"),
    [
        ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
        ([3.0, 3.1, 3.2, 4.0, 4.1], [3.0, 3.1, 3.2, 4.0]),
        ([400, 500, 600, 700], [400, 500, 600, 700]),
        ([], []),
        ([-10, -5, 0, 1], [-10, -5, 0, 1]),
    ],
)
def test_backups_are_thinned_by_the_table(ages: list[float], kept: list[float]) -> None:
    moments = {NOW - timedelta(days=age): age for age in ages}
    assert [moments[at] for at in kept_moments(moments, NOW)] == sorted(kept)


def test_two_years_of_backups_become_days_weeks_and_months() -> None:
    kept: tuple[datetime, ...] = ()
    for n in range(730 * 4, -1, -1):
        now = NOW - timedelta(hours=6 * n)
        kept = kept_moments((*kept, now), now)
    recent = [at for at in kept if NOW - at <= timedelta(days=2)]
    older = [at for at in kept if at not in recent]
    days, weeks, months = older[:12], older[12:22], older[22:]
    assert recent == [NOW - timedelta(hours=6 * n) for n in range(9)]
    assert [at.date() for at in days] == [(NOW - timedelta(days=3 + n)).date() for n in range(12)]
    assert [(one - other).days for one, other in pairwise(weeks)] == [7] * 9
    assert len({(at.year, at.month) for at in months}) == len(months) == 9
    assert timedelta(days=330) < NOW - min(kept) < timedelta(days=400)


def test_a_clock_that_was_set_back_deletes_nothing() -> None:
    moments = [NOW - timedelta(hours=n) for n in range(40)]
    assert set(kept_moments(moments, NOW - timedelta(days=1))) == set(moments)


def test_thinning_takes_whole_folders_away(folder: Path, opened: Open) -> None:
    clock = SteadyClock(NOW)
    store = opened(folder, clock)
    make: Callable[[], Path] = lambda: store.backup("auto")  # noqa: E731
    old = [make() for _ in range(5)]
    clock.at = NOW + timedelta(days=10)
    new = [make() for _ in range(3)]
    assert [row.path for row in store.backups()] == [*reversed(new), old[-1]]
    assert not old[0].exists()
