"""Papers opened in the system's own viewer: one file each under a name that says nothing, for a short while."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from painplanner.errors import KnownError
from painplanner.paths import data_dir
from painplanner.text import _

KEPT_SECONDS = 600
"""How long a viewer may need to read a file."""


def viewed_folder() -> Path:
    """Return the folder of files that are open in a viewer; it may not exist yet."""
    return data_dir() / "viewed"


def write_viewed(pdf: bytes) -> Path:
    """Write a file that only this person can read, and return its place. Raises KnownError."""
    folder = viewed_folder()
    place = folder / f"paper-{secrets.token_hex(8)}.pdf"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(pdf)
    except OSError as error:
        forget_viewed((place,))
        raise KnownError(
            _("The paper could not be put where a viewer finds it. Nothing was kept. Save it as a PDF instead.")
        ) from error
    return place


def forget_viewed(places: tuple[Path, ...] | None = None) -> tuple[Path, ...]:
    """Remove such files, all of them unless some are named; return those that a viewer still holds."""
    held: list[Path] = []
    for place in places if places is not None else tuple(viewed_folder().glob("paper-*.pdf")):
        try:
            place.unlink(missing_ok=True)
        except OSError:  # on some systems a file that is open stays; it goes with the next start
            held.append(place)
    return tuple(held)
