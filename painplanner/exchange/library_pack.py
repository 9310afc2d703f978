"""A library pack: entries, templates, pictures and photographs as one text file, a JSON record a line.

The first line says who wrote it, the last holds check values over all before it and over every line, so that a fault
is told with its line. Here are its records and how it is written; not here: how it is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from painplanner.core.codec import encode
from painplanner.core.library import Intervention, Template
from painplanner.core.own import LIBRARY_SCHEMA
from painplanner.core.values import NAME_LIMIT, Impossible, Value, tidy

PACK_FORMAT = 1
SUFFIX = ".painpack"
MOST_BYTES = 64_000_000
MOST_LINES = 25_000


class PackFault(Exception):
    """What is wrong in a pack and where: a line (from 1), the id of the entry, the field, and a code with arguments."""

    def __init__(self, line: int, refusal: Impossible, entry: str = "", field: str = "") -> None:
        """Keep the place and the refusal."""
        super().__init__(f"line {line}, {entry}, {field}: {refusal}")
        self.line, self.entry, self.field, self.refusal = line, entry, field, refusal


class Header(Value, frozen=True, kw_only=True):
    """The first line: the format of the pack, the schema of its entries, and where it comes from."""

    painpack: int
    schema: int
    program: str
    name: str
    made_on: date
    count: int

    def __post_init__(self) -> None:
        """Clean the words."""
        tidy(self, "program", NAME_LIMIT)
        tidy(self, "name", NAME_LIMIT)


class PackEntry(Value, frozen=True, kw_only=True):
    """An entry, with the built-in one that it was edited from."""

    entry: Intervention
    original: Intervention | None = None
    tags: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the id of the entry."""
        return self.entry.id


class PackTemplate(Value, frozen=True, kw_only=True):
    """A template, with the built-in one that it was edited from."""

    template: Template
    original: Template | None = None
    tags: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the id of the template."""
        return self.template.id


class Picture(Value, frozen=True, kw_only=True):
    """A figure as its canonical text, with the content hash by which plans know it."""

    id: str
    sha256: str
    data: str


class PackFigure(Value, frozen=True, kw_only=True):
    """A picture of an entry."""

    figure: Picture

    @property
    def id(self) -> str:
        """Return the id of the figure."""
        return self.figure.id


class Jpeg(Value, frozen=True, kw_only=True):
    """A photograph by its content hash, its bytes in base64."""

    id: str
    data: bytes


class PackPhoto(Value, frozen=True, kw_only=True):
    """A photograph that figures show."""

    photo: Jpeg

    @property
    def id(self) -> str:
        """Return the content hash."""
        return self.photo.id


class Last(Value, frozen=True, kw_only=True):
    """The last line: a check value over all before, and a short one for each line."""

    check: str
    lines: tuple[str, ...]


Record = PackEntry | PackTemplate | PackFigure | PackPhoto


@dataclass(frozen=True)
class Pack:
    """A pack that was read: its header, its records in their order, and the line each id stands in."""

    header: Header
    records: tuple[Record, ...]
    lines: Mapping[str, int]


def write_pack(records: Iterable[Record], *, name: str, program: str, made_on: date) -> bytes:
    """Return the bytes of a pack. Raises PackFault for one that would be larger than any that is taken in."""
    body = [encode(record) for record in records]
    if len(body) > MOST_LINES - 2:
        raise PackFault(0, Impossible("too-many-lines", limit=MOST_LINES))
    header = Header(
        painpack=PACK_FORMAT, schema=LIBRARY_SCHEMA, program=program, name=name, made_on=made_on, count=len(body)
    )
    data = sealed([encode(header), *body])
    if len(data) > MOST_BYTES:
        raise PackFault(0, Impossible("file-too-big", limit=MOST_BYTES))
    return data


def sealed(lines: list[bytes]) -> bytes:
    """Return lines as a file, with the line of check values at its end."""
    last = Last(check=check_value(lines), lines=tuple(map(short_check, lines)))
    return b"".join(line + b"\n" for line in (*lines, encode(last)))


def check_value(lines: Iterable[bytes]) -> str:
    """Return the check value over lines, whichever way they end in the file."""
    return hashlib.sha256(b"".join(line + b"\n" for line in lines)).hexdigest()


def short_check(line: bytes) -> str:
    """Return the check value of one line."""
    return hashlib.sha256(line).hexdigest()[:8]
