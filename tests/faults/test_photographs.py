"""Any file offered as a photograph ends as a clean small JPEG or as a sentence; of the file only pixels stay."""

from __future__ import annotations

import random
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from painplanner.core.jpeg import MOST_KEPT_BYTES, clean_jpeg_size
from painplanner.errors import KnownError
from painplanner.services.photographs import (
    KEPT_SIDE,
    MOST_BYTES,
    CleanPicture,
    Framing,
    framed,
    read_photograph,
    take_in,
)

SRGB = ImageCms.ImageCmsProfile(cast("Any", ImageCms).createProfile("sRGB")).tobytes()
MARKER = b"Jane Sample, 12 Mill Lane"


def sample(width: int = 120, height: int = 80, mode: str = "RGB") -> Image.Image:
    """Red on the left, green on the right, blue along the top."""
    image = Image.new("RGB", (width, height), "#E02020")
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height), fill="#20C020")
    draw.rectangle((0, 0, width, height // 4), fill="#2020E0")
    return image.quantize(16) if mode == "P" else image.convert(mode)


def saved(image: Image.Image, kind: str, **how: Any) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **how)
    return buffer.getvalue()


def opened(picture: CleanPicture) -> Image.Image:
    image = Image.open(BytesIO(picture.data))
    image.load()
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (picture.width, picture.height))
    return image


def near(image: Image.Image, spot: tuple[float, float], colour: tuple[int, int, int]) -> bool:
    found: Any = image.getpixel((int(spot[0] * image.width), int(spot[1] * image.height)))
    return all(abs(a - b) < 30 for a, b in zip(found, colour, strict=True))


RED, GREEN, BLUE, WHITE = (224, 32, 32), (32, 192, 32), (32, 32, 224), (255, 255, 255)


def is_sample(image: Image.Image) -> bool:
    return near(image, (0.2, 0.7), RED) and near(image, (0.8, 0.7), GREEN) and near(image, (0.5, 0.1), BLUE)


def sentence_of(data: bytes) -> str:
    with pytest.raises(KnownError) as caught:
        take_in(data)
    said = caught.value.sentence
    assert "Nothing was added" in said
    assert "JPEG, PNG or WebP" in said
    return said


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_kind_that_is_offered_is_taken_in(kind: str) -> None:
    assert is_sample(opened(take_in(saved(sample(), kind))))


@pytest.mark.parametrize(
    ("mode", "kind"), [("CMYK", "JPEG"), ("P", "PNG"), ("RGBA", "PNG"), ("RGBA", "WEBP"), ("P", "WEBP")]
)
def test_other_ways_to_keep_colours_come_out_as_the_same_picture(mode: str, kind: str) -> None:
    assert is_sample(opened(take_in(saved(sample(mode=mode), kind))))


@pytest.mark.parametrize(("mode", "kind"), [("L", "JPEG"), ("L", "PNG"), ("1", "PNG"), ("LA", "PNG")])
def test_grey_pictures_are_taken_in(mode: str, kind: str) -> None:
    opened(take_in(saved(sample(mode=mode), kind)))


def test_what_is_seen_through_stands_on_white() -> None:
    image = sample(mode="RGBA")
    image.paste((0, 0, 0, 0), (60, 0, 120, 80))
    for data in (saved(image, "PNG"), saved(image, "WEBP", lossless=True)):
        clean = opened(take_in(data))
        assert near(clean, (0.8, 0.6), WHITE)
        assert near(clean, (0.2, 0.7), RED)
    keyed = opened(take_in(saved(sample(), "PNG", transparency=RED)))
    assert near(keyed, (0.2, 0.7), WHITE)


def test_greys_of_sixteen_bits_keep_their_steps() -> None:
    row = b"\0" + struct.pack(">H", 32768) * 50 + struct.pack(">H", 60000) * 50
    clean = opened(take_in(png_of(100, 80, row * 80, depth=16)))
    assert near(clean, (0.25, 0.5), (128, 128, 128))
    assert near(clean, (0.75, 0.5), (234, 234, 234))


