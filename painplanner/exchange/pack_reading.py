"""Reading a library pack: whole, or refused with a `PackFault` that names its line, entry and field.

Not here: what the practice already has, and the sentences.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, TypeVar, cast

import msgspec

from painplanner.core.figure import decode_figure
from painplanner.core.figure.shown import shown_count
from painplanner.core.figure.value import LONGEST_SIDE
from painplanner.core.ids import is_library_id
from painplanner.core.jpeg import MOST_KEPT_BYTES, clean_jpeg_size
from painplanner.core.misfit import misfit_of
from painplanner.core.own import LIBRARY_SCHEMA, clean_tags
from painplanner.core.own_codec import brought_up
from painplanner.core.upgrades import ENTRY_UPGRADES, TEMPLATE_UPGRADES
from painplanner.core.values import Impossible, Value
from painplanner.exchange.library_pack import (
    MOST_BYTES,
    MOST_LINES,
    PACK_FORMAT,
    Header,
    Jpeg,
    Last,
    Pack,
    PackEntry,
    PackFault,
    PackFigure,
    PackPhoto,
    PackTemplate,
    Picture,
    Record,
    check_value,
    short_check,
)
from painplanner.exchange.pack_parts import KINDS, LARGEST_FIGURE, LONGEST_PHOTO, Raw, fault, id_in, raw_line

LONGEST_LINE = 2_000_000
LONGEST_PHOTO_LINE = LONGEST_PHOTO + 200
FARTHEST = 10_000
MOST_FRAMES = 12
MOST_THINGS = 40
_BOM = b"\xef\xbb\xbf"
_FIRST, _LAST, _PHOTO = b'{"painpack"', b'{"check"', b'{"photo"'
_TYPES: dict[str, type[Record]] = dict(zip(KINDS, (PackEntry, PackTemplate, PackFigure, PackPhoto), strict=True))

V = TypeVar("V", bound=Value)


def read_pack(data: bytes) -> Pack:
    """Read a pack. Raises PackFault for whatever is wrong with it."""
    lines = _lines(data)
    header = _header(lines[0])
    damaged = _first_damaged(lines)
    records: list[Record] = []
    places: dict[str, int] = {}
    for number, line in enumerate(lines[1:-1], 2):
        record = _record(line, number, header.schema)
        if number == damaged:
            raise PackFault(number, Impossible("line-changed"), record.id)
        if record.id in places:
            raise PackFault(number, Impossible("doubled", "id", first=places[record.id]), record.id, "id")
        places[record.id] = number
        records.append(record)
    if damaged:
        raise PackFault(damaged, Impossible("line-changed"))
    if header.count != len(records):
        raise PackFault(1, Impossible("wrong-count", "count", said=header.count, found=len(records)), "", "count")
    return Pack(header, tuple(records), places)


def _lines(data: bytes) -> list[bytes]:
    """Return the lines of a pack, whichever way they end; refuse what can be no pack before anything is read."""
    if len(data) > MOST_BYTES:
        raise PackFault(0, Impossible("file-too-big", limit=MOST_BYTES))
    data = data.removeprefix(_BOM)
    if not data.strip():
        raise PackFault(0, Impossible("empty"))
    if not data.startswith(_FIRST):
        raise PackFault(0, Impossible("no-pack"))
    if data.count(b"\n") > MOST_LINES:
        raise PackFault(MOST_LINES + 1, Impossible("too-many-lines", limit=MOST_LINES))
    lines = [line.removesuffix(b"\r") for line in data.removesuffix(b"\n").split(b"\n")]
    for number, line in enumerate(lines, 1):
        limit = LONGEST_PHOTO_LINE if line.startswith(_PHOTO) else LONGEST_LINE
        if len(line) > limit:
            raise PackFault(number, Impossible("line-too-long", limit=limit))
    return lines


class _Format(msgspec.Struct):
    painpack: int
    schema: int = 1


def _header(line: bytes) -> Header:
    """Return the first line; one of a newer program is refused before its fields are looked at."""
    try:
        found = msgspec.json.decode(line, type=_Format)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise PackFault(1, Impossible("no-json")) from None
    if found.painpack > PACK_FORMAT or found.schema > LIBRARY_SCHEMA:
        raise PackFault(1, Impossible("newer-pack"))
    if found.painpack < 1 or found.schema < 1:
        raise PackFault(0, Impossible("no-pack"))
    return _value(raw_line(line, 1), Header, 1)


def _first_damaged(lines: list[bytes]) -> int:
    """Return the first line that is not as it was written, 0 when all are. Raises PackFault for one cut short."""
    number = len(lines)
    if number < 2 or not lines[-1].startswith(_LAST):
        raise PackFault(number, Impossible("cut-short"))
    try:
        last = _value(raw_line(lines[-1], number, most=MOST_LINES), Last, number)
    except PackFault:
        raise PackFault(number, Impossible("cut-short")) from None
    before = lines[:-1]
    if last.check == check_value(before):
        return 0
    sums = (*last.lines, *[""] * number)
    return next((n for n, line in enumerate(before, 1) if sums[n - 1] != short_check(line)), number)


def _record(line: bytes, number: int, schema: int) -> Record:
    raw = raw_line(line, number)
    named = [key for key in KINDS if key in raw]
    if len(named) != 1:
        raise PackFault(number, Impossible("unknown-record", found=", ".join(raw)[:80]))
    try:
        record = _value(_of_today(raw, named[0], schema), _TYPES[named[0]], number)
        _check(record)
    except Impossible as refusal:
        raise fault(number, refusal, raw, refusal.field) from None
    except (TypeError, KeyError, AttributeError, ValueError, ArithmeticError, RecursionError):
        raise PackFault(number, Impossible("no-record"), id_in(raw)) from None
    return record


def _of_today(raw: Raw, kind: str, schema: int) -> Raw:
    """Return a record of an older pack in the shape of today."""
    if kind in {"figure", "photo"} or schema == LIBRARY_SCHEMA:
        return raw
    upgrades = ENTRY_UPGRADES if kind == "entry" else TEMPLATE_UPGRADES
    parts = {part: brought_up(raw[part], schema, upgrades) for part in (kind, "original") if raw.get(part)}
    return {**raw, **parts}


def _value(raw: Raw, kind: type[V], number: int) -> V:
    try:
        return msgspec.convert(raw, kind)
    except (msgspec.ValidationError, Impossible) as error:
        path, refusal = misfit_of(error, kind)
        raise fault(number, refusal, raw, path) from None
    except (RecursionError, ArithmeticError, ValueError):
        raise PackFault(number, Impossible("no-record"), id_in(raw)) from None


def _check(record: Record) -> None:
    """Refuse ids that are none, an original of something else, and pictures that are not what they say."""
    if isinstance(record, PackFigure):
        _check_id(record.id, "figure.id", ("figure", "own"))
        _check_figure(record.figure)
        return
    if isinstance(record, PackPhoto):
        _check_photo(record.photo)
        return
    clean_tags(record.tags)
    if isinstance(record, PackEntry):
        _check_id(record.id, "entry.id")
        for field in ("figure", "harder", "easier"):
            if getattr(record.entry, field):
                _check_id(getattr(record.entry, field), f"entry.{field}")
    else:
        _check_id(record.id, "template.id", ("template", "own"))
    if record.original is not None and record.original.id != record.id:
        raise Impossible("other-original", "original.id", id=record.original.id)


def _check_id(given: str, field: str, first: tuple[str, ...] = ()) -> None:
    if not is_library_id(given) or (first and given.split(".")[0] not in first):
        raise Impossible("no-id", field, id=given)


def _check_figure(picture: Picture) -> None:
    """Refuse a picture with another hash or id, or with numbers that no one can draw."""
    data = picture.data.encode()
    if len(data) > LARGEST_FIGURE:
        raise Impossible("too-long", "figure.data", length=len(data), limit=LARGEST_FIGURE)
    if hashlib.sha256(data).hexdigest() != picture.sha256:
        raise Impossible("wrong-hash", "figure.sha256")
    try:
        figure = decode_figure(data)
        farthest = max(map(abs, _numbers(msgspec.json.decode(data))), default=0)
    except (msgspec.DecodeError, Impossible, RecursionError):
        raise Impossible("no-figure", "figure.data") from None
    things = max(len(figure.props), len(figure.marks))
    is_drawable = 1 <= shown_count(figure) <= MOST_FRAMES and things <= MOST_THINGS and farthest <= FARTHEST
    if figure.id != picture.id or not is_drawable:
        raise Impossible("no-figure", "figure.data")


def _check_photo(photo: Jpeg) -> None:
    """Refuse a photograph with another hash, or one that is not as photographs are kept; no pixel is decoded here."""
    if hashlib.sha256(photo.data).hexdigest() != photo.id:
        raise Impossible("wrong-hash", "photo.id")
    size = clean_jpeg_size(photo.data)
    if size is None or max(size) > LONGEST_SIDE or len(photo.data) > MOST_KEPT_BYTES:
        raise Impossible("no-photograph", "photo.data")


def _numbers(value: Any) -> Iterator[float]:  # noqa: ANN401  (plain JSON)
    if isinstance(value, int | float):
        yield value
    elif isinstance(value, dict | list):
        parts = cast("dict[str, Any] | list[Any]", value)
        for part in parts.values() if isinstance(parts, dict) else parts:
            yield from _numbers(part)
