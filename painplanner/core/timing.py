"""When a step begins and ends, and when a checkpoint is looked at: fixed days, or days counted from another step."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from painplanner.core.values import Value, sensible_date, whole


class Anchor(StrEnum):
    """Which end of another step a date counts from."""

    START = "start"
    END = "end"


class OnDate(Value, tag="on", frozen=True, kw_only=True):
    """A fixed date."""

    on: date

    def __post_init__(self) -> None:
        """Refuse odd dates."""
        sensible_date(self, "on")


class AfterStep(Value, tag="after", frozen=True, kw_only=True):
    """So many days after another step's start or end."""

    step: str
    anchor: Anchor = Anchor.END
    days: int = 0

    def __post_init__(self) -> None:
        """Refuse odd distances."""
        whole(self, "days", 0, 3650)


class EveryWeeks(Value, tag="every", frozen=True, kw_only=True):
    """Every n weeks from a step's start until it ends (a checkpoint only)."""

    weeks: int
    step: str = ""

    def __post_init__(self) -> None:
        """Refuse odd intervals."""
        whole(self, "weeks", 1, 52)


Timing = OnDate | AfterStep
When = OnDate | AfterStep | EveryWeeks


class Lasts(Value, tag="lasts", frozen=True, kw_only=True):
    """A trial of so many days, the first day included."""

    days: int

    def __post_init__(self) -> None:
        """Refuse odd lengths."""
        whole(self, "days", 1, 3650)


TrialEnd = OnDate | Lasts
