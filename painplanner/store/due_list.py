"""The statements behind the list of Today: whatever the practice holds, they touch only so many rows of each kind.

Of every kind the first rows are found through one index, and only those are put in order; counting ends at a thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Integer,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
)

from painplanner.core.values import Value
from painplanner.store.rows import DueCount
from painplanner.store.shelf import AnyRow, AnySelect
from painplanner.store.tables import due, patient_words, patients

MOST_COUNTED = 1000
Order = Literal["when", "what", "who", "why"]


class DueAsk(Value, frozen=True, kw_only=True):
    """Which rows of Today are asked for, and in which order.

    `until` is the last day that counts, `None` for all; what has no day always counts, as if it were of today. `person`
    keeps what is for that name or for everybody. `kinds` is the order of kinds for "what" and "why"; for "when" those
    in `first` come before all days, in their order. `most` is the number of rows.
    """

    today: date
    until: date | None = None
    person: str = ""
    order: Order = "when"
    is_reversed: bool = False
    first: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    most: int = 20


class _Shape(NamedTuple):
    """What a statement depends on; the values are bound to it."""

    ranks: tuple[tuple[str, int], ...]
    has_person: bool
    order: Order
    is_reversed: bool


_today: Any = bindparam("today", type_=Date())
_until: Any = bindparam("until", type_=Date())
_most: Any = bindparam("most", type_=Integer())
_person: Any = bindparam("person")
_sort_name = (
    select(func.min(patient_words.c.sort_name)).where(patient_words.c.patient == due.c.patient).scalar_subquery()
)
_LONG_AGO = literal(date.min, Date())


def counted(unit: Connection, ask: DueAsk) -> tuple[DueCount, ...]:
    """Return how many rows of each kind are open, and how many of those are late."""
    rows = unit.execute(_count(bool(ask.person)), _values(ask)).all()
    counts = (DueCount(kind=row.kind, count=row.dated + row.undated, late=row.late) for row in rows)
    return tuple(count for count in counts if count.count)


def found(unit: Connection, ask: DueAsk, kinds: Sequence[str]) -> Sequence[AnyRow]:
    """Return the first rows of these kinds with the names of their patients."""
    if not kinds:
        return ()
    shape = _Shape(_ranks(ask, kinds), bool(ask.person), ask.order, ask.is_reversed)
    statement = _first_of_each(shape) if ask.order in {"when", "what"} else _by_words(shape)
    return unit.execute(statement, _values(ask)).all()


def people(unit: Connection) -> tuple[str, ...]:
    """Return the names that rows are for, looking once for each name and never at every row."""
    return tuple(unit.execute(_people).scalars())


def _values(ask: DueAsk) -> dict[str, object]:
    return {"today": ask.today, "until": ask.until or date.max, "most": ask.most, "person": ask.person}


def _ranks(ask: DueAsk, kinds: Sequence[str]) -> tuple[tuple[str, int], ...]:
    if ask.order == "when":
        first = {kind: n for n, kind in enumerate(() if ask.is_reversed else ask.first)}
        return tuple((kind, first.get(kind, len(ask.first))) for kind in kinds)
    places = {kind: n for n, kind in enumerate(ask.kinds)}
    sign = -1 if ask.is_reversed else 1
    return tuple((kind, sign * places.get(kind, len(places))) for kind in kinds)


def _each(column: Any, name: str) -> AnySelect:  # noqa: ANN401
    """Return a statement that steps from one value of an indexed column to the next."""
    steps = select(func.min(column).label("value")).cte(name, recursive=True)
    after = select(func.min(column)).where(column > steps.c.value).scalar_subquery()
    steps = steps.union_all(select(after).where(steps.c.value.is_not(None)))
    return select(steps.c.value).where(steps.c.value.is_not(None))


_people = _each(due.c.person, "people")


def _open(kind: Any) -> ColumnElement[bool]:  # noqa: ANN401
    """Return what holds for the dated rows of a kind that are open: a visit that is over is not."""
    since = case((kind == "next-visit", _today), else_=_LONG_AGO)
    return and_(due.c.kind == kind, due.c.due_on >= since, due.c.due_on <= _until)


def _mine(statement: Select[Any], *, has_person: bool) -> Select[Any]:
    return statement.where(or_(due.c.person == _person, due.c.person.is_(None))) if has_person else statement


@lru_cache
def _count(has_person: bool) -> AnySelect:
    kinds = _each(due.c.kind, "kinds").subquery("each_kind")

    def so_many(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        rows = _mine(select(literal(1)).where(*conditions), has_person=has_person).limit(MOST_COUNTED)
        return select(func.count()).select_from(rows.correlate(kinds).subquery()).scalar_subquery()

    kind = kinds.c.value
    return select(
        kind.label("kind"),
        so_many(_open(kind)).label("dated"),
        so_many(_open(kind), due.c.due_on < _today).label("late"),
        so_many(due.c.kind == kind, due.c.due_on.is_(None)).label("undated"),
    )


@lru_cache
def _first_of_each(shape: _Shape) -> AnySelect:
    """Return the first rows by rank and day, made from the first of each kind."""
    parts = [part for kind, rank in shape.ranks for part in _firsts(shape, kind, rank)]
    union = union_all(*(select(part) for part in parts)).subquery("found")
    day = func.coalesce(union.c.due_on, _today)
    by_day = day.desc() if shape.is_reversed and shape.order == "when" else day
    order = (union.c.rank, by_day, union.c.person, union.c.owner, union.c.place)
    first = select(union).order_by(*order).limit(_most).subquery("first_rows")
    order = tuple(first.c[key] for key in ("rank", "due_on", "person", "owner", "place"))
    day = func.coalesce(first.c.due_on, _today)
    by_day = day.desc() if shape.is_reversed and shape.order == "when" else day
    return (
        select(due, patients.c.name)
        .join(first, and_(due.c.owner == first.c.owner, due.c.place == first.c.place))
        .join(patients, due.c.patient == patients.c.id)
        .order_by(order[0], by_day, *order[2:])
    )


def _firsts(shape: _Shape, kind: str, rank: int) -> tuple[Subquery, Subquery]:
    columns = (due.c.owner, due.c.place, due.c.due_on, due.c.person, literal(rank).label("rank"))
    is_last_first = shape.is_reversed and shape.order == "when"
    order = [c.desc() if is_last_first else c for c in (due.c.due_on, due.c.person, due.c.owner, due.c.place)]
    since = _today if kind == "next-visit" else _LONG_AGO
    dated = select(*columns).where(due.c.kind == kind, due.c.due_on >= since, due.c.due_on <= _until)
    undated = select(*columns).where(due.c.kind == kind, due.c.due_on.is_(None))
    both = (dated.order_by(*order), undated.order_by(*order[1:]))
    return tuple(_mine(part, has_person=shape.has_person).limit(_most).subquery() for part in both)  # type: ignore[return-value]


@lru_cache
def _by_words(shape: _Shape) -> AnySelect:
    """Return the first rows by the name of the patient, or by their kind and words; every open row is looked at."""
    is_open = or_(
        due.c.due_on.is_(None),
        and_(due.c.due_on <= _until, or_(due.c.kind != "next-visit", due.c.due_on >= _today)),
    )
    rank = case(dict(shape.ranks), value=due.c.kind, else_=0)
    words = (_sort_name, patients.c.name) if shape.order == "who" else (rank, due.c.args)
    ordered = [word.desc() if shape.is_reversed and word is not rank else word for word in words]
    statement = (
        select(due, patients.c.name)
        .join(patients, due.c.patient == patients.c.id)
        .where(is_open)
        .order_by(*ordered, due.c.due_on, due.c.owner, due.c.place)
        .limit(_most)
    )
    return _mine(statement, has_person=shape.has_person)
