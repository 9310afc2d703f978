"""Making the tables of a new practice, and telling whether a file has the tables of this program."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, select

from painplanner.store.counters import FIRST
from painplanner.store.dialect import make_insert_only
from painplanner.store.faults import newer_practice
from painplanner.store.migrations import CHAIN, Chain
from painplanner.store.tables import INSERT_ONLY, alembic_version, counters, metadata

_version = select(alembic_version.c.version_num)


def make_tables(unit: Connection) -> None:
    """Make every table with its guards, stamped with the newest migration."""
    metadata.create_all(unit, checkfirst=False)
    alembic_version.create(unit, checkfirst=False)
    make_insert_only(unit, INSERT_ONLY)
    unit.execute(alembic_version.insert(), {"version_num": CHAIN.head})
    unit.execute(counters.insert(), [{"name": name, "value": value} for name, value in FIRST.items()])


def needs_migration(unit: Connection, folder: Path, chain: Chain = CHAIN) -> bool:
    """Tell whether the tables are older than this program. Raises NewerPractice."""
    found = unit.execute(_version).scalar()
    if found == chain.head:
        return False
    if found in chain.earlier:
        return True
    raise newer_practice(folder)
