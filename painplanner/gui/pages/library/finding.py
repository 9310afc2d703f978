"""What the page finds, worded: the shelf in the light of the open patient, rows of lists, what the detail shows."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import NamedTuple

from painplanner.core.dose import AnyDose
from painplanner.core.fitness import Fitness
from painplanner.core.library import Intervention, Kind, Template
from painplanner.core.own import OwnLibrary, Standing, standing_of
from painplanner.core.patient import Patient
from painplanner.core.plan import FigureRef, texts_in
from painplanner.core.search import fold, words_of
from painplanner.core.shelf import Filters, Shelf
from painplanner.core.values import Mechanism, Region
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library.rows import EntryRow
from painplanner.gui.pages.library.seen import Marks, Seen
from painplanner.gui.pages.library.words import sentence
from painplanner.services import words
from painplanner.text import _, ngettext


class Finds(NamedTuple):
    """What was found: ids, the best first, how many there are in all, and a remark on what waits for an answer."""

    ids: tuple[str, ...]
    total: int
    remark: str = ""


class Finding:
    """Entries and templates of the open practice, read at first use."""

    def __init__(self, ctx: AppContext, patient: Callable[[], Patient | None]) -> None:
        """Ask for the open patient whenever it matters."""
        self._ctx, self._patient_now = ctx, patient
        self.forget()

    def forget(self) -> None:
        """Read habits, marks and patient anew at the next use."""
        self._shelf: Shelf | None = None
        self._usual: dict[str, AnyDose] | None = None
        self._template_words: dict[str, str] | None = None

    # What there is

    @property
    def own(self) -> OwnLibrary:
        """Return what is own."""
        return self._ctx.library.own

    @property
    def patient(self) -> Patient | None:
        """Return the open patient."""
        return self._patient_now()

    @property
    def shelf(self) -> Shelf:
        """Return the library in the light of the open patient and of this person's habits."""
        if self._shelf is None:
            self._shelf = self._ctx.shelf(patient=self.patient)
        return self._shelf

    @property
    def usual(self) -> dict[str, AnyDose]:
        """Return this person's usual doses."""
        if self._usual is None:
            self._usual = dict(self._ctx.store.usual_doses())
        return self._usual

    def thing(self, thing_id: str) -> Intervention | Template | None:
        """Return an entry or a template, `None` when there is none of this id."""
        library = self._ctx.library
        return library.entries.get(thing_id) or library.templates.get(thing_id)

    def is_liked(self, thing_id: str) -> bool:
        """Tell whether an entry or a template is a favourite."""
        return thing_id in self.shelf.habits.favourites

    def known_tags(self) -> tuple[str, ...]:
        """Return every tag in use."""
        return tuple(sorted({tag for tags in self.own.tags.values() for tag in tags}, key=str.casefold))

    def choices(self, *, templates: bool) -> dict[str, list[tuple[str, str]]]:
        """Return what may be ticked, as (key, words) by the field of `Filters`."""
        if templates:
            return self._template_choices()
        facets = self.shelf.facets()
        return {
            "kinds": [(kind.value, words.kind_words(kind)) for kind in Kind if kind.value in facets["kind"]],
            "regions": [(one.value, words.region_words(one)) for one in Region if one.value in facets["region"]],
            "mechanisms": _mechanisms(facets["mechanism"]),
            "equipment": _in_order((one, words.equipment_words(one)) for one in facets["equipment"]),
            "positions": _in_order((one, words.position_words(one)) for one in facets["position"]),
            "tags": [(tag, tag) for tag in self.known_tags()],
        }

    def _template_choices(self) -> dict[str, list[tuple[str, str]]]:
        found = self._ctx.library.templates.values()
        regions = {region for one in found for region in one.regions}
        return {
            "regions": [(one.value, words.region_words(one)) for one in Region if one in regions],
            "mechanisms": _mechanisms({one.mechanism.value for one in found if one.mechanism is not None}),
            "tags": [(tag, tag) for tag in self.known_tags()],
        }

    # Finding

    def entries(self, filters: Filters, limit: int) -> Finds:
        """Return the entries that pass, best first."""
        look = self.shelf.look(filters, limit)
        remark = words.waiting_sentence(look.waiting, look.questions)
        return Finds(tuple(one.id for one in look.found), look.total, remark)

    def templates(self, filters: Filters) -> Finds:
        """Return the templates that pass, by name; every typed word begins a word of its names, steps or drivers."""
        typed = words_of(filters.text)
        found = [one for one in self._ctx.library.templates.values() if self._passes(one, filters, typed)]
        found.sort(key=lambda one: fold(self.name(one)))
        return Finds(tuple(one.id for one in found), len(found))

    def _passes(self, one: Template, filters: Filters, typed: list[str]) -> bool:
        own, tags = self.own, set(self.own.tags.get(one.id, ()))
        return (
            (not filters.regions or any(region.value in filters.regions for region in one.regions))
            and (not filters.mechanisms or (one.mechanism is not None and one.mechanism.value in filters.mechanisms))
            and (not filters.tags or bool(filters.tags & tags))
            and (not filters.favourites or one.id in self.shelf.habits.favourites)
            and (not filters.own_only or any(mine.value.id == one.id for mine in own.templates))
            and (filters.with_hidden or one.id not in own.hidden)
            and all(f" {word}" in self._words_of_template(one) for word in typed)
        )

    def _words_of_template(self, one: Template) -> str:
        kept = self._template_words = self._template_words or {}
        if one.id not in kept:
            names = [name for texts in one.texts for name in (texts.name, texts.plain_name)]
            drivers = [said.text for driver in one.drivers for said in driver.words]
            steps = [said.name for step in one.steps for said in step.words]
            filed = [words.region_words(region) for region in one.regions]
            said = " ".join((*names, *drivers, *steps, *filed, *self.own.tags.get(one.id, ())))
            kept[one.id] = " " + " ".join(words_of(said))
        return kept[one.id]

    # Wording

    def name(self, thing: Intervention | Template) -> str:
        """Return a name in the language of the practice."""
        return texts_in(thing.texts, self._ctx.practice.language).name

    def row(self, thing_id: str) -> EntryRow:
        """Return the row of an entry or a template."""
        thing = self.thing(thing_id)
        if thing is None:
            return EntryRow(id=thing_id, name=thing_id, dose="", kind="")
        why, is_against = ("", False) if isinstance(thing, Template) else self._why_not(thing_id)
        return EntryRow(
            id=thing_id,
            name=self.name(thing),
            dose=_template_line(thing) if isinstance(thing, Template) else self._dose(thing),
            kind="clipboard" if isinstance(thing, Template) else thing.kind.value,
            figure=None if isinstance(thing, Template) else self._figure(thing),
            is_liked=self.is_liked(thing_id),
            badges=self._badges(thing_id),
            why=why,
            is_against=is_against,
        )

    def _dose(self, entry: Intervention) -> str:
        return words.dose_words(entry, self.usual.get(entry.id, entry.dose)) or words.kind_words(entry.kind)

    def _figure(self, entry: Intervention) -> FigureRef | None:
        figures = self._ctx.library.value.figures
        return FigureRef(id=entry.figure, sha256=figures[entry.figure]) if entry.figure in figures else None

    def _badges(self, thing_id: str) -> tuple[str, ...]:
        hidden = _("Hidden") if thing_id in self.own.hidden else ""
        return tuple(word for word in (self.standing(thing_id), hidden) if word)

    def standing(self, thing_id: str) -> str:
        """Return how an entry stands to the built-in library, nothing for one that is built in."""
        standing = self.how_it_stands(thing_id)
        return words.standing_words(standing) if standing is not Standing.BUILT_IN else ""

    def how_it_stands(self, thing_id: str) -> Standing:
        """Return how an entry or a template stands to the built-in library."""
        return standing_of(thing_id, self._ctx.library.built_in, self.own)

    def fitness(self, entry_id: str) -> Fitness:
        """Return how an entry suits the open patient."""
        return self.shelf.fitness(entry_id)

    def _why_not(self, entry_id: str) -> tuple[str, bool]:
        """Return why an entry does not fit the open patient, and whether something speaks against it."""
        if self.patient is None:
            return "", False
        fitness = self.fitness(entry_id)
        return "" if fitness.fits else words.fitness_sentence(fitness), bool(fitness.against)

    def seen(self, thing_id: str) -> Seen | None:
        """Return what the detail shows of an entry or a template."""
        thing = self.thing(thing_id)
        if thing is None:
            return None
        marks = Marks(
            standing=self.standing(thing_id),
            is_liked=self.is_liked(thing_id),
            is_hidden=thing_id in self.own.hidden,
            tags=self.own.tags.get(thing_id, ()),
            usual=self.usual.get(thing_id),
        )
        misfit, fits = ("", "") if isinstance(thing, Template) else self._fit_words(thing_id)
        is_against = bool(misfit) and bool(self.fitness(thing_id).against)
        return Seen(thing, self._ctx.practice.language, marks, misfit, is_against, fits)

    def _fit_words(self, entry_id: str) -> tuple[str, str]:
        """Return why an entry does not fit the open patient, or else that it fits."""
        patient = self.patient
        if patient is None:
            return "", ""
        sentence = words.fitness_sentence(self.fitness(entry_id))
        if not self.fitness(entry_id).fits:
            against = bool(self.fitness(entry_id).against)
            said = _("Does not fit {name}.") if against else _("Not known yet whether it fits {name}.")
            return f"{said.format(name=patient.name)} {sentence}", ""
        fits = _("Fits {name}.").format(name=patient.name)
        return "", f"{fits} {sentence}".strip()


def count_words(count: int, *, templates: bool) -> str:
    """Return how many were found."""
    if templates:
        return ngettext("{n} template", "{n} templates", count).format(n=count)
    return ngettext("{n} entry", "{n} entries", count).format(n=count)


def _mechanisms(values: Container[str]) -> list[tuple[str, str]]:
    return [(one.value, sentence(words.mechanism_words(one))) for one in Mechanism if one.value in values]


def _in_order(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(((key, sentence(said)) for key, said in choices), key=lambda pair: pair[1].casefold())


def _template_line(template: Template) -> str:
    steps = len(template.steps)
    return ngettext("{n} step", "{n} steps", steps).format(n=steps) + " · " + _regions(template)


def _regions(template: Template) -> str:
    return ", ".join(words.region_words(region) for region in template.regions)
