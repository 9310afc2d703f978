"""The built-in library in the practice: entries, templates and measures of one version; figures of every version stay.

What a new version changed is kept as news. Not here: what the practice made its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Table, bindparam, func, select

from painplanner.core.codec import decode, encode
from painplanner.core.library import Intervention, Library, Template
from painplanner.core.library_news import Edition, LibraryNews, edition_of, news_between
from painplanner.core.measure import Measure
from painplanner.store.database import put
from painplanner.store.faults import readable
from painplanner.store.headings import HeadingShelf, Kept, keep_parts
from painplanner.store.tables import (
    figures,
    library,
    library_entries,
    library_figures,
    library_measures,
    library_news,
    library_templates,
    own_entries,
    own_figures,
)

T = TypeVar("T", bound=msgspec.Struct)

_version = select(library.c.version).where(library.c.id == "library")
_figure = select(figures.c.data).where(figures.c.sha256 == bindparam("which"))
_named = tuple(
    select(figures.c.data).join(table, table.c.sha256 == figures.c.sha256).where(table.c.id == bindparam("which"))
    for table in (own_figures, library_figures)
)


class LibraryShelf(HeadingShelf):
    """What a plan may take from."""

    def library_version(self) -> str:
        """Return the version of the library in the practice, empty before the first one."""
        with self._db.reading() as unit:
            return unit.execute(_version).scalar() or ""

    def built_in_library(self) -> Library:
        """Return the library as the program brought it, without anything of our own; each value is read when used."""
        with self._db.reading() as unit:
            names = unit.execute(select(library_figures.c.id, library_figures.c.sha256)).all()
            return Library(
                version=self.library_version(),
                entries=Kept(self._db, library_entries, Intervention, self.entry_ids),
                templates=Kept(self._db, library_templates, Template),
                measures=Kept(self._db, library_measures, Measure),
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
        """Return a figure by its content hash, in whatever version, or by its id: our own, else the built-in one."""
        with self._db.reading() as unit:
            found = (unit.execute(query, {"which": key}).scalar() for query in (_figure, *_named))
            return next((data for data in found if data is not None), None)

    def replace_library(self, new: Library, figures_by_hash: Mapping[str, bytes]) -> None:
        """Put a version of the library in the place of another; figures of older versions and all that is own stay."""
        with self._db.writing() as unit:
            before = self._edition(unit)
            add_figures(unit, figures_by_hash)
            _keep_own_pictures(unit, new)
            unit.execute(library_figures.delete())
            if new.figures:
                rows = [{"id": figure, "sha256": sha256} for figure, sha256 in new.figures.items()]
                unit.execute(library_figures.insert(), rows)
            _refill(unit, library_entries, new.entries.values())
            keep_parts(unit, new.entries.values())
            _refill(unit, library_templates, new.templates.values())
            _refill(unit, library_measures, new.measures.values())
            put(unit, library, {"id": "library", "version": new.version})
            if before.version:
                _add_news(unit, news_between(before, edition_of(new)))

    def _edition(self, unit: Connection) -> Edition:
        parts = select(library_entries.c.id, library_entries.c.payload)
        more = select(library_templates.c.id, library_templates.c.payload)
        return Edition(
            self.library_version(),
            {row.id: row.payload for query in (parts, more) for row in unit.execute(query)},
            {row.id: row.sha256 for row in unit.execute(select(library_figures))},
        )


def kept_news(unit: Connection, after: int) -> tuple[LibraryNews, ...]:
    """Return the news that were kept after a number, oldest first."""
    query = select(library_news.c.payload).where(library_news.c.n > after).order_by(library_news.c.n)
    return tuple(decode(data, LibraryNews) for data in unit.execute(query).scalars())


def _add_news(unit: Connection, news: LibraryNews) -> None:
    if not news.is_empty:
        last = unit.execute(select(func.max(library_news.c.n))).scalar() or 0
        unit.execute(library_news.insert(), {"n": last + 1, "payload": encode(news)})


def _keep_own_pictures(unit: Connection, new: Library) -> None:
    """Make a picture that an own entry shows our own when the new version no longer has it."""
    leaving = {row.id: row.sha256 for row in unit.execute(select(library_figures)) if row.id not in new.figures}
    held = set(unit.execute(select(own_figures.c.id)).scalars())
    for payload in unit.execute(select(own_entries.c.payload)).scalars() if leaving else ():
        figure = msgspec.json.decode(payload, type=_Pictured).value.figure
        if figure in leaving and figure not in held:
            held.add(figure)
            unit.execute(own_figures.insert(), {"id": figure, "sha256": leaving[figure]})


class _Shown(msgspec.Struct):
    figure: str = ""


class _Pictured(msgspec.Struct):
    value: _Shown


def add_figures(unit: Connection, figures_by_hash: Mapping[str, bytes]) -> None:
    """Keep figures by their content hash, each once."""
    known = set(unit.execute(select(figures.c.sha256)).scalars())
    rows = [{"sha256": sha256, "data": data} for sha256, data in figures_by_hash.items() if sha256 not in known]
    if rows:
        unit.execute(figures.insert(), rows)


def _refill(unit: Connection, table: Table, values: Iterable[Intervention | Template | Measure]) -> None:
    unit.execute(table.delete())
    rows = [{"id": value.id, "place": place, "payload": encode(value)} for place, value in enumerate(values)]
    if rows:
        unit.execute(table.insert(), rows)
