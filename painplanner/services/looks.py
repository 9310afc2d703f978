"""The checkpoints that wait: what the numbers say of each in words, what stands beside it, and what may follow.

What is decided is an edit of the plan (`core.edits.deciding`). Not here: widgets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from painplanner.core.checkpoint import Action, ActionKind, Checkpoint, Decision, Outcome
from painplanner.core.daily_log import FilledLog, LogSheet
from painplanner.core.known_dates import KnownDates, known_dates
from painplanner.core.library import Library
from painplanner.core.log_reading import Adherence, adherence
from painplanner.core.measure import Reading
from painplanner.core.outline import CLOSED
from painplanner.core.plan import Plan, item_name, items_of
from painplanner.core.progress.beside import beside, last_look
from painplanner.core.progress.decided import is_decided
from painplanner.core.progress.judge import CheckResult, CriterionResult, judge_in
from painplanner.core.progress.reach import reach
from painplanner.core.progress.rules import RECHECK_DAYS, rule_of
from painplanner.core.progression import proposals
from painplanner.core.proposal import Proposal
from painplanner.services.words import action_words, measure_words, outcome_words
from painplanner.services.words.days import day_words
from painplanner.services.words.plan import bare_action_words
from painplanner.services.words.results import beside_lines, outcome_shown, reach_sentence, result_sentence
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.store import Store

TONES = {Outcome.MET: "done", Outcome.PARTLY: "consider", Outcome.NOT_MET: "stop"}


@dataclass(frozen=True)
class Look:
    """A checkpoint that waits: on the day that came, or is still to come."""

    checkpoint: Checkpoint
    on: date
    is_ready: bool


@dataclass(frozen=True)
class PartLine:
    """One criterion: what it asks, its outcome in a word with the role of its colour, and the reason."""

    name: str
    outcome: str
    tone: str
    reason: str


@dataclass(frozen=True)
class Following:
    """What may follow: an action with the outcome that counts then; `is_rule` is what plan and numbers say."""

    outcome: Outcome | None
    action: Action
    is_rule: bool = False


@dataclass(frozen=True)
class LookView:
    """A checkpoint with everything that is needed to decide it.

    `comes_to` says what growing doses come to by its day where that is enough, `reach` where it is not.
    """

    look: Look
    result: CheckResult
    parts: tuple[PartLine, ...]
    beside: tuple[str, ...]
    comes_to: tuple[str, ...]
    reach: tuple[str, ...]
    says: str
    following: tuple[Following, ...]
    proposals: tuple[Proposal, ...]


def looks(plan: Plan, today: date) -> tuple[Look, ...]:
    """Return the checkpoints that wait for a decision, and of the others the next look, each by its day."""
    dates = known_dates(plan, today)
    found = (_look(plan, check, dates, today) for check in plan.checkpoints)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (not one.is_ready, one.on)))


def _look(plan: Plan, check: Checkpoint, dates: KnownDates, today: date) -> Look | None:
    closed = {step.id for step in plan.steps if step.status in CLOSED}
    if check.steps and closed.issuperset(check.steps):
        return None
    days = dates.checks.get(check.id, ())
    over = [day for day in days if day <= today and not is_decided(plan, check.id, day)]
    ahead = [day for day in days if day > today]
    if over:
        return Look(check, over[-1], is_ready=True)
    return Look(check, ahead[0], is_ready=False) if ahead else None


def look_view(store: Store, plan: Plan, look: Look, library: Library, today: date, lang: str) -> LookView:
    """Return a checkpoint with its result on a day, as the store's readings and logs have it."""
    dates, check = known_dates(plan, today), look.checkpoint
    readings, logs, sheets = store.readings(plan.patient), store.logs(plan.patient), store.log_sheets(plan.id)
    result = judge_in(plan, check, dates, library.measures, readings, today)
    found = beside(plan, logs, sheets, readings, last_look(plan, check, dates, today), today)
    mine = tuple(log for log in logs if log.plan == plan.id)
    ahead = reach(check, plan, dates, library.measures, today)
    return LookView(
        look=look,
        result=result,
        parts=tuple(_part(part, lang, is_ready=look.is_ready) for part in result.parts),
        beside=(*beside_lines(found, plan, lang), *_done_lines(adherence(mine, sheets), plan, check, lang)),
        comes_to=tuple(reach_sentence(one, plan, lang) for one in ahead if not one.is_out_of_reach),
        reach=tuple(reach_sentence(one, plan, lang) for one in ahead if one.is_out_of_reach),
        says=_says(result, plan, lang),
        following=tuple(_following(check, result.outcome)),
        proposals=_takes(plan, check, readings, logs, sheets, library, today),
    )


