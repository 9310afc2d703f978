"""What can be done to the thing that the detail shows, beside marking it: edit, and behind "More" the rarer ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from painplanner.core.dose import MedicineDose
from painplanner.core.library import Intervention, Kind, Template
from painplanner.core.own import Standing
from painplanner.gui.pages.library.detail.head import DetailHead
from painplanner.gui.pages.library.seen import Seen
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice
from painplanner.text import _


class OwnActions(QWidget):
    """Puts its buttons into the head of the detail; `wanted` carries the key of an action and the thing."""

    wanted = Signal(str, str)

    def __init__(self, head: DetailHead) -> None:
        """Add the buttons, and the line for an original that has changed."""
        super().__init__(head)
        self.hide()
        self._seen: Seen | None = None
        self._standing = Standing.BUILT_IN
        self.edit = button(_("Edit"), self._on_edit, icon="pencil")
        self.more = button(_("More"), self._open_menu)
        self.menu = QMenu(self.more)
        for made in (self.edit, self.more):
            head.action_row.addWidget(made)
        said = _("The original has changed since you made your copy.")
        self.changed = Notice(said, "consider", _("Compare"), lambda: self._want("compare"))
        self.changed.hide()
        layout = head.layout()
        if layout is not None:
            layout.addWidget(self.changed)

    def show_seen(self, seen: Seen, standing: Standing) -> None:
        """Offer what can be done to another thing."""
        self._seen, self._standing = seen, standing
        is_template = isinstance(seen.thing, Template)
        is_own = standing is not Standing.BUILT_IN
        self.edit.setVisible(not is_template or is_own)
        self.edit.setText(_("Rename") if is_template else _("Edit"))
        self.edit.setAccessibleName(self.edit.text())
        self.edit.setToolTip("" if is_template else self._edit_tip(is_own=is_own))
        self.changed.setVisible(standing is Standing.NEW_ORIGINAL)

    @staticmethod
    def _edit_tip(*, is_own: bool) -> str:
        if is_own:
            return _("Change it here (Ctrl+Return)")
        return _("Make a copy of your own that stands in its place (Ctrl+Return)")

    def _on_edit(self) -> None:
        is_template = self._seen is not None and isinstance(self._seen.thing, Template)
        self._want("rename" if is_template else "edit")

    def _want(self, action: str) -> None:
        if self._seen is not None:
            self.wanted.emit(action, self._seen.thing.id)

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return (action, words) of the menu for what is shown; an empty action is a line between."""
        seen, standing = self._seen, self._standing
        if seen is None:
            return ()
        found = [("duplicate", _("Duplicate"))]
        if isinstance(seen.thing, Intervention) and (seen.thing.figure or seen.thing.kind is Kind.EXERCISE):
            found.append(("draw", _("Change the picture") if seen.thing.figure else _("Draw")))
        if isinstance(seen.thing, Intervention) and seen.thing.figure:
            found.append(("save-pictures", _("Save the pictures as files…")))
        if isinstance(seen.thing, Intervention):
            found += _dose_lines(seen, seen.thing)
        if standing in {Standing.EDITED, Standing.NEW_ORIGINAL, Standing.ORIGINAL_GONE}:
            found += [("", ""), ("compare", _("Compare with the original"))]
        if standing is Standing.NEW_ORIGINAL:
            found += [("drop", _("Take the new original")), ("keep-mine", _("Keep mine"))]
        if standing is Standing.EDITED:
            found.append(("drop", _("Take the original")))
        if standing is not Standing.BUILT_IN:
            found += [("", ""), ("export", _("Export…"))]
        if standing in {Standing.OWN, Standing.ORIGINAL_GONE}:
            found.append(("drop", _("Delete")))
        return tuple(found)

    def _open_menu(self) -> None:
        self.menu.clear()
        for action, words in self.lines():
            if not action:
                self.menu.addSeparator()
                continue
            made = QAction(words, self.menu)
            made.triggered.connect(lambda _on=False, wish=action: self._want(wish))
            self.menu.addAction(made)
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def _dose_lines(seen: Seen, entry: Intervention) -> list[tuple[str, str]]:
    """Return what can be done about this person's usual dose; a medicine is dosed for each patient."""
    if entry.dose is None or isinstance(entry.dose, MedicineDose):
        return []
    usual = seen.marks.usual
    if usual is None:
        return [("usual", _("Save this dose as my default"))]
    forget = ("forget-usual", _("Forget my usual dose"))
    return [forget] if usual == entry.dose else [("usual", _("Save this dose as my default")), forget]
