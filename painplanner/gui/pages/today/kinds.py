"""The kinds of row on Today: for each one function that says its words, how it is counted and where its action leads.

A further kind is one function here, named in `KINDS` at its place in the order of a morning; its rows come from the
store under that name (`core.due`, `core.log_due`), and their title is the reason unless it says another one:

    def _call_back() -> Kind:
        return Kind(
            what=_("Call back"),
            action=_("Call"),
            count=lambda n: ngettext("{n} to call back", "{n} to call back", n),
            place=lambda row: ("patient", row.patient),
        )
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from painplanner.gui.dates import day_words
from painplanner.text import _, ngettext, pgettext, spoken

if TYPE_CHECKING:
    from painplanner.store import DueRow

Place = Callable[["DueRow"], tuple[str, str]]


def _reason(row: DueRow) -> str:
    from painplanner.services import words

    return words.due_sentence(row)


def _named(name: str) -> str:
    from painplanner.services.words.due import due_names

    return due_names()[name]


class Kind(NamedTuple):
    """How rows of a kind are shown: `what` they are, the verb that acts, and the place and subject it leads to.

    `count` returns "{n} ..." for so many. `what_due` is what a row is once its day has come, `what_late` once that is
    over. Urgent kinds stand before all others; a kind that `is_news` only says what goes on and is never late.
    """

    what: str
    action: str
    place: Place
    count: Callable[[int], str]
    what_due: str = ""
    what_late: str = ""
    is_urgent: bool = False
    is_news: bool = False
    reason: Callable[[DueRow], str] = _reason

    def named(self, row: DueRow, today: date) -> str:
        """Return what a row is today."""
        if row.on is None or row.on > today:
            return self.what
        return (self.what_late if row.on < today else "") or self.what_due or self.what


def _plan(row: DueRow) -> tuple[str, str]:
    return ("plan", row.plan)


def _part(row: DueRow) -> tuple[str, str]:
    """Return the part of the plan that a row is about."""
    return ("part", f"{row.plan} {row.subject}")


def _decision(row: DueRow) -> tuple[str, str]:
    return ("decide", f"{row.plan} {row.subject}")


def _same_day() -> Kind:
    return Kind(
        what=_named("same-day"),
        action=_("Act"),
        place=lambda row: ("alert", f"{row.patient} {row.subject}"),
        count=lambda n: ngettext("{n} to act on today", "{n} to act on today", n),
        is_urgent=True,
    )


def _red_flag() -> Kind:
    return Kind(
        what=_named("red-flag"),
        action=_("Act"),
        place=lambda row: ("patient", row.patient),
        count=lambda n: ngettext("{n} red flag", "{n} red flags", n),
        is_urgent=True,
    )


def _log_note() -> Kind:
    return Kind(
        what=_named("log-note"),
        action=_("Read"),
        place=lambda row: ("note", row.subject),
        count=lambda n: ngettext("{n} note to read", "{n} notes to read", n),
        is_urgent=True,
    )


def _trial_words(row: DueRow) -> str:
    title = dict(row.args).get("title", "")
    if not title or row.on is None:
        return _reason(row)
    return _("{title}: trial until {day}").format(title=title, day=day_words(row.on))


def _trial_end() -> Kind:
    return Kind(
        what=_named("trial-end"),
        what_late=_named("trial-end.late"),
        action=_("Decide"),
        place=_decision,
        count=lambda n: ngettext("{n} trial", "{n} trials", n),
        reason=_trial_words,
    )


def _checkpoint() -> Kind:
    return Kind(
        what=_named("checkpoint"),
        what_due=_named("checkpoint.due"),
        action=_("Decide"),
        place=_decision,
        count=lambda n: ngettext("{n} to decide", "{n} to decide", n),
    )


def _reassess() -> Kind:
    return Kind(
        what=_named("reassess"),
        action=pgettext("to do", "Measure"),
        place=_decision,
        count=lambda n: ngettext("{n} to reassess", "{n} to reassess", n),
    )


def _goal() -> Kind:
    return Kind(
        what=_named("goal"),
        action=_("Open"),
        place=_part,
        count=lambda n: ngettext("{n} goal", "{n} goals", n),
    )


def _log_to_enter() -> Kind:
    return Kind(
        what=_named("log-to-enter"),
        action=_("Type in"),
        place=lambda row: ("log", row.subject),
        count=lambda n: ngettext("{n} log to enter", "{n} logs to enter", n),
    )


def _print() -> Kind:
    return Kind(
        what=_named("print"),
        action=_("Print"),
        place=lambda row: ("print", row.plan),
        count=lambda n: ngettext("{n} to print", "{n} to print", n),
    )


def _print_handover() -> Kind:
    return Kind(
        what=_named("print-handover"),
        action=_("Print"),
        place=lambda row: ("print-handover", row.plan),
        count=lambda n: ngettext("{n} hand-over to print", "{n} hand-overs to print", n),
    )


def _draft() -> Kind:
    return Kind(
        what=_named("draft"),
        action=_("Continue"),
        place=_plan,
        count=lambda n: ngettext("{n} draft", "{n} drafts", n),
    )


def _next_visit() -> Kind:
    return Kind(
        what=_named("next-visit"),
        action=_("Open"),
        place=_plan,
        count=lambda n: ngettext("{n} visit", "{n} visits", n),
    )


def _step_start() -> Kind:
    return Kind(
        what=_named("step-start"),
        action=_("Open"),
        place=_part,
        count=lambda n: ngettext("{n} step starts", "{n} steps start", n),
        is_news=True,
    )


KINDS: dict[str, Callable[[], Kind]] = {
    "same-day": _same_day,
    "red-flag": _red_flag,
    "log-note": _log_note,
    "trial-end": _trial_end,
    "checkpoint": _checkpoint,
    "reassess": _reassess,
    "goal": _goal,
    "log-to-enter": _log_to_enter,
    "print": _print,
    "print-handover": _print_handover,
    "draft": _draft,
    "next-visit": _next_visit,
    "step-start": _step_start,
}
"""Every kind in the order in which they are counted; urgent ones are listed in this order too."""


def kind_of(name: str) -> Kind:
    """Return a kind by its name; one that is not known is shown by its name and leads to the patient."""
    known = _made().get(name)
    if known is not None:
        return known
    what = name.replace("-", " ").capitalize()
    return Kind(
        what=what, action=_("Open"), place=lambda row: ("patient", row.patient), count=lambda _n: f"{{n}} {what}"
    )


def urgent_kinds() -> tuple[str, ...]:
    """Return the kinds that stand before all others."""
    return tuple(name for name, kind in _made().items() if kind.is_urgent)


def kinds_by_name() -> tuple[str, ...]:
    """Return the kinds in the order of the alphabet, by what they are called once they are due."""
    names = {name: kind.what_late or kind.what_due or kind.what for name, kind in _made().items()}
    return tuple(sorted(names, key=lambda name: names[name].casefold()))


def _made() -> Mapping[str, Kind]:
    """Return every kind with its words, which are looked up once in a language: Today opens many times a day."""
    return _made_in(spoken(), tuple(KINDS.items()))


@lru_cache(maxsize=2)
def _made_in(_language: str, kinds: tuple[tuple[str, Callable[[], Kind]], ...]) -> Mapping[str, Kind]:
    return {name: make() for name, make in kinds}
