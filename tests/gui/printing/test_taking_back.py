"""A print that is stopped does not go to the printer after all."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from painplanner.gui.printing.taking_back import take_back, waiting_files

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there does Qt print through CUPS")


def test_an_open_file_that_cups_would_be_sent_is_found_and_taken_back(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    waiting, other = tmp_path / "0518f6b126efb", tmp_path / "letter.pdf"
    with waiting.open("wb"), other.open("wb"):
        found = waiting_files()
        assert found == {waiting}
        take_back(found)
    assert not waiting.exists()
    assert other.exists()


def test_a_file_that_is_closed_waits_for_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    Path(tmp_path / "0518f6b126efb").write_bytes(b"")
    assert waiting_files() == frozenset()
