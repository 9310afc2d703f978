"""What every part of the store stands on: the open file, who is at the desk, the clock, and made ids."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Row, Select

from painplanner.core.practice import Person, Practice
from painplanner.store.database import Database

Clock = Callable[[], datetime]
AnyRow = Row[*tuple[Any, ...]]
AnySelect = Select[*tuple[Any, ...]]


def utc_now() -> datetime:
    """Return the moment in UTC; the one place of the store that reads the clock."""
    return datetime.now(UTC)  # noqa: TID251


def made_id(kind: str) -> str:
    """Return a new id for a row that the store itself makes."""
    return f"{kind}-{secrets.token_hex(8)}"


@dataclass
class Desk:
    """The open practice as every shelf sees it."""

    database: Database
    folder: Path
    key: bytes
    practice: Practice
    person: Person
    session: str
    clock: Clock = utc_now


class Shelf:
    """One part of the store over the open practice."""

    def __init__(self, desk: Desk) -> None:
        """Stand at the open practice."""
        self._desk = desk
        self._db = desk.database

    def _today(self) -> date:
        return self._desk.clock().astimezone().date()

    @property
    def folder(self) -> Path:
        """Return the folder of the practice."""
        return self._desk.folder

    @property
    def practice(self) -> Practice:
        """Return the practice."""
        return self._desk.practice

    @property
    def person(self) -> Person:
        """Return who is at the desk."""
        return self._desk.person
