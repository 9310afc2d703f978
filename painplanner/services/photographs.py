"""Taking in a photograph: what a person picks becomes one clean, bounded JPEG, or a sentence that says why not.

The picture is made anew from its pixels, turned upright and in sRGB: place, time, camera, comments and thumbnails of
the file are left behind. Where a picture is kept and shown is not decided here.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import msgspec

from painplanner.core.jpeg import MOST_KEPT_BYTES, clean_jpeg_size
from painplanner.errors import KnownError
from painplanner.services.apart import Lost, apart, bytes_of
from painplanner.text import _

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 8_000
SHORTEST_SIDE = 48
KEPT_SIDE = 2_000
"""Pixels of the long side that are kept: 17 cm on paper at 300 to the inch."""
QUALITY = 88
_LOWER = (75, 60)
"""Only noise is too large at the usual quality; it is kept at a lower one."""
_AT_ONCE = 12
_MOST_PROFILE = 1_000_000
_FORMATS = ("JPEG", "PNG", "WEBP")
# What decoders raise for damage: the first five were seen in a hundred thousand damaged files, the rest are their kin.
_DAMAGE = (
    OSError, SyntaxError, ValueError, TypeError, struct.error,
    zlib.error, EOFError, LookupError, ArithmeticError, MemoryError,
)  # fmt: skip


class CleanPicture(NamedTuple):
    """A picture as it may be kept: a JPEG of known size that holds nothing but its pixels."""

    data: bytes
    width: int
    height: int


class Framing(NamedTuple):
    """How a picture is turned, then cut: quarters and degrees clockwise, edges as shares of what the turns gave."""

    quarters: int = 0
    degrees: float = 0.0
    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0


def read_photograph(path: Path) -> CleanPicture:
    """Take in the file at a place. Raises KnownError."""
    return take_in_apart(bytes_of(path, MOST_BYTES))


def take_in_apart(data: bytes) -> CleanPicture:
    """Take in like `take_in`, but decode in a process of its own, as nobody knows who made the file."""
    return _apart(take_in, data)


def take_in_pages_apart(data: bytes) -> CleanPicture:
    """Take in pages that stand below one another, as large as they came, in a process of its own."""
    return _apart(take_in_pages, data)


def _apart(work: Callable[[bytes], CleanPicture], data: bytes) -> CleanPicture:
    if len(data) > MOST_BYTES:
        raise KnownError(_too_large())
    try:
        return apart(work, data)
    except Lost as error:
        raise KnownError(_damaged()) from error


def take_in(data: bytes) -> CleanPicture:
    """Return a clean picture made from the bytes of a file. Raises KnownError."""
    if len(data) > MOST_BYTES:
        raise KnownError(_too_large())
    if not data:
        raise KnownError(_refused(_("This file is empty.")))
    return _written(_upright(data))


def take_in_pages(data: bytes) -> CleanPicture:
    """Return pages below one another as a clean picture; a page keeps the pixels it is read by. Raises KnownError."""
    return _written(_upright(data, LONGEST_SIDE), LONGEST_SIDE)


def framed(picture: CleanPicture, framing: Framing) -> CleanPicture:
    """Return a picture turned and cut; corners that a free turn lays bare are white. Raises KnownError."""
    from PIL import Image

    image = _upright(picture.data)
    if framing.quarters % 4:
        turns = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
        image = image.transpose(turns[framing.quarters % 4 - 1])
    if framing.degrees % 360:
        image = image.rotate(-framing.degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    box = _box(framing, image.width, image.height)
    if min(box[2] - box[0], box[3] - box[1]) < SHORTEST_SIDE:
        raise KnownError(
            _("What is left of the picture would be smaller than {n} pixels. Choose a larger part.").format(
                n=SHORTEST_SIDE
            )
        )
    return _written(image.crop(box))


def _box(framing: Framing, width: int, height: int) -> tuple[int, int, int, int]:
    left, right = sorted((_share(framing.left), _share(framing.right)))
    top, bottom = sorted((_share(framing.top), _share(framing.bottom)))
    return round(left * width), round(top * height), round(right * width), round(bottom * height)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def _upright(data: bytes, side: int = KEPT_SIDE) -> Image:
    """Return the pixels of a file: upright, on white, in sRGB."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                _check(image)
                image.draft(None, (side, side))
                image.load()
                return _in_rgb(ImageOps.exif_transpose(image))
    except Image.UnidentifiedImageError as error:
        raise KnownError(_strange(data)) from error
    except Image.DecompressionBombError as error:
        raise KnownError(_too_many_pixels()) from error
    except _DAMAGE as error:
        raise KnownError(_damaged()) from error


