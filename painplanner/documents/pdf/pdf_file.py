"""A finished document as bytes: pages, fonts, pictures and structure tree become objects of one tagged file.

The PDF library keeps objects, numbers and cross references; equal input gives equal bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFPage,
    PDFStream,
    PDFString,
)

from painplanner.documents.pdf.drawing_painter import form_stream
from painplanner.documents.pdf.font_objects import font_object
from painplanner.documents.pdf.fonts import Face
from painplanner.documents.pdf.outline import add_outline
from painplanner.documents.pdf.packed import PackedDocument, Ready, numbered
from painplanner.documents.pdf.paper import Paper
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.tags import Tag, parent_tree, walk

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>{days}{claim}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

_CLAIM = "\n<pdfuaid:part>1</pdfuaid:part>"
_DAYS = "\n<xmp:CreateDate>{day}</xmp:CreateDate>\n<xmp:ModifyDate>{day}</xmp:ModifyDate>"


class _Info(PDFInfo):
    """Title, author, program and the day of the paper, never that of the clock: equal papers are equal files."""

    def __init__(self, made_on: date | None) -> None:
        self._day = f"D:{made_on:%Y%m%d}" if made_on is not None else ""

    def format(self, document: PDFDocument) -> bytes:
        """Return the entries as the library writes them into the file."""
        named = {"Title": self.title, "Author": self.author, "Creator": self.creator, "Producer": self.producer}
        named |= {"CreationDate": self._day, "ModDate": self._day}
        return PDFDictionary({name: PDFString(value) for name, value in named.items() if value}).format(document)


class _Page(PDFPage):
    """A page with the entries that a tagged one needs."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012  (the library reads a list)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.StructParents = number
        self.Tabs = PDFName("S")


def file_bytes(
    title: str,
    author: str,
    language: str,
    papers: Sequence[Paper],
    pens: Sequence[Pen],
    root: Tag,
    *,
    made_on: date | None = None,
) -> bytes:
    """Return the file of pages that are drawn, each on its paper, with structure tree and bookmarks from `root`."""
    document = PackedDocument(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
    _describe(document, title, author, language, made_on, claim=_is_whole(pens))
    resources = PDFDictionary({"Font": _fonts(document, pens), "XObject": _pictures(document, pens)})
    document.Reference(resources)
    for n, (pen, paper) in enumerate(zip(pens, papers, strict=True)):
        _add_page(document, pen, n, paper, resources)
    _add_structure(document, pens, root)
    add_outline(document, root, is_shown=len(pens) > 1)
    return document.finished()


def _is_whole(pens: Sequence[Pen]) -> bool:
    """Tell whether there was a glyph for everything: a paper with empty boxes makes no claim to be accessible."""
    return not any(0 in glyphs for pen in pens for glyphs in pen.used.values())


def _describe(
    document: PackedDocument, title: str, author: str, language: str, made_on: date | None, *, claim: bool
) -> None:
    document.info = _Info(made_on)
    document.setTitle(title)
    document.setAuthor(author)
    document.setCreator("PainPlanner")
    words = {"title": title, "author": author, "language": language, "producer": document.info.producer}
    metadata = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    days = _DAYS.format(day=made_on.isoformat()) if made_on is not None else ""
    safe = {name: escape(value) for name, value in words.items()}
    text = _XMP.format(days=days, claim=_CLAIM if claim else "", **safe)
    catalog = document.catalog
    catalog.Metadata = PDFStream(metadata, text.encode("utf-8"))
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})


def _fonts(document: PackedDocument, pens: Sequence[Pen]) -> PDFDictionary:
    used: dict[Face, set[int]] = {}
    for pen in pens:
        for face, glyphs in pen.used.items():
            used.setdefault(face, set()).update(glyphs)
    fonts = {
        face.name: document.Reference(font_object(document, face, frozenset(glyphs))) for face, glyphs in used.items()
    }
    return PDFDictionary(fonts)


def _pictures(document: PackedDocument, pens: Sequence[Pen]) -> PDFDictionary:
    forms = {name: form for pen in pens for name, form in pen.forms.items()}
    return PDFDictionary({name: document.Reference(form_stream(document, *form)) for name, form in forms.items()})


def _add_page(document: PackedDocument, pen: Pen, n: int, paper: Paper, resources: PDFDictionary) -> None:
    content = zlib.compress(pen.finished())
    document.updateSignature(content)
    page = _Page(n)
    page.MediaBox = PDFArray([0, 0, paper.width, paper.height])
    page.Resources = document.Reference(resources)
    page.Contents = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), content)
    document.addPage(page)
    pen.number = document.objectcounter


def _add_structure(document: PackedDocument, pens: Sequence[Pen], root: Tag) -> None:
    """Give every element a number and the catalog the root that leads to them."""
    tree = Ready(b"")
    number = numbered(document, tree)
    root.parent_number = number
    for tag in walk(root):
        tag.number = numbered(document, tag)
    parents = Ready(parent_tree([pen.marks for pen in pens]))
    numbered(document, parents)
    tree.data = (
        f"<</Type/StructTreeRoot/K[{root.number} 0 R]/ParentTree {document.objectcounter} 0 R"
        f"/ParentTreeNextKey {len(pens)}>>"
    ).encode("ascii")
    document.catalog.StructTreeRoot = tree
