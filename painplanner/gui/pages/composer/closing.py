"""Closing a plan: how each goal ended, proposed from the numbers, and what the patient goes on with alone.

One edit that undoes; a plan that is closed is changed or opened again in the same place.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from painplanner.core.edits.closing import close_plan, reopen_plan
from painplanner.core.outcomes import GoalSeen, can_keep, goals_seen, still_taken, would_keep
from painplanner.core.plan import Closing, Goal, GoalEnd, Plan, item_name
from painplanner.core.progress.decided import overdue
from painplanner.core.values import text_in
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.side_panel import SidePanel
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.fields import Choice, DateField, Field, choice
from painplanner.gui.widgets.growing_text import GrowingText
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.gui.widgets.ticks import TickList
from painplanner.services.words.change_values import end_words
from painplanner.services.words.outcomes import closed_sentence, goal_seen_words
from painplanner.text import _, ngettext

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession


class ClosingPanel(SidePanel):
    """Beside the plan; Ctrl+Enter closes the plan, Esc leaves it at work."""

    print_wanted = Signal()

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out the questions; goals and exercises come with the plan."""
        super().__init__(_("Close the plan"), _("Leave the plan as it is"), self.close_it)
        self._session, self._ctx = session, ctx
        self.day = DateField(_("Closed on"), None, ctx.today)
        self.ends: dict[str, Choice] = {}
        self._goals = QVBoxLayout()
        self._goals.setSpacing(10)
        self.keep = TickList(name=_("Goes on with"))
        self._keep_head = label(_("Goes on with alone"), "strong")
        self.note = GrowingText(name=_("Note"), least=2, most=6)
        self.concern = Notice("", "consider", is_stacked=True)
        self.problem = Notice("", "stop", is_stacked=True)
        self.close_button = button(_("Close the plan"), self.close_it, kind="primary", tip=_("Ctrl+Enter"))
        self.open_button = button(_("Open again"), self.open_again)
        self._lay_out()

    def _lay_out(self) -> None:
        lines = self.lines
        lines.addWidget(self.concern)
        lines.addWidget(label(_("How the goals ended"), "strong"))
        lines.addLayout(self._goals)
        for part in (self._keep_head, self.keep, self.day, Field(_("Note"), self.note), self.problem):
            lines.addWidget(part)
        lines.addStretch(1)
        self.add_foot(self.open_button, self.close_button)

    # What is shown

    def begin(self) -> None:
        """Ask about the plan as it is now; what was said when it was closed stands there already."""
        plan, today = self._session.plan, self._ctx.today()
        closing, lang = plan.closing, self._ctx.practice.language
        seen = goals_seen(plan, self._ctx.library.measures, self._session.readings, today)
        self._show_goals(plan, seen, dict(closing.goals) if closing is not None else None)
        self.keep.set_options(tuple((item.id, item_name(item, lang)) for item in can_keep(plan)))
        self.keep.set_keys(closing.keep_doing if closing is not None else would_keep(plan, today))
        for part in (self.keep, self._keep_head):
            part.setVisible(bool(can_keep(plan)))
        self.day.line.setModified(False)
        self.day.set_day(closing.on if closing is not None else today)
        self.note.set_text(closing.note if closing is not None else "")
        self.concern.say(_concerns(plan, self._ctx))
        self.problem.say("")
        self.open_button.setVisible(closing is not None)
        self.close_button.setText(_("Close the plan") if closing is None else _("Save"))

    def _show_goals(self, plan: Plan, seen: tuple[GoalSeen, ...], said: dict[str, GoalEnd] | None) -> None:
        """Ask about each goal; before anything was said, what the numbers propose is chosen."""
        empty(self._goals)
        self.ends = {}
        for goal, one in zip(plan.goals, seen, strict=True):
            end = one.end if said is None else said.get(goal.id)
            editor = choice(_ends(), end.value if end is not None else "")
            field = Field(self._name(goal), editor, hint=goal_seen_words(one, self._ctx.practice.language))
            self.ends[goal.id] = editor
            self._goals.addWidget(field)
        if not plan.goals:
            self._goals.addWidget(label(_("This plan has no goals."), "minor", wrap=True))

    def _name(self, goal: Goal) -> str:
        return goal.text or text_in(goal.words, self._ctx.practice.language) or _("Goal without words")

    def take_focus(self) -> None:
        """Put the keys on the first question."""
        first = next(iter(self.ends.values()), self.close_button)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Closing and opening

    def close_it(self) -> None:
        """Close the plan with what is said here."""
        day = self.day.day()
        if day is None:
            self.problem.say(_("Type the day on which the plan is closed."))
            self.day.line.setFocus()
            return
        if day > self._ctx.today():
            self.problem.say(_("A plan is closed today or was closed before; this day is still to come."))
            self.day.line.setFocus()
            return
        ends = ((goal, editor.currentData()) for goal, editor in self.ends.items())
        goals = tuple((goal, GoalEnd(end)) for goal, end in ends if end)
        closing = Closing(on=day, goals=goals, keep_doing=self.keep.keys(), note=self.note.text())
        if self._session.apply(_("Close the plan"), lambda plan: close_plan(plan, closing)):
            said = _("The plan is closed. Undo opens it again.")
            self._ctx.say(said, kind="done", action=_("Print “Going on by yourself”"), on_action=self.print_wanted.emit)
            self.closed.emit()

    def open_again(self) -> None:
        """Put the plan to work again."""
        reopen(self._session)
        self.closed.emit()


class ClosedBar(Notice):
    """Above a plan that is closed: when, how its goals ended, and the way to open it again."""

    print_wanted = Signal()

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Stay hidden."""
        super().__init__("", "info", _("Open again"), partial(reopen, session), is_stacked=True)
        self._ctx = ctx
        self.print_button = button(_("Print “Going on by yourself”"), self.print_wanted.emit, kind="link")
        self.add_beside(self.print_button)

    def show_plan(self, plan: Plan) -> None:
        """Show how the plan was closed."""
        closing = plan.closing
        self.say(closed_sentence(closing, plan, self._ctx.practice.language) if closing is not None else "")


def reopen(session: PlanSession) -> None:
    """Put a closed plan to work again, as one edit."""
    session.apply(_("Open the plan again"), reopen_plan)


def _ends() -> tuple[tuple[str, str], ...]:
    return (("", _("Not known")), *((end.value, end_words(end).capitalize()) for end in GoalEnd))


def _concerns(plan: Plan, ctx: AppContext) -> str:
    """Return what closing does not settle: medicines that go on, and trials that nobody decided about."""
    today, lang = ctx.today(), ctx.practice.language
    names = ", ".join(item_name(item, lang) for item in still_taken(plan, today))
    going = _("Closing stops no medicine. Settle who looks after: {names}.").format(names=names) if names else ""
    count = len(overdue(plan, today))
    late = ngettext(
        "{n} trial is past its end without a decision.", "{n} trials are past their end without a decision.", count
    ).format(n=count)
    return " ".join(part for part in (going, late if count else "") if part)
