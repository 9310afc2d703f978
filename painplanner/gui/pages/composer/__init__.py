"""The composer of a plan: find at the left, the sequence in the middle, details at the right, facts at the foot.

It places the panes and connects them; edits are in `composing`, painting in `cards`, every fact comes from core.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from painplanner.core.findings import Finding, Severity
from painplanner.core.outline import Outline, plan_outline
from painplanner.core.plan import Plan
from painplanner.gui import theme
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.banner import BannerActions, saved_words
from painplanner.gui.pages.composer.composing import Composing
from painplanner.gui.pages.composer.flaring import Flaring
from painplanner.gui.pages.composer.foot import Foot
from painplanner.gui.pages.composer.middle import LEAST_WIDTH, Middle
from painplanner.gui.pages.composer.moves import Spot
from painplanner.gui.pages.composer.panes import Panes
from painplanner.gui.pages.composer.picker import Picker
from painplanner.gui.pages.composer.side_pages import SidePages
from painplanner.gui.pages.composer.stopping import StopPanel
from painplanner.gui.session import PlanSession
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.tabs import LazyPages
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.pages.composer.preview import PreviewPanel
    from painplanner.gui.printing.panel import PrintPanel

__all__ = ["ComposerPage"]

USUAL_TYPE = 13
NARROW = 900
"""Below this width the banner has no room for the time of saving, and the foot says it."""
_SEVERITIES = {
    "stop": frozenset({Severity.STOP.value}),
    "consider": frozenset({Severity.SHOULD.value, Severity.CONSIDER.value}),
    "": frozenset(severity.value for severity in Severity),
}


class ComposerPage(QWidget):
    """Shows the plan of a session; `banner` goes into the patient's banner."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out the panes; inspector, preview and print panel are made when they are first shown."""
        super().__init__()
        self._session, self._ctx = session, ctx
        self._outline: Outline | None = None
        self._findings: tuple[Finding, ...] = ()
        self.composing = Composing(session, ctx)
        self.flaring = Flaring(session, ctx)
        self.thumbnails = Thumbnails(ctx, self)
        self.picker = Picker(session, ctx, self.thumbnails)
        self.middle = Middle(session, ctx, self.thumbnails)
        self.side = SidePages(session, ctx)
        self.preview = LazyPages({"preview": self._make_preview})
        self.stopping = StopPanel(session)
        self.foot = Foot()
        self.banner = BannerActions(session)
        self.panes = Panes(ctx.settings, "composer")
        self._lay_out()
        self._connect()
        if session.is_open:
            self._on_plan_changed(None, session.plan)

    def _lay_out(self) -> None:
        for pane in (self.side, self.preview):
            pane.setProperty("role", "find")
        self.panes.add_pane("picker", self.picker, _wide(236), _wide(284))
        self.panes.add_pane("middle", self.middle, LEAST_WIDTH, 600)
        self.panes.add_pane("side", self.side, _wide(316), _wide(332))
        self.panes.add_pane("preview", self.preview, 324, 420, is_asked=False)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for widget, stretch in ((self.stopping, 0), (self.panes, 1), (self.foot, 0)):
            lines.addWidget(widget, stretch)

    def _connect(self) -> None:
        session, sequence = self._session, self.middle.sequence
        self.picker.add_wanted.connect(
            lambda one, as_step, level: self.composing.add_entry(one, as_new_step=as_step, level=level)
        )
        self.picker.template_wanted.connect(self._on_template_wanted)
        self.picker.left.connect(self.middle.focus_sequence)
        self.middle.command.connect(self._on_command)
        self.middle.start.template_wanted.connect(self._on_template_wanted)
        self.middle.start.typed.connect(self._on_typed)
        self.middle.start.step_wanted.connect(self.do_add_step)
        sequence.edit_wanted.connect(self.edit_selected)
        sequence.remedy_wanted.connect(self._on_remedy_wanted)
        sequence.entries_dropped.connect(self._on_entries_dropped)
        sequence.clipboard_wanted.connect(self._on_command)
        sequence.typed.connect(self._on_typed)
        self.middle.closed_bar.print_wanted.connect(self.do_print_handover)
        self.foot.findings_wanted.connect(lambda which: self.middle.find_next(_SEVERITIES[which]))
        self.banner.preview_toggled.connect(self.do_preview)
        self.banner.print_wanted.connect(self.do_print)
        self.stopping.closed.connect(self.middle.focus_sequence)
        self.panes.shown.connect(self._on_panes_shown)
        self._connect_side()
        session.plan_changed.connect(self._on_plan_changed)
        session.saved.connect(self._on_saved)
        session.findings_changed.connect(self._on_findings_changed)
        session.refused.connect(lambda _field, sentence: self._ctx.say(sentence, kind="stop"))
        self._ctx.news.day_changed.connect(self._show)
        self._ctx.news.papers_changed.connect(lambda _patient: self.composing.forget())

    # What is made later

    def _connect_side(self) -> None:
        side = self.side
        side.left.connect(self._show_inspector)
        side.left.connect(self.middle.focus_sequence)
        side.print_wanted.connect(self._open_print_panel)
        side.template_wanted.connect(self.do_save_template)
        side.visit_kept.connect(self.composing.forget)
        side.print_made.connect(self._on_print_made)

    def _on_print_made(self, panel: PrintPanel) -> None:
        if "preview" in self.preview.made():
            cast("PreviewPanel", self.preview.page("preview")).follow(panel)

    def _make_preview(self) -> QWidget:
        from painplanner.gui.pages.composer.preview import PreviewPanel

        made = PreviewPanel(self._session, self._ctx)
        if "print" in self.side.made():
            made.follow(cast("PrintPanel", self.side.page("print")))
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """Make the inspector when the page is first seen."""
        super().showEvent(event)
        if not self.side.made():
            self.side.show_page("inspector")

    # What is shown

    def _on_plan_changed(self, old: Plan | None, new: Plan | None) -> None:
        if new is None:
            return
        if old is None:
            self.composing.forget()
            self._findings = self._session.findings
            self.foot.show_findings(self._findings)
            if self.side.made():
                self._show_inspector()
        self._show()

    def _show(self) -> None:
        """Show the plan with what the review said last; it is asked again once the fingers rest."""
        if self._session.is_open:
            plan, today = self._session.plan, self._ctx.today()
            self._outline = plan_outline(plan, today)
            self.middle.show_plan(plan, self._outline, self._findings)
            self.foot.show_outline(self._outline, today)

    def _on_findings_changed(self) -> None:
        if self._session.is_open and self._outline is not None:
            self._findings = self._session.findings
            self.foot.show_findings(self._findings)
            self.middle.show_plan(self._session.plan, self._outline, self._findings)

    def _on_saved(self, _moment: datetime) -> None:
        self._show_saved()

    def _show_saved(self) -> None:
        """Say when it was saved in the banner, or at the foot where the banner has no room."""
        is_narrow = self.width() < NARROW
        self.banner.saved.setVisible(not is_narrow)
        self.foot.saved.setText(saved_words(self._session) if is_narrow else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the place for the time of saving."""
        super().resizeEvent(event)
        self._show_saved()

    # Panes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the sequence with Esc from wherever nothing else takes it."""
        if event.key() == Qt.Key.Key_Escape and not self.middle.sequence.hasFocus():
            self.middle.focus_sequence()
        else:
            super().keyPressEvent(event)

    def edit_selected(self) -> None:
        """Show the details of what is selected and put the keys there."""
        self._show_inspector()
        focus_first(self.side.page("inspector"))

    def take_focus(self) -> None:
        """Put the keys into the sequence, or into the search while there is nothing to move in."""
        if self._session.is_open and self._session.plan.steps:
            self.middle.focus_sequence()
        else:
            self.do_find_entry()

    def _show_inspector(self) -> None:
        self.side.show_page("inspector")
        if self.panes.is_asked("side"):
            self.panes.ask("side")

    def _show_side(self, page: str) -> None:
        self.panes.ask("side")
        focus_first(self.side.show_page(page))

    def _on_panes_shown(self) -> None:
        self.banner.preview.setChecked(not self.preview.isHidden())

    # What is asked for

    def _on_command(self, key: str) -> None:
        getattr(self, f"do_{key.replace('-', '_')}")()

    def _on_template_wanted(self, template_id: str) -> None:
        self.composing.join_template(template_id)
        self.middle.focus_sequence()

    def _on_entries_dropped(self, entries: tuple[str, ...], spot: Spot) -> None:
        for one in entries:
            self.composing.add_entry(one, spot=spot)

    def _on_remedy_wanted(self, finding: Finding) -> None:
        if not self.composing.mend(finding) and finding.subject_kind == "patient":
            self._ctx.go("patient", self._session.plan.patient)

    def _on_typed(self, letters: str) -> None:
        self.panes.ask("picker")
        self.picker.begin(letters)

    def do_find_entry(self) -> None:
        """Put the keys into the search of the library."""
        self.panes.ask("picker")
        self.picker.begin()

    def do_add_step(self) -> None:
        """Add an empty step."""
        self.composing.add_step()
        self._show_inspector()

    def do_add_checkpoint(self) -> None:
        """Add a checkpoint to the selected step and ask by what it is measured."""
        known = self._session.plan.checkpoints
        self.composing.add_checkpoint()
        if self._session.plan.checkpoints is known:
            return
        self._show_side("inspector")

    def do_add_goal(self) -> None:
        """Add a goal and ask for its words."""
        self.composing.add_goal()
        self._show_side("inspector")

    def do_flare(self) -> None:
        """Begin a flare of the whole plan, or end it."""
        self.flaring.of_plan()

    def do_flare_item(self) -> None:
        """Begin a flare of the selected exercises, or end it."""
        self.flaring.of_items(self._session.selection)

    def do_next_finding(self) -> None:
        """Go to the next thing that the review sees."""
        self.middle.find_next(_SEVERITIES[""])

    def do_preview(self) -> None:
        """Show or hide the papers beside the plan."""
        keys = QApplication.focusWidget()
        was_beside = keys is not None and self.side.isAncestorOf(keys)
        if self.preview.isHidden():
            papers = cast("PreviewPanel", self.preview.show_page("preview"))
            self.panes.ask("preview")
            if was_beside and self.side.isHidden():  # else the keys would jump to the first field of the window
                papers.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            was_there = keys is not None and self.preview.isAncestorOf(keys)
            self.panes.dismiss("preview")
            if was_there:
                self._focus_side()

    def _focus_side(self) -> None:
        """Put the keys into what stands at the right again."""
        panel: Any = self.side.currentWidget()
        if panel is not None and panel is self.side.made().get("print"):
            panel.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def do_follow_up(self) -> None:
        """Go through the last sheet, one key for each exercise."""
        self._show_side("follow-up")

    def do_save_template(self) -> None:
        """Ask for the name of a template that is made of the plan."""
        self._show_side("template")

    def do_print(self) -> None:
        """Show the print panel at the right."""
        self._open_print_panel()

    def do_save_pdf(self) -> None:
        """Save the papers as files, through the print panel."""
        self._open_print_panel().save_pdf()

    def do_print_handover(self) -> None:
        """Show the print panel with what a closed plan leaves to the patient."""
        self._open_print_panel("handover")

    def _open_print_panel(self, kind: str = "") -> PrintPanel:
        self.panes.ask("side")
        panel: Any = self.side.show_page("print")
        panel.open_for(kind)
        return panel

    def do_chart(self) -> None:
        """Put the plan as plain text on the clipboard, for the chart."""
        from painplanner.documents.chart import chart_text

        text = chart_text(self._session.plan, self._session.patient, self._ctx.today())
        QGuiApplication.clipboard().setText(text)
        self._ctx.say(_("The plan is on the clipboard as text, ready for the chart."), kind="done")

    def do_save_visit(self) -> None:
        """End the visit: ask for the reason, and keep the plan as a revision."""
        self._ask("visit")

    def do_close_plan(self) -> None:
        """Close the plan: ask how its goals ended and what the patient goes on with."""
        self._ask("closing")

    def _ask(self, page: str) -> None:
        self.panes.ask("side")
        panel: Any = self.side.show_page(page)
        panel.begin()
        panel.take_focus()

    def do_copy(self) -> None:
        """Copy what is selected."""
        self.composing.copy()

    def do_cut(self) -> None:
        """Cut what is selected."""
        self.composing.cut()

    def do_paste(self) -> None:
        """Paste behind what is selected."""
        if not self.composing.paste():
            self._ctx.say(_("There are no parts of a plan on the clipboard. Copy a step or an exercise first."))


def _wide(pixels: int) -> int:
    """Return a width that was found at the usual size of type for the size there is, so that fields are never cut."""
    return max(pixels, pixels * theme.current().pixels() // USUAL_TYPE)


def focus_first(page: QWidget) -> None:
    """Put the keys into the first field of a page, or where the page itself begins."""
    take_focus: Callable[[], object] | None = getattr(page, "take_focus", None)
    if take_focus is not None:
        take_focus()
        return
    fields = (w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
    first = next((w for w in fields if w.isVisibleTo(page) and w.isEnabled()), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)
