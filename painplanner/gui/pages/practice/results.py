"""The results of the practice: how many goals its closed plans reached, in all and by template, with caution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from painplanner.core.outcomes import Tally, total
from painplanner.core.plan import texts_in
from painplanner.gui.context import AppContext
from painplanner.gui.printing.list_paper import ListPaper
from painplanner.gui.widgets.cards import Section
from painplanner.gui.widgets.labels import label, rule
from painplanner.gui.widgets.layouts import empty
from painplanner.services.words.outcomes import caution_words, share_words, tally_words
from painplanner.text import _, language

if TYPE_CHECKING:
    from painplanner.documents.blocks import Document

TOP = Qt.AlignmentFlag.AlignTop


class ResultsSection(Section):
    """One row for all plans and one for each template, those with most plans first."""

    def __init__(self, ctx: AppContext) -> None:
        """Show nothing yet."""
        super().__init__(_("Results of the practice"))
        self._ctx = ctx
        none = _("Results appear here once a plan is closed (Plan menu, “Close the plan…”).")
        self._none = label(none, "muted", wrap=True)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self._caution = label(caution_words(), "minor", wrap=True)
        words = (_("Print the results…"), _("Save the results as PDF…"))
        self.on_paper = ListPaper(ctx, _("Results of the practice"), self._on_paper, words=words)
        for part in (self._none, self._rows, self._caution):
            self.lines.addWidget(part)
        self.lines.addWidget(self.on_paper, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Read the results anew."""
        tallies = self._ctx.store.results()
        self._none.setVisible(not tallies)
        for part in (self._rows, self._caution, self.on_paper):
            part.setVisible(bool(tallies))
        empty(self._grid)
        if not tallies:
            return
        self._add(0, _("All plans"), total(tallies), is_first=True)
        self._grid.addWidget(rule(), 1, 0, 1, 3)
        for row, tally in enumerate(tallies, 2):
            self._add(row, self._name(tally.template), tally)

    def _on_paper(self) -> Document:
        from painplanner.documents.practice_results import ResultRow, practice_results

        tallies = self._ctx.store.results()
        named = [(_("All plans"), total(tallies)), *((self._name(one.template), one) for one in tallies)]
        rows = [ResultRow(name, tally_words(one), share_words(one)) for name, one in named]
        return practice_results(rows, caution_words(), self._ctx.practice, self._ctx.today(), language())

    def _name(self, template: str) -> str:
        found = self._ctx.library.value.templates.get(template)
        if found is not None:
            return texts_in(found.texts, self._ctx.practice.language).name
        return template.split(".")[-1].replace("_", " ") if template else _("Without a template")

    def _add(self, row: int, name: str, tally: Tally, *, is_first: bool = False) -> None:
        texts = (name, tally_words(tally), share_words(tally))
        for column, text in enumerate(texts):
            made = label(text, "strong" if is_first and column == 0 else "body" if column < 2 else "minor", wrap=True)
            if column == 0:
                made.setAccessibleName(", ".join(texts))
            self._grid.addWidget(made, row, column, TOP)
