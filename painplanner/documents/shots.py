"""The procedures of a plan that are near: to come in the days of a paper, else the next one, and those just done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from painplanner.core.known_dates import KnownDates
from painplanner.core.plan import Item, Plan, Purpose, Step, StepStatus, items_of
from painplanner.core.treatment import is_needle
from painplanner.documents.now_boxes import AFTERCARE_DAYS

_OFF = frozenset({StepStatus.STOPPED, StepStatus.SKIPPED})
_TESTS = ("branch_block", "genicular_block", "nerve_root_block", "sacroiliac_block", "joint_block")
_TRIAL_DEVICE = "stimul"


@dataclass(frozen=True)
class Shot:
    """One procedure with its step and day; `is_ahead` holds until its day is over."""

    step: Step
    item: Item
    on: date | None
    is_ahead: bool

    @property
    def is_test(self) -> bool:
        """Tell whether it is there to find out, so that the pain of its hours is written down; no trial of a device."""
        if _TRIAL_DEVICE in self.item.source:
            return False
        is_known = any(word in self.item.source for word in _TESTS)
        return is_known or self.item.kind == "diagnostic" or self.step.purpose is Purpose.DIAGNOSTIC


def has_shots(plan: Plan) -> bool:
    """Tell whether a plan has any procedure that was not called off."""
    return any(_is_shot(step, item) for step, item in items_of(plan))


def near_shots(plan: Plan, dates: KnownDates, today: date, end: date) -> tuple[Shot, ...]:
    """Return the procedures a paper of these days is about, one of several of a kind; none where none is near."""
    every = [_shot(step, item, dates, today) for step, item in items_of(plan) if _is_shot(step, item)]
    ahead = [shot for shot in every if shot.is_ahead]
    soon = [shot for shot in ahead if shot.on is not None and shot.on <= end]
    following = sorted(ahead, key=lambda shot: shot.on or date.max)[:1]
    recent = [shot for shot in every if not shot.is_ahead and _is_recent(shot.on, today)]
    found: dict[str, Shot] = {}
    for shot in (*recent, *(soon or following)):
        found.setdefault(shot.item.source or shot.item.id, shot)
    return tuple(found.values())


def _shot(step: Step, item: Item, dates: KnownDates, today: date) -> Shot:
    span = dates.spans.get(step.id)
    on = span.start if span is not None else None
    return Shot(step, item, on, step.status is not StepStatus.DONE and (on is None or on >= today))


def _is_shot(step: Step, item: Item) -> bool:
    return is_needle(item) and step.status not in _OFF and item.stopped_on is None


def _is_recent(on: date | None, today: date) -> bool:
    return on is not None and on <= today <= on + timedelta(days=AFTERCARE_DAYS)
