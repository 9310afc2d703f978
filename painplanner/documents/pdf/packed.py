"""The PDF library's document, written with object streams: a tagged sheet has a thousand small objects.

Packed together they take a tenth of the room and a third of the time. Numbers and objects stay the library's own.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFStream

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FLATE = b"/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream"
_FREE, _PLAIN, _PACKED = 0, 1, 2


class Ready(PDFObject):
    """An object whose bytes are made already."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002
        """Return the bytes."""
        return self.data


class PackedDocument(PDFDocument):
    """A document whose objects that are no streams are packed into one."""

    @property
    def catalog(self) -> Any:  # noqa: ANN401  (its entries are attributes that the library's types leave out)
        """Return the root of the file."""
        return self.Catalog  # pyright: ignore[reportAttributeAccessIssue]

    def finished(self) -> bytes:
        """Return the file; the library's own way would drop the bookmarks, which it did not make."""
        self.info.digest(self.signature)  # pyright: ignore[reportAttributeAccessIssue]
        return self.format()

    def format(self) -> bytes:
        """Return the file as it is."""
        catalog, info = self.Reference(self.catalog), self.Reference(self.info)
        body = [_HEAD]
        size = len(_HEAD)
        packed: list[tuple[int, bytes]] = []
        places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 0xFFFF)}
        for number, thing in self._numbered():
            if isinstance(thing, PDFStream):
                body.append(b"%d 0 obj\n%b\nendobj\n" % (number, thing.format(self).rstrip(b"\n")))
                places[number] = (_PLAIN, size, 0)
                size += len(body[-1])
            else:
                packed.append((number, thing.format(self)))
        holder = self.objectcounter + 1
        body.append(b"%d 0 obj\n%b\nendobj\n" % (holder, _object_stream(packed)))
        places |= {number: (_PACKED, holder, n) for n, (number, _) in enumerate(packed)}
        places[holder], places[holder + 1] = (_PLAIN, size, 0), (_PLAIN, size + len(body[-1]), 0)
        keys = b"/Root %b/Info %b/ID%b" % (catalog.format(self), info.format(self), self.ID().split(b"%")[0].strip())
        table = b"%d 0 obj\n%b\nendobj\n" % (holder + 1, _references(places, keys))
        return b"".join([*body, table, b"startxref\n%d\n%%%%EOF\n" % (size + len(body[-1]))])

    def _numbered(self) -> Iterator[tuple[int, Any]]:
        """Return every object with its number; writing one may add others."""
        number = 1
        while (name := self.numberToId.get(number)) is not None:
            yield number, self.idToObject[name]
            number += 1


def numbered(document: PackedDocument, thing: PDFObject) -> int:
    """Take an object into a document and return its number."""
    document.Reference(thing)
    return document.objectcounter


def _object_stream(packed: list[tuple[int, bytes]]) -> bytes:
    offsets: list[bytes] = []
    place = 0
    for number, data in packed:
        offsets.append(b"%d %d" % (number, place))
        place += len(data) + 1
    head = b" ".join(offsets) + b"\n"
    data = zlib.compress(head + b"\n".join(data for _, data in packed))
    return b"<</Type/ObjStm/N %d/First %d%b" % (len(packed), len(head), _FLATE % (len(data), data))


def _references(places: dict[int, tuple[int, int, int]], keys: bytes) -> bytes:
    rows = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")
        for _, (kind, place, index) in sorted(places.items())
    )
    data = zlib.compress(rows)
    return b"<</Type/XRef/Size %d/W[1 4 2]%b%b" % (len(places), keys, _FLATE % (len(data), data))
