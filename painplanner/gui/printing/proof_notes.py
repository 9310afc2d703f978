"""What was found in the ticked papers before they are printed: what their language or fonts lack, and how they read.

Worked out beside the window shortly after each change; nothing here stands in the way of printing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from painplanner.core.values import Impossible
from painplanner.documents.registry import kind_of
from painplanner.errors import KnownError
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.fold import Fold
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.layouts import empty
from painplanner.text import _, current, ngettext

if TYPE_CHECKING:
    from painplanner.documents.request import Request
    from painplanner.gui.context import AppContext
    from painplanner.gui.printing.handing_out import Order
    from painplanner.gui.session import PlanSession
    from painplanner.gui.tasks import Ticket
    from painplanner.services.languages import Gap
    from painplanner.services.proofs import Proof

LANE = "proof"
REST_MS = 300
"""A pause in changes, after which papers are read anew."""
MOST_GAPS = 3
"""So many gaps are named each; the rest is counted."""


class Untranslated(Notice):
    """The first of what would print in another language, each with the way to it, and how many more there are."""

    def __init__(self, gaps: tuple[Gap, ...], select: Callable[[str], object]) -> None:
        """Name them; `select` shows a part of the plan."""
        super().__init__(_("Not translated yet, so it prints in another language:"), "consider", is_stacked=True)
        self._lines.setSpacing(4)
        self.words.setProperty("role", "strong")
        self.gaps = gaps
        self.ways: list[QPushButton] = []
        for gap in gaps[:MOST_GAPS]:
            self._lines.addLayout(self._row(gap, select))
        more = len(gaps) - MOST_GAPS
        if more > 0:
            self._lines.addWidget(label(ngettext("and {n} more", "and {n} more", more).format(n=more)))
        if self.ways:
            self.button = self.ways[0]

    def _row(self, gap: Gap, select: Callable[[str], object]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label(gap.words, wrap=True), 1)
        if gap.subject:
            name = _("Show in the plan: {what}").format(what=gap.words)
            way = button(_("Show"), partial(select, gap.subject), kind="link", name=name)
            self.ways.append(way)
            row.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @property
    def text(self) -> str:
        """Return all that it says."""
        return " ".join((super().text, *(gap.words for gap in self.gaps[:MOST_GAPS])))


class ProofNotes(QWidget):
    """Shows nothing until papers were read. What is to be seen first is in `above`, to be put over the papers."""

    changed = Signal()

    def __init__(self, session: PlanSession, ctx: AppContext, planned: Callable[[], Order | None]) -> None:
        """Begin with nothing; `planned` returns what would be printed as things stand."""
        super().__init__()
        self._session, self._ctx, self._planned = session, ctx, planned
        self._read_for: tuple[Request, tuple[str, ...]] | None = None
        self._ticket: Ticket | None = None
        self.notices: tuple[Notice, ...] = ()
        self.above = QWidget()
        self._lines = QVBoxLayout(self.above)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.above.hide()
        self.fold = Fold("")
        self.fold.lines.setSpacing(4)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.fold)
        self.fold.hide()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._read)

    def soon(self) -> None:
        """Read the papers anew once changes rest."""
        self._rest.start()

    def drop(self) -> None:
        """Give up what is under way."""
        self._rest.stop()
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    @property
    def is_waiting(self) -> bool:
        """Tell whether papers are about to be read or under way."""
        return self._rest.isActive() or self._ticket is not None

    def _read(self) -> None:
        from painplanner.services.proofs import proofs

        try:
            order = self._planned()
        except (KnownError, Impossible) as error:
            self._on_failed(error)
            return
        asked = (order.request, order.kinds) if order is not None else None
        if asked == self._read_for:
            return
        self.drop()
        self._read_for = asked
        if asked is None:
            self._show(())
        else:
            self._ticket = self._ctx.tasks.run(partial(proofs, *asked), self._show, self._on_failed, lane=LANE)

    def _on_failed(self, _error: Exception) -> None:
        """Say nothing: what keeps a paper from being made is said where it is made."""
        self._ticket, self._read_for = None, None
        self._show(())

    def _show(self, found: tuple[Proof, ...]) -> None:
        self._ticket = None
        empty(self._lines)
        self.notices = tuple(self._notices(found))
        for notice in self.notices:
            self._lines.addWidget(notice)
        self.above.setVisible(bool(self.notices))
        self._show_reading(found)
        self.changed.emit()

    def _notices(self, found: tuple[Proof, ...]) -> Iterable[Notice]:
        """Yield what would print in another language, and what no font has."""
        gaps = tuple(dict.fromkeys(gap for proof in found for gap in proof.gaps))
        if gaps:
            yield Untranslated(gaps, self._session.select)
        for words in dict.fromkeys(one.words for proof in found for one in proof.unprintable):
            yield Notice(words, "consider")
        for proof in found:
            if proof.check is not None and proof.check.is_too_hard:
                yield Notice(_too_hard_words(proof.kind), "consider")

    def _show_reading(self, found: tuple[Proof, ...]) -> None:
        """Fill the fold: a line for each paper, then what its author could do better."""
        from painplanner.services.words.document_check import SOURCES, check_line, faults

        empty(self.fold.lines)
        checks = [(proof.kind, proof.check) for proof in found if proof.check is not None]
        count = 0
        for kind, check in checks:
            named = _("{paper}: {check}").format(paper=kind_of(kind).name(current()), check=check_line(check))
            self.fold.lines.addWidget(label(named, wrap=True))
            for fault in faults(check):
                count += 1
                self.fold.lines.addWidget(label(fault, "consider", wrap=True))
        source = _("What a program can check of: {sources}").format(sources=SOURCES)
        self.fold.lines.addWidget(label(source, "small", wrap=True))
        self.fold.set_title(_reading_title(count))
        self.fold.setVisible(bool(checks))


def _too_hard_words(kind: str) -> str:
    words = _("{paper}: too hard to read for many patients. Shorten words and sentences before it is handed out.")
    return words.format(paper=kind_of(kind).name(current()))


def _reading_title(count: int) -> str:
    """Return how many things could be better."""
    if not count:
        return _("Plain language: nothing found")
    return ngettext("Plain language: {n} hint", "Plain language: {n} hints", count).format(n=count)
