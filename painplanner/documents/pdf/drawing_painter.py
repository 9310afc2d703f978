"""Paints a drawing on a page as PDF operators, made and compressed once for each drawing and palette.

Each picture is a form XObject whose stream is kept ready compressed: a sheet of 24 pictures copies bytes instead of
writing and compressing numbers again, and a picture that repeats is stored once.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFStream

from painplanner.core.drawing import Area, Drawing, Line, Path, Photograph, Shape, Text, without_bytes
from painplanner.core.palette import Palette, rgb
from painplanner.documents.pdf.photographs import images, name_of, sound

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_CAPS = {"butt": 0, "round": 1}


def paint(
    canvas: Canvas,
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    height: float,
    palette: Palette,
    *,
    font: str = "Helvetica",
    bold_font: str = "Helvetica-Bold",
) -> None:
    """Paint a drawing into a box, as large as fits and centred; words use the fonts that are given."""
    scale = min(width / drawing.width, height / drawing.height)
    left = x + (width - drawing.width * scale) / 2
    low = y + (height - drawing.height * scale) / 2
    canvas.saveState()
    canvas.transform(scale, 0, 0, scale, left, low)
    canvas.doForm(_form(canvas, drawing, palette))
    for shape in drawing.shapes:
        if isinstance(shape, Text):
            _write(canvas, shape, palette, bold_font if shape.bold else font)
    canvas.restoreState()


def _form(canvas: Canvas, drawing: Drawing, palette: Palette) -> str:
    """Put a drawing into the document once and return its name there."""
    name, packed = packed_form(drawing, palette)
    if not canvas.hasForm(name):
        file: PDFDocument = canvas._doc  # pyright: ignore  (the library has no public way)
        file.addForm(name, form_stream(file, drawing, packed))
    return name


def packed_form(drawing: Drawing, palette: Palette) -> tuple[str, bytes]:
    """Return a name made from the content, so that equal pictures meet, and the compressed operators."""
    return _packed(without_bytes(sound(drawing)), tuple(sorted(palette.items())))


def form_stream(document: PDFDocument, drawing: Drawing, packed: bytes) -> PDFStream:
    """Return a drawing's compressed operators as an object of a file, its photographs beside it."""
    photographs = images(document, sound(drawing))
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "FormType": 1,
        "BBox": PDFArray([0, 0, drawing.width, drawing.height]),
        "Resources": PDFDictionary({"XObject": photographs} if photographs.dict else {}),
        "Filter": PDFName("FlateDecode"),
    }
    return PDFStream(PDFDictionary(entries), packed)


@lru_cache(maxsize=128)
def _packed(drawing: Drawing, colours: tuple[tuple[str, str], ...]) -> tuple[str, bytes]:
    content = _operators(drawing, colours).encode("ascii")
    return "d" + sha256(content).hexdigest()[:16], zlib.compress(content, 9)


def _write(canvas: Canvas, text: Text, palette: Palette, font: str) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    red, green, blue = rgb(palette[text.role])
    canvas.setFillColorRGB(red / 255, green / 255, blue / 255)
    canvas.setFont(font, text.size)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    back = stringWidth(text.text, font, text.size) * share if share else 0.0
    canvas.drawString(text.x - back, text.y, text.text)


def operators(drawing: Drawing, palette: Palette) -> str:
    """Return the PDF operators of a drawing's areas and lines; words need a font and are left to `paint`."""
    return _operators(without_bytes(drawing), tuple(sorted(palette.items())))


@lru_cache(maxsize=128)
def _operators(drawing: Drawing, colours: tuple[tuple[str, str], ...]) -> str:
    state = _State(dict(colours))
    for shape in drawing.shapes:
        state.shape(shape)
    return "\n".join(state.out)


class _State:
    """The operators so far and what colour, width and dash they have left behind, so that none is said twice."""

    def __init__(self, colours: dict[str, str]) -> None:
        self._colours = colours
        self._now: dict[str, str] = {}
        self.out = ["1 j 1 J"]

    def shape(self, shape: Shape) -> None:
        if isinstance(shape, Area):
            self._area(shape)
        elif isinstance(shape, Line):
            self._line(shape)
        elif isinstance(shape, Photograph):
            box = f"{number(shape.width)} 0 0 {number(shape.height)} {number(shape.x)} {number(shape.y)} cm"
            self.out.append(f"q {box} /{name_of(shape)} Do Q")

    def _area(self, area: Area) -> None:
        if area.fill:
            self._set("rg", self._colour(area.fill))
        if area.line:
            self._set("RG", self._colour(area.line))
            self._set("w", number(area.width))
            self._set("d", "[] 0")
        ending = "b" if area.fill and area.line else "f" if area.fill else "s"
        self.out.append(f"{path_operators(area.path)} {ending}")

    def _line(self, line: Line) -> None:
        self._set("RG", self._colour(line.role))
        self._set("w", number(line.width))
        self._set("J", str(_CAPS[line.cap]))
        self._set("d", f"[{' '.join(number(n) for n in line.dash)}] 0")
        self.out.append(f"{path_operators(line.path)} S")

    def _colour(self, role: str) -> str:
        return " ".join(number(part / 255) for part in rgb(self._colours[role]))

    def _set(self, operator: str, value: str) -> None:
        if self._now.get(operator) != value:
            self._now[operator] = value
            self.out.append(f"{value} {operator}")


def path_operators(path: Path) -> str:
    """Return the operators that construct a path, to a tenth of a unit: 0.03 mm on a sheet."""
    parts = [f"{_tenth(path[0][0])} {_tenth(path[0][1])} m"]
    parts += [" ".join(map(_tenth, numbers)) + (" l" if len(numbers) == 2 else " c") for numbers in path[1:]]
    return " ".join(parts)


def _tenth(value: float) -> str:
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") and text != "-0.0" else text


def number(value: float) -> str:
    """Write a number with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
