"""Made ids and printed numbers: a factory that is passed in, and counters with a check digit."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from painplanner.core.values import Impossible

IdFactory = Callable[[str], str]
"""Called with a kind ("step", "item", ...), returns an id that was never used before."""


_LIBRARY_ID = re.compile(r"[a-z][a-z_]*(\.[a-z0-9][a-z0-9_-]*)+")
LONGEST_ID = 80


def is_library_id(text: str) -> bool:
    """Tell whether a text reads like the id of an entry, a template, a measure or a figure: `exercise.bridge`."""
    return len(text) <= LONGEST_ID and _LIBRARY_ID.fullmatch(text) is not None


def counting_ids(start: int = 1) -> IdFactory:
    """Return a factory of predictable ids (step-1, item-2, ...) for tests and demonstration data."""
    numbers = count(start)
    return lambda kind: f"{kind}-{next(numbers)}"


def check_digit(number: int) -> int:
    """Return the Luhn check digit of a non-negative number: it catches one wrong digit and most swaps."""
    if number < 0:
        raise Impossible("out-of-range", "number", value=number, low=0, high="")
    total = 0
    for place, digit in enumerate(int(d) for d in reversed(str(number))):
        doubled = digit * 2 if place % 2 == 0 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return -total % 10


def printed_number(counter: int) -> str:
    """Write a counter with its check digit as it is printed and typed back in (20418 -> 20418-?)."""
    return f"{counter}-{check_digit(counter)}"


def read_number(text: str) -> int:
    """Read a printed number back; refuse one whose check digit does not fit."""
    digits = "".join(ch for ch in text if ch.isdigit())
    if len(digits) < 2 or check_digit(int(digits[:-1])) != int(digits[-1]):
        raise Impossible("wrong-check-digit", "number", text=text)
    return int(digits[:-1])
