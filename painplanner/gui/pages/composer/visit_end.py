"""Ending a visit: what changed since the last revision, the reason with suggestions from it, and one key to keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from painplanner.core.plan import Plan
from painplanner.errors import KnownError
from painplanner.gui.context import AppContext
from painplanner.gui.messages import sentence_for
from painplanner.gui.pages.composer.side_panel import SidePanel
from painplanner.gui.revisions.change_table import ChangeTable
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.fields import Field
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.growing_text import GrowingText
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.services.words.changes import change_groups, count_words, reason_suggestions
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.session import PlanSession

BETWEEN = "; "
LONGEST_REASON = 1000


class VisitEndPanel(SidePanel):
    """Beside the plan; Ctrl+Enter keeps the revision, Esc closes without one."""

    kept = Signal()

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Lay out reason, suggestions and changes."""
        super().__init__(_("End the visit"), _("Close without ending the visit"), self.keep)
        self._session, self._ctx = session, ctx
        self._suggested: tuple[str, ...] = ()
        self.reason = GrowingText(least=2, most=6)
        self.field = Field(_("Reason for this revision"), self.reason)
        self.chips: tuple[QPushButton, ...] = ()
        self._chip_row = QWidget()
        self._flow = FlowLayout(self._chip_row, gap=6)
        self._since = label("", "strong", wrap=True)
        self.count = label("", "minor", wrap=True)
        self.table = ChangeTable(is_always_short=True)
        self.notice = Notice("", "stop", is_stacked=True)
        tip = _("Keep this revision (Ctrl+Enter)")
        self.keep_button = button(_("Keep as a revision"), self.keep, kind="primary", tip=tip)
        self._lay_out()
        session.plan_changed.connect(lambda _old, new: self._on_plan_changed(new))

    def _lay_out(self) -> None:
        for part in (self.field, self._chip_row, self.notice, self._since, self.count, self.table):
            self.lines.addWidget(part)
        self.lines.addStretch(1)
        self.add_foot(self.keep_button)

    # What is shown

    def begin(self) -> None:
        """Ask for the reason anew."""
        self.reason.set_text("")
        self.notice.say("")
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the plan as it is now."""
        super().showEvent(event)
        self._show()

    def _on_plan_changed(self, new: Plan | None) -> None:
        if new is not None and self.isVisible():
            self._show()

    def _show(self) -> None:
        """Compare the plan with its last revision, and suggest reasons."""
        if not self._session.is_open:
            return
        store, plan, lang = self._ctx.store, self._session.plan, self._ctx.practice.language
        last = next(iter(store.revisions(plan.id)), None)
        old = store.revision_plan(last.id) if last is not None else None
        groups = change_groups(old, plan, lang) if old is not None else ()
        self._since.setText(_("Since revision {n}").format(n=last.n) if last is not None else "")
        self.count.setText(count_words(groups) if last is not None else _("This is the first revision of the plan."))
        self.table.show_groups(groups)
        self._suggest(reason_suggestions(old, plan, lang) if groups or last is None else (_("Nothing changed"),))
        self.keep_button.setText(_("Keep as revision {n}").format(n=last.n + 1 if last is not None else 1))

    def _suggest(self, reasons: tuple[str, ...]) -> None:
        if reasons != self._suggested:
            self._suggested = reasons
            empty(self._flow)
            self.chips = tuple(self._chip(reason) for reason in reasons)
        self._chip_row.setVisible(bool(reasons))
        self._chip_row.updateGeometry()
        left_empty = _("Left empty, this is kept: {reason}").format(reason=BETWEEN.join(reasons))
        self.field.show_hint(left_empty if reasons else "")

    def _chip(self, reason: str) -> QPushButton:
        made = button(
            reason, lambda: self._take(reason), kind="chip", name=_("Add the reason: {reason}").format(reason=reason)
        )
        made.setToolTip(reason)
        self._flow.addWidget(made)
        made.show()
        return made

    def _take(self, reason: str) -> None:
        """Add a suggestion to what is typed, or take it out again."""
        typed = [part for part in self.reason.text().strip().split(BETWEEN) if part]
        parts = [part for part in typed if part != reason] if reason in typed else [*typed, reason]
        self.reason.set_text(BETWEEN.join(parts))

    # Keeping

    def take_focus(self) -> None:
        """Put the keys into the reason."""
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the plan as a revision with its reason; a text that was not understood is led back to first."""
        from painplanner.services.plans import end_visit

        unread = self._session.unread.first()
        if unread is not None:
            unread.go()
            words = _("The visit is not ended: “{text}” was not understood, and the plan does not hold it.")
            self._ctx.say(words.format(text=unread.text), kind="stop")
            return
        plan = self._session.plan
        reason = self.reason.text().strip()[:LONGEST_REASON] or BETWEEN.join(self._suggested)
        try:
            row = end_visit(self._ctx.store, plan, self._ctx.today(), reason)
        except KnownError as error:
            self.notice.say(sentence_for(error))
            return
        self._session.forget_edits()
        self.kept.emit()
        self._ctx.news.plans_changed.emit(plan.patient)
        self._ctx.say(
            _("The visit is kept as revision {n}.").format(n=row.n),
            kind="done",
            action=_("What changed"),
            on_action=lambda: self._ctx.go("history", plan.patient),
        )
        self.closed.emit()
