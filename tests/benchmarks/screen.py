"""A private virtual screen for benchmarks that need the real window."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

BARE = (
    "import sys; from PySide6.QtWidgets import QApplication, QMainWindow; a = QApplication(sys.argv); "
    "w = QMainWindow(); w.resize(1280, 820); w.show(); a.exec()"
)


@contextmanager
def private_screen() -> Iterator[str | None]:
    """Yield the name of a running virtual screen, `None` where Xvfb is missing."""
    if shutil.which("Xvfb") is None:
        yield None
        return
    screen = f":{100 + os.getpid() % 400}"
    server = subprocess.Popen(shlex.split(f"Xvfb {screen} -screen 0 1600x1000x24 -nolisten tcp -noreset"), stderr=-3)
    time.sleep(1)
    try:
        yield screen
    finally:
        server.terminate()
        server.wait()


def environment(screen: str, home: str) -> dict[str, str]:
    """Return the environment of a program on that screen with folders of its own."""
    env = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "HOME": home, "LANG": "C.UTF-8"}
    env.update({f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CONFIG", "DATA", "CACHE")})
    return env
