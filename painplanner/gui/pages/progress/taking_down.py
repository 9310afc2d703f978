"""The question of a decision that would end a medicine suddenly: how it is taken down, asked where it was decided."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.values import LINE_LIMIT
from painplanner.gui.form.rows import in_flow
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.text import _


class TakingDown(QWidget):
    """The line for the team; `answered` carries it, `left` says that nothing is decided."""

    answered = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        """Lay out the question."""
        super().__init__()
        self.notice = Notice(kind="stop")
        self.how = line_edit(placeholder=_("such as: as written for the pharmacy, calls each week"), limit=LINE_LIMIT)
        self.field = Field(_("How it is taken down, for the team"), self.how)
        self.go_on = button(_("Decide with this plan"), self._on_answered, kind="primary")
        self.leave = button(_("Decide nothing yet"), self.left.emit, kind="quiet")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(8)
        for part in (self.notice, self.field, in_flow(self.go_on, self.leave)):
            lines.addWidget(part)
        self.how.returnPressed.connect(self._on_answered)
        self.how.textEdited.connect(lambda _text: self.field.show_problem(""))

    def ask(self, question: str) -> None:
        """Ask, and put the keys onto the line."""
        self.notice.say(question)
        self.field.show_problem("")
        self.show()
        self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answered(self) -> None:
        how = self.how.text().strip()
        if how:
            self.answered.emit(how)
            return
        self.field.show_problem(_("Write a line: the next person has to know how it goes down."))
        self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
