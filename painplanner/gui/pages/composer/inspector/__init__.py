"""The right side of the composer: shows what is selected, in the order a clinician thinks, and only what it needs.

Each form is built once, when its kind is first selected, and then only shows other values. None is built before: it
takes less time than anybody notices, and a visit that never looks at a kind of part need not hold its fields.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from painplanner.core.plan import Plan, items_of
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.inspector.checkpoint_form import CheckpointForm
from painplanner.gui.pages.composer.inspector.item_form import ItemForm
from painplanner.gui.pages.composer.inspector.plan_form import PlanForm
from painplanner.gui.pages.composer.inspector.several_form import SeveralForm
from painplanner.gui.pages.composer.inspector.step_form import StepForm
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession

__all__ = ["Inspector", "kind_of_part"]

LEAST_WIDTH = 280


class Inspector(QStackedWidget):
    """Follows the session's plan and selection; hidden, it waits until it is seen again."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Build no form yet."""
        super().__init__()
        self._session, self._ctx = session, ctx
        self._is_stale = True
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName(_("Details"))
        self._makers: dict[str, Callable[[PlanSession, AppContext], QWidget]] = {
            "plan": PlanForm,
            "step": StepForm,
            "item": ItemForm,
            "checkpoint": CheckpointForm,
            "several": SeveralForm,
        }
        self._forms: dict[str, QWidget] = {}
        session.plan_changed.connect(lambda _old, _new: self._show_or_wait())
        session.selection_changed.connect(self._on_selection_changed)
        ctx.news.patient_changed.connect(lambda _patient: self._show_or_wait())

    def form(self, kind: str) -> QWidget:
        """Return the form of a kind ("plan", "step", "item", "checkpoint", "several"), made now if it was not yet."""
        if kind not in self._forms:
            made = self._makers[kind](self._session, self._ctx)
            self._forms[kind] = made
            self.addWidget(made)
        return self._forms[kind]

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._show()

    def _on_selection_changed(self) -> None:
        self._show_or_wait()
        one = self._session.selection
        form = self._forms.get("plan")
        if len(one) == 1 and self.isVisible() and isinstance(form, PlanForm) and self.currentWidget() is form:
            form.focus(one[0])

    def take_focus(self) -> None:
        """Put the keys where a clinician begins: a driver or goal, a dose, what is measured, else the first field."""
        self._show()
        form, one = self.currentWidget(), next(iter(self._session.selection), "")
        if isinstance(form, PlanForm) and one:
            form.focus(one)
            return
        if isinstance(form, CheckpointForm) and form.measures_nothing:
            form.finder.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if form is None:
            return
        fields = (w for w in form.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
        first = next((w for w in fields if w.isVisibleTo(form) and w.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_or_wait(self) -> None:
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self._show()

    def _show(self) -> None:
        self._is_stale = False
        if not self._session.is_open:
            return
        plan, selection = self._session.plan, self._session.selection
        one = next(iter(selection), "")
        kind = "several" if len(selection) > 1 else kind_of_part(plan, one)
        form = self.form(kind)
        if isinstance(form, SeveralForm):
            form.show_parts(selection)
        elif isinstance(form, (PlanForm, StepForm, ItemForm, CheckpointForm)):
            form.show_subject(plan.id if kind == "plan" else one)
        if self.currentWidget() is not form:
            self.setCurrentWidget(form)


def kind_of_part(plan: Plan, part_id: str) -> str:
    """Return what an id names; drivers and goals are shown with the plan."""
    if any(step.id == part_id for step in plan.steps):
        return "step"
    if any(item.id == part_id for _step, item in items_of(plan)):
        return "item"
    return "checkpoint" if any(each.id == part_id for each in plan.checkpoints) else "plan"
