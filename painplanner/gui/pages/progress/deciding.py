"""Deciding at a checkpoint: one edit of the plan, which one undo takes back. No widgets."""

from __future__ import annotations

from collections.abc import Iterable

from painplanner.core.checkpoint import Action, ActionKind, Decision, Outcome
from painplanner.core.edits.deciding import decide
from painplanner.core.proposal import Proposal
from painplanner.gui.context import AppContext
from painplanner.gui.form.subject import propose
from painplanner.gui.session import PlanSession
from painplanner.services.looks import LookView
from painplanner.services.words import action_words
from painplanner.text import _


class Deciding:
    """Takes decisions into the open plan."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Take the session that every edit goes through."""
        self._session, self._ctx = session, ctx

    def take(
        self, view: LookView, outcome: Outcome | None, action: Action, reason: str, doses: Iterable[Proposal] = ()
    ) -> str:
        """Decide; return the sentence of a refusal, or nothing."""
        today = self._ctx.today()
        decision = Decision(
            id=self._ctx.new_id("decision"),
            checkpoint=view.look.checkpoint.id,
            on=today,
            found=view.result.outcome,
            outcome=outcome,
            action=action,
            reason=reason,
        )
        taken = tuple(doses) if action.kind is ActionKind.PROGRESS else ()
        refusal = propose(
            self._session,
            _("Decide at the checkpoint"),
            lambda plan: decide(plan, decision, today, self._ctx.new_id, proposals=taken),
        )
        if not refusal:
            said = _("Decided: {action}. The plan has moved.").format(action=action_words(action, self._session.plan))
            self._ctx.say(said, kind="done", action=_("Undo"), on_action=self._session.undo)
        return refusal
