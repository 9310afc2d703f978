"""A drawing as SVG for other programs: areas, lines, words and photographs in a palette's colours, with its alt text.

The same numbers as on paper, to a tenth of a unit; no style sheet, no font, nothing that a viewer would have to fetch.
"""

from __future__ import annotations

import re
from base64 import b64encode
from xml.sax.saxutils import escape, quoteattr

from painplanner.core.drawing import Area, Drawing, Line, Path, Photograph, Shape, Text
from painplanner.core.palette import Palette

_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def svg(drawing: Drawing, palette: Palette) -> str:
    """Return a drawing as a whole SVG file on the ground of the palette."""
    width, height = _number(drawing.width), _number(drawing.height)
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    named = f' role="img" aria-label={quoteattr(_clean(drawing.alt))}' if drawing.alt else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {box}{named}>',
        *([f"<title>{escape(_clean(drawing.alt))}</title>"] if drawing.alt else []),
        f'<rect width="{width}" height="{height}" fill="{palette["background"]}"/>',
        '<g fill="none" stroke-linejoin="round" stroke-linecap="round">',
        *(_shape(shape, drawing.height, palette) for shape in drawing.shapes),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _shape(shape: Shape, height: float, palette: Palette) -> str:
    if isinstance(shape, Area):
        return _area(shape, height, palette)
    if isinstance(shape, Photograph):
        return _photograph(shape, height)
    return _line(shape, height, palette) if isinstance(shape, Line) else _text(shape, height, palette)


def _area(area: Area, height: float, palette: Palette) -> str:
    fill = f' fill="{palette[area.fill]}"' if area.fill else ""
    line = f' stroke="{palette[area.line]}" stroke-width="{_number(area.width)}"' if area.line else ""
    return f'<path d="{_path(area.path, height)} Z"{fill}{line}/>'


def _line(line: Line, height: float, palette: Palette) -> str:
    cap = ' stroke-linecap="butt"' if line.cap == "butt" else ""
    dash = f' stroke-dasharray="{" ".join(map(_number, line.dash))}"' if line.dash else ""
    stroke = f'stroke="{palette[line.role]}" stroke-width="{_number(line.width)}"'
    return f'<path d="{_path(line.path, height)}" {stroke}{cap}{dash}/>'


def _text(text: Text, height: float, palette: Palette) -> str:
    weight = ' font-weight="bold"' if text.bold else ""
    return (
        f'<text x="{_number(text.x)}" y="{_number(height - text.y)}" fill="{palette[text.role]}"'
        f' font-family="Open Sans, sans-serif" font-size="{_number(text.size)}"{weight}'
        f' text-anchor="{text.anchor}">{escape(_clean(text.text))}</text>'
    )


def _photograph(photo: Photograph, height: float) -> str:
    """Return the picture itself within the file: nothing is fetched from elsewhere."""
    box = (photo.x, height - photo.y - photo.height, photo.width, photo.height)
    placed = " ".join(f'{name}="{_number(n)}"' for name, n in zip(("x", "y", "width", "height"), box, strict=True))
    data = b64encode(photo.data).decode("ascii")
    return f'<image {placed} preserveAspectRatio="none" href="data:image/jpeg;base64,{data}"/>'


def _path(path: Path, height: float) -> str:
    """Return the data of a path, turned over: in SVG y points down."""
    parts: list[str] = []
    for i, numbers in enumerate(path):
        turned = (n if place % 2 == 0 else height - n for place, n in enumerate(numbers))
        sign = "M" if i == 0 else "L" if len(numbers) == 2 else "C"
        parts.append(sign + " ".join(_number(n, 1) for n in turned))
    return " ".join(parts)


def _number(value: float, decimals: int = 2) -> str:
    written = f"{value:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
