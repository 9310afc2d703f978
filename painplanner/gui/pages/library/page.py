"""The library page: it builds and connects finding, list, grid and detail; the open patient is only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from painplanner.core.patient import Patient
from painplanner.gui.context import AppContext
from painplanner.gui.dropped import is_picture_copied
from painplanner.gui.pages.library.detail import EntryDetail
from painplanner.gui.pages.library.find_pane import FindPane
from painplanner.gui.pages.library.finding import Finding
from painplanner.gui.pages.library.keys import LibraryKeys
from painplanner.gui.pages.library.marking import Marking
from painplanner.gui.pages.library.news_bar import NewsBar
from painplanner.gui.pages.library.own_actions import OwnActions
from painplanner.gui.pages.library.own_bar import OwnBar
from painplanner.gui.pages.library.seen import Seen
from painplanner.gui.pages.library.shares import Shares
from painplanner.gui.pages.library.side import Side
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.widgets.tab_order import follow, tab_stops
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store import Store

SHOW_AFTER_MS = 30
"""From pointing to showing: typing and held arrow keys are not slowed down by what they pass."""


class LibraryPage(QWidget):
    """Finding at the left, what was found at the right; `undo_changed` follows what can be undone here."""

    undo_changed = Signal()

    def __init__(self, ctx: AppContext, patients: PatientSession | None = None) -> None:
        """Lay out; nothing is read before the page is shown."""
        super().__init__()
        self._ctx, self._patients = ctx, patients
        self._trail: list[str] = []
        self._is_telling = False
        self._store: Store | None = None
        self.undo_stack = QUndoStack(self)
        self.finding = Finding(ctx, self._patient)
        self.marking = Marking(ctx, self.finding, self.undo_stack, self)
        self.pane = FindPane(ctx, self.finding)
        self.detail = EntryDetail(ctx, self.finding.known_tags)
        self.side = Side(ctx, self.finding, self.detail, self.undo_stack)
        self.own_actions, self.own_bar, self.news_bar = OwnActions(self.detail.head), OwnBar(), NewsBar(ctx)
        self._hide_menu = QMenu(self)
        self._later = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._later.timeout.connect(self._show_pointed)
        self._lay_out()
        self._connect()
        self._connect_own()
        self._add_keys()

    def _patient(self) -> Patient | None:
        return self._patients.patient if self._patients is not None and self._patients.is_open else None

    def _lay_out(self) -> None:
        self.splitter = Shares(self._ctx.settings, self.pane, self.side)
        self.side.setMinimumWidth(380)
        self.pane.add_foot(self.own_bar)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.news_bar)
        outer.addWidget(self.splitter, 1)
        follow((self.pane.list, self.pane.grid, *tab_stops(self.own_bar), *tab_stops(self.detail.head)))
        self._share()

    def _connect(self) -> None:
        pane, detail = self.pane, self.detail
        pane.pointed.connect(lambda _id: self._later.start())
        pane.opened.connect(self._on_opened)
        pane.liked.connect(self.marking.toggle_favourite)
        pane.view_changed.connect(self._share)
        detail.like_wanted.connect(self.marking.toggle_favourite)
        detail.hide_wanted.connect(self._on_hide_wanted)
        detail.tags_changed.connect(self.marking.set_tags)
        detail.jump_wanted.connect(self.jump)
        detail.back_wanted.connect(self.go_back)
        detail.left.connect(pane.take_focus)
        self.marking.marked.connect(self._on_marked)
        self._ctx.news.library_changed.connect(self._on_library_changed)
        self._ctx.news.library_read.connect(self._on_library_changed)
        if self._patients is not None:
            self._patients.changed.connect(lambda _old, _new: self._on_library_changed())

    def _connect_own(self) -> None:
        side, bar = self.side, self.own_bar
        self.detail.shown.connect(self._on_shown)
        self.own_actions.wanted.connect(side.do)
        side.owning.changed.connect(self._on_own_changed)
        side.editing.ended.connect(self._on_own_changed)
        self.detail.usual_wanted.connect(side.set_usual_dose)
        side.thing_wanted.connect(self.show_thing)
        side.currentChanged.connect(lambda _place: self.pane.setVisible(not side.is_wide))
        bar.new_wanted.connect(side.new_entry)
        bar.import_wanted.connect(side.import_pack)
        bar.export_wanted.connect(lambda: side.export())
        self.news_bar.shown_wanted.connect(side.show_news)
        side.news_seen.connect(self.news_bar.take_as_seen)
        side.undo_changed.connect(self.undo_changed)
        self.undo_stack.indexChanged.connect(self._on_step)

    def _add_keys(self) -> None:
        LibraryKeys(
            self,
            self.side,
            of_detail={
                "Ctrl+D": self._like_current,
                "Ctrl+Shift+H": self._hide_current,
                "Ctrl+T": lambda: self.detail.head.tags.line.setFocus(),
                "Ctrl+Return": self._edit_current,
            },
            of_list={
                "Ctrl+Shift+L": self.pane.toggle_view,
                "Alt+Left": self.go_back,
                "Ctrl+Shift+E": self.own_bar.open_kinds,
            },
        )

    # What is shown

    def refresh(self) -> None:
        """Show the library as it is now; called whenever the page comes to the front."""
        if self._store is not self._ctx.store:
            self.forget()
            self._store = self._ctx.store
            self.news_bar.tell_later()
        self.finding.forget()
        self.pane.renew()
        self._show(self.detail.subject)

    def forget(self) -> None:
        """Let go of everything that belongs to a practice, before it is closed."""
        self.news_bar.forget()
        self.side.begin_anew()
        self.undo_stack.clear()
        self._trail.clear()
        self.pane.forget()
        self._later.stop()
        self.detail.show_nothing()
        self.finding.forget()

    def take_focus(self) -> None:
        """Put the keys into the search, or onto the picture that is worked on, which has all the room."""
        if self.side.is_wide:
            self.side.take_focus()
        else:
            self.pane.take_focus()

    def show_thing(self, thing_id: str) -> None:
        """Show an entry or a template, chosen in the list where it is in sight."""
        self._trail.clear()
        self._go(thing_id)

    def jump(self, thing_id: str) -> None:
        """Follow a link, with the way back."""
        if self.finding.thing(thing_id) is None:
            return
        if self.detail.subject:
            self._trail.append(self.detail.subject)
        self._go(thing_id)

    def go_back(self) -> None:
        """Show what was shown before the last link."""
        if self._trail:
            self._go(self._trail.pop())

    def _go(self, thing_id: str) -> None:
        if not self.side.leave():
            return
        self.pane.point_to(thing_id)
        self._later.stop()
        self._show(thing_id)

    def _show_pointed(self) -> None:
        pointed = self.pane.current_id()
        if pointed and pointed != self.detail.subject:
            if self.side.leave():
                self._trail.clear()
                self._show(pointed)
        elif not pointed and not self._trail:
            self.detail.show_nothing()

    def _show(self, thing_id: str) -> None:
        seen = self.finding.seen(thing_id) if thing_id else None
        if seen is None:
            self.detail.show_nothing()
            return
        before = self.finding.thing(self._trail[-1]) if self._trail else None
        self.detail.head.show_back(self.finding.name(before) if before is not None else "")
        self.detail.show_seen(seen)

    def _on_opened(self, thing_id: str) -> None:
        self._later.stop()
        if not self.side.leave():
            return
        if thing_id != self.detail.subject:
            self._trail.clear()
            self._show(thing_id)
        self.detail.take_focus()

    # What is one's own

    @property
    def takes_picture(self) -> bool:
        """Tell whether a picture was copied that can be pasted here."""
        return self.side.takes_pictures and is_picture_copied()

    def paste_picture(self) -> bool:
        """Paste a picture; tell whether there was one."""
        return self.side.paste_picture()

    @property
    def shown_stack(self) -> QUndoStack:
        """Return what Undo takes back: edits of the entry that is open, else the steps of the page."""
        return self.side.undo_stack

    def _on_step(self, _place: int) -> None:
        self.undo_changed.emit()

    def _on_shown(self, seen: Seen) -> None:
        self.own_actions.show_seen(seen, self.finding.how_it_stands(seen.thing.id))

    def _edit_current(self) -> None:
        if self.side.is_detail and self.detail.subject in self._ctx.library.entries:
            self.side.edit(self.detail.subject)

    def _on_own_changed(self, thing_id: str) -> None:
        """Find anew, and show what changed, or what was shown before where it is gone."""
        self.finding.forget()
        self.pane.renew()
        shown = thing_id if thing_id and self.finding.thing(thing_id) is not None else self.detail.subject
        self.pane.point_to(shown)
        self._later.stop()
        self._show(shown)
        self._tell()

    def _tell(self) -> None:
        """Tell the other pages that the library changed."""
        self._is_telling = True
        self._ctx.news.library_changed.emit()
        self._is_telling = False

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the other pages know what was edited so far."""
        super().hideEvent(event)
        if self.side.drawing.is_open:
            self.side.drawing.keep()
        if self.side.editing.is_open and self.side.editing.session.save():
            self._tell()

    # Marks

    def _like_current(self) -> None:
        if self.detail.subject:
            self.marking.toggle_favourite(self.detail.subject)

    def _hide_current(self) -> None:
        if self.detail.subject:
            self.marking.toggle_hidden(self.detail.subject)

    def _on_hide_wanted(self, thing_id: str) -> None:
        """Offer an entry again, or ask for whom it is to be hidden."""
        if thing_id in self.finding.own.hidden:
            self.marking.toggle_hidden(thing_id)
            return
        under = self.detail.head.hide_button
        self.offer_hiding(thing_id).popup(under.mapToGlobal(under.rect().bottomLeft()))

    def offer_hiding(self, thing_id: str) -> QMenu:
        """Return the menu that asks for whom."""
        menu, hide = self._hide_menu, self.marking.toggle_hidden
        menu.clear()
        menu.addAction(_("Hide for me"), lambda: hide(thing_id))
        menu.addAction(_("Hide for everyone in the practice"), lambda: hide(thing_id, for_everyone=True))
        return menu

    def _on_marked(self, thing_id: str, others_too: bool) -> None:
        """Show a mark where it stands; the list is found anew only where it may hold others now."""
        if others_too:
            self.pane.renew()
        else:
            self.pane.renew_row(thing_id)
        if self.detail.subject:
            self.pane.point_to(self.detail.subject)
        self._later.stop()
        self._show(self.detail.subject)
        self._tell()

    def _on_library_changed(self) -> None:
        """Read anew: at once where the page is in sight, else when it comes to the front."""
        if not self._is_telling:
            self.finding.forget()
            if self.isVisible():
                self.refresh()

    # Sizes and keys

    def _share(self) -> None:
        self.splitter.share(self.pane.view, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew until a person has chosen."""
        super().resizeEvent(event)
        if not self.splitter.is_chosen:
            self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let letters typed anywhere go to the search, and Esc come back to it."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.text() and event.text().isprintable() and not held:
            self.pane.begin(event.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.pane.take_focus()
        else:
            super().keyPressEvent(event)
