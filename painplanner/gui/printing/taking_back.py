"""Takes back a print that was begun. CUPS is sent a file once all pages are drawn, and Qt cannot stop it there.

So the file is removed before Qt hands it over: CUPS then cancels the job, which had nothing in it yet.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

_OPEN = Path("/proc/self/fd")
_NAMED_BY_CUPS = re.compile(r"[0-9a-f]{10,}")
"""`cupsTempFd` names files by process and time in hexadecimal digits (CUPS 2.4, cups/tempfile.c)."""


def waiting_files() -> frozenset[Path]:
    """Return the files that are open here and wait to be sent to CUPS; none where a printer is no queue of CUPS."""
    folder = Path(tempfile.gettempdir()).resolve()
    return frozenset(
        path for path in _open_files() if path.parent == folder and _NAMED_BY_CUPS.fullmatch(path.name) is not None
    )


def take_back(files: frozenset[Path]) -> None:
    """Remove files that wait to be sent, or that were only half written."""
    for path in files:
        path.unlink(missing_ok=True)


def _open_files() -> tuple[Path, ...]:
    if not _OPEN.is_dir():
        return ()
    found: list[Path] = []
    for number in _OPEN.iterdir():
        try:
            found.append(number.readlink())
        except OSError:  # closed meanwhile
            continue
    return tuple(found)
