"""Keeps `None` alive under Qt: PySide6 6.12 is built for Pythons whose `None` cannot be counted away.

Up to Python 3.11 it is counted, and each call that returns nothing takes one away that it never added: after some
thousand calls the interpreter stops with "deallocating None". From Python 3.12 on there is nothing to do.
"""

from __future__ import annotations

import sys

PLENTY = 1 << 60
"""More calls than any window makes."""


def keep_none() -> None:
    """Count `None` so often that it is never counted away."""
    if sys.version_info >= (3, 12):
        return
    if sys.getrefcount(None) < PLENTY // 2:
        import ctypes

        ctypes.c_ssize_t.from_address(id(None)).value += PLENTY
