"""Bookmarks: the headings of a file as a tree that leads to their places, made from its structure.

Each title (H1) is open, so that a file of several papers shows each with its headings below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFName

from painplanner.documents.pdf.packed import PackedDocument, Ready, numbered
from painplanner.documents.pdf.tags import Tag, text_string, walk

_ABOVE = 24.0
"""How far above the first line of a heading a page is opened, in points."""


@dataclass
class _Bookmark:
    """A heading with the headings below it; the first of all has no heading of its own."""

    tag: Tag | None = None
    kids: list[_Bookmark] = field(default_factory=list["_Bookmark"])
    ready: Ready = field(default_factory=lambda: Ready(b""))
    number: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether what is below it is seen at once."""
        return self.tag is None or self.tag.level == 1

    @property
    def seen(self) -> int:
        """Return how many bookmarks below it are seen while it is open."""
        return sum(1 + (kid.seen if kid.is_open else 0) for kid in self.kids)


def add_outline(document: PackedDocument, root: Tag, *, is_shown: bool) -> None:
    """Give a file the bookmarks of its headings; a reader opens with them beside the pages where `is_shown`."""
    top = _tree(tag for tag in walk(root) if tag.level and tag.place is not None and tag.words)
    if not top.kids:
        document.catalog.Outlines = None  # the library would write its own, without what it counts late
        return
    _number(document, top)
    _write(top, [], 0, 0)
    document.catalog.Outlines = top.ready
    if is_shown:
        document.catalog.PageMode = PDFName("UseOutlines")


def _tree(headings: Iterable[Tag]) -> _Bookmark:
    """Return headings nested by their levels."""
    top = _Bookmark()
    way = [top]
    for tag in headings:
        while way[-1].tag is not None and way[-1].tag.level >= tag.level:
            way.pop()
        way[-1].kids.append(_Bookmark(tag))
        way.append(way[-1].kids[-1])
    return top


def _number(document: PackedDocument, bookmark: _Bookmark) -> None:
    bookmark.number = numbered(document, bookmark.ready)
    for kid in bookmark.kids:
        _number(document, kid)


def _write(bookmark: _Bookmark, siblings: Sequence[_Bookmark], at: int, parent: int) -> None:
    parts = ["/Type/Outlines"] if bookmark.tag is None else _named(bookmark.tag, parent)
    if at:
        parts.append(f"/Prev {siblings[at - 1].number} 0 R")
    if at + 1 < len(siblings):
        parts.append(f"/Next {siblings[at + 1].number} 0 R")
    if bookmark.kids:
        parts.append(f"/First {bookmark.kids[0].number} 0 R/Last {bookmark.kids[-1].number} 0 R")
        parts.append(f"/Count {bookmark.seen if bookmark.is_open else -bookmark.seen}")
    bookmark.ready.data = f"<<{''.join(parts)}>>".encode("ascii")
    for n, kid in enumerate(bookmark.kids):
        _write(kid, bookmark.kids, n, bookmark.number)


def _named(tag: Tag, parent: int) -> list[str]:
    assert tag.place is not None  # noqa: S101  (only headings that were drawn are bookmarks)
    page, y = tag.place
    where = f"/Dest[{page.number} 0 R/XYZ null {y + _ABOVE:.0f} null]/SE {tag.number} 0 R"
    return [f"/Title {text_string(tag.words)}/Parent {parent} 0 R{where}"]
