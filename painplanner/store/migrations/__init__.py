"""The chain of table versions, and bringing an older practice to the newest in one transaction.

Alembic is imported only when there is something to migrate. A migration that rebuilds an insert-only table makes its
guards again (`dialect.make_insert_only`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection


class Chain(NamedTuple):
    """Which version the tables of this program have, which ones came before, and the scripts in between."""

    head: str
    earlier: tuple[str, ...]
    scripts: Path


CHAIN = Chain(
    head="0007_own_papers",
    earlier=("0001_baseline", "0002_own", "0003_logs", "0004_today", "0005_closings", "0006_awaited"),
    scripts=Path(__file__).parent,
)


def migrate(unit: Connection, chain: Chain = CHAIN) -> None:
    """Run every migration that the file does not have yet, inside the unit that is given."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(chain.scripts))

    def upgrade(found: Any, _context: Any) -> Any:  # noqa: ANN401
        return scripts._upgrade_revs(chain.head, found)

    with EnvironmentContext(Config(), scripts, fn=upgrade) as environment:
        environment.configure(connection=unit)
        environment.run_migrations()
