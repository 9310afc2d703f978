"""Make PainPlanner ready on this machine and start it:  python3 packaging/run.py [ARGS]

Without arguments the window opens; arguments are those of the `painplanner` command.
"""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bootstrap


def has_display():
    """Tell whether a window can open here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))


def run(arguments):
    """Start the window or a command; without a display, say so and make the demo instead."""
    python = bootstrap.ensure("requirements.txt")
    if not arguments and not has_display():
        folder = os.path.join(tempfile.mkdtemp(prefix="painplanner-"), "demo")
        print(
            "No display was found, so no window can open; making the demo practice in %s instead." % folder, flush=True
        )
        arguments = ["demo", "--out", folder]
    bootstrap.hand_over([python, "-m", "painplanner", *arguments])


if __name__ == "__main__":
    bootstrap.main(run)
