"""Finding in the library: the search that keeps the keys, filters, and what was found as a list or a grid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from painplanner.core.shelf import Filters
from painplanner.gui.context import AppContext
from painplanner.gui.pages.library.filters import FilterBar
from painplanner.gui.pages.library.finding import Finding, Finds, count_words
from painplanner.gui.pages.library.grid import EntryGrid
from painplanner.gui.pages.library.list import EntryList
from painplanner.gui.pages.library.rows import FoundModel
from painplanner.gui.pages.library.view import FoundView
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.cards import EmptyState
from painplanner.gui.widgets.fields import SearchField
from painplanner.gui.widgets.labels import label
from painplanner.gui.widgets.segmented import Segmented
from painplanner.text import _

LIST, GRID = "list", "grid"
ENTRIES, TEMPLATES = "entries", "templates"
MOST_AT_ONCE = 300
"""How many are shown with each letter; the rest follows when the fingers rest."""
REST_AFTER_MS = 150


class FindPane(QFrame):
    """`pointed` carries what is chosen, `opened` what was asked for with Enter or a double click."""

    pointed = Signal(str)
    opened = Signal(str)
    liked = Signal(str)
    view_changed = Signal()

    def __init__(self, ctx: AppContext, finding: Finding) -> None:
        """Lay out; nothing is found before `renew`."""
        super().__init__()
        self.setProperty("role", "side")
        self._ctx, self._finding = ctx, finding
        self.scope = Segmented(((ENTRIES, _("Entries")), (TEMPLATES, _("Templates"))), ENTRIES, name=_("Show"))
        self.search = SearchField(_("Search the library"))
        self.filters = FilterBar()
        self.count = label("", "small")
        self.clear_link = button(_("Clear all"), self._clear, kind="link", tip=_("Take words and filters back (Esc)"))
        self.remark = label("", "small", wrap=True)
        self.look = Segmented(((LIST, _("List")), (GRID, _("Grid"))), self._remembered(), name=_("View"))
        self.found = FoundModel(finding.row, self)
        thumbnails = self._thumbnails = Thumbnails(ctx, self)
        self.list = EntryList(self.found, ctx.theme, thumbnails)
        self.grid = EntryGrid(self.found, ctx.theme, thumbnails)
        self.grid.setSelectionModel(self.list.selectionModel())
        self._total = 0
        self._shown_for = Filters()
        self._rest = QTimer(self, singleShot=True, interval=REST_AFTER_MS)
        self._rest.timeout.connect(self._add_rest)
        self._empty = EmptyState("search", _("Nothing is found"), "", _("Clear all"), self._clear)
        self._views = QStackedWidget()
        self._lay_out()
        self._connect()
        self.search.show_sign()
        self.filters.show_more(on=ctx.settings.text("library/more") == "on")

    def _lay_out(self) -> None:
        for page in (self.list, self.grid, self._empty):
            self._views.addWidget(page)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 12, 12, 8)
        lines.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(label(_("Library"), "title"))
        top.addStretch(1)
        top.addWidget(self.scope)
        lines.addLayout(top)
        lines.addWidget(self.search)
        lines.addWidget(self.filters)
        below = QHBoxLayout()
        below.addWidget(self.count)
        below.addWidget(self.clear_link)
        below.addStretch(1)
        below.addWidget(self.look)
        lines.addLayout(below)
        lines.addWidget(self.remark)
        lines.addWidget(self._views, 1)
        self.look.setToolTip(_("List or grid (Ctrl+Shift+L)"))
        self.setMinimumWidth(300)

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.searched.connect(lambda _text: self.find())
        self.scope.chosen.connect(self._on_scope)
        self.filters.changed.connect(self.find)
        self.filters.left.connect(self.take_focus)
        self.filters.more_shown.connect(lambda on: self._ctx.settings.remember("library/more", "on" if on else ""))
        self.look.chosen.connect(self._on_view)
        for view in (self.list, self.grid):
            view.opened.connect(self.opened)
            view.liked.connect(self.liked)
            view.left.connect(self.take_focus)
            view.doubleClicked.connect(lambda _index: self.opened.emit(self.current_id()))
        self.list.selectionModel().currentChanged.connect(lambda *_: self.pointed.emit(self.current_id()))

    def add_foot(self, foot: QWidget) -> None:
        """Set something below the list."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(foot)

    # What is found

    @property
    def is_templates(self) -> bool:
        """Tell whether templates are looked for."""
        return self.scope.key() == TEMPLATES

    def renew(self) -> None:
        """Take choices and patient anew, and find again; what is chosen stays where it still is."""
        patient = self._finding.patient
        self.filters.offer_patient(patient.name if patient is not None and not self.is_templates else "")
        self.filters.set_choices(self._finding.choices(templates=self.is_templates))
        for view in (self.list, self.grid):
            view.show_reasons(on=patient is not None and not self.is_templates)
        self._show(keep=True)

    def forget(self) -> None:
        """Show nothing any more, and ask for nothing."""
        self._rest.stop()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.filters.reset()
        self.found.set_ids((), anew=True)
        self._thumbnails.forget()

    def renew_row(self, thing_id: str) -> None:
        """Show the marks of one row."""
        self.found.renew(thing_id)

    def find(self) -> None:
        """Find what was asked for; the best hit is chosen."""
        self._show(keep=False)

    def _show(self, *, keep: bool) -> None:
        before = self.current_id()
        finds = self._found(MOST_AT_ONCE)
        self.found.set_ids(finds.ids, anew=keep)
        self._say(finds)
        self._rest.start() if finds.total > len(finds.ids) else self._rest.stop()
        if keep and before and self.found.place_of(before) < 0:
            self.show_rest()
        is_asked = bool(self.search.text().strip()) or self.filters.is_on
        place = self.found.place_of(before) if keep else -1
        if place >= 0:
            self.shown_view.choose(place)
        elif is_asked and not keep:
            self.shown_view.choose(0)
        self._show_view()
        if not finds.ids:
            self.pointed.emit("")

    def asked(self) -> Filters:
        """Return what search and chips say now."""
        return self.filters.filters(self.search.text().strip())

    @property
    def is_up_to_date(self) -> bool:
        """Tell whether what is shown has followed the fingers."""
        return self._shown_for == self.asked()

    def _found(self, limit: int) -> Finds:
        asked = self._shown_for = self.asked()
        return self._finding.templates(asked) if self.is_templates else self._finding.entries(asked, limit)

    def show_rest(self) -> None:
        """Show what was found beyond the first ones, which alone follow each letter."""
        if self._rest.isActive():
            self._rest.stop()
            self._add_rest()

    def _add_rest(self) -> None:
        shown = len(self.found.ids)
        self.found.add_ids(self._found(self._total).ids[shown:])

    def _say(self, finds: Finds) -> None:
        self._total = finds.total
        self.count.setText(count_words(finds.total, templates=self.is_templates))
        self.clear_link.setVisible(self.filters.is_on)
        self.remark.setText(finds.remark)
        self.remark.setVisible(bool(finds.remark))
        self._empty.sentence.setText(self._why_nothing())

    def _why_nothing(self) -> str:
        """Return what to do where nothing is found."""
        if not self.filters.is_on:
            return _("Try the first letters of another word.")
        if self.search.text().strip():
            return _("Nothing fits both the words and the filters.")
        if self.is_templates and self.filters.switches["own_only"].isChecked():
            return _("Save a plan as a template (menu Plan), and it stands here.")
        return _("Nothing passes all of these filters.")

    # Where it is shown

    def _remembered(self) -> str:
        return GRID if self._ctx.settings.text("library/view") == GRID else LIST

    @property
    def view(self) -> str:
        """Return "list" or "grid"."""
        return self.look.key()

    @property
    def shown_view(self) -> FoundView:
        """Return the list or the grid."""
        return self.grid if self.view == GRID else self.list

    def _on_view(self, _key: str) -> None:
        self._ctx.settings.remember("library/view", GRID if self.view == GRID else "")
        self._show_view()
        self.shown_view.scrollTo(self.shown_view.currentIndex())
        self.view_changed.emit()

    def toggle_view(self) -> None:
        """Change between list and grid."""
        self.look.set_key(LIST if self.view == GRID else GRID)
        self._on_view(self.view)

    def _show_view(self) -> None:
        self._views.setCurrentWidget(self.shown_view if self.found.ids else self._empty)

    def _on_scope(self, _key: str) -> None:
        self.renew()
        self.shown_view.choose(0)
        self.take_focus()

    def current_id(self) -> str:
        """Return what is chosen, nothing when there is nothing."""
        return self.list.current_id()

    def point_to(self, thing_id: str) -> None:
        """Choose an entry or a template where it is in sight."""
        if self.found.place_of(thing_id) < 0:
            self.show_rest()
        place = self.found.place_of(thing_id)
        if place >= 0:
            self.shown_view.choose(place)
        else:
            self.list.selectionModel().clear()

    # Keys

    def take_focus(self) -> None:
        """Put the keys into the search."""
        self.search.setFocus()
        self.search.selectAll()

    def begin(self, letters: str) -> None:
        """Take letters that were typed elsewhere."""
        self.search.setFocus()
        self.search.selectAll()
        self.search.insert(letters)

    def _clear(self) -> None:
        self.search.clear()
        self.filters.clear()
        self.take_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the search move in what was found, open it and take back what was asked, while it keeps the keys."""
        if watched is self.search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _pressed(self, key: Qt.Key) -> bool:
        view = self.shown_view
        steps = {
            Qt.Key.Key_Up: -view.across(),
            Qt.Key.Key_Down: view.across() if self.current_id() else 0,
            Qt.Key.Key_PageUp: -view.page(),
            Qt.Key.Key_PageDown: view.page(),
        }
        if not self.search.text() and view is self.grid:
            steps |= {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in steps:
            self._catch_up()
            self.show_rest()
            view.step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._catch_up()
            if self.current_id():
                self.opened.emit(self.current_id())
        elif key == Qt.Key.Key_Escape:
            self._take_back()
        elif key == Qt.Key.Key_Backspace and not self.search.text():
            return self.filters.drop_last()
        else:
            return False
        return True

    def _catch_up(self) -> None:
        """Find now where a key came before the list had followed the fingers."""
        if not self.is_up_to_date:
            self.find()

    def _take_back(self) -> None:
        """Empty the search, then the filters."""
        if self.search.text():
            self.search.clear()
        else:
            self.filters.clear()
