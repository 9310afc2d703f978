"""One page while it is drawn: operators in reading order, each either part of an element or an artifact."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from painplanner.core.drawing import Drawing, Path, rectangle
from painplanner.documents.pdf.drawing_painter import number, path_operators
from painplanner.documents.pdf.fonts import Face
from painplanner.documents.pdf.lines import Line, Used
from painplanner.documents.pdf.tags import Tag

INK = "0 g"
WHITE = "1 g"


class Box(NamedTuple):
    """A rectangle with round corners by its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 5.0


class Pen:
    """Draws on one page; x from the left, y from the bottom, in points."""

    def __init__(self) -> None:
        self.number = 0
        self.marks: list[Tag] = []
        self.forms: dict[str, tuple[Drawing, bytes]] = {}
        self.used: dict[Face, set[int]] = {}
        self._code: list[str] = []
        self._now: Tag | str | None = None

    def text(self, tag: Tag, line: Line, x: float, y: float, *, ink: str = INK) -> None:
        """Write a line with its baseline at y as part of an element."""
        self.begin(tag)
        self._write(line.show, line.used, x, y, ink)

    def show(self, tag: Tag, show: str, used: Used, x: float, y: float) -> None:
        """Write operators of several sizes with their baseline at y as part of an element."""
        self.begin(tag)
        self._write(show, used, x, y, INK)

    def artifact_text(self, line: Line, x: float, y: float, *, kind: str = "", ink: str = INK) -> None:
        """Write a line that is no part of the words, such as a header."""
        self._artifact(kind)
        self._write(line.show, line.used, x, y, ink)

    def _write(self, show: str, used: Used, x: float, y: float, ink: str) -> None:
        for face, glyphs in used:
            found = self.used.get(face)
            if found is None:
                self.used[face] = set(glyphs)
            else:
                found |= glyphs
        if ink != INK:
            show = f"{ink} {show} {INK}"
        self._code.append(f"BT {x:.2f} {y:.2f} Td {show} ET")

    def box(self, box: Box, *, fill: str = "", stroke: str = "", width: float = 1.0, kind: str = "") -> None:
        """Draw a box with round corners as decoration; colours are as operators write them ("0.9 0.9 0.9")."""
        self._artifact(kind)
        outline = _rounded(round(box.width, 1), round(box.height, 1), box.radius, fill, stroke, width)
        self._code.append(f"q 1 0 0 1 {box.x:.2f} {box.y:.2f} cm {outline} Q")

    def shapes(self, operators: str, *, kind: str = "") -> None:
        """Draw ready operators as decoration."""
        self._artifact(kind)
        self._code.append(operators)

    def sign(self, tag: Tag, operators: str) -> None:
        """Draw ready operators as part of an element, which says in words what they show."""
        self.begin(tag)
        self._code.append(operators)

    def picture(
        self, tag: Tag, name: str, form: tuple[Drawing, bytes], place: tuple[float, float, float], clip: str
    ) -> None:
        """Show a form as part of an element: scale, then left and bottom; only what lies in `clip` is seen."""
        self.forms[name] = form
        self.begin(tag)
        scale, x, y = place
        self._code.append(f"q {clip} W n {scale:.4f} 0 0 {scale:.4f} {x:.2f} {y:.2f} cm /{name} Do Q")

    def begin(self, tag: Tag) -> None:
        """Let what follows belong to an element."""
        if self._now is tag:
            return
        self._end()
        tag.join().kids.append((self, len(self.marks)))
        self._code.append(f"/{tag.kind} <</MCID {len(self.marks)}>> BDC")
        self.marks.append(tag)
        self._now = tag

    def _artifact(self, kind: str) -> None:
        name = f"/Artifact <</Type/Pagination/Subtype/{kind}>> BDC" if kind else "/Artifact BMC"
        if self._now == name:
            return
        self._end()
        self._code.append(name)
        self._now = name

    def _end(self) -> None:
        if self._now is not None:
            self._code.append("EMC")
            self._now = None

    def finished(self) -> bytes:
        """Return the operators of the page."""
        self._end()
        return "\n".join(self._code).encode("latin-1")


@lru_cache(maxsize=2048)
def _rounded(width: float, height: float, radius: float, fill: str, stroke: str, line: float) -> str:
    return shape_operators(rectangle(0, 0, width, height, radius), fill=fill, stroke=stroke, width=line)


def shape_operators(path: Path, *, fill: str = "", stroke: str = "", width: float = 1.0) -> str:
    """Return the operators that draw one closed outline and leave everything else as it was."""
    parts = ["q"]
    if fill:
        parts.append(f"{fill} rg")
    if stroke:
        parts.append(f"{stroke} RG {number(width)} w")
    parts.append(path_operators(path) + (" b" if fill and stroke else " f" if fill else " s"))
    return " ".join([*parts, "Q"])


def line_operators(x0: float, y0: float, x1: float, y1: float, *, width: float = 0.75, grey: float = 0.0) -> str:
    """Return the operators of one straight line."""
    return f"q {number(grey)} G {number(width)} w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S Q"
