"""The practices of the fault matrix."""

from __future__ import annotations

from store.practices import folder, key, made, opened, store

__all__ = ["folder", "key", "made", "opened", "store"]
