"""A logo is kept as small as it is printed, and is clean like every picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from core.photographed import jpeg

from painplanner.core.jpeg import clean_jpeg_size
from painplanner.services.logos import MOST, read_logo, small
from painplanner.services.photographs import CleanPicture


@pytest.mark.parametrize("size", [(2000, 1500), (2000, 60), (60, 2000), (900, 301)])
def test_a_large_picture_is_made_small_in_its_shape(size: tuple[int, int]) -> None:
    made = small(CleanPicture(jpeg(size), *size))
    assert clean_jpeg_size(made.data) == (made.width, made.height)
    assert made.width <= MOST[0]
    assert made.height <= MOST[1]
    assert made.width / made.height == pytest.approx(size[0] / size[1], rel=0.15)


def test_a_small_picture_stays_as_it_was_taken_in() -> None:
    before = CleanPicture(jpeg((400, 200)), 400, 200)
    assert small(before) is before


def test_a_file_is_taken_in_and_made_small(tmp_path: Path) -> None:
    path = tmp_path / "logo.jpg"
    path.write_bytes(jpeg((1600, 1200)))
    assert read_logo(path).height == 300
