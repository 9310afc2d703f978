"""Makes the rows of a plan in words, and makes again only those of parts that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from painplanner.core.findings import Finding
from painplanner.core.flares import flare_on
from painplanner.core.library import Kind
from painplanner.core.measure import Measure
from painplanner.core.outline import CheckLine, Outline, StepLine
from painplanner.core.plan import (
    Action,
    ActionKind,
    AfterStep,
    Checkpoint,
    EveryWeeks,
    Item,
    Outcome,
    Plan,
    Purpose,
    Step,
    StepStatus,
    item_name,
)
from painplanner.core.values import text_in
from painplanner.gui.dates import near_day_words, span_words
from painplanner.gui.pages.composer.rows import (
    CardRow,
    CheckRow,
    FindingRow,
    HeadRow,
    ItemRow,
    Row,
    StepRow,
    WeekRow,
    step_heading,
)
from painplanner.services import words
from painplanner.text import _, ngettext

_OVER = frozenset({StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED})


class _Kept(NamedTuple):
    """Rows that were made, and what they were made from."""

    reason: tuple[object, ...]
    rows: tuple[Row, ...]


class RowMaker:
    """Makes rows in a language; rows of parts that did not change stay the same objects."""

    def __init__(self, lang: str, crisis_line: str = "") -> None:
        """Keep nothing yet."""
        self.lang, self._crisis_line = lang, crisis_line
        self.measures: Mapping[str, Measure] = {}
        self._kept: dict[str, _Kept] = {}
        self._findings: tuple[Finding, ...] = ()
        self._round = 0
        self._by_subject: dict[str, tuple[Finding, ...]] = {}
        self._said: dict[Finding, tuple[str, str]] = {}
        self._names: tuple[object, ...] = ()

    def rows(self, plan: Plan, outline: Outline, findings: tuple[Finding, ...], today: date) -> tuple[Row, ...]:
        """Return every row in order."""
        self._take(findings, plan)
        checks = self._all_checks(plan, outline, today)
        found: list[Row] = []
        week: int | None = None
        for step, line in zip(plan.steps, outline.lines, strict=True):
            if line.start is not None and line.week != week:
                week = line.week
                found += self._week(week, outline.first_day, step)
            found += self._card(step, line, plan, today)
            found += checks.pop(step.id, ())
        for rest in checks.values():
            found += rest
        return (*found, *self._whole_plan(plan))

    def _take(self, findings: tuple[Finding, ...], plan: Plan) -> None:
        """Sort new findings by their subject; sentences are worded anew when a name in them may have changed."""
        if findings is self._findings:
            return
        self._findings = findings
        self._round += 1
        self._by_subject = {}
        for finding in findings:
            self._by_subject[finding.subject] = (*self._by_subject.get(finding.subject, ()), finding)
        names = (tuple(step.title for step in plan.steps), plan.drivers)
        if names != self._names:
            self._names = names
            self._said.clear()

    def _keep(self, key: str, reason: tuple[object, ...], make: Iterable[Row]) -> tuple[Row, ...]:
        """Return the rows of a part, made now unless they were made for the same reason; `make` is run only then."""
        before = self._kept.get(key)
        if before is None or before.reason != reason:
            before = self._kept[key] = _Kept(reason, tuple(make))
        return before.rows

    def _week(self, week: int, first_day: date, step: Step) -> tuple[Row, ...]:
        return self._keep(f"week:{step.id}", (week, first_day), _week_rows(week, first_day, step))

    # Cards

    def _card(self, step: Step, line: StepLine, plan: Plan, today: date) -> tuple[Row, ...]:
        """Return the rows of a step; when only its number or dates moved, those of its items stay."""
        reason = (step, line.number, line.start, line.end, plan.drivers, plan.flares, today, self._round)
        return self._keep(f"card:{step.id}", reason, self._card_rows(step, line, plan, today))

    def _card_rows(self, step: Step, line: StepLine, plan: Plan, today: date) -> Iterable[Row]:
        """Give the head, the items each with what is found about it, and what is found about the step."""
        about = self._by_subject.get(step.id, ())
        last = len(step.items) if not about else -1
        head = (step, line.number, line.start, line.end, plan.drivers, today, last == 0)
        yield from self._keep(step.id, head, self._heads(step, line, plan, today, is_last=last == 0))
        for place, item in enumerate(step.items, 1):
            found = self._by_subject.get(item.id, ())
            ends = place == last and not found
            mark = _mark(item, plan, today)
            reason = (item, step.id, step.purpose, mark, ends)
            yield from self._keep(item.id, reason, self._items(item, step, mark, is_last=ends))
            yield from self._finding_rows(found, plan, step, closes=place == last)
        yield from self._finding_rows(about, plan, step, closes=True)

    def _heads(self, step: Step, line: StepLine, plan: Plan, today: date, *, is_last: bool) -> Iterable[CardRow]:
        mine = (driver for driver in plan.drivers if driver.id in step.drivers)
        parts = (
            words.status_words(step.status) if step.status is not StepStatus.PLANNED else "",
            ", ".join(driver.text or text_in(driver.words, self.lang) for driver in mine),
            step.note.strip().split("\n", 1)[0],
        )
        yield StepRow(
            key=step.id,
            number=line.number,
            title=step_heading(step, self.lang),
            purpose=step.purpose,
            purpose_word=words.purpose_words(step.purpose) if step.purpose else "",
            dates=span_words(line.start, line.end, today) if line.start else _("no date yet"),
            more=" · ".join(part for part in parts if part),
            owner=step.owner.name or words.discipline_words(step.owner.discipline),
            is_over=step.status in _OVER,
            is_last=is_last,
        )

    def _items(self, item: Item, step: Step, mark: str, *, is_last: bool) -> Iterable[CardRow]:
        dose = words.dose_shown(item.dose)
        if not dose and item.kind == Kind.MEDICINE:
            dose = _("no dose typed yet")
        yield ItemRow(
            key=item.id,
            step=step.id,
            name=item_name(item, self.lang),
            dose=" · ".join(part for part in (dose, item.note) if part),
            figure=item.figure,
            side=getattr(item.dose, "side", None),
            kind=item.kind,
            mark=mark,
            purpose=step.purpose,
            is_over=item.stopped_on is not None,
            is_last=is_last,
        )

    # Checkpoints

    def _all_checks(self, plan: Plan, outline: Outline, today: date) -> defaultdict[str, list[Row]]:
        """Return the rows of all checkpoints by the step that they stand behind."""
        names = {line.step: (line.number, step.title) for line, step in zip(outline.lines, plan.steps, strict=True)}
        found: defaultdict[str, list[Row]] = defaultdict(list)
        for check, line in zip(plan.checkpoints, outline.checks, strict=True):
            named = tuple(names.get(one) for one in _named(check))
            reason = (check, line.dates, named, plan.drivers, today)
            found[line.after] += self._keep(check.id, reason, self._checks(check, line, plan, names, today))
            found[line.after] += self._finding_rows(self._by_subject.get(check.id, ()), plan, None)
        return found

    def _checks(
        self, check: Checkpoint, line: CheckLine, plan: Plan, names: Mapping[str, tuple[str, str]], today: date
    ) -> Iterable[Row]:
        criteria = (words.criterion_words(c, self.measures.get(c.measure), self.lang) for c in check.criteria)
        yield CheckRow(
            key=check.id,
            title=_check_title(check, line, plan, today),
            criteria=tuple(criteria),
            outcomes=tuple(_outcomes(check, plan, names, self.lang)),
        )

    # Findings

    def _whole_plan(self, plan: Plan) -> tuple[Row, ...]:
        """Return what the review says about the plan as a whole, its goals and the patient."""
        parts = {part.id for group in (plan.steps, plan.checkpoints) for part in group}
        parts |= {item.id for step in plan.steps for item in step.items}
        rest = [finding for subject, found in self._by_subject.items() if subject not in parts for finding in found]
        if not rest or not plan.steps:
            return ()
        rest.sort(key=lambda finding: finding.severity.rank)
        return (HeadRow(key="head:plan", text=_("The plan as a whole")), *self._finding_rows(rest, plan, None))

    def _finding_rows(
        self, findings: Iterable[Finding], plan: Plan, step: Step | None, *, closes: bool = False
    ) -> tuple[FindingRow, ...]:
        made = [self._finding_row(finding, plan, step) for finding in findings]
        if made and closes:
            made[-1] = made[-1]._replace(is_last=True)
        return tuple(made)

    def _finding_row(self, finding: Finding, plan: Plan, step: Step | None) -> FindingRow:
        if finding not in self._said:
            self._said[finding] = (
                words.finding_sentence(finding, plan, self._crisis_line, self.lang),
                _remedy(finding),
            )
        text, remedy = self._said[finding]
        purpose: Purpose | None = step.purpose if step else None
        return FindingRow(
            key=f"finding:{finding.code}:{finding.subject}:{hash(finding.args)}",
            subject=finding.subject,
            step=step.id if step else "",
            text=text,
            remedy=remedy,
            severity=finding.severity,
            purpose=purpose,
            is_last=False,
            is_indented=finding.subject_kind == "checkpoint",
            finding=finding,
        )


def _week_rows(week: int, first_day: date, step: Step) -> Iterable[WeekRow]:
    monday = first_day + timedelta(days=7 * week)
    text = _("Week {n} · from {day}").format(n=week + 1, day=near_day_words(monday, monday))
    yield WeekRow(key=f"week:{week}:{step.id}", text=text)


def _mark(item: Item, plan: Plan, today: date) -> str:
    if item.stopped_on is not None:
        return _("stopped {day}").format(day=near_day_words(item.stopped_on, today))
    flare = flare_on(item, plan.flares, today) if plan.flares else None
    if flare is not None:
        back = flare.back_on
        return _("flare until {day}").format(day=near_day_words(back, today)) if back is not None else _("flare")
    return _("new") if item.added_on == today else ""


def _named(check: Checkpoint) -> tuple[str, ...]:
    """Return the steps that a checkpoint names in its words."""
    actions = (check.on_met, check.on_partly, check.on_not_met)
    when = check.when.step if isinstance(check.when, AfterStep | EveryWeeks) else ""
    return (when, *(action.target for action in actions if action is not None))


def _check_title(check: Checkpoint, line: CheckLine, plan: Plan, today: date) -> str:
    if not line.dates:
        return _("Checkpoint, {when}").format(when=words.timing_words(check.when, plan))
    first = near_day_words(line.dates[0], today, weekday=True)
    if len(line.dates) > 1:
        times = ngettext("{n} time", "{n} times", len(line.dates)).format(n=len(line.dates))
        every = words.timing_words(check.when, plan)
        return _("Checkpoint {day} · {every}, {times}").format(day=first, every=every, times=times)
    after = _distance(check)
    title = _("Checkpoint {day}").format(day=first)
    return f"{title} · {after}" if after else title


def _distance(check: Checkpoint) -> str:
    when = check.when
    if not isinstance(when, AfterStep) or when.days == 0:
        return ""
    weeks, rest = divmod(when.days, 7)
    if weeks and not rest:
        return ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)
    return ngettext("{n} day", "{n} days", when.days).format(n=when.days)


def _outcomes(
    check: Checkpoint, plan: Plan, names: Mapping[str, tuple[str, str]], lang: str
) -> Iterable[tuple[Outcome, str]]:
    actions = ((Outcome.MET, check.on_met), (Outcome.PARTLY, check.on_partly), (Outcome.NOT_MET, check.on_not_met))
    for outcome, action in actions:
        if action is not None:
            yield outcome, f"{words.outcome_words(outcome)}: {_action_words(action, plan, names, lang)}"


def _action_words(action: Action, plan: Plan, names: Mapping[str, tuple[str, str]], lang: str) -> str:
    if action.kind is ActionKind.NEXT_STEP and action.target in names:
        return _("go on to {number}").format(number=names[action.target][0])
    return words.action_words(action, plan, lang)


def _remedy(finding: Finding) -> str:
    """Return the words of the link: the remedy, or the way to where the patient is asked."""
    at_patient = _("Answer on the overview") if finding.subject_kind == "patient" else ""
    return words.remedy_words(finding) or at_patient
