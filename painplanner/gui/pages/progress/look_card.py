"""A checkpoint to decide: each criterion with its outcome and reason, what stands beside it, and what may follow.

The action of the rule comes first and is taken with Enter; any other asks for its reason in place.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from painplanner.core.checkpoint import ActionKind
from painplanner.core.plan import Plan
from painplanner.core.proposal import Proposal
from painplanner.gui.context import AppContext
from painplanner.gui.dates import long_day_words
from painplanner.gui.pages.progress.deciding import Deciding
from painplanner.gui.pages.progress.measure_card import TONES
from painplanner.gui.pages.progress.override import OverrideBox
from painplanner.gui.pages.progress.taking_down import TakingDown
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Card, Notice
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.labels import label, rule
from painplanner.services.looks import Following, LookView, action_short
from painplanner.services.words import action_words, proposal_sentence
from painplanner.text import _

_NEEDS_NO_REASON = frozenset({ActionKind.CONTINUE, ActionKind.RECHECK})
MOST_BESIDE = 6


class LookCard(Card):
    """One checkpoint; `decided` follows a decision that moved the plan, `asked` a question that opened in it."""

    decided = Signal()
    asked = Signal(QWidget)

    def __init__(self, ctx: AppContext, deciding: Deciding, view: LookView, plan: Plan) -> None:
        """Lay it out."""
        super().__init__(gap=8)
        self._ctx, self._deciding, self._plan, self.view = ctx, deciding, plan, view
        self.buttons: list[QPushButton] = []
        self.doses: list[tuple[QCheckBox, Proposal]] = []
        self.override: OverrideBox | None = None
        self.taking_down: TakingDown | None = None
        self.problem = label("", "problem", wrap=True)
        self.problem.hide()
        self.by_this = button(
            _("Decide by this…"), self._on_by_this, kind="link", tip=_("Another decision, with this as its reason")
        )
        self._head()
        for part in view.parts:
            self._part(part.name, part.outcome, part.tone, part.reason)
        for sentence in view.comes_to:
            self.lines.addWidget(label(sentence, "minor", wrap=True))
        self._beside()
        for sentence in view.reach:
            self.lines.addWidget(Notice(sentence, "consider"))
        self.choices = QWidget()
        self._choice_lines = QVBoxLayout(self.choices)
        self._choice_lines.setContentsMargins(0, 0, 0, 0)
        self._choice_lines.setSpacing(8)
        self._choice_lines.addWidget(label(view.says, "strong", wrap=True))
        self._dose_ticks()
        self._actions()
        self._choice_lines.addWidget(self.problem)
        self.lines.addWidget(self.choices)
        self.early = button(_("Decide now"), self._on_early, kind="link", tip=_("Before its day has come"))
        self.lines.addWidget(self.early, 0, Qt.AlignmentFlag.AlignLeft)
        (self.early if view.look.is_ready else self.choices).hide()

    @property
    def name(self) -> str:
        """Return which checkpoint it is and whether its day has come."""
        look = self.view.look
        said = _("Checkpoint {day}: ready to decide") if look.is_ready else _("Next checkpoint: {day}")
        return said.format(day=long_day_words(look.on))

    def _head(self) -> None:
        head = QHBoxLayout()
        title = label(f"\u25c6  {self.name}", "section", wrap=True)
        title.setAccessibleName(self.name)
        head.addWidget(title, 1)
        self.lines.addLayout(head)
        self.setAccessibleName(self.name)

    def _part(self, name: str, outcome: str, tone: str, reason: str) -> None:
        self.lines.addWidget(rule())
        row = QHBoxLayout()
        row.addWidget(label(name, "body", wrap=True), 1)
        row.addWidget(label(outcome, TONES[tone]), 0, Qt.AlignmentFlag.AlignTop)
        self.lines.addLayout(row)
        said = label(reason, "minor", wrap=True)
        said.setAccessibleName(f"{name}, {outcome}: {reason}")
        self.lines.addWidget(said)

    def _beside(self) -> None:
        self.lines.addWidget(rule())
        lines = self.view.beside
        if not lines:
            self.by_this.hide()
            return
        head = QHBoxLayout()
        head.addWidget(label(_("Beside it"), "minor"), 1)
        head.addWidget(self.by_this)
        self.lines.addLayout(head)
        self.by_this.setVisible(self.view.look.is_ready)
        box = QVBoxLayout()
        box.setSpacing(2)
        for words in lines[:MOST_BESIDE]:
            box.addWidget(label(words, "body", wrap=True))
        if len(lines) > MOST_BESIDE:
            more = label(_("and {n} more").format(n=len(lines) - MOST_BESIDE), "minor")
            more.setToolTip("\n".join(lines[MOST_BESIDE:]))
            box.addWidget(more)
        self.lines.addLayout(box)

    def _dose_ticks(self) -> None:
        """Offer the doses that go with progressing."""
        if not any(one.action.kind is ActionKind.PROGRESS for one in self.view.following):
            return
        for proposal in self.view.proposals:
            tick = QCheckBox(proposal_sentence(proposal))
            tick.setChecked(True)
            self.doses.append((tick, proposal))
            self._choice_lines.addWidget(tick)

    def _actions(self) -> None:
        place = QWidget()
        flow = FlowLayout(place, gap=8)
        for number, one in enumerate(self.view.following):
            is_first = number == 0 and self.view.look.is_ready
            made = button(
                action_short(one.action, self._plan, self._ctx.practice.language),
                lambda one=one: self._on_chosen(one),
                kind="primary" if is_first else "plain",
                tip=action_words(one.action, self._plan, self._ctx.practice.language),
            )
            self.buttons.append(made)
            flow.addWidget(made)
        other = button(_("Something else…"), lambda: self.open_override(None))
        self.buttons.append(other)
        flow.addWidget(other)
        self._choice_lines.addWidget(place)

    def _on_early(self) -> None:
        self.early.hide()
        self.choices.show()
        self.by_this.setVisible(bool(self.view.beside))
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keys onto what the rule says."""
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen_doses(self) -> tuple[Proposal, ...]:
        """Return the doses that are ticked."""
        return tuple(proposal for tick, proposal in self.doses if tick.isChecked())

    def _on_chosen(self, following: Following) -> None:
        is_going_on = self.view.result.outcome is None and following.action.kind in _NEEDS_NO_REASON
        if following.is_rule or is_going_on:
            self._say(self._deciding.take(self.view, following.outcome, following.action, "", self.chosen_doses()))
        else:
            self.open_override(following)

    def open_override(self, following: Following | None) -> None:
        """Ask for the reason of another decision, in place."""
        if self.override is None:
            self.override = OverrideBox(self._plan, self._ctx.practice.language)
            self.override.decided.connect(self._on_override)
            self.override.left.connect(self._on_left)
            self._choice_lines.addWidget(self.override)
        self.override.begin(self.view, following)
        self.override.show()
        self.override.take_focus(is_open=following is None)
        self.asked.emit(self.override)

    def _on_by_this(self) -> None:
        """Let what stands beside the result decide it: a flare, side effects, days that were too sore."""
        self.open_override(None)
        if self.override is not None:
            self.override.reason_line.setText(self.view.beside[0])

    def _on_left(self) -> None:
        if self.override is not None:
            self.override.hide()
        self.take_focus()

    def _on_override(self) -> None:
        box = self.override
        if box is None:
            return
        problem = box.action.problem()
        if problem:
            self._say(problem)
            return
        refusal = self._deciding.take(
            self.view, box.outcome(), box.action.action(), box.reason_line.text(), self.chosen_doses()
        )
        if refusal and not box.reason_line.text().strip() and not self._deciding.waits_for_taking_down:
            box.reason.show_problem(refusal)
            box.take_focus(is_open=False)
            self.asked.emit(box)
        else:
            self._say(refusal)

    def _say(self, refusal: str) -> None:
        if not refusal:
            self.decided.emit()
            return
        is_asked = self._deciding.waits_for_taking_down
        self.problem.setText(refusal)
        self.problem.setVisible(not is_asked)
        if is_asked:
            self._ask_taking_down(refusal)

    def _ask_taking_down(self, question: str) -> None:
        """Ask in place how a medicine is taken down that the decision would end."""
        if self.taking_down is None:
            self.taking_down = TakingDown()
            self.taking_down.answered.connect(lambda how: self._say(self._deciding.take_with(how)))
            self.taking_down.left.connect(self._on_not_taken_down)
            self._choice_lines.addWidget(self.taking_down)
        self.taking_down.ask(question)
        self.asked.emit(self.taking_down)

    def _on_not_taken_down(self) -> None:
        if self.taking_down is not None:
            self.taking_down.hide()
        self._on_left()
