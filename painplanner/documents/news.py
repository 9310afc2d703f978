"""What is new in the plan since the handout before: at most five short points, of what concerns the patient.

A first handout has no such box: everything on it is new. What a flare changes for some days stands in the box of the
flare. The sheet marks its own exercises (`changes`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from painplanner.core.home_items import is_home_item
from painplanner.core.plan import Item, Plan, Step, StepStatus
from painplanner.documents.blocks import Callout, Rich, rich
from painplanner.documents.dose_words import item_dose, item_facts
from painplanner.documents.plan_words import patient_name, step_title
from painplanner.documents.request import Request
from painplanner.documents.words import BLANK, Words

MOST_POINTS = 5
_CLOSED = frozenset({StepStatus.DONE, StepStatus.STOPPED, StepStatus.SKIPPED})
_UNTOLD = frozenset({"education", "coordination"})
_DONE_ALONE = frozenset({"behavioural", "lifestyle"})


def news_box(request: Request, w: Words) -> Callout | None:
    """Return the box "What is new in your plan"; none where nothing is, or where there was no handout before."""
    points = _points(request.before, request.plan, w) if request.before is not None else ()
    return Callout(title=w.t.gettext("What is new in your plan"), items=points) if points else None


def _points(old: Plan, new: Plan, w: Words) -> tuple[Rich, ...]:
    """Return one point for each thing; where that is too many, things of a kind share one, the longest first."""
    was, now = _asked(old), _asked(new)
    kinds = (
        _Kind(_stopped(was, now), lambda item: _stopped_line(item, w), lambda items: _stopped_all(items, w)),
        _Kind(_added(was, now), lambda item: _new_line(item, was, w), lambda items: _new_all(items, w)),
        _Kind(_changed(was, now, w), lambda item: _dose_line(item, was, w), lambda items: _dose_all(items, w)),
        _Kind(_left_out(was, now), lambda item: _left_line(item, w), lambda items: _left_all(items, w)),
    )
    steps = _begun(old, new, w)
    while len(steps) + sum(len(kind.lines) for kind in kinds) > MOST_POINTS:
        longest = max(kinds, key=lambda kind: len(kind.lines))
        if len(longest.lines) < 2:
            break
        longest.share()
    first, *others = kinds
    return (*first.lines, *steps, *chain.from_iterable(kind.lines for kind in others))


class _Kind:
    """News of one kind: a line for each, or one line for all of them."""

    def __init__(
        self, items: tuple[Item, ...], line: Callable[[Item], Rich], shared: Callable[[tuple[Item, ...]], Rich]
    ) -> None:
        self._items, self._shared = items, shared
        self.lines = tuple(line(item) for item in items)

    def share(self) -> None:
        self.lines = (self._shared(self._items),)


# What is new


def _asked(plan: Plan) -> dict[str, Item]:
    """Return what a plan asks of its patient, now or later, by id."""
    open_steps = (step for step in plan.steps if step.status not in _CLOSED)
    items = (item for step in open_steps for item in step.items)
    return {item.id: item for item in items if item.stopped_on is None and item.kind not in _UNTOLD}


def _stopped(was: Mapping[str, Item], now: Mapping[str, Item]) -> tuple[Item, ...]:
    return tuple(item for key, item in was.items() if item.kind == "medicine" and key not in now)


def _added(was: Mapping[str, Item], now: Mapping[str, Item]) -> tuple[Item, ...]:
    return tuple(item for key, item in now.items() if key not in was)


def _changed(was: Mapping[str, Item], now: Mapping[str, Item], w: Words) -> tuple[Item, ...]:
    both = ((was[key], item) for key, item in now.items() if key in was)
    return tuple(item for before, item in both if item_dose(before, w) != item_dose(item, w))


def _left_out(was: Mapping[str, Item], now: Mapping[str, Item]) -> tuple[Item, ...]:
    """Return what is not done any more, but for what something else took over from."""
    taken_over = {item.replaces for item in now.values()}
    gone = (item for key, item in was.items() if key not in now and key not in taken_over)
    return tuple(item for item in gone if is_home_item(item) or item.kind in _DONE_ALONE)


def _begun(old: Plan, new: Plan, w: Words) -> tuple[Rich, ...]:
    """Return the steps that were begun since: of several one point names them all."""
    before = {step.id: step for step in old.steps}
    begun = [(n, step) for n, step in enumerate(new.steps, 1) if _is_begun(step, before.get(step.id))]
    if not begun:
        return ()
    names = "; ".join(w.t.gettext("step {n}, {title}").format(n=n, title=step_title(step, w)) for n, step in begun)
    return (rich(w.t.gettext("You begin the next part:") + " ", names),)


def _is_begun(step: Step, before: Step | None) -> bool:
    return step.status is StepStatus.ACTIVE and (before is None or before.status is not StepStatus.ACTIVE)


# How it is said


def _stopped_line(item: Item, w: Words) -> Rich:
    return rich("", patient_name(item, w), f": {w.t.gettext('stopped. Ask us if you are not sure how.')}")


def _stopped_all(items: Sequence[Item], w: Words) -> Rich:
    return rich("", _names(items, w), f": {w.t.gettext('stopped. Ask us if you are not sure how.')}")


def _new_line(item: Item, was: Mapping[str, Item], w: Words) -> Rich:
    t, before = w.t, was.get(item.replaces)
    new, name = t.gettext("New:") + " ", patient_name(item, w)
    if before is None:
        return rich(new, name)
    return rich(new, name, f" ({t.gettext('in place of: {name}').format(name=patient_name(before, w))})")


def _new_all(items: Sequence[Item], w: Words) -> Rich:
    return rich(w.t.gettext("New:") + " ", _names(items, w))


def _dose_line(item: Item, was: Mapping[str, Item], w: Words) -> Rich:
    """Return what of an amount is new; of a medicine only that it is, for its box alone says how it is taken."""
    t, name = w.t, patient_name(item, w)
    if item.kind == "medicine":
        return rich("", name, f": {t.gettext('the amount is new. See “Your medicines”.')}")
    known = item_facts(was[item.id], w)
    new = [fact for fact in item_facts(item, w) if fact not in known and BLANK not in fact]
    said = t.gettext("now {dose}.").format(dose=", ".join(new)) if new else t.gettext("another amount than before.")
    return rich("", name, f": {said}")


def _dose_all(items: Sequence[Item], w: Words) -> Rich:
    return rich(w.t.gettext("Another amount than before:") + " ", _names(items, w))


def _left_line(item: Item, w: Words) -> Rich:
    return rich("", patient_name(item, w), f": {w.t.gettext('you can leave this out now.')}")


def _left_all(items: Sequence[Item], w: Words) -> Rich:
    return rich(w.t.gettext("You can leave out now:") + " ", _names(items, w))


def _names(items: Sequence[Item], w: Words) -> str:
    return "; ".join(patient_name(item, w) for item in items)
