"""The aspects that are checked, one function each: PEMAT-P items (named in PMC11033604, table 2) and CDC Index items.

A function returns where it fails first: a sentence, a heading, or `NOWHERE` where the whole paper lacks something, and
`None` where all is well. An aspect that has no place in a paper is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from painplanner.documents.blocks import (
    Bullets,
    Callout,
    Charts,
    Exercise,
    FoldCard,
    Heading,
    LogTable,
    Message,
    Picture,
    StepRow,
    plain,
)
from painplanner.documents.blocks import Scale as Rated
from painplanner.documents.said import parts
from painplanner.services.document_check import features
from painplanner.services.document_check.features import Looked
from painplanner.services.reading import is_easy

NOWHERE = ""
Found = str | None
MOST_PASSIVE = 0.1
"""The share of sentences in the passive voice from which a paper is no longer in the active voice."""
LONGEST_LEAD = 4
"""The one message has at most so many sentences."""
_FEW_BLOCKS = 5
_SENTENCE = re.compile(r"(?<!\b[^\W\d_])[.!?](?=\s|$)")
"""A letter alone before its full stop is short for a word ("M. Reyes", "a. m.") and ends no sentence."""
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being)\s+(?:\w{2,}ed|done|given|held|kept|known|made|put|seen|sent|shown|taken|told)\b",
    re.IGNORECASE,
)
_SPELLED = {
    "en": re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)\b", re.IGNORECASE),
    "es": re.compile(
        r"(?<!\blos )(?<!\blas )\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|treinta)\b",
        re.IGNORECASE,
    ),
}
_SUMS = re.compile(r"\b(?:divide|multiply|subtract|double it|divida|multiplique|reste)\b|\d\s*[×÷]\s*\d", re.IGNORECASE)
_YOU = {"en": re.compile(r"\byour?\b", re.IGNORECASE), "es": re.compile(r"\b(?:usted|su|sus|le)\b", re.IGNORECASE)}
_WORRYING = {
    "en": re.compile(r"\b(?:degenerat\w+|wear and tear|bone on bone|damaged?|instability|crumbling)\b", re.IGNORECASE),
    "es": re.compile(
        r"\b(?:degenera\w+|desgaste|hueso con hueso|(?<!hacerse )daño|dañad\w+|inestabilidad)\b", re.IGNORECASE
    ),
}
"""Words that frighten and explain nothing (pain education [K])."""


class Scale(StrEnum):
    """Whose item an aspect is."""

    PEMAT = "pemat"
    INDEX = "cdc-index"


@dataclass(frozen=True)
class Aspect:
    """One thing that is checked; `asks` tells whether a paper is asked for it."""

    code: str
    scales: tuple[Scale, ...]
    fails: Callable[[Looked], Found]
    asks: Callable[[Looked], bool] = lambda _paper: True


def _unless(holds: bool, where: str = NOWHERE) -> Found:
    return None if holds else where


def _purpose(paper: Looked) -> Found:
    return _unless(bool(paper.document.title.strip()) and paper.of(Message))


def _message(paper: Looked) -> Found:
    return _unless(sum(1 for _one in parts(paper.blocks, Message)) == 1)


def _message_first(paper: Looked) -> Found:
    return _unless(bool(paper.blocks) and isinstance(paper.blocks[0], Message))


def _lead_short(paper: Looked) -> Found:
    lead = next(parts(paper.blocks, Message), None)
    words = plain(lead.words) if lead is not None else ""
    return _unless(0 < len(_SENTENCE.findall(words)) <= LONGEST_LEAD, words)


def _reads_easily(paper: Looked) -> Found:
    return _unless(is_easy(paper.lines, paper.lang))


def _no_worrying_words(paper: Looked) -> Found:
    return paper.first_with(_WORRYING[paper.lang]) or None


def _active(paper: Looked) -> Found:
    passive = [line for line in paper.lines if _PASSIVE.search(line)]
    return _unless(len(passive) <= MOST_PASSIVE * len(paper.lines), passive[0] if passive else NOWHERE)


def _numbers(paper: Looked) -> Found:
    return paper.first_with(_SPELLED[paper.lang]) or None


def _no_sums(paper: Looked) -> Found:
    return paper.first_with(_SUMS) or None


def _chunks(paper: Looked) -> Found:
    return next((head for head, count in features.lists(paper.blocks) if count > features.MOST_POINTS), None)


def _heads(paper: Looked) -> Found:
    return _unless(paper.of(Heading, Callout, StepRow, Exercise, LogTable, Rated))


def _summary(paper: Looked) -> Found:
    return _unless(features.summed_up(paper.blocks))


def _cues(paper: Looked) -> Found:
    return _unless(features.emphasised(paper.blocks))


def _lists(paper: Looked) -> Found:
    return _unless(paper.of(Bullets, Callout, FoldCard, StepRow, Exercise, LogTable, Rated))


def _pictures(paper: Looked) -> Found:
    return next((one.title for one in parts(paper.blocks, Exercise) if not one.pictures), None)


def _captions(paper: Looked) -> Found:
    return _unless(all(one.caption or one.alt for one in parts(paper.blocks, Picture)))


def _charts(paper: Looked) -> Found:
    return _unless(features.charts_explained(paper.blocks))


def _action(paper: Looked) -> Found:
    return _unless(features.ticked(paper.blocks) or paper.of(StepRow, Exercise))


def _you(paper: Looked) -> Found:
    return _unless(bool(paper.first_with(_YOU[paper.lang])))


def _steps(paper: Looked) -> Found:
    return next((one.title for one in parts(paper.blocks, Exercise) if one.number and not one.steps), None)


def _tool(paper: Looked) -> Found:
    return _unless(features.ticked(paper.blocks))


def _in(*known: str) -> Callable[[Looked], bool]:
    return lambda paper: paper.lang in known


def _with(*kinds: type[object]) -> Callable[[Looked], bool]:
    return lambda paper: paper.of(*kinds)


_BOTH = (Scale.PEMAT, Scale.INDEX)
ASPECTS = (
    Aspect("purpose", (Scale.PEMAT,), _purpose),
    Aspect("one-message", (Scale.INDEX,), _message),
    Aspect("message-first", (Scale.INDEX,), _message_first),
    Aspect("lead-short", (Scale.INDEX,), _lead_short),
    Aspect("reads-easily", _BOTH, _reads_easily, _in("en", "es")),
    Aspect("no-worrying-words", (Scale.PEMAT,), _no_worrying_words, _in(*_WORRYING)),
    Aspect("active-voice", _BOTH, _active, _in("en")),
    Aspect("numbers", _BOTH, _numbers, _in(*_SPELLED)),
    Aspect("no-sums", _BOTH, _no_sums),
    Aspect("chunks", _BOTH, _chunks),
    Aspect("headings", _BOTH, _heads, lambda paper: len(paper.blocks) > _FEW_BLOCKS),
    Aspect("summary", _BOTH, _summary),
    Aspect("cues", _BOTH, _cues),
    Aspect("lists", (Scale.INDEX,), _lists),
    Aspect("pictures", _BOTH, _pictures, _with(Exercise)),
    Aspect("captions", (Scale.PEMAT,), _captions, _with(Picture)),
    Aspect("charts-explained", _BOTH, _charts, _with(Charts)),
    Aspect("action", _BOTH, _action),
    Aspect("you", (Scale.PEMAT,), _you, _in(*_YOU)),
    Aspect("steps", _BOTH, _steps, _with(Exercise)),
    Aspect("tool", (Scale.PEMAT,), _tool),
)
