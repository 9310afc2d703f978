"""The one window: first the door of a practice, then its workspace. It builds and connects; what pages do is theirs.

The workspace is built in idle moments while the passphrase is typed, so that opening a practice shows it at once.
"""

from __future__ import annotations

import gc
import linecache
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QSessionManager, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from painplanner.errors import BugError, KnownError
from painplanner.gui.crash import CrashGuard
from painplanner.gui.settings import Settings
from painplanner.gui.theme import Theme, application
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.gui.pages.first_start import FirstStartPage, PracticeForm
    from painplanner.gui.pages.unlock import UnlockPage
    from painplanner.gui.tasks import Tasks
    from painplanner.gui.workspace import Workspace
    from painplanner.store import Store

AFTER_FIRST_PAINT_MS = 60
BETWEEN_STEPS_MS = 15
LOOK_AFTER_MS = 5_000


class MainWindow(QMainWindow):
    """Holds the door pages and the workspace."""

    def __init__(self, settings: Settings, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.settings, self.theme = settings, theme
        self.setWindowTitle("PainPlanner")
        self.setMinimumSize(800, 500)
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self._unlock: UnlockPage | None = None
        self._first: FirstStartPage | None = None
        self._workspace: Workspace | None = None
        self._tasks: Tasks | None = None
        self._care_tasks: Tasks | None = None
        self._coming_back: Callable[[], None] | None = None
        self._idle_steps: list[Callable[[], object]] = []
        self._suspended: object = None
        self._idle = QTimer(self, singleShot=True, interval=BETWEEN_STEPS_MS)
        self._idle.timeout.connect(self._next_idle_step)
        self._care = QTimer(self, singleShot=True, interval=LOOK_AFTER_MS)
        self._care.timeout.connect(self._look_after)
        self.crash = CrashGuard(self)
        self.crash.failed.connect(self._on_crash)
        self._quit_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self, self.close)
        settings.restore_window(self)
        application().commitDataRequest.connect(self._on_session_ending)
        QTimer.singleShot(AFTER_FIRST_PAINT_MS, self, self._listen_for_suspending)

    # The door

    def offer_practice(self, folder: Path | None = None) -> None:
        """Show the door of this practice, of the last one, or the first start."""
        recent = self.settings.recent()
        folders = (folder, *(path for path in recent if path != folder)) if folder else recent
        if folders:
            self._show_unlock(tuple(folders))
        else:
            self.show_first_start()
        QTimer.singleShot(AFTER_FIRST_PAINT_MS, self._warm_up)

    def _show_unlock(self, folders: tuple[Path, ...], name: str = "") -> None:
        if self._unlock is None:
            from painplanner.gui.pages.unlock import UnlockPage

            self._unlock = UnlockPage()
            self._unlock.submitted.connect(self._on_unlock)
            self._unlock.setup_wanted.connect(self.show_first_start)
            self._unlock.demo_wanted.connect(self._on_demo)
            self._unlock.back_wanted.connect(self._on_back_to_staff_view)
            self._stack.addWidget(self._unlock)
        self._unlock.clear()
        self._unlock.offer(folders, name)
        self._show_page(self._unlock)
        self._unlock.passphrase.setFocus()

    def show_first_start(self) -> None:
        """Show the form of a new practice."""
        if self._first is None:
            from painplanner.gui.pages.first_start import FirstStartPage
            from painplanner.paths import data_dir

            self._first = FirstStartPage(data_dir() / "practice")
            self._first.submitted.connect(self._on_new_practice)
            self._first.open_wanted.connect(lambda path: self._show_unlock((path,)))
            self._first.demo_wanted.connect(self._on_demo)
            self._stack.addWidget(self._first)
        self._show_page(self._first)
        self._first.name.setFocus()

    def _show_page(self, page: QWidget) -> None:
        self.menuBar().setVisible(page is self._workspace) if self._workspace is not None else None
        self._quit_key.setEnabled(page is not self._workspace)
        self._stack.setCurrentWidget(page)

    def _on_unlock(self, folder: Path, passphrase: str) -> None:
        if self._coming_back is not None and _is_same(folder, self.workspace.ctx.store.folder):
            self._verify(passphrase)
            return
        from painplanner.gui import door

        self._work(lambda: door.open_practice(folder, passphrase), self.enter, self._on_unlock_failed)

    def _on_unlock_failed(self, error: Exception) -> None:
        from painplanner.gui.messages import sentence_for

        if self._unlock is not None:
            self._unlock.show_problem(sentence_for(error))

    def _on_new_practice(self, form: PracticeForm) -> None:
        from painplanner.gui import door

        self._work(lambda: door.create_practice(form), self.enter, self._on_first_failed)

    def _on_first_failed(self, error: Exception) -> None:
        from painplanner.gui.messages import sentence_for

        if self._first is not None:
            self._first.show_problem(sentence_for(error))

    def _on_demo(self) -> None:
        from painplanner.gui import door

        for page in (self._unlock, self._first):
            if page is not None:
                page.set_busy(on=True)

        def made(result: tuple[Path, str]) -> None:
            folder, passphrase = result
            self._work(lambda: door.open_practice(folder, passphrase), self.enter, self._on_demo_failed)

        self._work(door.make_demo, made, self._on_demo_failed)

    def _on_demo_failed(self, error: Exception) -> None:
        self._on_first_failed(error)
        self._on_unlock_failed(error)

    def _work(
        self, fn: Callable[[], object], on_done: Callable[..., None], on_error: Callable[[Exception], None]
    ) -> None:
        self.tasks.run(fn, on_done, on_error, lane="door")

    # Idle moments

    def _warm_up(self) -> None:
        from painplanner.gui import door

        threading.Thread(target=_quietly(door.warm), name="painplanner-warm", daemon=True).start()
        _forget_viewed()
        self._idle_steps = [self._build_workspace]
        self._next_idle_step()

    def _next_idle_step(self) -> None:
        if not self._idle_steps:
            return
        step = self._idle_steps.pop(0)
        step()
        if self._idle_steps:
            self._idle.start()

    def _build_workspace(self) -> None:
        if self._workspace is None:
            from painplanner.gui import readiness
            from painplanner.gui.workspace import Workspace

            self._workspace = Workspace(self.tasks, self.theme, self.settings, self)
            self._workspace.lock_wanted.connect(self.lock)
            self._workspace.staff_left.connect(self.leave_staff_view)
            self._stack.addWidget(self._workspace)
            self.crash.keep_draft = self.save_work
            self._idle_steps.extend(readiness.steps(self._workspace, self))

    @property
    def tasks(self) -> Tasks:
        """Return the worker, made on first use."""
        if self._tasks is None:
            from painplanner.gui.tasks import Tasks

            self._tasks = Tasks(self)
        return self._tasks

    # The workspace

    @property
    def workspace(self) -> Workspace:
        """Return the workspace, built on first use."""
        self._build_workspace()
        if self._workspace is None:
            raise BugError("the workspace was not built")
        return self._workspace

    def enter(self, store: Store) -> None:
        """Show the workspace of an opened practice, once the one before is let go."""
        if not self._let_go():
            store.close()
            return
        self.settings.opened(store.folder)
        workspace = self.workspace
        self._idle.stop()
        workspace.finish_building()
        workspace.open(store)
        self.setWindowTitle(f"{store.practice.name} – PainPlanner")
        self._show_page(workspace)
        workspace.focus_first()
        for page in (self._unlock, self._first):
            if page is not None:
                page.set_busy(on=False)
        if self._unlock is not None:
            self._unlock.clear()
        _settle()
        self._care.start()

    def _let_go(self) -> bool:
        """Save and close the practice that is open; where it cannot be saved it stays, and the door says so."""
        if self._workspace is None or not self._workspace.is_open:
            return True
        self._care.stop()
        if not self._workspace.work.save():
            self._on_demo_failed(
                KnownError(
                    _(
                        "The practice that is open could not be saved, so it stays open. Come back to it with its "
                        "passphrase; nothing of it is lost."
                    )
                )
            )
            return False
        self._coming_back = None
        self._workspace.close_practice()
        return True

    def _look_after(self) -> None:
        """Check the practice file and back it up, once the day has begun and nobody waits."""
        if self._workspace is None or not self._workspace.is_open:
            return
        from painplanner.gui.context import read_now
        from painplanner.gui.messages import sentence_for
        from painplanner.gui.tasks import Tasks
        from painplanner.services.care import look_after

        if self._care_tasks is None:  # a worker of its own, so that neither the preview nor the door waits for it
            self._care_tasks = Tasks(self)
        ctx = self._workspace.ctx
        store = ctx.store

        def said(sentence: str) -> None:
            if sentence and ctx.store is store:
                ctx.say(sentence, kind="stop")

        self._care_tasks.run(
            lambda: look_after(store, read_now()), said, lambda error: said(sentence_for(error)), lane="care"
        )

    def lock(self) -> None:
        """Save, hide the workspace behind the passphrase, and keep everything as it stands; papers in a viewer go."""
        _forget_viewed()
        self._ask_passphrase(lambda: None)

    def leave_staff_view(self) -> None:
        """Come back from the staff view by passphrase."""
        self._ask_passphrase(lambda: self.workspace.set_staff_view(on=False))
        if self._unlock is not None:
            self._unlock.ask_to_leave_staff_view()

    def _on_back_to_staff_view(self) -> None:
        self._coming_back = None
        self._show_page(self.workspace)
        self.workspace.focus_first()

    def _ask_passphrase(self, then: Callable[[], None]) -> None:
        self.save_work()
        self._coming_back = then
        store = self.workspace.ctx.store
        self._show_unlock((store.folder,), store.practice.name)

    def _verify(self, passphrase: str) -> None:
        store = self.workspace.ctx.store

        def done(is_right: bool) -> None:
            if not is_right:
                if self._unlock is not None:
                    self._unlock.show_problem(_("This is not the passphrase of this practice. Nothing was changed."))
                return
            then, self._coming_back = self._coming_back, None
            if then is not None:
                then()
            self._show_page(self.workspace)
            self.workspace.focus_first()

        self._work(lambda: store.verify_passphrase(passphrase), done, self._on_unlock_failed)

    def save_work(self) -> None:
        """Write the draft that is being worked on."""
        if self._workspace is not None and self._workspace.is_open:
            self._workspace.work.save()

    def _is_saved(self) -> bool:
        return self._workspace is None or not self._workspace.is_open or self._workspace.work.save()

    def _say_why_it_stays(self) -> None:
        """Say why the window did not close; behind a locked door, where the work is out of sight, say it there."""
        if self._stack.currentWidget() is not self.workspace:
            self._say_at_door(self.workspace.work.why_not_saved())
            return
        self.workspace.ctx.say(
            self.workspace.work.why_not_saved(),
            kind="stop",
            action=_("Close without saving"),
            on_action=self._close_without_saving,
        )

    def _close_without_saving(self) -> None:
        """Try once more, because space may have been freed, and close in any case."""
        if not self._is_saved():
            self.workspace.work.give_up()
        self.close()

    def _on_session_ending(self, manager: QSessionManager) -> None:
        """Ask the computer to wait where work would be lost."""
        if not self._is_saved():
            self._say_why_it_stays()
            manager.cancel()

    def release(self) -> None:
        """Close the practice and end the worker."""
        self._care.stop()
        self._idle.stop()
        _let_go_of_clipboard()
        if self._workspace is not None:
            self._workspace.close_practice()
            _forget_viewed()
        for tasks in (self._tasks, self._care_tasks):
            if tasks is not None:
                tasks.stop()
        self.crash.restore()

    def _listen_for_suspending(self) -> None:
        """Save when the system puts the program to sleep; the names of Qt this takes come after the first paint.

        The bindings cannot pass on a state whose type nobody has named before.
        """
        from PySide6.QtCore import Qt

        self._suspended = Qt.ApplicationState.ApplicationSuspended
        application().applicationStateChanged.connect(self._on_state_changed)

    def _on_state_changed(self, state: object) -> None:
        if state == self._suspended:
            self.save_work()

    def _on_crash(self, sentence: str) -> None:
        if self._workspace is not None and self._workspace.is_open:
            self._workspace.ctx.say(sentence, kind="stop")
        else:
            self._say_at_door(sentence)

    def _say_at_door(self, sentence: str) -> None:
        for page in (self._unlock, self._first):
            if page is not None:
                page.show_problem(sentence)

    def changeEvent(self, event: QEvent) -> None:
        """Save when the window is left."""
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.save_work()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save, remember where the window stood, and go without asking; stay where work would be lost."""
        if not self._is_saved():
            self._say_why_it_stays()
            event.ignore()
            return
        self.settings.keep_window(self)
        super().closeEvent(event)
        QApplication.quit()


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same folder."""
    return one.resolve() == other.resolve()


def _forget_viewed() -> None:
    """Take away the papers that were opened in a viewer, those of a start before this one too."""
    from painplanner.services.viewed import forget_viewed

    forget_viewed()


def _settle() -> None:
    """Give back what only loading needed: sources that Qt's import hook kept, and rounds of the collector over them."""
    linecache.clearcache()
    gc.freeze()


def _let_go_of_clipboard() -> None:
    """Leave only text on a clipboard that is ours.

    Qt keeps the parts of a plan that were copied beyond the end of Python, and taking them down then ends in a crash.
    """
    clipboard = QApplication.clipboard()
    if any(kind.startswith("application/x-painplanner") for kind in (clipboard.mimeData() or QMimeData()).formats()):
        clipboard.setText(clipboard.text())


def _quietly(fn: Callable[[], object]) -> Callable[[], None]:
    """Return a call whose failure shows up later, where the import is really needed."""

    def call() -> None:
        try:
            fn()
        except Exception:  # noqa: BLE001  (the same import is tried again when it is needed, and reported there)
            return

    return call
