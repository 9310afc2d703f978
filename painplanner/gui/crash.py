"""When the program itself fails: the draft is kept, a calm sentence is shown, the log gets no patient data."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal


class CrashGuard(QObject):
    """Catches what nobody caught. `failed` carries the sentence for the window."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Stand in for Python's own hook."""
        super().__init__(parent)
        self.keep_draft: Callable[[], object] | None = None
        self._before = sys.excepthook
        sys.excepthook = self._on_exception

    def restore(self) -> None:
        """Give Python its own hook back."""
        sys.excepthook = self._before

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        _write_log(kind, trace)
        kept = self._try_to_keep()
        self.failed.emit(_sentence(kept=kept))

    def _try_to_keep(self) -> bool:
        if self.keep_draft is None:
            return True
        try:
            self.keep_draft()
        except Exception as error:  # noqa: BLE001  (this is the last resort; whatever it is goes to the log)
            _write_log(type(error), error.__traceback__)
            return False
        return True


def _sentence(*, kept: bool) -> str:
    from painplanner.text import _

    if kept:
        return _("Something in the program failed. Your work is saved. You can go on; if it happens again, restart.")
    return _("Something in the program failed and the last change may not be saved. Copy what you need, then restart.")


def _write_log(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Write where it failed, never with what: messages and values of exceptions can name patients."""
    import logging
    import traceback

    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
    logging.getLogger("painplanner.crash").error("%s\n%s", kind.__name__, "\n".join(lines))
