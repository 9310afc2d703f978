"""What a rule is: a code with its severity and source, and a look at a plan that points at what it sees.

Not here: any rule, and any words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from painplanner.core.findings import Args, Finding, Severity, SubjectKind
from painplanner.core.plan import Checkpoint, Goal, Item, Step
from painplanner.core.review.sight import Sight
from painplanner.core.source import Source, SourceTag
from painplanner.core.values import plain


class Spot(NamedTuple):
    """Where a rule saw something; `can_mend` is false where the rule's remedy does not fit this spot."""

    subject: str = ""
    kind: SubjectKind = "plan"
    args: Args = ()
    can_mend: bool = True


Look = Callable[[Sight], Iterable[Spot]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the review. `remedy` is a code of `remedies`, empty where only a clinician can mend."""

    code: str
    severity: Severity
    source: Source
    look: Look
    remedy: str = ""

    def findings(self, sight: Sight) -> Iterator[Finding]:
        """Yield what this rule sees."""
        for spot in self.look(sight):
            yield Finding(
                code=self.code,
                severity=self.severity,
                source=self.source,
                subject=spot.subject,
                subject_kind=spot.kind,
                args=spot.args,
                remedy=self.remedy if spot.can_mend else "",
            )


def cite(tag: SourceTag, text: str) -> Source:
    """Return a source; the text names the publication and the section of the clinical facts."""
    return Source(tag=tag, text=text)


def args(**named: str | int | Decimal | date | None) -> Args:
    """Return arguments as text: dates as ISO, numbers plain, what is `None` left out, `_` in a name read as `-`."""
    return tuple((key.replace("_", "-"), _text(value)) for key, value in named.items() if value is not None)


def _text(value: str | int | Decimal | date) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else plain(value)


def on_plan(*given: tuple[str, str], can_mend: bool = True) -> Spot:
    """Point at the whole plan."""
    return Spot(args=given, can_mend=can_mend)


def on_step(step: Step, *given: tuple[str, str], can_mend: bool = True) -> Spot:
    """Point at a step."""
    return Spot(step.id, "step", given, can_mend)


def on_item(item: Item, *given: tuple[str, str], can_mend: bool = True) -> Spot:
    """Point at an item."""
    return Spot(item.id, "item", given, can_mend)


def on_checkpoint(checkpoint: Checkpoint, *given: tuple[str, str], can_mend: bool = True) -> Spot:
    """Point at a checkpoint."""
    return Spot(checkpoint.id, "checkpoint", given, can_mend)


def on_goal(goal: Goal, *given: tuple[str, str], can_mend: bool = True) -> Spot:
    """Point at a goal."""
    return Spot(goal.id, "goal", given, can_mend)


def on_patient(sight: Sight, *given: tuple[str, str], can_mend: bool = True) -> Spot:
    """Point at the patient."""
    return Spot(sight.patient.id, "patient", given, can_mend)
