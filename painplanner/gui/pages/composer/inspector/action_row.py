"""What follows an outcome of a checkpoint: one action of the closed list, with the target that it needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core.plan import Action, ActionKind, Checkpoint
from painplanner.core.values import Impossible
from painplanner.gui.form.options import Options, actions, disciplines
from painplanner.gui.form.rows import Row
from painplanner.gui.form.subject import Part, Subject
from painplanner.gui.messages import impossible_sentence
from painplanner.gui.widgets.fields import Field, choice
from painplanner.gui.widgets.finder import Finder
from painplanner.gui.widgets.number_field import NumberField
from painplanner.text import _

_LISTED = {ActionKind.NEXT_STEP.value, ActionKind.RECONSIDER.value, ActionKind.REFER.value}


class ActionRow(Row[Checkpoint, "Action | None"]):
    """The kind; below it a step, a driver, a member of the team, words or a library entry, or days."""

    def __init__(
        self,
        subject: Subject[Checkpoint],
        part: Part[Checkpoint, Action | None],
        name: str,
        find: Callable[[str], Sequence[tuple[str, str]]],
        entry_name: Callable[[str], str],
    ) -> None:
        """Lay out the fields; `find` searches the library, `entry_name` says how an entry is called."""
        self._entry_name = entry_name
        self._targets: dict[str, Options] = {ActionKind.REFER.value: disciplines(_("To whom?"))}
        self.kind = choice(actions(), name=name)
        self.target = choice((), name=_("{name}: which").format(name=name))
        self.words = Finder(
            find,
            name=_("{name}: what to discuss").format(name=name),
            placeholder=_("An entry of the library, or words"),
            free=True,
        )
        self.days = NumberField(_("{name}: in how many days").format(name=name), unit=_("days"))
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.kind)
        below = QHBoxLayout()
        below.setSpacing(8)
        for widget in (self.target, self.words, self.days.without_name()):
            below.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(below)
        super().__init__(subject, part, Field(name, box))
        self.kind.activated.connect(lambda _at: self._on_kind())
        self.target.activated.connect(lambda _at: self._propose())
        self.words.picked.connect(lambda key: self._propose(key))
        self.words.entered_words.connect(lambda words: self._propose(words))
        self.days.entered.connect(lambda _n: self._propose())
        self.days.refused.connect(self.take_back)

    def set_targets(self, steps: Options, drivers: Options) -> None:
        """Offer the steps and drivers of the plan."""
        new = {
            **self._targets,
            ActionKind.NEXT_STEP.value: (("", _("The next step")), *steps),
            ActionKind.RECONSIDER.value: (("", _("Which driver?")), *drivers),
        }
        if new != self._targets:
            self._targets = new
            self._offer(self._key())

    def _key(self) -> str:
        return str(self.kind.currentData() or "")

    def unread(self) -> str:
        """Return why the days are not a number, where days are asked for."""
        return self.days.problem() if self._key() == ActionKind.RECHECK.value else ""

    def typed(self) -> str:
        """Return what stands in the field of the days."""
        return self.days.line.text()

    def put_typed(self, text: str) -> None:
        """Show what stood in the field of the days."""
        self.days.line.setText(text)

    def editor(self) -> QWidget:
        """Return what takes the keys."""
        return self.days.line if self.unread() else self.kind

    def _offer(self, key: str) -> None:
        """Fill the list of targets for a kind."""
        action = self._shown if isinstance(self._shown, Action) else None
        self.target.clear()
        for one, words in self._targets.get(key, ()):
            self.target.addItem(words, one)
        target = action.target if action is not None and action.kind.value == key else ""
        self.target.setCurrentIndex(max(0, self.target.findData(target)))

    def _show_fields(self, key: str) -> None:
        self.target.setVisible(key in _LISTED)
        self.words.setVisible(key == ActionKind.DISCUSS.value)
        self.days.setVisible(key == ActionKind.RECHECK.value)

    def put(self, value: Action | None) -> None:
        """Show an action."""
        key = value.kind.value if value is not None else ""
        self.kind.setCurrentIndex(max(0, self.kind.findData(key)))
        self._offer(key)
        target = value.target if value is not None and key == ActionKind.DISCUSS.value else ""
        self.words.set_words(self._entry_name(target) or target)
        self.days.set_number(value.days if value is not None else None)
        self._show_fields(key)

    def _on_kind(self) -> None:
        key = self._key()
        self._offer(key)
        self.words.set_words("")
        self.days.set_number(None)
        self._show_fields(key)
        self._propose()

    def _propose(self, words: str = "") -> None:
        try:
            self.enter(self._value(words))
        except Impossible as refusal:
            self.refuse(impossible_sentence(refusal))

    def _value(self, words: str) -> Action | None:
        key = self._key()
        if not key:
            return None
        kind = ActionKind(key)
        if key in _LISTED:
            return Action(kind=kind, target=str(self.target.currentData() or ""))
        if kind is ActionKind.DISCUSS:
            return Action(kind=kind, target=words)
        number: Any = self.days.number() if kind is ActionKind.RECHECK else None
        return Action(kind=kind, days=int(number) if number is not None else None)
