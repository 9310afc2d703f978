"""Whether a log that is not back is waited for: a link that lets it go, or waits for it again."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from painplanner.core.daily_log import LogSheet
from painplanner.gui.context import AppContext
from painplanner.gui.widgets.buttons import button
from painplanner.services.logs import is_waited_for
from painplanner.text import _


class Waiting(QWidget):
    """Shown for a log of which nothing was entered; one that was let go can still be entered."""

    def __init__(self, ctx: AppContext) -> None:
        """Start without a log."""
        super().__init__()
        self._ctx = ctx
        self._sheet: LogSheet | None = None
        self.button = button("", self._on_clicked, kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)

    def show_sheet(self, sheet: LogSheet | None) -> None:
        """Show what can be done for a log, nothing without one."""
        self._sheet = sheet
        self.setVisible(sheet is not None)
        if sheet is not None:
            is_open = is_waited_for(self._ctx.store, sheet)
            self.button.setText(_("It will not come back") if is_open else _("Wait for it again"))

    def _on_clicked(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        if is_waited_for(self._ctx.store, sheet):
            self._ctx.store.let_sheet_go(sheet.id)
            self._ctx.say(_("This log is no longer on Today. It can still be entered."), kind="done")
        else:
            self._ctx.store.give_log_sheet(sheet.id)
        self.show_sheet(sheet)
