"""Numbers that are given once and never again: plans, printed logs, and the proposal of the next record number.

Plans and logs take turns with the same numbers, so that a code that is typed or scanned never means two papers.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from painplanner.store.tables import counters

PLAN = "plan"
RECORD = "record"
LOG = "log"
PRINTED = (PLAN, LOG)
FIRST = {PLAN: 1001, RECORD: 1001, LOG: 1001}

_value = select(counters.c.value).where(counters.c.name == bindparam("which"))
_set = counters.update().where(counters.c.name == bindparam("which"))


def next_value(connection: Connection, name: str) -> int:
    """Return the number that would be given next."""
    return connection.execute(_value, {"which": name}).scalar_one()


def take(connection: Connection, name: str) -> int:
    """Give the next number; it is not given again."""
    together = PRINTED if name in PRINTED else (name,)
    number = max(next_value(connection, one) for one in together)
    connection.execute(_set, [{"which": one, "value": number + 1} for one in together])
    return number


def move_past(connection: Connection, name: str, number: int) -> None:
    """Let the next number be after one that was used."""
    if next_value(connection, name) <= number < 10**9:
        connection.execute(_set, {"which": name, "value": number + 1})
