"""The person the plan is for: who they are, what must be known for safety, what they want to do again."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from painplanner.core.values import (
    LINE_LIMIT,
    NAME_LIMIT,
    Answer,
    Impossible,
    Value,
    sensible_date,
    tidy,
)


class Coded(Value, tag="code", frozen=True, kw_only=True):
    """A condition, allergy or medicine from the shared list (`core.codes`), which the review can match."""

    code: str


class FreeText(Value, tag="text", frozen=True, kw_only=True):
    """A condition, allergy or medicine in free words; shown as "not checked"."""

    text: str

    def __post_init__(self) -> None:
        """Clean the words."""
        tidy(self, "text", LINE_LIMIT)


Term = Coded | FreeText


class ConstraintKind(StrEnum):
    """What limits a plan in real life."""

    COVERAGE = "coverage"
    WORK = "work"
    CARE = "care"
    TRAVEL = "travel"
    COST = "cost"
    OTHER = "other"


class Constraint(Value, frozen=True, kw_only=True):
    """One honest limit, such as "prior authorisation takes 2 weeks" or "heavy weeks 2 and 4"."""

    kind: ConstraintKind = ConstraintKind.OTHER
    text: str

    def __post_init__(self) -> None:
        """Clean the words."""
        tidy(self, "text", LINE_LIMIT)


class SafetyAnswers(Value, frozen=True, kw_only=True):
    """The safety questions of every plan, each yes, no or not asked."""

    blood_thinner: Answer = Answer.NOT_ASKED
    pregnancy: Answer = Answer.NOT_ASKED
    kidney_disease: Answer = Answer.NOT_ASKED
    osteoporosis: Answer = Answer.NOT_ASKED
    implanted_device: Answer = Answer.NOT_ASKED
    fall_risk: Answer = Answer.NOT_ASKED


class RedFlagAnswer(Value, frozen=True, kw_only=True):
    """One red flag (`core.codes.RED_FLAGS`) and its answer."""

    flag: str
    answer: Answer = Answer.NOT_ASKED


class RedFlags(Value, frozen=True, kw_only=True):
    """The red-flag line of a patient: answers, and for a yes what was done, dated.

    `overall` is what was said for all flags at once; single answers add to it.
    """

    overall: Answer = Answer.NOT_ASKED
    answers: tuple[RedFlagAnswer, ...] = ()
    asked_on: date | None = None
    action: str = ""
    action_on: date | None = None

    def __post_init__(self) -> None:
        """Clean the action and refuse odd dates."""
        tidy(self, "action", LINE_LIMIT)
        sensible_date(self, "asked_on")
        sensible_date(self, "action_on")

    @property
    def state(self) -> Answer:
        """Return yes if any flag is yes, no only when all were answered no at once, else not asked."""
        if self.overall is Answer.YES or any(a.answer is Answer.YES for a in self.answers):
            return Answer.YES
        return self.overall

    @property
    def is_open(self) -> bool:
        """Tell whether a yes still waits for a dated action."""
        return self.state is Answer.YES and not (self.action.strip() and self.action_on)


class Patient(Value, frozen=True, kw_only=True):
    """A patient of the practice. A new one needs a name and a birth date, which the form asks for."""

    id: str
    name: str = ""
    birth_date: date | None = None
    record_number: str = ""
    language: str = "en"
    large_print: bool = False
    bold_print: bool = False
    """All words bold, in large print only."""
    allergies_answer: Answer = Answer.NOT_ASKED
    allergies: tuple[Term, ...] = ()
    conditions: tuple[Term, ...] = ()
    medicines: tuple[Term, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    goals: tuple[str, ...] = ()
    safety: SafetyAnswers = SafetyAnswers()
    red_flags: RedFlags = RedFlags()
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the texts; refuse impossible dates and more than three top goals."""
        tidy(self, "name", NAME_LIMIT)
        tidy(self, "record_number", 40)
        tidy(self, "note", 20_000)
        sensible_date(self, "birth_date")
        if len(self.goals) > 3:
            raise Impossible("too-many", "goals", limit=3, count=len(self.goals))


def age(birth_date: date, today: date) -> int:
    """Return the age in whole years on `today`."""
    return today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day))
