"""The keys of the log in one line: each as it stands on the numeric keypad, with what it does."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from painplanner.core.daily_log import LogSheet
from painplanner.gui.widgets.chips import Tag
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.labels import label
from painplanner.services.log_entry import is_tick
from painplanner.text import _


class Legend(QWidget):
    """Shows only keys that a sheet needs; it wraps where it is narrow."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._lines = FlowLayout(self, gap=10)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """Return the keys with their words."""
        return self._shown

    def show_keys(self, sheet: LogSheet) -> None:
        """Show the keys of a sheet."""
        keys = keys_of(sheet)
        if keys == self._shown:
            return
        self._shown = keys
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for key, words in keys:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(5)
            row.addWidget(Tag(key, outlined=True))
            row.addWidget(label(words, "minor"))
            self._lines.addWidget(pair)
            pair.show()


def keys_of(sheet: LogSheet) -> tuple[tuple[str, str], ...]:
    """Return what each key does on a sheet."""
    done = any(row.item for row in sheet.rows)
    answer = any(is_tick(row) and not row.item for row in sheet.rows)
    number = any(not is_tick(row) for row in sheet.rows)
    yes = (_("done, yes") if answer else _("done")) if done else _("yes")
    no = _("not done, no") if answer else _("not done")
    keys = (
        (number, _("Enter"), _("next cell")),
        (done or answer, "1", yes),
        (done, "2", _("too sore")),
        (True, "-", no),
        (True, "+", _("as yesterday")),
        (True, "*", _("unreadable")),
        (number, "/", _("range: 20/30")),
        (True, "⌫", _("back")),
    )
    return tuple((key, words) for is_needed, key, words in keys if is_needed)
