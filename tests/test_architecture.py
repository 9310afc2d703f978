"""The rooms keep their rules."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "painplanner"
MODULES = sorted(PACKAGE.rglob("*.py"))

CORE_MAY_IMPORT = {
    "__future__", "abc", "array", "bisect", "collections", "dataclasses", "datetime", "decimal", "difflib", "enum",
    "fractions", "functools", "graphlib", "hashlib", "heapq", "itertools", "math", "msgspec", "operator", "re",
    "string", "types", "typing", "unicodedata", "painplanner",
}  # fmt: skip
HEAVY = {
    "sqlalchemy", "alembic", "sqlcipher3", "reportlab", "pikepdf", "PIL", "cryptography", "argon2", "uharfbuzz",
    "pyphen", "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport", "PySide6.QtSvg", "PySide6.QtNetwork",
    "painplanner.store", "painplanner.documents.pdf",
}  # fmt: skip
# Functions may import late what is heavy, our own rooms, Qt's, and what most starts never need; the rest stands on top.
MAY_COME_LATE = {
    "sqlalchemy", "alembic", "sqlcipher3", "reportlab", "pikepdf", "PIL", "cryptography", "argon2", "uharfbuzz",
    "pyphen", "painplanner", "PySide6", "appdirs", "argparse", "filelock", "gettext", "importlib.resources", "json",
    "ctypes", "logging", "multiprocessing", "resource", "shutil", "subprocess", "tempfile", "tomllib", "traceback",
}  # fmt: skip
REACHES_A_NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "telnetlib",
    "urllib.error", "urllib.request", "webbrowser", "xmlrpc", "aiohttp", "httpx", "requests", "urllib3",
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
}  # fmt: skip
TOP_LEVEL = {"pyproject.toml", "painplanner", "resources", "tests", "packaging", "README.md", "LICENSE"}


def imports(path: Path) -> set[str]:
    return imported(ast.parse(path.read_text()))


def imported(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_contracts_between_rooms_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", sorted((PACKAGE / "core").rglob("*.py")), ids=name_of)
def test_core_imports_only_what_is_pure(path: Path) -> None:
    assert {name.split(".")[0] for name in imports(path)} <= CORE_MAY_IMPORT
    assert {n for n in imports(path) if n.startswith("painplanner") and not n.startswith("painplanner.core")} == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_can_be_read_in_one_go(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 450
    assert ast.get_docstring(ast.parse(path.read_text())), "says in its first lines what may live here"


@pytest.mark.parametrize("path", sorted((PACKAGE / "core").rglob("*.py")), ids=name_of)
def test_core_reads_no_clock_and_opens_no_file(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    names = {f.id for f in calls if isinstance(f, ast.Name)} | {f.attr for f in calls if isinstance(f, ast.Attribute)}
    assert names & {"open", "input", "print", "now", "today", "utcnow", "read_text", "read_bytes", "getenv"} == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_can_reach_a_network(path: Path) -> None:
    found = {name for name in imports(path) for one in REACHES_A_NETWORK if f"{name}.".startswith(f"{one}.")}
    assert found == set(), "a practice works without the internet, and nothing of a patient ever leaves it"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_import_late_only_what_is_listed(path: Path) -> None:
    functions = [n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.FunctionDef)]
    late = {name for function in functions for name in imported(function)}
    assert {name for name in late if not is_listed(name)} == set()


def is_listed(name: str) -> bool:
    return any(name == listed or name.startswith(listed + ".") for listed in MAY_COME_LATE)


def test_the_first_window_loads_nothing_heavy() -> None:
    code = "import sys, painplanner.__main__, painplanner.gui.startup; print(*sys.modules)"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split()
    )
    assert loaded & HEAVY == set()


def test_the_door_is_shown_without_the_names_of_all_of_qt() -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6 import QtCore; from painplanner.gui import startup;"
        "app = startup.application([]); theme = startup.Theme();"
        "window = startup.MainWindow(startup.Settings(Path('none.ini')), theme);"
        "window._show_unlock((Path(),)); window.show(); print('Qt' in vars(QtCore))"
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, env=env)
    assert done.stdout.strip() == "False"


def tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    return done.stdout.splitlines()


def test_the_top_level_is_fixed() -> None:
    top = {name.split("/")[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


def test_no_machine_and_no_registry_is_named() -> None:
    words = ["py" + "pi.org", "files.python" + "hosted", "registry." + "npmjs", "deb." + "debian.org", "/wo" + "rk/"]
    for name in tracked():
        path = ROOT / name
        if path.suffix in {".png", ".mo"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [word for word in words if word in text], name
