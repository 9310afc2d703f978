"""The one place of the commands that reads the clock."""

from __future__ import annotations

from datetime import date


def read_today() -> date:
    """Return the day on the wall."""
    return date.today()  # noqa: DTZ011, TID251
