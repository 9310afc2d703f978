"""Faces as objects of a file: only the glyphs that were used, embedded, with the characters they stand for."""

from __future__ import annotations

import zlib
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObject, PDFStream

from painplanner.documents.pdf.fonts import Face

_SYMBOLIC = 4


class _Subset(NamedTuple):
    """A face cut down to some glyphs, everything compressed and ready to be written."""

    name: str
    is_truetype: bool
    program: bytes
    length: int
    widths: str
    meaning: bytes


def font_object(document: PDFDocument, face: Face, glyphs: frozenset[int]) -> PDFObject:
    """Add a face with its glyphs to a document and return the font."""
    made = _subset(face, glyphs)
    flate = PDFName("FlateDecode")
    program = (
        {"Filter": flate, "Length1": made.length}
        if made.is_truetype
        else {"Filter": flate, "Subtype": PDFName("CIDFontType0C")}
    )
    descriptor = {
        "Type": PDFName("FontDescriptor"),
        "FontName": PDFName(made.name),
        "Flags": _SYMBOLIC,
        "Ascent": face.ascent,
        "Descent": face.descent,
        "CapHeight": face.cap_height,
        "ItalicAngle": 0,
        "StemV": 80,
        "FontBBox": PDFArray(face.box),
        "FontFile2" if made.is_truetype else "FontFile3": document.Reference(
            PDFStream(PDFDictionary(program), made.program)
        ),
    }
    inner = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType2" if made.is_truetype else "CIDFontType0"),
        "BaseFont": PDFName(made.name),
        "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        "FontDescriptor": document.Reference(PDFDictionary(descriptor)),
        "DW": 0,
        "W": made.widths,
    }
    if made.is_truetype:
        inner["CIDToGIDMap"] = PDFName("Identity")
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(made.name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(inner))]),
            "ToUnicode": document.Reference(PDFStream(PDFDictionary({"Filter": flate}), made.meaning)),
        }
    )


@lru_cache(maxsize=64)
def _subset(face: Face, glyphs: frozenset[int]) -> _Subset:
    program, is_truetype = face.cut(glyphs)
    mark = sha256(repr(sorted(glyphs)).encode("ascii")).digest()[:6]
    name = "".join(chr(65 + byte % 26) for byte in mark) + "+" + face.name
    meaning = zlib.compress(_meaning(face, glyphs))
    return _Subset(name, is_truetype, zlib.compress(program), len(program), _widths(face, glyphs), meaning)


def _widths(face: Face, glyphs: frozenset[int]) -> str:
    """Return the widths, each run of neighbours under its first glyph."""
    parts: list[str] = []
    before = -2
    for glyph in sorted(glyphs):
        parts.append(
            f"{face.width(glyph):g}" if glyph == before + 1 else f"{']' if parts else ''}{glyph}[{face.width(glyph):g}"
        )
        before = glyph
    return f"[{' '.join(parts)}]]"


def _meaning(face: Face, glyphs: frozenset[int]) -> bytes:
    """Return the map from glyphs to characters."""
    known = [(glyph, face.meanings[glyph]) for glyph in sorted(glyphs) if glyph in face.meanings]
    parts = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(known), 100):
        some = known[start : start + 100]
        parts.append(f"{len(some)} beginbfchar")
        parts += (f"<{glyph:04X}> <{meant.encode('utf-16-be').hex().upper()}>" for glyph, meant in some)
        parts.append("endbfchar")
    parts.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(parts).encode("ascii")
