"""Where this computer keeps fonts for scripts that Open Sans lacks; finding none is no fault."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

# Best first: wide families that agree with Open Sans, then what each system ships for one script or another.
_FAMILIES = (
    "NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansDevanagari", "NotoSansBengali", "NotoSansTamil",
    "NotoSansThai", "NotoSansArmenian", "NotoSansGeorgian", "NotoSansEthiopic", "NotoSansKhmer", "NotoSansCJK",
    "NotoSansSymbols", "segoeui", "arial", "Arial Unicode", "ebrima", "Nirmala", "leelawui", "gadugi", "mmrtext",
    "msyh", "malgun", "YuGoth", "SFArabic", "GeezaPro", "PingFang", "Hiragino Sans GB", "AppleSDGothicNeo",
    "Kohinoor", "ThonburiUI", "Thonburi", "DejaVuSans", "DroidSansFallback", "FreeSans", "unifont",
)  # fmt: skip
_PLAIN = ("regular", "book", "roman", "medium", "r", "vf", "wght", "wdthwght", "variablefontwght", "full", "")
_BOLD = ("bold", "bd", "b", "demi")
_SUFFIXES = {".ttf", ".otf", ".ttc"}
_UNFIT = ("italic", "oblique", "mono", "emoji", "symbol", "icon", "condensed", "narrow", "thin", "light", "black")
"""Words in the names of fonts that nobody reads a sentence in."""


def system_face_paths(*, bold: bool) -> tuple[tuple[Path, int, bool], ...]:
    """Return font files in the order to try them: path, index in the file, and whether it is bold itself."""
    plain, heavy = _installed()
    if not bold:
        return tuple((path, 0, False) for path in plain.values())
    return tuple((heavy.get(family, path), 0, family in heavy) for family, path in plain.items())


@lru_cache(maxsize=1)
def _installed() -> tuple[dict[str, Path], dict[str, Path]]:
    """Return the plain and the bold file of each family that is here: known ones first, the best of them first."""
    order = {_key(family): n for n, family in enumerate(_FAMILIES)}
    plain: dict[str, Path] = {}
    heavy: dict[str, Path] = {}
    for path in _files():
        family, style = _split(path.stem, order)
        if family and style in _PLAIN:
            plain.setdefault(family, path)
        elif family and style in _BOLD:
            heavy.setdefault(family, path)
        elif not family:
            _add_unknown(path, plain, heavy)
    return dict(sorted(plain.items(), key=lambda item: order.get(item[0], len(order)))), heavy


def _add_unknown(path: Path, plain: dict[str, Path], heavy: dict[str, Path]) -> None:
    """Keep a font of a family that this program does not know: it may be the only one for a rare script."""
    name = _key(path.stem)
    style = _key(path.stem.rpartition("-")[2])
    if style.endswith("ita") or any(word in name for word in _UNFIT):
        return
    if style in _BOLD:
        heavy.setdefault(name.removesuffix(style), path)
    else:
        plain.setdefault(name.removesuffix(style) if style in _PLAIN else name, path)


def _split(stem: str, order: dict[str, int]) -> tuple[str, str]:
    """Return the known family of a file's name and the style that is left of it."""
    key = _key(stem)
    for family in sorted(order, key=len, reverse=True):
        if key.startswith(family):
            return family, key[len(family) :].removeprefix("ui")
    return "", ""


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()


def _files() -> list[Path]:
    found: list[Path] = []
    for folder in _folders():
        for parent, _, names in os.walk(folder):
            found += (Path(parent, name) for name in names if Path(name).suffix.lower() in _SUFFIXES)
    return sorted(found)


def _folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        return [
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            home / "AppData/Local/Microsoft/Windows/Fonts",
        ]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"]
