"""Every picture of a figure as it is shown: its drawn frames, then its photographs in the box of a frame.

A photograph whose bytes are missing or are not what the figure names is shown as the placeholder. It is never
mirrored: a real person is seen on a real side.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from painplanner.core.drawing import Area, Drawing, Line, Photograph, Shape, moved
from painplanner.core.figure.placeholder import HEIGHT, WIDTH, draw_placeholder
from painplanner.core.figure.scene import Side, draw
from painplanner.core.figure.value import Figure, Photo
from painplanner.core.jpeg import clean_jpeg_size
from painplanner.core.photo_marks import arrows_drawn
from painplanner.core.values import text_in

Photos = Mapping[str, bytes]
"""JPEGs by their content hash."""
NO_PHOTOS: Photos = {}


def shown_count(figure: Figure) -> int:
    """Return how many pictures a figure has, drawn and photographed."""
    return len(figure.frames) + len(figure.photos)


def photo_at(figure: Figure, index: int) -> Photo | None:
    """Return the photograph that is the picture of this number, nothing where it is drawn."""
    place = index - len(figure.frames)
    return figure.photos[place] if 0 <= place < len(figure.photos) else None


def shown(figure: Figure, index: int, side: Side | None = None, photos: Photos = NO_PHOTOS) -> Drawing:
    """Return one picture as a drawing."""
    photo = photo_at(figure, index)
    if photo is None:
        return draw(figure, index, side)
    data = photos.get(photo.sha256)
    alt = text_in(photo.alt, "en")
    return draw_placeholder(alt) if data is None or not is_photo(photo, data) else draw_photo(photo, data, alt)


def is_shown(figure: Figure, index: int, photos: Photos) -> bool:
    """Tell whether a picture can be shown: all but a photograph that is missing or broken."""
    photo = photo_at(figure, index)
    return photo is None or is_photo(photo, photos.get(photo.sha256, b""))


def is_photo(photo: Photo, data: bytes) -> bool:
    """Tell whether bytes are the photograph that a figure names, whole and as it was taken in."""
    return clean_jpeg_size(data) == (photo.width, photo.height) and sha256(data).hexdigest() == photo.sha256


def draw_photo(photo: Photo, data: bytes, alt: str = "") -> Drawing:
    """Return a photograph as large as the box of a frame holds, its arrows over it."""
    scale = min(WIDTH / photo.width, HEIGHT / photo.height)
    width, height = photo.width * scale, photo.height * scale
    x, y = (WIDTH - width) / 2, (HEIGHT - height) / 2
    arrows = arrows_drawn(photo.arrows, photo.width, photo.height)
    over = (_placed(shape, width / arrows.width, x, y) for shape in arrows.shapes)
    return Drawing(WIDTH, HEIGHT, (Photograph(x, y, width, height, photo.sha256, data), *over), alt)


def _placed(shape: Shape, scale: float, x: float, y: float) -> Shape:
    if isinstance(shape, Area):
        return Area(moved(shape.path, scale, x, y), shape.fill, shape.line, shape.width * scale)
    if isinstance(shape, Line):
        return Line(moved(shape.path, scale, x, y), shape.role, shape.width * scale, shape.cap, shape.dash)
    return shape
