"""The checkpoints beside the charts: those that wait to be decided, the next one, and what was decided before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from painplanner.core.plan import Plan
from painplanner.core.progress.decided import overdue
from painplanner.gui.context import AppContext
from painplanner.gui.pages.progress.deciding import Deciding
from painplanner.gui.pages.progress.look_card import LookCard
from painplanner.gui.session import PlanSession
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.fold import Fold
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.services.looks import LookView, decision_words, look_view, looks
from painplanner.services.words.results import overdue_sentence
from painplanner.text import _


class LookColumn(QWidget):
    """Cards of the checkpoints of the open plan; a card is made anew only when what it says has changed."""

    decided = Signal()
    asked = Signal(QWidget)

    def __init__(self, ctx: AppContext, session: PlanSession, deciding: Deciding) -> None:
        """Show nothing yet."""
        super().__init__()
        self._ctx, self._session, self._deciding = ctx, session, deciding
        self._shown: tuple[object, ...] = ()
        self.cards: list[LookCard] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)

    @property
    def has_any(self) -> bool:
        """Tell whether there is a checkpoint, or was one."""
        return bool(self._shown)

    def show_plan(self, plan: Plan | None) -> None:
        """Show what waits in a plan."""
        views = self._views(plan) if plan is not None else ()
        history = self._decided(plan) if plan is not None else ()
        late = self._late(plan, views) if plan is not None else ()
        shown = (*views, *history, *late)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._lines)
        self.cards = [self._card(view, plan) for view in views] if plan is not None else []
        for sentence in late:
            self._lines.addWidget(Notice(sentence, "consider"))
        for card in self.cards:
            self._lines.addWidget(card)
        if history:
            self._lines.addWidget(self._history(history))
        self._lines.addStretch(1)
        self.setVisible(self.has_any)

    def _late(self, plan: Plan, views: tuple[LookView, ...]) -> tuple[str, ...]:
        """Return the trials past their end that no checkpoint shown here decides about."""
        seen = {step for view in views if view.look.is_ready for step in view.look.checkpoint.steps}
        found = overdue(plan, self._ctx.today())
        return tuple(overdue_sentence(one, plan) for one in found if one.step not in seen)

    def _decided(self, plan: Plan) -> tuple[str, ...]:
        lang = self._ctx.practice.language
        return tuple(decision_words(decision, plan, lang) for decision in reversed(plan.decisions))

    def _views(self, plan: Plan) -> tuple[LookView, ...]:
        """Return every checkpoint whose day has come, and of the others the next."""
        today = self._ctx.today()
        found = looks(plan, today)
        ready = [look for look in found if look.is_ready]
        wanted = [*ready, *[look for look in found if not look.is_ready][: 0 if ready else 1]]
        library, lang = self._ctx.library.value, self._ctx.practice.language
        return tuple(look_view(self._ctx.store, plan, look, library, today, lang) for look in wanted)

    def _card(self, view: LookView, plan: Plan) -> LookCard:
        card = LookCard(self._ctx, self._deciding, view, plan)
        card.decided.connect(self.decided)
        card.asked.connect(self.asked)
        return card

    def _history(self, lines: tuple[str, ...]) -> Fold:
        fold = Fold(_("Decided before ({n})").format(n=len(lines)), is_open=not self.cards)
        fold.lines.setSpacing(6)
        for words in lines:
            fold.lines.addWidget(label(words, "minor", wrap=True))
        return fold

    def take_focus(self, part: str = "") -> bool:
        """Put the keys onto the decision about a part, else onto the first that waits; tell whether there is any."""
        looks = {card: card.view.look for card in self.cards}
        mine = [card for card, look in looks.items() if part in {look.checkpoint.id, *look.checkpoint.steps}]
        ready = [card for card, look in looks.items() if look.is_ready]
        for card in (*mine[:1], *ready[:1])[:1]:
            card.take_focus()
            return True
        return False
