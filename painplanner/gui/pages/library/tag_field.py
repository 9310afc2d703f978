"""Tags of an entry: typed in place with commas between several, completed from those in use, each with its remover."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from painplanner.gui.widgets.finder import Found
from painplanner.gui.widgets.word_chips import WordChips
from painplanner.gui.widgets.word_list import MoreLine, matching
from painplanner.text import _

LONGEST = 40


class TagField(QWidget):
    """`changed` carries all tags after a person added or removed one."""

    changed = Signal(tuple)

    def __init__(self, known: Callable[[], tuple[str, ...]]) -> None:
        """Complete from the tags that `known` returns."""
        super().__init__()
        self._known = known
        self._tags: tuple[str, ...] = ()
        self.chips = WordChips(_("Tags"))
        self.chips.removed.connect(self._remove)
        self.line = MoreLine(self._find, name=_("Add a tag"), placeholder=_("Add a tag"), free=True)
        self.line.setMaxLength(LONGEST)
        self.line.setMinimumWidth(104)
        self.line.setMaximumWidth(180)
        self.line.setToolTip(_("Type a tag, Enter adds it (Ctrl+T)"))
        self.line.picked.connect(self._add)
        self.line.entered_words.connect(self._add)
        self.line.last_wanted.connect(self._on_last_wanted)
        self.chips.emptied.connect(self.line.setFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chips)
        row.addWidget(self.line)
        row.addStretch(1)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tags that are shown."""
        return self._tags

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Show these tags."""
        self._tags = tags
        self.line.set_words("")
        self.chips.set_words((tag, tag) for tag in tags)

    def _find(self, text: str) -> Found:
        return matching(((tag, tag) for tag in self._known() if tag not in self._tags), text)

    def _add(self, typed: str) -> None:
        self.line.set_words("")
        tags = list(self._tags)
        for part in typed.replace(";", ",").split(","):
            tag = " ".join(part.split())
            if tag and tag.casefold() not in {one.casefold() for one in tags}:
                tags.append(tag)
        if len(tags) > len(self._tags):
            self.changed.emit(tuple(tags))

    def _remove(self, tag: str) -> None:
        self.changed.emit(tuple(one for one in self._tags if one != tag))

    def _on_last_wanted(self) -> None:
        if self.chips.chips:
            self.chips.chips[-1].setFocus()
