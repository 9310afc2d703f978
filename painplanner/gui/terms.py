"""Conditions, allergies and medicines as chips: a code from the shared list, or free words marked "not checked"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core import codes
from painplanner.core.patient import Coded, FreeText, Term
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.fields import line_edit
from painplanner.gui.widgets.flow import FlowLayout
from painplanner.gui.widgets.layouts import empty
from painplanner.text import _


def code_name(code_id: str) -> str:
    """Return the name of a code in the language of the window, the code itself when it is unknown."""
    from painplanner.services import words

    return words.code_name(code_id)


def term_words(term: Term) -> str:
    """Return how a term reads; free words carry "not checked"."""
    if isinstance(term, Coded):
        return code_name(term.code)
    return _("{words} (not checked)").format(words=term.text)


def read_term(kind: str, text: str) -> Term:
    """Return the code with this name, or the free words."""
    typed = text.strip().casefold()
    for code in codes.codes_of(kind):
        if code_name(code.id).casefold() == typed:
            return Coded(code=code.id)
    return FreeText(text=text.strip())


class TermsEditor(QWidget):
    """A field that completes from the shared list, and below it what was taken, each with its remover."""

    changed = Signal(tuple)

    def __init__(self, kind: str, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._kind, self._terms = kind, ()
        self.setAccessibleName(name)
        self.line = line_edit(name=_("Add to {list}").format(list=name), placeholder=placeholder)
        self.line.returnPressed.connect(self._on_entered)
        self._completer: QCompleter | None = None
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(button(_("Add"), self._on_entered, name=_("Add to {list}").format(list=name)))
        lines.addLayout(row)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6)
        lines.addWidget(self._chips)

    def set_terms(self, terms: tuple[Term, ...]) -> None:
        """Show these terms."""
        self._ready_completer()
        if terms == self._terms and self._flow.count() == len(terms):
            return
        self._terms = terms
        empty(self._flow)
        for place, term in enumerate(terms):
            words = term_words(term)
            made = button(
                f"{words}  ×",
                lambda at=place: self._remove(at),
                kind="chip",
                name=_("Remove {name}").format(name=words),
            )
            self._flow.addWidget(made)
            made.show()
        self._chips.setVisible(bool(terms))
        self._chips.updateGeometry()

    def _ready_completer(self) -> None:
        if self._completer is not None:
            return
        self._completer = QCompleter([code_name(code.id) for code in codes.codes_of(self._kind)], self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(self._completer)

    def _remove(self, place: int) -> None:
        self.changed.emit(tuple(term for i, term in enumerate(self._terms) if i != place))

    def _on_entered(self) -> None:
        text = self.line.text().strip()
        if not text:
            return
        self.line.clear()
        term = read_term(self._kind, text)
        if term not in self._terms:
            self.changed.emit((*self._terms, term))
