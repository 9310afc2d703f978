"""The outside of a JPEG: whether it is one as photographs are kept, and its size; no pixel is decoded here.

Kept photographs are baseline JPEGs of three colours with nothing but what the picture needs: no words, no place, no
thumbnail, nothing behind the end. Whoever shows or prints one looks here first.
"""

from __future__ import annotations

import re

Size = tuple[int, int]
MOST_KEPT_BYTES = 3_000_000
_START, _END = b"\xff\xd8", b"\xff\xd9"
_TABLES = {0xDB, 0xC4}  # quantisation, Huffman
_FRAME, _SCAN, _JFIF = 0xC0, 0xDA, 0xE0
_JFIF_LENGTH = 16
_SCAN_LENGTH = 12
_MARKER = re.compile(rb"\xff[^\x00]")
_COLOURS = 3
_LONGEST_HEAD = 2_000
"""A head has some 620 bytes; one with room to hide something in is not ours."""


def clean_jpeg_size(data: bytes) -> Size | None:
    """Return width and height of a JPEG as it is kept, nothing for anything else."""
    if not data.startswith(_START):
        return None
    place, size = 2, None
    while place + 4 <= min(len(data), _LONGEST_HEAD):
        mark, kind, length = data[place], data[place + 1], _number(data, place + 2)
        part = data[place + 4 : place + 2 + length]
        if mark != 0xFF or length < 2 or len(part) != length - 2:
            return None
        place += 2 + length
        if kind == _SCAN:
            is_whole = length == _SCAN_LENGTH and _ends_at_its_end(data, place)
            return size if is_whole else None
        if kind == _FRAME and size is None:
            size = _frame_size(part)
        elif not (kind in _TABLES or (kind == _JFIF and length == _JFIF_LENGTH and part[:5] == b"JFIF\0")):
            return None
    return None


def _ends_at_its_end(data: bytes, place: int) -> bool:
    """Tell whether no marker stands in the pixels before the end mark, and nothing after it."""
    found = _MARKER.search(data, place)
    return found is not None and found.group() == _END and found.end() == len(data)


def _frame_size(part: bytes) -> Size | None:
    if len(part) != 6 + 3 * _COLOURS:
        return None
    height, width = _number(part, 1), _number(part, 3)
    return (width, height) if (part[0], part[5]) == (8, _COLOURS) and width and height else None


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 2], "big")
