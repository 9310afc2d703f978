"""Printed and filled logs, measures of the practice's own, and readings found by patient, measure and day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003_logs"
down_revision = "0002_own"

ID = sa.String(80)
_counters = sa.table("counters", sa.column("name", ID), sa.column("value", sa.Integer()))


def upgrade() -> None:
    """Add the tables and the counter of logs; of what is there only an index is made anew."""
    op.create_table(
        "log_sheets",
        _column("id"),
        sa.Column("number", sa.Integer(), nullable=False),
        _column("plan"),
        _column("patient"),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_log_sheets"),
        _refers("log_sheets", "plan", "plans"),
        _refers("log_sheets", "patient", "patients"),
        sa.UniqueConstraint("number", name="uq_log_sheets_number"),
    )
    op.create_table(
        "logs",
        _column("id"),
        _column("sheet"),
        _column("patient"),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_logs"),
        _refers("logs", "sheet", "log_sheets"),
        _refers("logs", "patient", "patients"),
    )
    op.create_table(
        "own_measures",
        _column("id"),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_measures"),
    )
    for table, column in (("log_sheets", "plan"), ("log_sheets", "patient"), ("logs", "sheet"), ("logs", "patient")):
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_index("ix_readings_series", "readings", ["patient", "measure", "taken_on"])
    op.drop_index("ix_readings_patient", "readings")
    op.bulk_insert(_counters, [{"name": "log", "value": 1001}])


def _column(name: str) -> sa.Column[str]:
    return sa.Column(name, ID, nullable=False)


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}")


def downgrade() -> None:
    """Refuse: a practice is never taken back, its backup is opened instead."""
    raise NotImplementedError
