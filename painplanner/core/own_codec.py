"""Own entries and templates to bytes and back, with the schema number they were written with.

A newer schema is refused before anything else is read; an older one is upgraded dict by dict, its original too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from painplanner.core.codec import decode
from painplanner.core.misfit import misfit_of
from painplanner.core.own import LIBRARY_SCHEMA, OwnEntry, OwnTemplate
from painplanner.core.upgrades import ENTRY_UPGRADES, TEMPLATE_UPGRADES
from painplanner.core.values import Impossible

Own = TypeVar("Own", OwnEntry, OwnTemplate)
Raw = dict[str, Any]
Upgrades = Mapping[int, Callable[[Raw], Raw]]


def decode_own(data: bytes, schema: int, kind: type[Own]) -> Own:
    """Read an own entry or template that was kept with a schema number. Raises Impossible."""
    refuse_newer(schema)
    if schema == LIBRARY_SCHEMA:
        return decode(data, kind)
    try:
        raw: Raw = msgspec.json.decode(data)
        upgrades = ENTRY_UPGRADES if kind is OwnEntry else TEMPLATE_UPGRADES
        for part in ("value", "original"):
            if raw.get(part) is not None:
                raw[part] = brought_up(raw[part], schema, upgrades)
        return msgspec.convert(raw, kind)
    except (msgspec.ValidationError, Impossible) as error:
        raise misfit_of(error, kind).refusal from error
    except (msgspec.DecodeError, TypeError, LookupError, AttributeError, ValueError) as error:
        raise Impossible("unreadable", reason=str(error)) from error


def refuse_newer(schema: int) -> None:
    """Refuse what a newer program wrote."""
    if schema > LIBRARY_SCHEMA:
        raise Impossible("newer-schema", "schema", found=schema, known=LIBRARY_SCHEMA)


def brought_up(raw: Raw, schema: int, upgrades: Upgrades) -> Raw:
    """Return a raw entry or template brought to the schema of this program, one number at a time."""
    for number in range(schema, LIBRARY_SCHEMA):
        step = upgrades.get(number)
        if step is None:
            raise Impossible("unknown-schema", "schema", found=schema)
        raw = step(raw)
    return raw
