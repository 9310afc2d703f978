"""How the goals of closed plans ended, as counts to be summed up by template; no plan could be closed before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_closings"
down_revision = "0004_today"

ID = sa.String(80)


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "closings",
        sa.Column("plan", ID, nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=False),
        sa.Column("template", ID, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("reached", "partly", "not_reached")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("no_longer_wanted", "unknown")),
        sa.PrimaryKeyConstraint("plan", name="pk_closings"),
        sa.ForeignKeyConstraint(["plan"], ["plans.id"], name="fk_closings_plan_plans"),
    )
    summed = ["template", "reached", "partly", "not_reached", "no_longer_wanted", "unknown"]
    op.create_index("ix_closings_summed", "closings", summed)


def downgrade() -> None:
    """Refuse: a practice is never taken back, its backup is opened instead."""
    raise NotImplementedError
