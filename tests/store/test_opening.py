"""A practice is one folder that only its passphrase opens; whatever is wrong is said in words and changes nothing."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from store.practices import ADA, PASSPHRASE, SETUP, TODAY, Open, everything, finalise, plan_for, raw

from painplanner.errors import KnownError
from painplanner.store import Store, create_store, dialect, files, keys, open_store
from painplanner.store.faults import (
    AlreadyOpen,
    Damaged,
    KeysDamaged,
    KeysMissing,
    NewerPractice,
    NoCipher,
    NotAPractice,
    Occupied,
    WrongPassphrase,
)


def refused(folder: Path, kind: type[KnownError], passphrase: str = PASSPHRASE) -> str:
    """Open a practice that cannot be opened; return the sentence after checking that no file changed."""
    before = everything(folder)
    with pytest.raises(kind) as error:
        open_store(folder, passphrase)
    assert everything(folder) == before
    return error.value.sentence


def test_a_practice_is_made_opened_and_closed(tmp_path: Path) -> None:
    made = create_store(tmp_path / "clinics" / "Übung 1", SETUP, PASSPHRASE)
    made.save_patient(ADA)
    made.close()
    again = open_store(tmp_path / "clinics" / "Übung 1", PASSPHRASE)
    assert (again.practice, again.person, again.patient(ADA.id)) == (SETUP.practice, SETUP.person, ADA)
    again.close()


@pytest.fixture
def open_umask() -> Iterator[None]:
    """Let new files be readable by everybody unless the program says otherwise."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_a_practice_is_one_folder_for_one_person(tmp_path: Path, open_umask: None) -> None:
    store = create_store(tmp_path / "practice", SETUP, PASSPHRASE)
    store.save_patient(ADA)
    store.backup("now")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (store.folder, *store.folder.rglob("*"))}
    names = {"practice.db", "practice.db-wal", "practice.db-shm", "keys.json", "backups", "practice.lock"}
    assert names <= set(modes)
    assert {mode for path, mode in modes.items() if (store.folder / path).is_dir()} == {0o700}
    assert {mode for path, mode in modes.items() if path in names - {"backups"}} == {0o600}
    store.close()


def test_the_passphrase_can_be_asked_again(store: Store) -> None:
    assert store.verify_passphrase(PASSPHRASE)
    assert not store.verify_passphrase(PASSPHRASE.upper())


def test_a_wrong_passphrase_is_said_and_changes_nothing(folder: Path) -> None:
    (folder / files.LOCK).unlink()
    assert "not the passphrase" in refused(folder, WrongPassphrase, "wrong")
    assert not (folder / files.LOCK).exists()


def test_a_passphrase_is_needed(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="needs a passphrase"):
        create_store(tmp_path / "new", SETUP, "  ")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_a_folder_without_a_practice_is_said(tmp_path: Path, name: str) -> None:
    assert "There is no practice" in refused(tmp_path / name, NotAPractice)


def test_a_missing_key_file_is_said_with_the_way_back(folder: Path, opened: Open) -> None:
    store = opened(folder)
    backup = store.backup("before the fault")
    store.close()
    (folder / files.KEYS).unlink()
    assert str(backup) in refused(folder, KeysMissing)
    (folder / files.KEYS).write_bytes((backup / files.KEYS).read_bytes())
    open_store(folder, PASSPHRASE).close()


def test_a_damaged_key_file_is_not_called_a_wrong_passphrase(folder: Path) -> None:
    data = bytearray((folder / files.KEYS).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / files.KEYS).write_bytes(bytes(data))
    assert "keys.json" in refused(folder, KeysDamaged)
    (folder / files.KEYS).write_bytes(b"")
    refused(folder, KeysDamaged)


def test_a_missing_practice_file_is_never_made_anew(folder: Path) -> None:
    (folder / files.DATABASE).unlink()
    assert "practice.db is missing" in refused(folder, Damaged)
    with pytest.raises(Occupied):
        create_store(folder, SETUP, PASSPHRASE)
    assert not (folder / files.DATABASE).exists()


@pytest.mark.parametrize("size", [0, 1, 1000, 4095])
def test_a_practice_file_that_is_cut_off_is_damaged_and_left_as_it_is(folder: Path, size: int) -> None:
    whole = (folder / files.DATABASE).read_bytes()
    (folder / files.DATABASE).write_bytes(whole[:size])
    assert "damaged" in refused(folder, Damaged)


def test_a_file_that_is_not_encrypted_is_not_taken_for_a_practice(folder: Path) -> None:
    (folder / files.DATABASE).write_bytes(dialect.PLAIN_HEADER.ljust(8192, b"\x00"))
    refused(folder, Damaged)


def test_a_practice_file_without_its_tables_is_damaged(folder: Path, key: bytes, opened: Open) -> None:
    (folder / files.DATABASE).unlink()
    files.make_private_file(folder / files.DATABASE)
    connection = raw(folder, key)
    connection.execute("CREATE TABLE something (id INTEGER)")
    connection.close()
    refused(folder, Damaged)


def test_a_program_whose_library_is_too_old_opens_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "OLDEST", (99, 0, 0))
    assert dialect.dbapi2.sqlite_version in refused(folder, NoCipher)


def test_a_key_file_that_goes_missing_while_open_is_said(store: Store) -> None:
    (store.folder / files.KEYS).unlink()
    with pytest.raises(KeysMissing):
        store.verify_passphrase(PASSPHRASE)


