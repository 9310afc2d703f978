"""A care plan as one value: drivers, goals, sequenced steps of items, and checkpoints that decide what comes next.

A draft may be incomplete everywhere; only values that cannot be are refused. Not here: readings, pictures, papers.
"""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from painplanner.core.checkpoint import Action, ActionKind, Checkpoint, Combine, Decision, Outcome
from painplanner.core.dose import AnyDose
from painplanner.core.measure import Criterion
from painplanner.core.timing import AfterStep, Anchor, EveryWeeks, Lasts, OnDate, Timing, TrialEnd, When
from painplanner.core.values import (
    LINE_LIMIT,
    NAME_LIMIT,
    NOTE_LIMIT,
    Discipline,
    Impossible,
    LangText,
    Mechanism,
    Region,
    Side,
    Value,
    sensible_date,
    tidy,
    unique_ids,
    whole,
)
from painplanner.core.wording import Line, LineKind, Texts, texts_in

PLAN_SCHEMA = 4

__all__ = [
    "PLAN_SCHEMA",
    "Action",
    "ActionKind",
    "AfterStep",
    "Anchor",
    "Checkpoint",
    "Closing",
    "Combine",
    "Decision",
    "Driver",
    "EveryWeeks",
    "FigureRef",
    "Flare",
    "Goal",
    "GoalEnd",
    "Item",
    "Lasts",
    "Line",
    "LineKind",
    "NextVisit",
    "OnDate",
    "Outcome",
    "Owner",
    "Plan",
    "PlanStatus",
    "Purpose",
    "Step",
    "StepStatus",
    "TeachBack",
    "Texts",
    "Timing",
    "TrialEnd",
    "When",
    "item_name",
    "items_of",
    "texts_in",
]


class Purpose(StrEnum):
    """Why a step is there; the four colours of the product."""

    RELIEF = "relief"
    DIAGNOSTIC = "diagnostic"
    ROOT_CAUSE = "root-cause"
    SELF_MANAGEMENT = "self-management"


class StepStatus(StrEnum):
    """Where a step stands in real life."""

    PLANNED = "planned"
    ACTIVE = "active"
    DONE = "done"
    STOPPED = "stopped"
    SKIPPED = "skipped"


class Owner(Value, frozen=True, kw_only=True):
    """Who is responsible: a discipline and, when known, a name."""

    discipline: Discipline | None = None
    name: str = ""

    def __post_init__(self) -> None:
        """Clean the name."""
        tidy(self, "name", NAME_LIMIT)


class Driver(Value, frozen=True, kw_only=True):
    """One hypothesis of what drives the pain; steps say which driver they address."""

    id: str
    text: str = ""
    mechanism: Mechanism | None = None
    words: tuple[LangText, ...] = ()

    def __post_init__(self) -> None:
        """Clean the words."""
        tidy(self, "text", LINE_LIMIT)


class TeachBack(StrEnum):
    """Whether the patient showed or told it back."""

    NOT_RECORDED = "not-recorded"
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class FigureRef(Value, frozen=True, kw_only=True):
    """The picture of an item: its id, and the content hash (SHA-256, hex) of the version this plan uses."""

    id: str
    sha256: str = ""


class Item(Value, frozen=True, kw_only=True):
    """The plan's own copy of a library entry with its dose.

    `replaces` names the item that this one took over from (harder, easier, swap); `added_on` marks new ones. `dosed_on`
    is the day the dose was changed last after it had begun: what a log says of days before it, it says of another dose.
    `stop_plan` says to the team how a medicine that must not stop suddenly is taken down, in the words of a clinician.
    """

    id: str
    source: str = ""
    library_version: str = ""
    kind: str = "exercise"
    category: str = ""
    safety_rule: str = "general"
    texts: tuple[Texts, ...] = ()
    dose: AnyDose | None = None
    two_sided: bool = False
    figure: FigureRef | None = None
    cautions: tuple[str, ...] = ()
    drug_classes: tuple[str, ...] = ()
    note: str = ""
    shown: TeachBack = TeachBack.NOT_RECORDED
    added_on: date | None = None
    stopped_on: date | None = None
    dosed_on: date | None = None
    replaces: str = ""
    stop_plan: str = ""

    def __post_init__(self) -> None:
        """Clean the lines; refuse odd dates."""
        tidy(self, "note", LINE_LIMIT)
        tidy(self, "stop_plan", LINE_LIMIT)
        sensible_date(self, "added_on")
        sensible_date(self, "stopped_on")
        sensible_date(self, "dosed_on")


