"""The patients: whole values, rows of a list, search by what is typed, and who is nearly the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, false, or_, select

from painplanner.core.codec import decode, encode
from painplanner.core.due import patient_due
from painplanner.core.patient import Patient
from painplanner.store import counters
from painplanner.store.database import put
from painplanner.store.due import replace_due
from painplanner.store.faults import NotFound, readable
from painplanner.store.fold import LAST_CHARACTER, findable_words, name_key, record_key, split_dates, words_of
from painplanner.store.rows import PatientRow
from painplanner.store.shelf import AnyRow, AnySelect, Shelf
from painplanner.store.tables import patient_words, patients
from painplanner.text import _

ALIKE = 0.75
RANKS = (0, 1, 2)
MOST_WORDS = 8
LONGEST = 400

_listed = (
    patients.c.id,
    patients.c.name,
    patients.c.birth_date,
    patients.c.record_number,
    patients.c.language,
    patients.c.red_flag_open,
)
_payload = select(patients.c.payload).where(patients.c.id == bindparam("which"))
_these = select(*_listed).where(patients.c.id.in_(bindparam("ids", expanding=True)))
_recent = select(*_listed).order_by(patients.c.edited_at.desc()).limit(bindparam("most"))
_forget_words = patient_words.delete().where(patient_words.c.patient == bindparam("which"))
_known_words = select(patient_words.c.word, patient_words.c.rank, patient_words.c.sort_name).where(
    patient_words.c.patient == bindparam("which")
)


class PatientShelf(Shelf):
    """Patients by id, by record number and by what is typed."""

    def patient(self, patient_id: str) -> Patient:
        """Return a patient. Raises NotFound."""
        with self._db.reading() as unit:
            data = unit.execute(_payload, {"which": patient_id}).scalar()
        if data is None:
            raise NotFound(_("This patient is not in the practice. Nothing was changed. Find the patient by name."))
        with readable(self.folder):
            return decode(data, Patient)

    def patient_rows(self, ids: Iterable[str]) -> tuple[PatientRow, ...]:
        """Return the rows of these patients, in no order; one that is not there is left out."""
        with self._db.reading() as unit:
            return _rows(unit, _these, {"ids": sorted(set(ids))})

    def save_patient(self, patient: Patient) -> None:
        """Write a patient, the words to find them by, and what is due for them."""
        record = record_key(patient.record_number)
        row = {
            "id": patient.id,
            "name": patient.name,
            "birth_date": patient.birth_date,
            "record_number": patient.record_number,
            "language": patient.language,
            "red_flag_open": patient.red_flags.is_open,
            "name_key": name_key(patient.name)[:LONGEST],
            "record_key": record,
            "edited_at": self._desk.clock(),
            "payload": encode(patient),
        }
        with self._db.writing() as unit:
            put(unit, patients, row)
            _write_words(unit, patient)
            replace_due(unit, patient_due(patient), patient=patient.id)
            if record.isascii() and record.isdigit():
                counters.move_past(unit, counters.RECORD, int(record))

    def search_patients(self, text: str, limit: int = 50) -> tuple[PatientRow, ...]:
        """Return patients of whom every typed word is the beginning of a name, number or birth date.

        Whose name begins with it comes first; without a text, who was edited last.
        """
        words, days = split_dates(text)
        typed = words_of(words)
        with self._db.reading() as unit:
            if not typed and not days:
                return _rows(unit, _recent, {"most": limit})
            found = _by_days(unit, typed, days, limit) if days else _by_words(unit, typed, limit)
            return found or _by_record(unit, text, limit)

    def near_doubles(self, name: str, birth_date: date | None, record_number: str = "") -> tuple[PatientRow, ...]:
        """Return who has the same name, the same record number, or the same birth date and a name that is alike."""
        key, record = name_key(name)[:LONGEST], record_key(record_number)
        same_name = patients.c.name_key == key if key else false()
        same_record = patients.c.record_key == record if record else false()
        same_day = patients.c.birth_date == birth_date if birth_date is not None else false()
        with self._db.reading() as unit:
            sure = _rows(unit, select(*_listed).where(or_(same_name, same_record)))
            born = _rows(unit, select(*_listed).where(same_day)) if birth_date is not None else ()
        known = {row.id for row in sure}
        return (*sure, *(row for row in born if row.id not in known and _is_alike(name, row.name)))

    def find_patient(self, record_number_or_id: str) -> Patient | None:
        """Return the one patient with this id or record number, `None` where there is none.

        Raises NotFound where several have the number.
        """
        with self._db.reading() as unit:
            if unit.execute(_payload, {"which": record_number_or_id}).scalar() is not None:
                return self.patient(record_number_or_id)
            key = record_key(record_number_or_id)
            ids = unit.execute(select(patients.c.id).where(patients.c.record_key == key)).scalars().all() if key else ()
        if len(ids) > 1:
            raise NotFound(
                _(
                    "{count} patients have the record number {number}. Nothing was changed. "
                    "Open them in the window and give each a number of their own."
                ).format(count=len(ids), number=record_number_or_id)
            )
        return self.patient(ids[0]) if ids else None

    def next_record_number(self) -> str:
        """Propose the next record number; it is used up when a patient is saved with it."""
        with self._db.reading() as unit:
            number = counters.next_value(unit, counters.RECORD)
            taken = select(patients.c.id).where(patients.c.record_key == bindparam("key")).limit(1)
            while unit.execute(taken, {"key": str(number)}).first() is not None:
                number += 1
            return str(number)


def _write_words(unit: Connection, patient: Patient) -> None:
    """Write the words of a name, unless they stand there already."""
    sort_name = " ".join(words_of(patient.name))[:LONGEST]
    words = {(word[:LONGEST], rank, sort_name) for word, rank in findable_words(patient.name).items()}
    if {tuple(row) for row in unit.execute(_known_words, {"which": patient.id})} == words:
        return
    unit.execute(_forget_words, {"which": patient.id})
    if words:
        rows = [{"patient": patient.id, "word": w, "rank": r, "sort_name": s} for w, r, s in sorted(words)]
        unit.execute(patient_words.insert(), rows)


def _rows(unit: Connection, query: AnySelect, chosen: Mapping[str, Any] | None = None) -> tuple[PatientRow, ...]:
    return tuple(_row(row) for row in unit.execute(query, chosen))


def _row(row: AnyRow) -> PatientRow:
    return PatientRow(
        id=row.id,
        name=row.name,
        birth_date=row.birth_date,
        record_number=row.record_number,
        language=row.language,
        red_flag_open=row.red_flag_open,
    )


def _by_days(
    unit: Connection, typed: Sequence[str], days: Sequence[frozenset[date]], limit: int
) -> tuple[PatientRow, ...]:
    """Find who was born on a day, and of those whom every typed word fits."""
    born = [patients.c.birth_date.in_(sorted(possible)) for possible in days]
    rows = _rows(unit, select(*_listed).where(*born).order_by(patients.c.name_key))
    return tuple(row for row in rows if _fits(row.name, typed))[:limit]


def _fits(name: str, typed: Sequence[str]) -> bool:
    words = findable_words(name)
    return all(any(word.startswith(begun) for word in words) for begun in typed)


def _by_words(unit: Connection, typed: Sequence[str], limit: int) -> tuple[PatientRow, ...]:
    """Find by words of names, rank by rank; the longest word leads, because it is the rarest."""
    words = sorted(typed, key=len, reverse=True)[:MOST_WORDS]
    begun = {f"from_{place}": word for place, word in enumerate(words)}
    ended = {f"to_{place}": word + LAST_CHARACTER for place, word in enumerate(words)}
    found: dict[str, None] = {}
    for rank in RANKS:
        chosen = {"rank": rank, "most": limit * 3, **begun, **ended}
        found |= dict.fromkeys(unit.execute(_led(len(words)), chosen).scalars())
        if len(found) >= limit:
            break
    ids = list(found)[:limit]
    rows = {row.id: row for row in _rows(unit, _these, {"ids": ids})} if ids else {}
    return tuple(rows[which] for which in ids)


@lru_cache(maxsize=MOST_WORDS)
def _led(count: int) -> Select[str]:
    """Return the query for so many words, in the order of its index, so that it ends as soon as enough are found."""
    led = patient_words.alias("led")
    query = select(led.c.patient).where(led.c.rank == bindparam("rank"), _starts(led.c.word, 0))
    for place in range(1, count):
        other = patient_words.alias(f"other_{place}")
        query = query.where(exists().where(other.c.patient == led.c.patient, _starts(other.c.word, place)))
    return query.order_by(led.c.word, led.c.sort_name).limit(bindparam("most"))


def _starts(column: ColumnElement[str], place: int) -> ColumnElement[bool]:
    return (column >= bindparam(f"from_{place}")) & (column < bindparam(f"to_{place}"))


def _by_record(unit: Connection, text: str, limit: int) -> tuple[PatientRow, ...]:
    key = record_key(text)
    if not key:
        return ()
    return _rows(unit, _by_number, {"from_0": key, "to_0": key + LAST_CHARACTER, "most": limit})


_by_number = (
    select(*_listed).where(_starts(patients.c.record_key, 0)).order_by(patients.c.record_key).limit(bindparam("most"))
)


def _is_alike(one: str, other: str) -> bool:
    """Tell whether two names of people born on one day are close: a shared word, or few letters apart."""
    words, others = set(words_of(one)), set(words_of(other))
    shared = {word for word in words & others if len(word) > 1}
    return bool(shared) or SequenceMatcher(None, name_key(one), name_key(other)).ratio() >= ALIKE
