"""The log of warnings and faults, and the trace of hard crashes; never more than two files of each.

The log names places in the program and never values: the message of an exception can hold what a patient is called.
"""

from __future__ import annotations

import faulthandler
import logging
import traceback
from copy import copy
from pathlib import Path
from types import TracebackType

from painplanner.paths import log_dir

ROTATE_AT_BYTES = 1_000_000


class PlacesOnly(logging.Formatter):
    """Writes an exception as its kind and the places it passed, without its message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; a trace that another handler already wrote out, message and all, is not taken over."""
        own = copy(record)
        own.exc_text = None
        return super().format(own)

    def formatException(  # noqa: N802  (overrides logging)
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Return kind and places, one a line."""
        kind, _error, trace = ei
        return "\n".join([kind.__name__ if kind else "no exception", *places(trace)])


def places(trace: TracebackType | None) -> list[str]:
    """Return where an exception passed: file, line and function."""
    return [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]


def keep_log(folder: Path | None = None) -> None:
    """Start the log; a folder that refuses to be written is no reason to stop."""
    try:
        _open_files(folder or log_dir())
    except OSError:
        logging.getLogger().addHandler(logging.NullHandler())


def _open_files(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # The crash file stays open for as long as the program runs: the handler writes to its descriptor.
    faulthandler.enable(_rotated(folder / "crash.log").open("a", encoding="utf-8"))
    # Rotating once at the start keeps the imports of logging.handlers (sockets, pickling) out of every start.
    handler = logging.FileHandler(_rotated(folder / "painplanner.log"), encoding="utf-8", delay=True)
    handler.setFormatter(PlacesOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)


def _rotated(path: Path) -> Path:
    if path.exists() and path.stat().st_size > ROTATE_AT_BYTES:
        path.replace(path.with_name(path.name + ".1"))
    return path
