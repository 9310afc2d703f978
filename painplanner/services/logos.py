"""Taking in the logo of a practice: a photograph made small, as every paper carries it and keeps it for ever."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from painplanner.services.photographs import CleanPicture, read_photograph

MOST = (1000, 300)
"""Pixels that are kept across and up: a logo is half an inch high on paper, 600 dots to the inch."""
QUALITY = 90


def read_logo(path: Path) -> CleanPicture:
    """Take in the file at a place. Raises KnownError."""
    return small(read_photograph(path))


def small(picture: CleanPicture) -> CleanPicture:
    """Return a clean picture no larger than a logo is printed."""
    from PIL import Image

    if picture.width <= MOST[0] and picture.height <= MOST[1]:
        return picture
    with Image.open(BytesIO(picture.data), formats=("JPEG",)) as image:
        image.thumbnail(MOST, Image.Resampling.LANCZOS)
        bare = Image.frombytes("RGB", image.size, image.tobytes())
    out = BytesIO()
    bare.save(out, "JPEG", quality=QUALITY)
    return CleanPicture(out.getvalue(), bare.width, bare.height)
