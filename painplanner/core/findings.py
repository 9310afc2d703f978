"""What a review has to say about a plan: codes and arguments with their severity and source, never prose.

The sentence, its language and the words of the remedy are looked up outside core.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from painplanner.core.source import Source
from painplanner.core.values import Value

SubjectKind = Literal["plan", "step", "item", "checkpoint", "goal", "patient"]
Args = tuple[tuple[str, str], ...]


class Severity(StrEnum):
    """STOP waits for a recorded reason, SHOULD is worth mending before printing, CONSIDER is a thought."""

    STOP = "stop"
    SHOULD = "should"
    CONSIDER = "consider"

    @property
    def rank(self) -> int:
        """Return the place in the order worst first."""
        return _RANKS[self]


_RANKS = {Severity.STOP: 0, Severity.SHOULD: 1, Severity.CONSIDER: 2}


class Finding(Value, frozen=True, kw_only=True):
    """One thing the review sees, at one part of the plan (`subject` "" = the plan, or the patient).

    `args` are what the sentence needs: numbers and dates (ISO) as text, ids of the library or of the code list, names
    as the plan has them. A key may stand more than once. `remedy` is a code of `core.review.remedies`, or empty.
    """

    code: str
    severity: Severity
    source: Source
    subject: str = ""
    subject_kind: SubjectKind = "plan"
    args: Args = ()
    remedy: str = ""

    def arg(self, key: str) -> str:
        """Return the first argument of this name, the empty string when there is none."""
        return next((text for name, text in self.args if name == key), "")

    def all_args(self, key: str) -> tuple[str, ...]:
        """Return every argument of this name."""
        return tuple(text for name, text in self.args if name == key)


def worst(findings: tuple[Finding, ...]) -> Severity | None:
    """Return the worst severity among findings, `None` when there are none."""
    return min((f.severity for f in findings), key=lambda s: s.rank, default=None)


def count_of(findings: tuple[Finding, ...], severity: Severity) -> int:
    """Count the findings of one severity."""
    return sum(1 for finding in findings if finding.severity is severity)
