"""The locked door of a practice: its name, a passphrase, and two other ways in."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.fields import choice
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.passphrase import PassphraseField
from painplanner.text import _


class UnlockPage(QWidget):
    """Asks for the passphrase of the recent practice; says in words what went wrong."""

    submitted = Signal(object, str)
    setup_wanted = Signal()
    demo_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the door."""
        super().__init__(parent)
        self._folders: list[Path] = []
        self._title = label("", "title", wrap=True)
        self._where = label("", "small", wrap=True)
        self._others = choice((), name=_("Practice"))
        self._others.currentIndexChanged.connect(self._on_other_practice)
        self.passphrase = PassphraseField(_("Passphrase"))
        self.passphrase.setPlaceholderText(_("Passphrase"))
        self.passphrase.returnPressed.connect(self._on_submitted)
        self.passphrase.textEdited.connect(lambda: self.show_problem(""))
        self.passphrase.caps_changed.connect(self._on_caps)
        self._problem = label("", "problem", wrap=True)
        self._caps = label(_("The caps-lock key seems to be on."), "consider")
        self.open_button = button(_("Open practice"), self._on_submitted, kind="primary")
        self.back_button = button(_("Stay in the staff view"), self.back_wanted.emit, kind="link")
        self.other_ways = QWidget()
        self._lay_out()
        self.show_problem("")
        self._caps.hide()
        self.back_button.hide()

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        inner = QWidget()
        inner.setMaximumWidth(420)
        inner.setMinimumWidth(360)
        outer.addStretch(1)
        outer.addWidget(inner, 100)
        outer.addStretch(1)
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(24, 24, 24, 24)
        lines.setSpacing(8)
        lines.addStretch(2)
        for part in (
            self._title,
            self._where,
            self._others,
            self.passphrase,
            self._caps,
            self._problem,
            self.open_button,
        ):
            lines.addWidget(part)
        self.open_button.setMinimumHeight(34)
        lines.addSpacing(16)
        lines.addWidget(self.back_button)
        lines.addWidget(self._other_ways())
        lines.addStretch(3)

    def _other_ways(self) -> QWidget:
        ways = QVBoxLayout(self.other_ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(2)
        ways.addWidget(button(_("Open another practice folder"), self._on_other_folder, kind="link"))
        ways.addWidget(button(_("New practice"), self.setup_wanted.emit, kind="link"))
        ways.addWidget(button(_("Try the demo"), self.demo_wanted.emit, kind="link"))
        return self.other_ways

    def offer(self, folders: tuple[Path, ...], name: str = "") -> None:
        """Offer these practices, the first one first."""
        self._folders = list(folders)
        self._others.blockSignals(True)
        self._others.clear()
        self._others.addItems([folder.name for folder in folders])
        self._others.blockSignals(False)
        self._others.setVisible(len(folders) > 1)
        self.back_button.hide()
        self.other_ways.show()
        self._show_practice(name or (folders[0].name if folders else ""))

    def ask_to_leave_staff_view(self) -> None:
        """Say what the passphrase is for, and offer only the way back beside it; `offer` takes that back."""
        self._where.setText(_("The staff view is open. The passphrase brings back planning and everything else."))
        self.back_button.show()
        self.other_ways.hide()

    @property
    def folder(self) -> Path | None:
        """Return the practice that would be opened."""
        index = max(0, self._others.currentIndex())
        return self._folders[index] if index < len(self._folders) else None

    @property
    def problem(self) -> str:
        """Return the sentence that is shown."""
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong, and let the passphrase be typed again at once."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.passphrase.setAccessibleDescription(sentence)
        if sentence:
            self.set_busy(on=False)
            self.passphrase.selectAll()
            self.passphrase.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def set_busy(self, *, on: bool) -> None:
        """Show that the door is being opened."""
        self.open_button.setEnabled(not on)
        self.open_button.setText(_("Opening…") if on else _("Open practice"))
        self.passphrase.setReadOnly(on)

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.show_problem("")
        self.set_busy(on=False)

    def _show_practice(self, name: str) -> None:
        self._title.setText(name or _("Open a practice"))
        self._where.setText(str(self.folder or ""))

    def _on_other_practice(self) -> None:
        self._show_practice(self.folder.name if self.folder else "")
        self.show_problem("")
        self.passphrase.setFocus()

    def _on_submitted(self) -> None:
        if self.folder is None:
            self._on_other_folder()
        elif not self.passphrase.text():
            self.show_problem(_("Type the passphrase of this practice."))
        elif self.open_button.isEnabled():
            self.show_problem("")
            self.set_busy(on=True)
            self.submitted.emit(self.folder, self.passphrase.text())

    def _on_caps(self, on: bool) -> None:
        self._caps.setVisible(on)

    def _on_other_folder(self) -> None:
        dialog = QFileDialog(self, _("Open a practice folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.offer((Path(path), *self._folders)))
        dialog.open()
