"""A plan indexed once for all rules: treatments with dates and library entries, drugs by class, checkpoints by step.

Reading only; what it means is for the rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from painplanner.core.codes import cautions_of, classes_of
from painplanner.core.dose import MedicineDose
from painplanner.core.graded import item_start
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.library import Intervention, Kind, Library
from painplanner.core.measure import Reading
from painplanner.core.patient import Coded, Patient, age
from painplanner.core.plan import Checkpoint, Item, Plan, Step, StepStatus
from painplanner.core.treatment import is_needle
from painplanner.core.values import Answer

LIVE = frozenset({StepStatus.PLANNED, StepStatus.ACTIVE})
DROPPED = frozenset({StepStatus.STOPPED, StepStatus.SKIPPED})
_NO_CLASSES: frozenset[str] = frozenset()
_WORD = re.compile(r"[^\W_]+")


class Treatment(NamedTuple):
    """An item at work: its step, its library entry when that is known, and its days (`start` unset = not known).

    `is_live` is false once its step is done; items of stopped and skipped steps are no treatments. `classes` are the
    drug classes of the item's own copy and of the shared list. A needle is a procedure or a diagnostic block.
    """

    step: Step
    item: Item
    entry: Intervention | None
    start: date | None
    end: date | None
    is_live: bool
    is_needle: bool
    is_medicine: bool
    classes: frozenset[str]

    @property
    def days(self) -> int | None:
        """Return how many days it lasts, `None` while its end is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1

    @property
    def words(self) -> frozenset[str]:
        """Return the lower-case words of its library id and its names."""
        names = " ".join((self.item.source, *(texts.name for texts in self.item.texts)))
        return frozenset(_WORD.findall(names.lower()))

    @property
    def is_systemic_nsaid(self) -> bool:
        """Tell whether it is an NSAID that is swallowed."""
        return self.is_medicine and "nsaid" in self.classes and "topical-nsaid" not in self.classes


@dataclass(frozen=True, slots=True)
class Drug:
    """A medicine at work: of the plan (`treatment`), or one the patient takes anyway (`treatment` unset)."""

    key: str
    classes: frozenset[str]
    treatment: Treatment | None = None

    def meets(self, other: Drug) -> bool:
        """Tell whether two drugs are taken at one time; where dates are not known, they may be."""
        mine, yours = self.treatment, other.treatment
        if mine is None or yours is None or mine.start is None or yours.start is None:
            return True
        return mine.start <= (yours.end or date.max) and yours.start <= (mine.end or date.max)

    def arg(self) -> tuple[str, str]:
        """Return how findings name it as the other drug: `with-item` in the plan, `with-code` of the patient."""
        return ("with-item", self.treatment.item.id) if self.treatment else ("with-code", self.key)


