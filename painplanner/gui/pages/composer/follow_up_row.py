"""One exercise of the last sheet: what was given, what becomes of it, and the five answers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from painplanner.core.dose import side_of
from painplanner.core.follow_up import FollowUpRow
from painplanner.core.library import Intervention
from painplanner.core.plan import Flare, Item, item_name, texts_in
from painplanner.core.proposal import Proposal
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.follow_up_edits import Answer, answer_of, dose_of, entry_for, given
from painplanner.gui.pages.composer.thumb import Thumb
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.labels import ElidedLabel, label
from painplanner.services.words import day_words, dose_typed, proposal_sentence, source_words
from painplanner.services.words.proposals import move_words
from painplanner.text import _, pgettext

KEYS = {
    Qt.Key.Key_A: Answer.ACCEPT,
    Qt.Key.Key_S: Answer.SAME,
    Qt.Key.Key_H: Answer.HARDER,
    Qt.Key.Key_E: Answer.EASIER,
    Qt.Key.Key_W: Answer.SWAP,
    Qt.Key.Key_X: Answer.STOP,
}
PICTURE = QSize(60, 45)
NO_BREAK = "\N{NO-BREAK SPACE}"


def answer_words() -> dict[Answer, tuple[str, str]]:
    """Return each answer with its key and its word."""
    return {
        Answer.SAME: ("S", pgettext("answer", "Same")),
        Answer.HARDER: ("H", pgettext("answer", "Harder")),
        Answer.EASIER: ("E", pgettext("answer", "Easier")),
        Answer.SWAP: ("W", pgettext("answer", "Swap")),
        Answer.STOP: ("X", pgettext("answer", "Stop")),
    }


class FollowUpLine(QFrame):
    """Takes the keys; `answered` carries an answer, `moved` a step up or down, `flared` asks for a flare."""

    answered = Signal(str)
    moved = Signal(int)
    flared = Signal()
    entered = Signal()

    def __init__(self, ctx: AppContext, thumbnails: Thumbnails) -> None:
        """Lay out picture, words and answers."""
        super().__init__()
        self._ctx = ctx
        self._row: FollowUpRow | None = None
        self.setProperty("role", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.thumb = Thumb(thumbnails, PICTURE)
        self.name = label("", "strong", wrap=True)
        self.dose = ElidedLabel("", "minor", fills=True)
        self.becomes = label("", "outcome", wrap=True)
        self.proposed = label("", "minor", wrap=True)
        self.accept = button(_("Accept"), lambda: self.answered.emit(Answer.ACCEPT.value), kind="answer")
        self.neighbours = label("", "small", wrap=True)
        self.answers: dict[Answer, QPushButton] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.name, self.dose, self.becomes):
            words.addWidget(part)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.thumb, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for answer, (key, word) in answer_words().items():
            made = button(word, lambda one=answer: self.answered.emit(one.value), kind="answer", tip=f"{word} ({key})")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.answers[answer] = made
            keys.addWidget(made, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.setSpacing(8)
        proposal = QHBoxLayout()
        proposal.setSpacing(8)
        proposal.addWidget(self.proposed, 1)
        proposal.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignTop)
        self.accept.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines.addLayout(head)
        lines.addLayout(proposal)
        lines.addWidget(self.neighbours)
        lines.addLayout(keys)
        self.neighbours.hide()

    @property
    def row(self) -> FollowUpRow | None:
        """Return what is shown."""
        return self._row

    def show_row(
        self, row: FollowUpRow, *, is_seen: bool, proposal: Proposal | None = None, flare: Flare | None = None
    ) -> None:
        """Show a line of the last sheet with today's answer, what its log proposes, and the flare it is in."""
        self._row = row
        lang, old = self._ctx.practice.language, given(row)
        name = item_name(old, lang)
        answer = answer_of(row, self._ctx) or (Answer.SAME if is_seen else None)
        self.name.setText(name)
        self.dose.setText(dose_words(old))
        self.thumb.show_figure(row.item.figure, side_of(row.item.dose))
        becomes = self._becomes(row, answer) or (_in_flare(flare) if flare is not None else "")
        self.becomes.setText(becomes)
        self.becomes.setVisible(bool(becomes))
        for one, made in self.answers.items():
            made.setChecked(one is answer)
        self._show_neighbours(row, old)
        self._show_proposal(proposal)
        spoken = (name, self.dose.text(), becomes, self.proposed.text())
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setAccessibleDescription(self.neighbours.text())

    def _becomes(self, row: FollowUpRow, answer: Answer | None) -> str:
        if answer is Answer.STOP:
            return _("Stops today")
        if answer is Answer.ACCEPT:
            return _("New dose from today")
        if answer in {None, Answer.SAME}:
            return _("Goes on as it is") if answer is Answer.SAME else ""
        name = item_name(row.item, self._ctx.practice.language)
        return " · ".join(part for part in (f"→ {name}", dose_words(row.item)) if part)

    def _show_proposal(self, proposal: Proposal | None) -> None:
        """Show a proposal with its reason and source; one to stay as it is has nothing to accept."""
        self.proposed.setText(proposal_sentence(proposal) if proposal is not None else "")
        self.proposed.setToolTip(source_words(proposal) if proposal is not None else "")
        self.proposed.setVisible(proposal is not None)
        is_change = proposal is not None and proposal.is_change
        self.accept.setVisible(is_change)
        self.accept.setToolTip(
            _("Accept (A): {move}").format(move=move_words(proposal)) if is_change and proposal else ""
        )

    def _show_neighbours(self, row: FollowUpRow, old: Item) -> None:
        lines: list[str] = []
        for answer, none in ((Answer.HARDER, _("no harder one yet")), (Answer.EASIER, _("no easier one yet"))):
            key, word = answer_words()[answer]
            entry = entry_for(row, answer, self._ctx)
            made = self.answers[answer]
            made.setEnabled(entry is not None)
            words = self._entry_words(entry, old) if entry is not None else none
            made.setToolTip(f"{word} ({key}): {words}")
            made.setAccessibleName(f"{word}: {words}")
            lines.append(f"{key}  {words}")
        self.neighbours.setText("\n".join(lines))

    def _entry_words(self, entry: Intervention, old: Item) -> str:
        dose = dose_of(entry, old, self._ctx)
        name = texts_in(entry.texts, self._ctx.practice.language).name
        return " · ".join(part for part in (name, dose_typed(dose)) if part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with a letter, move with the arrows."""
        plain_key = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        answer = KEYS.get(Qt.Key(event.key())) if plain_key else None
        is_flare = plain_key and event.key() == Qt.Key.Key_F
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if answer is not None:
            self.answered.emit(answer.value)
        elif is_flare:
            self.flared.emit()
        elif step is not None:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keys."""
        self.setFocus()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what harder and easier would be."""
        super().focusInEvent(event)
        self.neighbours.show()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Become small again."""
        super().focusOutEvent(event)
        self.neighbours.hide()


def keys_words(*, can_accept: bool) -> str:
    """Return the keys of a line in words, each beside what it does when they wrap."""
    keys = _("S same · H harder · E easier · W swap · X stop · F flare · Ctrl+P print")
    keys = _("A accept · {keys}").format(keys=keys) if can_accept else keys
    joined = [part.replace(" ", NO_BREAK) for part in keys.split(" · ")]
    return f"{NO_BREAK}· ".join(joined)


def _in_flare(flare: Flare) -> str:
    if flare.back_on is None:
        return _("In a flare, at half")
    return _("In a flare, at half until {day}").format(day=day_words(flare.back_on))


def dose_words(item: Item) -> str:
    """Write the dose of an item as one line."""
    return dose_typed(item.dose)
