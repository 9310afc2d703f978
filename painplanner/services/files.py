"""Writing a file whole or not at all: a reader never finds half of it."""

from __future__ import annotations

import os
from pathlib import Path

from painplanner.errors import KnownError
from painplanner.text import _


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the place and move over. Raises KnownError when the folder refuses it."""
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise KnownError(_refusal(path)) from error


def _refusal(path: Path) -> str:
    """Return what is in the way of writing a file, and what to do."""
    if path.is_dir():
        return _("{path} is a folder and could not be written as a file. Name a file in it.").format(path=path)
    if not path.parent.is_dir():
        return _("{path} could not be written: its folder does not exist. Choose another.").format(path=path)
    return _("{path} could not be written; the folder refuses it or is full. Choose another.").format(path=path)
