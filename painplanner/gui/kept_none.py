"""Keeps `None`, `True` and `False` alive under Qt: PySide6 6.12 is built for Pythons that do not count them.

Up to Python 3.11 they are counted, and a call that returns one of them takes one away that it never added: after some
thousand calls the interpreter stops with "deallocating None". From Python 3.12 on there is nothing to do.
"""

from __future__ import annotations

import sys

PLENTY = 1 << 60
"""More calls than any window makes."""


def keep_none() -> None:
    """Count the lone values so often that they are never counted away."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) > PLENTY // 2:
        return
    import ctypes

    for lone in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(lone)).value += PLENTY
