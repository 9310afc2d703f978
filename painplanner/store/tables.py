"""The tables of a practice, for SQLite now and PostgreSQL later: every constraint named, no SQL of one database.

Payloads are the canonical bytes that were saved; beside them stand only the columns that lists and search need.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


class Utc(TypeDecorator[datetime]):
    """A moment with its zone, kept in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Bring a moment to UTC."""
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give a moment its zone back."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


ID = String(80)
SHA = String(64)
# Compared by code point in every database, so that a range of words is a prefix.
WORD = String(400).with_variant(String(400, collation="C"), "postgresql")


def _id() -> Column[str]:
    return Column("id", ID, primary_key=True)


def _made() -> tuple[Column[datetime], Column[str], Column[str]]:
    return (
        Column("made_at", Utc, nullable=False),
        Column("made_by", String(300), nullable=False),
        Column("person", ID, ForeignKey("people.id"), nullable=False),
    )


alembic_version = Table(
    "alembic_version",
    MetaData(naming_convention={"pk": "alembic_version_pkc"}),
    Column("version_num", String(32), primary_key=True),
)

practice = Table(
    "practice",
    metadata,
    _id(),
    Column("install", ID, nullable=False),
    Column("created_at", Utc, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

people = Table("people", metadata, _id(), Column("payload", LargeBinary, nullable=False))

counters = Table("counters", metadata, Column("name", ID, primary_key=True), Column("value", Integer, nullable=False))

patients = Table(
    "patients",
    metadata,
    _id(),
    Column("name", String(300), nullable=False),
    Column("birth_date", Date),
    Column("record_number", String(40), nullable=False),
    Column("language", String(40), nullable=False),
    Column("red_flag_open", Boolean, nullable=False),
    Column("name_key", WORD, nullable=False, index=True),
    Column("record_key", WORD, nullable=False, index=True),
    Column("edited_at", Utc, nullable=False, index=True),
    Column("payload", LargeBinary, nullable=False),
    Index(None, "birth_date"),
)

patient_words = Table(
    "patient_words",
    metadata,
    Column("patient", ID, ForeignKey("patients.id"), primary_key=True),
    Column("word", WORD, primary_key=True),
    Column("rank", Integer, nullable=False),
    Column("sort_name", WORD, nullable=False),
    Index("ix_patient_words_found", "rank", "word", "sort_name", "patient"),
)

plans = Table(
    "plans",
    metadata,
    _id(),
    Column("number", Integer, nullable=False),
    Column("patient", ID, ForeignKey("patients.id"), nullable=False, index=True),
    Column("title", String(300), nullable=False),
    Column("status", String(40), nullable=False),
    Column("is_draft", Boolean, nullable=False),
    Column("edited_at", Utc, nullable=False),
    UniqueConstraint("number"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("plan", ID, ForeignKey("plans.id"), primary_key=True),
    Column("session", ID, nullable=False),
    Column("schema", Integer, nullable=False),
    *_made(),
    Column("payload", LargeBinary, nullable=False),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("sha256", SHA, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    _id(),
    Column("plan", ID, ForeignKey("plans.id"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("state", String(40), nullable=False),
    Column("reason", Text, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("sha256", SHA, nullable=False),
    Column("snapshot", SHA, ForeignKey("snapshots.sha256")),
    *_made(),
    Column("payload", LargeBinary, nullable=False),
    UniqueConstraint("plan", "n"),
)

papers = Table(
    "papers",
    metadata,
    _id(),
    Column("plan", ID, ForeignKey("plans.id"), nullable=False),
    Column("patient", ID, ForeignKey("patients.id"), nullable=False, index=True),
    Column("revision", ID, ForeignKey("revisions.id")),
    Column("snapshot", SHA, ForeignKey("snapshots.sha256")),
    Column("document", String(40), nullable=False),
    Column("title", Text, nullable=False),
    Column("language", String(40), nullable=False),
    Column("pages", Integer, nullable=False),
    Column("is_draft", Boolean, nullable=False),
    Column("sha256", SHA, nullable=False),
    *_made(),
    Column("pdf", LargeBinary, nullable=False),
)

# How the goals of a closed plan ended, counted.
closings = Table(
    "closings",
    metadata,
    Column("plan", ID, ForeignKey("plans.id"), primary_key=True),
    Column("closed_on", Date, nullable=False),
    Column("template", ID, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("reached", "partly", "not_reached")),
    *(Column(name, Integer, nullable=False) for name in ("no_longer_wanted", "unknown")),
    # Holds all that is summed up, in the order of the groups.
    Index("ix_closings_summed", "template", "reached", "partly", "not_reached", "no_longer_wanted", "unknown"),
)

readings = Table(
    "readings",
    metadata,
    _id(),
    Column("patient", ID, ForeignKey("patients.id"), nullable=False),
    Column("measure", ID, nullable=False),
    Column("taken_on", Date, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("ix_readings_series", "patient", "measure", "taken_on"),
)

# Logs as they were printed, and as they came back filled.
log_sheets = Table(
    "log_sheets",
    metadata,
    _id(),
    Column("number", Integer, nullable=False),
    Column("plan", ID, ForeignKey("plans.id"), nullable=False, index=True),
    Column("patient", ID, ForeignKey("patients.id"), nullable=False, index=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("is_awaited", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("number"),
)

logs = Table(
    "logs",
    metadata,
    _id(),
    Column("sheet", ID, ForeignKey("log_sheets.id"), nullable=False, index=True),
    Column("patient", ID, ForeignKey("patients.id"), nullable=False, index=True),
    Column("first_day", Date, nullable=False),
    Column("is_complete", Boolean, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

# `owner` is what asks: a plan, a patient, a reading, a printed or a filled log; its rows are numbered in their order.
# `person` is who it is for by name, empty for everybody. The indexes answer Today: so many rows of each kind by day or
# by reason, and the rows of one patient after the other.
due = Table(
    "due",
    metadata,
    Column("owner", ID, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(40), nullable=False),
    Column("patient", ID, ForeignKey("patients.id"), nullable=False),
    Column("plan", ID, ForeignKey("plans.id")),
    Column("due_on", Date),
    Column("subject", String(300), nullable=False),
    Column("args", LargeBinary, nullable=False),
    Column("person", String(300), index=True),
    Index("ix_due_of_kind", "kind", "due_on", "person", "owner", "place"),
    Index("ix_due_of_reason", "kind", "args", "due_on", "person", "owner", "place"),
    Index("ix_due_of_patient", "patient", "due_on"),
)

library = Table("library", metadata, _id(), Column("version", String(200), nullable=False))


def _shelf(name: str) -> Table:
    return Table(
        name,
        metadata,
        _id(),
        Column("place", Integer, nullable=False),
        Column("payload", LargeBinary, nullable=False),
    )


library_entries = _shelf("library_entries")
library_templates = _shelf("library_templates")
library_measures = _shelf("library_measures")

# Derived from the entries: what search and filters need of them, so that opening reads no entry whole.
library_parts = Table(
    "library_parts",
    metadata,
    Column("kind", String(40), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)

figures = Table(
    "figures", metadata, Column("sha256", SHA, primary_key=True), Column("data", LargeBinary, nullable=False)
)

library_figures = Table(
    "library_figures",
    metadata,
    _id(),
    Column("sha256", SHA, ForeignKey("figures.sha256"), nullable=False),
)

pictures = Table(
    "pictures",
    metadata,
    Column("sha256", SHA, primary_key=True),
    Column("added_at", Utc, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

# Papers that the practice made itself, and may give along with those of a plan.
own_papers = Table(
    "own_papers",
    metadata,
    _id(),
    Column("title", String(300), nullable=False),
    Column("pages", Integer, nullable=False),
    Column("added_at", Utc, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
)

favourites = Table(
    "favourites",
    metadata,
    Column("person", ID, ForeignKey("people.id"), primary_key=True),
    Column("entry", ID, primary_key=True),
)

usual_doses = Table(
    "usual_doses",
    metadata,
    Column("person", ID, ForeignKey("people.id"), primary_key=True),
    Column("entry", ID, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)

uses = Table(
    "uses",
    metadata,
    Column("person", ID, ForeignKey("people.id"), primary_key=True),
    Column("entry", ID, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_at", Utc, nullable=False),
)


# What the practice made its own over the library: `owner` is empty for everybody's, else the person it belongs to.
def _own(name: str, *more: Column[Any]) -> Table:
    return Table(name, metadata, _id(), Column("owner", ID, primary_key=True), *more)


own_entries = _own(
    "own_entries", Column("schema", Integer, nullable=False), Column("payload", LargeBinary, nullable=False)
)
own_templates = _own(
    "own_templates", Column("schema", Integer, nullable=False), Column("payload", LargeBinary, nullable=False)
)
own_measures = Table(
    "own_measures",
    metadata,
    _id(),
    Column("schema", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)
hidden_ids = _own("hidden_ids")
tags = _own("tags", Column("payload", LargeBinary, nullable=False))

# Derived from own entries, as `library_parts` from the built-in ones; shared out by id.
own_parts = Table(
    "own_parts",
    metadata,
    Column("kind", String(40), primary_key=True),
    Column("owner", ID, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)

own_figures = Table(
    "own_figures",
    metadata,
    _id(),
    Column("sha256", SHA, ForeignKey("figures.sha256"), nullable=False),
)

# What each change of the built-in library brought, numbered; and how far each person has read.
library_news = Table(
    "library_news",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("payload", LargeBinary, nullable=False),
)

library_news_seen = Table(
    "library_news_seen",
    metadata,
    Column("person", ID, ForeignKey("people.id"), primary_key=True),
    Column("n", Integer, nullable=False),
)

INSERT_ONLY = ("revisions", "papers", "snapshots", "figures", "pictures")
