"""The names of a template of one's own, by language; Enter in the last field keeps them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from painplanner.core.own import OwnTemplate
from painplanner.gui.context import AppContext
from painplanner.gui.languages import language_name
from painplanner.gui.pages.library.owning import Owning
from painplanner.gui.pages.library.side_page import SidePage
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Section
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.text import _


class NamesPage(SidePage):
    """Shows the names as fields; an empty name is refused at its field."""

    def __init__(self, ctx: AppContext, owning: Owning) -> None:
        """Lay out the head."""
        super().__init__(_("Rename the template"))
        self._ctx, self._owning = ctx, owning
        self.subject = ""
        self.lines: dict[str, QLineEdit] = {}
        self._fields: dict[str, Field] = {}
        self.keep = button(_("Rename"), self._on_keep, kind="primary")
        self.action_row.addWidget(self.keep)

    def show_template(self, key: str) -> bool:
        """Show the names of an own template; tell whether it is one."""
        held = self._owning.held(key)
        if not isinstance(held, OwnTemplate):
            return False
        self.subject = key
        self.clear()
        self.lines, self._fields = {}, {}
        made = Section(_("Name"))
        for texts in held.value.texts:
            line = line_edit(texts.name, limit=300)
            line.returnPressed.connect(self._on_keep)
            self.lines[texts.lang] = line
            self._fields[texts.lang] = Field(language_name(texts.lang), line)
            made.lines.addWidget(self._fields[texts.lang])
        self.column.lines.addWidget(made)
        self.column.lines.addStretch(1)
        return True

    def _on_keep(self) -> None:
        missing = [lang for lang, line in self.lines.items() if not line.text().strip()]
        for lang, field in self._fields.items():
            field.show_problem(_("A template needs a name.") if lang in missing else "")
        if missing:
            self.lines[missing[0]].setFocus()
            return
        self._owning.rename(self.subject, {lang: line.text().strip() for lang, line in self.lines.items()})
        self.left.emit()

    def take_focus(self) -> None:
        """Put the keys into the first name, ready to be typed over."""
        first = next(iter(self.lines.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            first.selectAll()
