"""What the library knows beside an item: a medicine's reference amounts and the sources, shown and never taken over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from painplanner.core.library import Intervention, MedicineFact
from painplanner.core.values import plain
from painplanner.gui.widgets.labels import label
from painplanner.text import _


class ReferenceAmounts(QFrame):
    """Start, usual range, maximum and length of a trial, each with its source tag; the citation is its tip."""

    def __init__(self) -> None:
        """Lay out the four lines once."""
        super().__init__()
        self.setProperty("role", "reference")
        self._entry: Intervention | None = None
        self.facts: dict[str, QLabel] = {}
        self._names: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(_("For reference only; nothing is filled in."), "small", wrap=True), 0, 0, 1, 2)
        for place, (key, name) in enumerate(_names().items(), 1):
            self._names[key] = label(name, "minor")
            self.facts[key] = label("", "minor", wrap=True)
            grid.addWidget(self._names[key], place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.facts[key], place, 1)
        self.hide()

    def show_entry(self, entry: Intervention | None) -> None:
        """Show the reference of a library entry, or nothing."""
        if entry is self._entry:
            return
        self._entry = entry
        reference = entry.reference if entry is not None else None
        for key in self.facts:
            self._show_fact(key, getattr(reference, key, None))
        self.setVisible(reference is not None)

    def _show_fact(self, key: str, fact: MedicineFact | None) -> None:
        words = fact_words(fact) if fact is not None else ""
        self.facts[key].setText(words)
        self.facts[key].setToolTip("\n".join(s.text for s in fact.sources) if fact is not None else "")
        self.facts[key].setAccessibleName(f"{self._names[key].text()}: {words}")
        for part in (self._names[key], self.facts[key]):
            part.setVisible(bool(words))


def _names() -> dict[str, str]:
    return {"start": _("Start"), "usual": _("Usual"), "maximum": _("Maximum"), "trial": _("Trial")}


def fact_words(fact: MedicineFact) -> str:
    """Write a reference amount with its tags: "100 to 300 mg at night [K]"."""
    number = f"{plain(fact.amount)} {fact.unit}".strip() if fact.amount is not None else ""
    if number and number.split()[0] in fact.text.split():
        number = ""  # the words say it already
    tags = "".join(f"[{tag}]" for tag in dict.fromkeys(source.tag.value for source in fact.sources))
    return " ".join(part for part in (number, fact.text, tags) if part)


def source_lines(entry: Intervention | None) -> str:
    """Write the sources of an entry, one a line, each with its tag."""
    if entry is None:
        return ""
    return "\n".join(f"[{source.tag.value}]  {source.text}" for source in entry.sources)
