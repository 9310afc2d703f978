"""What a clinic prescribes: interventions with their words, doses, cautions and sources, and templates of plans.

An entry never changes its id (`exercise.bridge`); a plan keeps its own copy of what it took from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from painplanner.core.dose import AnyDose, StopRule
from painplanner.core.measure import Measure
from painplanner.core.plan import Checkpoint, Driver, Goal, Line, Step, Texts
from painplanner.core.source import Source
from painplanner.core.values import (
    NAME_LIMIT,
    Discipline,
    Impossible,
    LangText,
    Mechanism,
    Region,
    Value,
    amount,
    tidy,
    unique_ids,
)
from painplanner.core.vocabulary import UNITS

MOST_LINES = 60
MOST_DAYS = 3650

__all__ = [
    "MOST_DAYS",
    "MOST_LINES",
    "Category",
    "DoseRange",
    "Intervention",
    "Kind",
    "Library",
    "Line",
    "MedicineFact",
    "MedicineReference",
    "SafetyRule",
    "Template",
    "Texts",
    "default_safety_rule",
]


class Kind(StrEnum):
    """The kinds of intervention; an id begins with its kind (`hands-on` is written `hands_on.`)."""

    EXERCISE = "exercise"
    MEDICINE = "medicine"
    PROCEDURE = "procedure"
    DIAGNOSTIC = "diagnostic"
    BEHAVIOURAL = "behavioural"
    EDUCATION = "education"
    LIFESTYLE = "lifestyle"
    HANDS_ON = "hands_on"
    COORDINATION = "coordination"


class Category(StrEnum):
    """What an exercise trains."""

    STRENGTH = "strength"
    MOBILITY = "mobility"
    MOTOR_CONTROL = "motor-control"
    RELAXATION = "relaxation"
    NERVE_GLIDE = "nerve-glide"
    GRADED_ACTIVITY = "graded-activity"
    POSTURE = "posture"
    AEROBIC = "aerobic"
    BALANCE = "balance"


class SafetyRule(StrEnum):
    """Which safety line an entry prints: pain alone never says stop and call."""

    TENDON = "tendon"
    NERVE_GLIDE = "nerve-glide"
    GRADED_ACTIVITY = "graded-activity"
    GENERAL = "general"


class MedicineFact(Value, frozen=True, kw_only=True):
    """One reference amount of a medicine with its unit, in words where a number is not enough."""

    amount: Decimal | None = None
    unit: str = ""
    text: str = ""
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        """Normalise the amount; clean the words."""
        amount(self, "amount", high="100000")
        tidy(self, "text")


class MedicineReference(Value, frozen=True, kw_only=True):
    """Start, usual range and maximum, shown beside the dose field and never printed."""

    start: MedicineFact | None = None
    usual: MedicineFact | None = None
    maximum: MedicineFact | None = None
    stop_rule: StopRule = StopRule.ON_DATE
    trial: MedicineFact | None = None


class DoseRange(Value, frozen=True, kw_only=True):
    """The usual range of one field of a dose, in the unit of that field; a default of the product unless sourced."""

    field: str
    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        """Normalise the ends and refuse a range that is the wrong way round."""
        amount(self, "low", high="1000000")
        amount(self, "high", high="1000000")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise Impossible("range-upside-down", f"range.{self.field}", low=self.low, high=self.high)


class Intervention(Value, frozen=True, kw_only=True):
    """One entry of the library.

    `ranges` close in on the fields of `dose`; `easier_how` and `harder_how` tell the clinician how to take it back and
    forward, `easier` and `harder` name the entries on either side of it.
    """

    id: str
    kind: Kind
    texts: tuple[Texts, ...]
    synonyms: tuple[LangText, ...] = ()
    regions: tuple[Region, ...] = (Region.GENERAL,)
    category: Category | None = None
    mechanisms: tuple[Mechanism, ...] = ()
    discipline: Discipline | None = None
    purpose: str = ""
    position: str = ""
    equipment: tuple[str, ...] = ()
    dose: AnyDose | None = None
    ranges: tuple[DoseRange, ...] = ()
    easier_how: tuple[LangText, ...] = ()
    harder_how: tuple[LangText, ...] = ()
    two_sided: bool = False
    safety_rule: SafetyRule = SafetyRule.GENERAL
    reference: MedicineReference | None = None
    drug_classes: tuple[str, ...] = ()
    contraindications: tuple[str, ...] = ()
    precautions: tuple[str, ...] = ()
    expect_days: tuple[int, int] | None = None
    reassess_days: tuple[int, int] | None = None
    harder: str = ""
    easier: str = ""
    figure: str = ""
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an entry without a name, or whose id does not begin with its kind, and what cannot be in its parts."""
        _refuse_nameless(self.id, self.kind.value, self.texts)
        tidy(self, "purpose", NAME_LIMIT)
        tidy(self, "position", NAME_LIMIT)
        _refuse_outside(self.dose, self.ranges)
        _refuse_unknown_units(self)
        _refuse_too_many(self)
        for name in ("expect_days", "reassess_days"):
            _refuse_odd_days(name, getattr(self, name))


