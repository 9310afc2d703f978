"""How an older plan payload becomes the next: schema number n -> a function of the raw dict that makes n + 1.

Empty until the first change of shape after a release.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
