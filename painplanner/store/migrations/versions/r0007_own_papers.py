"""The practice's own papers, which may go along with those of a plan."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007_own_papers"
down_revision = "0006_awaited"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "own_papers",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_papers"),
    )


def downgrade() -> None:
    """Refuse: a practice is never taken back, its backup is opened instead."""
    raise NotImplementedError