def test_colours_of_sixteen_bits_are_taken_in() -> None:
    row = b"\0" + struct.pack(">HHH", 0xE020, 0x2020, 0x2020) * 60
    data = png_of(60, 60, row * 60, depth=16, colour=2)
    assert near(opened(take_in(data)), (0.5, 0.5), RED)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_held_askew_by_the_camera_comes_out_upright(turn: int) -> None:
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    image = sample().transpose(back[turn]) if turn in back else sample()
    exif = Image.Exif()
    exif[0x0112] = turn
    clean = opened(take_in(saved(image, "JPEG", exif=exif, quality=95)))
    assert clean.size == (120, 80)
    assert is_sample(clean)


def test_place_time_comments_and_words_of_the_file_are_gone() -> None:
    exif = Image.Exif()
    exif[0x010E] = MARKER.decode()
    exif.get_ifd(0x8825)[29] = "2026:03:02"
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", MARKER.decode())
    text.add_itxt("XML:com.adobe.xmp", MARKER.decode())
    for data in (
        saved(sample(), "JPEG", exif=exif, comment=MARKER, xmp=MARKER),
        saved(sample(), "PNG", exif=exif, pnginfo=text),
        saved(sample(), "WEBP", exif=exif, xmp=MARKER),
        saved(sample(), "JPEG") + MARKER,
    ):
        assert MARKER in data
        clean = take_in(data).data
        assert MARKER not in clean
        assert b"Exif" not in clean
        assert not Image.open(BytesIO(clean)).getexif()


def test_colours_are_those_the_profile_means() -> None:
    clean = take_in(saved(sample(), "JPEG", icc_profile=SRGB))
    assert is_sample(opened(clean))
    assert "icc_profile" not in Image.open(BytesIO(clean.data)).info
    assert is_sample(opened(take_in(saved(sample(), "PNG", icc_profile=b"no profile at all"))))


def test_a_large_photograph_becomes_one_that_is_printed() -> None:
    clean = take_in(saved(sample(5000, 4000), "JPEG"))
    assert (clean.width, clean.height) == (KEPT_SIDE, 1600)
    assert is_sample(opened(clean))


def test_the_second_picture_of_a_phone_does_no_harm() -> None:
    data = saved(sample(), "MPO", save_all=True, append_images=[Image.new("RGB", (120, 80), "black")])
    assert is_sample(opened(take_in(data)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_is_taken_in_is_as_photographs_are_kept(kind: str) -> None:
    clean = take_in(saved(sample(), kind))
    assert clean_jpeg_size(clean.data) == (clean.width, clean.height)


def test_even_noise_is_kept_small_enough_to_be_given_on() -> None:
    noise = Image.merge("RGB", [Image.effect_noise((2000, 2000), 255) for _ in range(3)])
    clean = take_in(saved(noise, "WEBP", quality=95))
    assert (clean.width, clean.height) == (2000, 2000)
    assert len(clean.data) <= MOST_KEPT_BYTES


def test_the_same_file_gives_the_same_picture() -> None:
    data = saved(sample(), "JPEG")
    assert take_in(data) == take_in(data)


# What is refused


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_moving_picture_is_refused(kind: str) -> None:
    data = saved(sample(), kind, save_all=True, append_images=[Image.new("RGB", (120, 80), "black")])
    assert "moving picture" in sentence_of(data)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "EPS", "PDF", "ICO", "PPM"])
