"""What the Matterhorn Protocol lets a program test of fonts: each glyph is in the file and stands for a character."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
from documents.pdf.opened import Opened

_MEANING = re.compile(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_CMAPS = {"/Identity-H", "/Identity-V"}


def no_meaning(file: Opened) -> list[str]:
    return [
        f"{name}: {code:04X}" for name, codes in file.codes.items() for code in codes - _meanings(file, name).keys()
    ]


def glyphs_by_no_number(file: Opened) -> list[str]:
    kinds = {name: _inner(font).get("/CIDToGIDMap") for name, font in file.fonts.items()}
    return [name for name, one in kinds.items() if not (isinstance(one, pikepdf.Stream) or str(one) == "/Identity")]


def strange_codes(file: Opened) -> list[str]:
    return [name for name, font in file.fonts.items() if str(font.get("/Encoding", "")) not in _CMAPS]


def not_embedded(file: Opened) -> list[str]:
    return [name for name, font in file.fonts.items() if "/FontFile2" not in _inner(font).FontDescriptor]


def missing_glyphs(file: Opened) -> list[str]:
    shown = {name: max(codes, default=0) for name, codes in _all_codes(file).items()}
    return [name for name, most in shown.items() if most >= _glyph_count(file.fonts[name])]


def no_table_of_meanings(file: Opened) -> list[str]:
    return [name for name, font in file.fonts.items() if "/ToUnicode" not in font]


def meanings_of_zero(file: Opened) -> list[str]:
    return [name for name in file.fonts if any("\0" in meaning for meaning in _meanings(file, name).values())]


def meanings_of_nothing(file: Opened) -> list[str]:
    return [
        name for name in file.fonts if any(set("\ufeff\ufffe") & set(one) for one in _meanings(file, name).values())
    ]


def empty_boxes(file: Opened) -> list[str]:
    return [name for name, codes in _all_codes(file).items() if 0 in codes]


def _meanings(file: Opened, name: str) -> dict[int, str]:
    if "/ToUnicode" not in file.fonts[name]:
        return {}
    table = file.fonts[name].ToUnicode.read_bytes().decode("ascii").split("beginbfchar", 1)[-1]
    return {int(code, 16): bytes.fromhex(said).decode("utf-16-be") for code, said in _MEANING.findall(table)}


def _all_codes(file: Opened) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for step in (one for page in file.pages for one in page if one.font):
        found.setdefault(step.font, set()).update(step.codes)
    return found


def _inner(font: Any) -> Any:
    return font.DescendantFonts[0]


def _glyph_count(font: Any) -> int:
    """Return how many glyphs the font's file says that it has."""
    data = _inner(font).FontDescriptor.FontFile2.read_bytes()
    tables = {data[n : n + 4]: int.from_bytes(data[n + 8 : n + 12], "big") for n in range(12, 12 + 16 * data[5], 16)}
    start = tables[b"maxp"] + 4
    return int.from_bytes(data[start : start + 2], "big")
