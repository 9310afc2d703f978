"""What a practice makes its own over the built-in library, the news of what an upgrade of it changed, and its parts."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002_own"
down_revision = "0001_baseline"

ID, SHA = sa.String(80), sa.String(64)


def upgrade() -> None:
    """Add the tables; nothing that is there is touched."""
    for name, columns in _OWN.items():
        op.create_table(
            name,
            sa.Column("id", ID, nullable=False),
            sa.Column("owner", ID, nullable=False),
            *(sa.Column(column, kind, nullable=False) for column, kind in columns),
            sa.PrimaryKeyConstraint("id", "owner", name=f"pk_{name}"),
        )
    op.create_table(
        "own_figures",
        sa.Column("id", ID, nullable=False),
        sa.Column("sha256", SHA, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_own_figures"),
        sa.ForeignKeyConstraint(["sha256"], ["figures.sha256"], name="fk_own_figures_sha256_figures"),
    )
    op.create_table(
        "own_parts",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("owner", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "owner", "n", name="pk_own_parts"),
    )
    op.create_table(
        "library_parts",
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "n", name="pk_library_parts"),
    )
    op.create_table(
        "library_news",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_library_news"),
    )
    op.create_table(
        "library_news_seen",
        sa.Column("person", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_library_news_seen"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_library_news_seen_person_people"),
    )


_OWN: dict[str, tuple[tuple[str, sa.types.TypeEngine[Any]], ...]] = {
    "own_entries": (("schema", sa.Integer()), ("payload", sa.LargeBinary())),
    "own_templates": (("schema", sa.Integer()), ("payload", sa.LargeBinary())),
    "hidden_ids": (),
    "tags": (("payload", sa.LargeBinary()),),
}


def downgrade() -> None:
    """Refuse: a practice is never taken back, its backup is opened instead."""
    raise NotImplementedError
