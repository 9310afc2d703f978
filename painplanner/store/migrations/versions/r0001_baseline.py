"""The tables of the first release."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from painplanner.store.dialect import make_insert_only

revision = "0001_baseline"
down_revision = None

ID, SHA, NAME, SHORT = sa.String(80), sa.String(64), sa.String(300), sa.String(40)
WORD = sa.String(400).with_variant(sa.String(400, collation="C"), "postgresql")
MOMENT = sa.DateTime(timezone=True)
BYTES = sa.LargeBinary()
KEPT = ("revisions", "papers", "snapshots", "figures", "pictures")


def upgrade() -> None:
    """Make every table, the people and the library first, then patients, plans and what hangs on them."""
    _practice()
    _library()
    _patients()
    _habits()
    _plans()
    _papers()
    make_insert_only(op.get_bind(), KEPT)


def downgrade() -> None:
    """Refuse: a practice is never taken back, its backup is opened instead."""
    raise NotImplementedError


def _column(name: str, kind: sa.types.TypeEngine[Any], *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=nullable)


def _key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=f"pk_{table}")


def _refers(table: str, column: str, other: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.{key}"], name=f"fk_{table}_{column}_{other}")


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _practice() -> None:
    op.create_table(
        "practice",
        _column("id", ID),
        _column("install", ID),
        _column("created_at", MOMENT),
        _column("payload", BYTES),
        _key("practice", "id"),
    )
    op.create_table("people", _column("id", ID), _column("payload", BYTES), _key("people", "id"))
    op.create_table("counters", _column("name", ID), _column("value", sa.Integer()), _key("counters", "name"))
    op.create_table(
        "pictures",
        _column("sha256", SHA),
        _column("added_at", MOMENT),
        _column("data", BYTES),
        _key("pictures", "sha256"),
    )


def _library() -> None:
    op.create_table("library", _column("id", ID), _column("version", sa.String(200)), _key("library", "id"))
    for name in ("library_entries", "library_templates", "library_measures"):
        op.create_table(
            name, _column("id", ID), _column("place", sa.Integer()), _column("payload", BYTES), _key(name, "id")
        )
    op.create_table("figures", _column("sha256", SHA), _column("data", BYTES), _key("figures", "sha256"))
    op.create_table(
        "library_figures",
        _column("id", ID),
        _column("sha256", SHA),
        _key("library_figures", "id"),
        _refers("library_figures", "sha256", "figures", "sha256"),
    )


def _patients() -> None:
    op.create_table(
        "patients",
        _column("id", ID),
        _column("name", NAME),
        _column("birth_date", sa.Date(), nullable=True),
        _column("record_number", SHORT),
        _column("language", SHORT),
        _column("red_flag_open", sa.Boolean()),
        _column("name_key", WORD),
        _column("record_key", WORD),
        _column("edited_at", MOMENT),
        _column("payload", BYTES),
        _key("patients", "id"),
    )
    _index("patients", "birth_date", "name_key", "record_key", "edited_at")
    op.create_table(
        "patient_words",
        _column("patient", ID),
        _column("word", WORD),
        _column("rank", sa.Integer()),
        _column("sort_name", WORD),
        _key("patient_words", "patient", "word"),
        _refers("patient_words", "patient", "patients"),
    )
    op.create_index("ix_patient_words_found", "patient_words", ["rank", "word", "sort_name", "patient"])
    op.create_table(
        "readings",
        _column("id", ID),
        _column("patient", ID),
        _column("measure", ID),
        _column("taken_on", sa.Date()),
        _column("payload", BYTES),
        _key("readings", "id"),
        _refers("readings", "patient", "patients"),
    )
    _index("readings", "patient")


def _habits() -> None:
    columns = {
        "favourites": (),
        "usual_doses": (_column("payload", BYTES),),
        "uses": (_column("count", sa.Integer()), _column("last_at", MOMENT)),
    }
    for name, more in columns.items():
        op.create_table(
            name,
            _column("person", ID),
            _column("entry", ID),
            *more,
            _key(name, "person", "entry"),
            _refers(name, "person", "people"),
        )


def _plans() -> None:
    op.create_table(
        "plans",
        _column("id", ID),
        _column("number", sa.Integer()),
        _column("patient", ID),
        _column("title", NAME),
        _column("status", SHORT),
        _column("is_draft", sa.Boolean()),
        _column("edited_at", MOMENT),
        _key("plans", "id"),
        _refers("plans", "patient", "patients"),
        sa.UniqueConstraint("number", name="uq_plans_number"),
    )
    _index("plans", "patient")
    op.create_table(
        "drafts",
        _column("plan", ID),
        _column("session", ID),
        _column("schema", sa.Integer()),
        *_made(),
        _column("payload", BYTES),
        _key("drafts", "plan"),
        _refers("drafts", "person", "people"),
        _refers("drafts", "plan", "plans"),
    )
    op.create_table(
        "due",
        _column("owner", ID),
        _column("place", sa.Integer()),
        _column("kind", SHORT),
        _column("patient", ID),
        _column("plan", ID, nullable=True),
        _column("due_on", sa.Date(), nullable=True),
        _column("subject", NAME),
        _column("args", BYTES),
        _key("due", "owner", "place"),
        _refers("due", "patient", "patients"),
        _refers("due", "plan", "plans"),
    )
    _index("due", "due_on")


def _made() -> tuple[sa.Column[Any], ...]:
    return (_column("made_at", MOMENT), _column("made_by", NAME), _column("person", ID))


def _papers() -> None:
    op.create_table("snapshots", _column("sha256", SHA), _column("data", BYTES), _key("snapshots", "sha256"))
    op.create_table(
        "revisions",
        _column("id", ID),
        _column("plan", ID),
        _column("n", sa.Integer()),
        _column("state", SHORT),
        _column("reason", sa.Text()),
        _column("schema", sa.Integer()),
        _column("sha256", SHA),
        _column("snapshot", SHA, nullable=True),
        *_made(),
        _column("payload", BYTES),
        _key("revisions", "id"),
        _refers("revisions", "plan", "plans"),
        _refers("revisions", "snapshot", "snapshots", "sha256"),
        _refers("revisions", "person", "people"),
        sa.UniqueConstraint("plan", "n", name="uq_revisions_plan_n"),
    )
    op.create_table(
        "papers",
        _column("id", ID),
        _column("plan", ID),
        _column("patient", ID),
        _column("revision", ID, nullable=True),
        _column("snapshot", SHA, nullable=True),
        _column("document", SHORT),
        _column("title", sa.Text()),
        _column("language", SHORT),
        _column("pages", sa.Integer()),
        _column("is_draft", sa.Boolean()),
        _column("sha256", SHA),
        *_made(),
        _column("pdf", BYTES),
        _key("papers", "id"),
        *(_refers("papers", *part) for part in (("plan", "plans"), ("patient", "patients"), ("revision", "revisions"))),
        _refers("papers", "snapshot", "snapshots", "sha256"),
        _refers("papers", "person", "people"),
    )
    _index("papers", "patient")
