"""A file that hangs, crashes or floods its reader costs one answer and nothing else."""

from __future__ import annotations

import ctypes
import sys
from io import BytesIO

import pytest
from PIL import Image

from painplanner.errors import KnownError
from painplanner.services.apart import Lost, apart
from painplanner.services.photographs import take_in, take_in_apart


def turned(data: bytes) -> bytes:
    return data[::-1]


def refuses(data: bytes) -> bytes:
    raise KnownError(f"No {data.decode()}.")


def hangs(_data: bytes) -> bytes:
    while True:
        pass


def crashes(_data: bytes) -> bytes:
    return ctypes.string_at(0)


def floods(_data: bytes) -> int:
    return len(bytes(3 * 1024**3))


def fails(_data: bytes) -> bytes:
    raise RuntimeError("unforeseen")


def test_an_answer_and_a_refusal_come_back() -> None:
    assert apart(turned, b"abc") == b"cba"
    with pytest.raises(KnownError, match="No tea"):
        apart(refuses, b"tea")


@pytest.mark.parametrize("work", [crashes, fails])
def test_what_breaks_apart_breaks_nothing_here(work: object, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Lost):
        apart(work, b"")  # type: ignore[arg-type]
    capfd.readouterr()


def test_what_hangs_is_ended() -> None:
    with pytest.raises(Lost):
        apart(hangs, b"", seconds=2)


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot bound its own memory there")
def test_a_flood_is_stopped(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Lost):
        apart(floods, b"")
    capfd.readouterr()


def test_a_photograph_taken_in_apart_is_the_same_or_the_same_sentence() -> None:
    buffer = BytesIO()
    Image.new("RGB", (4000, 3000), "#408080").save(buffer, "JPEG")
    assert take_in_apart(buffer.getvalue()) == take_in(buffer.getvalue())
    with pytest.raises(KnownError, match="not a picture that can be read here"):
        take_in_apart(b"GIF89a" * 9)