def _check(image: Image) -> None:
    """Refuse by what the head of the file says, before any pixel is decoded."""
    if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST_SIDE:
        raise KnownError(_too_many_pixels())
    if min(image.size) < SHORTEST_SIDE:
        raise KnownError(_refused(_("This picture is only {w} by {h} pixels.").format(w=image.width, h=image.height)))
    # Phones put a second picture behind the first (MPO): that is a still. A film is an animated PNG or WebP.
    if image.format in {"PNG", "WEBP"} and getattr(image, "n_frames", 1) > 1:
        raise KnownError(_refused(_("This is a moving picture, and paper does not move.")))


def _in_rgb(image: Image) -> Image:
    from PIL import Image as Images

    image = _in_srgb(_in_eight_bits(image))
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen_through = image.convert("RGBA")
    ground = Images.new("RGB", image.size, "white")
    ground.paste(seen_through, mask=seen_through.getchannel("A"))
    return ground


def _in_eight_bits(image: Image) -> Image:
    """Return a picture whose greys of 16 bits are scaled; converting alone would cut them off at white."""
    if image.mode == "I" or image.mode.startswith("I;16"):
        return cast("Any", image.convert("I")).point(_in_eight).convert("L")
    return image


def _in_eight(level: Any) -> Any:  # noqa: ANN401  (a number, or what stands for one while a formula is made)
    return level * (1 / 256)


def _in_srgb(image: Image) -> Image:
    """Return a picture with the colours its profile means; without a profile that can be used, as it is."""
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or len(profile) > _MOST_PROFILE or image.mode not in {"RGB", "RGBA", "CMYK"}:
        return image
    from PIL import ImageCms

    screen = cast("Any", ImageCms).createProfile("sRGB")
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(image, meant, screen, outputMode=mode)
    except (ImageCms.PyCMSError, *_DAMAGE):
        return image
    return turned or image


def _written(image: Image, side: int = KEPT_SIDE) -> CleanPicture:
    """Return a picture made anew from its pixels, no larger than is ever printed."""
    from PIL import Image as Images

    image.thumbnail((side, side), Images.Resampling.LANCZOS)
    bare = Images.frombytes("RGB", image.size, image.tobytes())
    data = _jpeg(bare, QUALITY)
    for quality in _LOWER:
        data = data if len(data) <= MOST_KEPT_BYTES else _jpeg(bare, quality)
    return CleanPicture(data, bare.width, bare.height)


def _jpeg(image: Image, quality: int) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def first_undecodable(photos: Sequence[bytes]) -> int | None:
    """Return the place of the first kept photograph that cannot be decoded; a process of its own tries them.

    It tries many at a time, and one by one only where a process was lost over some.
    """
    for start in range(0, len(photos), _AT_ONCE):
        some = photos[start : start + _AT_ONCE]
        try:
            found = apart(_first_undecodable, msgspec.msgpack.encode(some))
        except Lost:
            alone = (n for n, one in enumerate(some) if len(some) > 1 and first_undecodable((one,)) is not None)
            found = next(alone, 0 if len(some) == 1 else None)
        if found is not None:
            return start + found
    return None


def _first_undecodable(packed: bytes) -> int | None:
    photos = msgspec.msgpack.decode(packed, type=tuple[bytes, ...])
    return next((n for n, one in enumerate(photos) if not _decodes(one)), None)


def _decodes(data: bytes) -> bool:
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=("JPEG",)) as image:
            image.load()
            return image.mode == "RGB" and image.size == clean_jpeg_size(data)
    except (Image.UnidentifiedImageError, Image.DecompressionBombError, *_DAMAGE):
        return False


def _refused(what: str) -> str:
    allowed = _(
        "Nothing was added. A still JPEG, PNG or WebP works, up to 10 MB and 25 million pixels, each side between "
        "{least} and {most} pixels."
    ).format(least=SHORTEST_SIDE, most=LONGEST_SIDE)
    return f"{what} {allowed}"


def _too_large() -> str:
    return _refused(_("This file is larger than 10 MB."))


def _too_many_pixels() -> str:
    return _refused(_("This picture has too many pixels."))


def _damaged() -> str:
    return _refused(_("This picture is damaged or was not copied whole; try to copy or save it again."))


def _strange(data: bytes) -> str:
    if data[4:8] == b"ftyp":
        return _refused(_("This file is a HEIC or AVIF photograph, as some phones make them; save it as JPEG first."))
    return _refused(_("This file is not a picture that can be read here."))
