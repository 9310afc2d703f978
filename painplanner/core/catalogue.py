"""The library as it is found and filtered: a short heading of every entry, each a bit at its place in order of name.

It may be asked at once and is filled as headings and texts come in; whole entries are not needed here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from painplanner.core.fitness import needed_of, questions_of
from painplanner.core.levels import levels_of
from painplanner.core.library import Intervention, Kind
from painplanner.core.plan import texts_in
from painplanner.core.search import Field, SearchIndex, words_of
from painplanner.core.slips import bits_of
from painplanner.core.values import Value
from painplanner.core.word_table import WordTable

T = TypeVar("T")
FACETS = ("kind", "region", "mechanism", "equipment", "position", "tag")
_PELVIS = "pelvis"
_NEEDLE = "blood-thinner"
"""What every procedure and block asks, and of the diagnostics only blocks."""


class Words(Value, frozen=True, array_like=True, gc=False):
    """What an entry is found by in one language: its name, other names, and the words of its lines, folded."""

    lang: str
    name: str
    others: tuple[str, ...] = ()


class Heading(Value, frozen=True, array_like=True, gc=False):
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


def name_in(names: Mapping[str, T], lang: str) -> T:
    """Return what stands under a language, else under English, else the first one."""
    return names.get(lang) or names.get("en") or next(iter(names.values()))


class Called(NamedTuple):
    """How an entry is called in one language: its name, and the name's folded words as one line."""

    id: str
    name: str
    line: str


def called_in(entries: Iterable[Intervention], lang: str) -> list[Called]:
    """Return how entries are called in a language, else in English, in order of name."""
    names = ((entry.id, texts_in(entry.texts, lang).name) for entry in entries)
    return in_order(Called(one, name, " ".join(words_of(name))) for one, name in names)


def in_order(called: Iterable[Called]) -> list[Called]:
    """Return names in their order."""
    return sorted(called, key=lambda one: (one.line, one.id))


class Catalogue:
    """Names in order, the index of their words, and which entry has which kind, region, caution and so on.

    `read` are the entries whose heading was taken in.
    """

    def __init__(self, called: Sequence[Called], lang: str, said: Mapping[str, str] | None = None) -> None:
        """Take how every entry is called, in order of name; `said` says facets ("region lumbar") in words."""
        self.lang = lang
        self._said = said or {}
        self.ids = tuple(one.id for one in called)
        self.names = tuple(one.name for one in called)
        self.place = {one: place for place, one in enumerate(self.ids)}
        self.headings: list[Heading | None] = [None] * len(called)
        self.everything = (1 << len(called)) - 1
        self.read = 0
        self._index = SearchIndex(ids=self.ids)
        self._facets = WordTable(len(called))
        self._to_name = deque(enumerate(one.line for one in called))

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.ids)

    @property
    def index(self) -> SearchIndex:
        """Return the index, by which at least every name is found."""
        self.take_names(len(self))
        return self._index

    def take_names(self, count: int) -> bool:
        """Take so many more names into the index; tell whether there were any."""
        taken = min(count, len(self._to_name))
        for _n in range(taken):
            place, line = self._to_name.popleft()
            self._index.add_lines(place, Field.NAME, (line.split(),))
        return taken > 0

    def add(self, heading: Heading, tags: Iterable[str] = ()) -> None:
        """Take in a heading and this practice's tags."""
        place, index = self.place[heading.id], self._index
        self.headings[place] = heading
        self.read |= 1 << place
        for words in heading.words:
            self._add_words(place, words)
        facets = tuple(_facets_of(heading, tags))
        said = (self._said[facet] for facet in facets if facet in self._said)
        filed = (word.replace("_", " ").replace("-", " ") for word in (heading.kind, *heading.regions))
        index.add(place, Field.TAG, (*tags, *filed, *said))
        if heading.kind in (Kind.PROCEDURE, Kind.DIAGNOSTIC):
            # A needle that also concerns the pelvis (caudal) goes in below the spine's levels, whichever is meant.
            at_level = _NEEDLE in heading.asks and _PELVIS not in heading.regions
            index.add_levels(place, levels_of(heading.regions), is_done_there=at_level)
        self._facets.add(place, facets)

    def _add_words(self, place: int, words: Words) -> None:
        """Take in names: English is found beside the language of the practice, after the names in that language."""
        index, is_mine = self._index, words.lang in (self.lang, "en")
        if words.name == self.names[place]:
            index.add_joined(place, Field.NAME, (words.name,))
        elif words.name:
            index.add(place, Field.ENGLISH_NAME if is_mine else Field.OTHER_NAME, (words.name,))
        index.add(place, Field.SYNONYM if is_mine else Field.OTHER_SYNONYM, words.others)

    def add_text(self, entry_id: str, words: Mapping[str, str]) -> None:
        """Take in the words of an entry's lines by language."""
        place = self.place[entry_id]
        for lang, folded in words.items():
            field = Field.TEXT if lang in (self.lang, "en") else Field.OTHER_TEXT
            self._index.add_words(place, field, folded.split())

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
        ("needed", needed_of(heading, heading.asks)),
        ("class", heading.drug_classes),
    ):
        for value in values:
            yield f"{facet} {value}"
