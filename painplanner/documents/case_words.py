"""The case in a colleague's words: what hurts and why, where the plan is, what was decided, what is next."""

from __future__ import annotations

from collections.abc import Iterator

from painplanner.core.checkpoint import Decision
from painplanner.core.known_dates import KnownDates
from painplanner.core.outline import CLOSED
from painplanner.core.plan import Checkpoint, Owner, Plan, Step, StepStatus
from painplanner.core.progress.decided import is_end_decided
from painplanner.core.values import Discipline, Mechanism, Region
from painplanner.documents.blocks import Rich, rich
from painplanner.documents.day_words import brief_day, clock
from painplanner.documents.patient_facts import led_lines
from painplanner.documents.plan_words import measured
from painplanner.documents.words import Words, capital, discipline_words, listed, side_words

_GAP = ", "


def problem_title(plan: Plan, w: Words) -> str:
    """Return what the plan is for: its title, else where it hurts.

    The title of a template is English; other languages have its plain title, which gives way to a title that was typed.
    """
    ready = w.text(plan.plain_title)
    title = ready if ready and not w.lang.startswith("en") else plan.title.strip() or ready
    return capital(title) or capital(place_words(plan, w)) or w.t.gettext("Care plan")


def place_words(plan: Plan, w: Words) -> str:
    """Return region and side."""
    parts = (region_words(plan.region, w), side_words(plan.side, w) if plan.side is not None else "")
    return _GAP.join(part for part in parts if part)


def hypothesis(plan: Plan, w: Words) -> tuple[Rich, ...]:
    """Return where it hurts, which mechanism is thought of, and what may drive the pain."""
    t = w.t
    drivers = [driver.text.strip() or w.text(driver.words) for driver in plan.drivers]
    facts = (
        (t.gettext("Area"), place_words(plan, w)),
        (t.gettext("Mechanism"), mechanism_words(plan.mechanism, w)),
        (t.gettext("Likely drivers"), "; ".join(driver for driver in drivers if driver)),
    )
    return led_lines((facts,))


def clinical_title(step: Step, w: Words) -> str:
    """Return the title of a step as the team reads it: typed words, else those of the template in this language."""
    typed, known = step.title.strip(), {texts.name for texts in step.words}
    if typed and typed not in known:
        return typed
    names = [w.texts(item.texts).name for item in step.items if item.stopped_on is None]
    return w.texts(step.words).name or typed or listed(names[:3], w) or w.t.gettext("Step")


def who(owner: Owner, w: Words) -> str:
    """Return who answers for a step: by name, else the field."""
    is_patient = owner.discipline is Discipline.PATIENT
    return owner.name or (w.t.gettext("the patient") if is_patient else discipline_words(owner.discipline, w))


# Where the plan is


def steps_at_work(plan: Plan, dates: KnownDates, w: Words) -> tuple[Step, ...]:
    """Return the steps that have begun and are not closed."""
    return tuple(step for step in plan.steps if step.status not in CLOSED and _has_begun(step, dates, w))


def _has_begun(step: Step, dates: KnownDates, w: Words) -> bool:
    span = dates.spans.get(step.id)
    return step.status is StepStatus.ACTIVE or (span is not None and span.start <= w.today)


def now_lines(plan: Plan, dates: KnownDates, w: Words) -> tuple[Rich, ...]:
    """Return a line for each step at work: which of how many, since when, until when."""
    t = w.t
    lines: list[Rich] = []
    for step in steps_at_work(plan, dates, w):
        number = plan.steps.index(step) + 1
        lead = t.gettext("Now, step {n} of {of}: ").format(n=number, of=len(plan.steps))
        said = (clinical_title(step, w), *_since(step, plan, dates, w))
        lines.append(rich("", lead, _GAP.join(part for part in said if part) + "."))
    return tuple(lines) or (rich(t.gettext("No step is at work now.")),)


def _since(step: Step, plan: Plan, dates: KnownDates, w: Words) -> tuple[str, ...]:
    """Return since when a step goes on, and the day on which its trial is to be decided."""
    t, span = w.t, dates.spans.get(step.id)
    if span is None:
        return ()
    since = t.gettext("since {day}").format(day=brief_day(span.start, w))
    if span.end is None:
        return (since, t.gettext("no end set"))
    if span.end == span.start or is_end_decided(plan, step, span.end):
        return (since,)
    is_over = span.end < w.today
    due = t.gettext("undecided since {day}") if is_over else t.gettext("decide by {day}")
    return (since, due.format(day=brief_day(span.end, w)))


