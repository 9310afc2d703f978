"""What a paper lacks in its language, told before it is printed: missing translations, and signs that no font has.

A paper is made once for this, and what it looked up is judged; a person's own words in a plan are taken as they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple, cast

import msgspec

from painplanner.core.daily_log import LogRow
from painplanner.core.drawing import Drawing, Text
from painplanner.core.findings import SubjectKind
from painplanner.core.measure import Criterion, Measure
from painplanner.core.plan import Checkpoint, Driver, Goal, Item, LineKind, Plan, Step, Texts, texts_in
from painplanner.core.values import LangText, text_in
from painplanner.core.values import replace as changed
from painplanner.documents.as_text import as_text
from painplanner.documents.blocks import Document
from painplanner.documents.daily_log import log_of
from painplanner.documents.kind import Reader
from painplanner.documents.lacking import ByLanguage, noting
from painplanner.documents.registry import kind_of
from painplanner.documents.request import Request
from painplanner.services.colleague_words import names_said
from painplanner.services.explaining import picture_for
from painplanner.services.publish import make_document
from painplanner.services.words.languages import (
    fixed_words,
    named_words,
    parts_words,
    script_of,
    unprintable_words,
    whole_words,
)
from painplanner.services.words.plan import kind_words
from painplanner.text import _, has_catalogue, language

_UNSEEN = frozenset({"kind", "language", "paper", "mark", "author", "code", "alt", "page_words"})
_HEARD = frozenset({"TickGrid", "LogTable"})
"""Blocks whose caption is heard and not printed."""


class Gap(msgspec.Struct, frozen=True):
    """Something that a paper would say in another language than its own, in words, and the part of the plan it is in.

    `subject` is empty for the plan itself and for what is no part of it.
    """

    words: str
    subject: str = ""
    subject_kind: SubjectKind = "plan"


class Unprintable(msgspec.Struct, frozen=True):
    """Characters of one text that no font of this computer has; `names` and `scripts` tell what they are."""

    text: str
    characters: tuple[str, ...]
    names: tuple[str, ...]
    scripts: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return it as sentences: what would happen, and what to do."""
        return unprintable_words(self.text, self.characters, self.scripts)


class _Place(NamedTuple):
    """A part of the plan that texts belong to, in words."""

    words: str
    subject: str = ""
    subject_kind: SubjectKind = "plan"


def untranslated(request: Request, kind: str) -> tuple[Gap, ...]:
    """Return what one kind of paper would say in another language than its own, each once."""
    lang = _lang(request, kind)
    with noting() as found:
        document = make_document(request, kind)
        said = as_text(document)
        if kind_of(kind).reader is Reader.COLLEAGUE:
            names_said(request.patient, request.practice)
    english = as_text(make_document(_in_english(request), kind)).casefold()
    places, typed = dict(_places(request)), _typed(request)
    looked_up = (texts for texts in found.texts if typed.isdisjoint(map(_words, texts)))
    gaps = [gap for texts in looked_up if (gap := _gap(texts, lang, places, english))]
    if document.language.split("-")[0] != "en":
        gaps += _of_studies(request, said)
    gaps += _of_picture(request, document, lang)
    if found.fixed or not has_catalogue(lang):
        gaps.insert(0, Gap(fixed_words(list(dict.fromkeys(found.fixed)), has_any=has_catalogue(lang))))
    return tuple(dict.fromkeys(gaps))


def unprintable(document: Document) -> tuple[Unprintable, ...]:
    """Return the texts of a paper with characters that no font here has."""
    from painplanner.documents.pdf import missing_characters

    texts = tuple(dict.fromkeys(_printed(document)))
    lacking = set(missing_characters(texts))
    return tuple(_unprintable(text, lacking) for text in texts if not lacking.isdisjoint(text)) if lacking else ()


def _unprintable(text: str, lacking: set[str]) -> Unprintable:
    signs = tuple(dict.fromkeys(sign for sign in text if sign in lacking))
    names = tuple(unicodedata.name(sign, f"U+{ord(sign):04X}") for sign in signs)
    return Unprintable(text, signs, names, tuple(dict.fromkeys(map(script_of, signs))))


