"""The line at the foot of the window for passing messages: one at a time, the urgent ones until they are closed."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from painplanner.gui.messages import Message
from painplanner.gui.widgets.buttons import icon_button
from painplanner.gui.widgets.cards import Notice
from painplanner.text import _

STAYS_MS = 7000
OFFERS_MS = 30_000
"""A message that offers something stays until there was time to find out whether it is needed."""


class MessageBar(QWidget):
    """Shows a Message; information goes by itself, a problem stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.notice = Notice("", "info")
        self._message = Message(text="")
        self.notice.button.clicked.connect(self._on_action)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.notice, 1)
        row.addWidget(icon_button("close", _("Close the message"), self.hide))
        self._going = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._going.timeout.connect(self.hide)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self._message = message
        self.notice.say(message.text, message.kind)
        self.notice.button.setText(message.action)
        self.notice.button.setAccessibleName(message.action)
        self.notice.button.setVisible(bool(message.action))
        self.show()
        self._going.stop()
        if message.kind in {"info", "done"}:
            self._going.start(OFFERS_MS if message.action else STAYS_MS)

    def hide_message(self, message: Message) -> None:
        """Take this message away, and leave any other one."""
        if self._message is message:
            self.hide()

    @property
    def text(self) -> str:
        """Return the sentence that is shown."""
        return self.notice.text if self.isVisible() else ""

    def _on_action(self) -> None:
        self.hide()
        if self._message.on_action is not None:
            self._message.on_action()
