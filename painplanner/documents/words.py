"""The language of one paper: its fixed words, the pick among a plan's words, and the small words that all papers share.

Days stand in `day_words`, doses in `dose_words`, the parts of a plan in `plan_words`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from painplanner.core.plan import Texts, texts_in
from painplanner.core.values import Discipline, LangText, Side, text_in
from painplanner.documents.lacking import note
from painplanner.text import Translator, has_catalogue, translator

BLANK = "____"
"""What stands where a number was left open: a line to fill in by hand."""
LONG_BLANK = "____________"


@dataclass(frozen=True)
class Words:
    """A language with its fixed words; `today` is the day of the paper, whose year goes without saying."""

    lang: str
    t: Translator
    today: date

    @property
    def printed_lang(self) -> str:
        """Return the language the fixed words really are in: English where there is no catalogue."""
        return self.lang if has_catalogue(self.lang) else "en"

    def text(self, texts: Sequence[LangText], own: str = "") -> str:
        """Return a text in this language; words typed into the plan (`own`) win unless they are one of the texts."""
        typed = own.strip()
        if typed and typed not in {entry.text.strip() for entry in texts}:
            return typed
        note(tuple(texts))
        return text_in(texts, self._offered({entry.lang for entry in texts})).strip() or typed

    def texts(self, texts: tuple[Texts, ...]) -> Texts:
        """Return names and lines in this language, else in English."""
        note(texts)
        return texts_in(texts, self._offered({entry.lang for entry in texts}))

    def other_language(self, lang: str) -> str:
        """Return a language that texts are in where that is another than the paper's, else nothing."""
        return "" if lang.split("-")[0] == self.printed_lang.split("-")[0] else lang

    def _offered(self, langs: set[str]) -> str:
        return self.lang if self.lang in langs else self.lang.split("-")[0]


def words_in(lang: str, today: date) -> Words:
    """Return the words of a language for a paper of `today`."""
    return Words(lang, translator(lang), today)


def side_words(side: Side | None, w: Words) -> str:
    """Return a side in words; an unset one is there to be circled and never taken as both."""
    if side is None:
        return w.t.gettext("left / right / both (circle one)")
    return {
        Side.LEFT: w.t.gettext("left side"),
        Side.RIGHT: w.t.gettext("right side"),
        Side.BOTH: w.t.gettext("left and right"),
    }[side]


def discipline_words(discipline: Discipline | None, w: Words) -> str:
    """Return what a member of the team is called by a patient."""
    t = w.t
    known = {
        Discipline.PHYSICIAN: t.gettext("doctor"),
        Discipline.PHYSIATRIST: t.gettext("rehab doctor"),
        Discipline.INTERVENTIONAL: t.gettext("pain doctor"),
        Discipline.PHYSICAL_THERAPIST: t.gettext("physical therapist"),
        Discipline.OCCUPATIONAL_THERAPIST: t.gettext("occupational therapist"),
        Discipline.PSYCHOLOGIST: t.gettext("psychologist"),
        Discipline.PHARMACIST: t.gettext("pharmacist"),
        Discipline.DIETITIAN: t.gettext("dietitian"),
        Discipline.NURSE: t.gettext("nurse"),
        Discipline.SURGEON: t.gettext("surgeon"),
        Discipline.STAFF: t.gettext("front desk"),
        Discipline.PATIENT: t.gettext("you"),
    }
    return known[discipline] if discipline is not None else ""


def listed(names: Sequence[str], w: Words) -> str:
    """Join names as people say them: "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return w.t.gettext("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def sentence(text: str) -> str:
    """Return words as a sentence: a capital first, a full stop last."""
    clean = text.strip()
    if not clean:
        return ""
    return capital(clean if clean[-1] in ".!?:…" else clean + ".")


def capital(text: str) -> str:
    """Return words with their first letter raised."""
    return text[:1].upper() + text[1:]


def sentences(text: str) -> tuple[str, ...]:
    """Split a text into its sentences or, where it has lines, into its lines."""
    lines = [line.strip(" \t-•") for line in text.splitlines() if line.strip()]
    if len(lines) != 1:
        return tuple(lines)
    found: list[str] = []
    rest = lines[0]
    while rest:
        cut = min((at for mark in ".!?" if (at := rest.find(mark + " ")) >= 0), default=-1)
        found.append(rest[: cut + 1] if cut >= 0 else rest)
        rest = rest[cut + 1 :].strip() if cut >= 0 else ""
    return tuple(found)
