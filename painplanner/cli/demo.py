"""`painplanner demo`: a practice to try things out in, with papers already printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from painplanner.cli.clock import read_today
from painplanner.text import _, ngettext


def run(folder: Path, today: date | None) -> int:
    """Make the demo and say what is where and what opens it."""
    from painplanner.services.demo import make_demo

    demo = make_demo(folder, today or read_today(), say=print)
    count = ngettext("{n} paper", "{n} papers", len(demo.papers)).format(n=len(demo.papers))
    print(_("{count} in {folder}").format(count=count, folder=folder))
    print(_("Passphrase: {passphrase}").format(passphrase=demo.passphrase))
    return 0
