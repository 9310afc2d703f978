"""Pictures in frames, cut to what is drawn so that they fill them; the pictures of one exercise have one scale."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from painplanner.core.drawing import Area, Drawing, Line, Photograph, Text, points_of, rectangle, without_bytes
from painplanner.documents.blocks import Picture
from painplanner.documents.pdf.drawing_painter import packed_form, path_operators
from painplanner.documents.pdf.lines import line
from painplanner.documents.pdf.pen import Pen
from painplanner.documents.pdf.setting import Setting
from painplanner.documents.pdf.signs import colour
from painplanner.documents.pdf.tags import Tag

_FRAME = "0.45 0.45 0.45"
_FLATTEST, _TALLEST = 0.56, 0.86
_AROUND = 5.0
_GROUND = {"floor", "mat"}


class Crop(NamedTuple):
    """The part of a drawing that is shown, in the drawing's units."""

    x: float
    y: float
    width: float
    height: float


@lru_cache(maxsize=128)
def _inked(drawing: Drawing) -> Crop:
    """Return the box round what is drawn, the ground left out of its width; the whole where words are in it."""
    if any(isinstance(shape, Text) for shape in drawing.shapes):
        return Crop(0, 0, drawing.width, drawing.height)
    photo = _photograph(drawing)
    if photo is not None:  # it reaches to its frame
        x, y, width, height = photo.x, photo.y, photo.width, photo.height
        return Crop(x + _AROUND, y + _AROUND, width - 2 * _AROUND, height - 2 * _AROUND)
    shapes = [shape for shape in drawing.shapes if isinstance(shape, Area | Line)]
    spots = [p for shape in shapes if not _is_ground(shape) for p in points_of(shape.path)]
    if len(spots) < 2:
        return Crop(0, 0, drawing.width, drawing.height)
    low = [p[1] for shape in shapes if _is_ground(shape) for p in points_of(shape.path)]
    x0, x1 = min(p[0] for p in spots), max(p[0] for p in spots)
    y0, y1 = min([p[1] for p in spots] + low), max(p[1] for p in spots)
    return Crop(x0, y0, x1 - x0, y1 - y0)


def _is_ground(shape: Area | Line) -> bool:
    return (shape.role if isinstance(shape, Line) else shape.fill) in _GROUND


def common_crop(drawings: Sequence[Drawing]) -> Crop:
    """Return the part to show of each of some drawings: what is drawn in any of them, in the shape of a frame."""
    return _common_crop(tuple(map(without_bytes, drawings)))


@lru_cache(maxsize=128)
def _common_crop(drawings: Sequence[Drawing]) -> Crop:
    boxes = [_inked(drawing) for drawing in drawings]
    x, y = min(box.x for box in boxes) - _AROUND, min(box.y for box in boxes) - _AROUND
    width = max(box.x + box.width for box in boxes) + _AROUND - x
    height = max(box.y + box.height for box in boxes) + _AROUND - y
    wide, high = max(width, height / _TALLEST), max(height, width * _FLATTEST)
    # Who is drawn stands at the foot of the frame; a photograph that is flatter than a frame lies in its middle.
    low = y - (high - height) / 2 if all(map(_photograph, drawings)) else y
    return Crop(x - (wide - width) / 2, low, wide, high)


def _photograph(drawing: Drawing) -> Photograph | None:
    return next((shape for shape in drawing.shapes if isinstance(shape, Photograph)), None)


def draw_picture(
    pen: Pen, tag: Tag, picture: Picture, crop: Crop, place: tuple[float, float, float], setting: Setting
) -> None:
    """Draw a picture in its frame: left, bottom and width of the frame are given."""
    x, y, width = place
    scale = width / crop.width
    frame = path_operators(rectangle(x, y, width, crop.height * scale, 4))
    left, low = x - crop.x * scale, y - crop.y * scale
    name, packed = packed_form(picture.drawing, setting.colours)
    with pen.kept(x, width):
        pen.picture(tag, name, (picture.drawing, packed), (scale, left, low), frame)
        for shape in picture.drawing.shapes:
            if isinstance(shape, Text):
                _write(pen, tag, shape, scale, (left, low), setting)
    pen.shapes(f"q {_FRAME} RG 0.75 w {frame} s Q")


def _write(pen: Pen, tag: Tag, text: Text, scale: float, corner: tuple[float, float], setting: Setting) -> None:
    made = line(text.text, text.size * scale, bold=text.bold)
    back = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor] * made.width
    ink = f"{colour(setting.colours[text.role])} rg"
    pen.text(tag, made, corner[0] + text.x * scale - back, corner[1] + text.y * scale, ink=ink)