def last_decisions(plan: Plan) -> tuple[Decision, ...]:
    """Return the last decision of each checkpoint, in the order of their days."""
    newest = {one.checkpoint: one for one in sorted(plan.decisions, key=lambda one: one.on)}
    return tuple(sorted(newest.values(), key=lambda one: one.on))


def last_look(plan: Plan, step: Step) -> Decision | None:
    """Return the last decision about a step; nothing where nobody has looked yet."""
    looking = {check.id for check in plan.checkpoints if step.id in check.steps}
    mine = [one for one in last_decisions(plan) if one.checkpoint in looking]
    return mine[-1] if mine else None


# What is next


def next_lines(plan: Plan, dates: KnownDates, w: Words) -> tuple[Rich, ...]:
    """Return the next visit, the next look and the next step, each with its day and with who."""
    return led_lines(((_visit(plan, w), *_next_look(plan, dates, w)), tuple(_next_step(plan, dates, w))))


def _visit(plan: Plan, w: Words) -> tuple[str, str]:
    t, visit = w.t, plan.next_visit
    lead = t.gettext("Next visit")
    if visit.on is None or visit.on < w.today:
        return lead, t.gettext("not set")
    at = clock(visit.at, w) if visit.at is not None else ""
    return lead, _GAP.join(part for part in (brief_day(visit.on, w), at, visit.with_whom) if part)


def _next_look(plan: Plan, dates: KnownDates, w: Words) -> Iterator[tuple[str, str]]:
    coming = [(day, c) for c in plan.checkpoints for day in dates.checks.get(c.id, ()) if day >= w.today]
    if not coming:
        return
    day, check = min(coming, key=lambda one: one[0])
    names = listed([measured(one, w, clinical=True) for one in check.criteria], w)
    said = f"{brief_day(day, w)}{f': {names}' if names else ''}"
    yield w.t.gettext("Next look"), "; ".join(part for part in (said, _owners(check, plan, w)) if part)


def _owners(check: Checkpoint, plan: Plan, w: Words) -> str:
    owners = [who(step.owner, w) for step in plan.steps if step.id in check.steps]
    return "; ".join(dict.fromkeys(owner for owner in owners if owner))


def _next_step(plan: Plan, dates: KnownDates, w: Words) -> Iterator[tuple[str, str]]:
    t = w.t
    for n, step in enumerate(plan.steps, 1):
        if step.status is StepStatus.PLANNED and not _has_begun(step, dates, w):
            span = dates.spans.get(step.id)
            day = t.gettext("from {day}").format(day=brief_day(span.start, w)) if span else t.gettext("no date yet")
            said = (clinical_title(step, w), day, who(step.owner, w))
            yield t.gettext("Then, step {n}").format(n=n), _GAP.join(part for part in said if part)
            return


def mechanism_words(mechanism: Mechanism | None, w: Words) -> str:
    """Return a mechanism in a word (IASP)."""
    t = w.t
    known = {
        Mechanism.NOCICEPTIVE: t.gettext("nociceptive"),
        Mechanism.NEUROPATHIC: t.gettext("neuropathic"),
        Mechanism.NOCIPLASTIC: t.gettext("nociplastic"),
        Mechanism.MIXED: t.gettext("mixed"),
    }
    return known[mechanism] if mechanism is not None else ""


def region_words(region: Region | None, w: Words) -> str:
    """Return a region of the body."""
    t = w.t
    known = {
        Region.NECK: t.gettext("neck"),
        Region.JAW: t.gettext("jaw"),
        Region.HEAD: t.gettext("head"),
        Region.UPPER_BACK: t.gettext("upper back"),
        Region.LUMBAR: t.gettext("low back"),
        Region.PELVIS: t.gettext("pelvis"),
        Region.HIP: t.gettext("hip"),
        Region.THIGH: t.gettext("thigh"),
        Region.KNEE: t.gettext("knee"),
        Region.ANKLE: t.gettext("ankle"),
        Region.FOOT: t.gettext("foot"),
        Region.SHOULDER: t.gettext("shoulder"),
        Region.ELBOW: t.gettext("elbow"),
        Region.WRIST: t.gettext("wrist"),
        Region.HAND: t.gettext("hand"),
    }
    return known.get(region, "") if region is not None else ""
