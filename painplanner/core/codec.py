"""Values to bytes and back: canonical JSON, and plan payloads that carry their schema number.

A payload with a newer schema is refused before anything else is read; an older one is upgraded dict by dict.
"""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

import msgspec

from painplanner.core.plan import PLAN_SCHEMA, Plan
from painplanner.core.upgrades import UPGRADES
from painplanner.core.values import Impossible

T = TypeVar("T")

_encoder = msgspec.json.Encoder(order="deterministic")


def encode(value: msgspec.Struct) -> bytes:
    """Return a value as canonical JSON: UTF-8, keys in order, the same bytes for equal values."""
    return _encoder.encode(value)


def decode(data: bytes, kind: type[T]) -> T:
    """Read a value back. Raises Impossible for bytes that are not such a value."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        raise _reason(error) from error
    except msgspec.DecodeError as error:
        raise Impossible("unreadable", reason=str(error)) from error


def _reason(error: msgspec.ValidationError) -> Impossible:
    cause = error.__cause__
    return cause if isinstance(cause, Impossible) else Impossible("unreadable", reason=str(error))


def encode_plan(plan: Plan) -> bytes:
    """Return the payload of a plan with its schema number in front."""
    body = msgspec.to_builtins(plan)
    return _encoder.encode({"schema": PLAN_SCHEMA, "plan": body})


class _Envelope(msgspec.Struct):
    schema: int
    plan: msgspec.Raw


def decode_plan(data: bytes) -> Plan:
    """Read a plan's payload, upgraded where it is older.

    Raises Impossible: `newer-schema` when a newer program wrote it, `unreadable` when it is no plan.
    """
    envelope = decode(data, _Envelope)
    if envelope.schema > PLAN_SCHEMA:
        raise Impossible("newer-schema", "schema", found=envelope.schema, known=PLAN_SCHEMA)
    if envelope.schema == PLAN_SCHEMA:
        return decode(bytes(envelope.plan), Plan)
    raw: dict[str, Any] = msgspec.json.decode(envelope.plan)
    return _convert(upgraded(raw, envelope.schema))


def upgraded(raw: dict[str, Any], schema: int) -> dict[str, Any]:
    """Return a raw plan brought from `schema` to the schema of this program, one number at a time."""
    for number in range(schema, PLAN_SCHEMA):
        step = UPGRADES.get(number)
        if step is None:
            raise Impossible("unknown-schema", "schema", found=schema)
        raw = step(raw)
    return raw


def _convert(raw: dict[str, Any]) -> Plan:
    try:
        return msgspec.convert(raw, Plan)
    except msgspec.ValidationError as error:
        raise _reason(error) from error


def content_hash(data: bytes) -> str:
    """Return the SHA-256 of bytes in hex: the name of a payload or picture."""
    return hashlib.sha256(data).hexdigest()
