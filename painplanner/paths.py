"""Where things are: the person's data, settings and logs, and the resources that travel with the program.

This is the only module that knows whether the program runs from a checkout, an installed wheel or a frozen app.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

APP = "PainPlanner"
_TRIED = "PAINPLANNER_TRANSLATIONS"


def data_dir() -> Path:
    """Return the folder for practices and other lasting data; it may not exist yet."""
    return _folder("user_data_dir")


def config_dir() -> Path:
    """Return the folder for settings of the window; it may not exist yet."""
    return _folder("user_config_dir")


def log_dir() -> Path:
    """Return the folder for logs; it may not exist yet."""
    return _folder("user_log_dir")


def _folder(kind: str) -> Path:
    # By name, because the library carries no types.
    find: Callable[..., str] = getattr(import_module("appdirs"), kind)
    return Path(find(APP, appauthor=False))


def resources() -> Path:
    """Return the folder of library, translations, themes and icons."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent
    in_wheel = package / "resources"
    return in_wheel if in_wheel.is_dir() else package.parent / "resources"


def translations() -> tuple[Path, ...]:
    """Return the folders of catalogues: first one that a translator tries out, named by the environment, then ours."""
    tried = os.environ.get(_TRIED, "")
    return (*([Path(tried)] if tried else []), resources() / "translations")
