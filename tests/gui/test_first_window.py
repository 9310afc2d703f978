"""The first window of a fresh start comes up without a word of failure."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from painplanner.gui.main_window import MainWindow
from painplanner.gui.settings import Settings
from painplanner.gui.startup import application
from painplanner.gui.theme import Theme

app = application(["painplanner"])
window = MainWindow(Settings(Path(sys.argv[1]) / "window.ini"), Theme("light"))
window.crash.failed.connect(print)
window.show()
window.activateWindow()
QTimer.singleShot(300, app.quit)
app.exec()
window.release()
"""


def test_a_window_that_comes_to_the_front_says_no_word_of_failure(tmp_path):
    known = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", CODE, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=known, capture_output=True, text=True, check=True)
    assert done.stdout == ""
