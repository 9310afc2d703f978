"""What a new version of the built-in library changed, and which own things it concerns.

Versions are compared by their canonical bytes, so that an older one need not be readable any more. Not here: wording.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce

import msgspec

from painplanner.core.codec import encode
from painplanner.core.library import Library, Template
from painplanner.core.own import Held, OwnEntry, OwnLibrary, OwnTemplate, Standing, held_of, standing_of_own, with_own
from painplanner.core.values import LangText, Value, replace

Ids = tuple[str, ...]


class NamesNothing(Value, frozen=True, kw_only=True):
    """An own template that names entries which are gone."""

    template: Held
    missing: Ids


class Former(Value, frozen=True, kw_only=True):
    """What something that is gone was called."""

    id: str
    name: tuple[LangText, ...] = ()


class LibraryNews(Value, frozen=True, kw_only=True):
    """What came with one version or several: ids of entries and templates, and of figures that were drawn anew.

    `new_originals` are own copies whose original changed, `lost_originals` those whose original is gone; they stay as
    they are. `former` names what is gone.
    """

    before: str = ""
    after: str = ""
    added: Ids = ()
    changed: Ids = ()
    gone: Ids = ()
    redrawn: Ids = ()
    former: tuple[Former, ...] = ()
    new_originals: tuple[Held, ...] = ()
    lost_originals: tuple[Held, ...] = ()
    names_nothing: tuple[NamesNothing, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to report."""
        return not (self.added or self.changed or self.gone or self.redrawn)


@dataclass(frozen=True)
class Edition:
    """One version of the built-in library: the bytes of every entry and template, and the hash of every figure."""

    version: str = ""
    parts: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    figures: Mapping[str, str] = field(default_factory=dict[str, str])


def edition_of(library: Library) -> Edition:
    """Return a library as an edition that can be compared."""
    parts = {part.id: encode(part) for part in (*library.entries.values(), *library.templates.values())}
    return Edition(library.version, parts, library.figures)


def news_between(old: Edition, new: Edition) -> LibraryNews:
    """Return what the new edition changed."""
    gone = tuple(key for key in old.parts if key not in new.parts)
    return LibraryNews(
        before=old.version,
        after=new.version,
        added=tuple(key for key in new.parts if key not in old.parts),
        changed=_changed(old.parts, new.parts),
        gone=gone,
        redrawn=tuple(key for key, sha256 in new.figures.items() if old.figures.get(key, sha256) != sha256),
        former=tuple(Former(id=key, name=_name(old.parts[key])) for key in gone),
    )


def _changed(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Ids:
    """Return what says something else now; fields that only stand in another order are no change."""
    other = (key for key, data in new.items() if old.get(key, data) != data)
    return tuple(key for key in other if msgspec.json.decode(old[key]) != msgspec.json.decode(new[key]))


class _Words(msgspec.Struct):
    lang: str
    name: str


class _Part(msgspec.Struct):
    texts: tuple[_Words, ...] = ()


def _name(data: bytes) -> tuple[LangText, ...]:
    """Return what an entry of an older edition was called, nothing where it is written in a way no longer known."""
    try:
        return tuple(LangText(lang=t.lang, text=t.name) for t in msgspec.json.decode(data, type=_Part).texts)
    except (msgspec.DecodeError, ValueError):
        return ()


def all_news(each: tuple[LibraryNews, ...]) -> LibraryNews:
    """Return the news of changes that followed one another as if they had been one."""
    return reduce(_one_after_another, each) if each else LibraryNews()


_VERBS = ("added", "changed", "gone")
# What two changes of one part come to; a part that came and went is no news.
_COME_TO = {
    ("added", "changed"): "added", ("added", "gone"): "", ("changed", "changed"): "changed",
    ("changed", "gone"): "gone", ("gone", "added"): "changed",
}  # fmt: skip


def _one_after_another(first: LibraryNews, second: LibraryNews) -> LibraryNews:
    verbs = _verbs(first)
    for key, verb in _verbs(second).items():
        verbs[key] = _COME_TO.get((verbs.get(key, ""), verb), verb)
    ids = {verb: tuple(key for key, one in verbs.items() if one == verb) for verb in _VERBS}
    former = {one.id: one for one in (*first.former, *second.former)}
    return LibraryNews(
        before=first.before,
        after=second.after,
        redrawn=tuple(dict.fromkeys((*first.redrawn, *second.redrawn))),
        added=ids["added"],
        changed=ids["changed"],
        gone=ids["gone"],
        former=tuple(former[key] for key in ids["gone"] if key in former),
    )


def _verbs(news: LibraryNews) -> dict[str, str]:
    return {key: verb for verb in _VERBS for key in getattr(news, verb)}


def concerning(news: LibraryNews, built_in: Library, own: OwnLibrary) -> LibraryNews:
    """Return the news with the own things that they concern as these are now."""
    came, gone = frozenset((*news.changed, *news.added)), frozenset(news.gone)
    standing = {place: standing_of_own(copy, built_in) for place, copy in _copies(own, came | gone)}
    told: LibraryNews = replace(
        news,
        new_originals=tuple(p for p, s in standing.items() if s is Standing.NEW_ORIGINAL and p.id in came),
        lost_originals=tuple(p for p, s in standing.items() if s is Standing.ORIGINAL_GONE and p.id in gone),
        names_nothing=tuple(_names_nothing(own, gone - with_own(built_in, own).entries.keys())),
    )
    return told


def _copies(own: OwnLibrary, ids: Container[str]) -> Iterator[tuple[Held, OwnEntry | OwnTemplate]]:
    """Yield own things under some ids, the practice's and the person's each for itself; no others are read."""
    for things in (own.entries, own.templates):
        for n, place in enumerate(held_of(things)):
            if place.id in ids:
                yield place, things[n]


def _names_nothing(own: OwnLibrary, gone: frozenset[str]) -> Iterator[NamesNothing]:
    for one in own.templates:
        missing = tuple(key for key in named_by(one.value) if key in gone)
        if missing:
            yield NamesNothing(template=Held(one.value.id, one.owner), missing=missing)


def named_by(template: Template) -> Ids:
    """Return the entries a template takes its words from, each once; an item with words of its own names nothing."""
    items = (item for step in template.steps for item in step.items)
    return tuple(dict.fromkeys(item.source for item in items if item.source and not item.texts))
