"""The ground every clinical value stands on: the frozen base, refusals of impossible values, text and number hygiene.

A refusal carries a code and arguments, never prose: the sentence is worded outside core.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

import msgspec
from msgspec.structs import force_setattr

NAME_LIMIT = 300
LINE_LIMIT = 1_000
NOTE_LIMIT = 20_000
SMALLEST_PLACE = -9
"""The decimal place of the smallest amount; a smaller one would be written with thousands of zeros."""
FIRST_DATE = date(1900, 1, 1)
LAST_DATE = date(2100, 12, 31)

# Control characters but for line ends and tabs, halves of characters, and what turns the direction of writing: the last
# can make a line read differently from what is stored.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")

_READS_TWO_WAYS = re.compile(r"[-+]?[1-9]\d{0,2}(?:,\d{3}|\.\d{2}0)")


class Impossible(ValueError):
    """A value that cannot be: `code` names what is wrong, `field` where, `args_` what the sentence needs."""

    def __init__(self, code: str, field: str = "", **args_: object) -> None:
        """Keep the code, the field and the arguments of the sentence."""
        super().__init__(f"{code}: {field} {args_}" if args_ else f"{code}: {field}")
        self.code = code
        self.field = field
        self.args_: dict[str, object] = args_


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, dict=False):
    """A frozen, comparable, JSON-writable value."""


class Answer(StrEnum):
    """A safety question has three answers, and "not asked" never counts as "no"."""

    NOT_ASKED = "not-asked"
    NO = "no"
    YES = "yes"


class Side(StrEnum):
    """The side of the body; an unset side is `None` and is printed to be circled, never taken as both."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Region(StrEnum):
    """The body regions that plans and interventions are filed under."""

    NECK = "neck"
    JAW = "jaw"
    HEAD = "head"
    UPPER_BACK = "upper-back"
    LUMBAR = "lumbar"
    PELVIS = "pelvis"
    HIP = "hip"
    THIGH = "thigh"
    KNEE = "knee"
    ANKLE = "ankle"
    FOOT = "foot"
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST = "wrist"
    HAND = "hand"
    GENERAL = "general"


class Mechanism(StrEnum):
    """Pain mechanisms as named by the IASP."""

    NOCICEPTIVE = "nociceptive"
    NEUROPATHIC = "neuropathic"
    NOCIPLASTIC = "nociplastic"
    MIXED = "mixed"


class Discipline(StrEnum):
    """Who in the team owns a step."""

    PHYSICIAN = "physician"
    PHYSIATRIST = "physiatrist"
    INTERVENTIONAL = "interventional"
    PHYSICAL_THERAPIST = "physical-therapist"
    OCCUPATIONAL_THERAPIST = "occupational-therapist"
    PSYCHOLOGIST = "psychologist"
    PHARMACIST = "pharmacist"
    DIETITIAN = "dietitian"
    NURSE = "nurse"
    SURGEON = "surgeon"
    STAFF = "staff"
    PATIENT = "patient"


class LangText(Value, frozen=True, kw_only=True):
    """A short text in one language (BCP 47 code)."""

    lang: str
    text: str

    def __post_init__(self) -> None:
        """Refuse a text that is too long, and clean it."""
        tidy(self, "text", NOTE_LIMIT)


def text_in(texts: Iterable[LangText], lang: str, fallback: str = "en") -> str:
    """Return the text in `lang`, else in `fallback`, else the first one, else the empty string."""
    found = {entry.lang: entry.text for entry in texts}
    return found.get(lang) or found.get(fallback) or next(iter(found.values()), "")


def clean_text(text: str) -> str:
    """Return `text` in NFC without control characters, direction overrides and lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", UNSEEN.sub("", text))


def tidy(owner: msgspec.Struct, field: str, limit: int = LINE_LIMIT) -> None:
    """Clean a text field of a frozen value in its `__post_init__`; refuse what is over `limit` characters."""
    text: str = getattr(owner, field)
    if len(text) > limit:
        raise Impossible("too-long", field, limit=limit, length=len(text))
    cleaned = clean_text(text)
    if cleaned != text:
        force_setattr(owner, field, cleaned)


def whole(owner: msgspec.Struct, field: str, low: int, high: int) -> None:
    """Refuse a whole number outside `low`..`high`; `None` means not set yet."""
    number: int | None = getattr(owner, field)
    if number is not None and not low <= number <= high:
        raise Impossible("out-of-range", field, value=number, low=low, high=high)


def amount(owner: msgspec.Struct, field: str, low: str = "0", high: str = "1000000") -> None:
    """Normalise a decimal field and refuse one outside `low`..`high`; `None` means not set yet."""
    number: Decimal | None = getattr(owner, field)
    if number is None:
        return
    is_tiny = number.is_finite() and number != 0 and number.adjusted() < SMALLEST_PLACE
    if not number.is_finite() or is_tiny or not Decimal(low) <= number <= Decimal(high):
        raise Impossible("out-of-range", field, value=str(number), low=low, high=high)
    normal = normal_decimal(number)
    if str(normal) != str(number):
        force_setattr(owner, field, normal)


def sensible_date(owner: msgspec.Struct, field: str) -> None:
    """Refuse a date outside 1900 to 2100, which is a typing error in a care plan."""
    day: date | None = getattr(owner, field)
    if day is not None and not FIRST_DATE <= day <= LAST_DATE:
        raise Impossible("date-out-of-range", field, value=day, low=FIRST_DATE, high=LAST_DATE)


def unique_ids(owner: msgspec.Struct, field: str) -> None:
    """Refuse two parts with one id in a tuple field."""
    ids = [part.id for part in getattr(owner, field)]
    if len(ids) != len(set(ids)):
        raise Impossible("duplicate-id", field, ids=tuple(sorted({i for i in ids if ids.count(i) > 1})))


def normal_decimal(number: Decimal) -> Decimal:
    """Return the one spelling of a number: no exponent, no trailing zeros after the point."""
    normal = number.normalize()
    if normal == 0:
        return Decimal(0)
    return normal.quantize(Decimal(1)) if normal.as_tuple().exponent > 0 else normal  # type: ignore[operator]


def parse_decimal(text: str, field: str = "") -> Decimal:
    """Read a typed number with a decimal point or comma.

    Raises Impossible: `group-separator` for 1,000.5, 1 000 or 1,000 (one, or a thousand?), `not-a-number` for anything
    else unreadable.
    """
    typed = text.strip().replace("\u2212", "-")
    if sum(typed.count(mark) for mark in ".,'") > 1 or any(gap in typed for gap in (" ", "\u00a0", "\u202f", "'")):
        raise Impossible("group-separator", field, text=text)
    if _READS_TWO_WAYS.fullmatch(typed):
        raise Impossible("group-separator", field, text=text)
    try:
        number = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        raise Impossible("not-a-number", field, text=text) from None
    if not number.is_finite():
        raise Impossible("not-a-number", field, text=text)
    return normal_decimal(number)


def plain(number: Decimal | int) -> str:
    """Write a number as a dose is written: leading zero, no trailing zero, no exponent (0.5, 10)."""
    return format(normal_decimal(Decimal(number)), "f")


def replace(value: Any, **changes: Any) -> Any:  # noqa: ANN401  (typed at the call by the caller's annotation)
    """Return a copy of a value with changed fields, checked as at construction."""
    return msgspec.structs.replace(value, **changes)
