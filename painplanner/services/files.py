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
        reason = error.strerror or str(error)
        raise KnownError(_("{path} could not be written: {reason}.").format(path=path, reason=reason)) from error
