"""The fixed words of the papers, read from the source: what every catalogue must have."""

from __future__ import annotations

from collections.abc import Iterator

from fixed_words import PROGRAM, messages_below


def messages_of_papers() -> Iterator[tuple[str, ...]]:
    """Yield the fixed words of every document: (kind of call, message, plural or context)."""
    yield from messages_below(PROGRAM / "documents")
