"""Whom the practice wants to see in its pictures, for every widget that paints one."""

from __future__ import annotations

from painplanner.core.palette import Medium, Palette
from painplanner.core.practice import PersonDrawn

_shown = PersonDrawn()


def show(person: PersonDrawn) -> None:
    """Paint this person from now on."""
    global _shown
    _shown = person


def shown() -> PersonDrawn:
    """Return who is painted."""
    return _shown


def palette(medium: Medium) -> Palette:
    """Return the colours of pictures for a medium."""
    return _shown.colours(medium)
