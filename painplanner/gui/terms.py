"""Conditions, allergies and medicines as chips: a code from the shared list, or free words marked "not checked"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.core import codes
from painplanner.core.patient import Coded, FreeText, Term
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.finder import Finder, Found, is_begun
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


def find_terms(kind: str, text: str) -> Found:
    """Return the codes whose name holds the text, those that begin with it first."""
    typed = text.strip().casefold()
    names = ((code.id, code_name(code.id)) for code in codes.codes_of(kind))
    found = [(one, name) for one, name in names if typed in name.casefold()]
    found.sort(key=lambda pair: (not pair[1].casefold().startswith(typed), not is_begun(pair[1], typed)))
    return found


class TermsEditor(QWidget):
    """A field that completes from the shared list, and below it what was taken, each with its remover."""

    changed = Signal(tuple)

    def __init__(self, kind: str, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._kind, self._terms = kind, ()
        self.setAccessibleName(name)
        self.line = Finder(
            lambda text: find_terms(kind, text),
            name=_("Add to {list}").format(list=name),
            placeholder=placeholder,
            free=True,
        )
        self.line.picked.connect(lambda code: self._add(Coded(code=code)))
        self.line.entered_words.connect(self._on_words)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        add = button(_("Add"), self.line.enter, name=_("Add to {list}").format(list=name))
        add.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys in the field, which takes the match
        row.addWidget(add)
        lines.addLayout(row)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6)
        lines.addWidget(self._chips)

    def set_terms(self, terms: tuple[Term, ...]) -> None:
        """Show these terms."""
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

    def _remove(self, place: int) -> None:
        self.changed.emit(tuple(term for i, term in enumerate(self._terms) if i != place))

    def _on_words(self, text: str) -> None:
        if text:
            self._add(read_term(self._kind, text))

    def _add(self, term: Term) -> None:
        self.line.set_words("")
        if term not in self._terms:
            self.changed.emit((*self._terms, term))
