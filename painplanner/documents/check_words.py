"""A checkpoint in a patient's words: when we look, and what follows, in as few sentences as are honest.

What is looked at, and each thing that may follow, stand in `plan_words`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from painplanner.core.known_dates import KnownDates
from painplanner.core.plan import Action, ActionKind, Checkpoint, Combine, EveryWeeks, Plan
from painplanner.documents.day_words import day
from painplanner.documents.plan_words import action_words
from painplanner.documents.words import Words


def check_lead(checkpoint: Checkpoint, days: Sequence[date], w: Words) -> str:
    """Return when we look, and how many of the things must be there."""
    t = w.t
    coming = next((d for d in days if d >= w.today), None)
    when = t.gettext("How will we know?")
    if isinstance(checkpoint.when, EveryWeeks):
        weeks = checkpoint.when.weeks
        often = t.ngettext("We look every week.", "We look every {n} weeks.", weeks).format(n=weeks)
        when = f"{when} {often}"
    if coming is not None:
        when = f"{when} " + t.gettext("On {day} we look at this:").format(day=day(coming, w))
    elif not isinstance(checkpoint.when, EveryWeeks):
        when = f"{when} " + t.gettext("At your next visit we look at this:")
    return when


def is_near(days: Sequence[date], dates: KnownDates, w: Words) -> bool:
    """Tell whether what follows a check is to be said now: one without a date, and those of the day we look next.

    By a later one there will be another paper; until then its numbers are enough.
    """
    coming = min((d for d in days if d >= w.today), default=None)
    return coming is None or coming <= min(d for all_days in dates.checks.values() for d in all_days if d >= w.today)


def outcomes(checkpoint: Checkpoint, plan: Plan, w: Words) -> str:
    """Return what follows when it is met, partly met and not met; only what the plan says, the same thing once.

    Where all but "not yet" go on as planned, only what "not yet" means is said.
    """
    met, partly, not_met = (_said(checkpoint.on_met, plan, w), _said(checkpoint.on_partly, plan, w),
                            _said(checkpoint.on_not_met, plan, w))  # fmt: skip
    goes_on = {action.kind for action in (checkpoint.on_met, checkpoint.on_partly) if action is not None}
    if not_met and goes_on == {ActionKind.CONTINUE} and met == partly != not_met:
        met = partly = ""
    parts = _sentences(checkpoint, met, partly, not_met, w)
    return " ".join(text.format(action=action, n=checkpoint.at_least) for text, action in parts)


def _said(action: Action | None, plan: Plan, w: Words) -> str:
    return action_words(action, plan, w) if action is not None else ""


def _sentences(checkpoint: Checkpoint, met: str, partly: str, not_met: str, w: Words) -> list[tuple[str, str]]:
    """Return the sentences and what follows in each; two outcomes that lead to the same share a sentence."""
    t = w.t
    if partly and partly == met:
        found = [(_if_met_or_partly(checkpoint, w), met), (t.gettext("If not yet, {action}."), not_met)]
    elif partly and partly == not_met:
        found = [(_if_met(checkpoint, w), met), (t.gettext("If only partly or not yet, {action}."), partly)]
    else:
        found = [
            (_if_met(checkpoint, w), met),
            (t.gettext("If only partly, {action}."), partly),
            (t.gettext("If not yet, {action}."), not_met),
        ]
    return [(text, action) for text, action in found if action]


def _if_met(checkpoint: Checkpoint, w: Words) -> str:
    t, count = w.t, len(checkpoint.criteria)
    if count < 2:
        return t.gettext("If yes, {action}.")
    if checkpoint.combine is Combine.ANY:
        return t.gettext("If you reach one of them, {action}.")
    if _is_some(checkpoint):
        return t.gettext("If you reach {n} of them, {action}.")
    return t.gettext("If you reach all of them, {action}.")


def _if_met_or_partly(checkpoint: Checkpoint, w: Words) -> str:
    t = w.t
    if len(checkpoint.criteria) < 2:
        return t.gettext("If yes or only partly, {action}.")
    if checkpoint.combine is Combine.ANY:
        return t.gettext("If you reach one of them or only a part, {action}.")
    if _is_some(checkpoint):
        return t.gettext("If you reach {n} of them or only a part, {action}.")
    return t.gettext("If you reach all of them or only a part, {action}.")


def _is_some(checkpoint: Checkpoint) -> bool:
    least = checkpoint.at_least
    return checkpoint.combine is Combine.AT_LEAST and least is not None and least < len(checkpoint.criteria)
