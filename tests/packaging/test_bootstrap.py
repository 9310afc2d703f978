"""The start scripts on machines that lack something."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((ROOT / "packaging").glob("*.py"))


@pytest.fixture
def bootstrap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "packaging" / "bootstrap.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", str(tmp_path))
    return module


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: p.name)
def test_scripts_parse_on_python_3_8(script: Path) -> None:
    ast.parse(script.read_text(), feature_version=(3, 8))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda p: p.name)
def test_scripts_need_only_the_standard_library(script: Path) -> None:
    names = {
        (node.names[0].name if isinstance(node, ast.Import) else node.module or "").split(".")[0]
        for node in ast.walk(ast.parse(script.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert names - {"bootstrap"} <= sys.stdlib_module_names


def test_an_old_python_is_told_so_in_one_sentence(bootstrap: ModuleType) -> None:
    with pytest.raises(bootstrap.Missing, match=r"needs Python 3\.11 or newer and this is 3\.8"):
        bootstrap.check_python((3, 8))


def test_a_missing_venv_module_names_the_package(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(bootstrap.Missing, match=r"apt-get install python3\.\d+-venv"):
        bootstrap.check_venv_module()


def test_an_interrupted_installation_is_not_taken_for_ready(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap._write_stamp([bootstrap.fingerprint("requirements.txt")])
    assert bootstrap.is_ready("requirements.txt")
    Path(bootstrap.VENV, "bin").mkdir()

    def breaks(_command: list[str]) -> None:
        raise bootstrap.Missing("interrupted")

    monkeypatch.setattr(bootstrap, "_run", breaks)
    monkeypatch.setattr(bootstrap, "fingerprint", lambda requirements: requirements + " changed")
    with pytest.raises(bootstrap.Missing, match="interrupted"):
        bootstrap.ensure("requirements.txt")
    assert not Path(bootstrap.VENV, bootstrap.STAMP).exists()
    assert not bootstrap.is_ready("requirements.txt")


def test_the_test_environment_also_serves_for_running(bootstrap: ModuleType) -> None:
    installed: list[str] = []
    bootstrap._run = installed.append
    bootstrap._install(sys.executable, "requirements-test.txt")
    assert len(installed) >= 2
    assert bootstrap.is_ready("requirements-test.txt")
    assert bootstrap.is_ready("requirements.txt")


def test_the_environment_for_running_does_not_pass_for_the_test_environment(bootstrap: ModuleType) -> None:
    bootstrap._run = lambda _command: None
    bootstrap._install(sys.executable, "requirements.txt")
    assert not bootstrap.is_ready("requirements-test.txt")


def test_qt_libraries_are_looked_for_again_until_they_are_there(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap._write_stamp([bootstrap.fingerprint("requirements.txt")])
    Path(bootstrap.python_of(bootstrap.VENV)).parent.mkdir()
    Path(bootstrap.python_of(bootstrap.VENV)).touch()
    monkeypatch.setattr(bootstrap, "_apt_rights", lambda: None)
    monkeypatch.setattr(bootstrap, "missing_qt_libraries", lambda: ["libxcb-cursor0", "libegl1"])
    for _start in range(2):
        bootstrap.ensure("requirements.txt")
        line = "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0\n"
        assert capsys.readouterr().err.endswith(line)
    monkeypatch.setattr(bootstrap, "missing_qt_libraries", list)
    bootstrap.ensure("requirements.txt")
    assert bootstrap.LIBRARIES_FOUND in bootstrap._stamp()
    assert capsys.readouterr().err == ""


def test_only_wheels_with_known_hashes_are_installed_and_the_project_asks_no_registry(bootstrap: ModuleType) -> None:
    commands: list[list[str]] = []
    bootstrap._run = commands.append
    bootstrap._install(sys.executable, "requirements.txt")
    packages, project = (" ".join(command) for command in commands[-2:])
    assert "--require-hashes --only-binary :all:" in packages
    assert "--no-build-isolation --no-index --editable" in project


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text()
    entries = [block for block in re.split(r"\n(?=\S)", text) if block.strip()]
    assert len(entries) > 15
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_without_a_display_run_makes_the_demo_and_says_so(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'packaging'); import bootstrap, run\n"
        "bootstrap.ensure = lambda r: sys.executable\n"
        "bootstrap.hand_over = lambda command: print('RUNS', command[1:4])\n"
        "run.run([])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"PATH": "/usr/bin"}, capture_output=True, text=True, check=True
    )
    if sys.platform.startswith("linux"):
        assert done.stdout.startswith("No display was found")
        assert "RUNS ['-m', 'painplanner', 'demo']" in done.stdout


def test_bench_runs_scripts_and_pytest_files_alike_and_refuses_an_unknown_name(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "benchmarks"
    folder.mkdir(parents=True)
    (folder / "bench_script.py").write_text("if __name__ == '__main__':\n    print('ratio of the script')\n")
    (folder / "bench_functions.py").write_text("def bench_one():\n    print('ratio of the function')\n")
    code = (
        "import sys; sys.path.insert(0, 'packaging'); import bootstrap, test\n"
        f"bootstrap.ROOT = {str(tmp_path)!r}\n"
        "bootstrap.ensure = lambda r: sys.executable\n"
        "bootstrap.main(test.test)"
    )
    run = [sys.executable, "-c", code, "--bench"]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ratio of the script" in done.stdout
    assert "ratio of the function" in done.stdout
    unknown = subprocess.run([*run, "nothing"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert unknown.returncode == 1
    assert "bench_functions.py, bench_script.py" in unknown.stderr


@pytest.mark.parametrize(("said", "is_shared"), [([], True), (["--long"], True), (["-k", "word"], False)])
def test_all_tests_are_shared_between_the_processors_and_chosen_ones_are_not(said: list[str], is_shared: bool) -> None:
    code = (
        "import sys; sys.path.insert(0, 'packaging'); import bootstrap, test\n"
        "bootstrap.ensure = lambda r: 'python'\n"
        "bootstrap.hand_over = lambda command, environment: print(*command)\n"
        "bootstrap.main(test.test)"
    )
    run = [sys.executable, "-c", code, *said]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    shared = ["-n", "logical", "--dist", "worksteal"] if is_shared else []
    assert done.stdout.split() == ["python", "-m", "pytest", *shared, *said]