class Step(Value, frozen=True, kw_only=True):
    """One step: a time-limited trial with a purpose, an owner, dates and what is done in it."""

    id: str
    title: str = ""
    words: tuple[Texts, ...] = ()
    purpose: Purpose | None = None
    drivers: tuple[str, ...] = ()
    owner: Owner = Owner()
    timing: Timing | None = None
    trial_end: TrialEnd | None = None
    status: StepStatus = StepStatus.PLANNED
    started_on: date | None = None
    ended_on: date | None = None
    items: tuple[Item, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the texts; refuse doubled items and an end before its start."""
        tidy(self, "title", NAME_LIMIT)
        tidy(self, "note", NOTE_LIMIT)
        unique_ids(self, "items")
        sensible_date(self, "started_on")
        sensible_date(self, "ended_on")
        if self.started_on and self.ended_on and self.ended_on < self.started_on:
            raise Impossible("ends-before-start", "ended_on", start=self.started_on, end=self.ended_on)


class Goal(Value, frozen=True, kw_only=True):
    """What the patient wants to do again, in their words; measured and dated when that is known."""

    id: str
    text: str = ""
    words: tuple[LangText, ...] = ()
    criterion: Criterion | None = None
    by: date | None = None
    by_days: int | None = None
    functional: bool = True

    def __post_init__(self) -> None:
        """Clean the words; refuse odd dates."""
        tidy(self, "text", LINE_LIMIT)
        sensible_date(self, "by")
        whole(self, "by_days", 1, 3650)


class NextVisit(Value, frozen=True, kw_only=True):
    """The next visit as the print panel asks for it."""

    on: date | None = None
    at: time | None = None
    with_whom: str = ""

    def __post_init__(self) -> None:
        """Refuse odd dates."""
        sensible_date(self, "on")
        tidy(self, "with_whom", NAME_LIMIT)


class Flare(Value, frozen=True, kw_only=True):
    """A flare: from `on` the plan runs at its flare dose and is back at the full one on `back_on`.

    `items` are the exercises it is tied to, all of them where none is named; medicines are never touched.
    """

    id: str
    on: date
    back_on: date | None = None
    items: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the note; refuse odd dates and an end before the start."""
        tidy(self, "note", LINE_LIMIT)
        sensible_date(self, "on")
        sensible_date(self, "back_on")
        if self.back_on is not None and self.back_on < self.on:
            raise Impossible("ends-before-start", "back_on", start=self.on, end=self.back_on)


class GoalEnd(StrEnum):
    """How a goal stood when its plan was closed."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not-reached"
    NO_LONGER_WANTED = "no-longer-wanted"


class Closing(Value, frozen=True, kw_only=True):
    """The end of a plan: the day, how each goal stood (by its id), and what the patient goes on with alone."""

    on: date
    goals: tuple[tuple[str, GoalEnd], ...] = ()
    keep_doing: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the note; refuse odd dates."""
        tidy(self, "note", NOTE_LIMIT)
        sensible_date(self, "on")


class PlanStatus(StrEnum):
    """Whether a plan is at work."""

    OPEN = "open"
    FINISHED = "finished"


class Plan(Value, frozen=True, kw_only=True):
    """A care plan of one patient.

    `number` is a counter of its own (printed with a check digit); `start` is the day the plan begins, from which steps
    without a timing count; `region` and `side` are the painful ones, entered once and taken by two-sided items.
    `early_signs` are how this patient notices that a flare is coming, a line for each sign; `followed` is what is to be
    measured besides what goals and checkpoints ask.
    """

    id: str
    schema: int = PLAN_SCHEMA
    number: int = 0
    patient: str = ""
    title: str = ""
    plain_title: tuple[LangText, ...] = ()
    region: Region | None = None
    side: Side | None = None
    mechanism: Mechanism | None = None
    start: date | None = None
    why: str = ""
    why_words: tuple[LangText, ...] = ()
    drivers: tuple[Driver, ...] = ()
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    decisions: tuple[Decision, ...] = ()
    flare: tuple[LangText, ...] = ()
    early_signs: tuple[LangText, ...] = ()
    flares: tuple[Flare, ...] = ()
    followed: tuple[Criterion, ...] = ()
    next_visit: NextVisit = NextVisit()
    status: PlanStatus = PlanStatus.OPEN
    closing: Closing | None = None
    template: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Clean the texts; refuse doubled ids."""
        tidy(self, "title", NAME_LIMIT)
        tidy(self, "why", NOTE_LIMIT)
        tidy(self, "note", NOTE_LIMIT)
        sensible_date(self, "start")
        for field in ("drivers", "goals", "steps", "checkpoints", "decisions", "flares"):
            unique_ids(self, field)
        item_ids = [item.id for step in self.steps for item in step.items]
        if len(item_ids) != len(set(item_ids)):
            raise Impossible("duplicate-id", "items", ids=())


def items_of(plan: Plan) -> tuple[tuple[Step, Item], ...]:
    """Return every item with its step in plan order."""
    return tuple((step, item) for step in plan.steps for item in step.items)


def item_name(item: Item, lang: str, *, for_patient: bool = False) -> str:
    """Return the name of an item in a language; the plain name where it is for the patient and there is one."""
    words = texts_in(item.texts, lang)
    return (words.plain_name if for_patient else "") or words.name
