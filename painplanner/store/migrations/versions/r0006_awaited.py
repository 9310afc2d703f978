"""Which logs were handed out and should come back, whatever Today shows; the rows of Today by reason and by patient."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_awaited"
down_revision = "0005_closings"

ID = sa.String(80)
_sheets = sa.table("log_sheets", sa.column("id", ID), sa.column("is_awaited", sa.Boolean()))
_due = sa.table("due", sa.column("owner", ID), sa.column("kind", sa.String(40)))
_logs = sa.table("logs", sa.column("sheet", ID))


def upgrade() -> None:
    """Add the column and the index; a log that is waited for, or that came back, was handed out."""
    op.add_column("log_sheets", sa.Column("is_awaited", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_due_of_reason", "due", ["kind", "args", "due_on", "person", "owner", "place"])
    op.create_index("ix_due_of_patient", "due", ["patient", "due_on"])
    waited = sa.select(_due.c.owner).where(_due.c.kind == "log-to-enter")
    given = sa.or_(_sheets.c.id.in_(waited), _sheets.c.id.in_(sa.select(_logs.c.sheet)))
    op.execute(sa.update(_sheets).where(given).values(is_awaited=True))


def downgrade() -> None:
    """Refuse: a practice is never taken back, its backup is opened instead."""
    raise NotImplementedError
