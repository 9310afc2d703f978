"""What a paper says while a flare lasts: do less, keep moving, and the day of the full plan.

The numbers themselves come from `core.graded.asked_on`; the plan for a flare to come is a box of the handout.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from painplanner.core.flares import flare_on
from painplanner.core.graded import on_day
from painplanner.core.plan import Flare, Item, Plan, items_of
from painplanner.core.schedule import OpenItem
from painplanner.core.treatment import has_medicine
from painplanner.documents.blocks import Callout, Rich, rich
from painplanner.documents.day_words import day, full_day
from painplanner.documents.dose_words import item_dose
from painplanner.documents.plan_words import patient_name
from painplanner.documents.words import Words


def flare_now(plan: Plan, items: Iterable[Item], on: date, w: Words) -> Callout | None:
    """Return the box of a flare that these items are in on a day; none while there is no flare."""
    found = [(item, flare) for item in items if (flare := flare_on(item, plan.flares, on)) is not None]
    if not found:
        return None
    t, flares = w.t, dict.fromkeys(flare for _item, flare in found)
    lines = [rich(t.gettext("Keep moving. In a flare, less is enough."))]
    lines += [_line(flare, [item for item, of in found if of == flare], w) for flare in flares]
    lines += [rich(t.gettext("Keep your medicines as they are."))] if has_medicine(plan) else []
    lines.append(rich(t.gettext("Call us if it lasts more than 7 days.")))
    lines.append(rich(t.gettext("Something new is not a flare. Look at the stop box.")))
    return Callout(title=t.gettext("You are in a flare"), items=tuple(lines))


def _line(flare: Flare, items: list[Item], w: Words) -> Rich:
    t = w.t
    names = ", ".join(patient_name(item, w) for item in items)
    what = t.gettext("Do the smaller number: {names}.").format(names=names) if flare.items else ""
    what = what or t.gettext("This paper has the smaller numbers of a flare.")
    return rich(f"{what} ", back_words(flare, w))


def back_words(flare: Flare, w: Words) -> str:
    """Return the day of the full plan, or that we will say which day that is."""
    if flare.back_on is None:
        return w.t.gettext("We tell you when to go back to the full plan.")
    return w.t.gettext("Back to the full plan on {day}.").format(day=day(flare.back_on, w))


def flare_note(plan: Plan, opened: OpenItem, w: Words) -> tuple[Rich, ...]:
    """Return, for an exercise that begins its sheet in a flare, the day of the full plan and what is done then."""
    item, flare = opened.item, flare_on(opened.item, plan.flares, opened.start)
    if flare is None:
        return ()
    said = w.t.gettext("Less for now, because of the flare.")
    if flare.back_on is None:
        return (rich(f"{said} {back_words(flare, w)}"),)
    full = item_dose(on_day(item, opened.opens, flare.back_on, plan.flares), w)
    return (rich(f"{said} ", back_words(flare, w), f" {w.t.gettext('Then: {dose}.').format(dose=full)}"),)


def flare_lines(plan: Plan, w: Words) -> list[str]:
    """Return each flare that runs today as a line of the chart."""
    t, found = w.t, dict[Flare, list[str]]()
    for _step, item in items_of(plan):
        flare = flare_on(item, plan.flares, w.today)
        if flare is not None and item.stopped_on is None:
            found.setdefault(flare, []).append(w.texts(item.texts).name)
    lines: list[str] = []
    for flare, names in found.items():
        back = t.gettext("full plan again on {day}").format(day=full_day(flare.back_on, w)) if flare.back_on else ""
        said = t.gettext("Flare since {day}, half of: {names}").format(
            day=full_day(flare.on, w), names=", ".join(names)
        )
        lines.append("; ".join(part for part in (said, back or t.gettext("no end set"), flare.note) if part))
    return lines
