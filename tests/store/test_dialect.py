"""The practice file is encrypted, durable and guarded, and the program refuses to work where it would not be."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from store.practices import ADA, PDF, Open, due_of, finalise, paper, plan_for, raw

from painplanner.store import Store, dialect, files
from painplanner.store.tables import INSERT_ONLY, metadata

ROOM = Path(dialect.__file__).parent


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("fullfsync", 1),
        ("temp_store", 2),
    ],
)
def test_every_connection_is_durable_and_careful(folder: Path, key: bytes, pragma: str, value: object) -> None:
    with closing(raw(folder, key)) as connection:
        assert connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_the_library_is_new_enough_and_encrypts(folder: Path, key: bytes) -> None:
    with closing(raw(folder, key)) as connection:
        assert connection.execute("PRAGMA cipher_version").fetchone()[0]
        assert dialect.dbapi2.sqlite_version_info >= (3, 51, 3)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_never_taken_for_a_passphrase(folder: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        dialect.keyed(folder / files.DATABASE, bytes(length))


def test_a_connection_never_makes_a_file(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(dialect.dbapi2.OperationalError):
        dialect.keyed(tmp_path / "gone.db", key)
    assert not (tmp_path / "gone.db").exists()


def test_the_database_of_the_standard_library_reads_nothing(folder: Path) -> None:
    with closing(sqlite3.connect(folder / files.DATABASE)) as connection, pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT * FROM sqlite_master").fetchall()
    assert dialect.header_is_sound(folder / files.DATABASE)


@pytest.fixture
def kept(folder: Path, opened: Open) -> Path:
    store = opened(folder)
    store.save_patient(ADA)
    finalise(store, plan_for(), paper(), snapshot=b"{}")
    store.add_picture(b"pixels")
    store.close()
    return folder


def test_insert_only_tables_are_the_ones_that_papers_and_history_stand_on() -> None:
    assert set(INSERT_ONLY) == {"revisions", "papers", "snapshots", "figures", "pictures"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revisions SET payload = x'00'",
        "UPDATE revisions SET state = 'draft'",
        "DELETE FROM revisions",
        "INSERT OR REPLACE INTO revisions SELECT * FROM revisions",
        "REPLACE INTO revisions SELECT 'b', plan, n, '', '', 1, '', NULL, made_at, '', person, payload FROM revisions",
        "INSERT INTO revisions SELECT * FROM revisions WHERE true ON CONFLICT(id) DO UPDATE SET payload = x'00'",
        "UPDATE papers SET pdf = x'00'",
        "DELETE FROM papers",
        "INSERT OR REPLACE INTO papers SELECT * FROM papers",
        "UPDATE snapshots SET data = x'00'",
        "DELETE FROM snapshots",
        "UPDATE pictures SET data = x'00'",
        "DELETE FROM pictures",
        "INSERT OR REPLACE INTO pictures SELECT * FROM pictures",
        "DROP TABLE revisions",
        "DROP TRIGGER revisions_no_update",
        "ALTER TABLE revisions RENAME TO old",
        "ATTACH DATABASE ':memory:' AS other",
        "PRAGMA writable_schema = ON",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA synchronous = OFF",
        "SELECT load_extension('x')",
    ],
)
def test_what_is_kept_for_ever_cannot_be_changed(kept: Path, key: bytes, statement: str) -> None:
    with closing(raw(kept, key)) as connection:
        tables = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in INSERT_ONLY}
        with pytest.raises(dialect.dbapi2.DatabaseError, match=r"kept for ever|not authorized|prohibited"):
            connection.execute(statement)
        assert {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in INSERT_ONLY} == tables


def test_bytes_that_do_not_fit_their_hash_are_not_handed_out(kept: Path, key: bytes, opened: Open) -> None:
    with closing(dialect.connect(kept / files.DATABASE, key, guarded=False)) as connection:
        connection.execute("DROP TRIGGER revisions_no_update")
        connection.execute("DROP TRIGGER papers_no_update")
        connection.execute("UPDATE revisions SET payload = x'00'")
        connection.execute("UPDATE papers SET pdf = x'00'")
    store = opened(kept)
    with pytest.raises(Exception, match="damaged"):
        store.revision_bytes(store.revisions("plan-1")[0].id)
    with pytest.raises(Exception, match="damaged"):
        store.paper_bytes(store.papers_of("patient-1")[0].id)


def test_errors_show_no_values(store: Store) -> None:
    with pytest.raises(Exception, match="IntegrityError") as error:
        store.save_draft(plan_for(), due_of(plan_for()))  # its patient was never saved
    assert "Sciatica" not in str(error.value)


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_and_constraint_serves_postgresql_and_has_a_name(table: Table) -> None:
    words = str(CreateTable(table).compile(dialect=postgresql.dialect()))
    words += "".join(str(CreateIndex(index).compile(dialect=postgresql.dialect())) for index in table.indexes)
    assert all(constraint.name for constraint in table.constraints)
    assert not re.search(r"AUTOINCREMENT|WITHOUT ROWID|PRAGMA|BLOB", words)


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: path.name)
def test_only_one_module_speaks_the_language_of_one_database(path: Path) -> None:
    if path.name != "dialect.py":
        assert not re.search(r"PRAGMA|exec_driver_sql|\btext\(|sqlite_|sqlcipher|INSERT OR|rowid", path.read_text())


def test_a_paper_is_not_touched_by_what_follows(kept: Path, opened: Open) -> None:
    store = opened(kept)
    finalise(store, plan_for(steps=5), paper("Second"))
    first = next(row for row in store.papers_of("patient-1") if row.title == "Handout")
    assert store.paper_bytes(first.id) == PDF
