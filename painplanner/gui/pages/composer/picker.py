"""Finding what to add: search as you type, filters, favourites; Enter adds and the search stays for the next one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from painplanner.core.levels import levels_of, read_levels
from painplanner.core.library import Intervention, Template
from painplanner.core.plan import FigureRef, Plan, items_of, texts_in
from painplanner.core.shelf import Filters, Found, Shelf, Shown, named_templates
from painplanner.gui.context import AppContext
from painplanner.gui.pages.composer.entry_list import EntryRow, EntryRows, EntryView
from painplanner.gui.pages.composer.filter_row import FilterRow
from painplanner.gui.session import PlanSession
from painplanner.gui.thumbnails import Thumbnails
from painplanner.gui.widgets.buttons import button
from painplanner.gui.widgets.fields import SearchField
from painplanner.gui.widgets.labels import label
from painplanner.services import words
from painplanner.text import _, ngettext


class Picker(QFrame):
    """Search, filters and the list; it names what to add and adds nothing itself.

    `add_wanted` carries the entry, whether it begins a new step, and the level of the spine that was typed with it.
    """

    add_wanted = Signal(str, bool, str)
    template_wanted = Signal(str)
    left = Signal()

    def __init__(self, session: PlanSession, ctx: AppContext, thumbnails: Thumbnails) -> None:
        """Lay out search, chips and list."""
        super().__init__()
        self.setProperty("role", "find")
        self._session, self._ctx = session, ctx
        self._shelf: Shelf | None = None
        self._doses: dict[str, str] = {}
        self._used: frozenset[str] = frozenset()
        self._shown_for = Filters()
        self.search = SearchField(_("Add from the library"))
        self.search.installEventFilter(self)
        self.search.searched.connect(lambda _text: self._show(first=True))
        self.filter_row = FilterRow(lambda: self.shelf.facets())
        self.filter_row.changed.connect(lambda: self._show(first=True))
        self.templates = button(_("Templates"), self._open_templates, kind="link", tip=_("Add the steps of a template"))
        self._menu = QMenu(self)
        self.list = EntryView(ctx, thumbnails)
        self.list.added.connect(self._on_added)
        self.list.liked.connect(self.toggle_favourite)
        self.remark = label("", "small", wrap=True)
        self._keys = label(_("Enter adds, Esc leaves"), "small")
        self._keys.setToolTip(
            _("Enter adds to the selected step, Ctrl+Enter as a new step, Ctrl+D is a favourite, Esc goes to the plan")
        )
        self._lay_out()
        self._connect()
        if session.is_open:
            self.renew()

    def _connect(self) -> None:
        self._session.plan_changed.connect(self._on_plan_changed)
        self._ctx.news.library_changed.connect(self.renew)
        self._ctx.news.library_read.connect(self._on_library_read)
        self._ctx.news.patient_changed.connect(lambda _id: self._on_library_read())  # the session heard it before
        self._ctx.theme.changed.connect(self._on_theme_changed)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 12, 12, 6)
        lines.setSpacing(8)
        lines.addWidget(self.search)
        lines.addWidget(self.filter_row)
        lines.addWidget(self.list, 1)
        lines.addWidget(self.remark)
        foot = QHBoxLayout()
        foot.addWidget(self.templates)
        foot.addStretch(1)
        foot.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(foot)
        self.search.show_sign()

    # What is offered

    def renew(self) -> None:
        """Read library and habits anew."""
        self._shelf = None
        self._doses.clear()
        if self._session.is_open:
            self.filter_row.renew()
            self._show(first=True)

    @property
    def shelf(self) -> Shelf:
        """Return the library in the light of the open plan, read on first use."""
        if self._shelf is None:
            patient, plan = self._session.patient, self._session.plan
            self._shelf = self._ctx.shelf(patient=patient, region=plan.region)
            if not self._doses:
                self._doses = {one: words.dose_shown(dose) for one, dose in self._ctx.store.usual_doses().items()}
        return self._shelf

    def filters(self) -> Filters:
        """Return what search and chips say."""
        return self.filter_row.filters(self.search.text())

    def _show(self, *, first: bool) -> None:
        if not self._session.is_open:
            return
        filters = self._shown_for = self.filters()
        self._used = _sources(self._session.plan)
        shown = self.shelf.look(filters)
        templates = () if filters.is_narrow else self._templates(filters.text)
        rows = EntryRows(*self._rows(shown, templates))
        self.list.show_rows(rows, first=first)
        said = self._hint(filters, shown, len(rows))
        self.remark.setText(said)
        self.remark.setVisible(bool(said))

    def _templates(self, text: str) -> tuple[Template, ...]:
        return named_templates(self._ctx.library.offered_templates, text, self._ctx.practice.language)

    def _rows(self, shown: Shown, templates: tuple[Template, ...]) -> tuple[tuple[str, ...], Callable[[int], EntryRow]]:
        """Return ids and what makes their rows: entries first, templates before those that hold some words only."""
        things: tuple[Found | Template, ...] = (*shown.found, *templates)
        if shown.is_partial:
            things = (*templates, *shown.found)

        def make(place: int) -> EntryRow:
            thing = things[place]
            return self._template_row(thing) if isinstance(thing, Template) else self._row(thing)

        return tuple(thing.id for thing in things), make

    def _row(self, found: Found) -> EntryRow:
        entry = self._ctx.library.entries[found.id]
        if entry.id not in self._doses:
            self._doses[entry.id] = words.dose_words(entry, entry.dose)
        fitness = found.fitness
        return EntryRow(
            id=entry.id,
            name=self.shelf.name(entry.id),
            dose=self._doses[entry.id] or words.kind_words(entry.kind),
            kind=entry.kind.value,
            figure=self._figure(entry),
            is_liked=entry.id in self.shelf.habits.favourites,
            is_in_plan=entry.id in self._used,
            reason=words.fitness_sentence(fitness),
            short=words.fitness_short(fitness),
            is_grey=bool(fitness.against),
            has_dose=bool(self._doses[entry.id]),
        )

    def _template_row(self, template: Template) -> EntryRow:
        steps = len(template.steps)
        return EntryRow(
            id=template.id,
            name=texts_in(template.texts, self._ctx.practice.language).name,
            dose=ngettext("Template, {n} step", "Template, {n} steps", steps).format(n=steps),
            kind="template",
            figure=None,
            is_liked=False,
            is_in_plan=False,
            is_template=True,
        )

    def _figure(self, entry: Intervention) -> FigureRef | None:
        figures = self._ctx.library.value.figures
        return FigureRef(id=entry.figure, sha256=figures[entry.figure]) if entry.figure in figures else None

    def _hint(self, filters: Filters, shown: Shown, count: int) -> str:
        """Return what is to be known of what was found, and of what was not."""
        waiting = words.waiting_sentence(shown.waiting, shown.questions)
        if not count:
            return " ".join(part for part in (self._nothing(filters), waiting) if part)
        if waiting:
            return waiting
        if shown.is_partial and shown.found:
            return _("No entry has all of these words. Those with the most telling ones are shown.")
        return ""

    def _nothing(self, filters: Filters) -> str:
        if filters.text and filters.is_narrow:
            return _("Nothing fits both the words and the filters. Esc takes the filters back.")
        return _("Nothing is found. Try the first letters of another word.") if filters.text else _("Nothing fits.")

    def _forget(self) -> None:
        """Let go of what belongs to a plan and its practice; the next one begins without filters."""
        self._shelf = None
        self._doses.clear()
        self.filter_row.take_back()
        self.list.show_rows(EntryRows(), first=True)

    def _on_library_read(self) -> None:
        """Show what could not be found before, and leave the choice where it is."""
        self._shelf = None
        if self._session.is_open:
            self.filter_row.renew()
            self._show(first=False)

    def _on_plan_changed(self, old: Plan | None, new: Plan | None) -> None:
        if new is None:
            self._forget()
        elif old is None:
            self.search.clear()
            self.renew()
        elif (old.steps is not new.steps and _sources(new) != self._used) or old.region is not new.region:
            self._shelf = None if old.region is not new.region else self._shelf  # another region is another order
            self._show(first=old.region is not new.region)

    # Adding

    def _on_added(self, entry_id: str, as_new_step: bool) -> None:
        if entry_id in self._ctx.library.templates:
            self.template_wanted.emit(entry_id)
        else:
            self.add_wanted.emit(entry_id, as_new_step, self._level_for(entry_id))

    def _level_for(self, entry_id: str) -> str:
        """Return the level of the spine in the words typed where this entry is done there."""
        typed = read_levels(self.search.text())
        known = levels_of(self._ctx.library.entries[entry_id].regions)
        return typed.level if set(typed.words) <= set(known) else ""

    def _add_current(self, *, as_new_step: bool) -> None:
        if self.filters() != self._shown_for:  # Enter came before the list had followed the fingers
            self._show(first=True)
        row = self.list.current()
        if row is not None:
            self._on_added(row.id, as_new_step)
            self.search.clear()

    def toggle_favourite(self, entry_id: str = "") -> None:
        """Put the star on or off the chosen entry."""
        row = self.list.current()
        one = entry_id or (row.id if row is not None and not row.is_template else "")
        if not one:
            return
        self._ctx.store.set_favourite(one, one not in self.shelf.habits.favourites)
        self._shelf = None
        self._show(first=False)

    def _open_templates(self) -> None:
        self._menu.clear()
        for template in sorted(
            self._ctx.library.offered_templates, key=lambda t: texts_in(t.texts, self._ctx.practice.language).name
        ):
            name = texts_in(template.texts, self._ctx.practice.language).name
            self._menu.addAction(name, lambda picked=template.id: self.template_wanted.emit(picked))
        size = self._menu.sizeHint()
        self._menu.popup(self.templates.mapToGlobal(self.templates.rect().topLeft()) - QPoint(0, size.height()))

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the search move in the list, add and leave while it keeps the keys."""
        if watched is self.search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(Qt.Key(event.key()), event.modifiers())
        return super().eventFilter(watched, event)

    def _pressed(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -self.list.page()}.get(key)
        by = self.list.page() if key == Qt.Key.Key_PageDown else by
        if by is not None:
            self.list.step(by)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add_current(as_new_step=control)
        elif key == Qt.Key.Key_D and control:
            self.toggle_favourite()
        elif key == Qt.Key.Key_Escape:
            self._take_back()
        else:
            return False
        return True

    def _take_back(self) -> None:
        """Empty the search, then the filters, then leave."""
        if self.search.text():
            self.search.clear()
        elif self.filters().is_narrow:
            self.filter_row.take_back()
        else:
            self.left.emit()

    def begin(self, letters: str = "") -> None:
        """Take the keys, typed letters included."""
        self.search.setFocus()
        if letters:
            self.search.insert(letters)
        else:
            self.search.selectAll()

    def _on_theme_changed(self) -> None:
        self.list.painter_of_rows.renew()
        self.list.viewport().update()


def _sources(plan: Plan) -> frozenset[str]:
    """Return the library entries that a plan has taken."""
    return frozenset(item.source for _step, item in items_of(plan))
