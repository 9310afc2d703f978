"""The form of a selection of several parts: only what they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from painplanner.core.dose import AnyDose, has_side
from painplanner.core.edits import add_step, find_item, move_items, remove, set_dose, set_step
from painplanner.core.plan import Item, Plan, Purpose, items_of
from painplanner.core.values import Side, replace
from painplanner.gui.context import AppContext
from painplanner.gui.form.options import purposes, sides, steps_of
from painplanner.gui.form.rows import is_offered
from painplanner.gui.form.subject import propose
from painplanner.gui.pages.composer.inspector.form import as_pane
from painplanner.gui.unread import UnreadText
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Column
from painplanner.gui.widgets.fields import Field, choice
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.number_field import NumberField
from painplanner.gui.widgets.segment_grid import SegmentGrid
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession

NEW_STEP = "+"
_DAYS = "several-days"


class SeveralForm(Column):
    """Move to a step, side, days a week, purpose, remove; each where all of them have it."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Build the rows once."""
        super().__init__(margin=16, gap=12)
        as_pane(self)
        self._session, self._ctx = session, ctx
        self._ids: tuple[str, ...] = ()
        self._refused = ""
        self._heading = label("", "section", wrap=True)
        self._kind = label("", "minor", wrap=True)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._heading)
        head.addWidget(self._kind)
        self.lines.addLayout(head)
        self.step = choice((), name=_("Move to step"))
        self.side = SegmentGrid(sides(), name=_("Side"))
        self.days = NumberField(_("Days a week"))
        self.purpose = SegmentGrid(purposes(), name=_("Purpose"), columns=2)
        self.remove = button("", self._on_remove, kind="danger")
        self._step_field = Field(_("Move to step"), self.step)
        self._side_field = Field(_("Side"), self.side)
        self._purpose_field = Field(_("Purpose"), self.purpose)
        for part in (self._step_field, self._side_field, self.days, self._purpose_field, self.remove):
            self.lines.addWidget(part)
        self.lines.addStretch(1)
        self.step.activated.connect(lambda _at: self._on_step())
        self.side.chosen.connect(self._on_side)
        self.days.entered.connect(self._on_days)
        self.days.refused.connect(lambda: self._session.take_back(_DAYS))
        session.unread.watch(self._unread_days)
        self.purpose.chosen.connect(self._on_purpose)

    def show_parts(self, ids: tuple[str, ...]) -> None:
        """Show what these parts share."""
        plan = self._session.plan
        is_other, self._ids = ids != self._ids, ids
        items = [item for _step, item in items_of(plan) if item.id in ids]
        steps = [step for step in plan.steps if step.id in ids]
        self._show_head(len(items), len(steps), len(ids) - len(items) - len(steps))
        only_items, only_steps = len(items) == len(ids), len(steps) == len(ids)
        self._step_field.setVisible(only_items)
        if only_items:
            self._show_steps(plan)
        self._show_doses(items if only_items else [], is_other=is_other)
        self._purpose_field.setVisible(only_steps)
        if only_steps:
            self.purpose.set_key(_shared(step.purpose.value if step.purpose else "" for step in steps))

    def _show_head(self, items: int, steps: int, others: int) -> None:
        count = items + steps + others
        self._heading.setText(ngettext("{n} selected", "{n} selected", count).format(n=count))
        parts = [
            ngettext("{n} item", "{n} items", items).format(n=items) if items else "",
            ngettext("{n} step", "{n} steps", steps).format(n=steps) if steps else "",
            ngettext("{n} other", "{n} others", others).format(n=others) if others else "",
        ]
        self._kind.setText(", ".join(part for part in parts if part))
        words = ngettext("Remove {n} part", "Remove {n} parts", count).format(n=count)
        self.remove.setText(words)
        self.remove.setAccessibleName(words)

    def _show_steps(self, plan: Plan) -> None:
        options = (("", _("Choose a step")), *steps_of(plan), (NEW_STEP, _("A new step")))
        self.step.clear()
        for key, words in options:
            self.step.addItem(words, key)

    def _show_doses(self, items: list[Item], *, is_other: bool) -> None:
        sided = bool(items) and all(has_side(item.dose) for item in items)
        weekly = bool(items) and all(_has_days(item.dose) for item in items)
        self._side_field.setVisible(sided)
        self.days.setVisible(weekly)
        if sided:
            keys = {getattr(item.dose, "side", None) for item in items}
            self.side.set_key(_shared(side.value if side else "" for side in keys) if len(keys) == 1 else "mixed")
        if weekly and is_other:
            counts = {getattr(item.dose, "days_per_week", None) for item in items}
            self.days.set_number(next(iter(counts)) if len(counts) == 1 else None)
            self._refused = ""

    def _on_step(self) -> None:
        key = str(self.step.currentData() or "")
        if not key:
            return
        ids = self._ids

        def fn(plan: Plan) -> Plan:
            target = key
            if key == NEW_STEP:
                plan = add_step(plan, self._ctx.new_id)
                target = plan.steps[-1].id
            step = next(s for s in plan.steps if s.id == target)
            return move_items(plan, ids, target, len(step.items))

        propose(self._session, _("Move to step"), fn)

    def _each_dose(self, words: str, change: Callable[[AnyDose], AnyDose], merge: str = "") -> str:
        ids = self._ids

        def fn(plan: Plan) -> Plan:
            for item_id in ids:
                dose = find_item(plan, item_id).dose
                plan = plan if dose is None else set_dose(plan, item_id, change(dose), self._ctx.today())
            return plan

        return propose(self._session, words, fn, merge)

    def _on_side(self, key: str) -> None:
        side = Side(key) if key else None
        self._each_dose(_("Change side"), lambda dose: replace(dose, side=side))

    def _on_days(self, days: object) -> None:
        self._session.keep_typing()
        sentence = self._each_dose(_("Change days a week"), lambda dose: replace(dose, days_per_week=days), _DAYS)
        if sentence:
            self._session.take_back(_DAYS)
        self._refused = sentence
        self.days.show_problem(sentence)

    def _unread_days(self) -> UnreadText | None:
        """Return the days that none of the parts has, while these parts are what is selected."""
        sentence = self.days.problem() or self._refused
        if not sentence or not is_offered(self.days) or self._ids != self._session.selection:
            return None
        return UnreadText(self.days.line.text(), sentence, self.days.line.setFocus)

    def _on_purpose(self, key: str) -> None:
        ids = self._ids

        def fn(plan: Plan) -> Plan:
            for step_id in ids:
                plan = set_step(plan, step_id, purpose=Purpose(key))
            return plan

        propose(self._session, _("Change purpose"), fn)

    def _on_remove(self) -> None:
        ids = self._ids
        propose(self._session, _("Remove"), lambda plan: remove(plan, ids))


def _has_days(dose: AnyDose | None) -> bool:
    return dose is not None and "days_per_week" in dose.__struct_fields__


def _shared(keys: Iterable[str]) -> str:
    found = set(keys)
    return found.pop() if len(found) == 1 else "mixed"
