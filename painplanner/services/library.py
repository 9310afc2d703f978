"""The built-in library as one value, and bringing a practice up to it when the program carries a newer one."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from painplanner import __version__
from painplanner.core.codec import content_hash
from painplanner.core.figure import Figure, encode_figure
from painplanner.core.library import Library
from painplanner.paths import resources
from painplanner.services import library_files

if TYPE_CHECKING:
    from painplanner.store import Store


def library_folder() -> Path:
    """Return where the library's files are."""
    return resources() / "library"


def file_version(folder: Path | None = None) -> str:
    """Return the version of the files, without parsing them: the program's version and a hash of the content."""
    root = folder or library_folder()
    digest = hashlib.blake2b()  # as quick in a Python without OpenSSL, and it is asked at every opening
    for path in sorted(root.rglob("*.toml")):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def read_figures(folder: Path | None = None) -> tuple[Figure, ...]:
    """Return every drawn figure in the order of the files. Raises KnownError."""
    return library_files.read_figures(folder or library_folder())


@lru_cache(maxsize=2)
def read_library(folder: Path | None = None) -> tuple[Library, dict[str, bytes]]:
    """Return the library of the files and the bytes of its figures by content hash.

    Raises KnownError naming the file and entry that cannot be read.
    """
    root = folder or library_folder()
    encoded = {figure.id: encode_figure(figure) for figure in read_figures(root)}
    library = Library(
        version=file_version(root),
        entries={entry.id: entry for entry in library_files.read_entries(root)},
        templates={template.id: template for template in library_files.read_templates(root)},
        measures={measure.id: measure for measure in library_files.read_measures(root)},
        figures={figure_id: content_hash(data) for figure_id, data in encoded.items()},
    )
    return library, {content_hash(data): data for data in encoded.values()}


def bring_up_to_date(store: Store) -> bool:
    """Put the program's library into a practice that has another one; tell whether it did.

    Plans keep what they took before, the practice keeps all that is its own, and what changed stands in
    `store.library_news()` until it was seen.
    """
    if store.library_version() == file_version():
        return False
    library, figures = read_library()
    store.replace_library(library, figures)
    return True
