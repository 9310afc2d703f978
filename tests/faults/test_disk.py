"""A disk that is full or may not be written is said in words; what was saved before is safe, and saving works again."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from store.practices import ADA, PASSPHRASE, PDF, SETUP, Open, everything, finalise, paper, plan_for

from painplanner.errors import KnownError
from painplanner.store import Store, create_store, files, open_store
from painplanner.store.faults import NotSaved, ReadOnly


def allow_pages(store: Store, pages: int) -> None:
    """Let the practice file have so many pages at most, as a full disk would."""
    with store._db.writing() as unit:
        unit.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_a_save_on_a_full_disk_is_said_and_works_again_with_space(folder: Path, opened: Open) -> None:
    store, plan = opened(folder), plan_for()
    store.save_patient(ADA)
    finalise(store, plan)
    store.save_draft(plan, ())
    allow_pages(store, 1)
    with pytest.raises(NotSaved, match="is full"):
        finalise(store, msgspec.structs.replace(plan, title="Lost"), paper(pdf=PDF * 10_000))
    assert len(store.revisions("plan-1")) == 1
    assert store.load_plan("plan-1") == plan
    assert store.papers_of(ADA.id) == ()
    allow_pages(store, 1_000_000)
    finalise(store, msgspec.structs.replace(plan, title="Kept"), paper(pdf=PDF * 10_000))
    assert [row.n for row in store.revisions("plan-1")] == [2, 1]
    assert store.check() == ()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of two megabytes, where this machine lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no small disk can be made here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_real_disk_that_fills_up_loses_nothing(folder: Path, opened: Open, small_disk: Path) -> None:
    store = opened(Path(shutil.copytree(folder, small_disk / "practice")))
    store.save_patient(ADA)
    kept: list[str] = []
    with pytest.raises(NotSaved, match="is full"):
        fill(store, kept)
    assert [row.id for row in reversed(store.revisions("plan-1"))] == kept
    with pytest.raises(NotSaved, match="is full"):
        store.backup("no room")
    assert store.backups() == ()
    assert not list((store.folder / files.BACKUPS).glob("*"))
    assert store.patient(ADA.id) == ADA
    store.close()
    again = opened(store.folder)
    assert [row.id for row in reversed(again.revisions("plan-1"))] == kept
    again.close()


def fill(store: Store, kept: list[str]) -> None:
    for n in range(1000):
        kept.append(finalise(store, plan_for(), paper(str(n), pdf=PDF * 2000)))


def test_a_practice_is_not_half_made_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(2 * 1024 * 1024 - 64 * 1024))
    with pytest.raises(NotSaved, match="is full"):
        create_store(small_disk / "practice", SETUP, PASSPHRASE)
    assert not (small_disk / "practice").exists()
    (small_disk / "ballast").unlink()
    create_store(small_disk / "practice", SETUP, PASSPHRASE).close()


@contextmanager
def read_only(folder: Path) -> Generator[Path]:
    """Give a copy of a practice that this process may read and not write."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        copy = Path(shutil.copytree(folder, top / "practice"))
        for path in copy.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        copy.chmod(0o555)
        top.chmod(0o755)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(65534)
        try:
            yield copy
        finally:
            if is_root:
                os.seteuid(0)
            copy.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="folders are not read-only there")
def test_a_folder_that_may_not_be_written_is_said_and_stays_as_it_is(folder: Path) -> None:
    before = everything(folder)
    with read_only(folder) as copy:
        with pytest.raises(ReadOnly, match="may not write"):
            open_store(copy, PASSPHRASE)
        with pytest.raises(ReadOnly, match="may not write"):
            create_store(copy / "new", SETUP, PASSPHRASE)
        assert everything(copy) == before


@pytest.mark.skipif(os.name == "nt", reason="folders are not read-only there")
def test_a_new_folder_without_its_lock_file_is_read_only_too(folder: Path) -> None:
    (folder / files.LOCK).unlink()
    with read_only(folder) as copy, pytest.raises(ReadOnly, match="may not write"):
        open_store(copy, PASSPHRASE)


def test_a_practice_whose_folder_went_away_is_said_in_words(folder: Path, opened: Open) -> None:
    store = opened(folder)
    store.save_patient(ADA)
    gone = folder.with_name("gone")
    folder.rename(gone)
    with pytest.raises(KnownError):
        store.backup("on a stick that was pulled")
    assert not folder.exists()
    gone.rename(folder)
    assert store.patient(ADA.id) == ADA
