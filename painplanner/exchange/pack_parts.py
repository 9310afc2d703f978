"""One line of a pack as plain parts, before it is a value: refuses what no pack holds.

Nothing here knows what an entry is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import msgspec

from painplanner.core.jpeg import MOST_KEPT_BYTES
from painplanner.core.misfit import place_in, shown
from painplanner.core.values import NOTE_LIMIT, UNSEEN, Impossible
from painplanner.exchange.library_pack import PackFault

LARGEST_FIGURE = 40_000
MOST_PARTS = 1_000
LONGEST_PHOTO = (MOST_KEPT_BYTES + 2) // 3 * 4
KINDS = ("entry", "template", "figure", "photo")
_LIMITS = {"figure.data": LARGEST_FIGURE, "photo.data": LONGEST_PHOTO}
_DEEPEST = 16
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")

Raw = dict[str, Any]


def raw_line(line: bytes, number: int, most: int = MOST_PARTS) -> Raw:
    """Return a line as plain parts. Raises PackFault for one that is no JSON, or holds what no pack holds."""
    try:
        raw: Any = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise PackFault(number, Impossible("no-json")) from None
    if not isinstance(raw, dict):
        raise PackFault(number, Impossible("no-record"))
    table = cast("Raw", raw)
    for path, refusal in _hostile(table, "", most):
        raise fault(number, refusal, table, path)
    return table


def fault(number: int, refusal: Impossible, raw: Raw, path: str) -> PackFault:
    """Return a fault at a path of a line, with the id of its record."""
    kind = path.split(".")[0]
    if kind in KINDS and path != kind:
        return PackFault(number, refusal, id_in(raw), place_in(raw.get(kind), path.removeprefix(f"{kind}.")))
    return PackFault(number, refusal, id_in(raw), place_in(raw, path))


def id_in(raw: Raw) -> str:
    """Return the id that a record says it has, as far as it can be shown."""
    for key in KINDS:
        part: Any = raw.get(key)
        found: Any = cast("Raw", part).get("id") if isinstance(part, dict) else None
        if isinstance(found, str):
            return shown(found)
    return ""


def _hostile(value: object, path: str, most: int, depth: int = 0) -> Iterator[tuple[str, Impossible]]:
    """Yield where parts lie too deep or are too many, and texts that are too long or hold what cannot be seen."""
    if isinstance(value, str):
        refusal = _refused_text(value, path)
        if refusal is not None:
            yield path, refusal
    elif isinstance(value, dict | list):
        parts = cast("dict[str, object] | list[object]", value)
        if depth >= _DEEPEST:
            yield path, Impossible("too-deep", path)
        elif len(parts) > most:
            yield path, Impossible("too-many", path, count=len(parts), limit=most)
        else:
            for name, part in _members(parts, path):
                yield from _hostile(part, name, most, depth + 1)


def _refused_text(text: str, path: str) -> Impossible | None:
    limit = _LIMITS.get(path, NOTE_LIMIT)
    if len(text) > limit:
        return Impossible("too-long", path, length=len(text), limit=limit)
    if path.endswith(".lang") and not _LANGUAGE.fullmatch(text):
        return Impossible("no-language", path, value=text)
    return Impossible("control-character", path) if UNSEEN.search(text) else None


def _members(parts: dict[str, object] | list[object], path: str) -> Iterator[tuple[str, object]]:
    if isinstance(parts, list):
        yield from ((f"{path}[{n}]", part) for n, part in enumerate(parts))
    else:
        yield from ((f"{path}.{key}" if path else key, part) for key, part in parts.items())
