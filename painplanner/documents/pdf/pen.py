"""One page while it is drawn: operators in reading order, each either part of an element or an artifact.

A page that is read from right to left is mirrored here, so that all who lay out think from left to right: words and
boxes get the place across from theirs, shapes are turned over, and what is `kept` moves as a whole.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from painplanner.core.drawing import Drawing, Path, rectangle
from painplanner.documents.pdf.drawing_painter import number, path_operators
from painplanner.documents.pdf.fonts import Face
from painplanner.documents.pdf.shown import Line
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
    """Draws on one page; x from the left, y from the bottom, in points. `mirror` is the width of a mirrored page."""

    def __init__(self, mirror: float = 0.0) -> None:
        self.number = 0
        self.marks: list[Tag] = []
        self.forms: dict[str, tuple[Drawing, bytes]] = {}
        self.used: dict[Face, set[int]] = {}
        self._code: list[str] = []
        self._now: Tag | str | None = None
        self._mirror = mirror
        self._moved: float | None = None if mirror else 0.0
        self._turn: tuple[float, float] | None = None

    def text(self, tag: Tag, line: Line, x: float, y: float, *, ink: str = INK) -> None:
        """Write a line with its baseline at y as part of an element."""
        self.begin(tag)
        tag.say(self, line.text, y if self._turn is None else 2 * self._turn[1] - y, is_turned=line.is_turned)
        self._write(line, x, y, ink)

    def artifact_text(self, line: Line, x: float, y: float, *, kind: str = "", ink: str = INK) -> None:
        """Write a line that is no part of the words, such as a header."""
        self._artifact(kind)
        self._write(line, x, y, ink)

    def _write(self, line: Line, x: float, y: float, ink: str) -> None:
        for face, glyphs in line.used:
            found = self.used.get(face)
            if found is None:
                self.used[face] = set(glyphs)
            else:
                found |= glyphs
        show = line.show if ink == INK else f"{ink} {line.show} {INK}"
        self._add(f"BT {self.left(x, line.width):.2f} {y:.2f} Td {show} ET")

    def left(self, x: float, width: float) -> float:
        """Return where something so wide that is laid out at x stands on the page."""
        return self._mirror - x - width if self._moved is None else x + self._moved

    @contextmanager
    def kept(self, x: float, width: float) -> Generator[None]:
        """Let what is drawn within a width stand as it is on a mirrored page too: it only moves across, as a whole.

        So are pictures (left and right of a body stay), bars that are scanned, and charts: time and numbers run from
        left to right as they do on the screen and in the charts of every language.
        """
        before, self._moved = self._moved, self.left(x, width) - x
        try:
            yield
        finally:
            self._moved = before

    @contextmanager
    def upside_down(self, x: float, y: float) -> Generator[None]:
        """Let what is drawn stand upside down, turned about a point: folded, it comes upright."""
        before, self._turn = self._turn, (self.left(x, 0.0), y)
        try:
            yield
        finally:
            self._turn = before

    def _add(self, operators: str) -> None:
        if self._turn is None:
            self._code.append(operators)
        else:
            x, y = self._turn
            self._code.append(f"q -1 0 0 -1 {2 * x:.2f} {2 * y:.2f} cm {operators} Q")

    def box(self, box: Box, *, fill: str = "", stroke: str = "", width: float = 1.0, kind: str = "") -> None:
        """Draw a box with round corners as decoration; colours are as operators write them ("0.9 0.9 0.9")."""
        self._artifact(kind)
        outline = _rounded(round(box.width, 1), round(box.height, 1), box.radius, fill, stroke, width)
        self._add(f"q 1 0 0 1 {self.left(box.x, box.width):.2f} {box.y:.2f} cm {outline} Q")

    def shapes(self, operators: str, *, kind: str = "") -> None:
        """Draw ready operators as decoration."""
        self._artifact(kind)
        self._add(self._placed(operators))

    def _placed(self, operators: str) -> str:
        if self._moved is None:
            return f"q -1 0 0 1 {self._mirror:.2f} 0 cm {operators} Q"
        return f"q 1 0 0 1 {self._moved:.2f} 0 cm {operators} Q" if self._moved else operators

    def sign(self, tag: Tag, operators: str) -> None:
        """Draw ready operators as part of an element, which says in words what they show."""
        self.begin(tag)
        self._add(self._placed(operators))

    def picture(
        self, tag: Tag, name: str, form: tuple[Drawing, bytes], place: tuple[float, float, float], clip: str
    ) -> None:
        """Show a form as part of an element: scale, then left and bottom; only what lies in `clip` is seen.

        Pictures are never turned over: draw one inside `kept`.
        """
        self.forms[name] = form
        self.begin(tag)
        self._show(name, place, clip)

    def _show(self, name: str, place: tuple[float, float, float], clip: str) -> None:
        scale, x, y = place
        shown = f"q {clip} W n {scale:.4f} 0 0 {scale:.4f} {x:.2f} {y:.2f} cm /{name} Do Q"
        self._add(self._placed(shown))

    def artifact_picture(
        self, name: str, form: tuple[Drawing, bytes], place: tuple[float, float, float], clip: str, *, kind: str = ""
    ) -> None:
        """Show a form as decoration; place and clip are as for `picture`."""
        self.forms[name] = form
        self._artifact(kind)
        self._show(name, place, clip)

    def figure_box(self, x: float, low: float, width: float, top: float) -> str:
        """Return the attributes of a figure that is laid out in a box: where it stands on the page."""
        left = self.left(x, width)
        return f"/O/Layout/BBox[{left:.1f} {low:.1f} {left + width:.1f} {top:.1f}]/Placement/Block"

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
