"""The library of the practice: entries, templates and measures of one version; figures of every version stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Table, bindparam, select

from painplanner.core.codec import decode, encode
from painplanner.core.library import Intervention, Library, Template
from painplanner.core.measure import Measure
from painplanner.store.database import put
from painplanner.store.faults import readable
from painplanner.store.shelf import Shelf
from painplanner.store.tables import (
    figures,
    library,
    library_entries,
    library_figures,
    library_measures,
    library_templates,
)

T = TypeVar("T", bound=msgspec.Struct)

_version = select(library.c.version).where(library.c.id == "library")
_figure = select(figures.c.data).where(figures.c.sha256 == bindparam("which"))
_named = (
    select(figures.c.data)
    .join(library_figures, library_figures.c.sha256 == figures.c.sha256)
    .where(library_figures.c.id == bindparam("which"))
)


class LibraryShelf(Shelf):
    """What a plan may take from."""

    def library_version(self) -> str:
        """Return the version of the library in the practice, empty before the first one."""
        with self._db.reading() as unit:
            return unit.execute(_version).scalar() or ""

    def library(self) -> Library:
        """Return everything a plan may take from."""
        with self._db.reading() as unit:
            names = unit.execute(select(library_figures.c.id, library_figures.c.sha256)).all()
            return Library(
                version=self.library_version(),
                entries={entry.id: entry for entry in self.entries()},
                templates={template.id: template for template in self.templates()},
                measures={measure.id: measure for measure in self.measures()},
                figures={row.id: row.sha256 for row in names},
            )

    def entries(self) -> tuple[Intervention, ...]:
        """Return every entry in the order of the library."""
        return self._all(library_entries, Intervention)

    def templates(self) -> tuple[Template, ...]:
        """Return every template in the order of the library."""
        return self._all(library_templates, Template)

    def measures(self) -> tuple[Measure, ...]:
        """Return every measure in the order of the library."""
        return self._all(library_measures, Measure)

    def _all(self, table: Table, kind: type[T]) -> tuple[T, ...]:
        with self._db.reading() as unit:
            found = unit.execute(select(table.c.payload).order_by(table.c.place)).scalars().all()
        with readable(self.folder):
            return tuple(decode(data, kind) for data in found)

    def figure_bytes(self, key: str) -> bytes | None:
        """Return a figure by its content hash, in whatever version, or by its id in this version."""
        with self._db.reading() as unit:
            found = unit.execute(_figure, {"which": key}).scalar()
            return found if found is not None else unit.execute(_named, {"which": key}).scalar()

    def replace_library(self, new: Library, figures_by_hash: Mapping[str, bytes]) -> None:
        """Put a version of the library in the place of another; figures of older versions stay."""
        with self._db.writing() as unit:
            unit.execute(library_figures.delete())
            _add_figures(unit, figures_by_hash)
            if new.figures:
                rows = [{"id": figure, "sha256": sha256} for figure, sha256 in new.figures.items()]
                unit.execute(library_figures.insert(), rows)
            _refill(unit, library_entries, new.entries.values())
            _refill(unit, library_templates, new.templates.values())
            _refill(unit, library_measures, new.measures.values())
            put(unit, library, {"id": "library", "version": new.version})


def _add_figures(unit: Connection, figures_by_hash: Mapping[str, bytes]) -> None:
    known = set(unit.execute(select(figures.c.sha256)).scalars())
    rows = [{"sha256": sha256, "data": data} for sha256, data in figures_by_hash.items() if sha256 not in known]
    if rows:
        unit.execute(figures.insert(), rows)


def _refill(unit: Connection, table: Table, values: Iterable[Intervention | Template | Measure]) -> None:
    unit.execute(table.delete())
    rows = [{"id": value.id, "place": place, "payload": encode(value)} for place, value in enumerate(values)]
    if rows:
        unit.execute(table.insert(), rows)