def test_other_formats_are_refused_whatever_the_file_is_called(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(saved(sample(), kind))
    with pytest.raises(KnownError, match="not a picture that can be read here"):
        read_photograph(path)


def test_a_phone_format_is_named() -> None:
    assert "HEIC" in sentence_of(b"\0\0\0\x18ftypheic" + bytes(200))


@pytest.mark.parametrize("data", [b"", b"x", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg/>", bytes(5000)])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    sentence_of(data)


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES * 50)
    with pytest.raises(KnownError, match="larger than 10 MB"):
        read_photograph(path)


def test_a_place_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.jpg", tmp_path):
        with pytest.raises(KnownError, match="could not be read"):
            read_photograph(path)


@pytest.mark.parametrize(
    ("width", "height"), [(9000, 9000), (12000, 12000), (20000, 20000), (8001, 50), (2**31 - 1, 2**31 - 1)]
)
def test_a_bomb_is_refused_by_its_head(width: int, height: int) -> None:
    sentence_of(png_of(width, height, b"\0" * 1000))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of a process is read from Linux")
def test_a_bomb_takes_no_memory() -> None:
    # getrusage would count the peak of the process that started this one, so the kernel's own figure is read.
    code = (
        "from io import BytesIO; from pathlib import Path; from PIL import Image\n"
        "from painplanner.services.photographs import take_in; from painplanner.errors import KnownError\n"
        "b = BytesIO(); Image.new('L', (5000, 5000)).save(b, 'PNG'); take_in(b.getvalue())\n"
        "b = BytesIO(); Image.new('1', (9000, 9000)).save(b, 'PNG')\n"
        "try: take_in(b.getvalue())\n"
        "except KnownError: print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300_000


def test_too_small_a_picture_is_refused() -> None:
    assert "only 40 by 30 pixels" in sentence_of(saved(sample(40, 30), "PNG"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_was_not_copied_whole_is_refused(kind: str) -> None:
    noise = Image.effect_noise((200, 150), 80).convert("RGB")
    data = saved(noise, kind)
    for share in (0.02, 0.3, 0.6, 0.9):
        sentence_of(data[: int(len(data) * share)])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_damaged_file_is_a_picture_or_a_sentence_and_never_a_crash(kind: str) -> None:
    dice = random.Random(kind)
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "words"
    whole = saved(sample(), kind, exif=exif, icc_profile=SRGB)
    for _turn in range(400):
        data = bytearray(whole)
        for _n in range(dice.choice((1, 1, 3, 20))):
            data[dice.randrange(len(data))] = dice.randrange(256)
        with suppress(KnownError):
            opened(take_in(bytes(data)))


# Turning and cutting


def test_quarters_turn_clockwise() -> None:
    clean = take_in(saved(sample(), "PNG"))
    once = framed(clean, Framing(quarters=1))
    assert (once.width, once.height) == (80, 120)
    assert near(opened(once), (0.9, 0.5), BLUE)
    assert is_sample(opened(framed(clean, Framing(quarters=4))))
    assert is_sample(opened(framed(once, Framing(quarters=-1))))


def test_a_free_turn_lays_white_corners_bare() -> None:
    turned = opened(framed(take_in(saved(sample(), "PNG")), Framing(degrees=10)))
    assert turned.width > 120
    assert near(turned, (0.01, 0.99), WHITE)
    assert near(turned, (0.3, 0.6), RED)


def test_a_part_is_cut_out() -> None:
    part = framed(take_in(saved(sample(), "PNG")), Framing(left=0.5, top=0.25))
    assert (part.width, part.height) == (60, 60)
    assert near(opened(part), (0.5, 0.5), GREEN)


@pytest.mark.parametrize(
    "framing", [Framing(left=0.9), Framing(top=0.5, bottom=0.5), Framing(left=2, right=3), Framing(right=-1)]
)
def test_a_part_too_small_to_see_is_refused(framing: Framing) -> None:
    with pytest.raises(KnownError, match="Choose a larger part"):
        framed(take_in(saved(sample(), "PNG")), framing)


def png_of(width: int, height: int, raw: bytes, depth: int = 8, colour: int = 0) -> bytes:
    """Return a PNG whose head says what it likes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")
