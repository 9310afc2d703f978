"""What to do after a procedure, in a few boxes: that day, its place, what may be felt, and how to move again.

The lines are those of the plan. They are sorted by the English words of the library, whose lines stand in the same
order in every language; where a plan has none, general ones stand for them.
"""

from __future__ import annotations

import re
from enum import StrEnum

from painplanner.core.plan import Item, LineKind, texts_in
from painplanner.documents.blocks import Callout, rich
from painplanner.documents.stop import Reasons
from painplanner.documents.words import Words, sentence

MOST_POINTS = 5


class Care(StrEnum):
    """What a line of aftercare is about."""

    TEST = "test"
    DAY = "day"
    PLACE = "place"
    FEEL = "feel"
    MOVE = "move"


_WORDS = (
    (Care.TEST, r"your pain (?:each hour|through)|brings on your pain|pain pills|meant to fade"),
    (
        Care.MOVE,
        r"train|week 1|same week|usual things|walks\b|stretch|same day|each day|heavy use|twist|moves\b|glides|therapy",
    ),
    (Care.DAY, r"few hours|some hours|lasts longer|is numb|feel (?:warm|numb)|drive that day|that day light"),
    (Care.PLACE, r"shower|bandage|lotion|belts"),
    (Care.FEEL, r"\bmay\b|tends|takes|\bice\b|sugar|relief|lasts"),
)
"""The first that fits decides; a line without any of them is about the day itself."""


def aftercare(item: Item, why: Reasons, w: Words) -> tuple[Callout, ...]:
    """Return the boxes that have anything to say, and what else can happen."""
    lines = sorted_lines(item, w) if care_lines(item, w) else _general(why, w)
    titles = _titles(w)
    risks = w.texts(item.texts).of_kind(LineKind.RISK)
    boxes = [Callout(titles[care], tuple(rich(line) for line in lines[care])) for care in Care if lines.get(care)]
    if risks:
        boxes.append(Callout(w.t.gettext("What else can happen"), tuple(rich(line) for line in risks)))
    return (*boxes, _check(w))


def _check(w: Words) -> Callout:
    t = w.t
    said = (
        t.gettext("I know what I can do today, and what not."),
        t.gettext("I know on which day I move again."),
        t.gettext("I know when to call (see the stop box)."),
    )
    return Callout(t.gettext("Before I go home"), tuple(rich(line) for line in said), mark="box")


def _titles(w: Words) -> dict[Care, str]:
    t = w.t
    return {
        Care.TEST: t.gettext("Your part in the test"),
        Care.DAY: t.gettext("That day"),
        Care.PLACE: t.gettext("Where the needle went in"),
        Care.FEEL: t.gettext("What you may feel"),
        Care.MOVE: t.gettext("How you move again"),
    }


def sorted_lines(item: Item, w: Words) -> dict[Care, list[str]]:
    """Return the plan's lines by what they are about, in their order."""
    said = care_lines(item, w)
    english = texts_in(item.texts, "en").of_kind(LineKind.AFTERCARE)
    known = english if len(english) == len(said) else said
    found: dict[Care, list[str]] = {}
    for line, words in zip(said, known, strict=True):
        found.setdefault(_care(words), []).append(line)
    return found


def relief_line(item: Item, w: Words) -> str:
    """Return what the plan's own lines say of when the steroid of a shot works, nothing where they do not."""
    lines = sorted_lines(item, w).get(Care.FEEL, []) if care_lines(item, w) else []
    english = [line for line in texts_in(item.texts, "en").of_kind(LineKind.AFTERCARE) if _care(line) is Care.FEEL]
    known = english if len(english) == len(lines) else lines
    return next((line for line, words in zip(lines, known, strict=True) if "steroid" in words.casefold()), "")


def care_lines(item: Item, w: Words) -> tuple[str, ...]:
    """Return what the plan says of the time after a procedure."""
    return w.texts(item.texts).of_kind(LineKind.AFTERCARE)


def care_points(item: Item, w: Words) -> tuple[str, ...]:
    """Return the same in as few points as a list may have: where it is long, sentences about one thing together."""
    lines = care_lines(item, w)
    if len(lines) <= MOST_POINTS:
        return lines
    return tuple(" ".join(sentence(line) for line in some) for some in sorted_lines(item, w).values())


def asks_to_write(item: Item) -> bool:
    """Tell whether the plan asks to write down the pain of the hours after."""
    return any(_care(line) is Care.TEST for line in texts_in(item.texts, "en").of_kind(LineKind.AFTERCARE))


def _care(words: str) -> Care:
    return next((care for care, pattern in _WORDS if re.search(pattern, words, re.IGNORECASE)), Care.DAY)


def _general(why: Reasons, w: Words) -> dict[Care, list[str]]:
    """Return what holds after any injection, as UW Health and UI Health hand it out [R]."""
    t = w.t
    drive, light = t.gettext("Do not drive that day."), t.gettext("Keep that day light.")
    sugar = t.gettext("With diabetes, check your sugar more often for 2 weeks.")
    is_sweet = why.diabetes and "corticosteroid" in why.classes
    return {
        Care.DAY: [drive, light] if why.spine_procedure else [light],
        Care.PLACE: [
            t.gettext("A shower is fine. No bath, pool or hot tub for 2 days."),
            t.gettext("Use no lotion on the spot for a day."),
        ],
        Care.FEEL: [
            t.gettext("You may be sore for 1 to 3 days."),
            t.gettext("Use ice in a cloth for 10 to 20 minutes."),
            *([sugar] if is_sweet else []),
        ],
    }
