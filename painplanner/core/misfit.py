"""What exactly does not fit when a file's table is no value: the field, a code, and what would be allowed there.

Reads the refusals of msgspec and of core's own values alike. Not here: the sentence, which is worded outside core.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from msgspec import inspect

from painplanner.core.values import Impossible, Value

_AT = re.compile(r" - at `(?:key in )?\$\.?(?P<path>.*)`$")
_STEP = re.compile(r"[^.\[\]]+|\[[^\]]*\]")
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
