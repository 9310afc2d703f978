"""How an older payload becomes the next: schema number n -> a function of the raw dict that makes n + 1.

One chain for plans, one each for the practice's own entries and templates.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def _with_decisions(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a plan of schema 1 as one of schema 2, which adds decisions, flares and the closing: all begin empty."""
    return {**raw, "schema": 2}


def _with_early_signs(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a plan of schema 2 as one of schema 3, which adds the early signs of a flare: none are known yet."""
    return {**raw, "schema": 3}


def _with_followed(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a plan of schema 3 as one of schema 4, which adds the measures that are followed: none were chosen yet."""
    return {**raw, "schema": 4}


UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: _with_decisions,
    2: _with_early_signs,
    3: _with_followed,
}
ENTRY_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
TEMPLATE_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