def _part(part: CriterionResult, lang: str, *, is_ready: bool) -> PartLine:
    """Return one criterion in words; before its day has come, what is not met is not met yet."""
    name, reason = measure_words(part.criterion, lang), result_sentence(part, lang)
    outcome, tone = _("open"), "muted"
    if part.outcome is Outcome.NOT_MET and not is_ready:
        outcome = _("not yet")
    elif part.outcome is not None:
        outcome, tone = outcome_words(part.outcome), TONES[part.outcome]
    return PartLine(name, outcome, tone, reason.removeprefix(f"{name}: "))


def _done_lines(found: tuple[Adherence, ...], plan: Plan, check: Checkpoint, lang: str) -> Iterator[str]:
    """Yield on how many of the days that were written down each exercise of the steps was done."""
    steps = set(check.steps)
    names = {item.id: item_name(item, lang) for step, item in items_of(plan) if not steps or step.id in steps}
    for one in found:
        done = one.done + one.too_sore
        known = done + one.not_done
        if one.item in names and known:
            said = ngettext("{item}: done on {n} of {of} day", "{item}: done on {n} of {of} days", known)
            yield said.format(item=names[one.item], n=done, of=known)


def _says(result: CheckResult, plan: Plan, lang: str) -> str:
    """Return what the plan says follows from what the numbers say."""
    if result.outcome is None:
        return _("There is not enough to go by, which is not “not met”. You decide, or look again later.")
    said = _("The plan says, when {outcome}: {action}.")
    return said.format(outcome=outcome_shown(result.outcome).lower(), action=action_words(result.action, plan, lang))


def _following(check: Checkpoint, found: Outcome | None) -> Iterator[Following]:
    """Yield what the rule says first; then what it says of the other outcomes; then going on and looking again."""
    seen: set[tuple[ActionKind, str]] = set()
    rules = [found, *(one for one in Outcome if one is not found)]
    again = Action(kind=ActionKind.RECHECK, days=RECHECK_DAYS)
    offered: list[tuple[Outcome | None, Action | None]] = [(one, rule_of(check, one)) for one in rules if one]
    at = 0 if found is None else len(offered)
    offered[at:at] = [(found, again), (found, Action(kind=ActionKind.CONTINUE))]
    for outcome, action in offered:
        if action is not None and (action.kind, action.target) not in seen:
            seen.add((action.kind, action.target))
            yield Following(outcome, action, is_rule=found is not None and outcome is found and len(seen) == 1)


def _takes(
    plan: Plan,
    check: Checkpoint,
    readings: tuple[Reading, ...],
    logs: tuple[FilledLog, ...],
    sheets: tuple[LogSheet, ...],
    library: Library,
    today: date,
) -> tuple[Proposal, ...]:
    """Return the doses that the logs propose for the steps of a checkpoint."""
    items = {item.id for step in plan.steps if step.id in check.steps for item in step.items}
    found = proposals(plan, logs, sheets, readings, today, entries=library.entries)
    return tuple(one for one in found if one.is_change and one.item in items)


def action_short(action: Action, plan: Plan, lang: str = "en") -> str:
    """Return what follows as it stands on a button, a verb first: a step by its number."""
    place = next((n for n, step in enumerate(plan.steps, 1) if step.id == action.target), 0)
    if action.kind is ActionKind.NEXT_STEP and place:
        said = _("go on to step {n}").format(n=place)
    else:
        said = bare_action_words(action.kind) if len(action.target) > 0 else action_words(action, plan, lang)
    return f"{said[:1].upper()}{said[1:]}"


def decision_words(decision: Decision, plan: Plan, lang: str = "en") -> str:
    """Return what was decided when: "16 Mar 2026: Partly met; recheck in 14 days. Reason: ..."."""
    said = f"{day_words(decision.on)}: {outcome_shown(decision.outcome)}; {action_words(decision.action, plan, lang)}."
    if decision.outcome is not decision.found:
        said += " " + _("The numbers say: {outcome}.").format(outcome=outcome_shown(decision.found).lower())
    return said + (" " + _("Reason: {reason}").format(reason=decision.reason) if decision.reason else "")
