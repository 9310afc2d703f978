"""Reads papers back: words with their places, and the structure as one who listens to it meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

Rect = tuple[float, float, float, float]


@dataclass
class Element:
    """One element of the structure: its kind, words, pages and what is below it."""

    kind: str
    alt: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    words: str = ""
    pages: set[int] = field(default_factory=set)
    kids: list[Element] = field(default_factory=list)

    def all(self, kind: str = "") -> Iterator[Element]:
        """Return this and all below it, of one kind when one is named, in reading order."""
        if not kind or self.kind == kind:
            yield self
        for kid in self.kids:
            yield from kid.all(kind)

    @property
    def text(self) -> str:
        """Return all words in reading order."""
        return " ".join(" ".join([self.words, *(kid.text for kid in self.kids)]).split())

    @property
    def on(self) -> set[int]:
        """Return the pages that this and all below it are on."""
        return self.pages.union(*(kid.on for kid in self.kids))


def pages(data: bytes, *, turned: int = 0) -> list[str]:
    """Return the words of each page as they stand, blanks made single, the page turned by so many degrees."""
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        page.set_rotation((page.get_rotation() + turned) % 360)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def overlaps(data: bytes) -> list[tuple[int, str, str]]:
    """Return the pieces of text on each page that lie over one another."""
    found = []
    for n, page in enumerate(pypdfium2.PdfDocument(data)):
        text = page.get_textpage()
        rects = [text.get_rect(i) for i in range(text.count_rects())]
        found += [
            (n, text.get_text_bounded(*one), text.get_text_bounded(*other))
            for i, one in enumerate(rects)
            for other in rects[i + 1 :]
            if _cover(one, other)
        ]
    return found


def _cover(one: Rect, other: Rect) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and high > 1


def text_rects(data: bytes) -> list[tuple[Rect, tuple[float, float]]]:
    """Return every piece of text with the size of its page."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        found += [(text.get_rect(i), page.get_size()) for i in range(text.count_rects())]
    return found


def places(data: bytes, words: str) -> list[tuple[int, Rect]]:
    """Return where words stand: the page (0 = the first) and the box round them, once for each time."""
    found = []
    for n, page in enumerate(pypdfium2.PdfDocument(data)):
        text = page.get_textpage()
        search = text.search(words, match_case=True)
        while hit := search.get_next():
            rects = [text.get_rect(i) for i in range(text.count_rects(*hit))]
            found.append((n, _round(rects)))
    return found


def _round(rects: list[Rect]) -> Rect:
    lefts, lows, rights, tops = zip(*rects, strict=True)
    return min(lefts), min(lows), max(rights), max(tops)


def structure(data: bytes) -> Element:
    """Return the structure of a file with the words of every element."""
    pdf = pikepdf.open(BytesIO(data))
    words = [_marked(page) for page in pdf.pages]
    numbers = {page.objgen: n for n, page in enumerate(pdf.pages)}
    return _element(pdf.Root.StructTreeRoot.K[0], words, numbers)


def _element(node: Any, words: list[dict[int, str]], numbers: dict[Any, int]) -> Element:
    made = Element(str(node.S)[1:], str(node.get("/Alt", "")), dict(node.get("/A", {})))
    page = numbers[node.Pg.objgen] if "/Pg" in node else -1
    kids = node.get("/K", None)
    for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
        if isinstance(kid, int):
            made.words += words[page][kid]
            made.pages.add(page)
        elif kid.get("/Type") == "/MCR":
            other = numbers[kid.Pg.objgen]
            made.words += words[other][int(kid.MCID)]
            made.pages.add(other)
        else:
            made.kids.append(_element(kid, words, numbers))
    made.words = str(node.get("/ActualText", made.words))
    return made


def _marked(page: Any) -> dict[int, str]:
    """Return the words of each marked part of a page."""
    fonts = {str(name): _meanings(font) for name, font in page.Resources.Font.items()}
    found: dict[int, str] = {}
    stack: list[int | str | None] = []
    meanings: dict[str, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            stack.append(_mark(operands))
            if isinstance(stack[-1], str):
                _add(found, stack[:-1], stack[-1])
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            meanings = fonts[str(operands[0])]
        elif name in {"Tj", "TJ"} and not any(isinstance(mark, str) for mark in stack):
            parts = operands[0] if name == "TJ" else [operands[0]]
            codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String)).hex().upper()
            _add(found, stack, "".join(meanings[codes[n : n + 4]] for n in range(0, len(codes), 4)))
        if stack and isinstance(stack[-1], int):
            found.setdefault(stack[-1], "")
    return found


def said(data: bytes) -> str:
    """Return all that stands on the pages, header and footer too, in the order in which it was written."""
    pdf = pikepdf.open(BytesIO(data))
    return " ".join(_said(page) for page in pdf.pages)


def _said(page: Any) -> str:
    fonts = {str(name): _meanings(font) for name, font in page.Resources.Font.items()}
    meanings: dict[str, str] = {}
    found: list[str] = []
    stack: list[int | str | None] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            stack.append(_mark(operands))
            found += [stack[-1]] if isinstance(stack[-1], str) else [" "] * (not any(isinstance(m, str) for m in stack))
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            meanings = fonts[str(operands[0])]
        elif name in {"Tj", "TJ"} and not any(isinstance(mark, str) for mark in stack):
            parts = operands[0] if name == "TJ" else [operands[0]]
            codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String)).hex().upper()
            found += [meanings[codes[n : n + 4]] for n in range(0, len(codes), 4)]
    return "".join(found)


def _mark(operands: Any) -> int | str | None:
    keys = operands[1] if len(operands) > 1 else {}
    if "/MCID" in keys:
        return int(keys["/MCID"])
    return str(keys["/ActualText"]) if "/ActualText" in keys else None


def _add(found: dict[int, str], stack: list[Any], text: str) -> None:
    for mark in reversed(stack):
        if isinstance(mark, int):
            found[mark] = found.get(mark, "") + text
            return


def _meanings(font: Any) -> dict[str, str]:
    table = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", table.split("beginbfchar", 1)[-1])
    return {code: bytes.fromhex(meaning).decode("utf-16-be") for code, meaning in pairs}