def _refuse_nameless(thing_id: str, kind: str, texts: tuple[Texts, ...]) -> None:
    if not any(words.name.strip() for words in texts):
        raise Impossible("no-name", "texts", id=thing_id)
    if thing_id.split(".")[0] not in {kind, "own"}:
        raise Impossible("id-kind", "id", id=thing_id, kind=kind)


def _refuse_odd_days(field: str, days: tuple[int, int] | None) -> None:
    """Refuse days that are none, lie too far away, or end before they begin."""
    for day in days or ():
        if not 0 <= day <= MOST_DAYS:
            raise Impossible("out-of-range", field, value=day, low=0, high=MOST_DAYS)
    if days is not None and days[0] > days[1]:
        raise Impossible("range-upside-down", field, low=days[0], high=days[1])


def _refuse_outside(dose: AnyDose | None, ranges: tuple[DoseRange, ...]) -> None:
    """Refuse a range of a field that the dose does not have, and a dose outside its range."""
    for one in ranges:
        if dose is None or one.field not in dose.__struct_fields__:
            raise Impossible("range-of-nothing", f"range.{one.field}")
        given = getattr(dose, one.field)
        low, high = one.low, one.high
        if given is not None and ((low is not None and given < low) or (high is not None and given > high)):
            raise Impossible("outside-range", f"dose.{one.field}", value=given, low=low, high=high)


def _refuse_unknown_units(entry: Intervention) -> None:
    reference = entry.reference
    facts = (reference.start, reference.usual, reference.maximum, reference.trial) if reference is not None else ()
    given = [(f"dose.{name}", getattr(entry.dose, name, "")) for name in ("load_unit", "distance_unit", "unit")]
    given += [("reference.unit", fact.unit) for fact in facts if fact is not None]
    for place, unit in given:
        if unit and unit not in UNITS:
            raise Impossible("unknown-unit", place, value=unit, allowed=UNITS)


def _refuse_too_many(entry: Intervention) -> None:
    lines = max(len(words.lines) for words in entry.texts)
    lists = ("synonyms", "sources", "equipment", "contraindications", "precautions", "drug_classes")
    for place, count in (("texts", lines), *((name, len(getattr(entry, name))) for name in lists)):
        if count > MOST_LINES:
            raise Impossible("too-many", place, count=count, limit=MOST_LINES)
    for code in entry.equipment:
        if len(code) > NAME_LIMIT:
            raise Impossible("too-long", "equipment", length=len(code), limit=NAME_LIMIT)


class Template(Value, frozen=True, kw_only=True):
    """A plan before it has a patient: drivers, goals, steps and checkpoints in exactly the shape of a plan.

    Items of its steps name their library entry in `source` and may carry a dose; their words come from the entry.
    """

    id: str
    texts: tuple[Texts, ...]
    regions: tuple[Region, ...] = (Region.GENERAL,)
    mechanism: Mechanism | None = None
    why: tuple[LangText, ...] = ()
    drivers: tuple[Driver, ...] = ()
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    flare: tuple[LangText, ...] = ()
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a template without a name, and ids that no plan could take from it."""
        _refuse_nameless(self.id, "template", self.texts)
        for name in ("drivers", "goals", "steps", "checkpoints"):
            unique_ids(self, name)
        ids = [item.id for step in self.steps for item in step.items]
        if len(ids) != len(set(ids)):
            raise Impossible("duplicate-id", "steps", ids=tuple(sorted({one for one in ids if ids.count(one) > 1})))


@dataclass(frozen=True)
class Library:
    """Everything a plan may take from, by id; `figures` gives the content hash (SHA-256, hex) of each figure id."""

    version: str = ""
    entries: Mapping[str, Intervention] = field(default_factory=dict[str, Intervention])
    templates: Mapping[str, Template] = field(default_factory=dict[str, Template])
    measures: Mapping[str, Measure] = field(default_factory=dict[str, Measure])
    figures: Mapping[str, str] = field(default_factory=dict[str, str])


def default_safety_rule(entry: Intervention) -> SafetyRule:
    """Return the rule whose safety line an entry prints, by its kind and category where none is named."""
    if entry.safety_rule is not SafetyRule.GENERAL:
        return entry.safety_rule
    if entry.category is Category.NERVE_GLIDE:
        return SafetyRule.NERVE_GLIDE
    if entry.category in {Category.GRADED_ACTIVITY, Category.AEROBIC}:
        return SafetyRule.GRADED_ACTIVITY
    return SafetyRule.GENERAL
