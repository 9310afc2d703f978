"""The explaining pictures with their words: which there are, which belongs to an entry or a plan, and how one is drawn.

The words stand in a file of the program, in every language side by side; the drawing is done in core.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import NamedTuple

import msgspec

from painplanner.core.drawing import Drawing
from painplanner.core.explaining import PICTURES, draw_explaining
from painplanner.core.plan import Plan, items_of
from painplanner.core.source import Source
from painplanner.core.values import LangText, Region, text_in
from painplanner.paths import resources

ByLanguage = tuple[LangText, ...]


class ExplainingPicture(NamedTuple):
    """A picture by its id: its name, what it shows for who cannot see it, its labels, and what it belongs to."""

    id: str
    name: ByLanguage
    alt: ByLanguage
    words: dict[str, ByLanguage]
    entries: tuple[str, ...]
    templates: tuple[str, ...]
    regions: tuple[Region, ...]
    sources: tuple[Source, ...]

    def drawn(self, lang: str) -> Drawing:
        """Return the picture with its labels in a language, English where it is not written in that one."""
        offered = {text.lang for text in self.name}
        best = lang if lang in offered else lang.split("-")[0]
        labels = {role: text_in(texts, best) for role, texts in self.words.items()}
        return draw_explaining(self.id, labels, text_in(self.alt, best))


class _Written(msgspec.Struct):
    """A picture as the file spells it."""

    id: str
    name: dict[str, str]
    alt: dict[str, str]
    words: dict[str, dict[str, str]]
    entries: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()


class _File(msgspec.Struct):
    picture: tuple[_Written, ...]


@lru_cache(maxsize=1)
def explaining_pictures() -> tuple[ExplainingPicture, ...]:
    """Return every explaining picture in the order of the file."""
    raw = tomllib.loads((resources() / "explaining.toml").read_text(encoding="utf-8"))
    return tuple(_read(written) for written in msgspec.convert(raw, _File).picture if written.id in PICTURES)


def _read(written: _Written) -> ExplainingPicture:
    return ExplainingPicture(
        id=written.id,
        name=_texts(written.name),
        alt=_texts(written.alt),
        words={role: _texts(texts) for role, texts in written.words.items()},
        entries=written.entries,
        templates=written.templates,
        regions=written.regions,
        sources=tuple(msgspec.convert({"tag": tag, "text": text}, Source) for tag, text in written.sources),
    )


def _texts(by_language: dict[str, str]) -> ByLanguage:
    return tuple(LangText(lang=lang, text=text) for lang, text in by_language.items())


def picture_of(thing_id: str) -> ExplainingPicture | None:
    """Return the picture that belongs to an entry or a template, if any does."""
    return next((one for one in explaining_pictures() if thing_id in (*one.entries, *one.templates)), None)


def picture_for(plan: Plan) -> ExplainingPicture | None:
    """Return the one picture that fits a plan: that of its template, else of the first entry in it that has one.

    An entry about arthritis brings a knee only to a plan for a knee.
    """
    own = picture_of(plan.template)
    if own is not None:
        return own
    taught = (picture_of(item.source) for _step, item in items_of(plan) if item.stopped_on is None)
    return next((one for one in taught if one is not None and (not one.regions or plan.region in one.regions)), None)
