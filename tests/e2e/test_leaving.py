"""Leaving the program is quiet, whatever is on the clipboard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LEAVE = """
import sys
from PySide6.QtCore import QMimeData
from painplanner.gui.main_window import MainWindow
from painplanner.gui.settings import Settings
from painplanner.gui.startup import application
from painplanner.gui.theme import Theme

app = application(sys.argv)
window = MainWindow(Settings(), Theme("light"))
window.show()
copied = QMimeData()
copied.setData("application/x-painplanner-parts", b"parts of a plan")
copied.setText("Bridge 3 x 10")
app.clipboard().setMimeData(copied)
window.close()
window.release()
print(app.clipboard().text())
"""


def test_parts_of_a_plan_on_the_clipboard_end_as_text_and_without_a_crash(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LEAVE],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "Bridge 3 x 10\n"
