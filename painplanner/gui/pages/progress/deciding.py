"""Deciding at a checkpoint: one edit of the plan, which one undo takes back. No widgets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from painplanner.core.checkpoint import Action, ActionKind, Decision, Outcome
from painplanner.core.edits.deciding import decide
from painplanner.core.plan import Plan
from painplanner.core.proposal import Proposal
from painplanner.core.values import Impossible
from painplanner.gui.context import AppContext
from painplanner.gui.form.subject import propose
from painplanner.gui.messages import Message
from painplanner.gui.session import PlanSession
from painplanner.services.looks import LookView
from painplanner.services.words import action_words
from painplanner.text import _


@dataclass(frozen=True)
class _Asked:
    """A decision as it was asked for, with the doses that are taken with it."""

    decision: Decision
    action: Action
    doses: tuple[Proposal, ...]


class Deciding:
    """Takes decisions into the open plan."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Take the session that every edit goes through."""
        self._session, self._ctx = session, ctx
        self._waiting: _Asked | None = None
        self._told: tuple[Message, int] | None = None
        session.undo_stack.indexChanged.connect(self._on_step)

    def take(
        self, view: LookView, outcome: Outcome | None, action: Action, reason: str, doses: Iterable[Proposal] = ()
    ) -> str:
        """Decide; return the sentence of a refusal, or nothing. What only misses a taking down waits for its line."""
        self._waiting = None
        decision = Decision(
            id=self._ctx.new_id("decision"),
            checkpoint=view.look.checkpoint.id,
            on=self._ctx.today(),
            found=view.result.outcome,
            outcome=outcome,
            action=action,
            reason=reason,
        )
        taken = tuple(doses) if action.kind is ActionKind.PROGRESS else ()
        return self._propose(_Asked(decision, action, taken), "")

    @property
    def waits_for_taking_down(self) -> bool:
        """Tell whether the decision would be made with a line that says how its medicines are taken down."""
        return self._waiting is not None

    def take_with(self, taken_down: str) -> str:
        """Make the decision that waits, with the line; return the sentence of a refusal, or nothing."""
        return self._propose(self._waiting, taken_down) if self._waiting is not None else ""

    def _propose(self, asked: _Asked, taken_down: str) -> str:
        refusal = propose(
            self._session, _("Decide at the checkpoint"), lambda plan: self._decided(plan, asked, taken_down)
        )
        if not refusal:
            self._waiting = None
            words = action_words(asked.action, self._session.plan, self._ctx.practice.language)
            self._say_done(_("Decided: {action}. The plan has moved.").format(action=words))
        return refusal

    def _say_done(self, sentence: str) -> None:
        """Say what was decided, with the way back for as long as nothing else was done."""
        stack = self._session.undo_stack
        place = stack.index()

        def undo() -> None:
            if stack.index() == place:
                self._session.undo()

        self._told = self._ctx.say(sentence, kind="done", action=_("Undo"), on_action=undo), place

    def _on_step(self, place: int) -> None:
        """Take the message away once the decision was undone or something else was done."""
        if self._told is not None and place != self._told[1]:
            self._ctx.hush(self._told[0])
            self._told = None

    def _decided(self, plan: Plan, asked: _Asked, taken_down: str) -> Plan:
        today, new_id, lang = self._ctx.today(), self._ctx.new_id, self._ctx.practice.language
        try:
            return decide(plan, asked.decision, today, new_id, proposals=asked.doses, taken_down=taken_down, lang=lang)
        except Impossible as refusal:
            self._waiting = asked if refusal.code == "taking-down-missing" else None
            raise
