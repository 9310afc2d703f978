"""A plan becomes a template: everything of the patient is taken out, dates become days after another step.

Left out: baselines, sides, levels, activities, amounts and times of medicines, names, notes, the typed reason, what was
done so far, and items that another one took over from. An item takes its words from its entry in the library; one whose
entry is gone, or that never had one, stays as a copy of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, cast

import msgspec

from painplanner.core.dose import (
    ActivityDose,
    AnyDose,
    DeviceDose,
    Dose,
    ExerciseDose,
    MedicineDose,
    ProcedureDose,
    ReferralDose,
)
from painplanner.core.edits.items import blank_medicine
from painplanner.core.edits.renewal import Parts, renewed
from painplanner.core.folding import words_of
from painplanner.core.ids import IdFactory
from painplanner.core.known_dates import known_dates
from painplanner.core.library import Intervention, Library, Template
from painplanner.core.measure import Criterion
from painplanner.core.own import own_id
from painplanner.core.plan import (
    AfterStep,
    Anchor,
    Checkpoint,
    Goal,
    Item,
    Lasts,
    OnDate,
    Owner,
    Plan,
    Step,
    Texts,
    TrialEnd,
    When,
    items_of,
)
from painplanner.core.schedule import Span
from painplanner.core.values import Region, replace

_MOST_DAYS = 3650
_LONG_AGO = date(2000, 1, 1)
# Typed for one patient; in a template they stand as the library has them.
_TYPED: dict[type[Dose], tuple[str, ...]] = {
    ProcedureDose: ("site", "level", "guidance"),
    ReferralDose: ("to", "question"),
    DeviceDose: ("when",),
}


def template_from_plan(plan: Plan, library: Library, new_id: IdFactory, *, name: str, lang: str = "en") -> Template:
    """Return a template, named in one language, of what a plan prescribes."""
    parts = renewed(_Impersonal(plan, library).parts(), new_id)
    return Template(
        id=own_id(new_id("template")),
        texts=_texts(plan, name, lang),
        regions=(plan.region or Region.GENERAL,),
        mechanism=plan.mechanism,
        why=plan.why_words,
        flare=plan.flare,
        **parts._asdict(),
    )


def _texts(plan: Plan, name: str, lang: str) -> tuple[Texts, ...]:
    """Return the name with the plain titles of the plan; a language without a name of its own takes the plain one."""
    langs = dict.fromkeys((lang, *(words.lang for words in plan.plain_title)))
    plain = {each: next((t.text for t in plan.plain_title if t.lang == each), "") for each in langs}
    names = {each: name if each == lang else plain[each] for each in langs}
    return tuple(
        Texts(lang=each, name=names[each], plain_name="" if plain[each] == names[each] else plain[each])
        for each in langs
        if each == lang or plain[each]
    )


class _Impersonal:
    """The parts of one plan without the patient, still with the ids of the plan."""

    def __init__(self, plan: Plan, library: Library) -> None:
        self._plan, self._library = plan, library
        fixed = [step.timing.on for step in plan.steps if isinstance(step.timing, OnDate)]
        self._start = plan.start or min(fixed, default=None)
        self._spans = known_dates(plan, self._start or _LONG_AGO).spans
        self._timings = _without_dates(plan.steps, self._spans)
        self._followed = {item.replaces for _step, item in items_of(plan)}

    def parts(self) -> Parts:
        return Parts(
            drivers=self._plan.drivers,
            goals=tuple(self._goal(goal) for goal in self._plan.goals),
            steps=tuple(self._step(step) for step in self._plan.steps),
            checkpoints=tuple(self._checkpoint(check) for check in self._plan.checkpoints),
        )

    def _goal(self, goal: Goal) -> Goal:
        days = goal.by_days
        if goal.by is not None:
            days = (goal.by - self._start).days if self._start is not None else None
        days = min(days, _MOST_DAYS) if days is not None and days > 0 else None
        return replace(goal, by=None, by_days=days, criterion=goal.criterion and self._criterion(goal.criterion))

    def _step(self, step: Step) -> Step:
        kept = (item for item in step.items if item.stopped_on is None or item.id not in self._followed)
        return replace(
            step,
            title="" if step.title in {words.name for words in step.words} else step.title,
            owner=Owner(discipline=step.owner.discipline),
            timing=self._timings[step.id],
            trial_end=_length(step.trial_end, self._spans.get(step.id)),
            items=tuple(self._item(item) for item in kept),
            note="",
        )

    def _item(self, item: Item) -> Item:
        entry = self._library.entries.get(item.source)
        dose = _dose(item.dose, entry)
        if entry is None:
            return replace(item, dose=dose, note="")
        return Item(id=item.id, source=item.source, kind=item.kind, dose=dose)

    def _checkpoint(self, check: Checkpoint) -> Checkpoint:
        criteria = tuple(self._criterion(criterion) for criterion in check.criteria)
        return replace(check, when=self._when(check), criteria=criteria, note="")

    def _when(self, check: Checkpoint) -> When | None:
        when = check.when
        if not isinstance(when, OnDate):
            return when
        begun = [span for span in self._spans.values() if span.start <= when.on]
        looked_at = [span for span in begun if span.step in check.steps]
        span = max(looked_at or begun, key=lambda span: span.start, default=None)
        return None if span is None else _days_after(span.step, Anchor.START, (when.on - span.start).days)

    def _criterion(self, criterion: Criterion) -> Criterion:
        """Return a criterion without side and activity of the patient; its words come from a measure that is known."""
        copies = {} if criterion.measure not in self._library.measures else {"name": (), "plain_name": (), "unit": ()}
        bare: Criterion = replace(criterion, activity="", side=None, **copies)
        return bare


def _dose(dose: AnyDose | None, entry: Intervention | None) -> AnyDose | None:
    if dose is None or isinstance(dose, MedicineDose):
        return dose and blank_medicine(dose)
    usual = entry.dose if entry is not None and type(entry.dose) is type(dose) else None
    changes: dict[str, Any] = {field: getattr(usual, field, "") for field in ("note", *_TYPED.get(type(dose), ()))}
    if "side" in dose.__struct_fields__:
        changes["side"] = getattr(usual, "side", None)
    bare: AnyDose = replace(dose, **changes)
    return None if bare == usual and not isinstance(bare, ExerciseDose | ActivityDose) else bare


def _length(trial_end: TrialEnd | None, span: Span | None) -> TrialEnd | None:
    if not isinstance(trial_end, OnDate):
        return trial_end
    days = (trial_end.on - span.start).days + 1 if span is not None else 0
    return Lasts(days=min(days, _MOST_DAYS)) if days > 0 else None


def _days_after(step: str, anchor: Anchor, days: int) -> AfterStep:
    return AfterStep(step=step, anchor=anchor, days=min(days, _MOST_DAYS))


def _without_dates(steps: tuple[Step, ...], spans: Mapping[str, Span]) -> dict[str, AfterStep | None]:
    """Return the timing of each step; one on a date comes after a step that began by then, else with the plan.

    Steps that waited for one another until a real start settled it do so no more.
    """
    timings: dict[str, AfterStep | None] = dict.fromkeys(step.id for step in steps)
    dated: list[tuple[int, Step]] = []
    places = list(enumerate(steps))
    for place, step in sorted(places, key=lambda each: each[1].started_on is not None):
        if isinstance(step.timing, AfterStep) and not _waits(step.timing.step, step.id, timings):
            timings[step.id] = step.timing
        elif step.timing is not None and step.id in spans:
            dated.append((place, step))
    for place, step in dated:
        timings[step.id] = _after(step, [*reversed(steps[:place])], steps[place + 1 :], spans, timings)
    return timings


def _after(
    step: Step,
    before: Iterable[Step],
    behind: Iterable[Step],
    spans: Mapping[str, Span],
    timings: Mapping[str, AfterStep | None],
) -> AfterStep | None:
    """Return how long after another step this one began: the nearest before it in the plan, else one behind it."""
    day = spans[step.id].start
    earlier = [spans[one.id] for one in before if one.id in spans and spans[one.id].start <= day]
    later = [spans[one.id] for one in behind if one.id in spans and spans[one.id].start < day]
    span = next((span for span in (*earlier, *later) if not _waits(span.step, step.id, timings)), None)
    if span is None:
        return None
    if span.end is not None and span.end < day:
        return _days_after(span.step, Anchor.END, (day - span.end).days)
    return _days_after(span.step, Anchor.START, (day - span.start).days)


def _waits(step: str, other: str, timings: Mapping[str, AfterStep | None]) -> bool:
    """Tell whether a step is another one or waits for it, through whatever steps."""
    passed: set[str] = set()
    while step not in passed:
        if step == other:
            return True
        passed.add(step)
        timing = timings.get(step)
        if timing is None:
            return False
        step = timing.step
    return True


def texts_naming(template: Template, words: Collection[str]) -> tuple[str, ...]:
    """Return the texts of a template in which one of the words stands, such as the name of the patient of its plan."""
    wanted = {part for word in words for part in words_of(word) if len(part) > 1}
    texts = dict.fromkeys(_strings(msgspec.to_builtins(template)))
    return tuple(text for text in texts if not wanted.isdisjoint(words_of(text)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in cast("dict[str, object]", value).values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in cast("list[object]", value):
            yield from _strings(part)
