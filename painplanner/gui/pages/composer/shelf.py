"""Which entries and templates of the library the picker offers, and in which order; pure, the picker shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from painplanner.core.codes import allergy_matches, cautions_of
from painplanner.core.library import Intervention, Template
from painplanner.core.patient import Coded, Patient
from painplanner.core.plan import Plan, texts_in
from painplanner.core.search import SearchIndex, words_of
from painplanner.core.values import Answer, Region

FOUND_LIMIT = 80
RECENT_LIMIT = 12


@dataclass(frozen=True)
class Filters:
    """What the chips say; an empty kind or region lets everything through."""

    text: str = ""
    kind: str = ""
    region: str = ""
    fits: bool = False
    favourites: bool = False


@dataclass(frozen=True)
class Habits:
    """What this clinician likes and used last."""

    favourites: frozenset[str] = frozenset()
    recent: tuple[str, ...] = ()


@dataclass
class Shelf:
    """The library in the light of one plan and patient."""

    entries: Mapping[str, Intervention]
    index: SearchIndex
    lang: str
    plan: Plan | None = None
    patient: Patient | None = None
    habits: Habits = field(default_factory=Habits)
    templates: Mapping[str, Template] = field(default_factory=dict[str, Template])

    def shown(self, filters: Filters) -> tuple[Intervention, ...]:
        """Return the entries that pass, best first: by the words typed, else favourites, recent ones, then by name."""
        fitting = self.fitting()
        if filters.text.strip():
            ids: Iterable[str] = self.index.find(filters.text, FOUND_LIMIT)
        else:
            ids = self._by_habit(fitting)
        found = (self.entries[one] for one in ids if one in self.entries)
        return tuple(entry for entry in found if self._passes(entry, filters, fitting))

    def shown_templates(self, filters: Filters) -> tuple[Template, ...]:
        """Return the templates of whose name every typed word begins a word; none where a filter asks for entries."""
        typed = words_of(filters.text)
        if not typed or filters != Filters(text=filters.text):
            return ()
        found = (one for one in self.templates.values() if _is_named(one, typed))
        return tuple(sorted(found, key=lambda one: texts_in(one.texts, self.lang).name.casefold()))

    def fitting(self) -> frozenset[str]:
        """Return the entries for the painful region that nothing known of the patient speaks against."""
        known = cautions_of(self.patient) if self.patient is not None else {}
        against = frozenset(caution for caution, answer in known.items() if answer is Answer.YES)
        allergies = self.patient.allergies if self.patient is not None else ()
        coded = tuple(term.code for term in allergies if isinstance(term, Coded))
        region = self.plan.region if self.plan is not None else None
        return frozenset(
            entry.id
            for entry in self.entries.values()
            if (region is None or region in entry.regions or Region.GENERAL in entry.regions)
            and not against & set(entry.contraindications)
            and not any(allergy_matches(code, entry.drug_classes) for code in coded)
        )

    def name(self, entry: Intervention) -> str:
        """Return the name of an entry in the language of the practice."""
        return texts_in(entry.texts, self.lang).name

    def _boosts(self, fitting: frozenset[str]) -> dict[str, float]:
        boosts = dict.fromkeys(fitting, 1.0)
        for one in self.habits.recent:
            boosts[one] = boosts.get(one, 0.0) + 1.0
        for one in self.habits.favourites:
            boosts[one] = boosts.get(one, 0.0) + 2.0
        return boosts

    def _by_habit(self, fitting: frozenset[str]) -> list[str]:
        recent = {one: n for n, one in enumerate(self.habits.recent)}
        last = len(recent)

        def order(entry: Intervention) -> tuple[bool, int, bool, str]:
            liked = entry.id in self.habits.favourites
            return not liked, recent.get(entry.id, last), entry.id not in fitting, self.name(entry).casefold()

        return [entry.id for entry in sorted(self.entries.values(), key=order)]

    def _passes(self, entry: Intervention, filters: Filters, fitting: frozenset[str]) -> bool:
        return (
            (not filters.kind or entry.kind.value == filters.kind)
            and (not filters.region or filters.region in {region.value for region in entry.regions})
            and (not filters.fits or entry.id in fitting)
            and (not filters.favourites or entry.id in self.habits.favourites)
        )


def _is_named(template: Template, typed: list[str]) -> bool:
    words = [word for texts in template.texts for name in (texts.name, texts.plain_name) for word in words_of(name)]
    return all(any(word.startswith(begun) for word in words) for begun in typed)
