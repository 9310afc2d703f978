"""The typefaces of a paper and how they shape words: Open Sans, and what the computer has for scripts it lacks.

Faces are opened once and when first needed. What is embedded in a file is made in font_objects.
"""

# pyright: reportAttributeAccessIssue=false
# (the names of the shaping library come from a compiled module that tells no types)

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from struct import unpack
from typing import NamedTuple
from unicodedata import normalize

import uharfbuzz as hb

from painplanner.documents.pdf.system_fonts import system_face_paths

_UNUSED = [
    int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"OS/2", b"name", b"post", b"DSIG", b"kern")
]

_FORMS = frozenset((*range(0xFB1D, 0xFE00), *range(0xFE70, 0xFEFF)))
"""Letters of Hebrew and Arabic in the form that a place gives them, as characters of their own."""


class Glyph(NamedTuple):
    """One shaped glyph; lengths in thousandths of the type size."""

    id: int
    cluster: int
    advance: float
    dx: float
    dy: float


class Face:
    """One font file: which characters it has, how wide its glyphs are, and how it shapes words."""

    def __init__(
        self, path: Path, name: str, *, index: int = 0, is_heavier: bool = False, is_plain: bool = False
    ) -> None:
        self.name = name
        self.is_heavier = is_heavier
        self._hb = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self._font = hb.Font(self._hb)
        self._scale = 1000 / self._hb.upem
        self._widths: dict[int, float] = {}
        # One glyph for each character where the script allows it: what is copied out or read aloud stays the words.
        self._features = {"liga": False, "clig": False, "dlig": False} if is_plain else {}

    @property
    def is_drawable(self) -> bool:
        """Return whether it has outlines that a file can carry."""
        return bool({"glyf", "CFF "} & set(self._hb.table_tags))

    def cut(self, glyphs: frozenset[int]) -> tuple[bytes, bool]:
        """Return a font program of some glyphs under their own numbers, and whether it is TrueType."""
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set(glyphs)
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_UNUSED)
        flags = hb.SubsetFlags
        wanted.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.CFF_IDENTITY_CHARSET | flags.NOTDEF_OUTLINE
        if self._hb.has_var_data:
            wanted.pin_all_axes_to_default(self._hb)
        made = hb.subset(self._hb, wanted)
        is_truetype = "glyf" in made.table_tags
        return bytes((made.blob if is_truetype else made.reference_table("CFF ")).data), is_truetype

    @cached_property
    def characters(self) -> frozenset[int]:
        """Return the code points it has glyphs for."""
        return frozenset(self._hb.unicodes)

    @cached_property
    def meanings(self) -> dict[int, str]:
        """Return for each glyph the first character that it stands for, a letter whatever form its place gives it."""
        found: dict[int, str] = {}
        for code in sorted(self.characters):
            glyph = self._font.get_nominal_glyph(code)
            if glyph is not None:
                found.setdefault(glyph, normalize("NFKC", chr(code)) if code in _FORMS else chr(code))
        return found

    def learn(self, glyphs: Sequence[Glyph], text: str) -> None:
        """Take over what glyphs of a run from right to left stand for where no character leads to them.

        What is known stays: a bracket that is turned over in such a run is still the other bracket in all papers.
        """
        starts = sorted({glyph.cluster for glyph in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        for glyph in glyphs:
            self.meanings.setdefault(glyph.id, text[glyph.cluster : ends[glyph.cluster]])

    @cached_property
    def ascent(self) -> int:
        """Return the height above the baseline in thousandths of the type size."""
        return round(self._font.get_font_extents("ltr").ascender * self._scale)

    @cached_property
    def descent(self) -> int:
        """Return the depth below the baseline, a negative number."""
        return round(self._font.get_font_extents("ltr").descender * self._scale)

    @cached_property
    def cap_height(self) -> int:
        """Return the height of a capital letter."""
        glyph = self._font.get_nominal_glyph(ord("H"))
        extents = self._font.get_glyph_extents(glyph) if glyph is not None else None
        return round(extents.y_bearing * self._scale) if extents else self.ascent

    @cached_property
    def box(self) -> list[int]:
        """Return the box that holds every glyph: left, bottom, right, top."""
        head = self._hb.reference_table("head").data
        return [round(n * self._scale) for n in unpack(">4h", head[36:44])]

    def width(self, glyph: int) -> float:
        """Return the width of a glyph in thousandths of the type size."""
        width = self._widths.get(glyph)
        if width is None:
            width = self._widths[glyph] = round(self._font.get_glyph_h_advance(glyph) * self._scale, 2)
        return width

    def shape(self, text: str, *, rightwards: bool = True) -> list[Glyph]:
        """Return the glyphs of a run of one script in the order in which they stand on the page."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        if not rightwards:
            buffer.direction = "rtl"
            buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self._font, buffer, self._features)
        scale = self._scale
        return [
            Glyph(info.codepoint, info.cluster, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]


def face_of(character: str, *, bold: bool) -> Face:
    """Return the face that has a character; the first face, with its empty box, when none has."""
    first = open_sans(bold=bold)
    if ord(character) in first.characters:
        return first
    return _fallback(ord(character), bold) or first


@lru_cache(maxsize=2)
def open_sans(*, bold: bool) -> Face:
    """Return Open Sans."""
    found = find_spec("ttf_opensans")
    if found is None or found.origin is None:  # pragma: no cover  (part of the program)
        raise FileNotFoundError("ttf-opensans")
    name = "OpenSans-Bold" if bold else "OpenSans-Regular"
    return Face(Path(found.origin).parent / "ttf" / f"{name}.ttf", name, is_plain=True)


@lru_cache(maxsize=4096)
def _fallback(code: int, bold: bool) -> Face | None:
    for path, index, is_bold in system_face_paths(bold=bold):
        face = _opened(path, index, bold and not is_bold)
        if face is not None and code in face.characters:
            return face
    return None


@lru_cache(maxsize=256)
def _opened(path: Path, index: int, is_heavier: bool) -> Face | None:
    name = "".join(sign for sign in path.stem if sign.isascii() and (sign.isalnum() or sign == "-"))
    try:
        face = Face(path, f"{name}-Heavier" if is_heavier else name, index=index, is_heavier=is_heavier)
    except (OSError, hb.HarfBuzzError):
        return None
    return face if face.is_drawable and face.characters else None
