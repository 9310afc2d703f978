"""The open practice: rail, places, the patient page, the foot line, and the way from one to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from painplanner.gui import menus
from painplanner.gui.context import AppContext
from painplanner.gui.exact_places import ExactPlaces
from painplanner.gui.go_to import GoTo, action_targets
from painplanner.gui.log_codes import CodeFilter
from painplanner.gui.open_work import OpenWork
from painplanner.gui.patient_session import PatientSession
from painplanner.gui.patient_tabs import TABS, patient_tabs
from painplanner.gui.plan_tab import PlanTab
from painplanner.gui.print_key import PRINT_KEYS, PrintKey
from painplanner.gui.settings import Settings
from painplanner.gui.shortcuts import UndoFilter
from painplanner.gui.tasks import Tasks
from painplanner.gui.theme import Theme, application
from painplanner.gui.today_pages import today_pages
from painplanner.gui.widgets.message_bar import MessageBar
from painplanner.gui.widgets.rail import Rail
from painplanner.gui.widgets.tabs import LazyPages
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.core.plan import Plan
    from painplanner.gui.pages.patient import PatientPage
    from painplanner.store import Store

DAY_CHECK_MS = 30_000


class Workspace(QWidget):
    """Everything behind the door."""

    lock_wanted = Signal()
    staff_left = Signal()

    def __init__(self, tasks: Tasks, theme: Theme, settings: Settings, window: QMainWindow) -> None:
        """Build the frame; places are made in idle moments (`readiness`) or when they are first shown."""
        super().__init__()
        self.ctx = AppContext(store=None, tasks=tasks, theme=theme, settings=settings)  # type: ignore[arg-type]
        self._window = window
        self.is_open = False
        self.is_staff_view = False
        self.actions: dict[str, QAction] = {}
        self.patient_session = PatientSession(self.ctx, self)
        self.plan_tab = PlanTab(self.ctx, self.patient_session)
        self.work = OpenWork(self.patient_session, self.plan_tab)
        self._print_key = PrintKey(self.ctx, self.patient_session, self.plan_tab, self._show_patient_tab)
        self.rail = Rail(
            (
                ("today", "clock", _("Today"), _("What is due (Ctrl+1)")),
                ("patients", "account", _("Patients"), _("Find a patient (Ctrl+2)")),
                ("library", "library", _("Library"), _("Interventions and templates (Ctrl+3)")),
                ("practice", "home", _("Practice"), _("Name, numbers, appearance (Ctrl+4)")),
            )
        )
        self.rail.chosen.connect(lambda place: self.go(place))
        self.pages = LazyPages(self._factories())
        self.messages = MessageBar()
        self._lay_out()
        self._undo_filter = UndoFilter(application(), self, self._takes_picture)
        self._codes = CodeFilter(application(), self, self.ctx, lambda: self.place in {"today", "patients"})
        self._codes.found.connect(lambda sheet: self.go("log", sheet))
        self._codes.plan_found.connect(lambda plan: self.go("plan", plan))
        self._codes.refused.connect(self.open_go_to)
        self._go_to: GoTo | None = None
        self._exact = ExactPlaces(self.ctx, self.plan_tab, self._open_patient, self._patient_page_of)
        self._today = self.ctx.today()
        self._day_timer = QTimer(self, interval=DAY_CHECK_MS)
        self._day_timer.timeout.connect(self._on_day_check)
        news = self.ctx.news
        news.go.connect(self.go)
        news.said.connect(self.messages.show_message)
        news.hushed.connect(self.messages.hide_message)
        self.patient_session.refused.connect(lambda _field, sentence: self.ctx.say(sentence, kind="stop"))
        self.patient_session.undo_stack.indexChanged.connect(lambda _i: self._show_undo())

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.pages, 1)
        right.addWidget(self.messages)
        outer.addLayout(right, 1)

    def _factories(self) -> dict[str, Callable[[], QWidget]]:
        return {
            **today_pages(self.ctx, lambda: self.pages, self._find_patient),
            "patients": self._make_patients,
            "library": self._make_library,
            "practice": self._make_practice,
            "patient": self._make_patient,
        }

    def _make_patients(self) -> QWidget:
        from painplanner.gui.pages.patients import PatientsPage

        return PatientsPage(self.ctx)

    def _make_library(self) -> QWidget:
        from painplanner.gui.pages.library import LibraryPage

        page = LibraryPage(self.ctx, self.patient_session)
        page.undo_changed.connect(self._show_undo)
        self.work.watch(page.side.photographs)  # before the entry, which what is kept of them changes
        self.work.watch(page.side.editing)
        return page

    def _make_practice(self) -> QWidget:
        from painplanner.gui.pages.practice import PracticePage

        return PracticePage(self.ctx)

    def _make_patient(self) -> QWidget:
        from painplanner.gui.pages.patient import PatientPage

        tabs = patient_tabs(self.ctx, self.patient_session, self.plan_tab, lambda: self.is_staff_view)
        page = PatientPage(self.ctx, self.patient_session, tabs, under={"log": ("documents", self._make_log)})
        page.banner_actions.addWidget(self.plan_tab.banner)
        page.tab_shown.connect(self._on_tab_shown)
        return page

    def _make_log(self) -> QWidget:
        from painplanner.gui.pages.log_entry import LogEntryPage

        page = LogEntryPage(self.ctx, self.patient_session)
        self.work.watch(page)
        page.undo_changed.connect(self._show_undo)
        return page

    # Building and opening

    def finish_building(self) -> None:
        """Build what an opened practice shows first."""
        self.pages.page("today")
        self.pages.page("patients")
        self.fill_menus()

    def fill_menus(self) -> None:
        """Make the menu bar, out of sight and asleep until a practice is open."""
        if self.actions:
            return
        bar = self._window.menuBar()
        bar.hide()
        self.actions = menus.fill(bar, self.do)
        for action in self.actions.values():
            action.setEnabled(False)
        self.plan_tab.undo_changed.connect(self._show_undo)

    def open(self, store: Store) -> None:
        """Take the opened practice."""
        self.ctx.attach(store)
        self.is_open = True
        self._undo_filter.start()
        self._codes.start()
        self.fill_menus()
        self._day_timer.start()
        role = str(getattr(store.person.role, "value", store.person.role))
        self.set_staff_view(on=role == "staff")
        if not self.is_staff_view:
            self.go("today")

    def focus_first(self) -> None:
        """Put the keys where a day begins: finding a patient."""
        place = "patients" if self.is_staff_view else "today"
        if self.place == place:
            self.pages.page(place).search.setFocus()  # type: ignore[attr-defined]

    def close_practice(self) -> None:
        """Save what can be saved, and let the practice go; nothing of it stays on the pages."""
        if not self.is_open:
            return
        if not self.work.close():
            self.work.give_up()
            self.work.close()
        self._day_timer.stop()
        self._undo_filter.stop()
        self._codes.stop()
        self.is_open = False
        for place in {"patients", "library", "morning"} & self.pages.made().keys():
            self.pages.page(place).forget()  # type: ignore[attr-defined]
        self._show_undo()
        self.ctx.let_go()
        self.ctx.store.close()

    # The way around

    @property
    def place(self) -> str:
        """Return where we are."""
        return next((key for key, page in self.pages.made().items() if page is self.pages.currentWidget()), "")

    @property
    def patient_page(self) -> PatientPage:
        """Return the patient page, made on first use."""
        return self.pages.page("patient")  # type: ignore[return-value]

    def _patient_page_of(self, key: str) -> QWidget:
        return self.patient_page.pages.page(key)

    def go(self, place: str, subject: str = "") -> None:
        """Show a place; see `context.News` for their names."""
        route = getattr(self, f"_go_{place.replace('-', '_')}", None)
        if route is not None:
            route(subject)
        elif not self._exact.go(place, subject) and place in self._factories():
            page: Any = self.pages.show_page(place)
            self.rail.show_place("patients" if place == "patient" else place)
            page.refresh()
            if page.isVisible():
                page.take_focus()
        self._show_undo()

    def _go_patients(self, subject: str = "") -> None:
        page: Any = self.pages.show_page("patients")
        self.rail.show_place("patients")
        page.find(subject)

    def _go_patient(self, patient_id: str) -> None:
        self._open_patient(patient_id, "documents" if self.is_staff_view else "overview")

    def _go_plan(self, plan_id: str) -> bool:
        return self.work.save() and self._open_plan(self.ctx.store.load_plan(plan_id))

    def _go_new_patient(self, name: str) -> None:
        self._go_patients()
        self.pages.page("patients").start_new(name)  # type: ignore[attr-defined]

    def _go_new_plan(self, patient_id: str) -> None:
        if self.work.save() and self._open_plan(self.plan_tab.new_plan(patient_id)):
            self.plan_tab.call("find-entry")

    def _go_new_plan_from(self, template_id: str) -> None:
        if self.patient_session.is_open and self.work.save():
            self._open_plan(self.plan_tab.plan_from(template_id, self.patient_session.patient.id))

    def _go_print(self, plan_id: str) -> None:
        if self._go_plan(plan_id):
            self.plan_tab.call("print")

    def _open_plan(self, plan: Plan) -> bool:
        return (
            self._take_patient(plan.patient) and self.plan_tab.open(plan) and self._open_patient(plan.patient, "plan")
        )

    def _open_patient(self, patient_id: str, tab: str) -> bool:
        """Show a tab of a patient; where the work on another one cannot be saved, that one stays."""
        if not self._take_patient(patient_id):
            return False
        self.patient_page.banner.show_patient(self.patient_session.patient)
        self.pages.show_page("patient")
        self.rail.show_place("patients")
        self._show_patient_tab(tab)
        return True

    def _take_patient(self, patient_id: str) -> bool:
        if self.patient_session.is_open and self.patient_session.patient.id == patient_id:
            return True
        self.pages.page("patient")  # made before the session opens, because it follows it
        return self.work.close() and self.patient_session.open(self.ctx.store.patient(patient_id))

    def _show_patient_tab(self, tab: str) -> None:
        """Show a tab, and put the keys into it unless they are there already."""
        field = QApplication.focusWidget()
        page: Any = self.patient_page.show_tab(tab)
        if field is None or not page.isAncestorOf(field):
            page.take_focus()

    def _on_tab_shown(self, tab: str) -> None:
        of_plan = tab in {"plan", "progress"}
        if of_plan and self.patient_session.is_open:
            self.plan_tab.open_newest(self.patient_session.patient.id)
        self.plan_tab.show_banner(on=of_plan)
        self._show_undo()

    def _find_patient(self, text: str) -> None:
        self._go_patients(text)

    # Actions

    def do(self, key: str) -> None:
        """Do what a menu action says."""
        if key.startswith("tab-"):
            if self.place == "patient":
                self._show_patient_tab(key.removeprefix("tab-"))
        elif key in {"today", "patients", "library", "practice", "new-patient"}:
            self.go(key)
        elif key in {"light", "dark", "system"}:
            self.ctx.settings.remember("appearance", key)
            self.ctx.theme.choose(key)
        else:
            self._do_other(key)

    def _do_other(self, key: str) -> None:
        calls: dict[str, Callable[[], object]] = {
            "quit": self._window.close,
            "lock": self.lock_wanted.emit,
            "staff": self._on_staff,
            "settings": lambda: self.go("practice"),
            "anything": self.open_go_to,
            "undo": self._undo,
            "redo": self._redo,
            "new-plan": self._on_new_plan,
            "told-log": self._on_told_log,
            "open-folder": self._on_open_folder,
            "keys": self._on_keys,
            "about": self._on_about,
        }
        call = calls.get(key)
        if call is not None:
            call()
        else:
            self._pass_on(key)

    def _pass_on(self, key: str) -> None:
        """Give cut, copy and paste to the field that has the keys, printing to the papers shown, the rest to a plan."""
        field: Any = QApplication.focusWidget()
        if key == "find-entry" and self.place == "library":
            self.pages.page("library").take_focus()  # type: ignore[attr-defined]
        elif key == "paste" and self._takes_picture():
            self.pages.page("library").paste_picture()  # type: ignore[attr-defined]
        elif key in {"cut", "copy", "paste"} and hasattr(field, key):
            getattr(field, key)()
        elif key in PRINT_KEYS:
            self._print(key)
        elif self.place == "patient" and self.plan_tab.has_plan:
            if key not in {"cut", "copy", "paste"}:
                self._show_patient_tab("plan")
            self.plan_tab.call(key)

    def _print(self, key: str) -> None:
        if self.place == "patient":
            self._print_key.of_patient(key, self.patient_page)
        elif self.place in {"today", "morning"}:
            self._print_key.of_day(key, self.pages.page(self.place))
        else:
            self._print_key.elsewhere()

    def _takes_picture(self) -> bool:
        """Tell whether a picture was copied, and what is in front takes one."""
        return self.place == "library" and self.pages.page("library").takes_picture  # type: ignore[attr-defined]

    def _on_new_plan(self) -> None:
        if self.place == "patient":
            self.go("new-plan", self.patient_session.patient.id)
        else:
            self.ctx.say(_("Find the patient first; then start the plan."))
            self.go("patients")

    def _on_told_log(self) -> None:
        if self.place == "patient":
            self.go("told-log", self.patient_session.patient.id)
        else:
            self.ctx.say(_("Find the patient first; then type in what was told."))
            self.go("patients")

    def _on_open_folder(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.ctx.store.folder)))

    def _on_keys(self) -> None:
        from painplanner.gui.widgets.sheet import keys_sheet

        keys_sheet(self._window, menus.shortcut_lines(self.actions)).open()

    def _on_about(self) -> None:
        from painplanner import __version__

        self.ctx.say(_("PainPlanner {version}. Everything stays on this computer.").format(version=__version__))

    def open_go_to(self, text: str = "") -> None:
        """Show the field that goes to anything, with what was typed elsewhere."""
        if self._go_to is None:
            self._go_to = GoTo(self.ctx, lambda: action_targets(self.actions, self.do), self)
        self._go_to.open(text)

    # Undo, staff view, midnight

    def _stack(self) -> QUndoStack | None:
        """Return what is undone here; the staff view takes nothing back."""
        if not self.is_open or self.is_staff_view or self.place not in {"patient", "library"}:
            return None
        if self.place == "library":
            return self.pages.page("library").shown_stack  # type: ignore[attr-defined]
        log: Any = self.patient_page.pages.made().get("log")
        if log is not None and log is self.patient_page.pages.currentWidget():
            return log.undo_stack
        tab = self.patient_page.tabs.key()
        on_plan = tab == "plan" or (tab == "progress" and self.plan_tab.has_plan)
        return self.plan_tab.undo_stack if on_plan else self.patient_session.undo_stack

    def _undo(self) -> None:
        if (stack := self._stack()) is not None:
            stack.undo()

    def _redo(self) -> None:
        stack = self._stack()
        if stack is not None:
            stack.redo()

    def _show_undo(self) -> None:
        if self.actions:
            menus.show_undo(self.actions, self._stack())

    def _on_staff(self) -> None:
        if self.is_staff_view:
            self.staff_left.emit()
        else:
            self.set_staff_view(on=True)

    def set_staff_view(self, *, on: bool) -> None:
        """Offer finding and printing only once the work is saved and put away, or everything again."""
        if on and not self.work.close():
            return
        self.is_staff_view = on
        self.rail.show_only(("patients",) if on else ("today", "patients", "library", "practice"))
        self.patient_page.tabs.show_only(("documents",) if on else TABS)
        documents: Any = self.patient_page.pages.made().get("documents")
        if documents is not None:
            documents.set_staff_view(on=on)
        for key, action in self.actions.items():
            action.setEnabled(not on or key in menus.STAFF_MAY)
        patients: Any = self.pages.page("patients")
        patients.set_staff_view(on=on)
        if on:
            self.go("patients")
            self.ctx.say(_("Staff view: find a patient and print. F9 and the passphrase bring everything back."))
        self._show_undo()

    def _on_day_check(self) -> None:
        today = self.ctx.today()
        if today != self._today:
            self._today = today
            self.ctx.news.day_changed.emit()
            if self.patient_session.is_open:
                self.patient_page.banner.show_patient(self.patient_session.patient)
