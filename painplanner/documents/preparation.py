"""How to get ready for a procedure: what to tell the practice, blood thinners, what is agreed, and two lists to tick.

What only the practice knows is a line to fill: the last meal, the medicines of that morning, the days of a blood
thinner. Nobody stops one alone (ASRA 2018, Narouze et al.).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from painplanner.core.plan import LineKind, texts_in
from painplanner.documents.blocks import Block, Callout, Fill, Heading, Pair, rich
from painplanner.documents.shots import Shot
from painplanner.documents.stop import Reasons
from painplanner.documents.words import Words

_THINNER = re.compile(r"blood thinner|on your own|aspirin", re.IGNORECASE)
_DRIVER = re.compile(r"drive you home", re.IGNORECASE)


class Prepared(NamedTuple):
    """The lines of a procedure by what they are about."""

    tell: tuple[str, ...]
    thinner: tuple[str, ...]
    driver: tuple[str, ...]


def prepared(shot: Shot, why: Reasons, w: Words) -> Prepared:
    """Return the plan's lines, sorted by the English words of the library; general ones where it has none."""
    said = w.texts(shot.item.texts).of_kind(LineKind.PREPARE)
    if not said:
        return _general(why, w)
    english = texts_in(shot.item.texts, "en").of_kind(LineKind.PREPARE)
    pairs = list(zip(said, english if len(english) == len(said) else said, strict=True))
    driver = tuple(line for line, words in pairs if _DRIVER.search(words))
    thinner = tuple(line for line, words in pairs if _THINNER.search(words))
    return Prepared(tuple(line for line, _words in pairs if line not in (*driver, *thinner)), thinner, driver)


def _general(why: Reasons, w: Words) -> Prepared:
    t = w.t
    return Prepared(
        tell=(t.gettext("Tell us about allergies, diabetes, a fever or if you may be pregnant."),),
        thinner=(t.gettext("Tell us if you take a blood thinner."), t.gettext("Do not stop it on your own.")),
        driver=(t.gettext("Bring someone to drive you home."),) if why.spine_procedure else (),
    )


def preparation(shot: Shot, time_known: str, why: Reasons, w: Words) -> tuple[Block, ...]:
    """Return the boxes, the lines to fill and the lists; without a known time there is a line for it."""
    lines = prepared(shot, why, w)
    boxes = (_tell_box(lines, w), _thinner_box(lines, why, w))
    two = tuple(box for box in boxes if box.items)
    return (
        *((Pair(*two),) if len(two) == 2 else two),
        Heading(w.t.gettext("We write this down with you"), level=3),
        *_agreed(time_known, why, w),
        Pair(_day_before(shot, lines, w), _to_bring(shot, why, w)),
    )


def _tell_box(lines: Prepared, w: Words) -> Callout:
    said = (*lines.tell, *lines.driver)
    return Callout(w.t.gettext("Before you come"), tuple(rich(line) for line in said))


def _thinner_box(lines: Prepared, why: Reasons, w: Words) -> Callout:
    t = w.t
    takes = (
        t.gettext("You told us that you take one. We talk with the doctor who gave it to you."),
        t.gettext("Start it again only when we tell you."),
    )
    said = (*lines.thinner, *(takes if why.blood_thinner else ()))
    return Callout(t.gettext("Blood thinners"), tuple(rich(line) for line in said))


def _agreed(time_known: str, why: Reasons, w: Words) -> tuple[Fill, ...]:
    t = w.t
    labels = (
        "" if time_known else t.gettext("Come on (day and time)"),
        t.gettext("Last meal and drink before it"),
        t.gettext("Medicines on that morning"),
        t.gettext("Blood thinner: last time before it") if why.blood_thinner else "",
        t.gettext("Blood thinner: again from") if why.blood_thinner else "",
    )
    return tuple(Fill(label) for label in labels if label)


def _day_before(shot: Shot, lines: Prepared, w: Words) -> Callout:
    t = w.t
    said = (
        t.gettext("I know when and where to come."),
        t.gettext("Someone can drive me home.") if lines.driver else "",
        t.gettext("I know which medicines to take."),
        t.gettext("I feel well. With a fever or a new illness, I call first."),
        t.gettext("I know what brings on my pain.") if shot.is_test else "",
    )
    return _list(t.gettext("The day before"), said)


def _to_bring(shot: Shot, why: Reasons, w: Words) -> Callout:
    t = w.t
    said = (
        t.gettext("This paper"),
        t.gettext("A list of my medicines and allergies"),
        t.gettext("What I need to check my sugar") if why.diabetes else "",
        t.gettext("A pen and a watch or phone, for the pain log") if shot.is_test else "",
        t.gettext("My questions, written below"),
    )
    return _list(t.gettext("What I bring"), said)


def _list(title: str, lines: tuple[str, ...]) -> Callout:
    return Callout(title, tuple(rich(line) for line in lines if line), mark="box")
