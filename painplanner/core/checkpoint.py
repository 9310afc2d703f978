"""A checkpoint of a plan: when to look, at what, what follows, and what was decided when it was looked at."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from painplanner.core.measure import Criterion
from painplanner.core.timing import When
from painplanner.core.values import LINE_LIMIT, NAME_LIMIT, Value, sensible_date, tidy, whole


class ActionKind(StrEnum):
    """The closed list of what may follow a checkpoint."""

    CONTINUE = "continue"
    PROGRESS = "progress"
    NEXT_STEP = "next-step"
    STOP_TRIAL = "stop-trial"
    RECHECK = "recheck"
    RECONSIDER = "reconsider"
    DISCUSS = "discuss"
    REFER = "refer"
    HAND_OVER = "hand-over"


class Action(Value, frozen=True, kw_only=True):
    """What follows an outcome.

    `target` is a step id (next-step), a driver id (reconsider), a library id or words (discuss), a discipline (refer).
    `days` is the distance of a recheck.
    """

    kind: ActionKind
    target: str = ""
    days: int | None = None

    def __post_init__(self) -> None:
        """Clean the target."""
        tidy(self, "target", NAME_LIMIT)
        whole(self, "days", 1, 365)


class Outcome(StrEnum):
    """The three outcomes of a checkpoint."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"


class Combine(StrEnum):
    """How the criteria of a checkpoint join."""

    ALL = "all"
    ANY = "any"
    AT_LEAST = "at-least"


class Checkpoint(Value, frozen=True, kw_only=True):
    """When to look, at what, and what follows when it is met, partly met or not met."""

    id: str
    steps: tuple[str, ...] = ()
    when: When | None = None
    combine: Combine = Combine.ALL
    at_least: int | None = None
    criteria: tuple[Criterion, ...] = ()
    on_met: Action | None = None
    on_partly: Action | None = None
    on_not_met: Action | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse "at least n" without a possible n."""
        tidy(self, "note", LINE_LIMIT)
        whole(self, "at_least", 1, 99)


class Decision(Value, frozen=True, kw_only=True):
    """What the clinician decided at a checkpoint on a day; `checkpoint` is its id.

    `found` is the outcome that was worked out from the data (`None`: not enough data), `outcome` the one that counts;
    where they differ, or another action was taken than the rule says, `reason` says why.
    """

    id: str
    checkpoint: str
    on: date
    found: Outcome | None = None
    outcome: Outcome | None = None
    action: Action | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        """Clean the reason; refuse odd dates."""
        tidy(self, "reason", LINE_LIMIT)
        sensible_date(self, "on")
