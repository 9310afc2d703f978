"""Several papers for one patient as one file: contents first, pages numbered through, the practice's own at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from painplanner.documents.blocks import Document

_JOINED = "+"


class OwnPaper(NamedTuple):
    """A PDF of the practice that goes along as it is: what it is called, its bytes, and how many pages it has."""

    title: str
    pdf: bytes
    pages: int


@dataclass(frozen=True)
class Binding:
    """How papers are bound: whether contents come first, and whether each paper begins on the front of a sheet.

    `own` are papers of the practice that follow the others.
    """

    has_contents: bool = True
    is_two_sided: bool = False
    own: tuple[OwnPaper, ...] = ()


class Entry(NamedTuple):
    """One paper of a bundle: its title, its language, and the number of its first page."""

    title: str
    lang: str
    page: int


Contents = Callable[[Sequence[Entry]], Document]


def _no_contents(_entries: Sequence[Entry]) -> Document:
    raise NotImplementedError


@dataclass(frozen=True)
class Bundle:
    """Papers to be written as one file; `contents` makes the page that lists them, once their pages are known."""

    documents: tuple[Document, ...]
    binding: Binding = Binding()
    contents: Contents = _no_contents

    @property
    def is_listed(self) -> bool:
        """Tell whether a page of contents comes first: one paper alone needs none."""
        return self.binding.has_contents and len(self.documents) + len(self.binding.own) > 1


class Written(NamedTuple):
    """A finished file, and how many pages it has (a blank back counts as one)."""

    pdf: bytes
    pages: int


def bundle_id(kinds: Sequence[str]) -> str:
    """Return the one word under which papers of these kinds are kept when they are one file."""
    return _JOINED.join(kinds)


def kinds_in(document: str) -> tuple[str, ...]:
    """Return the kinds of paper in a kept file."""
    return tuple(document.split(_JOINED))
