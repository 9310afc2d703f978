"""What follows a checkpoint when it is none of what the rule says: any action of the closed list with its target."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from painplanner.core.checkpoint import Action, ActionKind
from painplanner.core.plan import Plan
from painplanner.core.progress.rules import RECHECK_DAYS
from painplanner.core.values import NAME_LIMIT, Impossible
from painplanner.gui.form.options import Options, actions, disciplines, drivers_of, steps_of
from painplanner.gui.widgets.fields import choice, line_edit
from painplanner.gui.widgets.number_field import NumberField
from painplanner.text import _


class ActionChoice(QWidget):
    """The kind, beside it a step, a driver, a member of the team, words or days."""

    def __init__(self, plan: Plan, lang: str) -> None:
        """Offer the steps and drivers of a plan."""
        super().__init__()
        self._targets: dict[str, Options] = {
            ActionKind.NEXT_STEP.value: (("", _("The next step")), *steps_of(plan)),
            ActionKind.RECONSIDER.value: (("", _("Which driver?")), *drivers_of(plan, lang)),
            ActionKind.REFER.value: disciplines(_("To whom?")),
        }
        self.kind = choice([one for one in actions() if one[0]], name=_("What follows"))
        self.target = choice((), name=_("Which"))
        self.words = line_edit(name=_("What to discuss"), placeholder=_("What to discuss"), limit=NAME_LIMIT)
        self.days = NumberField(_("In how many days"), unit=_("days"))
        self.days.without_name()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.kind, self.target, self.words, self.days):
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.kind.currentIndexChanged.connect(lambda _at: self._show_target())
        self._show_target()

    def set_action(self, action: Action) -> None:
        """Show an action."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(action.kind.value)))
        self._show_target()
        self.target.setCurrentIndex(max(0, self.target.findData(action.target)))
        self.words.setText(action.target if action.kind is ActionKind.DISCUSS else "")
        self.days.set_number(action.days or RECHECK_DAYS)

    def action(self) -> Action:
        """Return what is chosen. Raises Impossible where the days are no number."""
        kind = ActionKind(str(self.kind.currentData()))
        if kind is ActionKind.RECHECK:
            number = self.days.number()
            return Action(kind=kind, days=int(number) if number is not None else RECHECK_DAYS)
        target = self.words.text() if kind is ActionKind.DISCUSS else str(self.target.currentData() or "")
        return Action(kind=kind, target=target)

    def problem(self) -> str:
        """Return what is wrong with the days, in words."""
        try:
            self.action()
        except Impossible:
            return self.days.problem() or _("1 to 365 days fit here.")
        return ""

    def _show_target(self) -> None:
        key = str(self.kind.currentData())
        options = self._targets.get(key, ())
        self.target.clear()
        for one, words in options:
            self.target.addItem(words, one)
        self.target.setVisible(bool(options))
        self.words.setVisible(key == ActionKind.DISCUSS.value)
        self.days.setVisible(key == ActionKind.RECHECK.value)