def test_an_empty_folder_that_was_chosen_stays_when_nothing_could_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialect, "OLDEST", (99, 0, 0))
    with pytest.raises(NoCipher):
        create_store(tmp_path, SETUP, PASSPHRASE)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NoCipher):
        create_store(tmp_path / "new", SETUP, PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_the_key_of_another_practice_does_not_open_this_one(folder: Path) -> None:
    install = files.stored_keys(folder).practice
    wrap = keys.wrap_key(keys.new_key(), install, "person-1", PASSPHRASE)
    (folder / files.KEYS).write_bytes(
        keys.write_keys(keys.KeyFile(format=keys.FORMAT, practice=install, wraps=(wrap,)))
    )
    refused(folder, Damaged)


def test_the_damaged_sentence_names_the_newest_backup(folder: Path, opened: Open) -> None:
    store = opened(folder)
    store.backup("first")
    newest = store.backup("second")
    store.close()
    (folder / files.DATABASE).write_bytes(b"")
    assert str(newest) in refused(folder, Damaged)


def test_a_practice_of_a_newer_program_is_refused(folder: Path, key: bytes) -> None:
    connection = raw(folder, key)
    connection.execute("UPDATE alembic_version SET version_num = '0099_later'")
    connection.close()
    assert "newer PainPlanner" in refused(folder, NewerPractice)


def test_a_plan_of_a_newer_program_is_refused_and_the_others_open(folder: Path, opened: Open, key: bytes) -> None:
    store = opened(folder)
    store.save_patient(ADA)
    store.save_draft(plan_for(), ())
    finalise(store, plan_for(name="plan-2", number=2))
    store.close()
    connection = raw(folder, key)
    connection.execute("UPDATE drafts SET payload = ?", (b'{"schema":99,"plan":{"id":"plan-1","wings":2}}',))
    connection.close()
    again = opened(folder)
    with pytest.raises(NewerPractice, match="newer PainPlanner"):
        again.load_plan("plan-1")
    assert again.load_plan("plan-2").id == "plan-2"


def test_a_second_instance_is_refused_while_the_first_is_open(folder: Path, opened: Open) -> None:
    store = opened(folder)
    store.save_patient(ADA)
    before = everything(folder)
    with pytest.raises(AlreadyOpen, match="already open"):
        open_store(folder, PASSPHRASE)
    assert everything(folder) == before
    store.close()
    open_store(folder, PASSPHRASE).close()


def test_a_new_practice_never_goes_into_a_folder_with_something_in_it(folder: Path, tmp_path: Path) -> None:
    before = everything(folder)
    with pytest.raises(Occupied, match="already a practice"):
        create_store(folder, SETUP, PASSPHRASE)
    assert everything(folder) == before
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "holiday.jpg").write_bytes(b"")
    with pytest.raises(Occupied):
        create_store(tmp_path / "other", SETUP, PASSPHRASE)


def test_a_creation_that_was_interrupted_is_finished_or_begun_again(folder: Path, tmp_path: Path) -> None:
    part = folder / (files.DATABASE + files.PART)
    (folder / files.DATABASE).rename(part)
    open_store(folder, PASSPHRASE).close()
    assert not part.exists()
    begun = tmp_path / "begun"
    begun.mkdir()
    (begun / (files.DATABASE + files.PART)).write_bytes(b"half")
    create_store(begun, SETUP, PASSPHRASE).close()
    assert not (begun / (files.DATABASE + files.PART)).exists()


def test_a_practice_opened_in_a_worker_serves_the_window(folder: Path) -> None:
    found: list[Store] = []
    worker = threading.Thread(target=lambda: found.append(open_store(folder, PASSPHRASE)))
    worker.start()
    worker.join()
    found[0].save_patient(ADA)
    assert found[0].patient(ADA.id) == ADA
    found[0].close()
    open_store(folder, PASSPHRASE).close()


def test_two_threads_take_turns(store: Store) -> None:
    store.save_patient(ADA)
    plans = [plan_for(name=f"plan-{n}", number=n) for n in range(2)]

    def work(n: int) -> None:
        for turn in range(25):
            store.save_draft(msgspec.structs.replace(plans[n], title=str(turn)), ())
            store.search_patients("zak")
            store.due(TODAY)

    workers = [threading.Thread(target=work, args=(n,)) for n in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [store.load_plan(plan.id).title for plan in plans] == ["24", "24"]


def test_every_sentence_says_what_is_safe_and_what_to_do(tmp_path: Path) -> None:
    from painplanner.store import faults

    made = [
        faults.not_a_practice(tmp_path),
        faults.wrong_passphrase(),
        faults.passphrase_missing(),
        faults.keys_missing(tmp_path),
        faults.keys_damaged(tmp_path),
        faults.damaged(tmp_path),
        faults.practice_file_missing(tmp_path),
        faults.newer_practice(tmp_path),
        faults.newer_plan(),
        faults.read_only(tmp_path),
        faults.already_open(tmp_path),
        faults.occupied(tmp_path),
        faults.disk_full(tmp_path),
        faults.not_written(tmp_path),
        faults.busy(tmp_path),
        faults.no_cipher("4.5.0", "3.40.1"),
        faults.no_cipher("", ""),
    ]
    for error in made:
        assert error.sentence.count(". ") >= 2, error.sentence
        assert not {"!", "error", "exception"} & set(error.sentence.lower().split())
