"""Words of two weights, ordinary and bold: what every block says its sentences with."""

from __future__ import annotations

import msgspec


class Run(msgspec.Struct, frozen=True):
    """Words of one weight."""

    text: str
    bold: bool = False


Rich = tuple[Run, ...]


def plain(words: Rich) -> str:
    """Return the words without their weight."""
    return "".join(run.text for run in words)


def rich(*parts: str) -> Rich:
    """Return words in which every second part is bold, such as "Sit ", "10 minutes", "."."""
    return tuple(Run(part, bold=bool(n % 2)) for n, part in enumerate(parts) if part)
