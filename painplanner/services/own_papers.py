"""Taking in a PDF of the practice, and handing those that were chosen to a bundle.

What is kept is made anew from the pages alone: links, actions, forms, attachments and scripts are left behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from painplanner.core.values import NAME_LIMIT
from painplanner.documents.bundle import OwnPaper
from painplanner.errors import KnownError
from painplanner.services.apart import Lost, apart, bytes_of
from painplanner.text import _

if TYPE_CHECKING:
    from painplanner.store import Store

MOST_BYTES = 20 * 1024 * 1024
MOST_PAGES = 50


def read_own_paper(path: Path) -> OwnPaper:
    """Take in the file at a place, its name as the title. Raises KnownError."""
    pdf, pages = take_in_apart(bytes_of(path, MOST_BYTES))
    return OwnPaper(title_of(path.stem), pdf, pages)


def title_of(name: str) -> str:
    """Return the name of a file as a title: "house_rules" is "House rules"."""
    words = " ".join(name.replace("_", " ").split())[:NAME_LIMIT]
    return words[:1].upper() + words[1:]


def take_in_apart(data: bytes) -> tuple[bytes, int]:
    """Take in like `take_in`, but read it in a process of its own, as nobody knows who made the file."""
    if len(data) > MOST_BYTES:
        raise KnownError(_refused(_("This file is larger than {n} MB.").format(n=MOST_BYTES // 1024**2)))
    try:
        return apart(take_in, data)
    except Lost as error:
        raise KnownError(_damaged()) from error


def take_in(data: bytes) -> tuple[bytes, int]:
    """Return a clean PDF made from the pages of a file, and how many these are. Raises KnownError."""
    import pikepdf

    from painplanner.documents.pdf.own_papers import pages_alone, pages_of

    if b"%PDF-" not in data[:1024]:
        raise KnownError(_refused(_("This file is no PDF.")))
    try:
        count = pages_of(data)
        if count > MOST_PAGES:
            raise KnownError(_refused(_("This file has {n} pages.").format(n=count)))
        if not count:
            raise KnownError(_damaged())
        return pages_alone(data), count
    except pikepdf.PasswordError as error:
        raise KnownError(_refused(_("This file is locked with a password; save it without one first."))) from error
    except (pikepdf.PdfError, OSError, ValueError, TypeError, LookupError, AttributeError, RuntimeError) as error:
        raise KnownError(_damaged()) from error


def own_papers_of(store: Store, ids: Sequence[str]) -> tuple[OwnPaper, ...]:
    """Return papers that were chosen, in their order; those taken away since then are left out."""
    found = store.own_paper_bytes(ids)
    kept = (found[one] for one in dict.fromkeys(ids) if one in found)
    return tuple(OwnPaper(one.row.title, one.pdf, one.row.pages) for one in kept)


def _refused(what: str) -> str:
    allowed = _("Nothing was added. A PDF works, up to {size} MB and {pages} pages.").format(
        size=MOST_BYTES // 1024**2, pages=MOST_PAGES
    )
    return f"{what} {allowed}"


def _damaged() -> str:
    return _refused(_("This file is damaged or was not copied whole; try to copy or save it again."))
