"""What a practice made its own over the built-in library: edited copies, entries and templates of its own, marks.

An edited copy keeps the id of its original and stands in its place, so that every link by id still leads somewhere.
Not here: what differs between two versions of an entry, and what an upgrade changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from painplanner.core.dose import AnyDose, BehaviouralDose, ExerciseDose, HandsOnDose, MedicineDose, ProcedureDose
from painplanner.core.laid_over import LaidOver
from painplanner.core.library import Intervention, Kind, Library, Template
from painplanner.core.measure import Measure
from painplanner.core.plan import Texts
from painplanner.core.shelved import PRACTICE, Held, Seen, Shelved, places_seen
from painplanner.core.values import NAME_LIMIT, Impossible, Value, replace, tidy

LIBRARY_SCHEMA = 1
MOST_TAGS = 30
_OWN = "own."


class OwnEntry(Value, frozen=True, kw_only=True):
    """An entry of the practice's own; `original` is the built-in one that it was copied from, as it was then."""

    value: Intervention
    owner: str = PRACTICE
    original: Intervention | None = None


class OwnTemplate(Value, frozen=True, kw_only=True):
    """A template of the practice's own; `original` is the built-in one that it was copied from, as it was then."""

    value: Template
    owner: str = PRACTICE
    original: Template | None = None


Own = TypeVar("Own", OwnEntry, OwnTemplate)


class Standing(StrEnum):
    """How an entry or template stands to the built-in library."""

    BUILT_IN = "built-in"
    EDITED = "edited"
    NEW_ORIGINAL = "new-original"
    OWN = "own"
    ORIGINAL_GONE = "original-gone"


@dataclass(frozen=True)
class OwnLibrary:
    """Everything own as the person at the desk sees it: the practice's and this person's.

    `hidden` gives the owners who hid an id, `tags` the words it is found by, `figures` the content hash of each own
    picture. Own measures are everybody's, because a plan that asks for one is everybody's.
    """

    entries: Sequence[OwnEntry] = ()
    templates: Sequence[OwnTemplate] = ()
    measures: Sequence[Measure] = ()
    hidden: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    figures: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class OwnChange:
    """One change of own things, whole or not at all: a value is kept at its place, `None` takes away what is there.

    `pictures` are the bytes of figures by content hash, `photos` the JPEGs of their photographs; they are only ever
    added.
    """

    entries: Mapping[Held, OwnEntry | None] = field(default_factory=dict[Held, OwnEntry | None])
    templates: Mapping[Held, OwnTemplate | None] = field(default_factory=dict[Held, OwnTemplate | None])
    hidden: Mapping[Held, bool] = field(default_factory=dict[Held, bool])
    tags: Mapping[Held, tuple[str, ...]] = field(default_factory=dict[Held, tuple[str, ...]])
    figures: Mapping[str, str | None] = field(default_factory=dict[str, str | None])
    pictures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    photos: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


def with_own(built_in: Library, own: OwnLibrary) -> Library:
    """Return the library as a person sees it: theirs over the practice's over the built-in; hidden ones stay in it."""
    if not (own.entries or own.templates or own.measures or own.figures):
        return built_in
    return Library(
        version=built_in.version,
        entries=LaidOver(Seen(own.entries, _places(own.entries)), built_in.entries),
        templates=LaidOver(Seen(own.templates, _places(own.templates)), built_in.templates),
        measures=LaidOver({measure.id: measure for measure in own.measures}, built_in.measures),
        figures={**built_in.figures, **own.figures},
    )


def library_for(owner: str, built_in: Library, own: OwnLibrary) -> Library:
    """Return the library that those see for whom something new is: everybody, or the person at the desk."""
    if owner != PRACTICE:
        return with_own(built_in, own)
    entries = tuple(one for one in own.entries if one.owner == PRACTICE)
    templates = tuple(one for one in own.templates if one.owner == PRACTICE)
    shared = OwnLibrary(entries=entries, templates=templates, measures=own.measures, figures=own.figures)
    return with_own(built_in, shared)


def own_entry(entry_id: str, own: OwnLibrary) -> OwnEntry | None:
    """Return the own entry that stands under an id, the person's before the practice's."""
    place = _places(own.entries).get(entry_id)
    return None if place is None else own.entries[place]


def own_template(template_id: str, own: OwnLibrary) -> OwnTemplate | None:
    """Return the own template that stands under an id, the person's before the practice's."""
    place = _places(own.templates).get(template_id)
    return None if place is None else own.templates[place]


def held_of(things: Sequence[OwnEntry] | Sequence[OwnTemplate]) -> tuple[Held, ...]:
    """Return where own things are kept, without reading them."""
    return things.held if isinstance(things, Shelved) else tuple(Held(one.value.id, one.owner) for one in things)


