"""`painplanner demo`: a practice to try things out in, with papers already printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from painplanner.cli.clock import read_today
from painplanner.text import _, ngettext


def run(folder: Path, today: date | None, *, opens: bool) -> int:
    """Make the demo, say what is where, and open it in the window when asked."""
    from painplanner.services.demo import make_demo

    demo = make_demo(folder, today or read_today(), say=print)
    count = ngettext("{n} paper", "{n} papers", len(demo.papers)).format(n=len(demo.papers))
    print(_("{count} in {folder}").format(count=count, folder=folder))
    print(_("Passphrase: {passphrase}").format(passphrase=demo.passphrase))
    return _open(folder) if opens else 0


def _open(folder: Path) -> int:
    from painplanner.__main__ import window

    return window(folder)
