"""The pages at the right of the composer: details, printing, the last sheet, a template, the end of a visit or a plan.

Each is made when it is first shown; what they ask of the composer are the signals here.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.side_panel import SidePanel
from painplanner.gui.session import PlanSession
from painplanner.gui.widgets.tabs import LazyPages


class SidePages(LazyPages):
    """One page at a time; `left` says that a page was closed and the details are wanted again."""

    left = Signal()
    print_wanted = Signal(str)
    """The print panel, with a kind of paper chosen or as it was."""
    template_wanted = Signal()
    visit_kept = Signal()
    print_made = Signal(QWidget)

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Make nothing yet."""
        super().__init__(
            {
                "inspector": self._make_inspector,
                "print": self._make_print,
                "follow-up": self._make_follow_up,
                "template": self._make_template,
                "visit": self._make_visit,
                "closing": self._make_closing,
            }
        )
        self._session, self._ctx = session, ctx

    def _make_inspector(self) -> QWidget:
        from painplanner.gui.pages.composer.inspector import Inspector

        return Inspector(self._session, self._ctx)

    def _make_print(self) -> QWidget:
        from painplanner.gui.printing.panel import PrintPanel

        panel = PrintPanel(self._session, self._ctx)
        panel.closed.connect(self.left)
        self.print_made.emit(panel)
        return panel

    def _make_follow_up(self) -> QWidget:
        from painplanner.gui.pages.composer.follow_up import FollowUpPanel

        panel = FollowUpPanel(self._session, self._ctx)
        panel.print_wanted.connect(lambda: self.print_wanted.emit(""))
        panel.template_wanted.connect(self.template_wanted)
        panel.closed.connect(self.left)
        return panel

    def _make_template(self) -> QWidget:
        from painplanner.gui.pages.composer.template_panel import TemplatePanel

        return self._closing(TemplatePanel(self._session, self._ctx))

    def _make_visit(self) -> QWidget:
        from painplanner.gui.pages.composer.visit_end import VisitEndPanel

        panel = VisitEndPanel(self._session, self._ctx)
        panel.kept.connect(self.visit_kept)
        return self._closing(panel)

    def _make_closing(self) -> QWidget:
        from painplanner.gui.pages.composer.closing import ClosingPanel

        panel = ClosingPanel(self._session, self._ctx)
        panel.print_wanted.connect(lambda: self.print_wanted.emit("handover"))
        return self._closing(panel)

    def _closing(self, panel: SidePanel) -> SidePanel:
        panel.closed.connect(self.left)
        return panel
