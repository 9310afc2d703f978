"""The one module that speaks SQLite and SQLCipher: connections, guards, checks and copies of the encrypted file.

Another database would need its own module of this shape; the tables and everything else stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import ColumnElement, Connection, Engine, create_engine, literal_column
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from painplanner.errors import KnownError
from painplanner.store import faults

# By name, because the library carries no types; never the one of the standard library, which would not encrypt.
try:
    dbapi2: Any = import_module("sqlcipher3.dbapi2")
except ImportError as missing:
    raise faults.no_cipher("", "") from missing
import_module("sqlalchemy.dialects.sqlite")  # loaded now, not when the first practice is opened

PLAIN_HEADER = b"SQLite format 3\x00"
PAGE = 4096
OLDEST = (3, 51, 3)  # earlier ones can corrupt a write-ahead log
KEY_BYTES = 32
READING_ENTERED: ColumnElement[int] = literal_column("readings.rowid")
"""The order of numbers of one day: a made id says nothing, and of two scores the one entered later counts."""

_SETTINGS = (
    "journal_mode=WAL", "synchronous=FULL", "fullfsync=ON", "checkpoint_fullfsync=ON", "foreign_keys=ON",
    "trusted_schema=OFF", "cell_size_check=ON", "secure_delete=ON", "recursive_triggers=ON", "temp_store=MEMORY",
    "busy_timeout=5000",
)  # fmt: skip
_READ_BACK = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1}

_OK, _DENY = 0, 1
_DROP_TABLE, _DROP_TRIGGER, _PRAGMA, _ATTACH, _DETACH, _ALTER_TABLE, _FUNCTION = 11, 16, 19, 24, 25, 26, 31
_FIXED = {"writable_schema", "recursive_triggers", "synchronous", "journal_mode", "foreign_keys"}
_NEVER = {_DROP_TABLE, _DROP_TRIGGER, _ATTACH, _DETACH, _ALTER_TABLE}


def keyed(path: Path, key: bytes) -> Any:  # noqa: ANN401
    """Open a file with its key before anything is read; refuse a library that would not encrypt."""
    if len(key) != KEY_BYTES:
        raise ValueError("a raw key has 32 bytes; another length would be taken for a passphrase")
    connection = dbapi2.connect(_uri(path), uri=True, isolation_level=None, timeout=5, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute("PRAGMA cipher_memory_security=ON")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        version = connection.execute("PRAGMA cipher_version").fetchone()
    except BaseException:
        connection.close()
        raise
    if not (version and version[0]) or dbapi2.sqlite_version_info < OLDEST:
        connection.close()
        raise faults.no_cipher(version[0] if version else "", dbapi2.sqlite_version)
    return connection


def _uri(path: Path) -> str:
    """Return the address of a file that must exist, so that a lost one is never made anew and empty."""
    name = quote(path.resolve().as_posix(), safe="/:")
    return f"file://{name if name.startswith('/') else '/' + name}?mode=rw"


def connect(path: Path, key: bytes, *, guarded: bool = True) -> Any:  # noqa: ANN401
    """Open a practice file for work: durable, checked, and, but for migrations, unable to drop or attach anything."""
    connection = keyed(path, key)
    try:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        for name, wanted in _READ_BACK.items():
            found = connection.execute(f"PRAGMA {name}").fetchone()[0]
            if found != wanted:
                raise dbapi2.OperationalError(f"disk I/O error: {name} is {found}")
        if guarded:
            connection.set_authorizer(_guard)
        else:
            connection.execute("PRAGMA foreign_keys=OFF")  # a table that is rebuilt is dropped for a moment
    except BaseException:
        connection.close()
        raise
    return connection


def _guard(action: int, first: str | None, second: str | None, *_where: object) -> int:
    if action in _NEVER:
        return _DENY
    if action == _PRAGMA and (first or "").lower() in _FIXED and second is not None:
        return _DENY
    return _DENY if action == _FUNCTION and (second or "").lower() == "load_extension" else _OK


def engine_for(path: Path, key: bytes, *, guarded: bool = True) -> Engine:
    """Return the engine over one connection that is kept."""
    return create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, guarded=guarded),
        poolclass=StaticPool,
        hide_parameters=True,
    )


def begin(connection: Connection, *, writes: bool) -> None:
    """Begin a unit: a write unit is the only writer from its first moment on.

    Said to the driver itself, because listening to the engine's events would slow every statement down.
    """
    driver: Any = connection.connection.driver_connection
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def make_insert_only(connection: Connection, tables: Iterable[str]) -> None:
    """Refuse UPDATE and DELETE on tables, and so INSERT OR REPLACE too, which deletes where triggers are recursive."""
    for table in tables:
        for verb in ("UPDATE", "DELETE"):
            refuse = f"BEGIN SELECT RAISE(ABORT, '{table} are kept for ever'); END"
            connection.exec_driver_sql(f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {refuse}")


def header_is_sound(path: Path) -> bool:
    """Tell whether a file can be an encrypted practice. Only before connecting: never open a file that is in use."""
    if path.stat().st_size < PAGE:
        return False
    with path.open("rb") as file:
        return file.read(len(PLAIN_HEADER)) != PLAIN_HEADER


def problems(path: Path, key: bytes) -> tuple[str, ...]:
    """Return what the integrity checks find wrong; empty for a sound file.

    The log is written back first, because the page check reads only the main file; each check has its own connection,
    because one bad page spoils later checks on the same one. An empty file passes both checks, so its practice is asked
    for too.
    """
    _ask(path, key, "PRAGMA wal_checkpoint(TRUNCATE)")
    answers = [_ask(path, key, "PRAGMA cipher_integrity_check"), _ask(path, key, "PRAGMA integrity_check")]
    practices = _ask(path, key, "SELECT count(*) FROM practice")
    wrong = [answer for found in answers for answer in found if answer != "ok"]
    return (*wrong, *(f"practices: {answer}" for answer in practices if answer != "1"))


def _ask(path: Path, key: bytes, question: str) -> list[str]:
    """Return the first column of an answer, or what went wrong."""
    try:
        with closing(keyed(path, key)) as connection:
            return [str(row[0]) for row in connection.execute(question).fetchall()]
    except dbapi2.DatabaseError as error:
        return [str(error)]


def copy_file(path: Path, target: Path, key: bytes) -> None:
    """Copy a practice that may be in use to `target`, in one step, encrypted with the same key."""
    with closing(keyed(path, key)) as source, closing(keyed(target, key)) as copy:
        source.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode=DELETE")


def broken_references(connection: Connection) -> int:
    """Return how many rows refer to rows that do not exist."""
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())


@contextmanager
def in_words(folder: Path) -> Generator[None]:
    """Turn what the database and the disk say into a sentence about the practice in `folder`."""
    try:
        yield
    except (DBAPIError, dbapi2.DatabaseError) as error:
        said = _sentence(str(getattr(error, "orig", error)), folder)
        if said is None:
            raise
        raise said from error
    except OSError as error:
        raise faults.from_system(error, folder) from error


def _sentence(said: str, folder: Path) -> KnownError | None:
    known: dict[str, Callable[[Path], KnownError]] = {
        "disk is full": faults.disk_full,
        "readonly database": faults.read_only,
        "unable to open": faults.read_only,
        "disk I/O error": faults.not_written,
        "database is locked": faults.busy,
        "not a database": faults.damaged,
        "malformed": faults.damaged,
        "no such table": faults.damaged,
    }
    return next((make(folder) for words, make in known.items() if words in said), None)
