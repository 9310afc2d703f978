"""A proposed dose: what it is now, what it may be next, why, by which rule and source. Not here: the rules."""

from __future__ import annotations

from enum import StrEnum

from painplanner.core.dose import AnyDose
from painplanner.core.findings import Args
from painplanner.core.source import Source
from painplanner.core.values import Value


class ProposalKind(StrEnum):
    """What a proposal comes to: a first amount, more, less, less after days left out, the same, or an end."""

    START = "start"
    MORE = "more"
    LESS = "less"
    AGAIN = "again"
    STAY = "stay"
    STOP = "stop"


class Reason(Value, frozen=True, kw_only=True):
    """Why, as a code with what its sentence needs: numbers and dates (ISO) as text."""

    code: str
    args: Args = ()


class Proposal(Value, frozen=True, kw_only=True):
    """The next dose of an item (by id), its reason and the rule it follows; one to stay or stop keeps the dose."""

    item: str
    kind: ProposalKind
    dose_now: AnyDose
    dose_next: AnyDose
    reason: Reason
    from_rule: str
    source: Source

    @property
    def is_change(self) -> bool:
        """Tell whether taking it changes the plan."""
        return self.kind is not ProposalKind.STAY
