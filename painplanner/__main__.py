"""The way in: the log, then the window or one command, each imported only when it is the one that was asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from painplanner.core.drawing import Drawing
    from painplanner.core.palette import Palette


def main(argv: list[str] | None = None) -> int:
    """Run the window (no arguments) or one command; return the exit code."""
    _answer_as_worker()
    arguments = sys.argv[1:] if argv is None else argv
    return _command(arguments) if arguments else window()


def _answer_as_worker() -> None:
    """Do the work of a started process and end, where a frozen program was started as one: it has no other way in."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()


def window(practice: Path | None = None) -> int:
    """Open the window, on a practice when one is named; where no window can open, say so."""
    if not _has_display():
        from painplanner.text import _

        return _refuse(_("No display was found, so no window can open. Commands work without one: painplanner --help"))
    from painplanner.log import keep_log

    keep_log()
    from painplanner.gui.startup import run

    return run(sys.argv[:1], practice)


def _command(arguments: list[str]) -> int:
    """Run one command; what nobody foresaw becomes one sentence, and its place goes to the log."""
    from painplanner.cli import main as command_line
    from painplanner.errors import KnownError
    from painplanner.log import keep_log
    from painplanner.text import _

    keep_log()
    try:
        return command_line(arguments, window, _paint_png)
    except KnownError as error:
        return _refuse(error.sentence)
    except KeyboardInterrupt:
        return 130
    except Exception:
        import logging

        logging.getLogger(__name__).exception("a command failed")
        return _refuse(_("Something in the program failed. The log says where; it names no patient."))


def _paint_png(drawing: Drawing, palette: Palette) -> bytes:
    """Paint a picture with the painter of the window, which the commands do not know."""
    from painplanner.gui.picture_files import png

    return png(drawing, palette)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _refuse(sentence: str) -> int:
    if sys.stderr:
        sys.stderr.write(sentence + "\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
