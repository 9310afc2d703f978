"""The statements behind the list of Today: whatever the practice holds, they touch only so many rows of each kind.

Of every kind the first rows by day, or by reason, are found through one index, and those are put in order here; names
are walked in their order, each with its rows. Counting ends at a thousand. The statements are many and small, with
their limits in the text: rows inside another statement and bound limits are copied in memory that is locked and wiped,
which takes longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Select,
    bindparam,
    func,
    literal_column,
    or_,
    select,
)

from painplanner.core.values import Value
from painplanner.store.rows import DueCount
from painplanner.store.shelf import AnyRow, AnySelect
from painplanner.store.tables import due, patient_words, patients

MOST_COUNTED = 1000
_DAYS = (due.c.due_on, due.c.person, due.c.owner, due.c.place)
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


_kind: Any = bindparam("kind")
_since: Any = bindparam("since", type_=Date())
_until: Any = bindparam("until", type_=Date())
_late: Any = bindparam("late", type_=Date())
_today: Any = bindparam("today", type_=Date())
_person: Any = bindparam("person")
_is_mine = or_(due.c.person == _person, due.c.person.is_(None))
_is_dated = (due.c.kind == _kind, due.c.due_on >= _since, due.c.due_on <= _until)
_is_late = (due.c.kind == _kind, due.c.due_on >= _since, due.c.due_on <= _late)
_is_undated = (due.c.kind == _kind, due.c.due_on.is_(None))
_named = select(due, patients.c.name).join(patients, due.c.patient == patients.c.id)

_is_open = (
    or_(due.c.due_on.is_(None), due.c.due_on <= _until),
    or_(due.c.kind != literal_column("'next-visit'"), due.c.due_on >= _today),
)
_open_rows = _named.where(*_is_open)
_by_day = (func.coalesce(due.c.due_on, _today), due.c.person, due.c.owner, due.c.place)


def counted(unit: Connection, ask: DueAsk) -> tuple[DueCount, ...]:
    """Return how many rows of each kind are open, and how many of those are late."""
    found: list[DueCount] = []
    for kind in unit.execute(_kinds).scalars().all():
        dated, late, undated = unit.execute(_count(bool(ask.person)), _values(ask, kind)).one()
        if dated or undated:
            found.append(DueCount(kind=kind, count=dated + undated, late=late))
    return tuple(found)


def found(unit: Connection, ask: DueAsk, kinds: Sequence[str]) -> Sequence[AnyRow]:
    """Return the first rows of these kinds with the names of their patients."""
    if ask.order == "who":
        return _by_name(unit, ask)
    firsts = _first_reasons if ask.order == "why" else _firsts
    statements = firsts(ask.is_reversed and ask.order != "what", bool(ask.person), ask.most)
    rows = [row for kind in kinds for one in statements for row in unit.execute(one, _values(ask, kind))]
    return _in_order(rows, ask)[: ask.most]


def _by_name(unit: Connection, ask: DueAsk) -> Sequence[AnyRow]:
    """Return the first rows by name; a name without letters stands before all others."""
    steps = _named_rows(ask.is_reversed, bool(ask.person), ask.most)
    values = {**_values(ask), "today": ask.today}
    rows = [row for step in steps for row in unit.execute(step, values).all()]
    return rows[: ask.most]


def people(unit: Connection) -> tuple[str, ...]:
    """Return the names that rows are for, looking once for each name and never at every row."""
    return tuple(unit.execute(_people).scalars())


def _values(ask: DueAsk, kind: str = "") -> dict[str, object]:
    """Return the values of every statement; a visit that is over is not open."""
    until = ask.until or date.max
    return {
        "kind": kind,
        "since": ask.today if kind == "next-visit" else date.min,
        "until": until,
        "late": min(until, ask.today - timedelta(days=1)),
        "person": ask.person,
    }


def _in_order(rows: Iterable[AnyRow], ask: DueAsk) -> list[AnyRow]:
    """Put rows in order of what was asked for, equal ones by their day and then as the index has them."""
    by_day = sorted(rows, key=lambda row: (row.due_on or ask.today, row.person or "", row.owner, row.place))
    if ask.order == "when" and ask.is_reversed:
        return by_day[::-1]
    places = {kind: n for n, kind in enumerate(ask.first if ask.order == "when" else ask.kinds)}
    if ask.order == "why":
        by_day.sort(key=lambda row: row.args, reverse=ask.is_reversed)
    return sorted(by_day, key=lambda row: places.get(row.kind, len(places)), reverse=ask.is_reversed)


def _each(column: Any, name: str) -> AnySelect:  # noqa: ANN401
    """Return a statement that steps from one value of an indexed column to the next."""
    steps = select(func.min(column).label("value")).cte(name, recursive=True)
    after = select(func.min(column)).where(column > steps.c.value).scalar_subquery()
    steps = steps.union_all(select(after).where(steps.c.value.is_not(None)))
    return select(steps.c.value).where(steps.c.value.is_not(None))


_people = _each(due.c.person, "people")
_kinds = _each(due.c.kind, "kinds")


def _limited(statement: Select[Any], most: int) -> Select[Any]:
    return statement.limit(literal_column(str(most))).offset(literal_column("0"))


def _mine(statement: Select[Any], *, has_person: bool) -> Select[Any]:
    return statement.where(_is_mine) if has_person else statement


@lru_cache
def _count(has_person: bool) -> AnySelect:
    def so_many(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        rows = _mine(select(literal_column("1")).select_from(due).where(*conditions), has_person=has_person)
        return (
            select(func.count()).select_from(rows.limit(literal_column(str(MOST_COUNTED))).subquery()).scalar_subquery()
        )

    return select(so_many(*_is_dated), so_many(*_is_late), so_many(*_is_undated))


@lru_cache
def _firsts(is_reversed: bool, has_person: bool, most: int) -> tuple[AnySelect, ...]:
    """Return what finds the first rows of a kind that have a day, and of those that have none."""
    order = [column.desc() if is_reversed else column for column in _DAYS]
    dated = _mine(_named.where(*_is_dated), has_person=has_person).order_by(*order)
    undated = _mine(_named.where(*_is_undated), has_person=has_person).order_by(*order[1:])
    return _limited(dated, most), _limited(undated, most)


@lru_cache
def _first_reasons(is_reversed: bool, has_person: bool, most: int) -> tuple[AnySelect, ...]:
    """Return what finds the first rows of a kind by reason; the day is hidden from the index that is not asked for."""
    order = [column.desc() if is_reversed else column for column in (due.c.args, *_DAYS)]
    day = func.coalesce(due.c.due_on, _until)
    found = _mine(_named.where(due.c.kind == _kind, day >= _since, day <= _until), has_person=has_person)
    return (_limited(found.order_by(*order), most),)


@lru_cache
def _named_rows(is_reversed: bool, has_person: bool, most: int) -> tuple[AnySelect, AnySelect]:
    """Return what finds the first open rows by name, of those without letters and of all others, in their order."""
    led = patient_words
    names = (led.c.word, led.c.sort_name, led.c.patient)
    walked = _open_rows.join(led, (led.c.patient == due.c.patient) & (led.c.rank == literal_column("0")))
    walked = walked.order_by(*(name.desc() if is_reversed else name for name in names), *_by_day)
    nameless = _open_rows.where(patients.c.name_key == literal_column("''")).order_by(due.c.patient, *_by_day)
    first, second = (
        _limited(_mine(one, has_person=has_person), most)
        for one in ((walked, nameless) if is_reversed else (nameless, walked))
    )
    return first, second
