"""The rules of progression: each looks at one item as it stands today and may say how its dose goes on.

The first rule that says something is heard; rules of caution stand before those that ask for more. Numbers are from
clinical facts 7.4; where it names no number, it is a default of the product [D] and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from painplanner.core.dose import ActivityDose, ExerciseDose
from painplanner.core.dose_moves import Top, less, more_activity, more_exercise, more_glide, more_tendon, share_of
from painplanner.core.findings import Args
from painplanner.core.graded import graded_amount, is_at_top, progression_of, with_amount
from painplanner.core.library import Category, SafetyRule
from painplanner.core.log_evidence import Went, overdone, week_mean
from painplanner.core.plan import Item
from painplanner.core.progression_sources import SOURCES
from painplanner.core.proposal import Proposal, ProposalKind, Reason
from painplanner.core.review.rule import args
from painplanner.core.source import Source

MISSED_DAYS = 3
SORE_DAYS = 2
TENDON_DAYS = 14
GUARD = Decimal("1.1")
_PAIN_ALLOWED, _PAIN_RISE = 5, 1
_WEEK_OF_DAYS = 7

_BY_THE_CLOCK = frozenset({Category.GRADED_ACTIVITY, Category.AEROBIC})
_LOADED = frozenset({Category.STRENGTH, Category.BALANCE, Category.MOTOR_CONTROL})

Moving = ExerciseDose | ActivityDose


@dataclass(frozen=True)
class Case:
    """One item as of today with what was logged and measured of it.

    `dose` is what is asked today, `reached` what was asked when it was done last. `tolerated` is what a patient can do
    of an activity, `top` where the library ends the range of a field.
    """

    item: Item
    dose: Moving
    reached: Moving
    today: date
    went: Went | None = None
    measured: Mapping[date, Decimal] = field(default_factory=dict[date, Decimal])
    tolerated: Decimal | None = None
    pain: tuple[Decimal, Decimal | None] | None = None
    top: Top = field(default_factory=dict[str, Decimal])

    @property
    def is_by_the_clock(self) -> bool:
        """Tell whether it goes by time or distance and not by pain."""
        return self.item.safety_rule == SafetyRule.GRADED_ACTIVITY or self.item.category in _BY_THE_CLOCK

    def is_of(self, rule: SafetyRule) -> bool:
        """Tell whether a kind of load has its own rules."""
        return self.item.safety_rule == rule


@dataclass(frozen=True)
class Move:
    """What a rule says: where the dose goes, and the code of the reason with its arguments."""

    kind: ProposalKind
    code: str
    dose: Moving | None = None
    given: Args = ()


@dataclass(frozen=True)
class ProgressionRule:
    """One rule with its source."""

    code: str
    source: Source
    look: Callable[[Case], Move | None]

    def proposal(self, case: Case) -> Proposal | None:
        """Return what this rule proposes, nothing where it has nothing to say."""
        move = self.look(case)
        if move is None:
            return None
        return Proposal(
            item=case.item.id,
            kind=move.kind,
            dose_now=case.dose,
            dose_next=move.dose or case.dose,
            reason=Reason(code=move.code, args=move.given),
            from_rule=self.code,
            source=self.source,
        )


def _start(case: Case) -> Move | None:
    """Begin at four fifths of what is tolerated where no amount is set yet."""
    dose = case.dose
    if not isinstance(dose, ActivityDose) or graded_amount(dose) is not None or not case.tolerated:
        return None
    first = share_of(case.tolerated)
    given = args(tolerated=case.tolerated)
    return Move(ProposalKind.START, "tolerated", with_amount(dose, first), given) if first else None


def _missed(case: Case) -> Move | None:
    """Come back below what was reached after more than three days left out."""
    if case.went is None or case.went.missed <= MISSED_DAYS:
        return None
    smaller, given = less(case.reached), args(days=case.went.missed)
    return Move(ProposalKind.AGAIN, "missed", smaller, given) if smaller is not None else None


def _quota_too_high(case: Case) -> Move | None:
    """Take less where most days were too sore; single sore days change nothing of what goes by the clock."""
    how = case.went
    if how is None or not case.is_by_the_clock:
        return None
    known = how.done + how.too_sore + how.not_done
    smaller = less(case.dose) if how.too_sore > MISSED_DAYS and how.too_sore * 2 > known else None
    given = args(sore=how.too_sore, known=known)
    return Move(ProposalKind.LESS, "sore-most-days", smaller, given) if smaller is not None else None


def _glide_symptoms(case: Case) -> Move | None:
    """Glide less, in a smaller arc, and then no more."""
    if case.went is None or case.went.too_sore < SORE_DAYS or not case.is_of(SafetyRule.NERVE_GLIDE):
        return None
    given, smaller = _sore(case.went), less(case.dose)
    if smaller is None:
        return Move(ProposalKind.STOP, "glide-smallest", None, given)
    return Move(ProposalKind.LESS, "glide-sore", smaller, given)


def _within_a_day(case: Case) -> Move | None:
    """Take a quarter less where it was too sore twice; hold where it was once."""
    how = case.went
    if how is None or not how.too_sore or case.is_by_the_clock:
        return None
    if how.too_sore < SORE_DAYS:
        return Move(ProposalKind.STAY, "sore-once", None, _sore(how)) if how.days >= _WEEK_OF_DAYS else None
    smaller = less(case.dose)
    if smaller is None:
        return Move(ProposalKind.STAY, "sore-smallest", None, _sore(how))
    return Move(ProposalKind.LESS, "sore", smaller, _sore(how))


def _sore(how: Went) -> Args:
    return args(sore=how.too_sore, known=how.done + how.too_sore + how.not_done)


def _overdone(case: Case) -> Move | None:
    """Hold where a day of the last week went far beyond the week before it."""
    if not isinstance(case.dose, ActivityDose):
        return None
    found = overdone(case.measured, case.today, GUARD)
    if found is None:
        return None
    day, value, mean = found
    return Move(ProposalKind.STAY, "overdone", None, args(on=day, value=value, mean=_tenth(mean)))


def _pain_of_a_tendon(case: Case) -> Move | None:
    """Hold the load of a tendon while pain is over 5 or rises from week to week."""
    if case.pain is None or case.went is None or not case.is_of(SafetyRule.TENDON):
        return None
    now, before = case.pain
    if before is not None and now - before >= _PAIN_RISE:
        return Move(ProposalKind.STAY, "pain-rises", None, args(before=_tenth(before), now=_tenth(now)))
    return Move(ProposalKind.STAY, "pain-high", None, args(now=_tenth(now))) if now > _PAIN_ALLOWED else None


def _tenth(number: Decimal) -> Decimal:
    return round(number, 1)


def _tendon_load(case: Case) -> Move | None:
    """Load a tendon more after two regular weeks."""
    how, dose = case.went, case.dose
    if how is None or not case.is_of(SafetyRule.TENDON) or not isinstance(dose, ExerciseDose):
        return None
    if how.too_sore or not how.is_regular or how.days < TENDON_DAYS:
        return None
    return _more(how, more_tendon(dose, case.top))


def _glide(case: Case) -> Move | None:
    """Glide more once it is done regularly without symptoms that stay."""
    how, dose = case.went, case.dose
    if how is None or not case.is_of(SafetyRule.NERVE_GLIDE) or not isinstance(dose, ExerciseDose):
        return None
    if how.too_sore or not how.is_regular:
        return None
    return _more(how, more_glide(dose, case.top, is_tensioner="tensioner" in case.item.source))


def _quota(case: Case) -> Move | None:
    """Raise an activity by a tenth a week where its dose has no rule of its own; that one goes by the calendar."""
    how, dose = case.went, case.dose
    if how is None or not how.is_regular or not isinstance(dose, ActivityDose) or not _grows_here(case, dose):
        return None
    mean = week_mean(case.measured, max(case.measured, default=case.today))
    asked, bigger = graded_amount(dose), more_activity(dose, case.top, mean * GUARD if mean is not None else None)
    if bigger is None and mean is not None and asked is not None and mean * GUARD <= asked:
        return Move(ProposalKind.STAY, "does-less", None, args(mean=_tenth(mean), asked=asked))
    return _more(how, bigger)


def _grows_here(case: Case, dose: ActivityDose) -> bool:
    """Tell whether an activity is one that grows, and neither grows by itself nor is at its top."""
    if not case.is_by_the_clock and case.item.category not in _LOADED:
        return False
    rule = progression_of(dose)
    by_itself = rule is not None and rule.every_days is not None and (rule.add or rule.percent)
    return not by_itself and not is_at_top(dose)


def _load(case: Case) -> Move | None:
    """Ask a little more of an exercise that is done regularly and never too sore."""
    how, dose = case.went, case.dose
    is_plain = case.item.category in _LOADED and case.item.safety_rule == SafetyRule.GENERAL
    if how is None or how.too_sore or not how.is_regular or not is_plain or not isinstance(dose, ExerciseDose):
        return None
    return _more(how, more_exercise(dose, case.top))


def _more(how: Went, bigger: Moving | None) -> Move:
    """Return more where there is any, else that the dose is at its top and something harder may follow."""
    given = args(done=how.done, asked=how.asked)
    if bigger is None:
        return Move(ProposalKind.STAY, "at-top", None, given)
    return Move(ProposalKind.MORE, "by-the-clock" if how.too_sore else "regular", bigger, given)


_LOOKS: tuple[tuple[str, Callable[[Case], Move | None]], ...] = (
    ("start-below", _start),
    ("missed-days", _missed),
    ("quota-too-high", _quota_too_high),
    ("glide-symptoms", _glide_symptoms),
    ("24-hour", _within_a_day),
    ("boom-bust", _overdone),
    ("pain-monitoring", _pain_of_a_tendon),
    ("tendon-load", _tendon_load),
    ("glide", _glide),
    ("weekly-quota", _quota),
    ("load-steps", _load),
)
RULES = tuple(ProgressionRule(code, SOURCES[code], look) for code, look in _LOOKS)
