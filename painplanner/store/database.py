"""The open practice file: one connection behind a lock, read units and write units, and rows that are put in place."""

from __future__ import annotations

import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Insert, Table, Update, bindparam

from painplanner.store.dialect import begin, in_words


class Database:
    """Hands out units of work; a unit inside a unit belongs to the outer one."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        """Connect, which reads the file for the first time."""
        self.folder = folder
        self._engine = engine
        self._turn = threading.RLock()
        with in_words(folder):
            self._connection = engine.connect()

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Give a view of the file that stays the same until the unit ends."""
        with self._unit(writes=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """Give a unit that is written whole at its end, or not at all."""
        with self._unit(writes=True) as connection:
            yield connection

    @contextmanager
    def _unit(self, *, writes: bool) -> Generator[Connection]:
        with self._turn, in_words(self.folder):
            connection = self._connection
            if connection.in_transaction():
                yield connection
                return
            with connection.begin():
                begin(connection, writes=writes)
                yield connection

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            self._connection.close()
            self._engine.dispose()


def put(connection: Connection, table: Table, row: Mapping[str, Any], *fixed: str) -> None:
    """Update the row with this primary key, but for its `fixed` columns; insert it where there is none."""
    update, insert, keys = _put_statements(table, fixed)
    values = {keys.get(name, name): value for name, value in row.items() if name not in fixed}
    if connection.execute(update, values).rowcount == 0:
        connection.execute(insert, dict(row))


@lru_cache(maxsize=64)
def _put_statements(table: Table, fixed: tuple[str, ...]) -> tuple[Update, Insert, dict[str, str]]:
    keys = {column.name: "key_" + column.name for column in table.primary_key.columns}
    changing = {c.name: bindparam(c.name) for c in table.columns if c.name not in keys and c.name not in fixed}
    update = table.update().where(*(table.c[name] == bindparam(bound) for name, bound in keys.items())).values(changing)
    return update, table.insert(), keys
