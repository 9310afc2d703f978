"""A decision that is not what the numbers and the rule say: the outcome that counts, what follows, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.checkpoint import Outcome
from painplanner.core.plan import Plan
from painplanner.gui.pages.progress.action_choice import ActionChoice
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.gui.widgets.segmented import Segmented
from painplanner.services.looks import Following, LookView
from painplanner.text import _


class OverrideBox(QWidget):
    """The outcome that counts, what follows, and why."""

    decided = Signal()
    left = Signal()

    def __init__(self, plan: Plan, lang: str) -> None:
        """Lay out the fields."""
        super().__init__()
        self._outcome = Segmented(
            (
                (Outcome.MET.value, _("Met")),
                (Outcome.PARTLY.value, _("Partly")),
                (Outcome.NOT_MET.value, _("Not met")),
                ("", _("Left open")),
            ),
            name=_("Outcome that counts"),
        )
        self.action = ActionChoice(plan, lang)
        self.reason_line = line_edit(limit=300, placeholder=_("In a line; it stands in the history"))
        self.reason = Field(_("Why"), self.reason_line)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(Field(_("Outcome that counts"), self._outcome))
        lines.addWidget(Field(_("What follows"), self.action))
        lines.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.addWidget(button(_("Decide so"), self.decided.emit, kind="primary"))
        foot.addWidget(button(_("Cancel"), self.left.emit, kind="quiet"))
        foot.addStretch(1)
        lines.addLayout(foot)
        self.reason_line.returnPressed.connect(self.decided)

    def begin(self, view: LookView, following: Following | None) -> None:
        """Start from an action, or from what the rule says."""
        first = following or view.following[0]
        self._outcome.set_key(first.outcome.value if first.outcome is not None else "")
        self.action.set_action(first.action)
        self.reason.show_problem("")

    def outcome(self) -> Outcome | None:
        """Return the outcome that counts."""
        key = self._outcome.key()
        return Outcome(key) if key else None

    def take_focus(self, *, is_open: bool) -> None:
        """Put the keys where something is still to be said."""
        (self.action.kind if is_open else self.reason_line).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
