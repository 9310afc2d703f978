"""Long work beside the window: one worker thread, values in and out, progress, cancel, and late results dropped.

`run` returns a Ticket. When the ticket is cancelled, or a newer task of the same `lane` was started, its result is
dropped on arrival; work that takes `ticket` can also look at `ticket.cancelled` and stop early.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, Signal


class Ticket:
    """The receipt of one task; shared by the thread that works and the window that waits."""

    def __init__(self, lane: str = "") -> None:
        """Start as wanted."""
        self.lane = lane
        self.cancelled = False
        self.report: Callable[[float, str], None] = _nobody

    def cancel(self) -> None:
        """Drop the result; work that looks at `cancelled` stops."""
        self.cancelled = True


def _nobody(share: float, words: str = "") -> None:
    """Nobody asked how far it is."""
    del share, words


class _Job:
    def __init__(
        self,
        ticket: Ticket,
        fn: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self.ticket, self.fn, self.on_done, self.on_error = ticket, fn, on_done, on_error


class Tasks(QObject):
    """The one worker. Results come back in the thread of the window."""

    _finished = Signal(object, object, object)
    _progressed = Signal(object, float, str)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Wait without a thread until there is work."""
        super().__init__(parent)
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._latest: dict[str, Ticket] = {}
        self._open = 0
        self._on_progress: dict[int, Callable[[float, str], None]] = {}
        self._finished.connect(self._on_finished)
        self._progressed.connect(self._on_progressed)

    def run(
        self,
        fn: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None = None,
        *,
        lane: str = "",
        ticket: Ticket | None = None,
        on_progress: Callable[[float, str], None] | None = None,
    ) -> Ticket:
        """Call `fn` in the worker and hand its value to `on_done`; a newer task of the lane supersedes it."""
        ticket = ticket or Ticket(lane)
        ticket.lane = lane
        if lane:
            older = self._latest.get(lane)
            if older is not None:
                older.cancel()
            self._latest[lane] = ticket
        if on_progress is not None:
            self._on_progress[id(ticket)] = on_progress
            ticket.report = lambda share, words="": self._progressed.emit(ticket, share, words)
        self._open += 1
        self.busy_changed.emit(True)
        self._start()
        self._queue.put(_Job(ticket, fn, on_done, on_error or _raise))
        return ticket

    @property
    def is_busy(self) -> bool:
        """Tell whether any result is still to come."""
        return self._open > 0

    def stop(self) -> None:
        """Drop everything that is waiting and end the worker."""
        for ticket in self._latest.values():
            ticket.cancel()
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(timeout=10)
            self._thread = None

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="painplanner-worker", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            result, error = None, None
            if not job.ticket.cancelled:
                try:
                    result = job.fn()
                except Exception as raised:  # noqa: BLE001  (handed to the window, which words or logs it)
                    error = raised
            self._finished.emit(job, result, error)

    def _on_finished(self, job: _Job, result: object, error: Exception | None) -> None:
        self._open -= 1
        self._on_progress.pop(id(job.ticket), None)
        self.busy_changed.emit(self._open > 0)
        if job.ticket.cancelled:
            return
        if error is not None:
            job.on_error(error)
        else:
            job.on_done(result)

    def _on_progressed(self, ticket: Ticket, share: float, words: str) -> None:
        listener = self._on_progress.get(id(ticket))
        if listener is not None and not ticket.cancelled:
            listener(share, words)


def _raise(error: Exception) -> None:
    raise error
