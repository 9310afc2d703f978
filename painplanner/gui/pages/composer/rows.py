"""The lines of the sequence as values: weeks, cards of steps with their items, checkpoints between them, findings.

Words are made here, once for each part that changed; nothing here knows how a line is painted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from painplanner.core.dose_text import dose_line
from painplanner.core.findings import Finding, Severity
from painplanner.core.library import Kind
from painplanner.core.measure import Measure
from painplanner.core.outline import CheckLine, Outline, StepLine
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Checkpoint,
    FigureRef,
    Item,
    Outcome,
    Plan,
    Purpose,
    Step,
    StepStatus,
    item_name,
    texts_in,
)
from painplanner.core.values import Side, text_in
from painplanner.gui.dates import near_day_words, span_words
from painplanner.services import words
from painplanner.text import _, ngettext


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


class _Seen(NamedTuple):
    """What a card or checkpoint was made from: the parts by identity first, which is quick."""

    part: Step | Checkpoint
    line: StepLine | CheckLine
    findings: tuple[Finding, ...]
    around: object


@dataclass
class RowMaker:
    """Makes the rows of a plan and keeps those of parts that did not change."""

    lang: str
    measures: Mapping[str, Measure] = field(default_factory=dict[str, Measure])
    _cards: dict[str, tuple[_Seen, tuple[CardRow, ...]]] = field(
        default_factory=dict[str, tuple[_Seen, tuple[CardRow, ...]]]
    )
    _checks: dict[str, tuple[_Seen, tuple[Row, ...]]] = field(default_factory=dict[str, tuple[_Seen, tuple[Row, ...]]])
    _weeks: dict[tuple[int, date, str], WeekRow] = field(default_factory=dict[tuple[int, date, str], WeekRow])

    def rows(self, plan: Plan, outline: Outline, findings: tuple[Finding, ...], today: date) -> tuple[Row, ...]:
        """Return every row in order."""
        by_subject = _by_subject(findings)
        checks = self._all_checks(plan, outline, by_subject, today)
        found: list[Row] = []
        week: int | None = None
        for step, line in zip(plan.steps, outline.lines, strict=True):
            if line.start is not None and line.week != week:
                week = line.week
                found.append(self._week(week, outline.first_day, step))
            found += self._card(step, line, plan, by_subject, today)
            found += checks.pop(step.id, ())
        for rest in checks.values():
            found += rest
        return (*found, *_plan_rows(plan, by_subject))

    def _week(self, week: int, first_day: date, step: Step) -> WeekRow:
        key = (week, first_day, step.id)
        if key not in self._weeks:
            self._weeks[key] = _week_row(week, first_day, step)
        return self._weeks[key]

    def _card(
        self, step: Step, line: StepLine, plan: Plan, by_subject: Mapping[str, tuple[Finding, ...]], today: date
    ) -> tuple[CardRow, ...]:
        parts = (step.id, *(item.id for item in step.items))
        mine = tuple(finding for part in parts for finding in by_subject.get(part, ()))
        seen = _Seen(step, line, mine, (plan.drivers, today))
        before = self._cards.get(step.id)
        if before is not None and before[0] == seen:
            return before[1]
        rows = _closed([*self._card_rows(step, line, by_subject, plan, today)])
        self._cards[step.id] = (seen, rows)
        return rows

    def _all_checks(
        self, plan: Plan, outline: Outline, by_subject: Mapping[str, tuple[Finding, ...]], today: date
    ) -> defaultdict[str, list[Row]]:
        numbers = {line.step: line.number for line in outline.lines}
        around = (tuple(step.title for step in plan.steps), tuple(numbers.items()), plan.drivers, today)
        found: defaultdict[str, list[Row]] = defaultdict(list)
        for checkpoint, line in zip(plan.checkpoints, outline.checks, strict=True):
            seen = _Seen(checkpoint, line, by_subject.get(checkpoint.id, ()), around)
            before = self._checks.get(checkpoint.id)
            if before is None or before[0] != seen:
                made = tuple(self._check_rows(checkpoint, line, plan, numbers, by_subject, today))
                before = self._checks[checkpoint.id] = (seen, made)
            found[line.after] += before[1]
        return found

    def _card_rows(
        self,
        step: Step,
        line: StepLine,
        by_subject: Mapping[str, tuple[Finding, ...]],
        plan: Plan,
        today: date,
    ) -> Iterable[CardRow]:
        yield self._head(step, line, plan, today)
        for item in step.items:
            yield self._item(item, step, today)
            yield from _finding_rows(by_subject.get(item.id, ()), plan, step)
        yield from _finding_rows(by_subject.get(step.id, ()), plan, step)

    def _head(self, step: Step, line: StepLine, plan: Plan, today: date) -> StepRow:
        drivers = ", ".join(
            driver.text or text_in(driver.words, self.lang) for driver in plan.drivers if driver.id in step.drivers
        )
        parts = (
            words.status_words(step.status) if step.status is not StepStatus.PLANNED else "",
            drivers,
            step.note.strip().split("\n", 1)[0],
        )
        return StepRow(
            key=step.id,
            number=line.number,
            title=step_heading(step, self.lang),
            purpose=step.purpose,
            purpose_word=words.purpose_words(step.purpose) if step.purpose else "",
            dates=span_words(line.start, line.end, today) if line.start else _("no date yet"),
            more=" · ".join(part for part in parts if part),
            owner=step.owner.name or words.discipline_words(step.owner.discipline),
            is_over=step.status in {StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED},
            is_last=False,
        )

    def _item(self, item: Item, step: Step, today: date) -> ItemRow:
        dose = dose_line(item.dose) if item.dose is not None else ""
        if not dose and item.kind == Kind.MEDICINE:
            dose = _("no dose typed yet")
        return ItemRow(
            key=item.id,
            step=step.id,
            name=item_name(item, self.lang),
            dose=" · ".join(part for part in (dose, item.note) if part),
            figure=item.figure,
            side=getattr(item.dose, "side", None),
            kind=item.kind,
            mark=_mark(item, today),
            purpose=step.purpose,
            is_over=item.stopped_on is not None,
            is_last=False,
        )

    def _check_rows(
        self,
        checkpoint: Checkpoint,
        line: CheckLine,
        plan: Plan,
        numbers: Mapping[str, str],
        by_subject: Mapping[str, tuple[Finding, ...]],
        today: date,
    ) -> Iterable[Row]:
        criteria = (words.criterion_words(c, self.measures.get(c.measure), self.lang) for c in checkpoint.criteria)
        yield CheckRow(
            key=checkpoint.id,
            title=_check_title(checkpoint, line, plan, today),
            criteria=tuple(criteria),
            outcomes=tuple(_outcomes(checkpoint, plan, numbers)),
        )
        yield from _finding_rows(by_subject.get(checkpoint.id, ()), plan, None)


def _by_subject(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        found[finding.subject] = (*found.get(finding.subject, ()), finding)
    return found


def _closed(rows: list[CardRow]) -> tuple[CardRow, ...]:
    rows[-1] = rows[-1]._replace(is_last=True)
    return tuple(rows)


def _week_row(week: int, first_day: date, step: Step) -> WeekRow:
    monday = first_day + timedelta(days=7 * week)
    text = _("Week {n} · from {day}").format(n=week + 1, day=near_day_words(monday, monday))
    return WeekRow(key=f"week:{week}:{step.id}", text=text)


def _mark(item: Item, today: date) -> str:
    if item.stopped_on is not None:
        return _("stopped {day}").format(day=near_day_words(item.stopped_on, today))
    return _("new") if item.added_on == today else ""


def _check_title(checkpoint: Checkpoint, line: CheckLine, plan: Plan, today: date) -> str:
    if not line.dates:
        return _("Checkpoint, {when}").format(when=words.timing_words(checkpoint.when, plan))
    first = near_day_words(line.dates[0], today, weekday=True)
    if len(line.dates) > 1:
        times = ngettext("{n} time", "{n} times", len(line.dates)).format(n=len(line.dates))
        every = words.timing_words(checkpoint.when, plan)
        return _("Checkpoint {day} · {every}, {times}").format(day=first, every=every, times=times)
    after = _distance(checkpoint)
    title = _("Checkpoint {day}").format(day=first)
    return f"{title} · {after}" if after else title


def _distance(checkpoint: Checkpoint) -> str:
    when = checkpoint.when
    if not isinstance(when, AfterStep) or when.days == 0:
        return ""
    weeks, rest = divmod(when.days, 7)
    if weeks and not rest:
        return ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)
    return ngettext("{n} day", "{n} days", when.days).format(n=when.days)


def _outcomes(checkpoint: Checkpoint, plan: Plan, numbers: Mapping[str, str]) -> Iterable[tuple[Outcome, str]]:
    actions = (
        (Outcome.MET, checkpoint.on_met),
        (Outcome.PARTLY, checkpoint.on_partly),
        (Outcome.NOT_MET, checkpoint.on_not_met),
    )
    for outcome, action in actions:
        if action is not None:
            yield outcome, f"{words.outcome_words(outcome)}: {_action_words(action, plan, numbers)}"


def _action_words(action: Action, plan: Plan, numbers: Mapping[str, str]) -> str:
    if action.kind is ActionKind.NEXT_STEP and action.target in numbers:
        return _("go on to {number}").format(number=numbers[action.target])
    return words.action_words(action, plan)


def _finding_rows(findings: Iterable[Finding], plan: Plan, step: Step | None) -> Iterable[FindingRow]:
    for finding in findings:
        yield FindingRow(
            key=f"finding:{finding.code}:{finding.subject}:{hash(finding.args)}",
            subject=finding.subject,
            step=step.id if step else "",
            text=words.finding_sentence(finding, plan),
            remedy=_remedy(finding),
            is_indented=finding.subject_kind == "checkpoint",
            severity=finding.severity,
            purpose=step.purpose if step else None,
            is_last=False,
            finding=finding,
        )


def _remedy(finding: Finding) -> str:
    """Return the words of the link: the remedy, or the way to where the patient is asked."""
    at_patient = _("Answer on the overview") if finding.subject_kind == "patient" else ""
    return words.remedy_words(finding) or at_patient


def _plan_rows(plan: Plan, by_subject: Mapping[str, tuple[Finding, ...]]) -> tuple[Row, ...]:
    """Return what the review says about the plan as a whole, its goals and the patient."""
    parts = {part.id for group in (plan.steps, plan.checkpoints) for part in group}
    parts |= {item.id for step in plan.steps for item in step.items}
    rest = [finding for subject, found in by_subject.items() if subject not in parts for finding in found]
    if not rest or not plan.steps:
        return ()
    rest.sort(key=lambda finding: finding.severity.rank)
    return (HeadRow(key="head:plan", text=_("The plan as a whole")), *_finding_rows(rest, plan, None))
