"""From a bare machine to a ready environment: one .venv with pinned and hashed packages, and Qt's system libraries.

Standard library only, and it must parse on Python 3.8 so that an old Python can be told in one sentence what is
missing.
"""

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys

MINIMUM = (3, 11)
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
VENV = os.path.join(ROOT, ".venv")
STAMP = "painplanner-ready"

# What PySide6 needs of a Linux system to open a window, draw off screen and print: library -> Debian package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
LIBRARIES_FOUND = "qt-system-libraries"


class Missing(Exception):
    """Something the machine lacks; the text is one sentence that says what to do."""


def python_of(venv):
    """Return the interpreter of a virtual environment on this system."""
    parts = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(venv, *parts)


def check_python(version=None):
    """Refuse a Python that is too old, in one sentence."""
    found = version or sys.version_info[:2]
    if tuple(found[:2]) < MINIMUM:
        raise Missing(
            "PainPlanner needs Python %d.%d or newer and this is %d.%d: run the same line with a newer one."
            % (MINIMUM[0], MINIMUM[1], found[0], found[1])
        )


def check_venv_module():
    """Refuse a Python whose venv cannot install pip (Debian splits it off), in one sentence."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise Missing(
            "Python's venv module is missing: run  sudo apt-get install python%d.%d-venv  and then the same line again."
            % sys.version_info[:2]
        ) from None


def fingerprint(requirements):
    """Return what the environment was made from: the pins, the project file and the Python it runs on."""
    digest = hashlib.sha256()
    for path in (os.path.join(HERE, requirements), os.path.join(ROOT, "pyproject.toml")):
        with open(path, "rb") as file:
            digest.update(file.read())
    digest.update(repr((sys.version_info[:2], sys.platform, ROOT)).encode())
    return requirements + " " + digest.hexdigest()


def is_ready(requirements):
    """Tell whether the environment was finished for exactly these pins."""
    return fingerprint(requirements) in _stamp()


def ensure(requirements):
    """Make the environment if it is not ready, and return its interpreter. Raises Missing."""
    check_python()
    python = python_of(VENV)
    if not (is_ready(requirements) and os.path.exists(python)):
        check_venv_module()
        _install(python, requirements)
    # A machine that lacked Qt's libraries is looked at again at every start, until they are there.
    if LIBRARIES_FOUND not in _stamp() and ensure_qt_libraries():
        _write_stamp([*_stamp(), LIBRARIES_FOUND])
    return python


def _install(python, requirements):
    # The stamp goes first: an interrupted installation must not look finished.
    _forget_stamp()
    if not _is_sound(python):
        _say("Making the environment in .venv ...")
        _run([sys.executable, "-m", "venv", "--clear", VENV])
    _say("Installing the pinned packages; this happens once and takes a minute or two ...")
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    # Wheels only: building from source would fetch build tools that nobody pinned.
    pins = ["--require-hashes", "--only-binary", ":all:", "-r", os.path.join(HERE, requirements)]
    _run(pip + pins)
    # The project itself, with the pinned build backend that was just installed, and without asking any registry.
    _run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT])
    done = [fingerprint(requirements)]
    if requirements == "requirements-test.txt":
        # The test pins contain the pins for running.
        done.append(fingerprint("requirements.txt"))
    _write_stamp(done)


def _is_sound(python):
    """Tell whether the environment's interpreter runs, has pip and is the same Python as this one."""
    code = "import pip, sys; raise SystemExit(sys.version_info[:2] != (%d, %d))" % sys.version_info[:2]
    try:
        return subprocess.run([python, "-c", code], stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def _stamp():
    try:
        with open(os.path.join(VENV, STAMP), encoding="utf-8") as file:
            return file.read().splitlines()
    except OSError:
        return []


def _forget_stamp():
    with contextlib.suppress(OSError):
        os.remove(os.path.join(VENV, STAMP))


def _write_stamp(lines):
    # Written aside and moved, so that a half-written stamp cannot be read.
    path = os.path.join(VENV, STAMP)
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    os.replace(path + ".new", path)


def ensure_qt_libraries():
    """Install what Qt lacks with apt when that is allowed, else print the exact line; tell whether all is there."""
    missing = sorted(missing_qt_libraries())
    if not missing:
        return True
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    rights = _apt_rights()
    if rights is not None:
        _say("Installing Qt's system libraries: " + " ".join(missing))
        quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
        subprocess.run(rights + quiet + ["apt-get", "update", "-qq"])
        subprocess.run(rights + quiet + install, stdout=subprocess.DEVNULL)
        if not missing_qt_libraries():
            return True
    _say("Qt needs system libraries that this machine lacks; on Debian and Ubuntu run:  sudo " + " ".join(install))
    return False


def missing_qt_libraries():
    """Return the Debian packages of Qt's system libraries that cannot be loaded (none outside Linux)."""
    if not sys.platform.startswith("linux"):
        return []
    import ctypes

    missing = []
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def _apt_rights():
    if not shutil.which("apt-get"):
        return None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], stderr=subprocess.DEVNULL).returncode == 0:
        return ["sudo", "-n"]
    return None


def _run(command):
    if subprocess.run(command, cwd=ROOT).returncode != 0:
        raise Missing(
            "This step failed for the reason above; once it is mended, run the same line again: " + " ".join(command)
        )


def _say(text):
    print(text, file=sys.stderr, flush=True)


def hand_over(command, environment=None):
    """Become the program (POSIX) or run it and leave with its exit code (Windows)."""
    env = dict(os.environ, **(environment or {}))
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(command[0], command, env)
    raise SystemExit(subprocess.run(command, env=env).returncode)


def main(script):
    """Run a start script's function; a missing thing is one sentence and exit code 1."""
    try:
        script(sys.argv[1:])
    except Missing as missing:
        _say(str(missing))
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