def _printed(value: Any) -> Iterator[str]:  # noqa: ANN401  (any part of a document)
    """Yield every text that is seen on a paper."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in cast("tuple[Any, ...]", value):
            yield from _printed(one)
    elif isinstance(value, Drawing):
        yield from (shape.text for shape in value.shapes if isinstance(shape, Text))
    elif isinstance(value, msgspec.Struct):
        hidden = _UNSEEN | {"caption"} if type(value).__name__ in _HEARD else _UNSEEN
        for name in value.__struct_fields__:
            if name not in hidden:
                yield from _printed(getattr(value, name))


def _lang(request: Request, kind: str) -> str:
    """Return the language that a kind of paper should be in: that of who reads it."""
    return request.practice.language if kind_of(kind).reader is Reader.COLLEAGUE else request.lang


def _in_english(request: Request) -> Request:
    return replace(request, language="en", practice=changed(request.practice, language="en"))


def _gap(texts: ByLanguage, lang: str, places: dict[ByLanguage, _Place], english: str) -> Gap | None:
    """Return what texts lack in a language: all, or lines of kinds that the English paper prints."""
    written = {one.lang: one for one in texts if _words(one).strip()}
    ours = written.get(lang) or written.get(lang.split("-")[0])
    if not written:
        return None
    place = places.get(texts) or _Place(named_words(_("Words"), _words(next(iter(written.values())))))
    if ours is None:
        return Gap(whole_words(place.words), place.subject, place.subject_kind)
    theirs = written.get("en")
    if not isinstance(ours, Texts) or not isinstance(theirs, Texts):
        return None
    lacking = _lines_lacking(ours, theirs, english)
    return Gap(parts_words(place.words, lacking), place.subject, place.subject_kind) if lacking else None


def _lines_lacking(ours: Texts, theirs: Texts, english: str) -> list[LineKind]:
    has = {line.kind for line in ours.lines}
    said = [line for line in theirs.lines if line.text.strip(" .").casefold() in english]
    return list(dict.fromkeys(line.kind for line in said if line.kind not in has))


def _words(one: LangText | Texts) -> str:
    return one.text if isinstance(one, LangText) else one.name


def _typed(request: Request) -> set[str]:
    """Return what a person calls goals and activities: rows of a log carry it as if it were in a language."""
    plan = request.plan
    asked = [*(one for check in plan.checkpoints for one in check.criteria), *(goal.criterion for goal in plan.goals)]
    rows = request.log.rows if request.log is not None else ()
    own = (*(goal.text for goal in plan.goals), *(one.activity for one in (*asked, *rows) if one is not None))
    return {text for text in own if text}


def _of_studies(request: Request, said: str) -> Iterator[Gap]:
    """Yield measures of which the paper quotes in English for whom a change counts."""
    for measure in request.measures.values():
        quoted = (change.population for change in (*measure.mcid, *measure.mdc))
        if any(text and text in said for text in quoted):
            place = _place(measure, _Place(""))
            yield Gap(_("{place}: for whom its changes count").format(place=place.words))


def _of_picture(request: Request, document: Document, lang: str) -> Iterator[Gap]:
    """Yield the picture that explains the plan where its labels are not written in the language."""
    picture = picture_for(request.plan)
    offered = {text.lang for text in picture.name} if picture is not None else set[str]()
    if picture is None or request.explaining is None or {lang, lang.split("-")[0]} & offered:
        return
    if any(
        request.explaining is getattr(getattr(block, "picture", None), "drawing", None) for block in document.blocks
    ):
        yield Gap(named_words(_("Labels of the picture"), text_in(picture.name, language())))


def _places(request: Request) -> Iterator[tuple[ByLanguage, _Place]]:
    """Yield where each text is, last what it is called first by."""
    log = request.log or log_of(request)
    roots: Iterable[Any] = (request.plan, *request.measures.values(), log)
    found = [one for root in roots for one in _within(root, _Place(_("Plan")))]
    return reversed(found)


def _within(value: Any, place: _Place) -> Iterator[tuple[ByLanguage, _Place]]:  # noqa: ANN401  (any part of a plan)
    """Yield the texts in a value with the part of the plan they belong to."""
    if isinstance(value, msgspec.Struct):
        place = _place(value, place)
        for name in value.__struct_fields__:
            yield from _within(getattr(value, name), _of_plan(name, place) if isinstance(value, Plan) else place)
    elif isinstance(value, tuple):
        values = cast("tuple[Any, ...]", value)
        if values and isinstance(values[0], LangText | Texts):
            yield values, place
        else:
            for one in values:
                yield from _within(one, place)


def _of_plan(field: str, place: _Place) -> _Place:
    named = {
        "plain_title": _("Title for the patient"),
        "why_words": _("Why, in the patient’s words"),
        "flare": _("What to do in a flare"),
    }
    return place._replace(words=named.get(field, place.words))


def _place(value: msgspec.Struct, place: _Place) -> _Place:
    """Return where the texts of a value are: itself where it has a name of its own, else what it is part of."""
    lang = language()
    match value:
        case Item():
            return _Place(named_words(kind_words(value.kind), texts_in(value.texts, lang).name), value.id, "item")
        case Step():
            name = value.title or texts_in(value.words, lang).name
            return _Place(named_words(_("Step"), name), value.id, "step")
        case Goal():
            return _Place(named_words(_("Goal"), value.text or text_in(value.words, lang)), value.id, "goal")
        case Checkpoint():
            return _Place(_("Checkpoint"), value.id, "checkpoint")
        case Driver():
            return place._replace(words=named_words(_("Driver"), value.text or text_in(value.words, lang)))
        case Criterion() | Measure():
            return place._replace(words=named_words(_("Measure"), text_in(value.name, lang)))
        case LogRow():
            return _Place(named_words(_("Row of the daily log"), text_in(value.name, lang)))
        case _:
            return place
