"""A language that nobody wrote: Hebrew letters stand for Latin ones, sign for sign, so that what it says can be told.

It runs from right to left, has three plural forms, and is made anew from the words of the papers whenever it is asked
for; a further language needs no more than this: a catalogue, and texts beside those of the library.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Container
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
from documents.messages import messages_of_papers

from painplanner.core.plan import Line, Texts
from painplanner.core.values import LangText

ROOT = Path(__file__).parents[2]
LANG = "he-x-pseudo"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשתךםןף"
_TO = str.maketrans(_LATIN + _LATIN.upper(), _HEBREW + _HEBREW)
_BACK = str.maketrans(_HEBREW, _LATIN)
_TWO = "ץ"
"""Stands in the form for two, so that a test sees which form was taken."""
_HEAD = """msgid ""
msgstr ""
"Language: he\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);\\n"
"""
_TYPED = {
    "title", "text", "note", "activity", "reason", "plain_title", "why", "words", "how", "on_what", "with_food",
}  # fmt: skip
"""Fields that a person types into a plan, in the language of the patient."""


def said(text: str) -> str:
    """Return a text in the language; what is filled in later stays."""
    return "".join(part if part.startswith("{") else part.translate(_TO) for part in re.split(r"(\{\w*\})", text))


def meant(text: str) -> str:
    """Return what a text of the language means, in small letters."""
    return text.replace(_TWO, "").translate(_BACK).lower()


def write_catalogue(folder: Path, *, but_for: Container[str] = ()) -> None:
    """Write the compiled catalogue of the language into a folder of translations, but for some messages."""
    entries = [_HEAD]
    for call, *words in sorted(set(messages_of_papers())):
        if words[-1] in but_for:
            continue
        if call == "ngettext":
            one, many = words
            forms = (said(one), said(many) + _TWO, said(many))
            shown = "".join(f"msgstr[{n}] {_quoted(form)}\n" for n, form in enumerate(forms))
            entries.append(f"msgid {_quoted(one)}\nmsgid_plural {_quoted(many)}\n{shown}")
        else:
            context = f"msgctxt {_quoted(words[0])}\n" if call == "pgettext" else ""
            entries.append(f"{context}msgid {_quoted(words[-1])}\nmsgstr {_quoted(said(words[-1]))}\n")
    target = folder / "he_x_pseudo" / "LC_MESSAGES" / "painplanner.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(_tool().compiled("\n".join(entries)))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def translated(value: Any) -> Any:
    """Return a value of the product with a text in the language beside each English one, and in it what was typed."""
    if isinstance(value, dict):
        return {key: translated(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return _with_ours(tuple(map(translated, value)))
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **{name: _field(name, value) for name in value.__struct_fields__})
    return value


def _field(name: str, owner: msgspec.Struct) -> Any:
    value = getattr(owner, name)
    is_typed = name in _TYPED and isinstance(value, str) and not isinstance(owner, LangText | Line | Texts)
    return said(value) if is_typed else translated(value)


def _with_ours(values: tuple[Any, ...]) -> tuple[Any, ...]:
    english = next((one for one in values if isinstance(one, LangText | Texts) and one.lang == "en"), None)
    if isinstance(english, LangText):
        return (*values, LangText(lang=LANG, text=said(english.text)))
    if isinstance(english, Texts):
        lines = tuple(msgspec.structs.replace(line, text=said(line.text)) for line in english.lines)
        own = {"lang": LANG, "name": said(english.name), "plain_name": said(english.plain_name), "lines": lines}
        return (*values, msgspec.structs.replace(english, **own))
    return values
