"""What stands where on the page where a clinician draws; what it does is in the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.gui.context import AppContext
from painplanner.gui.pages.library.drawing.canvas import DrawingCanvas
from painplanner.gui.pages.library.drawing.frames import FrameTabs
from painplanner.gui.pages.library.drawing.panel import ToolPanel
from painplanner.gui.pages.library.drawing.pose_finder import PoseFinder
from painplanner.gui.widgets.buttons import button, icon_button
from painplanner.gui.widgets.labels import label
from painplanner.text import _


class DrawingLayout(QWidget):
    """A head with undo and the two ways out, the picture with its frames as tabs, and the tools at the right."""

    def __init__(self, ctx: AppContext, name: Callable[[Any], str]) -> None:
        """Build every part once."""
        super().__init__()
        languages = tuple(dict.fromkeys((ctx.practice.language, "en", "es")))
        self.canvas, self.tabs = DrawingCanvas(), FrameTabs()
        self.panel = ToolPanel(PoseFinder(ctx, name), languages)
        self._build_head()
        self._lay_out()

    def _build_head(self) -> None:
        self.title = label("", "title", wrap=True)
        self.saved = label("", "minor")
        self.undo = icon_button("undo", _("Undo"))
        self.redo = icon_button("redo", _("Redo"))
        self.cancel = button(_("Cancel"), tip=_("Keep nothing of what was changed here"))
        self.save = button(_("Save"), kind="primary", tip=_("Keep the picture and go back (Ctrl+Return)"))

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("role", "bar")
        top = QHBoxLayout(head)
        top.setContentsMargins(20, 10, 16, 12)
        top.setSpacing(8)
        top.addWidget(self.title, 1)
        for part in (self.saved, self.undo, self.redo, self.cancel, self.save):
            top.addWidget(part)
        work = QVBoxLayout()
        work.setContentsMargins(12, 8, 8, 4)
        work.setSpacing(4)
        work.addWidget(self.tabs)
        work.addWidget(self.canvas, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(work, 1)
        below.addWidget(self.panel)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addLayout(below, 1)
