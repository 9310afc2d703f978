"""Short ways to say measures, readings and criteria in the tests of results."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from painplanner.core.measure import (
    Better,
    Change,
    Criterion,
    Measure,
    MeasureKind,
    Reading,
    Target,
    TargetKind,
)
from painplanner.core.source import Source, SourceTag
from painplanner.core.values import LangText

TODAY = date(2026, 1, 28)
READ = (Source(tag=SourceTag.R, text="Young et al. 2009"),)
GUESSED = (Source(tag=SourceTag.D, text="by arithmetic from the error"), *READ)


def day(after: int) -> date:
    return TODAY + timedelta(days=after)


def measure(measure_id: str, **changes: Any) -> Measure:
    name = changes.pop("name", measure_id.split(".")[-1].replace("_", " ").capitalize())
    return Measure(id=measure_id, name=(LangText(lang="en", text=name),), **changes)


def amount(number: str, *, percent: bool = False, sources: tuple[Source, ...] = READ) -> tuple[Change, ...]:
    return (Change(amount=Decimal(number), percent=percent, sources=sources),)


MIN = (LangText(lang="en", text="min"),)
SITTING = measure("measure.sitting_minutes", kind=MeasureKind.TRACKED, unit=MIN)
WALKING = measure("measure.walking_minutes", kind=MeasureKind.TRACKED, mcid=amount("25", percent=True), unit=MIN)
SLEPT = measure("measure.slept_through", kind=MeasureKind.YES_NO, maximum=Decimal(1), name="Slept through the night")
NIGHTS = measure("measure.nights", kind=MeasureKind.TRACKED, weekly=True, maximum=Decimal(7))
PAIN = measure("measure.nrs", better=Better.LOWER, maximum=Decimal(10), mcid=amount("2"), name="Pain")
NDI = measure("measure.ndi", better=Better.LOWER, maximum=Decimal(50), mcid=amount("7.5"), mdc=amount("10.2"))
HOLD = measure("measure.hold", kind=MeasureKind.TIMED, mdc=amount("49", sources=GUESSED))
RAISES = measure("measure.heel_raises", kind=MeasureKind.COUNT, by_side=True)
PSFS = measure("measure.psfs", kind=MeasureKind.ACTIVITY, maximum=Decimal(10), mcid=amount("2"))
SCREEN = measure("measure.dn4", better=Better.NONE, maximum=Decimal(10))
MEASURES = {m.id: m for m in (SITTING, WALKING, SLEPT, NIGHTS, PAIN, NDI, HOLD, RAISES, PSFS, SCREEN)}


def read(of: Measure, value: float, after: int = 0, **changes: Any) -> Reading:
    """A reading so many days after today."""
    made = f"{of.id}:{after}:{value}:{changes.get('side')}:{changes.get('log', '')}"
    known: dict[str, Any] = {"id": made, "patient": "p", "measure": of.id, "on": day(after)}
    known["value"] = Decimal(str(value))
    return Reading(**(known | changes))


def week(of: Measure, values: Iterable[float | None], *, ends: int = 0, **changes: Any) -> tuple[Reading, ...]:
    """Readings of days in a row up to one so many days after today; `None` is a blank."""
    days = list(values)
    first = ends - len(days) + 1
    return tuple(read(of, v, first + n, **changes) for n, v in enumerate(days) if v is not None)


def asks(of: Measure, target: float | Target | None, baseline: float | None = None, **changes: Any) -> Criterion:
    """A criterion that asks for a value, or for what a target says, from a baseline."""
    known: dict[str, Any] = {"measure": of.id, "name": of.name, "unit": of.unit, "better": of.better}
    if target is not None:
        known["target"] = target if isinstance(target, Target) else to(target)
    if baseline is not None:
        known["baseline"] = Decimal(str(baseline))
    return Criterion(**(known | changes))


def to(number: float | None, kind: TargetKind = TargetKind.VALUE) -> Target:
    return Target(kind=kind, amount=None if number is None else Decimal(str(number)))
