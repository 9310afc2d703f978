"""What exactly does not fit when a file's table is no value: the field, a code, and what would be allowed there.

Reads the refusals of msgspec and of core's own values alike, and names a place as an author finds it. Not here: the
sentence, which is worded outside core.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

import msgspec
from msgspec import inspect

from painplanner.core.values import Impossible, Value, clean_text

_AT = re.compile(r" - at `(?:key in )?\$\.?(?P<path>.*)`$")
_STEP = re.compile(r"[^.\[\]]+|\[[^\]]*\]")
_NAMES = ("lang", "id", "field")
MOST_SHOWN = 80
_KNOWN = (
    ("wrong-type", re.compile(r"Expected `(?P<expected>[^`]+)`, got `(?P<got>[^`]+)`")),
    ("unknown-choice", re.compile(r"Invalid (?:enum )?value (?P<value>'.*'|\S+)")),
    ("unknown-field", re.compile(r"Object contains unknown field `(?P<part>[^`]*)`")),
    ("missing-field", re.compile(r"Object missing required field `(?P<part>[^`]*)`")),
)


class Misfit(NamedTuple):
    """A refusal with its place: `path` is dotted from the top of the table (`texts[0].lines[3].kind`), or empty."""

    path: str
    refusal: Impossible


def misfit_of(error: msgspec.ValidationError | Impossible, kind: type[Value]) -> Misfit:
    """Return what does not fit a table that was read as a `kind`."""
    if isinstance(error, Impossible):
        return Misfit(error.field, error)
    words = str(error)
    at = _AT.search(words)
    path = at["path"] if at else ""
    cause = error.__cause__
    if isinstance(cause, Impossible):
        return Misfit(_joined(path, cause.field), cause)
    for code, pattern in _KNOWN:
        found = pattern.match(words)
        if found is not None:
            return _known(code, path, found.groupdict(), kind)
    return Misfit(path, Impossible("unfit", path, text=words[: at.start()] if at else words))


def place_in(raw: object, path: str) -> str:
    """Return `texts[1].lines[3].text` of a table as `texts es, lines 4, text`: members by language, id or place."""
    said = ""
    for step in _STEP.findall(path):
        if step.startswith("["):
            number = step[1:-1]
            members = cast("list[object]", raw) if isinstance(raw, list | tuple) else []
            place = int(number) if number.isdecimal() else len(members)
            raw = members[place] if place < len(members) else None
            said += f" {_name(raw) or (place + 1 if number.isdecimal() else '')},"
        else:
            raw = cast("dict[str, object]", raw).get(step) if isinstance(raw, dict) else None
            said += ("" if not said else " " if said.endswith(",") else ".") + shown(step)
    return said.removesuffix(",")


def _name(member: object) -> str:
    if not isinstance(member, dict):
        return ""
    found = (cast("dict[str, object]", member).get(key) for key in _NAMES)
    return next((shown(name) for name in found if isinstance(name, str) and name), "")


def shown(text: str, most: int = MOST_SHOWN) -> str:
    """Return a text of a stranger as far as it can stand in a sentence: on one line, and not without end."""
    plain = " ".join(clean_text(text[: 2 * most]).split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def _known(code: str, path: str, args: dict[str, str], kind: type[Value]) -> Misfit:
    if code in {"unknown-field", "missing-field"}:
        path = _joined(path, args["part"])
    allowed = tuple(_choices(kind, path)) if code == "unknown-choice" else ()
    if "value" in args:
        args["value"] = args["value"].strip("'")
    return Misfit(path, Impossible(code, path, **args, **({"allowed": allowed} if allowed else {})))


def _joined(path: str, field: str) -> str:
    return f"{path}.{field}" if path and field else path or field


def _choices(kind: type[Value], path: str) -> Iterator[str]:
    """Return what may stand at a place: the members of its enumeration, or the names of the kinds of dose."""
    steps = _STEP.findall(path)
    places: list[inspect.Type] = [inspect.type_info(kind)]
    for n, step in enumerate(steps):
        if n == len(steps) - 1:
            for place in places:
                if isinstance(place, inspect.StructType) and place.tag_field == step:
                    yield str(place.tag)
        places = [inner for place in places for inner in _inside(place, step)]
    for place in places:
        if isinstance(place, inspect.EnumType):
            yield from (str(member.value) for member in place.cls)


def _inside(place: inspect.Type, step: str) -> Iterator[inspect.Type]:
    if step.startswith("["):
        if isinstance(place, inspect.VarTupleType | inspect.ListType):
            yield from _members(place.item_type)
    elif isinstance(place, inspect.StructType):
        yield from (one for field in place.fields if field.encode_name == step for one in _members(field.type))


def _members(place: inspect.Type) -> tuple[inspect.Type, ...]:
    return place.types if isinstance(place, inspect.UnionType) else (place,)
