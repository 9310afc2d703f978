"""The rows of the sequence as values: weeks, cards of steps with their items, checkpoints between them, findings.

A row carries its words; they are made in `row_maker`, and nothing here knows how a row is painted.
"""

from __future__ import annotations

from typing import NamedTuple

from painplanner.core.findings import Finding, Severity
from painplanner.core.library import Kind
from painplanner.core.plan import FigureRef, Outcome, Purpose, Step, texts_in
from painplanner.core.values import Side
from painplanner.services import words
from painplanner.text import _


class WeekRow(NamedTuple):
    """The line above the first step of a week."""

    key: str
    text: str

    @property
    def subject(self) -> str:
        """Return the id that is selected with this line: none."""
        return ""

    @property
    def spoken(self) -> str:
        """Return what is read out."""
        return self.text


class StepRow(NamedTuple):
    """The head of a card."""

    key: str
    number: str
    title: str
    purpose: Purpose | None
    purpose_word: str
    dates: str
    more: str
    owner: str
    is_over: bool
    is_last: bool

    @property
    def subject(self) -> str:
        """Return the id of the step."""
        return self.key

    @property
    def step(self) -> str:
        """Return the id of the step whose card this is."""
        return self.key

    @property
    def spoken(self) -> str:
        """Return what is read out."""
        head = _("Step {number}: {title}").format(number=self.number, title=self.title)
        return ", ".join(part for part in (head, self.purpose_word, self.dates, self.owner, self.more) if part)


class ItemRow(NamedTuple):
    """One thing to do, in a card."""

    key: str
    step: str
    name: str
    dose: str
    figure: FigureRef | None
    side: Side | None
    kind: str
    mark: str
    purpose: Purpose | None
    is_over: bool
    is_last: bool

    @property
    def subject(self) -> str:
        """Return the id of the item."""
        return self.key

    @property
    def spoken(self) -> str:
        """Return what is read out."""
        return ", ".join(part for part in (self.name, self.dose, self.mark) if part)


class CheckRow(NamedTuple):
    """A checkpoint between cards: when, what is looked at, what follows."""

    key: str
    title: str
    criteria: tuple[str, ...]
    outcomes: tuple[tuple[Outcome, str], ...]

    @property
    def subject(self) -> str:
        """Return the id of the checkpoint."""
        return self.key

    @property
    def spoken(self) -> str:
        """Return what is read out."""
        return ". ".join((self.title, *self.criteria, *(text for _outcome, text in self.outcomes)))


class FindingRow(NamedTuple):
    """A sentence of the review where it belongs; `step` is set inside a card."""

    key: str
    subject: str
    step: str
    text: str
    remedy: str
    severity: Severity
    purpose: Purpose | None
    is_last: bool
    is_indented: bool
    finding: Finding

    @property
    def spoken(self) -> str:
        """Return what is read out."""
        return (
            _("{sentence} Enter: {remedy}").format(sentence=self.text, remedy=self.remedy) if self.remedy else self.text
        )


class HeadRow(NamedTuple):
    """The line above what concerns the whole plan."""

    key: str
    text: str

    @property
    def subject(self) -> str:
        """Return the id that is selected with this line: none."""
        return ""

    @property
    def spoken(self) -> str:
        """Return what is read out."""
        return self.text


Row = WeekRow | StepRow | ItemRow | CheckRow | FindingRow | HeadRow
CardRow = StepRow | ItemRow | FindingRow


def step_heading(step: Step, lang: str) -> str:
    """Return what a card is called: its title, its ready words, or the kinds of what is in it."""
    title = step.title.strip() or texts_in(step.words, lang).name
    if title:
        return title
    kinds = list(dict.fromkeys(item.kind for item in step.items))
    if not kinds:
        return _("Empty step")
    first, *others = (_group_words(kind) for kind in kinds)
    return ", ".join((first, *(other.lower() for other in others)))


def _group_words(kind: str) -> str:
    return _("Exercises") if kind == Kind.EXERCISE else words.kind_words(kind)
