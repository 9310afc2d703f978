"""What happened, for colleagues: changes with MCID and MDC, decisions, what the logs say of exercises, medicines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from painplanner.core.checkpoint import Decision, Outcome
from painplanner.core.dose import MedicineDose
from painplanner.core.known_dates import KnownDates
from painplanner.core.log_reading import Adherence, adherence
from painplanner.core.plan import Item, Plan, Step, items_of
from painplanner.core.progress.judge import CriterionResult
from painplanner.core.values import plain
from painplanner.documents.blocks import Rich, rich
from painplanner.documents.day_words import brief_day, short_day
from painplanner.documents.dose_words import item_facts
from painplanner.documents.plan_words import action_words, measured
from painplanner.documents.request import Request
from painplanner.documents.words import BLANK, Words, listed


def change_words(found: CriterionResult, w: Words) -> str:
    """Return the change with the amounts it is held against, each with the tag of its source."""
    t = w.t
    parts = [
        _moved(found.change, w) if found.change is not None else "",
        t.gettext("MCID {n}").format(n=_tagged(found.mcid, found.mcid_tag)) if found.mcid is not None else "",
        t.gettext("MDC {n}").format(n=_tagged(found.mdc, found.mdc_tag)) if found.mdc is not None else "",
    ]
    said = "; ".join(part for part in parts if part)
    return f"{said}." if said else ""


def _moved(change: Decimal, w: Words) -> str:
    if not change:
        return w.t.gettext("No change")
    words = w.t.gettext("Better by {n}") if change > 0 else w.t.gettext("Worse by {n}")
    return words.format(n=plain(abs(change)))


def _tagged(n: Decimal, tag: str) -> str:
    return f"{plain(n)} [{tag}]" if tag else plain(n)


def tag_key(tags: Iterable[str], w: Words) -> str:
    """Return what the tags behind amounts mean, each once; nothing where there is none."""
    t, used = w.t, set(tags)
    known = (
        ("R", t.gettext("[R] read in the source")),
        ("R2", t.gettext("[R2] read second-hand")),
        ("K", t.gettext("[K] from clinical knowledge, to be checked")),
        ("D", t.gettext("[D] default of the program")),
    )
    said = "; ".join(words for tag, words in known if tag in used)
    return f"{said}." if said else ""


def decision(one: Decision, plan: Plan, w: Words) -> Rich:
    """Return what was decided on a day, of what, and why."""
    t, said = w.t, _outcome(one, w)
    check = next((c for c in plan.checkpoints if c.id == one.checkpoint), None)
    names = listed([measured(c, w, clinical=True) for c in check.criteria], w) if check is not None else ""
    then = action_words(one.action, plan, w) if one.action is not None else ""
    reason = t.gettext("Reason: {text}").format(text=one.reason) if one.reason else ""
    tail = "; ".join(part for part in (said, then) if part)
    return rich(
        "",
        f"{short_day(one.on, w)}: ",
        " ".join(part for part in (f"{names}:" if names else "", f"{tail}.", reason) if part),
    )


def looked(one: Decision, w: Words) -> str:
    """Return in few words what a look came to: "Jan 27: partly met."."""
    return f"{brief_day(one.on, w)}: {_outcome(one, w)}."


def _outcome(one: Decision, w: Words) -> str:
    t = w.t
    outcome = {
        Outcome.MET: t.gettext("met"),
        Outcome.PARTLY: t.gettext("partly met"),
        Outcome.NOT_MET: t.gettext("not met"),
    }
    return outcome[one.outcome] if one.outcome is not None else t.gettext("not enough data")


def adherence_lines(request: Request, w: Words) -> Iterator[Rich]:
    """Yield how often each exercise was done of the days it was asked for."""
    names = {item.id: item.texts for _step, item in items_of(request.plan)}
    sheets = tuple(sheet for sheet in request.sheets if sheet.plan == request.plan.id)
    for found in adherence(request.logs, sheets):
        if found.item in names and found.expected:
            yield rich("", f"{w.texts(names[found.item]).name}: ", _ticks(found, w))


def _ticks(found: Adherence, w: Words) -> str:
    t = w.t
    done = t.ngettext("done on {n} of {of} day", "done on {n} of {of} days", found.expected)
    rest = (
        (found.too_sore, t.gettext("too sore {n}")),
        (found.not_done, t.gettext("not done {n}")),
        (found.unreadable, t.gettext("cannot be read {n}")),
        (found.blank, t.gettext("left blank {n}")),
    )
    return ", ".join((done.format(n=found.done, of=found.expected), *(text.format(n=n) for n, text in rest if n))) + "."


def medicine_dose(item: Item, w: Words) -> str:
    """Return the dose that was typed, or that it is not complete."""
    return ", ".join(fact for fact in item_facts(item, w) if BLANK not in fact) or w.t.gettext("dose not complete")


def medicine_days(step: Step, item: Item, dates: KnownDates, w: Words) -> str:
    """Return since when a medicine is taken, and its end or the end of its trial."""
    t, span = w.t, dates.spans.get(step.id)
    begun = t.gettext("from {day}").format(day=short_day(span.start, w)) if span is not None else ""
    if item.stopped_on is not None:
        stopped = t.gettext("stopped {day}").format(day=short_day(item.stopped_on, w))
        return ", ".join(part for part in (begun, stopped, item.stop_plan.strip()) if part)
    end = item.dose.trial_end if isinstance(item.dose, MedicineDose) else None
    last = t.gettext("trial to {day}").format(day=short_day(end, w)) if end is not None else ""
    return ", ".join(part for part in (begun, last) if part)
