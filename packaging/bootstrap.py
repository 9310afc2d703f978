"""From a bare machine to a ready environment: one virtual environment, pinned and hashed packages, Qt's system libraries.

Standard library only, and it must parse on Python 3.8 so that an old Python can be told in one sentence what is missing.
"""

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

# What PySide6 needs of a Linux system to open a window or to draw off screen: library -> Debian package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libglib-2.0.so.0": "libglib2.0-0",
}


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
            "PainPlanner needs Python %d.%d or newer and this is %d.%d: install a newer Python and run the same line with it."
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
        )


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
    try:
        with open(os.path.join(VENV, STAMP)) as file:
            return fingerprint(requirements) in file.read().splitlines()
    except OSError:
        return False


def ensure(requirements):
    """Make the environment if it is not ready, and return its interpreter. Raises Missing."""
    check_python()
    python = python_of(VENV)
    if is_ready(requirements) and os.path.exists(python):
        return python
    check_venv_module()
    # The stamp goes first: an interrupted installation must not look finished.
    _forget_stamp()
    if not os.path.exists(python) or not _answers(python):
        _say("Making the environment in .venv ...")
        _run([sys.executable, "-m", "venv", "--clear", VENV])
    _say("Installing the pinned packages; this happens once and takes a minute or two ...")
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    _run(
        pip
        + [
            "--require-hashes",
            "--only-binary",
            ":all:",
            "--no-binary",
            "ttf-opensans,appdirs",
            "--prefer-binary",
            "-r",
            os.path.join(HERE, requirements),
        ]
    )
    _run(pip + ["--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT])
    ensure_qt_libraries()
    _write_stamp(requirements)
    return python


def _answers(python):
    check = subprocess.run([python, "-m", "pip", "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return check.returncode == 0


def _forget_stamp():
    try:
        os.remove(os.path.join(VENV, STAMP))
    except OSError:
        pass


def _write_stamp(requirements):
    done = [fingerprint(requirements)]
    if requirements == "requirements-test.txt":
        # The test pins contain the pins for running.
        done.append(fingerprint("requirements.txt"))
    with open(os.path.join(VENV, STAMP), "w") as file:
        file.write("\n".join(done) + "\n")


def ensure_qt_libraries():
    """Install Qt's system libraries with apt when that is allowed; otherwise print the exact line to run."""
    missing = missing_qt_libraries()
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends"] + sorted(missing)
    rights = _apt_rights()
    if rights is None:
        _say("Qt needs system libraries that are missing. Run:  sudo " + " ".join(install))
        return
    _say("Installing Qt's system libraries: " + " ".join(sorted(missing)))
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run(rights + ["apt-get", "update", "-qq"], env=quiet)
    if subprocess.run(rights + install, env=quiet, stdout=subprocess.DEVNULL).returncode != 0:
        _say("Qt's system libraries could not be installed. Run:  sudo " + " ".join(install))


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
            "This step failed (see above); nothing is half done, run the same line again: " + " ".join(command)
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
        raise SystemExit(1)
    except KeyboardInterrupt:
        raise SystemExit(130)
