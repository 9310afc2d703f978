"""Flares of the open plan: marked and ended by one action, and seen in a line above the plan while they last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from painplanner.core.edits.flaring import back_later, begin_flare, end_flare, flares_now
from painplanner.core.flares import has_flare_dose
from painplanner.core.plan import Flare, Plan, items_of
from painplanner.gui.context import AppContext
from painplanner.gui.session import PlanSession
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice
from painplanner.services.words.days import day_words
from painplanner.services.words.flares import flare_sentence
from painplanner.text import _


class Flaring:
    """Begins a flare, or ends the one that runs; each an edit that undoes. No widgets."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Take the session that every edit goes through."""
        self._session, self._ctx = session, ctx

    def of_plan(self) -> None:
        """Begin a flare of everything that is done, or end it."""
        self._switch(())

    def of_items(self, ids: tuple[str, ...]) -> None:
        """Begin a flare of those of these exercises that can be done by less, or end it."""
        able = tuple(item.id for _step, item in items_of(self._session.plan) if item.id in ids and has_flare_dose(item))
        if able:
            self._switch(able)
        else:
            self._ctx.say(_("Select an exercise or a timed activity first; only what is done has a flare dose."))

    def _switch(self, items: tuple[str, ...]) -> None:
        today, running = self._ctx.today(), self._running(items)
        if running is not None:
            if self._session.apply(_("End the flare"), lambda plan: end_flare(plan, running.id, today)):
                self._ctx.say(_("The full plan is back from today. Print the exercise sheet anew."), kind="done")
            return
        begin = _begin(self._ctx, items)
        if self._session.apply(_("Mark a flare"), begin):
            self._say_begun(items)

    def _running(self, items: tuple[str, ...]) -> Flare | None:
        """Return the flare of today that an action for these items ends."""
        for flare in flares_now(self._session.plan, self._ctx.today()):
            if (not items and not flare.items) or (items and set(items) <= set(flare.items)):
                return flare
        return None

    def _say_begun(self, items: tuple[str, ...]) -> None:
        flare = self._running(items)
        if flare is not None and flare.back_on is not None:
            said = _("Half from today, the full plan again on {day}. Print the exercise sheet anew.")
            self._ctx.say(said.format(day=day_words(flare.back_on)), kind="done")


def _begin(ctx: AppContext, items: tuple[str, ...]) -> Callable[[Plan], Plan]:
    return lambda plan: begin_flare(plan, ctx.today(), ctx.new_id, items=items)


class FlareBar(Notice):
    """The flares that run today, with their end and a day more; hidden while there is none."""

    def __init__(self, session: PlanSession, ctx: AppContext) -> None:
        """Stay hidden."""
        super().__init__("", "consider", _("End it today"), self._on_ended, is_stacked=True)
        self._session, self._ctx = session, ctx
        self.longer = button(_("One day more"), self._on_longer, kind="link")
        self._lay_out()

    def _lay_out(self) -> None:
        """Set both links below the sentence: beside it they would leave it a narrow column."""
        links = QHBoxLayout()
        links.setSpacing(8)
        for link in (self.button, self.longer):
            links.addWidget(link)
        links.addStretch(1)
        lines = self.layout()
        if isinstance(lines, QVBoxLayout):
            lines.addLayout(links)

    def show_plan(self, plan: Plan) -> None:
        """Show what runs today."""
        running = flares_now(plan, self._ctx.today())
        lang = self._ctx.practice.language
        self.longer.setVisible(any(flare.back_on is not None for flare in running))
        self.say("\n".join(flare_sentence(flare, plan, lang) for flare in running))

    def _on_ended(self) -> None:
        today = self._ctx.today()
        self._each(_("End the flare"), lambda plan, flare: end_flare(plan, flare.id, today))

    def _on_longer(self) -> None:
        self._each(_("One day more of the flare"), lambda plan, flare: back_later(plan, flare.id))

    def _each(self, words: str, change: Callable[[Plan, Flare], Plan]) -> None:
        """Change every flare that runs, as one step to undo."""

        def edit(plan: Plan) -> Plan:
            for flare in flares_now(plan, self._ctx.today()):
                plan = change(plan, flare)
            return plan

        self._session.apply(words, edit)
