"""Which medicines of a plan are taken or to come, each once, with its later amounts where it changes by dates.

Not here: how a paper says it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from painplanner.core.dose import MedicineDose, StopRule, TimeOfDay
from painplanner.core.known_dates import KnownDates
from painplanner.core.outcomes import still_taken
from painplanner.core.plan import Item, Plan, Step, StepStatus
from painplanner.core.treatment import is_medicine_kept

FIXED = (TimeOfDay.MORNING, TimeOfDay.NOON, TimeOfDay.EVENING, TimeOfDay.BEDTIME)
"""The times of day that a medicine may be taken at every day."""
_RESCUE = "opioid-rescue"
_OVER = frozenset({StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED})


@dataclass(frozen=True)
class Taken:
    """A medicine with its step and its days as far as they are known; `later` is the same one in later steps."""

    step: Step
    item: Item
    start: date
    end: date | None = None
    later: tuple[Taken, ...] = ()

    @property
    def dose(self) -> MedicineDose:
        """Return what was typed, an empty dose where nothing was."""
        return self.item.dose if isinstance(self.item.dose, MedicineDose) else MedicineDose()

    @property
    def fixed(self) -> tuple[TimeOfDay, ...]:
        """Return the times of day at which it is taken every day."""
        return tuple(time for time in FIXED if time in self.dose.times)

    @property
    def is_as_needed(self) -> bool:
        """Tell whether it is taken, only or also, when it is needed."""
        return TimeOfDay.AS_NEEDED in self.dose.times

    @property
    def is_rescue(self) -> bool:
        """Tell whether it is kept at home for an emergency, so that it has no time of day."""
        return _RESCUE in self.item.drug_classes

    @property
    def is_open(self) -> bool:
        """Tell whether some of its times of day are still to be marked."""
        if self.is_as_needed:
            return False
        return not self.fixed or (self.dose.times_per_day or 0) > len(self.fixed)


def medicines_taken(plan: Plan, dates: KnownDates, today: date) -> tuple[Taken, ...]:
    """Return the medicines in plan order: each as it is now, or as it begins, with what it will be later."""
    courses: list[list[Taken]] = []
    for entry in sorted(_entries(plan, dates, today), key=lambda entry: entry.start):
        before = next((course for course in courses if _goes_on(course[-1], entry)), None)
        if before is None:
            courses.append([entry])
        else:
            before.append(entry)
    place = {item.id: n for n, item in enumerate(item for step in plan.steps for item in step.items)}
    return tuple(sorted((_now(course, today) for course in courses), key=lambda one: place[one.item.id]))


def _entries(plan: Plan, dates: KnownDates, today: date) -> list[Taken]:
    found: list[Taken] = []
    going = {item.id for item in still_taken(plan, today)}
    for step in plan.steps:
        span = dates.spans.get(step.id)
        start = span.start if span is not None else today
        is_ahead = step.status not in _OVER and (span is None or start > today)
        for item in step.items:
            entry = Taken(step, item, start, span.end if span is not None else None)
            if item.id in going or (is_medicine_kept(item) and (is_ahead or _is_last_day(entry, today))):
                found.append(entry)
    return found


def _is_last_day(entry: Taken, today: date) -> bool:
    ends_by_date = entry.dose.stop_rule is StopRule.ON_DATE and entry.dose.trial_end == today
    return ends_by_date and entry.step.status is not StepStatus.SKIPPED


def _goes_on(before: Taken, entry: Taken) -> bool:
    """Tell whether a medicine goes on with another amount; two that run on the same days are two."""
    if not before.item.source or before.item.source != entry.item.source:
        return False
    return before.item.id == entry.item.replaces or (before.end is not None and before.end < entry.start)


def _now(course: list[Taken], today: date) -> Taken:
    at = max((n for n, entry in enumerate(course) if entry.start <= today), default=0)
    now = course[at]
    return Taken(now.step, now.item, now.start, now.end, tuple(course[at + 1 :]))
