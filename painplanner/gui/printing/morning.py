"""Print the morning: the patients of Today to tick, the papers that each of them gets, and one button.

How it is printed, and what becomes of a jam, is the business of `morning_run`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from painplanner.documents.kind import Reader
from painplanner.documents.registry import kind_of, kinds, usual_ids
from painplanner.gui.context import AppContext
from painplanner.gui.printing.bind import Bind
from painplanner.gui.printing.frame import foot_with, framed, head_with
from painplanner.gui.printing.morning_run import MorningRun
from painplanner.gui.printing.paper_words import no_printer_words
from painplanner.gui.printing.resume import Resume
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import Notice
from painplanner.gui.widgets.fields import Field, choice
from painplanner.gui.widgets.fold import Fold
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.ticks import TickList
from painplanner.gui.widgets.work_row import WorkRow
from painplanner.services.morning import Desk, Wish, warm
from painplanner.text import _, current, ngettext

if TYPE_CHECKING:
    from painplanner.gui.printing.printers import Printers
    from painplanner.store import DueRow
    from painplanner.store.due_list import DueAsk

WAITING = {"print": (), "print-handover": ("handover",)}
"""Rows of Today that wait for papers, with the papers where they are others than those of all."""
MOST = 400
WIDEST = 320
WHOLE = 16777215
"""As wide as the window (`QWIDGETSIZE_MAX`), so that the list begins where title and button do."""
_REMEMBERED = "papers/morning"


class MorningPage(QWidget):
    """Begins with `begin`, what Today shows; `closed` leads back there."""

    closed = Signal()

    def __init__(self, ctx: AppContext, printers: Printers | None = None) -> None:
        """Lay out the page; nobody is offered yet."""
        super().__init__()
        self._ctx = ctx
        self._wishes: dict[str, Wish] = {}
        self._order: tuple[str, ...] = ()
        self.setAccessibleName(_("Print the morning"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.patients = TickList(name=_("Patients"))
        self._all_or_none = (
            button(_("All"), lambda: self._tick(on=True), kind="link", name=_("Tick all patients")),
            button(_("None"), lambda: self._tick(on=False), kind="link", name=_("Tick no patient")),
        )
        self.nobody = label(_("Nobody on this list has a plan."), "muted", wrap=True)
        self.fold = Fold("")
        self.papers = TickList(name=_("Papers for each patient"))
        offered = tuple(kind for kind in kinds() if kind.reader is Reader.PATIENT)
        self.papers.set_options(tuple((kind.id, kind.name(current())) for kind in offered))
        kept = tuple(key for key in ctx.settings.text(_REMEMBERED).split() if key in {kind.id for kind in offered})
        self.papers.set_keys(kept or usual_ids())
        self.bind = Bind(ctx.settings)
        self.notice = Notice("", "consider")
        self.skipped = Notice("", "consider")
        self.who = choice((), name=_("Went wrong at"))
        self.resume = Resume()
        self.resume.setMaximumWidth(WIDEST + 100)
        self.work = WorkRow()
        self.print_button = button("", self.print, kind="primary")
        self.print_button.setMaximumWidth(WIDEST)
        self.run = MorningRun(ctx, self, printers)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self.fold.lines.addWidget(self.papers)
        self.fold.lines.addWidget(self.bind)
        people = QWidget()
        lines = QVBoxLayout(people)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(_("Patients"), "strong"))
        for made in self._all_or_none:
            head.addWidget(made)
        head.addStretch(1)
        lines.addLayout(head)
        lines.addWidget(self.patients)
        lines.addWidget(self.nobody)
        self.resume.add_above(Field(_("Went wrong at"), self.who))
        top = head_with(_("Print the morning"), _("Back to Today"), self.close_page)
        foot = foot_with(self.notice, self.skipped, self.resume, self.work, self.print_button)
        framed(self, top, (self.fold, people), foot, width=WHOLE)

    def _connect(self) -> None:
        self.papers.chosen.connect(self._on_papers_chosen)
        self.patients.chosen.connect(self._show)
        self.work.cancelled.connect(self.run.cancel)
        self.who.activated.connect(lambda _index: self._offer_pages())
        self.resume.wanted.connect(self._on_rest_wanted)
        run = self.run
        run.progressed.connect(self.work.show_work)
        run.progressed.connect(lambda _share, _words: self._follow_run())
        run.over.connect(self._on_over)
        run.failed.connect(self._on_failed)
        run.left.connect(self._on_left)
        run.noted.connect(lambda sentence: self.notice.say(sentence, "consider"))

    # Who is offered

    def begin(self, ask: DueAsk) -> None:
        """Offer the patients of what Today shows; those are ticked for whom papers wait."""
        if self.run.is_busy:
            return
        from painplanner.core.values import replace

        asked = replace(ask, order="what", is_reversed=False, kinds=tuple(WAITING), most=MOST)
        rows = [row for row in self._ctx.store.due_list(asked).rows if row.plan]
        self._wishes = {row.plan: _wish(row) for row in reversed(rows)}  # of several rows the first one counts
        waiting = tuple(row.plan for row in rows if row.kind in WAITING)
        order = self._order = tuple(dict.fromkeys(row.plan for row in rows))
        names = {row.plan: _row_words(row) for row in reversed(rows)}
        self.patients.set_options(tuple((plan, names[plan]) for plan in order))
        self.patients.set_keys(waiting)
        self.nobody.setVisible(not order)
        for part in (self.notice, self.skipped):
            part.say("")
        self.resume.rest()
        self.bind.begin()
        self._show()
        self._ctx.tasks.run(warm, lambda _nothing: None, lane="morning")

    def take_focus(self) -> None:
        """Put the keys onto what prints, or onto the first patient while nobody is ticked."""
        here: QWidget = self.print_button
        if not here.isEnabled() and self._order:
            here = self.patients.box(self._order[0])
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Stay as it is: who is offered was asked for when it began."""

    def forget(self) -> None:
        """Stop, and hold nothing of a practice that is closed."""
        self.run.forget()
        self._wishes, self._order = {}, ()
        self.patients.set_options(())
        for part in (self.notice, self.skipped):
            part.say("")
        self.who.clear()
        self.resume.rest()
        self._show()

    def _tick(self, *, on: bool) -> None:
        self.patients.set_keys(tuple(self._wishes) if on else ())
        self._show()

    def _show(self) -> None:
        """Name what each gets and for how many it prints."""
        ticked = self.papers.keys()
        names = ", ".join(kind_of(kind).name(current()) for kind in ticked)
        self.fold.set_title(_("Each gets: {papers}").format(papers=names or _("nothing")))
        self.bind.setVisible(len(ticked) > 1)
        n = len(self.patients.keys())
        words = ngettext("Print for {n} patient…", "Print for {n} patients…", n).format(n=n) if n else _("Print…")
        self.print_button.setText(words)
        self.print_button.setAccessibleName(words)
        self._follow_run()

    def _follow_run(self) -> None:
        """Take no other wishes while it prints."""
        is_free, keys = (
            not self.run.is_busy,
            self.window().focusWidget(),
        )  # asked of the window: a dialog may be closing
        if not is_free and keys is not None and self.isAncestorOf(keys):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # so that Esc still stops it
        for part in (self.fold, self.patients, *self._all_or_none):
            part.setEnabled(is_free)
        self.print_button.setEnabled(is_free and bool(self.patients.keys()) and bool(self.papers.keys()))

    def _on_papers_chosen(self) -> None:
        self._ctx.settings.remember(_REMEMBERED, " ".join(self.papers.keys()))
        self._show()

    # Printing

    def print(self) -> None:
        """Print for everybody who is ticked, in the order of the list."""
        if not self.run.has_printer():
            self.notice.say(no_printer_words())
            return
        common, ticked = self.papers.keys(), self.patients.keys()
        self.skipped.say("")
        wishes = (self._wishes[plan] for plan in ticked)
        self.run.start([wish._replace(kinds=wish.kinds or common) for wish in wishes], self._desk())
        self._on_begun()

    def _desk(self) -> Desk:
        ctx = self._ctx
        return Desk(ctx.store, ctx.library.value, ctx.today(), ctx.new_id, self.bind.binding())

    def _on_begun(self) -> None:
        if self.run.is_busy:
            self.notice.say("")
            self.resume.rest()
            self._show()

    def _on_rest_wanted(self, page: int) -> None:
        self.run.go_on(int(self.who.currentData() or 0), page)
        self._on_begun()

    def _on_over(self) -> None:
        self._on_left()
        n, left = len(self.run.done), self.run.waiting
        words = ngettext("Printed and kept for {n} patient.", "Printed and kept for {n} patients.", n).format(n=n)
        if left:
            more = ngettext("{n} patient is left.", "{n} patients are left.", left).format(n=left)
            words = f"{words} {more}"
        self.notice.say(words, "consider" if left else "done")
        self._show_result()

    def _on_failed(self, sentence: str) -> None:
        self._on_left()
        self.notice.say(sentence, "stop")
        self._show_result()

    def _on_left(self) -> None:
        self.work.rest()
        self._show()

    def _show_result(self) -> None:
        """Name those who got nothing, and offer to go on after a jam or with who is left."""
        lines = [f"{skipped.wish.name}: {skipped.why}" for skipped in self.run.skipped]
        head = ngettext("{n} patient got nothing:", "{n} patients got nothing:", len(lines)).format(n=len(lines))
        self.skipped.say("\n".join([head, *lines]) if lines else "")
        printed = {done.wish.plan for done in self.run.done}
        ticked = self.patients.keys()
        self.patients.set_keys(tuple(plan for plan in ticked if plan not in printed))
        self._show()
        self.who.clear()
        for place, done in enumerate(self.run.done):
            self.who.addItem(done.wish.name, place)
        if self.run.waiting:
            self.who.addItem(_("Nobody; go on with the rest"), len(self.run.done))
        self.who.setCurrentIndex(self.who.count() - 1)
        if self.who.count():
            self._offer_pages()
            self.resume.offer_more()
        else:
            self.resume.rest()
        if self.window().focusWidget() is self:
            here = self.resume.question if self.resume.question.isVisible() else self.patients
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_pages(self) -> None:
        place, done = int(self.who.currentData() or 0), self.run.done
        self.resume.set_pages(done[place].row.pages if place < len(done) else 0)

    # Leaving

    def close_page(self) -> None:
        """Go back to Today; what is being printed goes on."""
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel what is under way with Esc, or go back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.run.is_busy:
            self.run.cancel()
        else:
            self.close_page()


def _wish(row: DueRow) -> Wish:
    return Wish(row.plan, row.patient_name, WAITING.get(row.kind, ()))


def _row_words(row: DueRow) -> str:
    """Return the patient and why they are on the list."""
    from painplanner.services.words import due_sentence

    return _("{name} · {why}").format(name=row.patient_name, why=due_sentence(row))
