"""What a treatment is, told by its kind and dose alone: a medicine, a needle, a visit of its own.

Whether its step goes on, and on which days it is due, is not here.
"""

from __future__ import annotations

from collections.abc import Iterable

from painplanner.core.dose import ProcedureDose
from painplanner.core.library import Intervention, Kind
from painplanner.core.plan import Item, Plan, items_of

_VISITS = frozenset({Kind.PROCEDURE, Kind.DIAGNOSTIC})


def is_needle(treatment: Item | Intervention) -> bool:
    """Tell whether an item or an entry is a procedure or a diagnostic block."""
    is_block = treatment.kind == Kind.DIAGNOSTIC and isinstance(treatment.dose, ProcedureDose)
    return treatment.kind == Kind.PROCEDURE or is_block


def is_visit(item: Item) -> bool:
    """Tell whether an item is something to come and get ready for: a procedure or a test."""
    return item.kind in _VISITS


def visit_of(items: Iterable[Item]) -> Item | None:
    """Return the first visit that was not called off."""
    return next((item for item in items if is_visit(item) and item.stopped_on is None), None)


def is_medicine_kept(item: Item) -> bool:
    """Tell whether an item is a medicine that was not stopped."""
    return item.kind == Kind.MEDICINE and item.stopped_on is None


def has_medicine(plan: Plan) -> bool:
    """Tell whether a plan has a medicine that was not stopped."""
    return any(is_medicine_kept(item) for _step, item in items_of(plan))
