"""A large library for benchmarks: ten thousand entries made from the shipped ones, with other names and other words."""

from __future__ import annotations

from random import Random

from painplanner.core.library import Intervention, Library
from painplanner.core.plan import Line, Texts
from painplanner.core.values import LangText, replace

_STARTS = (
    "b",
    "br",
    "c",
    "d",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "st",
    "t",
    "v",
)
_ENDS = ("a", "e", "i", "o", "an", "en", "um")
_WORDS = 6000


def many(library: Library, count: int = 10_000) -> Library:
    """Return a library of so many entries under the version of the shipped ones, which stay among them."""
    dice = Random(7)
    parts = [start + end for start in _STARTS for end in _ENDS]
    words = ["".join(dice.choice(parts) for _ in range(dice.randint(2, 4))) for _ in range(_WORDS)]
    shipped = list(library.entries.values())
    entries = dict(library.entries)
    for n in range(count - len(shipped)):
        entry = _other(shipped[n % len(shipped)], n, dice, words)
        entries[entry.id] = entry
    return Library(
        version=library.version,
        entries=entries,
        templates=library.templates,
        measures=library.measures,
        figures=library.figures,
    )


def _other(entry: Intervention, n: int, dice: Random, words: list[str]) -> Intervention:
    texts = tuple(_other_texts(one, dice, words) for one in entry.texts)
    synonyms = tuple(LangText(lang=s.lang, text=_mixed(s.text, dice, words, 0.5)) for s in entry.synonyms)
    return replace(entry, id=f"{entry.kind.value}.many_{n}", texts=texts, synonyms=synonyms, harder="", easier="")


def _other_texts(texts: Texts, dice: Random, words: list[str]) -> Texts:
    lines = tuple(Line(kind=line.kind, text=_mixed(line.text, dice, words, 0.15)) for line in texts.lines)
    name = f"{_mixed(texts.name, dice, words, 0.25)} {dice.choice(words)}"
    return Texts(lang=texts.lang, name=name, plain_name=_mixed(texts.plain_name, dice, words, 0.3), lines=lines)


def _mixed(text: str, dice: Random, words: list[str], share: float) -> str:
    """Put other words in the place of some."""
    return " ".join(dice.choice(words) if dice.random() < share else word for word in text.split())
