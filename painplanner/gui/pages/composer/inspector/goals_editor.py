"""The goals of a plan: what the patient wants to do again, measured and dated when that is known."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.edits import add_goal, remove, set_goal
from painplanner.core.measure import Criterion
from painplanner.core.plan import Goal, Plan
from painplanner.core.values import replace
from painplanner.gui.context import AppContext
from painplanner.gui.form.rows import AreaRow, DayRow, in_flow
from painplanner.gui.form.subject import Changes, Part, attribute, propose
from painplanner.gui.pages.composer.inspector.criterion_editor import CriterionEditor
from painplanner.gui.pages.composer.inspector.measures import new_criterion
from painplanner.gui.pages.composer.inspector.spoken import spoken
from painplanner.gui.pages.composer.inspector.subject import PlanSubject
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.fields import Field
from painplanner.gui.widgets.finder import Finder
from painplanner.gui.widgets.labels import label, rule
from painplanner.gui.widgets.row_pool import RowPool
from painplanner.services.readings import find_measures
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


def find(plan: Plan, goal_id: str) -> Goal | None:
    """Return a goal, or nothing when it is gone."""
    return next((goal for goal in plan.goals if goal.id == goal_id), None)


def find_criterion(plan: Plan, goal_id: str) -> Criterion | None:
    """Return the criterion of a goal."""
    goal = find(plan, goal_id)
    return goal.criterion if goal is not None else None


def put_criterion(plan: Plan, goal_id: str, changes: Changes) -> Plan:
    """Change the criterion of a goal."""
    criterion = find_criterion(plan, goal_id)
    return plan if criterion is None else set_goal(plan, goal_id, criterion=replace(criterion, **changes))


class GoalEditor(QWidget):
    """One goal."""

    def __init__(self, session: PlanSession, ctx: AppContext, place: int) -> None:
        """Lay out words, measure and day."""
        super().__init__()
        self._session, self._ctx = session, ctx
        self.subject: PlanSubject[Goal] = PlanSubject(
            session, find, lambda plan, which, changes: set_goal(plan, which, **changes)
        )
        text: Part[Goal, str] = Part(
            _("Change goal"),
            lambda goal: spoken(goal.text, goal.words, session.patient.language),
            lambda _goal, words: {"text": words},
            "goal",
        )
        self._number = number = _("Goal {n}").format(n=place + 1)
        self.text = AreaRow(
            self.subject, text, number, placeholder=_("such as: sit through a meeting"), least=1, most=4
        )
        by: Part[Goal, Any] = attribute("by", _("Date a goal"), typed=True)
        self.by: DayRow[Goal] = DayRow(self.subject, by, _("By"), ctx.today)
        self._lay_out(number)

    def _lay_out(self, number: str) -> None:
        lines = self._lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 8)
        lines.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.text.field, 1)
        away = _("Remove {name}").format(name=number.lower())
        head.addWidget(icon_button("close", away, self._on_remove), 0, Qt.AlignmentFlag.AlignBottom)
        lines.addLayout(head)
        for widget in (self.by.field, rule()):
            lines.addWidget(widget)

    @cached_property
    def finder(self) -> Finder:
        """Return the field that finds a measure, made for the first goal without one."""
        name = _("{name}: measure").format(name=self._number)
        made = Finder(self._find, name=name, placeholder=_("Find a measure"))
        made.picked.connect(self._on_measure)
        return made

    @cached_property
    def _measure_field(self) -> Field:
        made = Field(_("Measured by"), self.finder)
        self._lines.insertWidget(1, made)
        return made

    @cached_property
    def criterion(self) -> CriterionEditor:
        """Return the editor of the criterion, made for the first goal that is measured."""
        made = CriterionEditor(self._session, self._ctx, find_criterion, put_criterion, self._on_unmeasure)
        self._lines.insertWidget(1, made)
        return made

    def show_goal(self, goal_id: str) -> None:
        """Show a goal of the plan."""
        if not self.subject.take(goal_id) or not self.subject.is_set:
            return
        self.text.show()
        self.by.show()
        self._show_measure(goal_id, is_measured=self.subject.value.criterion is not None)

    def _show_measure(self, goal_id: str, *, is_measured: bool) -> None:
        """Show the criterion, or the field that finds a measure in its place; each is made when it is first wanted."""
        made = self.__dict__
        if is_measured or "criterion" in made:
            self.criterion.setVisible(is_measured)
        if not is_measured or "_measure_field" in made:
            self._measure_field.setVisible(not is_measured)
        if is_measured:
            self.criterion.show_criterion(goal_id)
        else:
            self.finder.set_words("")

    def _find(self, text: str) -> tuple[tuple[str, str], ...]:
        return find_measures(self._ctx.library.measures, text, self._ctx.practice.language)

    def _on_measure(self, measure_id: str) -> None:
        made = new_criterion(self._ctx.library.measures[measure_id], self._session.readings)
        self.subject.change(_("Measure a goal"), lambda _goal: {"criterion": made})
        self.criterion.now.number.line.setFocus()

    def _on_unmeasure(self, _key: str) -> None:
        self.subject.change(_("Remove a measure"), lambda _goal: {"criterion": None})

    def _on_remove(self) -> None:
        gone = self.subject.id
        propose(self._session, _("Remove goal"), lambda plan: remove(plan, (gone,)))


class GoalsEditor(QWidget):
    """All goals, the way to add one, and the patient's own goals that are not in the plan yet."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out the list."""
        super().__init__()
        self._session, self._ctx = session, ctx
        self.pool: RowPool[GoalEditor] = RowPool(lambda place: GoalEditor(session, ctx, place))
        self.add = button(_("Add goal"), self.add_goal, kind="link", icon="plus")
        self.own = button("", self._on_take_own, kind="link")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(label(_("Goals"), "section"))
        lines.addWidget(self.pool)
        lines.addWidget(in_flow(self.add, self.own))

    def show_goals(self, plan: Plan) -> None:
        """Show the goals of a plan."""
        for editor, goal in zip(self.pool.show_rows(len(plan.goals)), plan.goals, strict=True):
            editor.show_goal(goal.id)
        count = len(self._own_goals())
        words = _("Take from the overview ({n})").format(n=count)
        self.own.setText(words)
        self.own.setAccessibleName(words)
        self.own.setVisible(count > 0)

    def _own_goals(self) -> tuple[str, ...]:
        known = {goal.text.strip().casefold() for goal in self._session.plan.goals}
        own = (text.strip() for text in self._session.patient.goals)
        return tuple(text for text in own if text and text.casefold() not in known)

    def _on_take_own(self) -> None:
        texts = self._own_goals()

        def fn(plan: Plan) -> Plan:
            for text in texts:
                plan = add_goal(plan, self._ctx.new_id, text)
            return plan

        propose(self._session, _("Take the patient’s goals"), fn)

    def add_goal(self) -> None:
        """Propose a goal without words and go there."""
        propose(self._session, _("Add goal"), lambda plan: add_goal(plan, self._ctx.new_id))
        self.focus(self._session.plan.goals[-1].id)

    def focus(self, goal_id: str) -> None:
        """Go to a goal."""
        for editor in self.pool.rows:
            if editor.subject.id == goal_id:
                editor.text.area.setFocus()
