"""The dose as one field: what is typed is read at once, and below it stands how it will read on paper."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from painplanner.core.dose import AnyDose, ExerciseDose
from painplanner.core.dose_text import parse_dose
from painplanner.core.values import Impossible
from painplanner.gui.form.rows import Row
from painplanner.gui.form.subject import Part, S, Subject
from painplanner.gui.messages import impossible_sentence
from painplanner.gui.widgets.fields import Field, line_edit
from painplanner.services.words import dose_typed
from painplanner.text import _

_DOSE: Callable[[Any], AnyDose | None] = attrgetter("dose")


class DoseLineRow(Row[S, "AnyDose | None"]):
    """Words still being typed are noted calmly; what cannot be read is refused when the field is left."""

    is_read = True

    def __init__(self, subject: Subject[S], in_words: Callable[[S], str]) -> None:
        """Lay out the field; `in_words` says the dose as it will be printed."""
        part: Part[S, AnyDose | None] = Part(_("Change dose"), _DOSE, lambda _one, dose: {"dose": dose}, "dose-line")
        self.line = line_edit(limit=300)
        self._in_words = in_words
        self._base: AnyDose | None = None
        super().__init__(subject, part, Field(_("Dose"), self.line))
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._on_left)

    def put(self, value: AnyDose | None) -> None:
        """Write the dose."""
        self._base = value
        self.line.setText(dose_typed(value))
        self.line.setCursorPosition(0)
        example = _("such as 3x10 5s 2/d") if isinstance(value, ExerciseDose) else ""
        self.line.setPlaceholderText(example)

    def typed(self) -> str:
        """Return what stands in the field."""
        return self.line.text()

    def put_typed(self, text: str) -> None:
        """Show what stood in the field."""
        self.line.setText(text)

    def show_words(self) -> None:
        """Say below how the dose reads, unless the text is not understood."""
        if self._subject.is_set:
            self.show_hint(self._in_words(self._subject.value))

    def unread(self) -> str:
        """Return why the text is not a dose of the kind that was shown, also once another part is looked at."""
        if self._base is None:
            return ""
        try:
            parse_dose(self.line.text(), self._base)
        except Impossible as refusal:
            return impossible_sentence(refusal)
        return ""

    def _on_edited(self, text: str) -> None:
        base = self._part.get(self._subject.value)
        if base is None:
            return
        try:
            dose = parse_dose(text, base)
        except Impossible as refusal:
            self.take_back()
            self._note(refusal)
            return
        self.enter(dose)

    def _note(self, refusal: Impossible) -> None:
        if refusal.code != "dose-unreadable":
            self.refuse(impossible_sentence(refusal))
            return
        self._refused = ""
        word = str(refusal.args_.get("word", ""))
        self._hint = _("“{word}” is not understood yet; the dose before is kept.").format(word=word)
        self.field.show_hint(self._hint)

    def _on_left(self) -> None:
        sentence = self.unread()
        if sentence:
            self.refuse(sentence)
