"""How it is said what a paper lacks in its language: where words are missing, and what cannot be printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from painplanner.core.plan import LineKind
from painplanner.text import _, ngettext

_EXCERPT = 40


def whole_words(place: str) -> str:
    """Return that none of something's words are there in the language."""
    return _("{place}: all its words").format(place=place)


def parts_words(place: str, kinds: Sequence[LineKind]) -> str:
    """Return which parts of something's words are not there in the language."""
    parts = dict.fromkeys(line_words(kind) for kind in kinds)
    return _("{place}: {parts}").format(place=place, parts=", ".join(parts))


def line_words(kind: LineKind) -> str:
    """Return what lines of a kind tell the patient."""
    return {
        LineKind.SETUP: _("how to do it"),
        LineKind.STEP: _("how to do it"),
        LineKind.CUE: _("what to look out for"),
        LineKind.BREATHING: _("how to breathe"),
        LineKind.SAFETY: _("when to be careful"),
        LineKind.BENEFIT: _("what it is good for"),
        LineKind.RISK: _("what can go wrong"),
        LineKind.PREPARE: _("how to get ready"),
        LineKind.AFTERCARE: _("what to do afterwards"),
        LineKind.CALL: _("when to call"),
        LineKind.INFO: _("what to know about it"),
    }[kind]


def named_words(what: str, name: str) -> str:
    """Return something by what it is and its name, by what it is alone while it has none."""
    return _("{what} “{name}”").format(what=what, name=excerpt(name)) if name.strip() else what


def fixed_words(lacked: Sequence[str], *, has_any: bool) -> str:
    """Return that sentences of the program itself are not there in the language."""
    if not has_any:
        return _("The program’s own sentences: there are none in this language, all of them print in English")
    text = ngettext(
        "{n} sentence of the program: “{text}”", "{n} sentences of the program, such as “{text}”", len(lacked)
    )
    return text.format(n=len(lacked), text=excerpt(lacked[0]))


def excerpt(text: str) -> str:
    """Return the beginning of a text, whole words of it."""
    clean = " ".join(text.split())
    return clean if len(clean) <= _EXCERPT else clean[:_EXCERPT].rsplit(" ", 1)[0] + " …"


def unprintable_words(text: str, characters: Sequence[str], scripts: Sequence[str]) -> str:
    """Return that no font has some characters of a text, what they are, and what to do."""
    shown = " ".join(characters[:8]) + (" …" if len(characters) > 8 else "")
    return _(
        "“{text}” has signs that no font on this computer has: {signs} ({scripts}). They would print as empty boxes. "
        "Install a font for this script and start the program again, or write it in other letters."
    ).format(text=excerpt(text), signs=shown, scripts=", ".join(scripts))


def script_of(character: str) -> str:
    """Return the script of a character in words, its number where it has no name."""
    name = unicodedata.name(character, "")
    known = {
        "CJK": _("Chinese"),
        "HIRAGANA": _("Japanese"),
        "KATAKANA": _("Japanese"),
        "HANGUL": _("Korean"),
        "DEVANAGARI": _("Devanagari, such as Hindi"),
        "ARABIC": _("Arabic"),
        "HEBREW": _("Hebrew"),
        "THAI": _("Thai"),
        "BENGALI": _("Bengali"),
        "TAMIL": _("Tamil"),
        "KHMER": _("Khmer"),
        "MYANMAR": _("Burmese"),
        "GURMUKHI": _("Gurmukhi, such as Punjabi"),
        "GUJARATI": _("Gujarati"),
        "TELUGU": _("Telugu"),
        "ETHIOPIC": _("Ethiopic, such as Amharic"),
        "LAO": _("Lao"),
        "GEORGIAN": _("Georgian"),
        "ARMENIAN": _("Armenian"),
    }
    if unicodedata.category(character) == "So":
        return _("pictures and symbols")
    return known.get(name.split(" ", 1)[0], "") or name.split(" ", 1)[0].capitalize() or f"U+{ord(character):04X}"
