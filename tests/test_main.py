"""The way in: what is started, and what a failure looks like from outside."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from painplanner import __main__ as entry
from painplanner.errors import KnownError


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A command line of which each test says how it ends."""
    module = ModuleType("painplanner.cli")
    monkeypatch.setitem(sys.modules, "painplanner.cli", module)
    monkeypatch.setattr("painplanner.log.keep_log", lambda: None)
    return module


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_the_window_says_so_and_does_not_crash(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "painplanner"],
        cwd=Path(__file__).parents[1],
        env={"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("No display was found")
    assert "Traceback" not in done.stderr


def test_a_known_failure_is_its_sentence(command: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    def fails(_arguments: list[str], *_ways: object) -> int:
        raise KnownError("This folder holds no practice.")

    command.main = fails
    assert entry.main(["print"]) == 1
    assert capsys.readouterr().err == "This folder holds no practice.\n"


def test_an_unforeseen_failure_shows_no_values(command: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    def fails(_arguments: list[str], *_ways: object) -> int:
        raise ValueError("Maria Lopez")

    command.main = fails
    assert entry.main(["print"]) == 1
    said = capsys.readouterr().err
    assert "The log says where" in said
    assert "Lopez" not in said


def test_arguments_reach_the_command_line_and_its_code_comes_back(command: ModuleType) -> None:
    seen: list[list[str]] = []

    def notes(arguments: list[str], *_ways: object) -> int:
        seen.append(arguments)
        return 2

    command.main = notes
    assert entry.main(["demo", "--out", "somewhere"]) == 2
    assert seen == [["demo", "--out", "somewhere"]]


def test_a_frozen_program_first_asks_whether_it_was_started_as_a_worker(
    command: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []

    def answers(_arguments: list[str], *_ways: object) -> int:
        happened.append("command")
        return 0

    command.main = answers
    monkeypatch.setattr("multiprocessing.freeze_support", lambda: happened.append("worker"))
    entry.main(["figures"])
    assert happened == ["command"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    entry.main(["figures"])
    assert happened == ["command", "worker", "command"]
