"""Which entries of the library are offered and in which order: words typed, filters, what suits the patient, habits.

Pure, over a catalogue of headings; pages show it. Each entry that is offered says how it suits the patient.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from painplanner.core.catalogue import FACETS, Catalogue, Heading
from painplanner.core.codes import DRUG_CLASSES, allergy_matches
from painplanner.core.fitness import CLEAR, Fitness, answers_of, coded_allergies, fitness_of
from painplanner.core.library import Template
from painplanner.core.patient import Patient
from painplanner.core.plan import texts_in
from painplanner.core.search import Group, words_of
from painplanner.core.slips import places_in
from painplanner.core.values import Answer, Region

FOUND_LIMIT = 1000
RECENT_LIMIT = 12
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Filters:
    """What is asked for; an empty set lets everything through, and filters combine."""

    text: str = ""
    kinds: frozenset[str] = _NONE
    regions: frozenset[str] = _NONE
    mechanisms: frozenset[str] = _NONE
    equipment: frozenset[str] = _NONE
    positions: frozenset[str] = _NONE
    tags: frozenset[str] = _NONE
    favourites: bool = False
    fits_patient: bool = False
    fits_plan: bool = False
    own_only: bool = False
    with_hidden: bool = False

    @property
    def is_narrow(self) -> bool:
        """Tell whether anything but the words narrows the list."""
        return replace(self, text="", with_hidden=False) != Filters()


@dataclass(frozen=True)
class Habits:
    """What this clinician likes, used last (newest first), and how often used."""

    favourites: frozenset[str] = _NONE
    recent: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict[str, int])

    def scores(self) -> dict[str, float]:
        """Return how much each entry is reached for: a star, then how lately, then how often."""
        last = len(self.recent)
        found = {one: min(1.0, math.log10(1 + count) / 2) for one, count in self.counts.items()}
        for place, one in enumerate(self.recent):
            found[one] = found.get(one, 0.0) + 1.0 + (last - place) / (last + 1)
        for one in self.favourites:
            found[one] = found.get(one, 0.0) + 4.0
        return found


class Found(NamedTuple):
    """One entry that is offered."""

    id: str
    fitness: Fitness = CLEAR


class Shown(NamedTuple):
    """A list: the best ones, how many there are in all, and how many more wait for which safety questions.

    `is_partial` where no entry that is shown holds every word.
    """

    found: tuple[Found, ...] = ()
    total: int = 0
    waiting: int = 0
    questions: tuple[str, ...] = ()
    is_partial: bool = False


class Shelf:
    """A catalogue in the light of one clinician, and of a patient and the painful region where there is a plan."""

    def __init__(
        self,
        catalogue: Catalogue,
        habits: Habits | None = None,
        *,
        patient: Patient | None = None,
        region: Region | None = None,
        own: Collection[str] = (),
        hidden: Collection[str] = (),
    ) -> None:
        """Take what the order and the filters depend on."""
        self.catalogue = catalogue
        self.habits = habits or Habits()
        self.patient, self.region = patient, region
        self._own, self._hidden = own, hidden
        self._last_sight: _Sight | None = None

    def shown(self, filters: Filters, limit: int = FOUND_LIMIT) -> tuple[Found, ...]:
        """Return the entries that pass, best first."""
        return self.look(filters, limit).found

    def look(self, filters: Filters, limit: int = FOUND_LIMIT) -> Shown:
        """Return the entries that pass, best first: by the words typed, then by habit, then by name."""
        passing = self._passing(filters)
        open_ones = self._sight.unasked & ~self._sight.against if filters.fits_patient else 0
        places: list[int] = []
        total = waiting = 0
        is_partial = False
        for group in self._groups(filters.text):
            ordered = tuple(bits & passing & ~open_ones for bits in group.parts)
            for bits in group.parts:
                waiting |= bits & passing & open_ones
            is_partial = is_partial if total else group.is_partial
            total += sum(bits.bit_count() for bits in ordered)
            if len(places) < limit:
                places += self._in_order(ordered, limit - len(places))
        found = tuple(Found(self.catalogue.ids[place], self._fitness(place)) for place in places[: max(0, limit)])
        return Shown(found, total, waiting.bit_count(), self._questions(waiting), is_partial)

    def facets(self) -> dict[str, tuple[str, ...]]:
        """Return which kinds, regions, mechanisms, equipment, positions and tags there are."""
        return {facet: self.catalogue.known_values(facet) for facet in FACETS}

    def fitness(self, entry_id: str) -> Fitness:
        """Return how an entry suits the patient."""
        place = self.catalogue.place.get(entry_id)
        return CLEAR if place is None else self._fitness(place)

    def name(self, entry_id: str) -> str:
        """Return the name of an entry in the language of the practice."""
        return self.catalogue.names[self.catalogue.place[entry_id]]

    # What passes

    def _passing(self, filters: Filters) -> int:
        catalogue = self.catalogue
        passing = catalogue.read if filters.is_narrow else catalogue.everything  # what is not read yet suits nobody
        for facet, values in zip(FACETS, _facet_values(filters), strict=True):
            if values:
                passing &= catalogue.having(facet, values)
        if filters.favourites:
            passing &= catalogue.bits(self.habits.favourites)
        if filters.own_only:
            passing &= catalogue.bits(self._own)
        if not filters.with_hidden and self._hidden:
            passing &= ~catalogue.bits(self._hidden)
        if filters.fits_plan:
            passing &= self._suits_plan
        return passing & ~self._sight.against if filters.fits_patient else passing

    @property
    def _sight(self) -> _Sight:
        """Return what of the catalogue meets the answers of the patient, looked at anew when more was taken in."""
        if self._last_sight is None or self._last_sight.read != self.catalogue.read:
            self._last_sight = _Sight(self.catalogue, self.patient)
        return self._last_sight

    @property
    def _suits_plan(self) -> int:
        """Return the entries for the painful region that nothing known of the patient speaks against."""
        regions = self.catalogue.everything
        if self.region is not None:
            regions = self.catalogue.having("region", (self.region.value, Region.GENERAL.value))
        return regions & ~self._sight.against

    def _fitness(self, place: int) -> Fitness:
        sight, heading = self._sight, self.catalogue.headings[place]
        if heading is None or not sight.answers or not (sight.touched >> place & 1):
            return CLEAR
        return sight.of(heading)

    def _questions(self, waiting: int) -> tuple[str, ...]:
        """Return the questions that entries wait for, the one that most wait for first."""
        asked = {one: (bits & waiting).bit_count() for one, bits in self._sight.open_questions.items()}
        return tuple(sorted((one for one, count in asked.items() if count), key=lambda one: -asked[one]))

    # In which order

    def _groups(self, text: str) -> Iterable[Group]:
        return self.catalogue.index.groups(text) if words_of(text) else (Group((self.catalogue.everything,)),)

    def _in_order(self, group: tuple[int, ...], limit: int) -> list[int]:
        """Return the places of equally good hits: by habit, then by how they begin, what suits the plan first."""
        every = 0
        for bits in group:
            every |= bits
        places = [place for place in self._by_habit if every >> place & 1]
        used, suiting = self._used, self._suits_plan
        for bits in group:
            if len(places) >= limit:
                break
            rest = bits & ~used
            places += places_in(rest & suiting)
            places += places_in(rest & ~suiting)
        return places[:limit]

    @cached_property
    def _by_habit(self) -> tuple[int, ...]:
        scores = self.habits.scores()
        known = [one for one in scores if one in self.catalogue.place]
        return tuple(self.catalogue.place[one] for one in sorted(known, key=lambda one: (-scores[one], one)))

    @cached_property
    def _used(self) -> int:
        return self.catalogue.bits(self.habits.scores())


def named_templates(templates: Iterable[Template], text: str, lang: str) -> tuple[Template, ...]:
    """Return the templates of whose name every typed word begins a word, by name."""
    typed = words_of(text)
    found = (one for one in templates if typed and _is_named(one, typed))
    return tuple(sorted(found, key=lambda one: texts_in(one.texts, lang).name.casefold()))


def _is_named(template: Template, typed: list[str]) -> bool:
    words = [word for texts in template.texts for name in (texts.name, texts.plain_name) for word in words_of(name)]
    return all(any(word.startswith(begun) for word in words) for begun in typed)


class _Sight:
    """The entries that the answers of a patient meet, as bits."""

    def __init__(self, catalogue: Catalogue, patient: Patient | None) -> None:
        self.read = catalogue.read
        self.answers: Mapping[str, Answer] = answers_of(patient) if patient is not None else {}
        self.allergies = coded_allergies(patient)
        self.open_questions: dict[str, int] = {}
        self._judged: dict[tuple[tuple[str, ...], ...], Fitness] = {}
        yes = [caution for caution, answer in self.answers.items() if answer is Answer.YES]
        classes = [one for one in DRUG_CLASSES if any(allergy_matches(code, (one,)) for code in self.allergies)]
        self.against = catalogue.having("against", yes) | catalogue.having("class", classes)
        if patient is not None:
            self._read_open(catalogue)
        self.unasked = 0
        for bits in self.open_questions.values():
            self.unasked |= bits
        self.touched = self.against | self.unasked | catalogue.having("needed", yes)

    def of(self, heading: Heading) -> Fitness:
        """Judge an entry; those with the same cautions are judged once."""
        key = (heading.contraindications, heading.precautions, heading.drug_classes, heading.asks)
        found = self._judged.get(key)
        if found is None:
            found = self._judged[key] = fitness_of(heading, self.answers, self.allergies, heading.asks)
        return found

    def _read_open(self, catalogue: Catalogue) -> None:
        """Ask of each caution whether it is open, as of a single entry."""
        for caution in catalogue.known_values("needed"):
            one = fitness_of(_Only((caution,)), self.answers, ())
            for question in one.unasked:
                held = self.open_questions.get(question, 0)
                self.open_questions[question] = held | catalogue.having("needed", (caution,))


class _Only(NamedTuple):
    """An entry with one caution and nothing else."""

    precautions: tuple[str, ...]
    contraindications: tuple[str, ...] = ()
    drug_classes: tuple[str, ...] = ()


def _facet_values(filters: Filters) -> tuple[frozenset[str], ...]:
    """Return the sets of a filter in the order of `FACETS`."""
    return (
        filters.kinds,
        filters.regions,
        filters.mechanisms,
        filters.equipment,
        filters.positions,
        filters.tags,
    )