def owners_seen(held: Iterable[Held]) -> dict[str, str]:
    """Return, for each id, the owner whose entry is seen: the person over the practice."""
    found: dict[str, str] = {}
    for one in sorted(held, key=lambda held: held.owner != PRACTICE):
        found[one.id] = one.owner
    return found


def _places(things: Sequence[OwnEntry] | Sequence[OwnTemplate]) -> Mapping[str, int]:
    return things.places if isinstance(things, Shelved) else places_seen(held_of(things))


def standing_of(thing_id: str, built_in: Library, own: OwnLibrary) -> Standing:
    """Tell how an entry or a template stands to the built-in library."""
    held = own_entry(thing_id, own) or own_template(thing_id, own)
    return Standing.BUILT_IN if held is None else standing_of_own(held, built_in)


def standing_of_own(held: OwnEntry | OwnTemplate, built_in: Library) -> Standing:
    """Tell how one own entry or template stands to the built-in library, whoever else has another."""
    if held.original is None:
        return Standing.OWN
    today = built_in.entries.get(held.value.id) or built_in.templates.get(held.value.id)
    if today is None:
        return Standing.ORIGINAL_GONE
    return Standing.EDITED if today == held.original else Standing.NEW_ORIGINAL


def own_id(made: str) -> str:
    """Return the id of a new own entry or template, from an id that was never used before."""
    return made if made.startswith(_OWN) else _OWN + made


def new_entry(
    kind: Kind, new_id: str, owner: str = PRACTICE, *, name: str, lang: str = "en", dose: AnyDose | None = None
) -> OwnEntry:
    """Return an own entry with nothing but its name and an empty dose of its kind."""
    texts = (Texts(lang=lang, name=name),)
    value = Intervention(id=own_id(new_id), kind=kind, texts=texts, dose=dose or _EMPTY_DOSES.get(kind))
    return OwnEntry(value=value, owner=owner)


_EMPTY_DOSES: dict[Kind, AnyDose] = {
    Kind.EXERCISE: ExerciseDose(),
    Kind.MEDICINE: MedicineDose(),
    Kind.PROCEDURE: ProcedureDose(),
    Kind.BEHAVIOURAL: BehaviouralDose(),
    Kind.HANDS_ON: HandsOnDose(),
}


def edited_copy(entry: Intervention, owner: str = PRACTICE) -> OwnEntry:
    """Return a copy that takes the place of a built-in entry and remembers it as it is now."""
    return OwnEntry(value=entry, owner=owner, original=entry)


def edited_template(template: Template, owner: str = PRACTICE) -> OwnTemplate:
    """Return a copy that takes the place of a built-in template and remembers it as it is now."""
    return OwnTemplate(value=template, owner=owner, original=template)


def fresh_copy(
    entry: Intervention, new_id: str, owner: str = PRACTICE, names: Mapping[str, str] | None = None
) -> OwnEntry:
    """Return a new own entry that begins as another one, under other names where they are given by language."""
    value: Intervention = replace(entry, id=own_id(new_id), texts=_renamed(entry.texts, names or {}))
    return OwnEntry(value=value, owner=owner)


def fresh_template(
    template: Template, new_id: str, owner: str = PRACTICE, names: Mapping[str, str] | None = None
) -> OwnTemplate:
    """Return a new own template that begins as another one, under other names where they are given by language."""
    value: Template = replace(template, id=own_id(new_id), texts=_renamed(template.texts, names or {}))
    return OwnTemplate(value=value, owner=owner)


def _renamed(texts: tuple[Texts, ...], names: Mapping[str, str]) -> tuple[Texts, ...]:
    return tuple(replace(words, name=names.get(words.lang, words.name)) for words in texts)


def with_new_original(own: Own, built_in: Intervention | Template) -> Own:
    """Keep what is ours and take the built-in one of today as what it is compared with."""
    kept: Own = replace(own, original=built_in)
    return kept


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags without doubles and spaces around them. Raises Impossible for one too long, or too many."""
    cleaned = tuple(dict.fromkeys(" ".join(tag.split()) for tag in map(_clean_tag, tags) if tag.strip()))
    if len(cleaned) > MOST_TAGS:
        raise Impossible("too-many", "tags", count=len(cleaned), limit=MOST_TAGS)
    return cleaned


class _Tag(Value, frozen=True, kw_only=True):
    tag: str

    def __post_init__(self) -> None:
        tidy(self, "tag", NAME_LIMIT)


def _clean_tag(tag: str) -> str:
    return _Tag(tag=tag).tag
