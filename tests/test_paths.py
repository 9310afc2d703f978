"""Where things are, from a checkout, a wheel and a frozen app."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from painplanner import paths


def test_a_checkout_reads_its_own_resources() -> None:
    assert paths.resources() == Path(__file__).parents[1] / "resources"


def test_a_wheel_reads_the_resources_inside_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "painplanner" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "painplanner" / "paths.py"))
    assert paths.resources() == tmp_path / "painplanner" / "resources"


def test_a_frozen_app_reads_what_was_packed_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folders have other names on other systems")
def test_data_settings_and_logs_lie_in_the_persons_own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    assert paths.data_dir() == tmp_path / "XDG_DATA_HOME" / "PainPlanner"
    assert paths.config_dir() == tmp_path / "XDG_CONFIG_HOME" / "PainPlanner"
    assert tmp_path in paths.log_dir().parents


def test_a_catalogue_that_a_translator_tries_out_is_looked_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.translations() == (paths.resources() / "translations",)
    monkeypatch.setenv("PAINPLANNER_TRANSLATIONS", "tried")
    assert paths.translations() == (Path("tried"), paths.resources() / "translations")
