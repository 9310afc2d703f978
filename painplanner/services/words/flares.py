"""A flare of a plan in one sentence for the clinician."""

from __future__ import annotations

from painplanner.core.flares import has_flare_dose
from painplanner.core.plan import Flare, Plan, item_name, items_of
from painplanner.services.words.days import day_words
from painplanner.text import _


def flare_sentence(flare: Flare, plan: Plan, lang: str) -> str:
    """Return since when what is halved, and the day of the full plan. [D] marks both as defaults of the product."""
    names = [item_name(item, lang) for _step, item in items_of(plan) if item.id in flare.items and has_flare_dose(item)]
    what = ", ".join(names) or _("everything that is done")
    half = _("Flare since {day}: half of {what}.").format(day=day_words(flare.on), what=what)
    back = _("Full plan again on {day}.").format(day=day_words(flare.back_on)) if flare.back_on else _("No end set.")
    return f"{half} {back} [D]"
