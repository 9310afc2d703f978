"""A damaged practice file is noticed, never read as something else, and left as it is."""

from __future__ import annotations

import random
from contextlib import closing, suppress
from pathlib import Path

import pytest
from core.whole_plans import small_library
from store.practices import ADA, PDF, Open, finalise, paper, plan_for, raw

from painplanner.core.patient import Patient
from painplanner.store import Store, dialect, files
from painplanner.store.faults import Damaged
from painplanner.store.tables import metadata


@pytest.fixture
def kept(folder: Path, opened: Open) -> Path:
    """Return a closed practice with something in every kind of table."""
    store = opened(folder)
    for n in range(40):
        store.save_patient(Patient(id=f"other-{n}", name=f"Name Number{n}", note="a note " * 40))
    store.save_patient(ADA)
    store.replace_library(small_library(), {"a" * 64: b"bridge" * 99, "b" * 64: b"glide" * 99})
    finalise(store, plan_for(steps=8), paper(pdf=PDF * 400), snapshot=b"{}" * 500)
    store.save_draft(plan_for(steps=9), ())
    store.close()
    return folder


def dump(folder: Path, key: bytes) -> dict[str, list[object]]:
    """Return every row of every table."""
    with closing(raw(folder, key)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in metadata.tables
        }


def check_flips(folder: Path, key: bytes, count: int, seed: int) -> None:
    """Flip one random bit at a time: the check must see it, and reading must fail or give what was there."""
    path, chance = folder / files.DATABASE, random.Random(seed)
    whole, before = path.read_bytes(), dump(folder, key)
    for _ in range(count):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        flipped = bytearray(whole)
        flipped[place] ^= 1 << bit
        path.write_bytes(bytes(flipped))
        assert dialect.problems(path, key) != (), f"bit {bit} of byte {place}"
        with suppress(dialect.dbapi2.DatabaseError):
            assert dump(folder, key) == before, f"bit {bit} of byte {place}"
        for left in ("-wal", "-shm"):
            path.with_name(path.name + left).unlink(missing_ok=True)


def test_one_flipped_bit_is_always_noticed_and_never_read_as_something_else(kept: Path, key: bytes) -> None:
    check_flips(kept, key, 40, seed=1)


@pytest.mark.long
def test_500_flipped_bits_are_always_noticed(kept: Path, key: bytes) -> None:
    check_flips(kept, key, 500, seed=2)


@pytest.mark.parametrize("left", ["half", "a page less", "100 bytes less"])
def test_a_file_that_was_cut_is_noticed(kept: Path, key: bytes, opened: Open, left: str) -> None:
    path = kept / files.DATABASE
    whole = path.read_bytes()
    sizes = {"half": len(whole) // 2, "a page less": len(whole) - dialect.PAGE, "100 bytes less": len(whole) - 100}
    path.write_bytes(whole[: sizes[left]])
    assert dialect.problems(path, key) != ()
    assert path.read_bytes() == whole[: sizes[left]]
    with suppress(Damaged):
        assert opened(kept).check() != ()
        return
    assert path.read_bytes() == whole[: sizes[left]]


def test_damage_met_while_reading_is_said_in_words(kept: Path, opened: Open) -> None:
    path = kept / files.DATABASE
    data = bytearray(path.read_bytes())
    for page in range(8, len(data) // dialect.PAGE):
        data[page * dialect.PAGE + 100] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(Damaged, match="damaged"):
        read_all(opened(kept))


def read_all(store: Store) -> None:
    for row in store.search_patients("", 100):
        store.patient(row.id)
    store.load_plan("plan-1")
