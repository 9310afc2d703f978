"""The line that offers back what a crash left behind: keep it, or go back to the last revision. No dialog."""

from __future__ import annotations

from painplanner.core.plan import Plan
from painplanner.gui.context import AppContext
from painplanner.gui.form.saved import time_words
from painplanner.gui.session import PlanSession
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice
from painplanner.text import _


class KeptWork(Notice):
    """Shown once for each plan whose draft was being written when the program ended."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Stay hidden."""
        super().__init__("", "info", _("Keep"), self._on_kept, is_stacked=True)
        self._session, self._ctx = session, ctx
        self._answered: set[str] = set()
        self.go_back = button(_("Go back to the last revision"), self._on_gone_back, kind="link")
        self.add_beside(self.go_back)
        session.plan_changed.connect(self._on_plan_changed)
        if session.is_open:
            self._on_plan_changed(None, session.plan)

    def _on_plan_changed(self, old: Plan | None, new: Plan | None) -> None:
        if old is None and new is not None:
            self._offer(new)

    def _offer(self, plan: Plan) -> None:
        left = next((row for row in self._ctx.store.left_open() if row.id == plan.id), None)
        if left is None or plan.id in self._answered:
            self.say("")
            return
        self.go_back.setVisible(bool(self._ctx.store.revisions(plan.id)))
        self.say(_("Unsaved work from {time} was kept.").format(time=time_words(left.edited_at)))

    def _on_kept(self) -> None:
        self._answered.add(self._session.plan.id)
        self.say("")

    def _on_gone_back(self) -> None:
        newest = self._ctx.store.revisions(self._session.plan.id)[0]
        before = self._ctx.store.revision_plan(newest.id)
        self._session.apply(_("Go back to the last revision"), lambda _plan: before)
        self._on_kept()
