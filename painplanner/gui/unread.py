"""Texts that were typed and not understood: which there are, and the way to the first; nothing goes out meanwhile.

Fields report here and whoever hands out asks; neither knows the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class UnreadText:
    """A text that the plan does not hold, the sentence of its refusal, the way to its field, and the end of it."""

    text: str
    sentence: str
    go: Callable[[], None]
    forget: Callable[[], object] = bool


class UnreadTexts:
    """Asks every field that can hold such a text."""

    def __init__(self) -> None:
        """Know no field yet."""
        self._fields: list[Callable[[], UnreadText | None]] = []

    def watch(self, field: Callable[[], UnreadText | None]) -> None:
        """Ask this field too; it returns its text that was not understood, or nothing."""
        self._fields.append(field)

    def first(self) -> UnreadText | None:
        """Return a text that was not understood, nothing when every field was."""
        return next((found for field in self._fields if (found := field()) is not None), None)
