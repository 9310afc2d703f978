"""A file opened to be checked: what each page draws and within which marks, its structure elements, its fonts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf

_PAINTS = {"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "EI"}
_SHOWS = {"Tj", "TJ", "'", '"'}


class Mark(NamedTuple):
    """A marked part of a page: its tag, its number (-1 for none), and whether other words stand for it."""

    tag: str
    number: int = -1
    is_said: bool = False


class Step(NamedTuple):
    """Something a page does: an operator, the marks it stands in, and for words their font and codes."""

    operator: str
    marks: tuple[Mark, ...]
    font: str = ""
    codes: tuple[int, ...] = ()


class Element(NamedTuple):
    """A structure element with those it stands in, the outermost first."""

    node: Any
    above: tuple[Any, ...]

    @property
    def kind(self) -> str:
        return str(self.node.get("/S", ""))[1:]

    @property
    def kids(self) -> list[Any]:
        kids = self.node.get("/K")
        return [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    @property
    def elements(self) -> list[Any]:
        return [kid for kid in self.kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]

    @property
    def lang(self) -> str:
        """Return the language of its words as far as the structure tells."""
        return next((str(one.Lang) for one in (self.node, *self.above[::-1]) if "/Lang" in one), "")


class Opened:
    """A file; close it when it is checked."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.root: Any = self.pdf.Root

    def at(self, *way: str) -> Any:
        """Return what stands at the end of these keys, an empty dictionary where there is nothing."""
        found: Any = self.root
        for key in way:
            found = found.get(key, pikepdf.Dictionary())
        return found

    @cached_property
    def pages(self) -> list[list[Step]]:
        return [list(_steps(page)) for page in self.pdf.pages]

    @cached_property
    def elements(self) -> list[Element]:
        """Return all structure elements in reading order."""
        top = self.at("/StructTreeRoot").get("/K", [])
        return [one for node in (top if isinstance(top, pikepdf.Array) else [top]) for one in _below(node, ())]

    @cached_property
    def owners(self) -> dict[tuple[int, int], Any]:
        """Return by page and number the element that the parent tree names for a marked part."""
        flat = list(self.at("/StructTreeRoot", "/ParentTree").get("/Nums", []))
        lists = dict(zip(map(int, flat[::2]), flat[1::2], strict=True))
        return {
            (n, number): owner
            for n, page in enumerate(self.pdf.pages)
            for number, owner in enumerate(lists.get(int(page.get("/StructParents", -1)), []))
        }

    @cached_property
    def owned(self) -> dict[tuple[int, int], Element]:
        """Return by page and number the element that has a marked part among its kids."""
        numbers = {page.objgen: n for n, page in enumerate(self.pdf.pages)}
        found: dict[tuple[int, int], Element] = {}
        for element in self.elements:
            for kid in element.kids:
                if isinstance(kid, int):
                    found[numbers[element.node.Pg.objgen], kid] = element
                elif "/MCID" in kid:
                    found[numbers[kid.get("/Pg", element.node.get("/Pg")).objgen], int(kid.MCID)] = element
        return found

    @cached_property
    def fonts(self) -> dict[str, Any]:
        return {str(name): font for page in self.pdf.pages for name, font in page.Resources.Font.items()}

    @cached_property
    def codes(self) -> dict[str, set[int]]:
        """Return by font the codes that are shown, but for those that other words stand for."""
        found: dict[str, set[int]] = {}
        for step in (one for page in self.pages for one in page if one.font):
            if not any(mark.is_said for mark in step.marks):
                found.setdefault(step.font, set()).update(step.codes)
        return found

    def close(self) -> None:
        self.pdf.close()


def _steps(page: Any) -> Iterator[Step]:
    marks: list[Mark] = []
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            keys = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
            yield Step(name, (*marks, Mark(str(operands[0]), int(keys.get("/MCID", -1)), "/ActualText" in keys)))
            marks.append(Mark(str(operands[0]), int(keys.get("/MCID", -1)), "/ActualText" in keys))
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            font = str(operands[0])
        elif name in _SHOWS:
            yield Step(name, tuple(marks), font, _codes(operands[0]))
        elif name in _PAINTS:
            yield Step(name, tuple(marks))


def _codes(shown: Any) -> tuple[int, ...]:
    parts = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
    data = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return tuple(int.from_bytes(data[n : n + 2], "big") for n in range(0, len(data), 2))


def _below(node: Any, above: tuple[Any, ...]) -> Iterator[Element]:
    element = Element(node, above)
    yield element
    for kid in element.elements:
        yield from _below(kid, (*above, node))
