"""Results of a checkpoint in one sentence each: from what to what, the target, whether it is met, and how sure that is.

Also what stands beside a result, what the plan itself comes to, and what moved since when. For the clinician.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from painplanner.core.plan import Flare, Outcome, Plan, item_name, items_of
from painplanner.core.progress.beside import Beside, Note, Sore
from painplanner.core.progress.decided import Overdue
from painplanner.core.progress.judge import CheckResult, CriterionResult, Gap
from painplanner.core.progress.reach import Reach
from painplanner.core.progress.since import Delta, Win, WinKind
from painplanner.core.progress.standing import NotEnough, Standing
from painplanner.core.values import plain, text_in
from painplanner.services.words.days import day_words
from painplanner.services.words.plan import action_words, measure_words, outcome_words, side_words, step_title
from painplanner.text import _, ngettext


def result_sentence(part: CriterionResult, lang: str = "en") -> str:
    """Return what the numbers say of one criterion: "Sitting: 10 → 25 min; target 20: met; ..."."""
    parts = (_way(part, lang), _said(part), _change(part), _basis(part.standing))
    return f"{measure_words(part.criterion, lang)}: {'; '.join(text for text in parts if text)}"


def check_sentence(result: CheckResult, plan: Plan, lang: str = "en") -> str:
    """Return what the numbers say of a checkpoint, and what its rule makes of that."""
    if result.outcome is not None:
        return f"{outcome_shown(result.outcome)}: {action_words(result.action, plan, lang)}"
    if any(part.gap is not Gap.NUMBERS for part in result.parts if part.gap is not None):
        return _("Cannot be worked out yet: something is missing. You decide.")
    return _("Not enough data yet, which is not “not met”. You decide, or look again later.")


def outcome_shown(outcome: Outcome | None) -> str:
    """Return an outcome as it stands alone; none is too little data."""
    if outcome is None:
        return _("Not enough data")
    return {Outcome.MET: _("Met"), Outcome.PARTLY: _("Partly met"), Outcome.NOT_MET: _("Not met")}[outcome]


def _way(part: CriterionResult, lang: str) -> str:
    """Return from what to what, with the unit."""
    if not isinstance(part.standing, Standing):
        return ""
    return _from_to(part.criterion.baseline, part.standing.value, text_in(part.criterion.unit, lang))


def _from_to(was: Decimal | None, now: Decimal, unit: str) -> str:
    numbers = plain(now) if was is None else f"{plain(was)} → {plain(now)}"
    return f"{numbers} {unit}".strip()


def _said(part: CriterionResult) -> str:
    """Return the target and whether it is met, else why that cannot be said."""
    if part.outcome is not None and part.target is not None:
        if part.is_at_end:
            said = _("target {target}, beyond the scale: {outcome}, as the best of the scale is reached")
            return said.format(target=plain(part.target), outcome=outcome_words(part.outcome))
        return _("target {target}: {outcome}").format(target=plain(part.target), outcome=outcome_words(part.outcome))
    if isinstance(part.standing, NotEnough) and part.gap is Gap.NUMBERS:
        return _too_few(part.standing)
    missing = {
        Gap.TARGET: _("it has no target yet"),
        Gap.BASELINE: _("without the value at the start nobody can say how far it has come"),
        Gap.DIRECTION: _("this screen has no better or worse"),
        Gap.MEASURE: _("its measure is no longer in the library"),
    }
    not_there = _("target {target}: not reached").format(target=plain(part.target)) if part.target is not None else ""
    said = missing.get(part.gap, "") if part.gap is not None else ""
    is_short = part.gap is Gap.BASELINE and not_there
    return f"{not_there}; {said}" if is_short else said


def _too_few(found: NotEnough) -> str:
    side = f" ({side_words(found.side)})" if found.side is not None else ""
    if found.of == 1:
        return _("not enough data: nothing new was measured") + side
    few = ngettext(
        "not enough data: {n} of the last {of} days is filled, {needed} are needed",
        "not enough data: {n} of the last {of} days are filled, {needed} are needed",
        found.count,
    )
    return few.format(n=found.count, of=found.of, needed=found.needed) + side


def _change(part: CriterionResult) -> str:
    """Return how a change stands to what matters and to the error of the measure; nothing where neither is known."""
    change, mcid, mdc = part.change, _amount(part.mcid, part.mcid_tag), _amount(part.mdc, part.mdc_tag)
    if change is None:
        return ""
    if change == 0:
        return _("no change")
    if part.is_mdc is False:
        return _("no detectable change: smaller than the error of the measure ({n})").format(n=mdc)
    if change < 0:
        return _("worse by {n}").format(n=plain(-change))
    if part.is_mcid is None or part.mcid is None:
        return ""
    if change > part.mcid:
        return _("change larger than the smallest that matters ({n})").format(n=mcid)
    is_just = _("change just as large as the smallest that matters ({n})")
    return (is_just if part.is_mcid else _("change smaller than the smallest that matters ({n})")).format(n=mcid)


def _amount(number: Decimal | None, tag: str) -> str:
    """Return an amount of change with the tag of its source."""
    return " ".join(text for text in (plain(number or Decimal(0)), f"[{tag}]" if tag else "") if text)


def _basis(standing: Standing | NotEnough | None) -> str:
    """Return what a number stands on: so many days of a week, or the day it was measured; and the side that decided."""
    if not isinstance(standing, Standing):
        return ""
    if standing.value_from_days:
        basis = _("{n} of the last {of} days filled").format(n=standing.count, of=standing.of)
    else:
        basis = _("measured on {day}").format(day=day_words(standing.on))
    return f"{basis} ({side_words(standing.side)})" if standing.side is not None else basis


def reach_sentence(found: Reach, plan: Plan, lang: str = "en") -> str:
    """Return what the step itself comes to by the day of a checkpoint, and whether anybody can reach the target so."""
    names = {item.id: item_name(item, lang) for _step, item in items_of(plan)}
    amount = f"{plain(found.amount)} {text_in(found.criterion.unit, lang)}".strip()
    values = {
        "item": names.get(found.item, ""), "amount": amount, "day": day_words(found.on), "target": plain(found.target),
    }  # fmt: skip
    if found.is_out_of_reach:
        said = _(
            "By {day} “{item}” comes to {amount}: {target} is out of reach even for a patient who does everything."
        )
        return said.format(**values)
    return _("By {day} “{item}” comes to {amount}, so {target} is within reach.").format(**values)


def beside_lines(found: Beside, plan: Plan, lang: str = "en") -> tuple[str, ...]:
    """Return what stands beside a result, a line each; words for the clinician come first."""
    names = {item.id: item_name(item, lang) for _step, item in items_of(plan)}
    marked = [note for note in found.notes if note.for_clinician]
    others = [note for note in found.notes if not note.for_clinician]
    lines = [_note(note) for note in marked]
    lines += [_flare(flare, names) for flare in found.flares]
    lines += [_sore(sore, names) for sore in found.too_sore]
    return (*lines, *(_note(note) for note in others))


def _flare(flare: Flare, names: dict[str, str]) -> str:
    """Return when a flare went on and what it was tied to."""
    last = flare.back_on - timedelta(days=1) if flare.back_on is not None else None
    if last is None:
        days = _("Flare since {day}").format(day=day_words(flare.on))
    elif last <= flare.on:
        days = _("Flare on {day}").format(day=day_words(flare.on))
    else:
        days = _("Flare from {first} to {last}").format(first=day_words(flare.on), last=day_words(last))
    tied = ", ".join(name for item in flare.items if (name := names.get(item, "")))
    return ": ".join(text for text in (days, tied, flare.note) if text)


def _sore(sore: Sore, names: dict[str, str]) -> str:
    text = ngettext("{item}: too sore on {n} of {of} day", "{item}: too sore on {n} of {of} days", sore.of)
    return text.format(item=names.get(sore.item, sore.item), n=sore.days, of=sore.of)


def _note(note: Note) -> str:
    text = _("{day}, for the clinician: “{text}”") if note.for_clinician else _("{day}: “{text}”")
    return text.format(day=day_words(note.on), text=note.text)


def moved_sentence(delta: Delta, unit: str = "") -> str:
    """Return what changed since a day: "since 3 Jan 2026: 7 → 4 points, better by 3"."""
    way = _from_to(delta.was, delta.now, unit)
    said = _("since {day}: {change}").format(day=day_words(delta.since), change=way)
    return f"{said}, {_gain(delta.gain)}" if delta.gain is not None else said


def _gain(gain: Decimal) -> str:
    if gain == 0:
        return _("no change")
    return (_("better by {n}") if gain > 0 else _("worse by {n}")).format(n=plain(abs(gain)))


def win_sentence(win: Win, name: str, unit: str = "") -> str:
    """Return a win to call out: "Slept through the night: 2 times"."""
    if win.kind is WinKind.YES_DAYS:
        return ngettext("{name}: {n} time", "{name}: {n} times", win.count).format(name=name, n=win.count)
    text = _("{name}: best so far, {value}") if win.kind is WinKind.BEST else _("{name}: target {value} reached")
    return text.format(name=name, value=f"{plain(win.value or Decimal(0))} {unit}".strip())


def overdue_sentence(found: Overdue, plan: Plan) -> str:
    """Return which trial waits for a decision, and since when."""
    step = next((step for step in plan.steps if step.id == found.step), None)
    title = step_title(step, plan) if step is not None else found.step
    return _("The trial “{step}” ended on {day} and waits for a decision.").format(step=title, day=day_words(found.end))
