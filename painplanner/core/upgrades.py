"""How an older payload becomes the next: schema number n -> a function of the raw dict that makes n + 1.

One chain for plans, one each for the practice's own entries and templates. Empty until the first change of shape after
a release.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
ENTRY_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
TEMPLATE_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
