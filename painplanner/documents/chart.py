"""The plan as plain text for pasting into the record of the clinic: dated in full, no tables, no signs.

Written for colleagues, so it uses the clinical names, says what is not set, and carries the notes for the team.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from painplanner.core.dose import ActivityDose, MedicineDose, StopRule, Where
from painplanner.core.graded import on_day
from painplanner.core.ids import printed_number
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.measure import Criterion
from painplanner.core.patient import Patient
from painplanner.core.plan import Checkpoint, Item, Plan, Purpose, Step, StepStatus, TeachBack
from painplanner.core.schedule import Span
from painplanner.core.values import Discipline, text_in
from painplanner.documents.day_words import clock, full_day
from painplanner.documents.dose_words import item_facts
from painplanner.documents.flare_words import flare_lines
from painplanner.documents.plan_words import action_words, goal_day, goal_text, measured, target_words, with_unit
from painplanner.documents.progress_words import graded_words, progress_sentence
from painplanner.documents.words import BLANK, Words, discipline_words, side_words, words_in


def chart_text(plan: Plan, patient: Patient, today: date, lang: str = "en") -> str:
    """Return the plan as plain text for the chart."""
    w, dates = words_in(lang, today), known_dates(plan, today)
    parts = (
        _head(plan, patient, w),
        _story(plan, w),
        _goals(plan, w),
        _steps(plan, dates, w),
        _section(
            w.t.gettext("Checkpoints"), [line for c in plan.checkpoints for line in _checkpoint(c, plan, dates, w)]
        ),
        _foot(plan, w),
    )
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _section(title: str, lines: list[str]) -> list[str]:
    return [title, *lines] if lines else []


def _head(plan: Plan, patient: Patient, w: Words) -> list[str]:
    t = w.t
    number = t.gettext("Plan {number}").format(number=printed_number(plan.number)) if plan.number else ""
    born = full_day(patient.birth_date, w) if patient.birth_date else t.gettext("not set")
    record = t.gettext("record {number}").format(number=patient.record_number) if patient.record_number else ""
    name = t.gettext("{name}, born {day}").format(name=patient.name or t.gettext("not set"), day=born)
    where = [plan.region.value.replace("-", " ") if plan.region else "", side_words(plan.side, w) if plan.side else ""]
    return [
        _joined([t.gettext("Care plan"), plan.title], ": "),
        _joined([name, record]),
        _joined([number, full_day(w.today, w)]),
        *([t.gettext("Area: {area}").format(area=_joined(where))] if any(where) else []),
    ]


def _story(plan: Plan, w: Words) -> list[str]:
    why = w.text(plan.why_words, plan.why)
    drivers = [f"- {driver.text or text_in(driver.words, w.lang)}" for driver in plan.drivers]
    return [*([f"{w.t.gettext('Why')}: {why}"] if why else []), *_section(w.t.gettext("Drivers"), drivers)]


def _goals(plan: Plan, w: Words) -> list[str]:
    lines: list[str] = []
    for goal in plan.goals:
        by = goal_day(goal, plan, w)
        until = w.t.gettext("by {day}").format(day=full_day(by, w)) if by else ""
        criterion = _criterion(goal.criterion, w) if goal.criterion else ""
        lines.append("- " + _joined([goal_text(goal, w) or w.t.gettext("not set"), criterion, until], "; "))
    return _section(w.t.gettext("Goals"), lines)


def _steps(plan: Plan, dates: KnownDates, w: Words) -> list[str]:
    lines = [line for n, step in enumerate(plan.steps, 1) for line in _step(n, step, plan, dates, w)]
    return _section(w.t.gettext("Steps"), [*lines, *flare_lines(plan, w)])


def _step(n: int, step: Step, plan: Plan, dates: KnownDates, w: Words) -> list[str]:
    span = dates.spans.get(step.id)
    days = w.t.gettext("no date yet")
    if span is not None:
        end = full_day(span.end, w) if span.end else ""
        to = w.t.gettext("{first} to {last}").format(first=full_day(span.start, w), last=end)
        days = to if end and span.end != span.start else full_day(span.start, w)
        days = days if end else _joined([days, w.t.gettext("no end set")])
    owner = _joined([step.owner.name, _who(step.owner.discipline, w)])
    said = [_title(step, w), _purpose(step.purpose, w), _status(step.status, w), days, owner]
    head = f"{n}. " + _joined(said, "; ")
    items = [f"   - {_item(item, plan, _now(item, plan, span, w), w)}" for item in step.items]
    return [head, *items, *([f"   {w.t.gettext('Note')}: {_one_line(step.note)}"] if step.note.strip() else [])]


def _title(step: Step, w: Words) -> str:
    names = [w.texts(item.texts).name for item in step.items]
    return step.title or w.texts(step.words).name or _joined(names) or w.t.gettext("no title yet")


def _who(discipline: Discipline | None, w: Words) -> str:
    return w.t.gettext("the patient") if discipline is Discipline.PATIENT else discipline_words(discipline, w)


def _now(item: Item, plan: Plan, span: Span | None, w: Words) -> str:
    """Return what a graded dose has come to today, where that is more than it began with."""
    now = item if span is None else on_day(item, span.start, w.today, plan.flares)
    return w.t.gettext("now {value}").format(value=graded_words(now, w)) if now is not item else ""


def _item(item: Item, plan: Plan, now: str, w: Words) -> str:
    name = w.texts(item.texts).name or w.t.gettext("(no name yet)")
    given = (_dose(item, w), now, _where(item, w), _medicine_end(item, w))
    parts = (*given, _taught(item.shown, w), *_history(item, plan, w), _one_line(item.note))
    said = "; ".join(part for part in parts if part)
    return f"{name}: {said}" if said else name


def _dose(item: Item, w: Words) -> str:
    unset_side = side_words(None, w)
    facts = item_facts(item, w)
    known = [w.t.gettext("side not set") if fact == unset_side else fact for fact in facts if BLANK not in fact]
    if len(known) < len(facts):
        known.append(w.t.gettext("dose not complete"))
    progress = progress_sentence(item.dose, w).rstrip(".") if isinstance(item.dose, ActivityDose) else ""
    note = item.dose.note if item.dose else ""
    return _joined([_joined(known), progress[:1].lower() + progress[1:], note], "; ")


def _where(item: Item, w: Words) -> str:
    if item.dose is None or item.kind in {"procedure", "medicine", "coordination", "diagnostic"}:
        return ""
    return {
        Where.HOME: w.t.gettext("at home"),
        Where.CLINIC: w.t.gettext("in the clinic"),
        Where.BOTH: w.t.gettext("at home and in the clinic"),
    }[item.dose.where]


def _medicine_end(item: Item, w: Words) -> str:
    dose = item.dose
    if not isinstance(dose, MedicineDose):
        return ""
    last = w.t.gettext("trial to {day}").format(day=full_day(dose.trial_end, w)) if dose.trial_end else ""
    never = w.t.gettext("never stop suddenly") if dose.stop_rule is StopRule.NEVER_SUDDENLY else ""
    return _joined([last, never])


def _taught(shown: TeachBack, w: Words) -> str:
    t = w.t
    return {
        TeachBack.NOT_RECORDED: "",
        TeachBack.YES: t.gettext("shown and done back: yes"),
        TeachBack.PARTLY: t.gettext("shown and done back: partly"),
        TeachBack.NO: t.gettext("shown and done back: no"),
    }[shown]


def _history(item: Item, plan: Plan, w: Words) -> list[str]:
    t = w.t
    before = next((i for step in plan.steps for i in step.items if i.id == item.replaces), None)
    name = w.texts(before.texts).name if before is not None else ""
    return [
        t.gettext("in place of: {name}").format(name=name) if name else "",
        t.gettext("stopped {day}").format(day=full_day(item.stopped_on, w)) if item.stopped_on else "",
        t.gettext("taken down: {how}").format(how=_one_line(item.stop_plan)) if item.stop_plan.strip() else "",
    ]


def _checkpoint(checkpoint: Checkpoint, plan: Plan, dates: KnownDates, w: Words) -> list[str]:
    t = w.t
    days = [full_day(day, w) for day in dates.checks.get(checkpoint.id, ())]
    numbers = [str(n) for n, step in enumerate(plan.steps, 1) if step.id in checkpoint.steps]
    about = t.ngettext("step {numbers}", "steps {numbers}", len(numbers)).format(numbers=", ".join(numbers))
    follows = (
        (t.gettext("met"), checkpoint.on_met),
        (t.gettext("partly met"), checkpoint.on_partly),
        (t.gettext("not met"), checkpoint.on_not_met),
    )
    return [
        "- " + _joined([", ".join(days) or t.gettext("no date yet"), about if numbers else "", checkpoint.note], "; "),
        *(f"   - {_criterion(criterion, w)}" for criterion in checkpoint.criteria),
        *(f"   - {name}: {action_words(action, plan, w)}" for name, action in follows if action is not None),
    ]


def _criterion(criterion: Criterion, w: Words) -> str:
    now = w.t.gettext("now {value}").format(value=_number(criterion, w)) if criterion.baseline is not None else ""
    target = w.t.gettext("target {value}").format(value=target_words(criterion, w)) if criterion.target else ""
    said = _joined([now, target])
    name = measured(criterion, w, clinical=True)
    return f"{name}: {said}" if said else name


def _number(criterion: Criterion, w: Words) -> str:
    return with_unit(criterion.baseline, criterion, w) if criterion.baseline is not None else ""


def _foot(plan: Plan, w: Words) -> list[str]:
    t, visit = w.t, plan.next_visit
    note = [f"{t.gettext('Note')}: {_one_line(plan.note)}"] if plan.note.strip() else []
    if visit.on is None:
        return [*note, t.gettext("Next visit: {when}").format(when=t.gettext("not set"))]
    at = clock(visit.at, w) if visit.at else ""
    return [*note, t.gettext("Next visit: {when}").format(when=_joined([full_day(visit.on, w), at, visit.with_whom]))]


def _purpose(purpose: Purpose | None, w: Words) -> str:
    t = w.t
    known = {
        Purpose.RELIEF: t.gettext("symptom relief"),
        Purpose.DIAGNOSTIC: t.gettext("diagnostic"),
        Purpose.ROOT_CAUSE: t.gettext("root cause"),
        Purpose.SELF_MANAGEMENT: t.gettext("self-management"),
    }
    return known[purpose] if purpose is not None else ""


def _status(status: StepStatus, w: Words) -> str:
    t = w.t
    return {
        StepStatus.PLANNED: t.gettext("planned"),
        StepStatus.ACTIVE: t.gettext("under way"),
        StepStatus.DONE: t.gettext("done"),
        StepStatus.STOPPED: t.gettext("stopped"),
        StepStatus.SKIPPED: t.gettext("left out"),
    }[status]


def _joined(parts: Iterable[str], gap: str = ", ") -> str:
    return gap.join(part for part in parts if part)


def _one_line(text: str) -> str:
    return " ".join(text.split())
