"""The question that stands above the plan while an edit would end a medicine suddenly: how it is taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.plan import Plan
from painplanner.core.values import LINE_LIMIT
from painplanner.gui.form.rows import in_flow
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession, StopQuestion


class StopPanel(QWidget):
    """Hidden until an edit waits; the edit is made with the line, without it, or not at all."""

    closed = Signal()

    def __init__(self, session: PlanSession) -> None:
        """Follow the questions of the session."""
        super().__init__()
        self._session = session
        self._question: StopQuestion | None = None
        self.notice = Notice(kind="stop")
        self.how = line_edit(placeholder=_("such as: as written for the pharmacy, calls each week"), limit=LINE_LIMIT)
        self._field = Field(_("How it is taken down, for the team"), self.how)
        self.stop = button(_("Stop with this plan"), self._on_stop, kind="primary")
        self.anyway = button("", self._on_anyway)
        self.keep = button(_("Leave it as it is"), self._close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 8, 16, 8)
        lines.setSpacing(8)
        for widget in (self.notice, self._field, in_flow(self.stop, self.anyway, self.keep)):
            lines.addWidget(widget)
        self.how.textEdited.connect(lambda _text: self._field.show_problem(""))
        self.how.returnPressed.connect(self._on_stop)
        session.stop_asked.connect(self._on_asked)
        session.plan_changed.connect(self._on_plan_changed)
        self.hide()

    def _on_asked(self, question: StopQuestion) -> None:
        from painplanner.services.words import stop_anyway_words

        self._question = question
        self.notice.say(question.asked)
        words = stop_anyway_words(question.items, question.gone)
        self.anyway.setText(words)
        self.anyway.setAccessibleName(words)
        self.how.clear()
        self._field.show_problem("")
        self.show()
        self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_plan_changed(self, _old: Plan | None, _new: Plan | None) -> None:
        """Ask no longer once the plan is another than the one that was asked about."""
        self._close()

    def _on_stop(self) -> None:
        question, how = self._question, self.how.text().strip()
        if question is None:
            return
        if not how:
            self._field.show_problem(_("Write a line, or choose one of the other ways."))
            self.how.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._close()
        self._session.stop_as_planned(question, how)

    def _on_anyway(self) -> None:
        question = self._question
        self._close()
        if question is not None:
            self._session.stop_anyway(question)

    def _close(self) -> None:
        if self._question is not None:
            self._question = None
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave everything as it is with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