@dataclass(frozen=True)
class Sight:
    """Everything the rules look at, worked out at first use and kept."""

    plan: Plan
    patient: Patient
    library: Library
    today: date
    readings: tuple[Reading, ...] = ()

    @cached_property
    def dates(self) -> KnownDates:
        """Return the dates that can be known."""
        return known_dates(self.plan, self.today)

    @cached_property
    def steps(self) -> dict[str, Step]:
        """Return steps by id."""
        return {step.id: step for step in self.plan.steps}

    @cached_property
    def live_steps(self) -> tuple[Step, ...]:
        """Return the steps that are planned or active."""
        return tuple(step for step in self.plan.steps if step.status in LIVE)

    @cached_property
    def treatments(self) -> tuple[Treatment, ...]:
        """Return all treatments in plan order, those of done steps too."""
        steps = (step for step in self.plan.steps if step.status not in DROPPED)
        return tuple(self._treatment(step, item) for step in steps for item in step.items if self._is_kept(item))

    @cached_property
    def live(self) -> tuple[Treatment, ...]:
        """Return the treatments of planned and active steps."""
        return tuple(treatment for treatment in self.treatments if treatment.is_live)

    @cached_property
    def live_of(self) -> dict[str, tuple[Treatment, ...]]:
        """Return the live treatments of each live step."""
        found: dict[str, list[Treatment]] = {step.id: [] for step in self.live_steps}
        for treatment in self.live:
            found[treatment.step.id].append(treatment)
        return {step: tuple(treatments) for step, treatments in found.items()}

    @cached_property
    def medicines(self) -> tuple[Treatment, ...]:
        """Return the live medicines."""
        return tuple(treatment for treatment in self.live if treatment.is_medicine)

    @cached_property
    def needles(self) -> tuple[Treatment, ...]:
        """Return procedures and diagnostic blocks, those of done steps too."""
        return tuple(treatment for treatment in self.treatments if treatment.is_needle)

    @cached_property
    def checks_of(self) -> dict[str, tuple[Checkpoint, ...]]:
        """Return the checkpoints of each step that has one."""
        found: dict[str, list[Checkpoint]] = {}
        for checkpoint in self.plan.checkpoints:
            for step in checkpoint.steps:
                found.setdefault(step, []).append(checkpoint)
        return {step: tuple(checks) for step, checks in found.items()}

    @cached_property
    def looks(self) -> tuple[date, ...]:
        """Return every day on which someone looks: checkpoints and the next visit, in order."""
        days = {day for found in self.dates.checks.values() for day in found}
        if self.plan.next_visit.on is not None:
            days.add(self.plan.next_visit.on)
        return tuple(sorted(days))

    @cached_property
    def drugs(self) -> tuple[Drug, ...]:
        """Return what the patient takes anyway, then the live medicines of the plan."""
        codes = (term.code for term in self.patient.medicines if isinstance(term, Coded))
        own = (Drug(code, frozenset(classes_of(code))) for code in dict.fromkeys(codes))
        mine = (Drug(t.item.source or t.item.id, t.classes, t) for t in self.medicines)
        return (*(drug for drug in own if drug.classes), *(drug for drug in mine if drug.classes))

    @cached_property
    def drugs_by_class(self) -> dict[str, tuple[Drug, ...]]:
        """Return the drugs of each class."""
        found: dict[str, list[Drug]] = {}
        for drug in self.drugs:
            for name in drug.classes:
                found.setdefault(name, []).append(drug)
        return {name: tuple(drugs) for name, drugs in found.items()}

    @cached_property
    def cautions(self) -> dict[str, Answer]:
        """Return the answer to every caution."""
        return cautions_of(self.patient)

    @cached_property
    def age(self) -> int | None:
        """Return the age in years, `None` without a birth date."""
        return age(self.patient.birth_date, self.today) if self.patient.birth_date else None

    def has(self, caution: str) -> bool:
        """Tell whether a caution is answered yes; not asked is no yes and no no."""
        return self.cautions.get(caution) is Answer.YES

    def is_looked_at(self, first: date, last: date) -> bool:
        """Tell whether someone looks between two days, both included."""
        return any(first <= day <= last for day in self.looks)

    def days_in_step(self, treatment: Treatment, days: int) -> int:
        """Return the distance from the start of its step of the day that lies `days` after a treatment begins."""
        span = self.dates.spans.get(treatment.step.id)
        late = (treatment.start - span.start).days if span is not None and treatment.start is not None else 0
        return days + late

    def _is_kept(self, item: Item) -> bool:
        return item.stopped_on is None or item.stopped_on > self.today

    def _treatment(self, step: Step, item: Item) -> Treatment:
        span = self.dates.spans.get(step.id)
        typed = item.dose.trial_end if isinstance(item.dose, MedicineDose) else None
        stopped = item.stopped_on - timedelta(days=1) if item.stopped_on else None
        ends = [day for day in (span.end if span else None, typed, stopped) if day is not None]
        return Treatment(
            step,
            item,
            self.library.entries.get(item.source),
            _first_day(item, span.start) if span else None,
            min(ends, default=None),
            step.status in LIVE,
            is_needle(item),
            item.kind == Kind.MEDICINE,
            classes_in(item),
        )


def classes_in(item: Item) -> frozenset[str]:
    """Return the drug classes of an item's own copy and of the shared list."""
    found = (*item.drug_classes, *classes_of(item.source))
    return frozenset(found) if found else _NO_CLASSES


def _first_day(item: Item, opens: date) -> date:
    """Return when an item begins: with its step, or when it was added later; a procedure may be noted afterwards."""
    if item.added_on is None or item.kind in {Kind.PROCEDURE, Kind.DIAGNOSTIC}:
        return opens
    return item_start(item, opens)
