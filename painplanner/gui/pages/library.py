"""Reading the library: search, kinds, and one entry with its words, dose, cautions, pictures and sources."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from painplanner.core.library import Intervention, Kind
from painplanner.core.plan import LineKind, texts_in
from painplanner.gui.context import AppContext
from painplanner.gui.models.keyed_list import ICON_ROLE, SECOND_LINE_ROLE, KeyedList
from painplanner.gui.widgets.cards import Column, EmptyState
from painplanner.gui.widgets.chips import ChipRow
from painplanner.gui.widgets.fields import SearchField
from painplanner.gui.widgets.keyed_view import KeyedView
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.services import words
from painplanner.text import _, ngettext


class LibraryPage(QWidget):
    """The list at the left, the entry at the right."""

    def __init__(self, ctx: AppContext) -> None:
        """Lay out search, kinds, list and detail."""
        super().__init__()
        self._ctx = ctx
        self.search = SearchField(_("Search the library"))
        self.search.searched.connect(lambda _text: self.refresh())
        self.kinds = ChipRow((("", _("All")), *((kind.value, words.kind_words(kind)) for kind in Kind)), name=_("Kind"))
        self.kinds.chosen.connect(self.refresh)
        cells = {
            int(Qt.ItemDataRole.DisplayRole): lambda entry: self._name(entry),
            SECOND_LINE_ROLE: self._second_line,
            ICON_ROLE: lambda entry: entry.kind.value,
        }
        self.list = KeyedView(KeyedList(lambda entry: entry.id, cells), _("Library"))
        self.list.pointed.connect(self.show_entry)
        self._count = label("", "small")
        self._detail = Column(width=720)
        self._lay_out()
        self._show_hint()

    def _lay_out(self) -> None:
        side = QWidget()
        lines = QVBoxLayout(side)
        lines.setContentsMargins(20, 16, 12, 12)
        lines.setSpacing(10)
        lines.addWidget(label(_("Library"), "title"))
        for part in (self.search, self.kinds):
            lines.addWidget(part)
        lines.addWidget(self.list, 1)
        lines.addWidget(self._count)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(self._detail)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([380, 620])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _name(self, entry: Intervention) -> str:
        return texts_in(entry.texts, self._ctx.practice.language).name

    def _second_line(self, entry: Intervention) -> str:
        regions = ", ".join(words.region_words(region) for region in entry.regions)
        return f"{words.kind_words(entry.kind)} · {regions}"

    def take_focus(self) -> None:
        """Put the keys into the first field."""
        self.search.setFocus()

    def refresh(self) -> None:
        """Show what fits the search and the kind."""
        text, kind = self.search.text().strip(), self.kinds.key()
        entries = self._ctx.library.entries
        if text:
            found = [entries[key] for key in self._ctx.library.index.find(text, 100) if key in entries]
        else:
            found = sorted(entries.values(), key=lambda entry: self._name(entry).casefold())
        shown = [entry for entry in found if not kind or entry.kind.value == kind]
        self.list.set_rows(shown)
        self._count.setText(ngettext("{n} entry", "{n} entries", len(shown)).format(n=len(shown)))
        if text and shown:
            self.list.select(0)

    def _clear(self) -> None:
        empty(self._detail.lines)

    def _show_hint(self) -> None:
        self._clear()
        self._detail.lines.addWidget(
            EmptyState("book", _("Choose an entry"), _("Search with the first letters, then move with the arrow keys."))
        )

    def show_entry(self, entry: Intervention) -> None:
        """Show one entry."""
        self._clear()
        texts = texts_in(entry.texts, self._ctx.practice.language)
        lines = self._detail.lines
        lines.addWidget(label(texts.name, "title", wrap=True))
        lines.addWidget(
            label(" · ".join(part for part in (texts.plain_name, self._second_line(entry)) if part), "muted", wrap=True)
        )
        if entry.figure:
            self._add_pictures(entry)
        if entry.dose is not None:
            self._paragraph(_("Usual dose"), self._dose(entry))
        for title, kinds in _parts():
            self._paragraph(title, "\n".join(texts.of_kind(*kinds)))
        cautions = (*entry.contraindications, *entry.precautions)
        if cautions:
            from painplanner.gui.terms import code_name

            self._paragraph(_("Take care with"), ", ".join(code_name(code) for code in cautions))
        checked = texts.checked_by or _("Not yet checked by a clinician.")
        self._paragraph(_("Who checked the patient's words"), checked)
        self._paragraph(
            _("Sources"), "\n".join(f"[{source.tag.value}] {source.text}" for source in entry.sources), role="minor"
        )
        lines.addStretch(1)

    def _dose(self, entry: Intervention) -> str:
        from painplanner.core.dose_text import dose_line

        return dose_line(entry.dose) if entry.dose is not None else ""

    def _add_pictures(self, entry: Intervention) -> None:
        from painplanner.core.plan import FigureRef
        from painplanner.gui.widgets.figure_view import FigureStrip

        figure = self._ctx.library.figure(FigureRef(id=entry.figure))
        if figure is not None:
            self._detail.lines.addWidget(FigureStrip(figure))

    def _paragraph(self, title: str, text: str, role: str = "body") -> None:
        if text.strip():
            self._detail.lines.addWidget(label(title, "strong"))
            self._detail.lines.addWidget(label(text, role, wrap=True))


def _parts() -> tuple[tuple[str, tuple[LineKind, ...]], ...]:
    return (
        (_("How to do it"), (LineKind.SETUP, LineKind.STEP, LineKind.CUE, LineKind.BREATHING)),
        (_("What it is for"), (LineKind.BENEFIT, LineKind.INFO)),
        (_("Before and after"), (LineKind.PREPARE, LineKind.AFTERCARE)),
        (_("Risks"), (LineKind.RISK,)),
        (_("Safety"), (LineKind.SAFETY, LineKind.CALL)),
    )
