"""Gives imports back to Python: PySide6 puts a hook of its own in their place when it is loaded.

The hook serves `from __feature__ import ...`, which this program never writes. For that it reads the source text of
every module that is imported afterwards and keeps it for good: some 17 MB, and a fifth of the time of every import.
"""

from __future__ import annotations

import builtins
from importlib import import_module


def use_plain_imports() -> None:
    """Import as before the hook, to which PySide6 keeps the way back; where it keeps none there is nothing to do."""
    import_module("PySide6")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
