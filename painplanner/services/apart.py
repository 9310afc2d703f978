"""Work on a stranger's file in a process of its own: what hangs, crashes or eats memory there takes nothing with it.

Before that its bytes are read here, and never more of them than are allowed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from painplanner.errors import KnownError
from painplanner.text import _

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

SECONDS = 10
MOST_MEMORY = 1024 * 1024 * 1024


class Lost(Exception):
    """The work apart ended without an answer."""


def bytes_of(path: Path, most: int) -> bytes:
    """Return what a chosen file holds, one byte more than allowed where it is too large. Raises KnownError."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise KnownError(
            _("{name} could not be read. Nothing was added. Choose another file.").format(name=path.name)
        ) from error


def apart(work: Callable[[bytes], T], data: bytes, seconds: float = SECONDS, *, reserves: bool = False) -> T:
    """Return what `work`, a function of a module, makes of bytes. Raises its KnownError, or Lost.

    Work that reserves far more addresses than it uses, as QtPdf does, is bound by what it uses: `reserves`.
    """
    import multiprocessing

    fresh = multiprocessing.get_context("spawn")
    ours, theirs = fresh.Pipe(duplex=False)
    process = fresh.Process(target=_answer, args=(work, data, theirs, reserves), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise Lost
        is_known, answer = cast("tuple[bool, object]", ours.recv())
    except (EOFError, OSError) as error:
        raise Lost from error
    finally:
        process.kill()
        process.join()
        ours.close()
    if is_known:
        raise KnownError(str(answer))
    return cast("T", answer)


def _answer(work: Callable[[bytes], object], data: bytes, line: Connection, reserves: bool) -> None:
    """Do the work within its bounds and send what came of it; anything unforeseen sends nothing."""
    _bound(reserves=reserves)
    try:
        line.send((False, work(data)))
    except KnownError as error:
        line.send((True, error.sentence))


def _bound(*, reserves: bool) -> None:
    """Bound memory and time where the system lets a process bound itself."""
    if sys.platform == "win32":
        return
    import resource

    memory = resource.RLIMIT_DATA if reserves else resource.RLIMIT_AS
    resource.setrlimit(memory, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
