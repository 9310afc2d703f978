"""How goals ended and what the plans of a practice came to, in sentences that say no more than so few plans can."""

from __future__ import annotations

from painplanner.core.outcomes import FEWEST_PLANS, GoalSeen, Tally, share
from painplanner.core.plan import Closing, Plan
from painplanner.services.words.change_values import end_words
from painplanner.services.words.changes import ends_words
from painplanner.services.words.days import day_words
from painplanner.services.words.results import result_sentence
from painplanner.text import _, ngettext


def goal_seen_words(seen: GoalSeen, lang: str = "en") -> str:
    """Return what the numbers say of a goal, or that nothing was measured of it."""
    if seen.result is None:
        return _("Not measured; ask the patient.")
    said = result_sentence(seen.result, lang)
    if seen.end is None:
        return said
    return _("{result}. Proposed: {end}").format(result=said, end=end_words(seen.end))


def closed_sentence(closing: Closing, plan: Plan, lang: str = "en") -> str:
    """Return when a plan was closed and how its goals ended."""
    closed = _("Closed on {day}.").format(day=day_words(closing.on))
    ends = "; ".join(ends_words(closing, plan, lang))
    return f"{closed} {ends}" if ends else closed


def tally_words(tally: Tally) -> str:
    """Return how many goals were reached, in how many plans, and what else became of goals."""
    plans = ngettext("{n} closed plan", "{n} closed plans", tally.plans).format(n=tally.plans)
    if not tally.known:
        return "; ".join((_("{plans}, no outcome known").format(plans=plans), *_others(tally)))
    reached = ngettext("{n} of {of} goal reached", "{n} of {of} goals reached", tally.known)
    said = _("{plans}: {reached}").format(plans=plans, reached=reached.format(n=tally.reached, of=tally.known))
    partly = [_("{n} partly").format(n=tally.partly)] if tally.partly else []
    return "; ".join((said, *partly, *_others(tally)))


def _others(tally: Tally) -> tuple[str, ...]:
    counts = (
        (tally.no_longer_wanted, _("{n} no longer wanted")),
        (tally.unknown, _("{n} not known")),
    )
    return tuple(words.format(n=n) for n, words in counts if n)


def share_words(tally: Tally) -> str:
    """Return the share of goals reached with its range, or that there are too few plans to say one."""
    found = share(tally)
    if found is None:
        return _("too few plans for a percentage")
    return _("{percent} % (range {low} to {high} %)").format(percent=found.percent, low=found.low, high=found.high)


def caution_words() -> str:
    """Return how to read the results."""
    return _(
        "A percentage needs at least {n} closed plans [D]. The range is where the true share is likely to lie (Wilson, "
        "95 %). These are the patients of one practice: the numbers do not say what a template would do elsewhere, nor "
        "that it was the plan that helped."
    ).format(n=FEWEST_PLANS)
