"""What is imported behind the window is not read a second time and kept."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_source_of_a_module_is_kept_in_memory():
    code = "import painplanner.gui.startup, linecache, painplanner; print(*linecache.cache)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not [name for name in done.stdout.split() if "painplanner" in name]
