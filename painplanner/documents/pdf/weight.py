"""Whether all words of the paper that is being set are bold, as some who read large print need them."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

from painplanner.documents.blocks import Rich, Run

_is_bold: ContextVar[bool] = ContextVar("is_bold", default=False)


@contextmanager
def weighted(is_bold: bool) -> Generator[None]:
    """Let all lines be bold while a paper is set, or as they are.

    Nearly every call that sets words would have to hand this on, and none of them has anything else to do with it.
    """
    before = _is_bold.set(is_bold)
    try:
        yield
    finally:
        _is_bold.reset(before)


def in_weight(words: Rich) -> Rich:
    """Return words in the weight of the paper that is being set."""
    return tuple(Run(run.text, bold=True) for run in words) if _is_bold.get() else words
