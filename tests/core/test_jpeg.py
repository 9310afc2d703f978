"""The outside of a JPEG is told from its bytes alone: one as it is kept, or none."""

from __future__ import annotations

from io import BytesIO

import pytest
from core.photographed import TALL, WIDE, jpeg
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from painplanner.core.jpeg import clean_jpeg_size

ONE = jpeg(WIDE)


@pytest.mark.parametrize("size", [WIDE, TALL, (1, 1), (2000, 2000)])
def test_a_kept_jpeg_says_its_size(size: tuple[int, int]) -> None:
    assert clean_jpeg_size(jpeg(size)) == size


@pytest.mark.parametrize(
    "how", [{"progressive": True}, {"exif": b"Exif\0\0x"}, {"comment": b"x"}, {"icc_profile": b"x"}, {"xmp": b"x"}]
)
def test_one_with_more_than_its_picture_is_not_as_it_is_kept(how: dict[str, object]) -> None:
    assert clean_jpeg_size(jpeg(WIDE, **how)) is None


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_other_colours_than_three_are_not_as_they_are_kept(mode: str) -> None:
    buffer = BytesIO()
    Image.new(mode, WIDE).save(buffer, "JPEG")
    assert clean_jpeg_size(buffer.getvalue()) is None


def test_one_that_is_cut_short_or_goes_on_is_none() -> None:
    assert not any(clean_jpeg_size(ONE[:n]) for n in range(len(ONE)))
    for more in (b"\0", ONE, b"\xff\xd9", b"PK\x03\x04"):
        assert clean_jpeg_size(ONE + more) is None


@given(st.binary(max_size=200), st.integers(0, 700), st.integers(0, 40))
def test_whatever_the_bytes_are_there_is_an_answer(junk: bytes, place: int, cut: int) -> None:
    for data in (junk, b"\xff\xd8" + junk, ONE[:place] + junk + ONE[place + cut :]):
        size = clean_jpeg_size(data)
        assert size is None or min(size) > 0
