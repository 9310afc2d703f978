"""The log says where something failed and never what a patient is called."""

from __future__ import annotations

import faulthandler
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from painplanner import log


@pytest.fixture(autouse=True)
def handlers_taken_back() -> Iterator[None]:
    root = logging.getLogger()
    before = list(root.handlers)
    was_on = faulthandler.is_enabled()
    yield
    for handler in [h for h in root.handlers if h not in before]:
        root.removeHandler(handler)
        handler.close()
    faulthandler.disable()
    if was_on:
        faulthandler.enable()


def test_an_exception_is_logged_by_kind_and_place_without_its_message(tmp_path: Path) -> None:
    log.keep_log(tmp_path / "logs")
    try:
        raise ValueError("Maria Lopez, born 1961")
    except ValueError:
        logging.getLogger("painplanner.anywhere").exception("saving failed")
    text = (tmp_path / "logs" / "painplanner.log").read_text()
    assert "saving failed" in text
    assert "ValueError" in text
    assert "test_log.py" in text
    assert "Lopez" not in text


def test_a_large_log_is_set_aside_once(tmp_path: Path) -> None:
    for name in ("painplanner.log", "painplanner.log.1"):
        (tmp_path / name).write_text("old\n" * (log.ROTATE_AT_BYTES // 3))
    log.keep_log(tmp_path)
    logging.getLogger("painplanner").warning("fresh")
    assert (tmp_path / "painplanner.log").read_text().endswith("fresh\n")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["crash.log", "painplanner.log", "painplanner.log.1"]


def test_hard_crashes_are_traced_beside_the_log(tmp_path: Path) -> None:
    log.keep_log(tmp_path)
    assert faulthandler.is_enabled()
    assert (tmp_path / "crash.log").exists()


def test_a_folder_that_refuses_does_not_stop_the_program(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    log.keep_log(blocked / "logs")
    logging.getLogger("painplanner").warning("goes nowhere")
