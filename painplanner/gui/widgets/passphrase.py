"""A field for a passphrase: it can be looked at, and it notices a caps-lock key that is on."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

LETTERS_NEEDED = 10


class PassphraseField(QLineEdit):
    """Hidden letters; `caps_changed` says when the caps-lock key seems to be on."""

    caps_changed = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty and hidden."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(1024)
        self.setMinimumHeight(34)
        self._caps = False

    def show_letters(self, on: bool) -> None:
        """Show or hide what was typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare each letter with the shift key."""
        letter = event.text()
        if event.key() == QtCore.Qt.Key.Key_CapsLock:
            self._set_caps(on=False)
        elif len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
            self._set_caps(on=letter.isupper() != shifted)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the caps-lock key with the focus."""
        self._set_caps(on=False)
        super().focusOutEvent(event)

    def _set_caps(self, *, on: bool) -> None:
        if on != self._caps:
            self._caps = on
            self.caps_changed.emit(on)


def show_box(text: str, *fields: PassphraseField) -> QCheckBox:
    """Return the box that shows the letters of these fields."""
    box = QCheckBox(text)
    box.setAccessibleName(text)
    for field in fields:
        box.toggled.connect(field.show_letters)
    return box


def guesses_bits(text: str) -> float:
    """Estimate the work of guessing: length and variety count, repeated letters and runs do not."""
    kinds = (str.islower, str.isupper, str.isdigit, lambda ch: not ch.isalnum())
    alphabet = sum(size for kind, size in zip(kinds, (26, 26, 10, 20), strict=True) if any(kind(ch) for ch in text))
    fresh = sum(1 for i, ch in enumerate(text) if i == 0 or abs(ord(ch) - ord(text[i - 1])) > 1)
    variety = len(set(text)) / max(1, min(len(text), 12))
    return fresh * (max(alphabet, 1).bit_length()) * min(1.0, variety)
