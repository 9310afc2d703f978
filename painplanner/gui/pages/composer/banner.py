"""What stands at the right of the patient's banner while a plan is open: when it was saved, Undo, Preview, Print."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from painplanner.gui.form.saved import saved_words
from painplanner.gui.session import PlanSession
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import label
from painplanner.text import _


class BannerActions(QWidget):
    """Three buttons and a time."""

    preview_toggled = Signal()
    print_wanted = Signal()

    def __init__(self, session: PlanSession) -> None:
        """Follow the session."""
        super().__init__()
        self._session = session
        self.saved = label("", "minor")
        self.undo = button(_("Undo"), session.undo)
        self.preview = button(_("Preview"), self.preview_toggled.emit, tip=_("Show the papers beside the plan"))
        self.preview.setCheckable(True)
        self.print = button(_("Print…"), self.print_wanted.emit, kind="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.saved, self.undo, self.preview, self.print):
            row.addWidget(part)
        session.saved.connect(lambda _moment: self._show_saved())
        session.plan_changed.connect(lambda _old, _new: self._show_saved())
        session.undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        session.undo_stack.undoTextChanged.connect(self._show_undo_text)
        self.undo.setEnabled(session.undo_stack.canUndo())
        self._show_saved()

    def _show_undo_text(self, text: str) -> None:
        self.undo.setToolTip(_("Undo: {what}").format(what=text) if text else "")

    def _show_saved(self) -> None:
        self.saved.setText(saved_words(self._session))
