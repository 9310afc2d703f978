"""Photographs made for tests: clean JPEGs of known colours, and figures that show them."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw

from painplanner.core.figure import Figure, Frame, Photo, PhotoArrow
from painplanner.core.values import LangText

WIDE, TALL = (400, 300), (120, 240)
ARROW = PhotoArrow(x0=100, y0=200, x1=900, y1=800)
RED, GREEN, BLUE = (224, 32, 32), (32, 192, 32), (32, 32, 224)


def jpeg(size: tuple[int, int] = WIDE, **how: object) -> bytes:
    """Return a photograph that is red on the left, green on the right, and blue along the top."""
    image = Image.new("RGB", size, RED)
    paint = ImageDraw.Draw(image)
    paint.rectangle((size[0] // 2, 0, *size), fill=GREEN)
    paint.rectangle((0, 0, size[0], size[1] // 4), fill=BLUE)
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=90, **how)  # type: ignore[arg-type]
    return buffer.getvalue()


def photo(data: bytes, size: tuple[int, int] = WIDE, *arrows: PhotoArrow) -> Photo:
    """Return what a figure says of a photograph."""
    words = (LangText(lang="en", text="Lifts a box."), LangText(lang="es", text="Levanta una caja."))
    return Photo(sha256=sha256(data).hexdigest(), width=size[0], height=size[1], arrows=arrows, alt=words)


def figure(*photos: Photo, frames: int = 1, figure_id: str = "own.lift") -> Figure:
    """Return a figure of standing frames and photographs."""
    return Figure(id=figure_id, frames=(Frame(base="standing"),) * frames, photos=photos)


def kept(*jpegs: bytes) -> dict[str, bytes]:
    """Return photographs by their content hash."""
    return {sha256(data).hexdigest(): data for data in jpegs}
