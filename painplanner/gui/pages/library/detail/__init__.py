"""The detail: a widget that takes an entry or a template as it is seen, and shows it; what is wanted it only says.

Its head carries a row of actions that others may add to. Editing is not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from painplanner.core.library import Intervention, Template
from painplanner.core.plan import FigureRef, texts_in
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library.detail import sections
from painplanner.gui.pages.library.detail.head import DetailHead
from painplanner.gui.pages.library.detail.template import template_sections
from painplanner.gui.pages.library.detail.usual_dose import UsualDose, may_have_usual
from painplanner.gui.pages.library.seen import Seen
from painplanner.gui.widgets.cards import Column, EmptyState
from painplanner.gui.widgets.explaining_view import ExplainingView
from painplanner.gui.widgets.tab_order import follow, tab_stops
from painplanner.services.explaining import picture_of
from painplanner.text import _

WIDTH = 940


class EntryDetail(QWidget):
    """Shows one thing of the library; every signal but `left` is a wish about it."""

    like_wanted = Signal(str)
    hide_wanted = Signal(str)
    jump_wanted = Signal(str)
    back_wanted = Signal()
    tags_changed = Signal(str, tuple)
    usual_wanted = Signal(str, object)
    shown = Signal(object)
    left = Signal()

    def __init__(self, ctx: AppContext, known_tags: Callable[[], tuple[str, ...]]) -> None:
        """Show a hint until something is chosen."""
        super().__init__()
        self._ctx = ctx
        self.seen: Seen | None = None
        self.head = DetailHead(known_tags)
        self.head.like_wanted.connect(lambda: self._say(self.like_wanted))
        self.head.hide_wanted.connect(lambda: self._say(self.hide_wanted))
        self.head.back_wanted.connect(self.back_wanted)
        self.head.tags_changed.connect(self._on_tags_changed)
        self.body = Column(width=WIDTH)
        self.body.setProperty("ring", True)
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.setAccessibleName(_("Details"))
        self._hint = EmptyState(
            "book", _("Nothing is chosen"), _("Type the first letters of a name, then move with the arrow keys.")
        )
        whole = QWidget()
        lines = QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        lines.addWidget(self.body, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(whole)

    @property
    def subject(self) -> str:
        """Return the id of what is shown, nothing while there is a hint."""
        return self.seen.thing.id if self.seen is not None else ""

    def show_nothing(self) -> None:
        """Show the hint."""
        self.seen = None
        self._stack.setCurrentIndex(0)

    def show_seen(self, seen: Seen) -> None:
        """Show an entry or a template; the same one stays where it was scrolled to."""
        is_same = seen.thing.id == self.subject
        if seen == self.seen:
            return
        before, self.seen = self.seen, seen
        self.head.show_seen(seen)
        if before is None or (before.thing, before.marks.usual, before.misfit, before.fits) != (
            seen.thing,
            seen.marks.usual,
            seen.misfit,
            seen.fits,
        ):
            self._fill(seen, keep_place=is_same)
        self._stack.setCurrentIndex(1)
        self.shown.emit(seen)

    def _fill(self, seen: Seen, *, keep_place: bool) -> None:
        place = self.body.verticalScrollBar().value() if keep_place else 0
        had_keys = keep_place and self.body.isAncestorOf(QApplication.focusWidget() or self)
        canvas = _canvas(self._parts(seen))
        self.body.setWidget(canvas)  # the one before is deleted
        follow((*tab_stops(self.head), self.body, *tab_stops(canvas)))
        self.body.verticalScrollBar().setValue(place)
        if had_keys:
            self.body.setFocus()

    def _parts(self, seen: Seen) -> Iterator[QWidget | None]:
        thing = seen.thing
        explaining = picture_of(thing.id)
        view = ExplainingView(explaining, seen.language) if explaining is not None else None
        if isinstance(thing, Template):
            yield view
            yield from template_sections(seen, thing, self._ctx.library.value, self._ctx.today(), self.jump_wanted.emit)
        else:
            yield from self._entry_parts(seen, thing, view)
        more = explaining.sources if explaining is not None else ()
        yield sections.source_list(tuple(dict.fromkeys((*thing.sources, *more))))

    def _entry_parts(
        self, seen: Seen, entry: Intervention, explaining: ExplainingView | None
    ) -> Iterator[QWidget | None]:
        figure = self._ctx.library.figure(FigureRef(id=entry.figure)) if entry.figure else None
        yield sections.misfit_notice(seen)
        yield explaining
        yield sections.pictures(entry, figure, self._ctx.library.photos(figure))
        yield sections.at_a_glance(seen, entry, self._name, self.jump_wanted.emit, self._usual_dose(seen, entry))
        yield sections.reference_amounts(entry)
        yield sections.cautions(entry)
        yield sections.patient_text(seen)

    def _usual_dose(self, seen: Seen, entry: Intervention) -> UsualDose | None:
        if not may_have_usual(entry):
            return None
        made = UsualDose(entry, seen.marks.usual)
        made.wanted.connect(lambda dose: self.usual_wanted.emit(entry.id, dose))
        return made

    def _name(self, entry_id: str) -> str:
        """Return the name of another entry, nothing when there is none of this id."""
        entry = self._ctx.library.entries.get(entry_id)
        return texts_in(entry.texts, self._ctx.practice.language).name if entry is not None else ""

    def _say(self, wish: SignalInstance) -> None:
        if self.subject:
            wish.emit(self.subject)

    def _on_tags_changed(self, tags: tuple[str, ...]) -> None:
        if self.subject:
            self.tags_changed.emit(self.subject, tags)

    def take_focus(self) -> None:
        """Take the keys: the arrows scroll, Tab goes through the links."""
        self.body.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _canvas(parts: Iterator[QWidget | None]) -> QWidget:
    """Set the parts below one another, at most so wide."""
    canvas = QWidget()
    canvas.setProperty("role", "canvas")
    row = QHBoxLayout(canvas)
    row.setContentsMargins(20, 16, 20, 20)
    inner = QWidget()
    inner.setMaximumWidth(WIDTH)
    inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    lines = QVBoxLayout(inner)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(12)
    for part in parts:
        if part is not None:
            lines.addWidget(part)
    lines.addStretch(1)
    row.addWidget(inner, 100, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    return canvas
