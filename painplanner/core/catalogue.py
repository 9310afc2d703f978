"""The library as it is found and filtered: a short heading of every entry, each a bit at its place in order of name.

It may be asked at once and is filled as headings and texts come in; whole entries are not needed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from painplanner.core.fitness import questions_of
from painplanner.core.levels import levels_of
from painplanner.core.library import Intervention, Kind
from painplanner.core.search import Field, SearchIndex, fold, words_of
from painplanner.core.slips import bits_of, places_in
from painplanner.core.values import Value
from painplanner.core.word_table import WordTable

FACETS = ("kind", "region", "mechanism", "equipment", "position", "tag")


class Words(Value, frozen=True, array_like=True):
    """What an entry is found by in one language: its name, other names, and the words of its lines, folded."""

    lang: str
    name: str
    others: tuple[str, ...] = ()


class Heading(Value, frozen=True, array_like=True):
    """What lists, search and filters need of an entry; `asks` are the safety questions of its kind."""

    id: str
    kind: str
    words: tuple[Words, ...] = ()
    regions: tuple[str, ...] = ()
    mechanisms: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    position: str = ""
    contraindications: tuple[str, ...] = ()
    precautions: tuple[str, ...] = ()
    drug_classes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()


def heading_of(entry: Intervention) -> Heading:
    """Return the heading of an entry."""
    synonyms: dict[str, list[str]] = {}
    for word in entry.synonyms:
        synonyms.setdefault(word.lang, []).append(word.text)
    words = [
        Words(t.lang, t.name, (*((t.plain_name,) if t.plain_name else ()), *synonyms.pop(t.lang, ())))
        for t in entry.texts
    ]
    words += [Words(lang, "", tuple(others)) for lang, others in synonyms.items()]
    return Heading(
        entry.id,
        entry.kind.value,
        tuple(words),
        tuple(region.value for region in entry.regions),
        tuple(mechanism.value for mechanism in entry.mechanisms),
        entry.equipment,
        entry.position,
        entry.contraindications,
        entry.precautions,
        entry.drug_classes,
        questions_of(entry),
    )


def text_words(entry: Intervention) -> dict[str, str]:
    """Return the different words of the lines of an entry by language, folded."""
    return {t.lang: " ".join(dict.fromkeys(words_of(" ".join(line.text for line in t.lines)))) for t in entry.texts}


def name_in(names: Mapping[str, str], lang: str) -> str:
    """Return the name in a language, else in English, else the first one."""
    return names.get(lang) or names.get("en") or next(iter(names.values()), "")


class Catalogue:
    """Names in order, the index of their words, and which entry has which kind, region, caution and so on."""

    def __init__(self, names: Mapping[str, Mapping[str, str]], lang: str) -> None:
        """Take the names of every entry by language; they can be found at once."""
        shown = {one: name_in(by_lang, lang) for one, by_lang in names.items()}
        in_order = sorted(shown, key=lambda one: (fold(shown[one]), one))
        self.lang = lang
        self.ids = tuple(in_order)
        self.names = tuple(shown[one] for one in in_order)
        self.place = {one: place for place, one in enumerate(in_order)}
        self.headings: list[Heading | None] = [None] * len(in_order)
        self.index = SearchIndex(ids=self.ids)
        self._facets = WordTable(len(in_order))
        self.everything = (1 << len(in_order)) - 1
        for place, one in enumerate(in_order):
            self._add_names(place, names[one])

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.ids)

    def _add_names(self, place: int, by_lang: Mapping[str, str]) -> None:
        mine = [by_lang[lang] for lang in dict.fromkeys((self.lang, "en")) if by_lang.get(lang)]
        self.index.add(place, Field.NAME, mine)
        self.index.add(
            place, Field.OTHER_NAME, [name for lang, name in by_lang.items() if lang not in (self.lang, "en")]
        )

    def add(self, heading: Heading, tags: Iterable[str] = ()) -> None:
        """Take in a heading and this practice's tags."""
        place = self.place[heading.id]
        self.headings[place] = heading
        for words in heading.words:
            is_mine = words.lang in (self.lang, "en")
            self.index.add(place, Field.SYNONYM if is_mine else Field.OTHER_SYNONYM, words.others)
        filed = (heading.kind, *heading.regions)
        self.index.add(place, Field.TAG, (*tags, *(word.replace("_", " ").replace("-", " ") for word in filed)))
        if heading.kind in (Kind.PROCEDURE, Kind.DIAGNOSTIC):
            self.index.add_levels(place, levels_of(heading.regions))
        self._facets.add(place, _facets_of(heading, tags))

    def add_text(self, entry_id: str, words: Mapping[str, str]) -> None:
        """Take in the words of an entry's lines by language."""
        place = self.place[entry_id]
        for lang, folded in words.items():
            field = Field.TEXT if lang in (self.lang, "en") else Field.OTHER_TEXT
            self.index.add_words(place, field, folded.split())

    def having(self, facet: str, values: Iterable[str]) -> int:
        """Return the entries that have one of the values of a facet."""
        found = 0
        for value in values:
            found |= self._facets.whole(f"{facet} {value}")
        return found

    def known_values(self, facet: str) -> tuple[str, ...]:
        """Return which values of a facet there are, in order."""
        lead = f"{facet} "
        return tuple(word.removeprefix(lead) for word in self._facets.words if word.startswith(lead))

    def bits(self, entry_ids: Iterable[str]) -> int:
        """Return the bits of entries, those that are not there left out."""
        return bits_of([self.place[one] for one in entry_ids if one in self.place], len(self))

    def ids_of(self, bits: int) -> tuple[str, ...]:
        """Return the entries of bits in the order of names."""
        return tuple(self.ids[place] for place in places_in(bits))


def _facets_of(heading: Heading, tags: Iterable[str]) -> Iterable[str]:
    yield f"kind {heading.kind}"
    if heading.position:
        yield f"position {heading.position}"
    for facet, values in (
        ("region", heading.regions),
        ("mechanism", heading.mechanisms),
        ("equipment", heading.equipment),
        ("tag", tags),
        ("against", heading.contraindications),
        ("needed", (*heading.contraindications, *heading.precautions, *heading.asks)),
        ("class", heading.drug_classes),
    ):
        for value in values:
            yield f"{facet} {value}"
