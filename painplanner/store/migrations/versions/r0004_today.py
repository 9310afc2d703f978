"""Who a row of Today is for, and the order in which rows of a kind are found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004_today"
down_revision = "0003_logs"

ID, NAME = sa.String(80), sa.String(300)
_due = sa.table("due", sa.column("plan", ID), sa.column("kind", ID), sa.column("person", NAME), sa.column("owner", ID))
_drafts = sa.table("drafts", sa.column("plan", ID), sa.column("made_by", NAME))
_revisions = sa.table("revisions", sa.column("plan", ID), sa.column("made_by", NAME), sa.column("n", sa.Integer()))


def upgrade() -> None:
    """Add the column and its indexes, and give the rows of plans to who wrote the plan last."""
    op.add_column("due", sa.Column("person", NAME, nullable=True))
    op.drop_index("ix_due_due_on", "due")
    op.create_index("ix_due_person", "due", ["person"])
    op.create_index("ix_due_of_kind", "due", ["kind", "due_on", "person", "owner", "place"])
    drafted = sa.select(_drafts.c.made_by).where(_drafts.c.plan == _due.c.owner).scalar_subquery()
    newest = sa.select(_revisions.c.made_by).where(_revisions.c.plan == _due.c.owner)
    kept = newest.order_by(_revisions.c.n.desc()).limit(1).scalar_subquery()
    author = sa.func.nullif(sa.func.coalesce(drafted, kept), "")
    op.execute(sa.update(_due).where(_due.c.owner == _due.c.plan).values(person=author))


def downgrade() -> None:
    """Refuse: a practice is never taken back, its backup is opened instead."""
    raise NotImplementedError
