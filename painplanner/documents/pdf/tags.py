"""The structure of a paper for those who listen to it: a tree of elements that own marked parts of the pages.

An element joins the tree when something of it is first drawn, so the tree stands in reading order; what is drawn on
several pages has parts on each, and a heading knows where it stands. The PDF library knows no structure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reportlab.pdfbase.pdfdoc import PDFObject

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


class Numbered(Protocol):
    """A page whose number as an object is known when the file is written."""

    number: int


_HEADINGS = {f"H{level}": level for level in range(1, 7)}


class Place(NamedTuple):
    """Where on which page something begins; `y` from the bottom in points."""

    page: Numbered
    y: float


class Tag(PDFObject):
    """One structure element: its kind, its parent, and what belongs to it in reading order.

    `lang` is the language of its words where it is another than that of what it stands in.
    """

    def __init__(
        self, kind: str, parent: Tag | None = None, *, alt: str = "", attributes: str = "", lang: str = ""
    ) -> None:
        self.kind = kind
        self.alt = alt
        self.attributes = attributes
        self.lang = lang
        self.level = _HEADINGS.get(kind, 0)
        """The level of a heading, 0 for everything else."""
        self.place: Place | None = None
        """Where a heading begins; nothing for everything else."""
        self.words = ""
        self.is_turned = False
        """Whether any of its words run from right to left, so that their glyphs do not stand as they are read."""
        self.parent = parent
        self.kids: list[Tag | tuple[Numbered, int]] = []
        self.number = 0
        self.parent_number = 0
        self._joined = parent is None

    def child(self, kind: str, *, alt: str = "", attributes: str = "", lang: str = "") -> Tag:
        """Return a new element below this one; it joins the tree when it is drawn."""
        return Tag(kind, self, alt=alt, attributes=attributes, lang=lang)

    def say(self, page: Numbered, words: str, y: float, *, is_turned: bool = False) -> None:
        """Keep what is said, and where the first line of a heading stands."""
        if self.level:
            self.place = self.place or Place(page, y)
        self.words = f"{self.words} {words}".strip()
        self.is_turned |= is_turned

    def join(self) -> Tag:
        """Take the place in the tree, after what is there already."""
        if not self._joined:
            self._joined = True
            assert self.parent is not None  # noqa: S101  (only the root has none, and it is joined)
            self.parent.join().kids.append(self)
        return self

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002  (the library's name and signature)
        """Return the element as the library writes it into the file."""
        pages = {kid[0].number for kid in self.kids if isinstance(kid, tuple)}
        only = pages.pop() if len(pages) == 1 else 0
        kids = " ".join(_kid(kid, only) for kid in self.kids)
        parts = [f"<</S/{self.kind}/P {self.parent.number if self.parent else self.parent_number} 0 R"]
        if only:
            parts.append(f"/Pg {only} 0 R")
        if kids:
            parts.append(f"/K {kids}" if len(self.kids) == 1 else f"/K[{kids}]")
        if self.alt:
            parts.append(f"/Alt {text_string(self.alt)}")
        if self.lang:
            parts.append(f"/Lang {text_string(self.lang)}")
        if self.is_turned and not self.alt:
            parts.append(f"/ActualText {text_string(self.words)}")
        if self.attributes:
            parts.append(f"/A<<{self.attributes}>>")
        return ("".join(parts) + ">>").encode("latin-1")


def _kid(kid: Tag | tuple[Numbered, int], page: int) -> str:
    if isinstance(kid, Tag):
        return f"{kid.number} 0 R"
    if kid[0].number == page:
        return str(kid[1])
    return f"<</Type/MCR/Pg {kid[0].number} 0 R/MCID {kid[1]}>>"


def walk(tag: Tag) -> list[Tag]:
    """Return an element and all below it, in reading order."""
    found = [tag]
    for kid in tag.kids:
        if isinstance(kid, Tag):
            found += walk(kid)
    return found


def text_string(text: str) -> str:
    """Return a text as a PDF string: as it stands where it is plain ASCII, otherwise in UTF-16."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def parent_tree(pages: Sequence[Sequence[Tag]]) -> bytes:
    """Return the number tree that leads from each page's marked parts back to their elements."""
    entries = (f"{n}[{' '.join(f'{tag.number} 0 R' for tag in tags)}]" for n, tags in enumerate(pages))
    return f"<</Nums[{' '.join(entries)}]>>".encode("ascii")
