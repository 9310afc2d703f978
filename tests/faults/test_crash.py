"""Whatever the moment at which the program is killed, what was said to be saved is there, and the door opens."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from store.practices import Open, everything, plan_for

from painplanner.store import Store, dialect, files, keys
from painplanner.store.faults import AlreadyOpen, Damaged

ROOT = Path(__file__).parents[2]
FOR_EVER = 1_000_000


@contextmanager
def writer(folder: Path, key: bytes, rounds: int = FOR_EVER) -> Generator[subprocess.Popen[str]]:
    """Run the program that writes, until this ends."""
    command = [sys.executable, "-m", "faults.writing", str(folder), key.hex(), str(rounds)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=env, text=True, bufsize=1, stdin=pipe, stdout=pipe) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def kill_after(folder: Path, key: bytes, lines: int, rounds: int = FOR_EVER) -> dict[str, int]:
    """Kill the program once it has said so many things; return the last number it said of each kind."""
    said = {"revision": 0, "draft": 0}
    with writer(folder, key, rounds) as process:
        assert process.stdout is not None
        for _ in range(lines):
            kind, number = process.stdout.readline().split()
            said[kind] = int(number)
        process.kill()
        for line in process.stdout.readlines():
            if line.endswith("\n"):
                kind, number = line.split()
                said[kind] = int(number)
    return said


def check_after_crash(store: Store, said: dict[str, int]) -> None:
    revisions = store.revisions("plan-1")
    assert [row.n for row in revisions] == list(range(len(revisions), 0, -1))
    assert said["revision"] <= len(revisions) <= said["revision"] + 1
    draft = store.draft("plan-1")
    if draft is None:  # a revision was kept after the last draft
        assert len(revisions) == said["draft"] + 1
    else:
        assert int(draft.title) in {said["draft"], said["draft"] + 1}
    assert store.check() == ()


@pytest.mark.parametrize("seed", range(6))
def test_nothing_that_was_saved_is_lost_by_a_kill(
    folder: Path, made: tuple[Path, keys.Unlocked], opened: Open, seed: int
) -> None:
    said = kill_after(folder, made[1].key, random.Random(seed).randint(1, 60))
    check_after_crash(opened(folder), said)


@pytest.mark.long
def test_nothing_that_was_saved_is_lost_by_200_kills(
    folder: Path, made: tuple[Path, keys.Unlocked], opened: Open, tmp_path: Path
) -> None:
    chance = random.Random(1000)
    for n in range(200):
        copy = Path(shutil.copytree(folder, tmp_path / f"copy-{n}"))
        said = kill_after(copy, made[1].key, chance.randint(1, 200))
        store = opened(copy)
        check_after_crash(store, said)
        store.close()
        shutil.rmtree(copy)


def test_the_lock_of_a_living_program_holds_and_that_of_a_dead_one_is_free(
    folder: Path, made: tuple[Path, keys.Unlocked], opened: Open
) -> None:
    with writer(folder, made[1].key), pytest.raises(AlreadyOpen):
        opened(folder)
    opened(folder)


def test_a_draft_that_was_open_in_a_crash_is_offered_back_once(
    folder: Path, made: tuple[Path, keys.Unlocked], opened: Open
) -> None:
    kill_after(folder, made[1].key, 2, rounds=1)
    store = opened(folder)
    assert [row.id for row in store.left_open()] == ["plan-1"]
    assert store.load_plan("plan-1").title == "1"
    store.close()
    again = opened(folder)
    assert again.left_open() == ()
    assert again.has_draft("plan-1")


def test_a_draft_is_offered_until_somebody_saw_it(folder: Path, made: tuple[Path, keys.Unlocked], opened: Open) -> None:
    kill_after(folder, made[1].key, 2, rounds=1)
    for _ in range(2):  # a program that prints and never asks
        opened(folder).close()
    assert [row.id for row in opened(folder).left_open()] == ["plan-1"]


def test_a_log_that_is_damaged_or_gone_gives_an_earlier_state_and_never_a_mixed_one(
    folder: Path, made: tuple[Path, keys.Unlocked], opened: Open, key: bytes, tmp_path: Path
) -> None:
    kill_after(folder, made[1].key, 40)
    log = folder / (files.DATABASE + "-wal")
    chance = random.Random(7)
    for n in range(13):
        copy = shutil.copytree(folder, tmp_path / f"copy-{n}")
        damage(copy / log.name, chance, n)
        before = everything(copy)
        try:
            store = opened(copy)
        except Damaged:
            assert everything(copy) == before
            continue
        numbers = [row.n for row in store.revisions("plan-1")]
        assert numbers == list(range(len(numbers), 0, -1))
        assert all(store.revision_plan(row.id) == plan_for() for row in store.revisions("plan-1"))
        store.close()
        assert dialect.problems(copy / files.DATABASE, key) == ()


def damage(log: Path, chance: random.Random, n: int) -> None:
    """Flip a bit of a log, cut it, or take it away."""
    data = bytearray(log.read_bytes())
    if n == 0:
        log.unlink()
        return
    if n == 1:
        del data[len(data) // 2 :]
    else:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    log.write_bytes(bytes(data))
