"""The practices of the tests of library packs."""

from __future__ import annotations

from services.packs import folder, key, made, opened, other, ours, store

__all__ = ["folder", "key", "made", "opened", "other", "ours", "store"]
