"""What a kind of paper is: how it is made, what it is called, who reads it, and when it has nothing to say.

Each module of a document ends with its `KIND`; `registry` lists the modules. Nothing else knows which kinds there are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from painplanner.core.plan import Plan
from painplanner.documents.blocks import Document
from painplanner.documents.request import Request
from painplanner.text import Translator

Named = Callable[[Translator], str]


class Reader(StrEnum):
    """Who reads a paper, and so in whose language it is written: the patient's, or that of the practice."""

    PATIENT = "patient"
    COLLEAGUE = "colleague"


@dataclass(frozen=True)
class Option:
    """A choice that a kind of paper offers beside days and language; the first value is the usual one.

    `id` is one of its own among all kinds ("sheet.per-page"); a request holds what was chosen (`Request.chosen`).
    """

    id: str
    name: Named
    values: tuple[tuple[str, Named], ...]

    @property
    def usual(self) -> str:
        """Return the value that holds while nothing was chosen."""
        return self.values[0][0]


def _always(_plan: Plan) -> bool:
    return True


def _never(_request: Request) -> bool:
    return False


def _nothing(_t: Translator) -> str:
    return ""


@dataclass(frozen=True)
class Kind:
    """One kind of paper.

    `id` names it in the store, on the command line and in file names; `about` says in a few words what is in it.
    `is_offered` tells whether a plan can have it at all, `is_empty` whether it would say nothing of a request (made
    without pictures), and `empty_words` why. `options` are its own choices. `is_usual` means that it is ticked before
    anything was chosen, `takes_log` that a daily log is given a number when it is printed.
    """

    id: str
    make: Callable[[Request], Document]
    name: Named
    about: Named
    reader: Reader = Reader.PATIENT
    is_offered: Callable[[Plan], bool] = _always
    is_empty: Callable[[Request], bool] = _never
    empty_words: Named = _nothing
    options: tuple[Option, ...] = ()
    is_usual: bool = False
    takes_log: bool = False
