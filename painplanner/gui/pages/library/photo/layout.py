"""What stands where on the page of photographs; what it does is in the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.gui.context import AppContext
from painplanner.gui.pages.library.photo.canvas import PhotoCanvas
from painplanner.gui.pages.library.photo.intake import Intake
from painplanner.gui.pages.library.photo.panel import PhotoPanel
from painplanner.gui.pages.library.photo.shots import Shot
from painplanner.gui.pages.library.photo.tabs import PhotoTabs
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.cards import EmptyState
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.tab_order import follow, tab_stops
from painplanner.gui.widgets.work_row import WorkRow
from painplanner.text import _


class PhotoLayout(QWidget):
    """A head with undo and the two ways out, the photograph with its tabs, and the tools at the right."""

    def __init__(self, ctx: AppContext) -> None:
        """Build every part once."""
        super().__init__()
        languages = tuple(dict.fromkeys((ctx.practice.language, "en", "es")))
        self.canvas, self.tabs, self.panel = PhotoCanvas(), PhotoTabs(), PhotoPanel(languages)
        self.intake, self.work = Intake(ctx), WorkRow()
        self._ordered: tuple[object, ...] = ()
        self._build_head()
        self._lay_out()

    def _build_head(self) -> None:
        self.title = label("", "title", wrap=True)
        self.undo = icon_button("undo", _("Undo"))
        self.redo = icon_button("redo", _("Redo"))
        self.cancel = button(_("Cancel"), tip=_("Back to the entry; nothing is kept"))
        self.save = button(_("Save"), kind="primary", tip=_("Keep it, and go back to the entry (Ctrl+Return)"))
        keys = QShortcut(QKeySequence("Ctrl+Return"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save.click)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("role", "bar")
        top = QHBoxLayout(head)
        top.setContentsMargins(20, 10, 16, 12)
        top.setSpacing(8)
        top.addWidget(self.title, 1)
        for part in (self.undo, self.redo, self.cancel, self.save):
            top.addWidget(part)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(self._work_area(), 1)
        below.addWidget(self.panel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addLayout(below, 1)

    def _work_area(self) -> QVBoxLayout:
        self.empty = EmptyState(
            "photograph",
            _("No photograph"),
            _("Choose one, drop a file here, or paste a picture."),
            _("Choose a photograph…"),
            self.intake.ask,
        )
        self.hint = label(_how(), "minor", wrap=True)
        self.kept = label(
            _(
                "Place, time and camera are taken out of the file. What you crop away is gone once you save. "
                "Show people only if they agreed to it."
            ),
            "small",
            wrap=True,
        )
        lines = QVBoxLayout()
        lines.setContentsMargins(12, 8, 8, 8)
        lines.setSpacing(4)
        for part in (self.tabs, self.intake, self.work):
            lines.addWidget(part)
        lines.addWidget(self.canvas, 1)
        lines.addWidget(self.empty, 1)
        for part in (self.hint, self.kept):
            lines.addWidget(part)
        return lines

    def order_keys(self) -> None:
        """Let Tab follow the layout where there are more or fewer tabs and arrows than before."""
        counts = (len(self.tabs.tabs), self.panel.arrows)
        tools = self.panel.widget()
        if counts != self._ordered and tools is not None:
            self._ordered = counts
            follow((*tab_stops(self), *tab_stops(tools)))

    def show_parts(self, shot: Shot | None, *, is_there: bool) -> None:
        """Show what a photograph needs, or where one is chosen; a missing one is said to be missing."""
        for part in (self.canvas, self.tabs, self.hint, self.kept):
            part.setVisible(shot is not None)
        self.empty.setVisible(shot is None)
        self.hint.setText(
            _how() if is_there else _("This photograph is missing in this practice. Remove it, or add it again.")
        )


def _how() -> str:
    return _("Drag an edge or corner to crop, drag inside to draw an arrow. Tab and the arrow keys do the same.")
