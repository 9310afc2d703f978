"""The way in: arguments, the log and the crash trace; then the window or one command, imported late."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run the window (no arguments) or one command; return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments:
        from painplanner.cli import main as command_line

        return command_line(arguments)
    return window()


def window() -> int:
    """Open the window."""
    from painplanner.gui.startup import run

    return run(sys.argv)


if __name__ == "__main__":
    raise SystemExit(main())
